import WireText

/// Converts Markdown to HTML that keeps the position of its text: CommonMark blocks, tables, notes and attribute
/// lists.
///
/// It works line by line with a stack of open quotes and list items. There is no recursion; nesting deeper than
/// `maximumDepth` is read as text.
struct MarkdownParser {
  /// An open block quote or list item.
  private enum Container {
    case quote
    case item(indent: Int, isOrdered: Bool)
    /// The content of a block of MkDocs, which is set in.
    case block

    /// Whether it is an item of a numbered list.
    var isOrdered: Bool {
      if case .item(_, let isOrdered) = self { return isOrdered }
      return false
    }
  }

  /// The block that the lines in the innermost container belong to.
  private enum Leaf {
    case none
    case paragraph([Range<Int>])
    case fence(byte: UInt8, count: Int)
    case code
    case html(MarkdownLine.HTMLKind)
    case table
  }

  private let source: [UInt8]
  private let isMDX: Bool
  private let references: Set<String>
  private var containers: [Container] = []
  private var leaf = Leaf.none
  private var output = MarkdownHTML()
  /// The open blocks that have marks of their own around their content.
  private var directives: [MarkdownDirective] = []
  /// Whether the last line opened one of them or is an option of it, so that its options may follow.
  private var isBelowDirective = false

  /// The greatest nesting depth of quotes and lists.
  private static let maximumDepth = 40

  /// The HTML of Markdown.
  ///
  /// - Parameters:
  ///   - source: valid UTF-8, with template tags replaced by `MarkdownHTML.filler`.
  ///   - start: the offset at which the text begins.
  ///   - isMDX: whether lines that start with `import` or `export` are program code.
  ///   - limits: the bounds to work within; lines beyond them are left out.
  static func html(_ source: [UInt8], from start: Int, isMDX: Bool, limits: Limits) -> MarkdownHTML {
    var parser = MarkdownParser(source, start, isMDX)
    for (number, (line, _)) in LineBreaks.lines(of: source, in: start..<source.count).enumerated() {
      guard number < limits.nodes else {
        parser.output.isCut = true
        break
      }
      parser.line(line)
    }
    parser.closeLeaf()
    parser.closeContainers(to: 0)
    return parser.output
  }

  private init(_ source: [UInt8], _ start: Int, _ isMDX: Bool) {
    self.source = source
    self.isMDX = isMDX
    let lines = LineBreaks.lines(of: source, in: start..<source.count)
    references = Set(lines.lazy.compactMap { MarkdownLine.definition(source, $0.line) })
  }

  private mutating func line(_ range: Range<Int>) {
    var line = MarkdownLine(source, range)
    let matched = matchContainers(&line)
    if matched < containers.count {
      if case .paragraph = leaf, !line.isBlank, !line.startsBlock(asList: !containers[matched].isOrdered) {
        return continueParagraph(line.trimmed)
      }
      closeLeaf()
      closeContainers(to: matched)
    }
    if continueLeaf(line) { return }
    openContainers(&line)
    if isBelowDirective, MarkdownDirective.isOption(source, line.trimmed) { return }
    isBelowDirective = false
    if !takeDirective(line) { openLeaf(line) }
  }

  /// Takes a line that opens or closes a block with a name; false for other lines.
  private mutating func takeDirective(_ line: MarkdownLine) -> Bool {
    guard line.columns < 4, !line.isBlank else { return false }
    if let open = directives.last, line.closesFence(open.mark, open.count) {
      closeLeaf()
      directives.removeLast()
      return true
    }
    if let directive = line.directive {
      closeLeaf()
      if !directive.isBare {
        if directives.count < Self.maximumDepth { directives.append(directive) }
        isBelowDirective = directive.takesOptions
      }
      titled(directive.title)
      return true
    }
    if case .quote? = containers.last, paragraph.isEmpty,
      let title = MarkdownDirective.callout(source, line.trimmed)
    {
      titled([title])
      return true
    }
    guard paragraph.isEmpty, containers.count < Self.maximumDepth,
      let title = MarkdownDirective.indented(source, line.trimmed)
    else { return false }
    closeLeaf()
    titled([title])
    containers.append(.block)
    return true
  }

  private mutating func titled(_ title: [Range<Int>]) {
    let title = title.filter { !$0.isEmpty }
    if !title.isEmpty { heading(title) }
  }

  /// The number of open containers that a line continues; consumes their markers.
  private func matchContainers(_ line: inout MarkdownLine) -> Int {
    for (index, container) in containers.enumerated() {
      switch container {
      case .quote: if !line.takeQuoteMark() { return index }
      case .item(let indent, _): if !line.takeIndent(indent) { return index }
      case .block: if !line.takeIndent(4) { return index }
      }
    }
    return containers.count
  }

