/// A line that opens or closes a block with a name, whose content is copy and whose marks are not: admonitions of
/// Docusaurus, VitePress and Starlight (`:::tip Title`), blocks of Pandoc and Quarto (`::: {.note}`), directives of MyST
/// (`:::{note} Title`, and the same between backticks), blocks of MkDocs (`!!! note "Title"`), and the heads of
/// quotations that are boxes (`> [!NOTE]`).
struct MarkdownDirective {
  /// The mark, and how often it stands; a line that closes the block has it at least as often.
  let mark: UInt8
  let count: Int
  /// What a reader sees of the line, in pieces; empty for nothing.
  let title: [Range<Int>]
  /// Whether the line has only marks, and so closes a block if one is open.
  let isBare: Bool
  /// Whether lines with options may follow, as in MyST, whose names stand in braces: `:::{note}`.
  let takesOptions: Bool

  /// The line of colons in a range without leading white space; nil if it is none.
  static func colons(_ source: [UInt8], _ line: Range<Int>) -> MarkdownDirective? {
    let mark = UInt8(ascii: ":")
    let count = source[line].prefix { $0 == mark }.count
    guard count >= 3 else { return nil }
    var rest = trimmed(source, line.lowerBound + count..<line.upperBound)
    // Pandoc allows marks at the end of an opening line, too.
    while let last = rest.last, source[last] == mark { rest.removeLast() }
    rest = trimmed(source, rest)
    guard let first = rest.first else {
      return MarkdownDirective(mark: mark, count: count, title: [], isBare: true, takesOptions: false)
    }
    guard let title = title(source, rest) else { return nil }
    let isNamed = rest.count > 1 && HTMLScanner.isLetter(source[first + 1])
    return MarkdownDirective(
      mark: mark, count: count, title: title, isBare: false,
      takesOptions: source[first] == UInt8(ascii: "{") && isNamed)
  }

  /// The opening fence of a directive of MyST, whose content is text and no code; nil for other lines.
  ///
  /// In R Markdown and Quarto the same marks enclose programs, by the names of their languages.
  static func fence(
    _ source: [UInt8], _ line: Range<Int>, _ fence: (byte: UInt8, count: Int)
  ) -> MarkdownDirective? {
    let rest = trimmed(source, line.lowerBound + fence.count..<line.upperBound)
    guard let close = source[rest].firstIndex(of: UInt8(ascii: "}")), source[rest].first == UInt8(ascii: "{")
    else { return nil }
    let name = String(decoding: source[(rest.lowerBound + 1)..<close], as: UTF8.self)
    guard texts.contains(name) else { return nil }
    return MarkdownDirective(
      mark: fence.byte, count: fence.count, title: pieces(source, close + 1..<rest.upperBound), isBare: false,
      takesOptions: true)
  }

  /// What a reader sees of a line that opens a block of MkDocs, with its content set in below it; nil for other lines.
  static func indented(_ source: [UInt8], _ line: Range<Int>) -> Range<Int>? {
    var rest = line
    for mark: StaticString in ["!!!", "???+", "???"] where starts(source, rest, mark) {
      rest = rest.lowerBound + mark.utf8CodeUnitCount..<rest.upperBound
      guard rest.first.map({ source[$0] == 0x20 }) == true else { return nil }
      rest = trimmed(source, rest)
      // Names, and a title in quotation marks.
      let words = rest.prefix { isName(source[$0]) || source[$0] == 0x20 }
      guard areNames(source[words]) else { return nil }
      let title = trimmed(source, words.upperBound..<rest.upperBound)
      guard isAboveIndent(source, line.upperBound) else { return nil }
      if title.isEmpty { return title }
      guard title.count > 1, source[title.lowerBound] == 0x22, source[title.upperBound - 1] == 0x22 else {
        return nil
      }
      return title.dropFirst().dropLast()
    }
    return nil
  }

  /// Whether words are the names of a block of MkDocs: one in lower case, behind a known one also one more, and on which
  /// side it stands; anything else is copy.
  private static func areNames(_ words: ArraySlice<UInt8>) -> Bool {
    let names = words.split(separator: 0x20).prefix(5).map { String(decoding: $0, as: UTF8.self) }
    guard let first = names.first, names.allSatisfy({ isName($0) }) else { return false }
    return names.dropFirst().count { !["inline", "end"].contains($0) } <= (isKnown(first) ? 1 : 0)
      && names.count < 5
  }

