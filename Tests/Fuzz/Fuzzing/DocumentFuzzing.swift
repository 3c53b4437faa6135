public import WireDocuments
internal import WireText

/// Reads bytes that a fuzzer made as documents, to their end, and holds every document to what the types promise.
public enum DocumentFuzzing {
  /// Bounds as users have them, except that what is large comes sooner: a fuzzer's inputs are small.
  private static let limits: Limits = {
    var limits = Limits()
    limits.nodes = 100_000
    limits.inflateFreeBytes = 1 << 20
    limits.archiveBytes = 16 << 20
    return limits
  }()

  /// Reads an input as what it looks like, where that is one of the given formats; else as one of these.
  ///
  /// - Parameters:
  ///   - start: the bytes, which stay the fuzzer's.
  ///   - count: how many.
  ///   - formats: names of formats.
  /// - Returns: what libFuzzer wants.
  public static func read(_ start: UnsafePointer<UInt8>?, _ count: Int, as formats: [String]) -> Int32 {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    if let source = try? DocumentSource(bytes: bytes, path: "input", limits: limits),
      formats.contains(source.format.name)
    {
      readAll(source, of: bytes)
    } else if let source = try? DocumentSource(
      bytes: bytes, path: "input", format: formats[count % formats.count], limits: limits)
    {
      readAll(source, of: bytes)
    }
    return 0
  }

  /// Reads an input by a mapping.
  public static func read(_ start: UnsafePointer<UInt8>?, _ count: Int, by mapping: FieldMapping) -> Int32 {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    if let source = try? DocumentSource(bytes: bytes, path: "input", mapping: mapping, limits: limits) {
      readAll(source, of: bytes)
    }
    return 0
  }

  private static func readAll(_ source: DocumentSource, of bytes: [UInt8]) {
    var source = source
    do {
      while let document = try source.next() { check(document, in: source.bytes) }
    } catch {
      precondition(!error.code.isEmpty)
    }
    _ = source.skipped
  }

  /// Paragraphs lie in the text, in order, and places in the file.
  ///
  /// - Parameter file: the file's bytes; nil for containers, whose documents count bytes of their members.
  private static func check(_ document: Document, in file: [UInt8]?) {
    let body = document.body
    precondition(String(validating: body.utf8, as: UTF8.self) != nil, "a body is UTF-8")
    var end = 0
    for paragraph in body.paragraphs {
      precondition(
        end <= paragraph.range.lower && paragraph.range.upper <= body.utf8.count, "paragraphs lie in the text"
      )
      end = paragraph.range.upper
      guard let place = body.map.fileRange(of: paragraph.range), let file else { continue }
      precondition(0 <= place.lower && place.upper <= file.count, "places lie in the file")
    }
  }
}
