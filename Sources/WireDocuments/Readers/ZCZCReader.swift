import WireText

/// Text wire between `ZCZC` and `NNNN`, as used by AAP and its partners: a head whose lines are identified by their
/// first character, or by two letters and `#`, followed by the copy.
///
/// The characters are those in the readers of superdesk/superdesk-aap; each service assigns its own meanings, so only
/// the common ones are used. Italian services write the number after the mark, and the headline before a `=` or before
/// the first indented line.
struct ZCZCReader: DocumentReader {
  static let format = Format(name: "zczc", title: "text wire between ZCZC and NNNN")

  static func recognises(_ probe: Probe) -> Bool {
    let utf8 = probe.utf8
    let start = utf8.firstIndex { $0 > 0x20 } ?? utf8.count
    return ZCZCFrame.isMark("ZCZC", utf8, start..<LineBreaks.end(utf8, start).end)
  }

  private let limits: Limits
  private var messages: WireMessages

  init(_ input: ByteInput, origin: Origin, limits: Limits) {
    self.limits = limits
    messages = WireMessages(input, origin: origin, limits: limits, cut: ZCZCFrame.messages)
  }

  mutating func next() throws(ReadingFault) -> Document? {
    try messages.next { ZCZCMessage($0, $1, limits: limits, document: $2) }
  }
}

/// The lines that delimit a message.
enum ZCZCFrame {
  /// Whether a line is a mark, possibly followed by a service and a number.
  static func isMark(_ mark: StaticString, _ utf8: [UInt8], _ line: Range<Int>) -> Bool {
    let rest = utf8[line].drop { $0 <= 0x20 }
    let isNamed = mark.withUTF8Buffer { name in
      rest.prefix(name.count).elementsEqual(name) { $0 & 0xDF == $1 }
    }
    // `ZCZC1234/SXA`
    return isNamed
      && rest.dropFirst(mark.utf8CodeUnitCount).first.map { $0 <= 0x20 || (0x30...0x39).contains($0) }
        ?? isNamed
  }

  /// Whether a line ends a message; the time may precede the mark: `26-NOV-26 10:12 NNNN`.
  static func isEnd(_ utf8: [UInt8], _ line: Range<Int>) -> Bool {
    isMark("NNNN", utf8, line)
      || utf8[line].reversed().drop { $0 <= 0x20 }.starts(with: " NNNN".utf8.reversed())
  }

  /// The messages of a spool; text before the first one is assigned to it.
  static func messages(_ utf8: [UInt8]) -> [Range<Int>] {
    let starts = LineBreaks.lines(of: utf8).map(\.line).filter { isMark("ZCZC", utf8, $0) }.map(\.lowerBound)
    guard starts.count > 1 else { return [utf8.indices] }
    return starts.indices.map { index in
      (index == 0 ? 0 : starts[index])..<(index + 1 < starts.count ? starts[index + 1] : utf8.count)
    }
  }
}

/// One message between `ZCZC` and `NNNN` during its conversion to a document.
private struct ZCZCMessage: WireMessage {
  private var wire: WireLines
  private let message: Range<Int>
  private var document: Document
  private var utf8: [UInt8] { wire.decoded.utf8 }
  /// The head lines with their sign, in order.
  private var head: [(sign: UInt8, line: Range<Int>)] = []

  init(_ decoded: Decoded, _ message: Range<Int>, limits: Limits, document: Document) {
    wire = WireLines(decoded, limits: limits)
    self.message = message
    self.document = document
  }

