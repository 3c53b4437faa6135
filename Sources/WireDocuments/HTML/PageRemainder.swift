import WireText

/// What of a page's article was not taken for copy: asides, hidden parts, blocks that look like no prose.
struct PageRemainder {
  private let markup: Markup
  private let article: ArticleExtractor.Article
  /// Words from which on a paragraph counts; shorter ones are labels, links and buttons.
  private static let fewestWords = 10
  /// Words of hidden paragraphs from which on they may be a part of the story that only some readers see.
  private static let hiddenWords = 30

  /// What is left of a page beside its article.
  init(_ markup: Markup, beside article: ArticleExtractor.Article) {
    self.markup = markup
    self.article = article
  }

  /// What is told of it: how many words of which parts, and whether they may be the story.
  ///
  /// - Parameter words: the words of the copy.
  func problems(beside words: Int) -> [Problem] {
    let aside = markup.nodes.indices.filter(isLeftOut)
    let hidden = prose(in: aside.filter { isHidden($0) && isMarked($0) })
    let shown = prose(in: aside.filter { !isHidden($0) })
    var all: [Problem] = []
    if hidden > 0 {
      all.append(
        Problem(
          "hidden-text",
          "\(hidden) words of the article are hidden until a script shows them and were not read",
          losesText: hidden >= Self.hiddenWords))
    }
    if shown > 0 {
      all.append(
        Problem(
          "left-out", "\(shown) words within the article stand aside of it and were not taken for copy",
          losesText: shown > words))
    }
    // Several are a list of teasers, or one article and the comments on it.
    let marked = missed
    let unseen = marked.count == 1 ? prose(in: marked, excluding: Set(article.parts)) : 0
    if unseen > 0 {
      all.append(
        Problem(
          "left-out", "\(unseen) words that the page marks as an article were not taken for copy",
          losesText: unseen > words))
    }
    return all
  }

  /// Whether a node is the root of a part that was left out.
  private func isLeftOut(_ node: Markup.Index) -> Bool {
    article.leftOut.contains(node) && markup.isElement(node)
      && !(markup.parent(node).map(article.leftOut.contains) ?? false)
  }

  private func isHidden(_ node: Markup.Index) -> Bool {
    ArticleTree.isHidden(markup, node, markup.value(node, "class")?.lowercased() ?? "")
  }

  /// Whether a node lies in an element that the page marks as an article.
  private func isMarked(_ node: Markup.Index) -> Bool {
    var at: Markup.Index? = node
    while let here = at {
      if markup.name(here) == "article" { return true }
      at = markup.parent(here)
    }
    return false
  }

  /// The outermost elements that the page marks as an article and that are not in the copy.
  private var missed: [Markup.Index] {
    markup.nodes.indices.filter { node in
      markup.name(node) == "article" && !(markup.parent(node).map(isMarked) ?? false)
        && !article.parts.contains { $0 <= node && node < markup.end($0) }
    }
  }

  /// The words of the paragraphs that are long enough for prose.
  private func prose(in roots: [Markup.Index], excluding: Set<Markup.Index> = []) -> Int {
    let text = ParagraphWalker.body(of: roots, in: markup, .html, excluding: excluding)
    return text.strings.reduce(0) { sum, paragraph in
      let count = paragraph.split(whereSeparator: \.isWhitespace).count
      return count >= Self.fewestWords ? sum + count : sum
    }
  }
}
