import WireText

extension HTMLPage {
  /// Reads the article, its hidden parts, and the data in scripts if the page shows no story.
  ///
  /// - Returns: the article as the page shows it.
  func readBody(_ tree: ArticleTree, into document: inout Document) -> ArticleExtractor.Article {
    let whole = tree
    var tree = tree
    let comments = ReaderComments.roots(in: tree)
    let notes = EditorComments(in: tree)
    for node in comments + notes.comments + notes.marks { tree.drop(node) }
    let article = StoryLead.adding(
      to: ArticleExtractor.article(of: tree, headline: document.headline), of: tree)
    var shown = ParagraphWalker.body(of: article.parts, in: markup, .html, excluding: article.leftOut)
    shown.map = decoded.fileMap(of: shown.map)
    document.body = shown
    let hidden = HiddenParts.all(in: tree, beside: article)
    let remainder = PageRemainder(markup, beside: article, comments: comments, notes: notes)
    let aside = remainder.aside(
      besides: [document.headline, article.byline.map { tree.line($0) }].compactMap(\.self))
    readNotices(in: aside.parts, of: article, whole, into: &document)
    for part in article.parts { tree.drop(part) }
    readAround(tree, into: &document)
    var further = AlternativeTexts()
    var words = shown.wordCount
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
    keepAside(aside.parts, hasMore: aside.hasMore, in: &document)
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
  private func keepAside(
    _ parts: [(node: Markup.Index, text: String)], hasMore: Bool, in document: inout Document
  ) {
    for (node, text) in parts where !document.rights.contains(where: { $0.text == text }) {
      let place = markup.place(node).flatMap { decoded.fileRange($0.indices) }
      document.fields.append(Field(.other, text, key: "page: aside", place: place))
    }
    if hasMore {
      document.problems.append(
        Problem("left-out", "further parts aside of the story are not listed"))
    }
  }

  /// Keeps the short lines above and below the story as fields, unless the page says elsewhere what they say.
  func readLines(
    _ tree: ArticleTree, beside article: ArticleExtractor.Article, into document: inout Document
  ) {
    var rest = tree
    for part in article.parts { rest.drop(part) }
    let known = Set(
      document.fields.map(\.text) + document.rights.map(\.text) + [document.headline].compactMap(\.self))
    for (node, name) in StoryLines(rest).all(beside: article.parts) {
      let line = rest.line(node)
      guard !line.isEmpty, !known.contains(line) else { continue }
      let place = markup.place(node).flatMap { decoded.fileRange($0.indices) }
      document.fields.append(Field(name, line, key: "page: beside", place: place))
    }
  }

  /// Keeps the line that names the author, unless a field already contains it.
  func readByline(_ node: Markup.Index, _ tree: ArticleTree, into document: inout Document) {
    let node = person(in: node) ?? node
    let line = tree.line(node)
    let isSaid = document.fields.contains {
      [.byline, .author, .dateline].contains($0.name) && $0.text.contains(line)
    }
    guard !line.isEmpty, !isSaid else { return }
    let place = markup.place(node).flatMap { decoded.fileRange($0.indices) }
    document.fields.append(Field(.byline, line, key: "page: byline", place: place))
  }

  /// The name in a byline with more words, as Drupal writes it: “Submitted by Ana Petrova on Mon, 11/16/2026”.
  private func person(in byline: Markup.Index) -> Markup.Index? {
    let people = markup.descendants(byline).filter { node in
      guard markup.isElement(node), !markup.line(node).isEmpty else { return false }
      let type = markup.value(node, "typeof") ?? ""
      return type.hasSuffix("Person") || type.hasSuffix("UserAccount")
        || markup.value(node, "class")?.split(separator: " ").contains("username") == true
    }
    return people.count == 1 ? people.first : nil
  }

  /// Takes the story from the page's scripts; the text that the page shows instead is kept as a field.
  private func readScripts(into document: inout Document) {
    // “Loading …” is no more than nothing.
    let isBlank = document.body.wordCount < ScriptStory.fewestOfEmptyPage
    let fewest = isBlank ? ScriptStory.fewestOfEmptyPage : ScriptStory.fewestWords
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
    guard let said = story.said else { return }
    document.fields += document.unknown(said.fields)
    document.rights += said.rights
    document.times += said.times
    if let embargo = said.embargo { document.addEmbargo(embargo) }
    if let status = said.status { document.setStatus(status) }
  }
}