  mutating func read() -> Document {
    var lines = wire.lines(message)[...]
    if let mark = lines.firstIndex(where: { ZCZCFrame.isMark("ZCZC", utf8, $0) }) {
      add(wire.field(.service, rest(of: lines[mark]), key: "ZCZC"))
      if lines[..<mark].contains(where: { !wire.isBlank($0) }) {
        document.problems.append(
          Problem("leading-text", "text before the message is not read", losesText: true))
      }
      lines = lines[(mark + 1)...]
    }
    let end = lines.firstIndex { ZCZCFrame.isEnd(utf8, $0) }
    if let end {
      let rest = wire.line(lines[end]).dropLast(4)
      if !rest.isEmpty { takeTime(String(rest)) }
      if lines[(end + 1)...].contains(where: { !wire.isBlank($0) }) {
        document.problems.append(
          Problem("trailing-content", "text follows the end of the message; it is not read", losesText: true))
      }
      lines = lines[..<end]
    } else {
      document.problems.append(Problem("open-end", "no NNNN ends the message"))
    }
    if !readRouting(&lines) { readHead(&lines) }
    takeSignOffs(&lines)
    wire.addParagraphs(lines)
    document.body = wire.text
    if document.body.isEmpty { document.problems.append(Problem("no-text", "the message has no text")) }
    return document
  }

  /// The text after the mark on its line: service and number.
  private func rest(of line: Range<Int>) -> Range<Int> {
    let start = utf8[line].firstIndex { $0 > 0x20 } ?? line.upperBound
    return min(start + 4, line.upperBound)..<line.upperBound
  }

  private mutating func add(_ field: Field?) {
    if let field { document.fields.append(field) }
  }

  private mutating func readHead(_ lines: inout ArraySlice<Range<Int>>) {
    while let line = lines.first, let first = utf8[line].first(where: { $0 > 0x20 }) {
      if let key = key(line) {
        lines.removeFirst()
        if key.name == "TX" { return }
        readKey(key.name, key.value)
      } else if Self.signs.contains(first), utf8[line].first == first {
        lines.removeFirst()
        head.append((first, line.lowerBound + 1..<line.upperBound))
      } else if utf8[line].starts(with: "YY ".utf8) {
        // The routing line of the racing service.
        lines.removeFirst()
        add(wire.field(.other, line, key: "routing"))
      } else {
        break
      }
    }
    if head.last?.sign == UInt8(ascii: "*") { readRelease(&lines) }
    readSigns()
  }

  /// Reads the headline of a release: a line after a head that ends with a star, separated from the text and not a
  /// sentence.
  private mutating func readRelease(_ lines: inout ArraySlice<Range<Int>>) {
    guard document.headline == nil, let line = lines.first, line.count <= WireLines.longestHeadline,
      let next = lines.dropFirst().first, wire.isBlank(next), !wire.line(line).hasSuffix(".")
    else { return }
    lines.removeFirst()
    document.headline = wire.line(line)
  }

  /// Reads the head of services without signs: a routing line such as `ABC123 4 I 0123`, the slug, and the headline
  /// between blank lines.
  ///
  /// - Returns: whether there is a routing line.
  private mutating func readRouting(_ lines: inout ArraySlice<Range<Int>>) -> Bool {
    guard let first = lines.first, let id = ZCZCLine.routed(wire.line(first)) else { return false }
    lines.removeFirst()
    document.id = id
    add(wire.field(.service, first, key: "routing"))
    if let codes = lines.first, ZCZCLine.areCodes(wire.line(codes)) {
      lines.removeFirst()
      add(wire.field(.service, codes, key: "routing"))
    }
    if let slug = lines.first, !wire.line(slug).isEmpty, !wire.line(slug).contains(" ") {
      lines.removeFirst()
      add(wire.field(.slug, slug, key: "slug"))
    }
    if readHeadlines(&lines) { return true }
    let rest = lines.drop(while: wire.isBlank)
    if rest.startIndex > lines.startIndex, let line = rest.first,
      utf8[line].first.map({ $0 > 0x20 }) ?? false,
      let next = rest.dropFirst().first, wire.isBlank(next), line.count <= WireLines.longestHeadline
    {
      document.headline = wire.line(line)
      lines = rest.dropFirst()
    }
    return true
  }

