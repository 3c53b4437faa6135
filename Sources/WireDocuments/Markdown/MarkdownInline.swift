import WireText

/// The inline content of a Markdown paragraph: separates emphasis, links, images, code, escapes and HTML from text.
///
/// One pass marks the bytes that are markup, a second copies the rest. There is no recursion, and each construct is
/// searched for only once.
struct MarkdownInline {
  /// The kinds of marked bytes.
  enum Mark { case drop, link, description, picture, code, html, lineBreak, ampersand }

  /// A run of `*`, `_` or `~`.
  struct Delimiter {
    var byte: UInt8
    var lower: Int
    var upper: Int
    var opens: Bool
    var closes: Bool
  }

  /// An open bracket.
  private struct Bracket {
    var at: Int
    var isImage: Bool
  }

  let source: [UInt8]
  /// The lines, joined by line feeds.
  private(set) var text: [UInt8] = []
  /// For each line its start in `text` and its range in the source.
  private var lines: [(text: Int, source: Range<Int>)] = []
  private let references: Set<String>
  private(set) var marks: [(range: Range<Int>, mark: Mark)] = []
  private var delimiters: [Delimiter] = []
  private var brackets: [Bracket] = []
  /// The offsets of runs of backticks, by length.
  private var backquotes: [Int: [Int]]?
  private var hasCommentEnd = true

  /// Writes lines of a paragraph as HTML.
  ///
  /// - Parameters:
  ///   - source: the Markdown.
  ///   - lines: the paragraph's lines, without line ends.
  ///   - references: the labels of link definitions, in lower case.
  ///   - output: receives the HTML.
  static func write(
    _ source: [UInt8], _ lines: [Range<Int>], references: Set<String>, to output: inout MarkdownHTML
  ) {
    var inline = MarkdownInline(source, lines, references)
    inline.scan()
    inline.marks += MarkdownEmphasis.marks(of: inline.delimiters)
    inline.emit(to: &output)
  }

  private init(_ source: [UInt8], _ lines: [Range<Int>], _ references: Set<String>) {
    self.source = source
    self.references = references
    for line in lines {
      if !self.lines.isEmpty { text.append(0x0A) }
      self.lines.append((text.count, line))
      text += source[line]
    }
  }

  private func byte(_ at: Int) -> UInt8 { at < text.count && at >= 0 ? text[at] : 0x0A }

  private mutating func mark(_ range: Range<Int>, _ mark: Mark) { marks.append((range, mark)) }

