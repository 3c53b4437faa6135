import WireText

/// The paragraph roles that the styles of an OpenDocument file define (OASIS 1.3 part 3, chapter 16).
struct OpenDocumentStyles {
  private var bases: [String: String] = [:]

  /// Adds the styles of a part; automatic styles and those that users see are in different parts.
  mutating func take(_ markup: Markup) {
    for node in markup.nodes.indices where markup.name(node) == "style" {
      guard let name = markup.value(node, "name"), let base = markup.value(node, "parent-style-name") else {
        continue
      }
      bases[name] = base
    }
  }

  /// The role of paragraphs with a style, by its name or by that of a style that it is based on.
  func role(of name: String) -> BodyText.Role? {
    var name = name
    // Styles may be based on one another in a cycle.
    for _ in 0..<16 {
      // Spaces in names are written as `_20_`.
      if let role = WordStyles.role(named: name.replacing("_20_", with: "")) { return role }
      guard let base = bases[name] else { return nil }
      name = base
    }
    return nil
  }
}