  /// What a reader sees of the head of a quotation that is a box: `[!NOTE]`, `[!tip]- Title`; nil for other lines.
  static func callout(_ source: [UInt8], _ line: Range<Int>) -> Range<Int>? {
    guard starts(source, line, "[!") else { return nil }
    let name = (line.lowerBound + 2..<line.upperBound).prefix { isName(source[$0]) }
    guard !name.isEmpty, name.upperBound < line.upperBound, source[name.upperBound] == UInt8(ascii: "]")
    else { return nil }
    var rest = name.upperBound + 1..<line.upperBound
    if let first = rest.first, [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(source[first]) {
      rest.removeFirst()
    }
    return trimmed(source, rest)
  }

  /// Whether a line is an option of a directive of MyST: `:class: tip`.
  static func isOption(_ source: [UInt8], _ line: Range<Int>) -> Bool {
    guard let first = line.first, source[first] == UInt8(ascii: ":") else { return false }
    let name = line.dropFirst().prefix { isName(source[$0]) }
    return !name.isEmpty && name.upperBound < line.upperBound && source[name.upperBound] == UInt8(ascii: ":")
  }

  /// The directives of MyST and Sphinx whose content is text.
  private static let texts: Set<String> = [
    "admonition", "attention", "caution", "danger", "error", "hint", "important", "note", "seealso", "tip",
    "warning", "todo", "sidebar", "topic", "margin", "aside", "epigraph", "highlights", "pull-quote",
    "blockquote",
    "container", "div", "dropdown", "card", "details", "versionadded", "versionchanged", "deprecated",
    "exercise", "solution", "theorem", "proof",
  ]

  /// The names of blocks in the systems that have them, besides those whose content is text.
  private static let others: Set<String> = [
    "info", "secondary", "success", "check", "done", "failure", "fail", "bug", "example", "quote", "cite",
    "abstract", "summary", "tldr", "question", "help", "faq", "callout", "spoiler", "figure", "code-group",
    "tabs", "tab", "tab-item", "columns", "column", "grid",
  ]

  private static func isKnown(_ name: String) -> Bool { texts.contains(name) || others.contains(name) }

  /// The title after the name or the attributes of a block, in pieces; nil if there is no name.
  ///
  /// A word that text follows is a name only if it is known: any other is copy, as in `::: embargoed until noon`.
  private static func title(_ source: [UInt8], _ line: Range<Int>) -> [Range<Int>]? {
    var at = line.lowerBound
    if source[at] != UInt8(ascii: "{") {
      while at < line.upperBound, isName(source[at]) { at += 1 }
      let name = String(decoding: source[line.lowerBound..<at], as: UTF8.self)
      guard isName(name) else { return nil }
      if at == line.upperBound { return [] }
      let isOpen = source[at] == UInt8(ascii: "[") || source[at] == UInt8(ascii: "{")
      guard isOpen || source[at] <= 0x20 && isKnown(name) else { return nil }
    }
    var label: [Range<Int>] = []
    if at < line.upperBound, source[at] == UInt8(ascii: "["),
      let close = closing(source, at..<line.upperBound)
    {
      label = pieces(source, at + 1..<close)
      at = close + 1
    }
    if at < line.upperBound, source[at] == UInt8(ascii: "{") {
      guard let close = source[at..<line.upperBound].firstIndex(of: UInt8(ascii: "}")) else { return nil }
      at = close + 1
    }
    return label + pieces(source, at..<line.upperBound)
  }

  /// The bracket that closes the one at the start of a range; nil if none does.
  private static func closing(_ source: [UInt8], _ range: Range<Int>) -> Int? {
    var depth = 0
    for at in range {
      if source[at] == UInt8(ascii: "[") { depth += 1 }
      if source[at] == UInt8(ascii: "]") { depth -= 1 }
      if depth == 0 { return at }
    }
    return nil
  }

  /// A range without white space around it; nothing if that is all.
  private static func pieces(_ source: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    let rest = trimmed(source, range)
    return rest.isEmpty ? [] : [rest]
  }

  /// Whether the next line that is not blank is set in, as the content of a block of MkDocs is.
  private static func isAboveIndent(_ source: [UInt8], _ end: Int) -> Bool {
    var columns = 0
    for byte in source[end...].prefix(longestGap) {
      switch byte {
      case 0x0A, 0x0D: columns = 0
      case 0x20: columns += 1
      case 0x09: columns += 4
      default: return columns >= 4
      }
    }
    return false
  }

  /// The most bytes of white space between such lines.
  private static let longestGap = 80

  private static func starts(_ source: [UInt8], _ line: Range<Int>, _ mark: StaticString) -> Bool {
    mark.withUTF8Buffer { source[line].starts(with: $0) }
  }

  /// Whether a word is written as a name: in lower case.
  private static func isName(_ word: String) -> Bool {
    guard let first = word.utf8.first else { return false }
    return (0x61...0x7A).contains(first)
      && word.utf8.allSatisfy { isName($0) && HTMLScanner.lowercased($0) == $0 }
  }

  private static func isName(_ byte: UInt8) -> Bool {
    HTMLScanner.isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_")
  }

  private static func trimmed(_ source: [UInt8], _ line: Range<Int>) -> Range<Int> {
    var line = line
    while let first = line.first, source[first] <= 0x20 { line.removeFirst() }
    while let last = line.last, source[last] <= 0x20 { line.removeLast() }
    return line
  }
}

extension MarkdownLine {
  /// The opening or closing line of a block with a name, other than one that is set in.
  var directive: MarkdownDirective? {
    if let fence { return MarkdownDirective.fence(source, trimmed, fence) }
    return MarkdownDirective.colons(source, trimmed)
  }
}
