/// The limits of a NewsML-G2 `rightsInfo`: the parts that `idrefs` names, a scope, an aspect.
struct NewsMLG2RightsPart {
  /// The type of the parts if none of them is the text.
  private(set) var medium: ItemType?
  /// The attributes of limits that may or may not include the text.
  private(set) var unknown: [String]

  /// The limits of a `rightsInfo`.
  init(of info: Markup.Index, in item: MarkupItem) {
    let markup = item.markup
    unknown = ["scope", "scopeuri", "aspect", "aspecturi"].filter { markup.line(info, attribute: $0) != nil }
    guard let references = markup.line(info, attribute: "idrefs") else { return }
    let ids = Set(references.split(separator: " ").map(String.init))
    let parts = markup.descendants(item.node).filter { node in
      markup.isElement(node) && markup.line(node, attribute: "id").map(ids.contains) ?? false
    }
    let media = parts.map { Self.medium(of: $0, in: markup) }
    guard parts.count == ids.count, !media.contains(nil) else {
      unknown.append("idrefs")
      return
    }
    if !media.contains(.text) { medium = media.first ?? nil }
  }

  /// The type of a content element; nil for others.
  private static func medium(of node: Markup.Index, in markup: Markup) -> ItemType? {
    let type = markup.line(node, attribute: "contenttype")?.lowercased() ?? ""
    switch markup.name(node) {
    case "inlineXML": return .text
    case "inlineData", "remoteContent":
      if type.hasPrefix("image/") { return .picture }
      if type.hasPrefix("video/") { return .video }
      if type.hasPrefix("audio/") { return .audio }
      return type.isEmpty ? nil : .text
    default: return nil
    }
  }
}
