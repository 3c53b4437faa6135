import WireText

/// The records of a web archive: WARC 0.17 to 1.1 (ISO 28500), and its predecessor ARC 1.
struct WARCStream {
  /// A record's header; its content follows in the stream.
  struct Record {
    /// `response`, `request` and so on.
    var type: String
    var id: String?
    /// The address of the page.
    var address: String?
    /// The time of fetching, as written.
    var date: String?
    /// The media type of the content.
    var contentType: MailParameters
    var count: Int
    /// Whether the crawler states that it truncated the content.
    var isTruncated = false
    /// Whether it is the first of several segments of a record.
    var isSegment = false
    /// For a later segment, the record of the first one.
    var first: String?
    /// The number of the record, from 1, and its first byte.
    var number: Int
    var offset: Int
  }

  private let blocks: ByteBlocks
  private let path: String
  private var number = 0
  private var isARC = false
  /// The number of content bytes not yet read.
  private var left = 0

  /// Whether the end of the archive truncated the last content.
  var isCut: Bool { fault != nil }
  private var fault: ReadingFault?

  private static let lineLimit = 64 << 10

  /// The records of an input.
  init(_ input: ByteInput, path: String) {
    blocks = ByteBlocks(input)
    self.path = path
  }

  /// Whether bytes start like a web archive.
  static func recognises(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: "WARC/".utf8) || bytes.starts(with: "filedesc://".utf8)
  }

  /// Whether bytes start a web archive and include the start of a second record.
  static func holdsSeveral(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: "WARC/".utf8) && bytes.holds("\r\n\r\nWARC/")
  }

  /// The next record's header; nil at the end.
  ///
  /// - Throws: `ReadingFault` with the last good position, if the archive is truncated or what follows is not a
  ///   record.
  mutating func next() throws(ReadingFault) -> Record? {
    if left > 0 { _ = try content(limit: 0) }
    if let fault { throw fault }
    var line: [UInt8]
    repeat {
      guard let next = try blocks.line(limit: Self.lineLimit) else { return nil }
      line = next
    } while line.allSatisfy { $0 <= 0x20 }
    number += 1
    let offset = blocks.offset - line.count
    if line.starts(with: "filedesc://".utf8) { isARC = true }
    let record = isARC ? arcRecord(line, offset) : try warcRecord(line, offset)
    guard let record else { throw damaged("what follows is no record") }
    left = record.count
    return record
  }

  /// The content of the record whose header was read last, as far as it is present; nil if it is larger than the
  /// limit.
  ///
  /// - Throws: what `next` throws if the input cannot be read.
  mutating func content(limit: Int) throws(ReadingFault) -> [UInt8]? {
    let count = left
    left = 0
    guard count <= limit else {
      if try !blocks.skip(count) { fault = truncated() }
      return nil
    }
    let bytes = try blocks.take(count)
    if bytes.count < count { fault = truncated() }
    return bytes
  }

  private func warcRecord(_ first: [UInt8], _ offset: Int) throws(ReadingFault) -> Record? {
    guard first.starts(with: "WARC/".utf8) else { return nil }
    var bytes: [UInt8] = []
    while let line = try blocks.line(limit: Self.lineLimit), !line.isEmpty, bytes.count < 1 << 20 {
      bytes += line + [0x0D, 0x0A]
    }
    let header = MailHeader(bytes, in: bytes.indices)
    guard let count = header.raw("content-length").flatMap({ Int($0) }), count >= 0 else { return nil }
    return Record(
      type: header.raw("warc-type")?.lowercased() ?? "", id: header.raw("warc-record-id"),
      // Some crawlers put angle brackets around it.
      address: header.raw("warc-target-uri")?.trimmingAngles,
      date: header.raw("warc-date"), contentType: MailParameters(header.raw("content-type") ?? ""),
      count: count,
      isTruncated: header.raw("warc-truncated") != nil, isSegment: header.raw("warc-segment-number") != nil,
      first: header.raw("warc-segment-origin-id"), number: number, offset: offset)
  }

  /// Parses an ARC header, `address ip date type length`; an address may contain spaces.
  private func arcRecord(_ line: [UInt8], _ offset: Int) -> Record? {
    let words = String(decoding: line, as: UTF8.self).split(separator: " ")
    guard words.count >= 5, let count = words.last.flatMap({ Int($0) }), count >= 0 else { return nil }
    let fields = words.suffix(4)
    let address = words.dropLast(4).joined(separator: " ")
    return Record(
      type: address.hasPrefix("filedesc:") ? "warcinfo" : "response", address: address,
      date: fields.dropFirst().first.map(String.init),
      contentType: MailParameters("application/http"), count: count, number: number, offset: offset)
  }

  private func damaged(_ message: String) -> ReadingFault {
    ReadingFault(
      "warc-damaged", path: path,
      "\(message); \(number - 1) records before byte \(blocks.offset) are whole",
      next: "fetch the archive again")
  }

  private func truncated() -> ReadingFault {
    ReadingFault(
      "warc-truncated", path: path,
      "the archive ends inside of record \(number) at byte \(blocks.offset)", next: "fetch the archive again")
  }
}
