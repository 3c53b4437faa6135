/// Boxes and buttons in a post that ask readers to subscribe or share, or show other posts, as Substack writes them: no
/// copy of the post.
enum SubscriptionBoxes {
  /// What the boxes of some classes are.
  private static let kinds: [Substring: String] = [
    "subscription-widget-wrap": "subscription box", "subscription-widget-wrap-editor": "subscription box",
    "captioned-button-wrap": "subscription box", "button-wrapper": "subscription box",
    "hide-text": "subscription box", "embedded-post-wrap": "box of another post",
    "digest-post-embed": "box of another post", "embedded-publication-wrap": "box of a publication",
  ]

  /// Their elements in document order, with what they are.
  static func roots(in markup: Markup) -> [(node: Markup.Index, kind: String)] {
    var roots: [(node: Markup.Index, kind: String)] = []
    var at = 0
    while at < markup.nodes.count {
      let classes = markup.isElement(at) ? markup.value(at, "class")?.split(separator: " ") ?? [] : []
      let kind = classes.lazy.compactMap { kinds[$0] }.first
      if let kind { roots.append((at, kind)) }
      at = kind == nil ? at + 1 : markup.end(at)
    }
    return roots
  }
}
