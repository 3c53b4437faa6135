import WireText

/// The sections of dpa's XHTML: the copy is in `main`; outside it are the list of keywords, the notepad for editors,
/// which also contains corrections and embargoes, and the sign-off.
enum MainSection {
  /// A section other than the copy.
  struct Aside {
    var node: Markup.Index
    /// The field for its text.
    var name: Field.Name
    /// The name of its element, with its class.
    var key: String
  }

  /// The copy sections among some nodes; empty if the text has no sections.
  static func all(in nodes: Range<Markup.Index>, of markup: Markup) -> [Markup.Index] {
    nodes.filter { node in
      markup.name(node) == "section"
        && markup.value(node, "class")?.split(separator: " ").contains("main") ?? false
    }
  }

  /// The outermost elements with text, among some nodes, that neither are copy nor contain it.
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
    // Some senders omit the class of the notepad, but never its element.
    let isFurniture = ["header", "head", "footer", "style", "script"].contains(name)
    return Aside(
      node: node, name: isFurniture ? .other : .editorsNote,
      key: [name, style].compactMap(\.self).joined(separator: "."))
  }
}
