/// The readers' comments on a page, which are recognised by their names and are not the newsroom's copy.
enum ReaderComments {
  /// The fewest unlinked characters outside the comments; a page with fewer consists of comments.
  private static let fewestOutside = 200
  /// The fewest unlinked characters of an article that the page marks.
  private static let fewestOfArticle = 40

  /// The roots of the comments in document order.
  static func roots(in tree: ArticleTree) -> [Markup.Index] {
    let markup = tree.markup
    var named: [Markup.Index] = []
    var single: [Markup.Index] = []
    // An id is one element's; looking through all of several could take long.
    let talk = markup.nodes.indices.first { isTalk($0, in: markup) }
    var at = 0
    while at < markup.nodes.count {
      guard markup.isElement(at), !tree.isDropped[at] else {
        at += 1
        continue
      }
      let isThread =
        tree.says(at, \.isComments) || isTyped(markup, at) || at == talk && isOfSeveral(at, in: tree)
      let isOne = !isThread && tree.says(at, \.isComment)
      guard isThread || isOne, isApart(at, in: tree), !isBylineOfStory(at, in: tree) else {
        at += 1
        continue
      }
      if isThread { named.append(at) } else { single.append(at) }
      at = markup.end(at)
    }
    // A single element with such a name may be an opinion column.
    let known = (single.count > 1 ? (named + single).sorted() : named)
    let further = Conversations.roots(in: tree).filter { node in
      isApart(node, in: tree) && !markup.isInside(node, anyOf: known)
    }
    let roots = (known.filter { !markup.isInside($0, anyOf: further) } + further).sorted()
    let all = markup.roots.reduce(0) { $0 + unlinked($1, tree) }
    let inside = roots.reduce(0) { $0 + unlinked($1, tree) }
    return all - inside >= fewestOutside || holdsArticle(tree, besides: roots) ? roots : []
  }

  /// Whether the page marks a text outside the comments as an article, however short it is.
  private static func holdsArticle(_ tree: ArticleTree, besides roots: [Markup.Index]) -> Bool {
    let markup = tree.markup
    guard let article = markup.nodes.indices.first(where: { markup.name($0) == "article" }),
      !markup.isInside(article, anyOf: roots)
    else { return false }
    let inside = roots.filter(markup.descendants(article).contains).reduce(0) { $0 + unlinked($1, tree) }
    return unlinked(article, tree) - inside >= fewestOfArticle
  }

  /// Whether an element is the byline of the story with a link to the comments: `firma_comentarios`.
  private static func isBylineOfStory(_ node: Markup.Index, in tree: ArticleTree) -> Bool {
    guard tree.counts[node].text <= longestByline, tree.counts[node].inputs == 0 else { return false }
    let inside = tree.markup.descendants(node)
    guard inside.count <= mostNodes else { return false }
    return inside.contains {
      tree.markup.isElement($0) && tree.says($0, \.isByline) || tree.markup.value($0, "rel") == "author"
    }
      && !inside.contains { ["p", "li"].contains(tree.markup.name($0)) }
  }

  /// The most characters and nodes of such a byline.
  private static let (longestByline, mostNodes) = (160, 60)

  /// Whether microdata marks an element as a comment.
  static func isTyped(_ markup: Markup, _ node: Markup.Index) -> Bool {
    guard let type = markup.value(node, "itemtype") else { return false }
    return type.hasSuffix("schema.org/Comment") || type.hasSuffix("schema.org/UserComments")
  }

  /// Whether an element is a conversation by its id.
  private static func isTalk(_ node: Markup.Index, in markup: Markup) -> Bool {
    markup.isElement(node) && markup.value(node, "id").map { ids.contains($0.lowercased()) } ?? false
  }

  /// Whether an element has entries of several people and no headings.
  private static func isOfSeveral(_ node: Markup.Index, in tree: ArticleTree) -> Bool {
    var people = 0
    for inner in tree.markup.descendants(node) {
      if tree.kind(inner).contains(.heading) { return false }
      if tree.markup.isElement(inner), tree.says(inner, \.isByline) { people += 1 }
    }
    return people > 1
  }

  private static let ids: Set<String> = ["thread", "discussion", "conversation", "responses"]

  /// Whether an element holds nothing of the story: no page frame, no main heading, no marked article text.
  private static func isApart(_ node: Markup.Index, in tree: ArticleTree) -> Bool {
    let frame: Set<String> = ["html", "body", "main"]
    guard !frame.contains(tree.markup.name(node)) else { return false }
    return !tree.markup.descendants(node).contains { inner in
      ["h1", "main"].contains(tree.markup.name(inner))
        || tree.markup.value(inner, "itemprop")?.lowercased() == "articlebody"
    }
  }

  private static func unlinked(_ node: Markup.Index, _ tree: ArticleTree) -> Int {
    tree.counts[node].text - tree.counts[node].linked
  }
}