  private mutating func scan() {
    var at = 0
    while at < text.count {
      switch text[at] {
      case 0x5C: at = escape(at)
      case UInt8(ascii: "`"): at = codeSpan(at)
      case UInt8(ascii: "<"): at = angle(at)
      case UInt8(ascii: "!") where byte(at + 1) == UInt8(ascii: "["):
        brackets.append(Bracket(at: at, isImage: true))
        at += 2
      case UInt8(ascii: "["): at = openBracket(at)
      case UInt8(ascii: "]"): at = closeBracket(at)
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): at = delimiterRun(at)
      case UInt8(ascii: "{") where byte(at + 1) == UInt8(ascii: ":"): at = attributes(at)
      case 0x0A:
        if byte(at - 1) == 0x20, byte(at - 2) == 0x20 { mark(at..<at + 1, .lineBreak) }
        at += 1
      default: at += 1
      }
    }
  }

  private mutating func escape(_ at: Int) -> Int {
    let next = byte(at + 1)
    if next == 0x0A {
      if at + 1 < text.count { mark(at..<at + 1, .lineBreak) }
      return at + 1
    }
    guard Self.isPunctuation(next) else { return at + 1 }
    mark(at..<at + 1, .drop)
    if next == UInt8(ascii: "&") { mark(at + 1..<at + 2, .ampersand) }
    return at + 2
  }

  private mutating func codeSpan(_ at: Int) -> Int {
    let runs = backquotes ?? Self.runs(in: text)
    backquotes = runs
    var open = at
    while byte(open) == UInt8(ascii: "`") { open += 1 }
    let count = open - at
    guard let places = runs[count], let close = Self.first(in: places, notBefore: open) else { return open }
    mark(at..<open, .drop)
    mark(open..<close, .code)
    mark(close..<close + count, .drop)
    return close + count
  }

  private static func runs(in text: [UInt8]) -> [Int: [Int]] {
    var runs: [Int: [Int]] = [:]
    var at = 0
    while at < text.count {
      at = HTMLScanner.find(UInt8(ascii: "`"), in: text, from: at)
      let start = at
      while at < text.count, text[at] == UInt8(ascii: "`") { at += 1 }
      if at > start { runs[at - start, default: []].append(start) }
    }
    return runs
  }

  private static func first(in places: [Int], notBefore: Int) -> Int? {
    let index = places.partitioningIndex { $0 >= notBefore }
    return index < places.count ? places[index] : nil
  }

  private mutating func angle(_ at: Int) -> Int {
    if let end = MarkdownTag.autolinkEnd(text, at) {
      mark(at..<at + 1, .drop)
      mark(end - 1..<end, .drop)
      return end
    }
    var end = MarkdownTag.end(text, at)
    if end == nil, hasCommentEnd, text[at...].starts(with: "<!--".utf8) {
      end = HTMLScanner.find("-->", in: text, from: at + 4).map { $0 + 3 }
      hasCommentEnd = end != nil
    }
    guard let end else { return at + 1 }
    mark(at..<end, .html)
    return end
  }

  private mutating func attributes(_ at: Int) -> Int {
    var end = at + 2
    while end < text.count, end - at < 300, text[end] != 0x0A, text[end] != UInt8(ascii: "}") { end += 1 }
    guard byte(end) == UInt8(ascii: "}") else { return at + 1 }
    mark(at..<end + 1, .drop)
    return end + 1
  }
}

extension MarkdownInline {
  private mutating func openBracket(_ at: Int) -> Int {
    if byte(at + 1) == UInt8(ascii: "^") {
      var end = at + 2
      while end < text.count, end - at < 100, text[end] > 0x20, text[end] != UInt8(ascii: "]") { end += 1 }
      if end > at + 2, byte(end) == UInt8(ascii: "]") {
        // A footnote reference; with a colon at the start of a paragraph, the footnote itself.
        if at == 0, byte(end + 1) == UInt8(ascii: ":") { end += 1 }
        mark(at..<end + 1, .drop)
        return end + 1
      }
    }
    brackets.append(Bracket(at: at, isImage: false))
    return at + 1
  }

  private mutating func closeBracket(_ at: Int) -> Int {
    guard let open = brackets.popLast() else { return at + 1 }
    let start = open.at + (open.isImage ? 2 : 1)
    guard var end = linkEnd(at + 1, label: start..<at) else { return at + 1 }
    if byte(end) == UInt8(ascii: "{"), byte(end + 1) == UInt8(ascii: ":") { end = attributes(end) }
    if open.isImage {
      mark(open.at..<at, .description)
      mark(at..<end, .picture)
    } else {
      mark(open.at..<start, .drop)
      mark(at..<end, .link)
    }
    return end
  }

  /// The end of what follows a link's text; nil if the brackets are not a link.
  private func linkEnd(_ at: Int, label: Range<Int>) -> Int? {
    if byte(at) == UInt8(ascii: "("), let end = MarkdownTag.destinationEnd(text, at) { return end }
    guard !references.isEmpty else { return nil }
    var open = at
    if byte(open) == 0x20 { open += 1 }
    if byte(open) == UInt8(ascii: "[") {
      var end = open + 1
      while end < text.count, end - open < 1000, text[end] != UInt8(ascii: "]") { end += 1 }
      let inner = open + 1..<end
      if byte(end) == UInt8(ascii: "]"), isDefined(inner.isEmpty ? label : inner) { return end + 1 }
    }
    return isDefined(label) ? at : nil
  }

