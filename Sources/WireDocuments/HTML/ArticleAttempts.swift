extension ArticleExtractor {
  /// How strict an attempt is.
  struct Rules: OptionSet {
    let rawValue: UInt8
    /// Leave out parts whose names say that they are not article text, before scoring.
    static let leaveOutUnlikely = Rules(rawValue: 1)
    /// Let class names influence the score.
    static let weighNames = Rules(rawValue: 2)
    /// Remove lists of links, forms and the like afterwards.
    static let clean = Rules(rawValue: 4)
    /// Score list items and captions like paragraphs.
    static let scoreItems = Rules(rawValue: 8)
  }

  /// The article: its parts in document order, and the parts in them that are left out.
  struct Article {
    /// In document order, none inside another.
    var parts: [Markup.Index] = []
    var leftOut: Set<Markup.Index> = []
    /// The line that names the author, which is left out as well.
    var byline: Markup.Index?
    /// The number of its visible characters.
    var characters = 0

    /// Whether a node is in one of its parts, left out or not.
    func holds(_ node: Markup.Index, in markup: Markup) -> Bool {
      markup.isInside(node, anyOf: parts)
    }
  }

  /// The fewest characters of a successful attempt.
  private static let shortest = 500
  /// The fewest characters of a story; less is a line about the site.
  static let shortestStory = 140

  /// The article of a page.
  ///
  /// - Parameters:
  ///   - page: the page without what is never visible.
  ///   - headline: the page's headline; the heading that repeats it is left out.
  static func article(of page: ArticleTree, headline: String?) -> Article {
    let holdsBlock = blocks(of: page)
    func attempt(_ rules: Rules, of story: Markup.Index? = nil) -> Article {
      var extractor = ArticleExtractor(page, holdsBlock, headline: headline ?? "", rules: rules)
      return extractor.run(of: story)
    }
    let prose = prose(of: page, attempt: { attempt($0) })
    guard let marked = page.marked else { return prose }
    let whole = [[.leaveOutUnlikely], []].lazy.map { attempt($0, of: marked) }.first { $0.characters > 0 }
    return whole.map { MarkedArticle(page, marked, whole: $0).article(besides: prose) } ?? prose
  }

  /// The fewest characters more than a story has that speak for a looser attempt: the title of another story or the line
  /// of a button has less, a paragraph more.
  private static func least(besides story: Article) -> Int { story.characters < shortestStory ? 0 : 80 }

  /// The article by its prose.
  private static func prose(of page: ArticleTree, attempt: (Rules) -> Article) -> Article {
    var best = Article()
    for rules: Rules in [[.leaveOutUnlikely, .weighNames, .clean], [.weighNames, .clean], [.clean], []] {
      let article = attempt(rules)
      if article.characters > best.characters + least(besides: best) { best = article }
      if article.characters >= shortest { return article }
      guard rules.contains(.leaveOutUnlikely) else { continue }
      // A story in the form of a list, or the captions of its pictures.
      let items = attempt(rules.union(.scoreItems))
      let isStory =
        article.characters < shortestStory || article.parts.allSatisfy { items.holds($0, in: page.markup) }
        || article.parts.allSatisfy(page.standsApart)
      if isStory, items.characters > best.characters { best = items }
      if best.characters >= shortest { return best }
    }
    return best
  }
}
