import WireText

/// The text of IDF, the format in which the writing programs of Infomaker and Naviga put a story into NewsML-G2: one
/// `element` a paragraph, and an `object` for what is inserted, such as a picture or a box of facts.
struct IDFText {
  private let markup: Markup
  private let root: Markup.Index

  /// Nil if a rendition is in another format.
  init?(in rendition: Markup.Index, of markup: Markup) {
    guard let root = markup.child(rendition, "idf") else { return nil }
    self.root = root
    self.markup = markup
  }

  /// The copy: its paragraphs and boxes.
  var body: BodyText {
    var roles: [Markup.Index: BodyText.Role] = [:]
    var apart: Set<Markup.Index> = []
    for node in markup.descendants(root) {
      switch markup.name(node) {
      case "element" where kind(node).hasPrefix("subheadline"): roles[node] = .subhead
      case "element" where ["blockquote", "pullquote", "quote"].contains(kind(node)): roles[node] = .quote
      case "element" where isHead(node), "object" where isInserted(node): apart.insert(node)
      default: break
      }
    }
    return ParagraphWalker.body(of: [root], in: markup, .idf, excluding: apart, roles: roles)
  }

  /// Takes the headline, the lines around the story, and the words of what is inserted.
  func complete(_ item: inout MarkupItem) {
    for node in markup.descendants(root) {
      switch markup.name(node) {
      case "element" where isHead(node):
        guard kind(node) == "headline" else {
          item.field(.dateline, node, key: "idf/element \(kind(node))")
          continue
        }
        let line = markup.nonempty(node)
        item.document.headline = item.document.headline ?? line
        if line != item.document.headline { item.field(.title, node, key: "idf/element headline") }
      case "object" where isInserted(node): item.field(.other, node, key: "idf/object \(kind(node))")
      default: break
      }
    }
  }

  private func kind(_ node: Markup.Index) -> String {
    markup.line(node, attribute: "type")?.lowercased() ?? ""
  }

  /// Whether a line stands above the story; a box may have a headline of its own.
  private func isHead(_ node: Markup.Index) -> Bool {
    ["headline", "dateline", "pagedateline"].contains(kind(node)) && !markup.isInside(node, "object")
  }

  /// Whether an object is no text of the story: all but boxes, in which only boxes can be.
  private func isInserted(_ node: Markup.Index) -> Bool { kind(node) != "x-im/content-part" }
}
