public import WireText

/// Opens an input and reads its documents one at a time.
///
/// gzip is decompressed and the format detected from the content:
///
///     for document in try DocumentSource(path: "export.jsonl.gz") { … }
///
/// A `for` loop cannot throw: there, a fault in the middle becomes a last document whose only problem has `losesText`;
/// `next()` throws the fault instead.
public struct DocumentSource: DocumentFeed {
  /// The path as given; `-` is standard input.
  public let path: String
  /// The format that the input is read as.
  public let format: Format
  private var reader: any DocumentReader
  private let kept: KeptBytes
  private let lookalike: String?
  /// The problems that are attached to the first document.
  private let remarks: [Problem]
  /// Whether the format was forced, and whether the input was positively recognised as another format.
  private let isForced: Bool
  private let isOther: Bool
  /// Whether the input is binary, which no format but its own can read.
  private let isNoText: Bool
  private let limits: Limits
  /// Restarts the input from the beginning; nil if that is impossible.
  private var again: (() -> ByteInput.Source?)?
  /// The reason why the whole input is left out, if it is.
  private let absence: Problem?
  private var count = 0

  /// Opens a file, or standard input if the path is `-`.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - format: the name of the format to read it as, whatever it looks like; nil to detect it.
  ///   - mapping: the field mapping for an input of unknown format; nil for known formats.
  ///   - limits: the bounds to work within.
  /// - Throws: `ReadingFault` if the file cannot be opened or no reader recognises it.
  public init(
    path: String, format: String? = nil, mapping: FieldMapping? = nil, limits: Limits = Limits()
  ) throws(ReadingFault) {
    try self.init(FileInput(opening: path), path: path, format: format, mapping: mapping, limits: limits)
  }

  /// Reads an open input.
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
  ///   - bytes: the content, possibly compressed with gzip.
  ///   - path: the name for messages and origins.
  ///   - format: the name of the format to read it as; nil to detect it.
  ///   - mapping: the field mapping for an input of unknown format; nil for known formats.
  ///   - limits: the bounds to work within.
  /// - Throws: `ReadingFault` if no reader recognises the content.
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
    let (packed, rest, members) = try Self.unpack(source, path: path, limits: limits)
    kept.take(packed)
    let more: ByteInput.Source = { () throws(ReadingFault) in
      let bytes = try rest()
      kept.take(bytes)
      return bytes
    }
    let (head, input) = ScriptedJSON.input(packed, rest: more)
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
  /// - Throws: `ReadingFault` if nothing more can be read, with code `no-items` for an input without any document.
  ///   Documents already returned remain valid.
  public mutating func next() throws(ReadingFault) -> Document? {
    if let absence {
      defer { count += 1 }
      return count > 0 ? nil : Document(origin: Origin(path: path, format: format.name), lost: absence)
    }
    do throws(ReadingFault) {
      var document = try reader.next()
      document?.dropRepeatedLinks()
      document?.takeAttributeTexts()
      document?.restrictTimes()
      document?.attachSummaries(limits: limits)
      document?.reportLimits(limits)
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
      throw count <= 1 ? withLookalike(error) : error
    }
  }

  /// The bytes read so far, decompressed; nil if there are more than `Limits.keptBytes`, and for containers, whose
  /// documents have offsets in their own member.
  ///
  /// After the last document these are the whole input, to which all file ranges refer; `LineIndex` converts them to
  /// lines and columns.
  public var bytes: [UInt8]? { kept.pieces.map([UInt8].init(joining:)) }

  /// The lines and columns of byte offsets in the input, available after its documents were read.
  ///
  /// - Returns: nil for containers, and for an input of more than `Limits.keptBytes` that cannot be read again.
  public func places(of bytes: [Int]) -> [BytePlace]? {
    var scan = PlaceScan(for: bytes)
    if let pieces = kept.pieces {
      for piece in pieces where !scan.isComplete { scan.take(piece) }
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
      // The fault that ended the first reading ends this one at the same offset; positions before it are known.
    }
    return scan.finish()
  }

  /// The parts skipped so far because they hold no document: pictures in an archive, requests in a web archive.
  public var skipped: [SkippedPart] { reader.skipped }

  /// The fault of an input that is not read on because of a problem.
  func fault(_ problem: Problem) -> ReadingFault {
    ReadingFault(
      problem.code, path: path, "\(problem.message); what follows in it is not read",
      next: "send the file to whoever maintains the reader")
  }

  /// The problem to attach to the first document if a forced format does not fit.
  ///
  /// Text in one format can still be read as another, as long as the result is not empty.
  private func misfit(_ document: Document) -> Problem? {
    let isLost = isNoText || document.body.isEmpty
    guard isForced, isLost || isOther, let lookalike else { return nil }
    return Problem(
      "format-forced", "the file looks like \(lookalike), not like \(format.name)", losesText: isLost)
  }

  /// Whether a reader is a fallback that accepts what more specific readers do not.
  private static func isFallback(_ type: any DocumentReader.Type) -> Bool {
    type == PlainTextReader.self || type == XMLReader.self
  }

  /// Adds to a fault of an input with a forced format what the input looks like.
  private func withLookalike(_ fault: ReadingFault) -> ReadingFault {
    guard let lookalike else { return fault }
    var fault = fault
    fault.message += "; the file looks like \(lookalike), not like \(format.name)"
    if isForced { fault.next = "leave out the format, which is then told from the content" }
    return fault
  }
}

extension DocumentSource: Sequence {
  /// Continues reading; a fault becomes a last document that reports it.
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
  /// Decompresses gzip if the first bytes are gzip, and reads enough for detection; also returns the number of gzip
  /// members begun.
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

  /// Reads at least `count` bytes, fewer only at the end of the input; a fault after the first byte is thrown later,
  /// by `rest`, so that the bytes before it are read.
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
