import WireText

extension HTMLPage {
  /// Reads the article, its hidden parts, and the data in scripts if the page shows no story.
  ///
  /// - Returns: the article as the page shows it.
  func readBody(_ tree: ArticleTree, into document: inout Document) -> ArticleExtractor.Article {
    var tree = tree
    let comments = ReaderComments.roots(in: tree)
    let notes = EditorComments(in: tree)
    for node in comments + notes.comments + notes.marks { tree.drop(node) }
    let article = ArticleExtractor.article(of: tree, headline: document.headline)
    var shown = ParagraphWalker.body(of: article.parts, in: markup, .html, excluding: article.leftOut)
    shown.map = decoded.fileMap(of: shown.map)
    document.body = shown
    let hidden = HiddenParts.all(in: tree, beside: article)
    for part in article.parts { tree.drop(part) }
    readAround(tree, into: &document)
    var further = AlternativeTexts()
    var words = shown.wordCount
    let remainder = PageRemainder(markup, beside: article, comments: comments, notes: notes)
    // A teaser in the linked data is not the article; a text with more words than the page shows is.
    if let whole = linked.body(limits: limits), case let count = whole.body.wordCount,
      count * 10 >= words * 11
    {
      document.body = whole.body
      document.problems += whole.problems
      words = count
      document.origin.dialect = "page, JSON-LD"
      further.attach(shown, name: "page", to: &document, limits: limits)
    } else {
      document.problems += remainder.problems(beside: words)
    }
    keepAside(remainder, byline: article.byline.map { tree.line($0) }, in: &document)
    for part in hidden {
      var body = part.body
      body.map = decoded.fileMap(of: body.map)
      further.attach(body, name: part.name, format: "hidden", to: &document, limits: limits)
    }
    FrameTexts.attach(from: markup, decoded, beside: &further, to: &document, limits: limits)
    if words < ScriptStory.fewestWords { readScripts(into: &document) }
    return article
  }

  /// Keeps the words of the parts aside of the story as fields.
  private func keepAside(_ remainder: PageRemainder, byline: String?, in document: inout Document) {
    let (parts, hasMore) = remainder.aside(besides: [document.headline, byline].compactMap(\.self))
    for (node, text) in parts {
      let place = markup.place(node).flatMap { decoded.fileRange($0.indices) }
      document.fields.append(Field(.other, text, key: "page: aside", place: place))
    }
    if hasMore {
      document.problems.append(
        Problem("left-out", "further parts aside of the story are not listed"))
    }
  }

  /// Keeps the line that names the author, unless a field already contains it.
  func readByline(_ node: Markup.Index, _ tree: ArticleTree, into document: inout Document) {
    let line = tree.line(node)
    let isSaid = document.fields.contains {
      [.byline, .author, .dateline].contains($0.name) && $0.text.contains(line)
    }
    guard !line.isEmpty, !isSaid else { return }
    let place = markup.place(node).flatMap { decoded.fileRange($0.indices) }
    document.fields.append(Field(.byline, line, key: "page: byline", place: place))
  }

  /// Takes the story from the page's scripts; the text that the page shows instead is kept as a field.
  private func readScripts(into document: inout Document) {
    let fewest = document.body.isEmpty ? ScriptStory.fewestOfEmptyPage : ScriptStory.fewestWords
    let story = ScriptStory(
      metadata.otherScripts, in: markup, map: decoded.map, headline: document.headline, fewest: fewest,
      limits: limits)
    document.problems += story.problems
    guard let body = story.body, document.attachments.isEmpty else { return }
    if !document.body.isEmpty {
      let line = document.body.strings.joined(separator: " ")
      document.fields.append(Field(.other, oneLine(line), key: "page: text beside the scripts"))
    }
    document.body = body
    document.origin.dialect = "page, script"
  }

  /// Reads notices outside the article, recognised by their copyright sign, and reports how much other text there is.
  private func readAround(_ rest: ArticleTree, into document: inout Document) {
    let excluded = Set(markup.nodes.indices.filter { rest.isDropped[$0] })
    let around = ParagraphWalker.body(of: markup.roots, in: markup, .html, excluding: excluded)
    document.problems += PageRemainder.around(around).map { [$0] } ?? []
    // A notice next to a picture applies to the picture.
    let marked = rest.first(ofClass: "copyright") { node in
      (1..<Self.longestNotice).contains(rest.counts[node].text) && !markup.isInside(node, "figure")
    }
    if let marked {
      let place = markup.place(marked).flatMap { decoded.fileRange($0.indices) }
      document.rights.append(
        RightsField(.notice, rest.line(marked), place: .body, key: "class: copyright", range: place))
    }
    for paragraph in around.paragraphs where paragraph.range.count <= Self.longestNotice {
      guard Self.holdsSign(around.utf8[paragraph.range.indices]) else { continue }
      if let marked, around.string(paragraph.range).contains(rest.line(marked)) { continue }
      let range = around.map.fileRange(of: paragraph.range).flatMap { decoded.fileRange($0.indices) }
      document.rights.append(
        RightsField(.notice, oneLine(around.string(paragraph.range)), place: .body, key: "page", range: range)
      )
      if document.rights.count >= 5 { return }
    }
  }

  /// The longest notice, in bytes; longer text holds more than a notice.
  private static let longestNotice = 600

  /// Whether text contains the copyright sign, or `(c)` followed by a year.
  private static func holdsSign(_ words: ArraySlice<UInt8>) -> Bool {
    words.indices.contains { at in
      let rest = words[at...]
      switch words[at] {
      case 0xC2: return rest.starts(with: "©".utf8)
      case UInt8(ascii: "(") where rest.starts(with: "(c)".utf8) || rest.starts(with: "(C)".utf8):
        let year = rest.dropFirst(3).drop { $0 == 0x20 }.prefix(4)
        return year.count == 4 && year.allSatisfy { (0x30...0x39).contains($0) }
      default: return false
      }
    }
  }
}
