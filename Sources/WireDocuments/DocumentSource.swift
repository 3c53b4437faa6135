public import WireText

/// Opens an input and reads its documents one at a time.
///
/// gzip is unpacked on the way and the format told from the content:
///
///     for document in try DocumentSource(path: "export.jsonl.gz") { … }
///
/// A loop cannot throw, so that there a fault in the middle arrives as a last document whose one problem loses
/// text; `next()` throws it instead.
public struct DocumentSource: DocumentFeed {
  /// The path as given; `-` is standard input.
  public let path: String
  /// The format that the input is read as.
  public let format: Format
  private var reader: any DocumentReader
  private let kept: KeptBytes
  private let lookalike: String?
  /// What is said of the input with its first document.
  private let remarks: [Problem]
  /// Whether the format was forced, and whether what the input looks like instead is more than a guess.
  private let isForced: Bool
  private let isOther: Bool
  /// Whether the input is bytes and no text, which is lost in all formats but its own.
  private let isNoText: Bool
  private let limits: Limits
  /// Starts the input again; nil where it cannot be.
  private var again: (() -> ByteInput.Source?)?
  /// Why the whole input is left out, if it is.
  private let absence: Problem?
  private var count = 0

  /// Opens a file, or standard input where the path is `-`.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - format: the name of a format to read it as, whatever it looks like; nil to tell it from the content.
  ///   - mapping: where an input of no known format keeps what is asked for; nil for the others.
  ///   - limits: the bounds to work within.
  /// - Throws: `ReadingFault` where the file cannot be opened or no reader recognises it.
  public init(
    path: String, format: String? = nil, mapping: FieldMapping? = nil, limits: Limits = Limits()
  ) throws(ReadingFault) {
    try self.init(FileInput(opening: path), path: path, format: format, mapping: mapping, limits: limits)
  }

  /// Reads an input that is open.
  package init(
    _ file: FileInput, path: String, format: String? = nil, mapping: FieldMapping? = nil,
    limits: Limits = Limits()
  ) throws(ReadingFault) {
    try self.init(
      source: { () throws(ReadingFault) in try file.read() }, path: path, format: format, mapping: mapping,
      limits: limits)
    again = { file.rewind() ? { () throws(ReadingFault) in try file.read() } : nil }
  }

  /// Reads bytes in memory.
  ///
  /// - Parameters:
  ///   - bytes: the content, also gzip.
  ///   - path: the name for messages and origins.
  ///   - format: the name of a format to read it as; nil to tell it from the content.
  ///   - mapping: where an input of no known format keeps what is asked for; nil for the others.
  ///   - limits: the bounds to work within.
  /// - Throws: `ReadingFault` where no reader recognises the content.
  public init(
    bytes: [UInt8], path: String, format: String? = nil, mapping: FieldMapping? = nil,
    limits: Limits = Limits()
  ) throws(ReadingFault) {
    var rest = bytes
    try self.init(
      source: { () throws(ReadingFault) in
        defer { rest = [] }
        return rest
      }, path: path, format: format, mapping: mapping, limits: limits)
  }

  /// Reads a part of another input.
  init(
    source: @escaping ByteInput.Source, path: String, format: String?, mapping: FieldMapping? = nil,
    limits: Limits
  ) throws(ReadingFault) {
    let kept = KeptBytes(limit: limits.keptBytes)
    let (head, rest, members) = try Self.unpack(source, path: path, limits: limits)
    kept.take(head)
    let input = ByteInput(held: head) { () throws(ReadingFault) in
      let bytes = try rest()
      kept.take(bytes)
      return bytes
    }
    let probe = Probe(path: path, bytes: head)
    guard !head.isEmpty || MarkdownReader.isBlankPage(probe) else {
      throw ReadingFault(
        "empty-input", path: path, "the file is empty", line: 1, column: 1, next: "check how it was written")
    }
    let recognised = Readers.all.first { $0.recognises(probe) }
    let type: any DocumentReader.Type
    if mapping != nil {
      type = MappedReader.self
    } else if let format {
      guard let named = Readers.named(format) else {
        throw ReadingFault(
          "unknown-format", path: path, "there is no format `\(format)`",
          next: "one of: \(Format.all.map(\.name).joined(separator: ", "))")
      }
      type = named
    } else if let recognised {
      type = recognised
    } else {
      throw try UnknownFormat.fault(probe, input: input, limits: limits)
    }
    if type.isPacked { kept.stop() }
    self.path = path
    self.format = type.format
    self.kept = kept
    self.limits = limits
    self.absence = type.readsOn ? nil : limits.leftOut[1]
    self.lookalike =
      mapping != nil || UnknownFormat.isEmptyList(probe)
      ? nil
      : recognised == nil
        ? UnknownFormat.guess(probe) : recognised?.format == type.format ? nil : recognised?.format.name
    isForced = format != nil && mapping == nil
    isOther = recognised.map { $0.format != type.format && !Self.isFallback($0) } ?? false
    isNoText = !probe.isText
    var remarks: [Problem] = []
    if members == 1, WARCStream.holdsSeveral(head) {
      remarks.append(
        Problem(
          "gzip-members",
          "the web archive is packed in one piece, not record by record: damage in it would cost all that follows"
        ))
    }
    self.remarks = remarks
    let origin = Origin(path: path, format: type.format.name)
    self.reader =
      mapping.map { MappedReader(input, origin: origin, limits: limits, mapping: $0) }
      ?? type.init(input, origin: origin, limits: limits)
  }

