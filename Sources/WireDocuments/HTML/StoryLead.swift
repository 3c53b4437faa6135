/// The lead of a story that stands between its headline and its prose, in a header or a block of its own.
struct StoryLead {
  private let tree: ArticleTree
  private let article: ArticleExtractor.Article
  private var markup: Markup { tree.markup }

  /// The fewest characters of a lead, and of one without a full stop.
  private static let (shortest, shortestLine) = (40, 100)
  private static let most = 4

  /// The article with the lead, if it has one.
  static func adding(to article: ArticleExtractor.Article, of tree: ArticleTree) -> ArticleExtractor.Article {
    let finder = StoryLead(tree: tree, article: article)
    return finder.lines().reduce(article) { finder.take($1, into: $0) }
  }

  /// The paragraphs between the headline and the prose.
  private func lines() -> [Markup.Index] {
    guard let start = start, let heading = heading(before: start) else { return [] }
    var lines: [Markup.Index] = []
    var at = markup.end(heading)
    while at < start, lines.count < Self.most {
      if isApart(at) || article.byline == at {
        at = markup.end(at)
      } else if isLead(at) {
        if !isTaken(at) { lines.append(at) }
        at = markup.end(at)
      } else {
        at += 1
      }
    }
    return lines
  }

  /// The first text of the story that is not a heading.
  private var start: Markup.Index? {
    for part in article.parts {
      var at = part
      while at < markup.end(part) {
        if article.leftOut.contains(at) || !tree.kind(at).isDisjoint(with: [.heading, .hidden]) {
          at = markup.end(at)
          continue
        }
        if !markup.isElement(at), tree.counts[at].text > 0 { return at }
        at += 1
      }
    }
    return nil
  }

  /// The main heading of the story: the last one before its text, in the same article.
  private func heading(before start: Markup.Index) -> Markup.Index? {
    let heading = markup.nodes.indices.prefix(start).last { markup.name($0) == "h1" && !tree.isInDropped($0) }
    guard let heading else { return nil }
    return article(around: heading) == article(around: start) ? heading : nil
  }

  private func article(around node: Markup.Index) -> Markup.Index? {
    markup.ancestors(node).first { markup.name($0) == "article" }
  }

  /// Whether a part above the prose is no text of the story.
  private func isApart(_ node: Markup.Index) -> Bool {
    guard markup.isElement(node) else { return false }
    return tree.isDropped[node]
      || !tree.kind(node).isDisjoint(with: [.hidden, .apart, .figure, .list, .heading])
      || tree.says(node, \.isByline) || tree.says(node, \.isShare) || tree.says(node, \.isComments)
      || tree.says(node, \.isUnlikely) && !tree.says(node, \.isMaybe) && !tree.says(node, \.isHead)
      || ArticleTree.isHidden(markup, node, tree.classes[node])
  }

  private func isLead(_ node: Markup.Index) -> Bool {
    guard markup.isElement(node), markup.name(node) == "p" || markup.name(node) == "div" && isLeaf(node)
    else {
      return false
    }
    let counts = tree.counts[node]
    guard counts.text >= Self.shortest, counts.linked * 5 <= counts.text, markup.first(node, "time") == nil
    else {
      return false
    }
    return counts.text >= Self.shortestLine || tree.line(node).last.map { ".!?…。".contains($0) } ?? false
  }

  /// Whether an element holds no block.
  private func isLeaf(_ node: Markup.Index) -> Bool {
    !markup.descendants(node).contains { tree.kind($0).contains(.block) }
  }

  /// Whether the story holds a node already.
  private func isTaken(_ node: Markup.Index) -> Bool {
    article.holds(node, in: markup) && !markup.outward(from: node).contains(where: article.leftOut.contains)
  }

  /// The article with a node: as a part of its own, or by leaving out only what is around the node.
  private func take(
    _ node: Markup.Index, into article: ArticleExtractor.Article
  ) -> ArticleExtractor.Article {
    var article = article
    article.characters += tree.counts[node].text
    guard article.holds(node, in: markup) else {
      article.parts = (article.parts + [node]).sorted()
      return article
    }
    let path = [node] + markup.ancestors(node).prefix { article.holds($0, in: markup) }
    guard let outermost = path.lastIndex(where: article.leftOut.contains) else { return article }
    for level in (0...outermost).reversed() {
      article.leftOut.remove(path[level])
      if level > 0 {
        article.leftOut.formUnion(
          markup.children(path[level]).filter { $0 != path[level - 1] && markup.isElement($0) })
      }
    }
    return article
  }
}
