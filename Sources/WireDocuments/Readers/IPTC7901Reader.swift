import WireText

/// IPTC 7901: text wire with a header line, a headline block that ends in `=`, and control characters that some relays
/// have removed.
struct IPTC7901Reader: DocumentReader {
  static let format = Format(name: "iptc7901", title: "IPTC 7901 text wire")

  static func recognises(_ probe: Probe) -> Bool {
    let head = Array(probe.utf8.prefix(1024).drop { WireControl.isFiller($0) })
    func line(from at: Int) -> Range<Int> {
      let start = head[at...].firstIndex { $0 > 0x20 && $0 != 0x7F } ?? head.count
      return start..<LineBreaks.end(head, start).end
    }
    func text(_ line: Range<Int>) -> String { String(decoding: head[line], as: UTF8.self) }
    let first = line(from: 0)
    let header = IPTC7901Spool.isStamp(text(first)) ? line(from: first.upperBound) : first
    guard IPTC7901Header(text(header)) != nil else { return false }
    let marks = Set([WireControl.startOfHeader, WireControl.startOfText, WireControl.endOfText])
    // Without control characters only the block that ends in `=` or the time at the end distinguishes it from prose.
    return probe.bytes.contains { marks.contains($0) }
      || head[header.upperBound...].split(separator: 0x0A).contains { line in
        line.last { $0 > 0x20 } == UInt8(ascii: "=")
      } || IPTC7901Spool.hasTime(probe.utf8)
  }

  private let origin: Origin
  private let limits: Limits
  private var messages: WireMessages

  init(_ input: ByteInput, origin: Origin, limits: Limits) {
    self.origin = origin
    self.limits = limits
    messages = WireMessages(input, origin: origin, limits: limits, cut: IPTC7901Spool.messages)
  }

  mutating func next() throws(ReadingFault) -> Document? {
    let path = origin.path
    return try messages.next { (decoded, range, document) throws(ReadingFault) in
      try Self.checkText(decoded, range, path: path)
      return IPTC7901Message(decoded, range, limits: limits, document: document)
    }
  }

  /// Throws for a message that ends after its header.
  private static func checkText(
    _ decoded: Decoded, _ range: Range<Int>, path: String
  ) throws(ReadingFault) {
    let message = decoded.utf8[range]
    guard message.contains(WireControl.startOfHeader), !message.contains(WireControl.startOfText),
      !message.contains(WireControl.endOfText)
    else { return }
    let before = decoded.utf8[..<message.startIndex]
    throw ReadingFault(
      "truncated", path: path, "a message has a header and no text",
      line: before.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }, next: "ask the sender for the whole message")
  }
}

/// The first line: `eca0124 3 i 93 dpa 1888`.
struct IPTC7901Header {
  /// The service's letters.
  var service: String
  /// The number of the message in its service.
  var sequence: String
  var priority: String
  var category: String
  /// The number of words that the message claims to have.
  var words: Int?
  /// The rest of the line.
  var rest: String

  /// Nil for a line with another form.
  init?(_ line: String) {
    let parts = line.printable(" ").split(separator: " ").map(String.init)
    guard parts.count >= 3, let first = parts.first else { return nil }
    let letters = first.prefix { $0.isASCII && $0.isLetter }
    let digits = first.dropFirst(letters.count)
    guard (2...4).contains(letters.count), (3...5).contains(digits.count),
      digits.allSatisfy({ $0.isASCII && $0.isNumber }), parts[1].count == 1,
      parts[1].allSatisfy({ $0.isASCII && $0.isNumber }), (1...3).contains(parts[2].count),
      parts[2].allSatisfy({ $0.isASCII && $0.isLetter })
    else { return nil }
    service = String(letters)
    sequence = String(digits)
    priority = parts[1]
    category = parts[2]
    words = parts.count > 3 ? Int(parts[3]) : nil
    rest = parts.dropFirst(words == nil ? 3 : 4).joined(separator: " ")
  }
}
