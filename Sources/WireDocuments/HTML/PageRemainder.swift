import WireText

/// The text of a page that was not taken as copy: asides in the article, readers' comments, the surroundings.
struct PageRemainder {
  private let markup: Markup
  private let article: ArticleExtractor.Article
  private let comments: [Markup.Index]
  private let notes: EditorComments
  private let skipped: Set<Markup.Index>
  /// The fewest words of a paragraph that counts; shorter ones are labels, links and buttons.
  static let fewestWords = 10

  /// The remainder of a page.
  ///
  /// - Parameters:
  ///   - markup: the page.
  ///   - article: the article that was extracted.
  ///   - comments: the roots of readers' comments, in document order.
  ///   - notes: the comments of editors.
  init(
    _ markup: Markup, beside article: ArticleExtractor.Article, comments: [Markup.Index],
    notes: EditorComments
  ) {
    self.markup = markup
    self.article = article
    self.comments = comments
    self.notes = notes
    skipped = Set(comments + notes.comments + notes.marks)
  }

  /// The problems to report: how many words in which parts were left out, and whether they may be the story.
  ///
  /// - Parameter words: the number of words in the copy.
  func problems(beside words: Int) -> [Problem] {
    let shown = prose(
      in: markup.nodes.indices.filter { isLeftOut($0) && !isHidden($0) && !skipped.contains($0) })
    var all: [Problem] = []
    if shown > 0 {
      all.append(
        Problem(
          "left-out", "\(shown) words within the article stand aside of it and were not taken for copy",
          losesText: shown > words))
    }
    // Several are a list of teasers, or an article and the comments on it.
    let marked = missed
    let isLost = !marked.contains { Markup.hold(article.parts, oneIn: markup.descendants($0)) }
    // Of an article that is not taken at all, its short lines count as well.
    let unseen =
      marked.count == 1
      ? prose(in: marked, excluding: Set(article.parts), fewest: isLost ? 1 : Self.fewestWords) : 0
    if unseen > 0 {
      all.append(
        Problem(
          "left-out", "\(unseen) words that the page marks as an article were not taken for copy",
          losesText: unseen > words))
    }
    let said = prose(in: comments)
    if said > 0 {
      all.append(Problem("comments-skipped", "\(said) words of readers' comments were not taken for copy"))
    }
    if !notes.comments.isEmpty {
      let words = prose(in: notes.comments, fewest: 1)
      all.append(Problem("comments-skipped", "\(words) words of editors' comments were not taken for copy"))
    }
    return all
  }

  /// The words of the parts that stand aside of the story, shortest labels included: in the article, and in the
  /// page's own `aside` elements.
  ///
  /// - Parameter known: what the document says elsewhere, such as its headline.
  /// - Returns: at most `mostParts` of them, and whether there are more.
  func aside(besides known: [String]) -> (parts: [(node: Markup.Index, text: String)], hasMore: Bool) {
    var parts: [(node: Markup.Index, text: String)] = []
    var at = 0
    while at < markup.nodes.count {
      guard isAside(at) else {
        at += 1
        continue
      }
      let node = at
      at = markup.end(node)
      guard !isHidden(node), !skipped.contains(node) else { continue }
      let body = ParagraphWalker.body(of: [node], in: markup, .html, excluding: Set(article.parts))
      let text = oneLine(body.strings.joined(separator: " "))
      guard text.contains(where: { $0.isLetter || $0.isNumber }), !known.contains(text) else { continue }
      if parts.count == Self.mostParts { return (parts, true) }
      parts.append((node, text))
    }
    return (parts, false)
  }

  /// The most parts aside of the story whose words are kept.
  private static let mostParts = 200

  private func isAside(_ node: Markup.Index) -> Bool {
    isLeftOut(node) || markup.name(node) == "aside" && !article.holds(node, in: markup)
  }

  /// The problem to report for text outside the article; nil if there is none.
  ///
  /// - Parameter text: the text without the article.
  static func around(_ text: BodyText) -> Problem? {
    let words = text.wordCount(inParagraphsOf: fewestWords)
    guard words > 0 else { return nil }
    return Problem("around-article", "\(words) words that stand around the article were not taken for copy")
  }

  /// Whether a node is the root of a part that was left out.
  private func isLeftOut(_ node: Markup.Index) -> Bool {
    article.leftOut.contains(node) && markup.isElement(node)
      && !(markup.parent(node).map(article.leftOut.contains) ?? false)
  }

  private func isHidden(_ node: Markup.Index) -> Bool {
    ArticleTree.isHidden(markup, node, markup.value(node, "class")?.lowercased() ?? "")
  }

  /// The outermost elements that the page marks as an article and that are neither in the copy nor in a comment.
  private var missed: [Markup.Index] {
    markup.nodes.indices.filter { node in
      markup.name(node) == "article" && !markup.ancestors(node).contains { markup.name($0) == "article" }
        && !article.holds(node, in: markup)
        && !markup.isInside(node, anyOf: comments)
    }
  }

  /// The number of words in paragraphs that are long enough for prose, or have at least `fewest` words.
  private func prose(
    in roots: [Markup.Index], excluding: Set<Markup.Index> = [], fewest: Int = PageRemainder.fewestWords
  ) -> Int {
    ParagraphWalker.body(of: roots, in: markup, .html, excluding: excluding)
      .wordCount(inParagraphsOf: fewest)
  }
}
