import WireText

/// The sections of dpa's XHTML: the copy stands in `main`; the list of keywords, the notepad for editors, which holds
/// corrections and embargoes too, and the sign-off stand beside it.
enum MainSection {
  /// A section beside the copy.
  struct Aside {
    var node: Markup.Index
    /// What it is for.
    var name: Field.Name
    /// The name of its element, with its class.
    var key: String
  }

  /// The sections of copy among some nodes; none where the text is not cut into sections.
  static func all(in nodes: Range<Markup.Index>, of markup: Markup) -> [Markup.Index] {
    nodes.filter { node in
      markup.name(node) == "section"
        && markup.value(node, "class")?.split(separator: " ").contains("main") ?? false
    }
  }

  /// The outermost elements with words among some nodes that neither are copy nor hold it.
  static func asides(in nodes: Range<Markup.Index>, of markup: Markup) -> [Aside] {
    let main = all(in: nodes, of: markup)
    guard !main.isEmpty else { return [] }
    var asides: [Aside] = []
    var at = nodes.lowerBound
    while at < nodes.upperBound {
      if main.contains(at) {
        at = markup.end(at)
      } else if main.contains(where: { at < $0 && $0 < markup.end(at) }) || !markup.isElement(at) {
        at += 1
      } else {
        if markup.nonempty(at) != nil { asides.append(aside(at, of: markup)) }
        at = markup.end(at)
      }
    }
    return asides
  }

  private static func aside(_ node: Markup.Index, of markup: Markup) -> Aside {
    let style = markup.line(node, attribute: "class")
    let name = markup.name(node)
    // Some senders leave the class out of the notepad, but none out of its element.
    let isFurniture = ["header", "head", "footer", "style", "script"].contains(name)
    return Aside(
      node: node, name: isFurniture ? .other : .editorsNote,
      key: [name, style].compactMap(\.self).joined(separator: "."))
  }
}