  private func isDefined(_ label: Range<Int>) -> Bool {
    label.count < 1000
      && references.contains(oneLine(String(decoding: text[label], as: UTF8.self)).lowercased())
  }

  private mutating func delimiterRun(_ at: Int) -> Int {
    var end = at
    while byte(end) == text[at] { end += 1 }
    let isMark = text[at] != UInt8(ascii: "~") || end - at == 2
    guard isMark else { return end }
    let before = Self.kind(byte(at - 1))
    let after = Self.kind(byte(end))
    let isLeft = after != .space && (after != .punctuation || before != .letter)
    let isRight = before != .space && (before != .punctuation || after != .letter)
    let isWordMark = text[at] == UInt8(ascii: "_")
    delimiters.append(
      Delimiter(
        byte: text[at], lower: at, upper: end,
        opens: isLeft && (!isWordMark || !isRight || before == .punctuation),
        closes: isRight && (!isWordMark || !isLeft || after == .punctuation)))
    return end
  }

  private enum Kind { case space, punctuation, letter }

  private static func kind(_ byte: UInt8) -> Kind {
    byte <= 0x20 ? .space : isPunctuation(byte) ? .punctuation : .letter
  }

  static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }

  /// Whether there is text apart from markup and omissions.
  private var hasWords: Bool {
    var at = 0
    for (range, mark) in marks where Self.unshown.contains(mark) && range.upperBound > at {
      if text[at..<max(at, range.lowerBound)].contains(where: Self.isWord) { return true }
      at = range.upperBound
    }
    return text[at...].contains(where: Self.isWord)
  }

  private static let unshown: Set<Mark> = [.drop, .link, .description, .picture]

  private static func isWord(_ byte: UInt8) -> Bool { byte > 0x20 && byte != MarkdownHTML.omission }

  private mutating func emit(to output: inout MarkdownHTML) {
    marks.sort { $0.range.lowerBound < $1.range.lowerBound }
    output.showsOmissions = hasWords
    defer { output.showsOmissions = false }
    var at = 0
    var line = 0
    for (range, mark) in marks where range.lowerBound >= at {
      copy(at..<range.lowerBound, as: .text, &line, to: &output)
      at = range.upperBound
      switch mark {
      case .drop: break
      case .link: output.link(in: text[range])
      case .description: output.picture(text[range].dropFirst(2))
      case .picture: output.picture(titleIn: text[range])
      case .code:
        output.tag("<code>")
        copy(range, as: .code, &line, to: &output)
        output.tag("</code>")
      case .html: copy(range, as: .html, &line, to: &output)
      case .lineBreak: output.tag("<br>")
      case .ampersand: copy(range, as: .code, &line, to: &output)
      }
    }
    copy(at..<text.count, as: .text, &line, to: &output)
  }

  /// Copies a range of the joined text from its source ranges.
  private func copy(
    _ range: Range<Int>, as mode: MarkdownHTML.Mode, _ line: inout Int, to output: inout MarkdownHTML
  ) {
    var at = range.lowerBound
    while at < range.upperBound {
      while line + 1 < lines.count, lines[line + 1].text <= at { line += 1 }
      let here = lines[line]
      let end = here.text + here.source.count
      if at < end {
        let stop = min(end, range.upperBound)
        let shift = here.source.lowerBound - here.text
        output.copy(source, at + shift..<stop + shift, as: mode)
        at = stop
      } else {
        // The line feed between two lines.
        let next = line + 1 < lines.count ? lines[line + 1].source.lowerBound : here.source.upperBound
        output.put("\n", for: here.source.upperBound..<max(next, here.source.upperBound))
        at += 1
      }
    }
  }
}
