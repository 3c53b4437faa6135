/// The only element that a page marks as its article, against what looks like prose on that page.
///
/// Lists, tables and flashes are short lines, and a cookie notice or a line about the site has longer ones. So what the
/// page says counts where most of the element would be lost.
struct MarkedArticle {
  private let page: ArticleTree
  private let element: Markup.Index
  /// The element with all that is not named as something else.
  private let whole: ArticleExtractor.Article

  private var markup: Markup { page.markup }

  /// - Parameters:
  ///   - page: the page.
  ///   - element: the element.
  ///   - whole: the story that the element is.
  init(_ page: ArticleTree, _ element: Markup.Index, whole: ArticleExtractor.Article) {
    self.page = page
    self.element = element
    self.whole = whole
  }

  /// The story: the prose, the element, or both.
  func article(besides prose: ArticleExtractor.Article) -> ArticleExtractor.Article {
    let all = whole.unlinked(in: page)
    let taken = prose.unlinked(in: page, within: element)
    let isLost = taken == 0 && all > 0
    if prose.parts.allSatisfy(standsApart) { return whole }
    // Around the story there is more in `main`: other stories, comments.
    guard isLost || taken * 2 < all && markup.name(element) == "article" else { return prose }
    guard isLost else { return united(with: prose) }
    let outside = prose.unlinked(in: page)
    if holdsHeading {
      return outside < ArticleExtractor.shortestStory || outside <= all ? whole : united(with: prose)
    }
    return all > outside ? united(with: prose) : prose
  }

  /// Whether prose is in a part that is never the story, by its element or its name.
  private func standsApart(_ part: Markup.Index) -> Bool {
    page.standsApart(part) || page.says(part, \.isUnlikely) && !page.says(part, \.isMaybe)
  }

  /// Whether the headline of the page is in the element, or in none.
  private var holdsHeading: Bool {
    let headings = markup.nodes.indices.filter { markup.name($0) == "h1" && !page.isInDropped($0) }
    return headings.allSatisfy { markup.descendants(element).contains($0) }
  }

  /// Both, each with what it leaves out.
  private func united(with prose: ArticleExtractor.Article) -> ArticleExtractor.Article {
    let inside = element..<markup.end(element)
    func isAround(_ node: Markup.Index) -> Bool { node < element && element < markup.end(node) }
    var both = prose
    if !prose.parts.contains(where: isAround) {
      both.parts = (prose.parts.filter { !inside.contains($0) } + whole.parts).sorted()
    }
    both.leftOut = prose.leftOut.filter { !inside.contains($0) && !isAround($0) }.union(whole.leftOut)
    both.byline = prose.byline ?? whole.byline
    both.characters = max(prose.characters, whole.characters)
    return both
  }
}

extension ArticleExtractor.Article {
  /// The number of its characters outside links, in the whole page or in an element.
  func unlinked(in page: ArticleTree, within element: Markup.Index? = nil) -> Int {
    let markup = page.markup
    var count = 0
    for part in parts {
      var at = max(part, element ?? part)
      let end = min(markup.end(part), element.map(markup.end) ?? markup.end(part))
      while at < end {
        if leftOut.contains(at) || !page.kind(at).isDisjoint(with: [.link, .hidden]) {
          at = markup.end(at)
          continue
        }
        if !markup.isElement(at) { count += page.counts[at].text }
        at += 1
      }
    }
    return count
  }
}