  /// Reads headlines up to a line that ends in `=`, or before the first indented line; returns whether there are any.
  private mutating func readHeadlines(_ lines: inout ArraySlice<Range<Int>>) -> Bool {
    let rest = lines.drop(while: wire.isBlank)
    let marked = rest.prefix(3).firstIndex { wire.line($0).hasSuffix("=") }
    let count = wire.headlines(of: rest)
    guard let end = marked.map({ $0 + 1 }) ?? (count > 0 ? rest.startIndex + count : nil) else {
      return false
    }
    let heads = rest[..<end].map { wire.line($0).trimmingMarks }.filter { !$0.isEmpty }
    lines = rest[end...]
    if marked != nil {
      document.headline = heads.joined(separator: " ")
    } else {
      document.headline = heads.first
      for line in rest[..<end].dropFirst() { add(wire.field(.subhead, line, key: "headline")) }
    }
    return true
  }

  /// Takes the initials of agency and desk after the copy, as `AAP xy` or `ab/cd`, and the time; they are not copy.
  private mutating func takeSignOffs(_ lines: inout ArraySlice<Range<Int>>) {
    while let last = lines.lastIndex(where: { !wire.isBlank($0) }), last > lines.startIndex {
      let text = wire.line(lines[last])
      if ZCZCLine.isTime(text) {
        takeTime(text)
      } else if WireLines.isSignOff(text) || wire.isBlank(lines[last - 1]) && ZCZCLine.isDesk(text) {
        add(wire.field(.other, lines[last], key: "sign-off"))
      } else {
        return
      }
      lines = lines[..<last]
    }
  }

  /// Takes the transmission time, which is in the service's time zone.
  private mutating func takeTime(_ text: String) {
    let time = Transmission(text)
    document.times.append(TimeField(.published, raw: oneLine(text), instant: time?.instant))
  }

  private static let signs = Set("$:=^*&+%#@~!".utf8)

  /// The key and the value of a line such as `TI#The headline`.
  private func key(_ line: Range<Int>) -> (name: String, value: Range<Int>)? {
    let bytes = utf8[line]
    guard bytes.count > 2, bytes[line.lowerBound + 2] == UInt8(ascii: "#"),
      bytes.prefix(2).allSatisfy({ (0x41...0x5A).contains($0) })
    else { return nil }
    return (String(decoding: bytes.prefix(2), as: UTF8.self), line.lowerBound + 3..<line.upperBound)
  }

  private mutating func readKey(_ name: String, _ value: Range<Int>) {
    let text = wire.line(value)
    switch name {
    case "TI": document.headline = text.isEmpty ? nil : text
    case "AN": document.id = text.isEmpty ? nil : text
    case "BY": add(wire.field(.byline, value, key: name))
    case "SO": add(wire.field(.source, value, key: name))
    case "KN": add(wire.field(.provider, value, key: name))
    case "KY": add(wire.field(.keyword, value, key: name))
    case "PD" where !text.isEmpty:
      document.times.append(TimeField(.published, reading: text))
    default: add(wire.field(.other, value, key: name))
    }
  }

  /// Reads the signs: `^` is always a headline; without one, the longest of the lines that some services use for it.
  private mutating func readSigns() {
    let titles = head.filter { $0.sign == UInt8(ascii: "^") && !wire.isBlank($0.line) }
    let others = head.filter { ":$".utf8.contains($0.sign) && wire.line($0.line).contains(" ") }
    let isRead = document.headline != nil
    let title = titles.first ?? (isRead ? nil : others.max { $0.line.count < $1.line.count })
    document.headline = document.headline ?? title.map { wire.line($0.line) }
    for (sign, line) in head where line != title?.line {
      let text = wire.line(line)
      let name: Field.Name
      switch sign {
      case UInt8(ascii: ":") where text.hasPrefix("(") && text.hasSuffix(")"): name = .dateline
      case UInt8(ascii: ":"), UInt8(ascii: "#"): name = .slug
      default: name = .other
      }
      add(wire.field(name, line, key: String(UnicodeScalar(sign))))
    }
  }
}

extension String {
  /// The text without the headline marks around it.
  fileprivate var trimmingMarks: String {
    let marks: Set<Character> = ["=", " "]
    return String(reversed().drop(while: marks.contains).reversed().drop(while: marks.contains))
  }
}
