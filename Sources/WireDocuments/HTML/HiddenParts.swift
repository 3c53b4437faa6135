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
  /// The fewest words of prose in a part outside the article that may belong to it.
  private static let fewestOutside = 30

  /// Elements that hold no copy, in addition to those of kind `apart`.
  private static let apart: Set<String> = ["header", "form", "dialog", "head"]

  private var markup: Markup { tree.markup }

  /// The hidden parts of a page that may be copy.
  static func all(in tree: ArticleTree, beside article: ArticleExtractor.Article) -> [Part] {
    let finder = HiddenParts(tree: tree, article: article)
    return tree.markup.nodes.indices.compactMap(finder.part)
  }

  private func part(_ node: Markup.Index) -> Part? {
    guard markup.isElement(node) else { return nil }
    let name = markup.name(node)
    let isStore = name == "template" || name == "noscript"
    guard isStore || tree.isDropped[node] && ArticleTree.isHidden(markup, node, tree.classes[node]) else {
      return nil
    }
    guard isOutermost(node, isStore: isStore), mayBeCopy(node) else { return nil }
    let roots = isStore ? Array(markup.children(node)) : [node]
    let aside = markup.descendants(node).filter {
      tree.kind($0).contains(.apart) || Self.apart.contains(markup.name($0))
    }
    let body = ParagraphWalker.body(of: roots, in: markup, .html, excluding: Set(aside))
    let fewest = isInArticle(node) ? PageRemainder.fewestWords : Self.fewestOutside
    guard body.wordCount(inParagraphsOf: PageRemainder.fewestWords) >= fewest, !isLinks(node, body) else {
      return nil
    }
    return Part(name: isStore ? name : "hidden part", body: body)
  }

  /// Whether a part is not already read with an ancestor; a `template` or `noscript` is always a part of its own.
  private func isOutermost(_ node: Markup.Index, isStore: Bool) -> Bool {
    if isStore { return true }
    var at = markup.parent(node)
    while let here = at {
      if tree.isDropped[here] || ["template", "noscript"].contains(markup.name(here)) { return false }
      at = markup.parent(here)
    }
    return true
  }

  /// Whether neither a part nor an ancestor shows that it is not article text.
  private func mayBeCopy(_ node: Markup.Index) -> Bool {
    var at: Markup.Index? = node
    while let here = at, !holdsArticle(here) {
      if tree.kind(here).contains(.apart) || Self.apart.contains(markup.name(here)) { return false }
      if tree.says(here, \.isUnlikely) && !tree.says(here, \.isMaybe) || tree.says(here, \.isDialog)
        || tree.says(here, \.isShare) || tree.says(here, \.isComments)
      {
        return false
      }
      if let role = markup.value(here, "role"), ArticleHints.isUnlikelyRole(role) { return false }
      at = markup.parent(here)
    }
    return true
  }

  private func holdsArticle(_ node: Markup.Index) -> Bool {
    article.parts.contains { node <= $0 && $0 < markup.end(node) }
  }

  /// Whether a node is in the article or in an element that the page marks as one.
  private func isInArticle(_ node: Markup.Index) -> Bool {
    article.holds(node, in: markup) || markup.isInside(node, "article")
  }

  /// Whether most of a part's words are links.
  private func isLinks(_ node: Markup.Index, _ body: BodyText) -> Bool {
    let linked = markup.descendants(node).filter { markup.name($0) == "a" }.reduce(0) {
      $0 + markup.line($1).utf8.count
    }
    return linked * 2 > body.utf8.count
  }
}
