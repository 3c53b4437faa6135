import WireText

/// One mail message (RFC 5322 with MIME): its text and that of its attachments, its header as fields, and attached
/// wire items and archives as further documents.
struct EMLReader: DocumentReader {
  static let format = Format(
    name: "eml", title: "e-mail message: its text, text that is attached, and attached items")
  static let readsOn = true

  static func recognises(_ probe: Probe) -> Bool {
    if probe.pathExtension == "eml" {
      return !MboxReader.recognises(probe) && UnknownFormat.mark(probe) == nil
    }
    return MailHeader(probe.bytes, in: 0..<probe.bytes.count).isMail
  }

  private let input: ByteInput
  private let origin: Origin
  private let limits: Limits
  private var queue: MailQueue?

  init(_ input: ByteInput, origin: Origin, limits: Limits) {
    self.input = input
    self.origin = origin
    self.limits = limits
  }

  var skipped: [SkippedPart] { queue?.skipped ?? [] }

  mutating func next() throws(ReadingFault) -> Document? {
    if queue == nil { queue = try opened() }
    return try queue?.next()
  }

  private func opened() throws(ReadingFault) -> MailQueue {
    let bytes = try input.readAll(limit: limits.wholeInputBytes, path: origin.path)
    // A UTF-8 byte order mark and blank lines before the header are ignored.
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let start = bytes[mark...].firstIndex { $0 > 0x20 } ?? bytes.count
    return MailQueue(
      Array(bytes[start...]), map: SourceMap(identity: bytes.count - start, at: start), folder: origin.path,
      limits: limits, document: Document(origin: origin))
  }
}

extension MailHeader {
  /// Whether there are header fields that only mail has.
  var isMail: Bool {
    let names = Set(fields.prefix(60).map(\.name))
    return names.intersection(Self.fieldsOfMail).count >= 2
      || names.contains("from") && names.contains("subject") && names.contains("date")
  }

  private static let fieldsOfMail: Set<String> = [
    "received", "mime-version", "message-id", "return-path", "delivered-to", "content-type", "dkim-signature",
    "content-transfer-encoding",
  ]
}
