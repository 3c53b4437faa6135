import WireText

/// A line of Markdown, starting after the marks of its containers.
struct MarkdownLine {
  /// The kinds of HTML blocks, by how they end.
  enum HTMLKind {
    case raw, comment, instruction, declaration, section, block

    /// Whether a blank line ends the block.
    var endsAtBlank: Bool { self == .block }
  }

  let source: [UInt8]
  private let end: Int
  private var at: Int
  /// The number of columns of white space before the first word.
  private(set) var columns = 0
  /// The first byte that is not white space.
  private var first = 0

  /// A line without its end.
  init(_ source: [UInt8], _ range: Range<Int>) {
    self.source = source
    at = range.lowerBound
    end = range.upperBound
    measure()
  }

  private mutating func measure() {
    columns = 0
    first = at
    while first < end {
      switch source[first] {
      case 0x20: columns += 1
      case 0x09: columns += 4 - columns % 4
      case MarkdownHTML.filler: break
      default: return
      }
      first += 1
    }
  }

  /// Whether the rest consists only of white space and template tags.
  var isBlank: Bool { first == end }
  /// The rest, including leading white space.
  var rest: Range<Int> { at..<end }
  /// Whether the first word starts with a digit.
  var startsWithDigit: Bool { (0x30...0x39).contains(byte(first)) }
  /// The rest without leading white space.
  var trimmed: Range<Int> { first..<end }

  private func byte(_ index: Int) -> UInt8 { index < end ? source[index] : 0 }

  /// Consumes columns of white space; false if there are fewer before a word.
  mutating func takeIndent(_ wanted: Int) -> Bool {
    if isBlank {
      at = min(end, at + wanted)
      measure()
      return true
    }
    guard columns >= wanted else { return false }
    var taken = 0
    while taken < wanted, at < first {
      if source[at] == 0x20 { taken += 1 } else if source[at] == 0x09 { taken += 4 - taken % 4 }
      at += 1
    }
    measure()
    columns += max(0, taken - wanted)
    return true
  }

  /// Consumes `>`.
  mutating func takeQuoteMark() -> Bool {
    guard columns < 4, byte(first) == UInt8(ascii: ">") else { return false }
    at = first + 1
    if byte(at) == 0x20 { at += 1 }
    measure()
    return true
  }

  /// Consumes the marker of a list item and its task box; returns the column of its content.
  mutating func takeItemMark(inParagraph: Bool) -> Int? {
    var here = first
    let mark = byte(here)
    if mark == UInt8(ascii: "-") || mark == UInt8(ascii: "+") || mark == UInt8(ascii: "*") {
      here += 1
    } else {
      var number = 0
      while here - first < 9, (0x30...0x39).contains(byte(here)) {
        number = number * 10 + Int(byte(here) - 0x30)
        here += 1
      }
      guard here > first, byte(here) == UInt8(ascii: ".") || byte(here) == UInt8(ascii: ")") else {
        return nil
      }
      if inParagraph, number != 1 { return nil }
      here += 1
    }
    guard here == end || source[here] <= 0x20 else { return nil }
    let before = columns + here - first
    at = here
    measure()
    if isBlank, inParagraph { return nil }
    // Five or more columns mean that the item contains code, one column after the marker.
    let gap = isBlank || columns > 4 ? 1 : max(1, columns)
    _ = takeIndent(gap)
    takeTaskBox()
    return before + gap
  }

  private mutating func takeTaskBox() {
    let box = source[first..<min(end, first + 4)]
    guard columns == 0,
      box.elementsEqual("[ ] ".utf8) || box.elementsEqual("[x] ".utf8)
        || box.elementsEqual("[X] ".utf8)
    else { return }
    at = first + 4
    measure()
  }
}