  /// Adds a line to an open block of code, HTML or a table; false if the line starts something else.
  private mutating func continueLeaf(_ line: MarkdownLine) -> Bool {
    switch leaf {
    case .fence(let byte, let count):
      if line.closesFence(byte, count) { closeLeaf() } else { code(line.rest) }
      return true
    case .html(let kind):
      if kind.endsAtBlank, line.isBlank {
        closeLeaf()
        return true
      }
      html(line.rest)
      if line.ends(kind) { closeLeaf() }
      return true
    case .code:
      if line.isBlank || line.columns >= 4 {
        var line = line
        _ = line.takeIndent(4)
        code(line.rest)
        return true
      }
      closeLeaf()
    case .table:
      if !line.isBlank, !line.startsBlock() {
        row(line.trimmed)
        return true
      }
      closeLeaf()
    case .none, .paragraph: break
    }
    return false
  }

  private mutating func openContainers(_ line: inout MarkdownLine) {
    while containers.count < Self.maximumDepth, line.columns < 4, !line.isThematicBreak {
      var isInParagraph = false
      if case .paragraph = leaf { isInParagraph = true }
      if line.takeQuoteMark() {
        closeLeaf()
        containers.append(.quote)
        output.tag("<blockquote>")
        continue
      }
      let isOrdered = line.startsWithDigit
      if !(isInParagraph && line.isUnderline), let indent = line.takeItemMark(inParagraph: isInParagraph) {
        closeLeaf()
        containers.append(.item(indent: indent, isOrdered: isOrdered))
        output.tag("<ul><li>")
      } else {
        return
      }
    }
  }

  private mutating func openLeaf(_ line: MarkdownLine) {
    if line.isBlank || line.isAttributeList {
      closeLeaf()
    } else if !paragraph.isEmpty, line.columns < 4, line.isUnderline {
      let lines = paragraph
      leaf = .none
      heading(lines)
    } else if line.columns >= 4, paragraph.isEmpty {
      leaf = .code
      output.tag("<pre>\n")
      var line = line
      _ = line.takeIndent(4)
      code(line.rest)
    } else if line.columns < 4, let content = line.headingContent {
      closeLeaf()
      heading([content])
    } else if line.columns < 4, let fence = line.fence {
      closeLeaf()
      leaf = .fence(byte: fence.byte, count: fence.count)
      output.tag("<pre>\n")
    } else if line.columns < 4, line.isThematicBreak {
      closeLeaf()
    } else if line.columns < 4, let kind = line.htmlKind(inParagraph: !paragraph.isEmpty) {
      closeLeaf()
      leaf = .html(kind)
      html(line.rest)
      if line.ends(kind) { closeLeaf() }
    } else if paragraph.isEmpty, isMDX, containers.isEmpty, line.isProgram {
      return
    } else if let header = paragraph.last, line.isTableRule, MarkdownLine.cells(source, header).count > 1 {
      leaf = .paragraph(Array(paragraph.dropLast()))
      closeLeaf()
      leaf = .table
      output.tag("<table>")
      row(header)
    } else {
      continueParagraph(line.trimmed)
    }
  }

  /// The lines of the open paragraph; none if none is open.
  private var paragraph: [Range<Int>] {
    if case .paragraph(let lines) = leaf { lines } else { [] }
  }

  /// Adds a line to the open paragraph, or begins one.
  private mutating func continueParagraph(_ line: Range<Int>) {
    var lines = paragraph
    // Cleared first, so that appending does not copy the array.
    leaf = .none
    lines.append(line)
    leaf = .paragraph(lines)
  }
}

extension MarkdownParser {
  private mutating func closeLeaf() {
    let closed = leaf
    leaf = .none
    switch closed {
    case .none, .html: break
    case .paragraph(let lines): self.paragraph(lines)
    case .fence, .code: output.tag("</pre>")
    case .table: output.tag("</table>")
    }
  }

  private mutating func closeContainers(to count: Int) {
    while containers.count > count {
      switch containers.removeLast() {
      case .quote: output.tag("</blockquote>")
      case .item: output.tag("</li></ul>")
      case .block: break
      }
    }
  }

  private mutating func paragraph(_ lines: [Range<Int>]) {
    // Link definitions are not copy.
    let text = lines.drop { MarkdownLine.definition(source, $0) != nil }
    for line in lines[..<text.startIndex] { output.link(in: source[line]) }
    guard !text.isEmpty else { return }
    output.tag("<p>")
    MarkdownInline.write(source, Array(text), references: references, to: &output)
    output.tag("</p>")
  }

  private mutating func heading(_ lines: [Range<Int>]) {
    output.tag("<h2>")
    MarkdownInline.write(source, lines, references: references, to: &output)
    output.tag("</h2>")
  }

  private mutating func code(_ line: Range<Int>) {
    output.copy(source, line, as: .code)
    output.tag("\n")
  }

  private mutating func html(_ line: Range<Int>) {
    output.copy(source, line, as: .html)
    output.tag("\n")
  }

  private mutating func row(_ line: Range<Int>) {
    output.tag("<tr>")
    for cell in MarkdownLine.cells(source, line) {
      output.tag("<td>")
      MarkdownInline.write(source, [cell], references: references, to: &output)
      output.tag("</td>")
    }
    output.tag("</tr>")
  }
}
