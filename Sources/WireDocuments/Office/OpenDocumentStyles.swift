import WireText

/// What the styles of an OpenDocument file make of its paragraphs (OASIS 1.3 part 3, chapter 16).
struct OpenDocumentStyles {
  private var bases: [String: String] = [:]

  /// Takes the styles of a part; those of the text itself and the ones that users see stand in different parts.
  mutating func take(_ markup: Markup) {
    for node in markup.nodes.indices where markup.name(node) == "style" {
      guard let name = markup.value(node, "name"), let base = markup.value(node, "parent-style-name") else {
        continue
      }
      bases[name] = base
    }
  }

  /// What a paragraph of a style is, by the style's name or by the one that it is based on.
  func role(of name: String) -> BodyText.Role? {
    var name = name
    // Styles may be based on one another in a circle.
    for _ in 0..<16 {
      // Names have their spaces as `_20_`.
      if let role = WordStyles.role(named: name.replacing("_20_", with: "")) { return role }
      guard let base = bases[name] else { return nil }
      name = base
    }
    return nil
  }
}
