import WireText
import WireTrees

/// Mobiledoc 0.3, the tree of Ghost's earlier editor: sections that are arrays of numbers and text.
///
/// Source of the format: bustle/mobiledoc-kit, MOBILEDOC.md. A section is `[1, tag, markers]`, `[2, picture]`,
/// `[3, tag, items]` or `[10, card]`; a marker is `[kind, opened, closed, text]`, where the text of kind 1 is the
/// number of an atom, `[name, text, data]`; cards hold Markdown, HTML or data.
enum Mobiledoc {
  /// The paragraphs of a tree.
  static func read(_ tree: JSONValue, of item: inout JSONItem) -> BodyText {
    var body = BodyText()
    let cards = tree.member("cards")?.elements ?? []
    let atoms = tree.member("atoms")?.elements ?? []
    for section in tree.member("sections")?.elements ?? [] {
      let parts = section.elements
      switch parts.first.flatMap({ item.plain($0) }) {
      case "1":
        let tag = parts.count > 1 ? item.plain(parts[1]) ?? "p" : "p"
        add(parts.last, atoms, role: role(of: tag), to: &body, of: &item)
      case "3":
        for entry in parts.last?.elements ?? [] { add(entry, atoms, role: .list, to: &body, of: &item) }
      case "10":
        let number = parts.last.flatMap { item.plain($0) }.flatMap { Int($0) } ?? -1
        guard cards.indices.contains(number), let content = cards[number].elements.last else { continue }
        let kind = cards[number].elements.first.flatMap { item.plain($0) } ?? ""
        if EditorTree.asides.contains(kind) {
          item.keepWords(of: content, key: kind)
          continue
        }
        body.append(contentsOf: EditorTree.read(content, of: &item), limits: item.limits)
      case "2": continue
      default:
        item.report("unknown-section", "a section of an unknown kind was left out", section, losesText: true)
      }
    }
    return body
  }

  private static func role(of tag: String) -> BodyText.Role {
    if tag.count == 2, tag.hasPrefix("h") { return .subhead }
    return tag.contains("quote") ? .quote : .paragraph
  }

  /// Adds the text of markers as one paragraph; an atom, such as a line break, separates words or contains some.
  private static func add(
    _ markers: JSONValue?, _ atoms: [JSONValue], role: BodyText.Role, to body: inout BodyText,
    of item: inout JSONItem
  ) {
    var text: [UInt8] = []
    var map = SourceMap()
    for marker in markers?.elements ?? [] {
      var value = marker.elements.last
      if marker.elements.first.flatMap({ item.plain($0) }) == "1" {
        text.append(0x20)
        let number = value.flatMap { item.plain($0) }.flatMap { Int($0) } ?? -1
        let atom = atoms.indices.contains(number) ? atoms[number].elements : []
        value = atom.count > 1 ? atom[1] : nil
      }
      guard case .string(let string)? = value?.content else { continue }
      let (utf8, inner) = item.source.decode(string)
      map.append(contentsOf: inner, at: text.count)
      text += utf8.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
    }
    body.append(
      contentsOf: BodyText(plain: text, map: map, limits: item.limits), role: role, limits: item.limits)
  }
}
