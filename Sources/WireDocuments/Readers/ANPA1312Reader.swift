import WireText

/// ANPA 1312: text wire with two SYN before its header, head lines between `^` and `<`, and indented paragraphs.
struct ANPA1312Reader: DocumentReader {
  static let format = Format(name: "anpa1312", title: "ANPA 1312 text wire")

  static func recognises(_ probe: Probe) -> Bool {
    let synchronous = probe.bytes.prefix { $0 == WireControl.synchronous || $0 == 0 }
    if synchronous.isEmpty, probe.isText {
      let start = WireLines(Decoded(Array(probe.bytes.prefix(2048))), limits: Limits())
      let all = start.decoded.utf8.indices
      return ANPA1312Header.end(of: all, in: start) != nil || ANPA1312Header.hasHeads(all, in: start)
    }
    guard synchronous.count >= 2, synchronous.count < probe.bytes.count else { return false }
    return probe.bytes[synchronous.endIndex] == WireControl.startOfHeader
  }

  private let limits: Limits
  private var messages: WireMessages

  init(_ input: ByteInput, origin: Origin, limits: Limits) {
    self.limits = limits
    messages = WireMessages(input, origin: origin, limits: limits)
  }

  mutating func next() throws(ReadingFault) -> Document? {
    try messages.next { ANPA1312Message($0, $1, limits: limits, document: $2) }
  }
}

/// One message of ANPA 1312 during its conversion to a document.
private struct ANPA1312Message: WireMessage {
  private var wire: WireLines
  private let message: Range<Int>
  private var document: Document
  private var utf8: [UInt8] { wire.decoded.utf8 }
  /// The number of head lines read so far.
  private var heads = 0
  private var hasBody = false
  /// Whether the header is lost, so that lines without marks before the first paragraph are head lines, too.
  private var isBare = false
  /// Whether tables follow (DC4), according to the header or the text; centred lines before them are part of them.
  private var isTabular = false
  /// Whether the previous head line was the byline: a centred line after it gives the author's position.
  private var isBelowByline = false
  /// The device controls DC4 and DC2, which introduce tables and text.
  private static let tabularMatter: UInt8 = 0x14
  private static let textMatter: UInt8 = 0x12
  /// Head lines of unknown purpose.
  private var furtherLines: [Range<Int>] = []

  init(_ decoded: Decoded, _ message: Range<Int>, limits: Limits, document: Document) {
    wire = WireLines(decoded, limits: limits)
    self.message = message
    self.document = document
  }

  mutating func read() -> Document {
    let start = utf8[message].firstIndex(of: WireControl.startOfText)
    let end = WireControl.end(of: utf8, (start ?? message.lowerBound)..<message.upperBound)
    let bare = start == nil ? ANPA1312Header.end(of: message, in: wire) : nil
    isBare = start == nil && bare == nil && ANPA1312Header.hasHeads(message, in: wire)
    let headerEnd = min(start ?? bare ?? message.lowerBound, end ?? message.upperBound)
    let header = message.lowerBound..<headerEnd
    isTabular = utf8[header].contains(Self.tabularMatter)
    readHeader(header)
    var text = (start.map { $0 + 1 } ?? headerEnd)..<(end ?? message.upperBound)
    if let end {
      readTrailer(end..<message.upperBound)
    } else if bare != nil {
      takeEnd(of: &text)
    } else if isBare {
      takeTrailer(of: &text)
    } else {
      document.problems.append(WireControl.openText)
    }
    if start == nil, bare == nil, !isBare {
      document.problems.append(Problem("bad-header", "no mark starts the text; all of the message is read"))
    }
    readText(text)
    document.body = wire.text
    if document.body.isEmpty { document.problems.append(Problem("no-text", "the message has no text")) }
    return document
  }

  /// Reads service and number, then priority, category, keyword, date and word count.
  private mutating func readHeader(_ part: Range<Int>) {
    let lines = wire.lines(part).filter { !wire.isBlank($0) }
    guard let first = lines.first else { return }
    let words = wire.line(first).split(separator: " ").map(String.init)
    document.id = words.first
    add(wire.field(.service, first, key: "header"))
    guard lines.count > 1 else { return }
    let level = wire.line(lines[1]).split(separator: " ").map(String.init)
    guard level.count > 2 else { return }
    let place = wire.decoded.fileRange(lines[1])
    document.fields.append(Field(.other, level[0], key: "priority", place: place))
    document.fields.append(Field(.other, level[1], key: "category", place: place))
    document.fields.append(Field(.slug, level[2], key: "keyword", place: place))
  }

