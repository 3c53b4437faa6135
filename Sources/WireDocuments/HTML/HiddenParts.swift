/// The parts of a page that a browser does not show until a script does and that may belong to the article: the half
/// for subscribers, a part in a `template`, the alternative in a `noscript`.
///
/// Menus, dialogs and parts whose name or element says that they are not article text are left out.
struct HiddenParts {
  /// A part with its paragraphs.
  struct Part {
    /// The mechanism that hides it: `hidden part`, `template` or `noscript`.
    var name: String
    /// Its text, mapped to the input of the markup's parser.
    var body: BodyText
  }

  private let tree: ArticleTree
  private let article: ArticleExtractor.Article
  /// The elements of the page that hold no copy.
  private let apart: Set<Markup.Index>
  /// What is known of the places of parts: whether copy may stand in an element.
  private var places: [Markup.Index: Bool] = [:]
  /// The fewest words of prose in a part outside the article that may belong to it.
  private static let fewestOutside = 30

  /// Elements that hold no copy, in addition to those of kind `apart`.
  private static let apart: Set<String> = ["header", "form", "dialog", "head"]

  private var markup: Markup { tree.markup }

  /// The hidden parts of a page that may be copy.
  static func all(in tree: ArticleTree, beside article: ArticleExtractor.Article) -> [Part] {
    var finder = HiddenParts(tree, article)
    var parts: [Part] = []
    // Where the last part ends, whether or not it may be copy; a hidden element in it is read with it.
    var end = 0
    for node in tree.markup.nodes.indices where tree.markup.isElement(node) {
      let isStore = finder.isStore(node)
      guard isStore || tree.isDropped[node] else { continue }
      let isOutermost = node >= end
      end = max(end, tree.markup.end(node))
      guard isStore || isOutermost && ArticleTree.isHidden(tree.markup, node, tree.classes[node]) else {
        continue
      }
      if finder.mayBeCopy(node), let part = finder.part(node, isStore: isStore) { parts.append(part) }
    }
    return parts
  }

  private init(_ tree: ArticleTree, _ article: ArticleExtractor.Article) {
    self.tree = tree
    self.article = article
    let isApart = tree.markup.names.map { Self.apart.contains($0.local) }
    apart = Set(
      tree.markup.nodes.indices.filter { node in
        tree.markup.isElement(node)
          && (tree.kind(node).contains(.apart) || isApart[Int(tree.markup.nodes[node].name)])
      })
  }

  /// Whether an element is a part of its own, whatever is around it.
  private func isStore(_ node: Markup.Index) -> Bool { ["template", "noscript"].contains(markup.name(node)) }

  private func part(_ node: Markup.Index, isStore: Bool) -> Part? {
    let roots = isStore ? Array(markup.children(node)) : [node]
    let body = ParagraphWalker.body(of: roots, in: markup, .html, excluding: apart)
    let fewest = isInArticle(node) ? PageRemainder.fewestWords : Self.fewestOutside
    guard body.wordCount(inParagraphsOf: PageRemainder.fewestWords) >= fewest, !isLinks(node, body) else {
      return nil
    }
    return Part(name: isStore ? markup.name(node) : "hidden part", body: body)
  }

  /// Whether neither a part nor an ancestor shows that it is not article text.
  private mutating func mayBeCopy(_ node: Markup.Index) -> Bool {
    var path: [Markup.Index] = []
    var at: Markup.Index? = node
    while let here = at, places[here] == nil {
      path.append(here)
      at = markup.parent(here)
    }
    var mayBe = at.flatMap { places[$0] } ?? true
    for here in path.reversed() {
      mayBe = holdsArticle(here) || mayBe && !showsOther(here)
      places[here] = mayBe
    }
    return mayBe
  }

  /// Whether an element shows that it is not article text.
  private func showsOther(_ node: Markup.Index) -> Bool {
    apart.contains(node) || tree.says(node, \.isUnlikely) && !tree.says(node, \.isMaybe)
      || tree.says(node, \.isDialog) || tree.says(node, \.isShare) || tree.says(node, \.isComments)
      || markup.value(node, "role").map(ArticleHints.isUnlikelyRole) ?? false
  }

  private func holdsArticle(_ node: Markup.Index) -> Bool {
    Markup.hold(article.parts, oneIn: node..<markup.end(node))
  }

  /// Whether a node is in the article or in an element that the page marks as one.
  private func isInArticle(_ node: Markup.Index) -> Bool {
    article.holds(node, in: markup) || markup.isInside(node, "article")
  }

  /// Whether most of a part's words are links.
  private func isLinks(_ node: Markup.Index, _ body: BodyText) -> Bool {
    var linked = 0
    var at = node + 1
    while at < markup.end(node) {
      let isLink = markup.name(at) == "a"
      if isLink { linked += markup.line(at).utf8.count }
      at = isLink || isStore(at) ? markup.end(at) : at + 1
    }
    return linked * 2 > body.utf8.count
  }
}
