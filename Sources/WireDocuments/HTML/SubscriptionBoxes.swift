/// Boxes and buttons in a post that ask readers to subscribe or share, or show other posts, as Substack, WordPress and
/// Ghost write them: no copy of the post.
enum SubscriptionBoxes {
  /// What the boxes of some classes are.
  private static let kinds: [Substring: String] = [
    "subscription-widget-wrap": "subscription box", "subscription-widget-wrap-editor": "subscription box",
    "captioned-button-wrap": "subscription box", "button-wrapper": "subscription box",
    "hide-text": "subscription box", "embedded-post-wrap": "box of another post",
    "digest-post-embed": "box of another post", "embedded-publication-wrap": "box of a publication",
    "sharedaddy": "sharing buttons", "jp-relatedposts": "box of other posts",
    "kg-bookmark-card": "box of another page", "kg-signup-card": "subscription box",
    "kg-cta-card": "subscription box", "gh-post-upgrade-cta": "subscription box",
    "addtoany_share_save_container": "sharing buttons", "heateor_sss_sharing_container": "sharing buttons",
    "wp-block-jetpack-subscriptions": "subscription box",
  ]
  /// Letters of which each text with such a box has some.
  private static let marks: [StaticString] = [
    "subscription-widget", "embedded-p", "sharedaddy", "jp-relatedposts", "kg-bookmark-card",
    "kg-signup-card", "kg-cta-card", "gh-post-upgrade-cta", "addtoany_share", "heateor_sss",
    "wp-block-jetpack-sub",
  ]

  /// The most words of a box; with more of them it may hold a story, whatever its name.
  private static let mostWords = 100

  /// The boxes in a text that a system put together from the post and what it shows beside it; their words are told.
  static func roots(in markup: Markup, of utf8: [UInt8]) -> (nodes: Set<Markup.Index>, problems: [Problem]) {
    guard marks.contains(where: { HTMLScanner.find($0, in: utf8, from: 0) != nil }) else { return ([], []) }
    var nodes: Set<Markup.Index> = []
    var count = 0
    for box in roots(in: markup) {
      let words = markup.words(box.node).split(separator: " ").count
      guard words <= mostWords else { continue }
      nodes.insert(box.node)
      count += words
    }
    guard count > 0 else { return ([], []) }
    let told = "\(count) words of boxes that share the post or show others were not taken for copy"
    return (nodes, [Problem("boxes-skipped", told)])
  }

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