extension MarkdownLine {
  /// Whether the line cannot continue a paragraph.
  ///
  /// - Parameter startsList: whether a numbered item must be the first of its list, with the number 1 (CommonMark 5.2);
  ///   after a paragraph in a numbered item, `2.` is the next item.
  func startsBlock(asList startsList: Bool = true) -> Bool {
    var copy = self
    return columns < 4
      && (byte(first) == UInt8(ascii: ">") || headingContent != nil || directive != nil || fence != nil
        || isThematicBreak
        || htmlKind(inParagraph: true) != nil || copy.takeItemMark(inParagraph: startsList) != nil)
  }

  /// The text of a heading that starts with `#`.
  var headingContent: Range<Int>? {
    var here = first
    while byte(here) == UInt8(ascii: "#") { here += 1 }
    guard (1...6).contains(here - first), here == end || source[here] <= 0x20 else { return nil }
    var last = end
    while last > here, source[last - 1] <= 0x20 { last -= 1 }
    var close = last
    while close > here, source[close - 1] == UInt8(ascii: "#") { close -= 1 }
    if close < last, close == here || source[close - 1] <= 0x20 { last = close }
    // `# Title {#anchor}`
    if last > here, source[last - 1] == UInt8(ascii: "}"),
      let open = source[here..<last].lastIndex(of: UInt8(ascii: "{")), open + 1 < last,
      [UInt8(ascii: "#"), UInt8(ascii: "."), UInt8(ascii: ":")].contains(source[open + 1])
    {
      last = open
    }
    while here < last, source[here] <= 0x20 { here += 1 }
    return here..<max(here, last)
  }

  /// The opening fence of a code block.
  var fence: (byte: UInt8, count: Int)? {
    let mark = byte(first)
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    var here = first
    while byte(here) == mark { here += 1 }
    guard here - first >= 3, mark != UInt8(ascii: "`") || !source[here..<end].contains(mark) else {
      return nil
    }
    return (mark, here - first)
  }

  /// Whether the line closes a fenced code block.
  func closesFence(_ mark: UInt8, _ count: Int) -> Bool {
    guard columns < 4 else { return false }
    var here = first
    while byte(here) == mark { here += 1 }
    return here - first >= count && source[here..<end].allSatisfy { $0 <= 0x20 }
  }

  /// Three or more `*`, `-` or `_`.
  var isThematicBreak: Bool {
    let mark = byte(first)
    guard mark == UInt8(ascii: "*") || mark == UInt8(ascii: "-") || mark == UInt8(ascii: "_") else {
      return false
    }
    var count = 0
    for here in source[first..<end] {
      if here == mark { count += 1 } else if here > 0x20 { return false }
    }
    return count >= 3
  }

  /// Whether the line is the underline of a heading: only `=` or only `-`.
  var isUnderline: Bool {
    let mark = byte(first)
    guard mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") else { return false }
    var here = first
    while byte(here) == mark { here += 1 }
    return source[here..<end].allSatisfy { $0 <= 0x20 }
  }

  /// Whether the line consists only of attributes for a block: `{: .lead}`.
  var isAttributeList: Bool {
    guard byte(first) == UInt8(ascii: "{"), byte(first + 1) == UInt8(ascii: ":") else { return false }
    return source[first..<end].last { $0 > 0x20 } == UInt8(ascii: "}")
  }

  /// Whether the line is program code in MDX.
  var isProgram: Bool {
    source[first..<end].starts(with: "import ".utf8) || source[first..<end].starts(with: "export ".utf8)
  }

  /// Whether the line is the delimiter row of a table: `| --- | :-: |`.
  var isTableRule: Bool {
    var bars = 0
    var dashes = 0
    for here in source[first..<end] {
      switch here {
      case UInt8(ascii: "|"): bars += 1
      case UInt8(ascii: "-"): dashes += 1
      case UInt8(ascii: ":"), 0x20, 0x09: break
      default: return false
      }
    }
    return bars > 0 && dashes > 0
  }