  /// Takes the last lines of a message without marks: `==Norde`, the agency, and `NWS-21:37-09-12-18`, the
  /// transmission.
  private mutating func takeEnd(of text: inout Range<Int>) {
    for isAgency in [false, true] {
      guard let last = wire.lines(text).last(where: { !wire.isBlank($0) }) else { return }
      let words = wire.line(last)
      if isAgency ? words.hasPrefix("==") : words.contains(":") && !words.contains(" ") {
        add(wire.field(isAgency ? .credit : .other, last, key: isAgency ? "sign-off" : "trailer"))
        text = text.lowerBound..<last.lowerBound
      }
    }
  }

  /// Takes the last line of a message without marks if it is the time of transmission: `AP-WF-11-18-26 1400GMT`.
  private mutating func takeTrailer(of text: inout Range<Int>) {
    guard let last = wire.lines(text).last(where: { !wire.isBlank($0) }), utf8[last.lowerBound] > 0x20,
      Self.zoned(wire.line(last)) != nil, wire.line(last).contains("-")
    else { return }
    readTrailer(last)
    text = text.lowerBound..<last.lowerBound
  }

  private mutating func add(_ field: Field?) {
    if let field { document.fields.append(field) }
  }

  /// Reads the head lines and the paragraphs.
  ///
  /// Some senders write no `^`: then the lines before the first indented one are the head.
  private mutating func readText(_ part: Range<Int>) {
    let lines = wire.lines(part).filter { !wire.isBlank($0) }
    func isSetIn(_ line: Range<Int>) -> Bool { utf8[line.lowerBound] <= 0x20 }
    let isPlain = !lines.contains { utf8[$0].contains(UInt8(ascii: "^")) } && lines.contains(where: isSetIn)
    // The lines of an open paragraph, whose last line has no end mark: it continues unless the next line is indented.
    var paragraph: [Range<Int>] = []
    for line in lines {
      if let matter = utf8[line].last(where: { $0 == Self.tabularMatter || $0 == Self.textMatter }) {
        isTabular = matter == Self.tabularMatter
      }
      let first = utf8[line].firstIndex { $0 > 0x20 } ?? line.upperBound
      let isMarked =
        utf8[first] == UInt8(ascii: "^") && utf8[line.lowerBound..<first].allSatisfy { $0 != 0x08 }
      let end = trimmed(line)
      let isCentred = utf8[end..<line.upperBound].contains(UInt8(ascii: "="))
      if isMarked || paragraph.isEmpty || isSetIn(line) {
        wire.add(paragraph)
        paragraph = []
      }
      if isMarked {
        readHead(first + 1..<max(first + 1, end), isCentred: isCentred)
      } else if isPlain || isBare, !hasBody, !isSetIn(line) {
        readHead(first..<max(first, end), isCentred: isCentred)
      } else {
        hasBody = true
        let start = utf8[first] == UInt8(ascii: "^") ? first + 1 : first
        let part = start..<max(start, end)
        if isRow(line) {
          wire.add([part], role: .table)
        } else if paragraph.isEmpty, !isSetIn(line) || isEnded(line) {
          wire.add([part])
        } else {
          paragraph.append(part)
          if isEnded(line) {
            wire.add(paragraph)
            paragraph = []
          }
        }
      }
    }
    wire.add(paragraph)
    document.headline = document.headline ?? document.field(.title)?.text
    for line in furtherLines {
      // A digest has no paragraphs: the headlines that it lists are its text.
      if hasBody { add(wire.field(.other, line, key: "head")) } else { wire.add([line], role: .list) }
    }
  }

  /// Whether a line is a table row: one that starts with a backspace, or columns separated by semicolons in tabular
  /// matter.
  private func isRow(_ line: Range<Int>) -> Bool {
    if utf8[line].first == 0x08 { return true }
    guard isTabular else { return false }
    // In prose, a semicolon is followed by a space.
    let stops = utf8[line].indices.dropLast().filter {
      utf8[$0] == UInt8(ascii: ";") && utf8[$0 + 1] != 0x20
    }
    return stops.count > 1
  }

