/// Boxes and buttons in a post that ask readers to subscribe or share, as Substack writes them: no copy.
enum SubscriptionBoxes {
  private static let classes: Set<Substring> = [
    "subscription-widget-wrap", "subscription-widget-wrap-editor", "captioned-button-wrap", "button-wrapper",
    "hide-text",
  ]

  /// Their elements in document order.
  static func roots(in markup: Markup) -> [Markup.Index] {
    var roots: [Markup.Index] = []
    var at = 0
    while at < markup.nodes.count {
      let isBox =
        markup.isElement(at)
        && markup.value(at, "class")?.split(separator: " ").contains(where: classes.contains) == true
      if isBox { roots.append(at) }
      at = isBox ? markup.end(at) : at + 1
    }
    return roots
  }
}
