import WireText

/// One message of IPTC 7901 during its conversion to a document.
struct IPTC7901Message: WireMessage {
  private var wire: WireLines
  private let message: Range<Int>
  private var document: Document
  private var utf8: [UInt8] { wire.decoded.utf8 }

  init(_ decoded: Decoded, _ message: Range<Int>, limits: Limits, document: Document) {
    wire = WireLines(decoded, limits: limits)
    self.message = message
    self.document = document
  }

  mutating func read() -> Document {
    let textStart = utf8[message].firstIndex(of: WireControl.startOfText)
    let textEnd = WireControl.end(of: utf8, (textStart ?? message.lowerBound)..<message.upperBound)
    let end = textEnd ?? message.upperBound
    if textEnd == nil {
      let hasMarks = utf8[message].contains {
        $0 == WireControl.startOfHeader || $0 == WireControl.startOfText
      }
      if hasMarks { document.problems.append(WireControl.openText) }
    } else if let textEnd {
      readTrailer(textEnd + 1..<message.upperBound)
    }
    var lines = wire.lines(message.lowerBound..<end)
    let header = readHeader(&lines, before: textStart)
    var text = textStart.map { start in lines.filter { $0.upperBound > start } } ?? lines
    if textEnd == nil { takeTrailer(of: &text) }
    readText(text)
    document.body = wire.text
    checkWords(header)
    if document.body.isEmpty { document.problems.append(Problem("no-text", "the message has no text")) }
    return document
  }

  /// Reads the header line, and the keywords between it and the text.
  private mutating func readHeader(_ lines: inout [Range<Int>], before start: Int?) -> IPTC7901Header? {
    for line in lines.prefix(while: { wire.isBlank($0) || IPTC7901Spool.isStamp(wire.line($0)) }) {
      add(wire.field(.other, line, key: "session"))
    }
    guard
      let first = lines.firstIndex(where: {
        !wire.isBlank($0) && !IPTC7901Spool.isStamp(wire.line($0))
      }), let header = IPTC7901Header(wire.line(lines[first]))
    else {
      document.problems.append(Problem("bad-header", "the message has no header line that can be read"))
      return nil
    }
    document.id = header.service + header.sequence
    let place = lines[first]
    add(wire.field(.service, place, key: "header"))
    document.fields.append(
      Field(.other, header.priority, key: "priority", place: wire.decoded.fileRange(place)))
    document.fields.append(
      Field(.other, header.category, key: "category", place: wire.decoded.fileRange(place)))
    lines.removeFirst(first + 1)
    let keywords = lines.prefix { line in
      start.map { line.upperBound <= $0 } ?? wire.isBlank(line)
    }
    for line in keywords { add(wire.field(.slug, line, key: "keywords")) }
    lines.removeFirst(keywords.count)
    return header
  }

  private mutating func add(_ field: Field?) {
    if let field { document.fields.append(field) }
  }

  /// Reads the headline block, the copy and the notes.
  private mutating func readText(_ lines: [Range<Int>]) {
    let start = lines.firstIndex { !wire.isBlank($0) } ?? lines.count
    let isMarked = lines[start...].prefix(12).firstIndex { endsBlock($0) }
    let blockEnd = isMarked.map { $0 + 1 } ?? endOfBlock(in: lines, from: start)
    readBlock(headlines(of: lines[start..<blockEnd]))
    var copy = lines[blockEnd...].prefix { !startsNotes($0) }
    let notes = lines[copy.endIndex...]
    while let last = copy.last, wire.isBlank(last) || WireLines.isSignOff(wire.line(last)) {
      add(wire.field(.other, last, key: "sign-off"))
      copy.removeLast()
    }
    takeByline(of: &copy)
    wire.addParagraphs(copy)
    for line in notes { add(wire.field(.editorsNote, line, key: "notes")) }
  }

  /// Takes a mark such as `(Adds quote)` and a byline between the headline and the copy: short lines of their own.
  private mutating func takeByline(of copy: inout ArraySlice<Range<Int>>) {
    while let first = copy.firstIndex(where: { !wire.isBlank($0) }), first + 1 < copy.endIndex {
      let line = wire.line(copy[first])
      let next = copy[first + 1]
      let isShort = line.split(separator: " ").count <= 8 && !line.hasSuffix(".")
      let ends = wire.isBlank(next) || isByline(wire.line(next)) || utf8[next].first == 0x20
      guard isShort, ends else { return }
      let isNamed = isByline(line)
      guard isNamed || isMark(copy[first]) else { return }
      add(wire.field(isNamed ? .byline : .editorsNote, copy[first], key: isNamed ? "byline" : "mark"))
      copy = copy[(first + 1)...]
      if isNamed { return }
    }
  }

  /// The end of a block without a mark: before the first paragraph, which is indented, or at a blank line.
  private func endOfBlock(in lines: [Range<Int>], from start: Int) -> Int {
    let heads = wire.headlines(of: lines[start...])
    if heads > 0 { return start + heads }
    let block = lines[start...].prefix { !wire.isBlank($0) }
    // A block that is longer than headlines are, a sentence, or everything there is, is copy.
    let last = block.last.map { wire.line($0) } ?? ""
    let isSentence = last.hasSuffix(".") && !last.hasSuffix("..")
    let isAll = !lines[block.endIndex...].contains { !wire.isBlank($0) }
    return isSentence || isAll || block.count > Self.mostHeadlines ? start : block.endIndex
  }