  /// The end of a line without its end mark: `<` for a full line, `=` for a centred one.
  private func trimmed(_ line: Range<Int>) -> Int {
    let marks = Set("<=".utf8)
    guard isEnded(line) else { return utf8[line].lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? line.lowerBound }
    // `Associated Press Writer=<`
    return utf8[line].lastIndex { $0 > 0x20 && !marks.contains($0) }.map { $0 + 1 } ?? line.lowerBound
  }

  /// Whether a line has an end mark.
  private func isEnded(_ line: Range<Int>) -> Bool {
    let last = utf8[line].last { $0 > 0x20 }
    return last == UInt8(ascii: "<") || last == UInt8(ascii: "=")
  }

  /// Reads a head line: the first names the story, the next is its headline, others are recognised by how they start.
  ///
  /// Between paragraphs such lines are subheads.
  private mutating func readHead(_ part: Range<Int>, isCentred: Bool) {
    let text = wire.line(part)
    guard !text.isEmpty else { return }
    if hasBody {
      wire.add([part], role: .subhead)
      return
    }
    heads += 1
    defer { isBelowByline = text.hasPrefix("By ") }
    if heads == 1 {
      add(wire.field(.title, part, key: "head"))
    } else if ["Eds:", "EDS:", "(Eds:", "EDITOR"].contains(where: text.hasPrefix) {
      add(wire.field(.editorsNote, part, key: "head"))
    } else if text.hasPrefix("By ") {
      add(wire.field(.byline, part, key: "head"))
    } else if isBelowByline, !isTabular && isCentred || Self.namesPosition(text) {
      add(wire.field(.byline, part, key: "head"))
    } else if document.headline == nil, document.field(.byline) == nil, !text.hasPrefix("AP Photo") {
      document.headline = text.hasSuffix("+") ? oneLine(String(text.dropLast())) : text
    } else if isTabular, !text.hasPrefix("AP Photo") {
      wire.add([part], role: .subhead)
    } else {
      furtherLines.append(part)
    }
  }

  /// Whether a line below a byline says what its author is: `Northwire Sports Writer`.
  private static func namesPosition(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return words.count <= 6 && words.last.map { positions.contains($0.lowercased()) } ?? false
  }

  private static let positions: Set<String> = ["writer", "editor", "correspondent", "reporter", "columnist"]

  /// The part of a line that ends with a time of day and the name of a zone, and that name; nil if there is none.
  private static func zoned(_ line: String) -> (raw: String, zone: String)? {
    var at = line.startIndex
    while let digits = line[at...].firstIndex(where: \.isNumber) {
      let end = line[digits...].firstIndex { !$0.isNumber } ?? line.endIndex
      let name = line[end...].drop { $0 == " " }.prefix { $0.isUppercase && $0.isASCII }
      if line[digits..<end].count == 4, (3...4).contains(name.count) {
        return (String(line[..<name.endIndex]), String(name))
      }
      at = end
    }
    return nil
  }

  /// `AP-WF-02-10-16 0423GMT`: month, day, year, hour and minute, and the zone.
  private mutating func readTrailer(_ part: Range<Int>) {
    add(wire.field(.other, part, key: "trailer"))
    let line = wire.line(part)
    guard let (raw, zone) = Self.zoned(line) else { return }
    let numbers = raw.split { !$0.isASCII || !$0.isNumber }.map(String.init)
    var instant: Instant?
    if numbers.count >= 4, let time = numbers.last, time.count == 4 {
      let date = numbers.suffix(4).prefix(3).map { $0 }
      let year = date[2].count == 2 ? "20\(date[2])" : date[2]
      let clock = "\(time.prefix(2)):\(time.suffix(2)):00"
      instant = Instant(field: "\(year)-\(date[0])-\(date[1])T\(clock) \(zone)")
    }
    document.times.append(TimeField(.published, raw: raw, instant: instant))
    if instant == nil {
      document.problems.append(Problem("time-unreadable", "the time of transmission cannot be read"))
    }
  }
}