  /// The cells of a table row.
  static func cells(_ source: [UInt8], _ line: Range<Int>) -> [Range<Int>] {
    var line = line
    while !line.isEmpty, source[line.upperBound - 1] <= 0x20 { line = line.lowerBound..<line.upperBound - 1 }
    if line.first.map({ source[$0] }) == UInt8(ascii: "|") { line = line.lowerBound + 1..<line.upperBound }
    if line.last.map({ source[$0] }) == UInt8(ascii: "|") { line = line.lowerBound..<line.upperBound - 1 }
    var cells: [Range<Int>] = []
    var start = line.lowerBound
    for at in line where source[at] == UInt8(ascii: "|") && (at == start || source[at - 1] != 0x5C) {
      cells.append(start..<at)
      start = at + 1
    }
    return cells + [start..<max(start, line.upperBound)]
  }

  /// The label of a line `[label]: address "title"`, in lower case.
  static func definition(_ source: [UInt8], _ line: Range<Int>) -> String? {
    var at = line.lowerBound
    while at < line.upperBound, at - line.lowerBound < 4, source[at] == 0x20 { at += 1 }
    guard at < line.upperBound, at - line.lowerBound < 4, source[at] == UInt8(ascii: "["),
      let close = source[at..<line.upperBound].firstIndex(of: UInt8(ascii: "]")), close > at + 1,
      source[at + 1] != UInt8(ascii: "^"), close + 2 < line.upperBound, source[close + 1] == UInt8(ascii: ":")
    else { return nil }
    let label = oneLine(String(decoding: source[at + 1..<close], as: UTF8.self)).lowercased()
    let rest = source[(close + 2)..<line.upperBound].drop { $0 <= 0x20 && $0 != MarkdownHTML.filler }
    let title = rest.drop { $0 > 0x20 || $0 == MarkdownHTML.filler }.drop { $0 <= 0x20 }
    guard !rest.isEmpty, let open = title.first else { return rest.isEmpty ? nil : label }
    let last = title.last { $0 > 0x20 }
    let isTitle =
      open == UInt8(ascii: "(") ? last == UInt8(ascii: ")") : (open == 0x22 || open == 0x27) && last == open
    return isTitle ? label : nil
  }
}

extension MarkdownLine {
  /// The kind of HTML block that the line opens.
  func htmlKind(inParagraph: Bool) -> HTMLKind? {
    guard byte(first) == UInt8(ascii: "<") else { return nil }
    let line = source[first..<end]
    if line.starts(with: "<!--".utf8) { return .comment }
    if line.starts(with: "<?".utf8) { return .instruction }
    if line.starts(with: "<![CDATA[".utf8) { return .section }
    if line.starts(with: "<!".utf8) { return HTMLScanner.isLetter(byte(first + 2)) ? .declaration : nil }
    let start = byte(first + 1) == UInt8(ascii: "/") ? first + 2 : first + 1
    let name = String(
      decoding: source[start..<end].prefix(30).prefix {
        HTMLScanner.isLetter($0) || (0x30...0x39).contains($0)
      }
      .map(HTMLScanner.lowercased), as: UTF8.self)
    if start == first + 1, ["script", "style", "pre", "textarea"].contains(name) { return .raw }
    let tag = HTMLTag.of(name)
    if !name.isEmpty,
      tag.contains(.block) || tag.contains(.head) || ["iframe", "head", "td", "th"].contains(name)
    {
      return .block
    }
    // Any other tag opens a block only if it is alone on its line.
    guard !inParagraph, let close = MarkdownTag.end(Array(line), 0) else { return nil }
    return line.dropFirst(close).allSatisfy { $0 <= 0x20 } ? .block : nil
  }

  /// Whether the line ends an HTML block of the given kind.
  func ends(_ kind: HTMLKind) -> Bool {
    let line = Array(source[at..<end])
    switch kind {
    case .raw:
      guard line.holds("</") else { return false }
      let lowered = line.map(HTMLScanner.lowercased)
      return lowered.holds("</script>") || lowered.holds("</style>") || lowered.holds("</pre>")
        || lowered.holds("</textarea>")
    case .comment: return line.holds("-->")
    case .instruction: return line.holds("?>")
    case .declaration: return line.contains(UInt8(ascii: ">"))
    case .section: return line.holds("]]>")
    case .block: return false
    }
  }
}