  /// The lines of a block, starting with the headline.
  ///
  /// If blank lines divide it, the parts before the last one that is more than a byline are keywords.
  private mutating func headlines(of block: ArraySlice<Range<Int>>) -> [Range<Int>] {
    var first = block.startIndex
    for (index, line) in zip(block.indices, block) where wire.isBlank(line) {
      let rest = block[index...].filter { !wire.isBlank($0) }
      if rest.contains(where: { !isByline(wire.line($0)) }) { first = index }
    }
    for line in block[..<first] { add(wire.field(.slug, line, key: "keywords")) }
    return Array(block[first...])
  }

  /// The most lines of a headline block, including its marks.
  private static let mostHeadlines = 6

  private func endsBlock(_ line: Range<Int>) -> Bool {
    utf8[line].last { $0 > 0x20 && $0 != 0x7F } == UInt8(ascii: "=")
  }

  /// Whether a line starts the notes to editors, which are not copy.
  private func startsNotes(_ line: Range<Int>) -> Bool {
    let text = wire.line(line)
    return text.hasPrefix("# ") || text.hasPrefix("## ") || text.hasPrefix("* * * *")
  }

  /// Reads marks such as `1ST LEAD`, the headline in one or several lines, and the byline.
  private mutating func readBlock(_ block: [Range<Int>]) {
    var lines = block.map { line in
      var line = line
      while let last = utf8[line].last, last <= 0x20 || last == UInt8(ascii: "=") || last == 0x7F {
        line = line.lowerBound..<line.upperBound - 1
      }
      return line
    }.filter { !wire.isBlank($0) }
    if lines.count > 1, let last = lines.last, isByline(wire.line(last)) {
      add(wire.field(.byline, last, key: "headline block"))
      lines.removeLast()
    }
    // Bracketed text under a headline lists what comes with the story.
    if lines.count > 1, let last = lines.last, isMark(last), !isMark(lines[lines.count - 2]) {
      add(wire.field(.editorsNote, last, key: "headline block"))
      lines.removeLast()
    }
    guard let last = lines.indices.last else { return }
    var first = last
    // A headline may have several lines; marks such as `1ST LEAD` and `EXTRA` precede it.
    while first > 0, isPhrase(lines[first - 1]) { first -= 1 }
    let headline = lines[first...].map { wire.line($0) }.joined(separator: " ")
    document.headline = headline.isEmpty ? nil : headline
    for line in lines[..<first] {
      let isSlug = utf8[line].last == UInt8(ascii: "/")
      // It may be an embargo.
      add(wire.field(isSlug ? .slug : .editorsNote, line, key: isSlug ? "keywords" : "headline block"))
    }
  }

  /// Whether a line of the block is a phrase rather than a mark.
  private func isPhrase(_ line: Range<Int>) -> Bool {
    let text = wire.line(line)
    return !isMark(line) && text.split(separator: " ").count >= 3
      && text.unicodeScalars.contains { $0.properties.isLowercase }
  }

  private func isMark(_ line: Range<Int>) -> Bool {
    let text = wire.line(line)
    return text.hasPrefix("(") && text.hasSuffix(")")
  }

  private func isByline(_ text: String) -> Bool {
    ["By ", "Von ", "Par ", "Por ", "Da "].contains { text.hasPrefix($0) }
  }

  /// Takes the transmission time from the last line of a message that lost its control characters.
  private mutating func takeTrailer(of lines: inout [Range<Int>]) {
    guard let last = lines.lastIndex(where: { !wire.isBlank($0) }),
      Transmission(wire.line(lines[last])) != nil
    else { return }
    readTrailer(lines[last])
    lines.removeSubrange(last...)
  }

  private mutating func readTrailer(_ part: Range<Int>) {
    add(wire.field(.other, part, key: "trailer"))
    // The desk's marks may precede it on a separate line, and the service's name on the same line.
    let timed = wire.lines(part).compactMap { Self.timed(wire.line($0)) }
    guard let line = timed.first else { return }
    let time = Transmission(line)
    document.times.append(TimeField(.published, raw: time?.raw ?? line, instant: time?.instant))
    if time == nil {
      document.problems.append(Problem("time-unreadable", "the time of transmission cannot be read"))
    }
  }

  /// The part of a line that starts with the time, without a preceding service name; nil for others.
  private static func timed(_ line: String) -> String? {
    let rest = line.drop { !$0.isNumber }
    let isName = line.dropLast(rest.count).allSatisfy { $0 == " " || $0.isUppercase }
    return isName && rest.prefix { $0.isNumber }.count == 6 ? String(rest) : nil
  }

  /// Compares the header's word count with what was read; header, headline and notes may or may not be included in it.
  private mutating func checkWords(_ header: IPTC7901Header?) {
    guard let said = header?.words, said > 0 else { return }
    func count(_ text: String) -> Int { text.split(whereSeparator: \.isWhitespace).count }
    let beside: Set<Field.Name> = [.editorsNote, .service, .slug]
    let fields = document.fields.filter { beside.contains($0.name) }.map(\.text)
    let all = (document.body.strings + fields + [document.headline ?? ""]).reduce(0) { $0 + count($1) }
    guard all + max(10, said / 10) < said else { return }
    document.problems.append(
      Problem("word-count", "the header says \(said) words and \(all) were read", losesText: true))
  }
}
