extension ArticleExtractor {
  /// How strict an attempt is.
  struct Rules: OptionSet {
    let rawValue: UInt8
    /// Parts whose names say that they are no article are left out before.
    static let leaveOutUnlikely = Rules(rawValue: 1)
    /// Names of classes count in the points.
    static let weighNames = Rules(rawValue: 2)
    /// Lists of links, forms and the like are taken out afterwards.
    static let clean = Rules(rawValue: 4)
    /// Items of lists and captions give points as paragraphs do.
    static let scoreItems = Rules(rawValue: 8)
  }

  /// The article: its parts in document order, and the parts in them that are left out.
  struct Article {
    var parts: [Markup.Index] = []
    var leftOut: Set<Markup.Index> = []
    /// The line that names the author, which is left out too.
    var byline: Markup.Index?
    /// Its visible characters.
    var characters = 0

    /// Whether a node lies in one of its parts, left out or not.
    func holds(_ node: Markup.Index, in markup: Markup) -> Bool {
      parts.contains { $0 <= node && node < markup.end($0) }
    }
  }

  /// Below this many characters an attempt is taken for a failure.
  private static let shortest = 500
  /// Below this many characters an attempt found a line of the site's and no story.
  private static let shortestStory = 140

  /// The article of a page.
  ///
  /// - Parameters:
  ///   - page: the page with what is never visible left out.
  ///   - headline: the page's headline; the heading that repeats it is left out.
  static func article(of page: ArticleTree, headline: String?) -> Article {
    var best = Article()
    let holdsBlock = blocks(of: page)
    func attempt(_ rules: Rules) -> Article {
      var extractor = ArticleExtractor(page, holdsBlock, headline: headline ?? "", rules: rules)
      return extractor.run()
    }
    for rules: Rules in [[.leaveOutUnlikely, .weighNames, .clean], [.weighNames, .clean], [.clean], []] {
      let article = attempt(rules)
      if article.characters > best.characters { best = article }
      if article.characters >= shortest { return article }
      guard rules.contains(.leaveOutUnlikely) else { continue }
      // A story that is a list, or the captions of its pictures.
      let items = attempt(rules.union(.scoreItems))
      let isStory =
        article.characters < shortestStory || article.parts.allSatisfy { items.holds($0, in: page.markup) }
      if isStory, items.characters > best.characters { best = items }
      if best.characters >= shortest { return best }
    }
    return best
  }
}