  /// The next document; nil at the end.
  ///
  /// - Throws: `ReadingFault` where nothing further can be read, and with code `no-items` for an input that
  ///   holds no document at all. Documents handed over before stand.
  public mutating func next() throws(ReadingFault) -> Document? {
    if let absence {
      defer { count += 1 }
      return count > 0 ? nil : Document(origin: Origin(path: path, format: format.name), lost: absence)
    }
    do throws(ReadingFault) {
      var document = try reader.next()
      document?.attachSummaries(limits: limits)
      document?.tellLimits(limits)
      if count == 0, let first = document {
        document?.problems += remarks + (misfit(first).map { [$0] } ?? [])
      }
      count += 1
      if document != nil, count > limits.items {
        throw ReadingFault(
          "limit-items", path: path, "more than \(limits.items) items; those before were read",
          next: "split the file, or raise the limit")
      }
      if document == nil, count == 1 {
        throw ReadingFault("no-items", path: path, "no document in it", next: "check the file")
      }
      return document
    } catch {
      throw count <= 1 ? told(error) : error
    }
  }

  /// The bytes read so far, unpacked; nil where there are more than `Limits.keptBytes`, and for containers, whose
  /// documents count the bytes of their own member.
  ///
  /// After the last document these are the whole input, to which all file ranges refer: with `LineIndex` they
  /// give lines and columns.
  public var bytes: [UInt8]? { kept.bytes }

  /// On which lines and in which columns bytes of the input stand, once its documents were read.
  ///
  /// - Returns: nil for containers, and for an input of more than `Limits.keptBytes` that cannot be read again.
  public func places(of bytes: [Int]) -> [BytePlace]? {
    var scan = PlaceScan(for: bytes)
    if let kept = kept.bytes {
      scan.take(kept)
      return scan.finish()
    }
    guard let source = kept.isPacked ? nil : again?() else { return nil }
    do throws(ReadingFault) {
      let (head, rest, _) = try Self.unpack(source, path: path, limits: limits)
      scan.take(head)
      while !scan.isComplete {
        let piece = try rest()
        if piece.isEmpty { break }
        scan.take(piece)
      }
    } catch {
      // What ended the first reading ends this one in the same place; places before it are known.
    }
    return scan.finish()
  }

  /// What was left aside so far because it holds no document: pictures in an archive, requests in a web archive.
  public var skipped: [SkippedPart] { reader.skipped }

  /// What is said of the first document where the format was forced and does not fit.
  ///
  /// Text of one format is still text in another, as long as there is any.
  private func misfit(_ document: Document) -> Problem? {
    let isLost = isNoText || document.body.isEmpty
    guard isForced, isLost || isOther, let lookalike else { return nil }
    return Problem(
      "format-forced", "the file looks like \(lookalike), not like \(format.name)", losesText: isLost)
  }

  /// Whether a reader takes what others do not.
  private static func isFallback(_ type: any DocumentReader.Type) -> Bool {
    type == PlainTextReader.self || type == XMLReader.self
  }

  /// A fault of an input that was forced to a format, with what it looks like.
  private func told(_ fault: ReadingFault) -> ReadingFault {
    guard let lookalike else { return fault }
    var fault = fault
    fault.message += "; the file looks like \(lookalike), not like \(format.name)"
    return fault
  }
}

extension DocumentSource: Sequence {
  /// Reads on; a fault becomes a last document that says so.
  public struct Iterator: IteratorProtocol {
    fileprivate var source: DocumentSource
    fileprivate var isFinished = false

    /// The next document.
    public mutating func next() -> Document? {
      guard !isFinished else { return nil }
      do {
        return try source.next()
      } catch {
        isFinished = true
        return Document(
          origin: Origin(path: source.path, item: source.count, format: source.format.name),
          lost: Problem(error.code, error.message, line: error.line, losesText: true))
      }
    }
  }

  /// An iterator over the documents that were not yet read.
  public func makeIterator() -> Iterator { Iterator(source: self) }
}

extension DocumentSource {
  /// Unpacks gzip where the first bytes are gzip, and reads enough for detection; of how many members of gzip that is.
  private static func unpack(
    _ source: @escaping ByteInput.Source, path: String, limits: Limits
  ) throws(ReadingFault) -> (head: [UInt8], rest: ByteInput.Source, members: Int) {
    let first = try fill(3, held: [], from: source)
    guard GzipInflater.recognises(first.bytes) else {
      let head = try fill(Probe.size, held: first.bytes, from: first.rest)
      return (head.bytes, head.rest, 0)
    }
    let inflater = try GzipInflater(held: first.bytes, source: first.rest, path: path, limits: limits)
    let head = try fill(Probe.size, held: []) { () throws(ReadingFault) in try inflater.read() }
    return (head.bytes, head.rest, inflater.members)
  }

  /// At least so many bytes, fewer only at the end of the input; a fault after the first byte is thrown later,
  /// by `rest`, so that what stands before it is read.
  private static func fill(
    _ count: Int, held: [UInt8], from source: @escaping ByteInput.Source
  ) throws(ReadingFault) -> (bytes: [UInt8], rest: ByteInput.Source) {
    var bytes = held
    while bytes.count < count {
      do {
        let more = try source()
        if more.isEmpty { break }
        if bytes.isEmpty { bytes = more } else { bytes += more }
      } catch {
        if bytes.isEmpty { throw error }
        return (bytes, { () throws(ReadingFault) in throw error })
      }
    }
    return (bytes, source)
  }
}
