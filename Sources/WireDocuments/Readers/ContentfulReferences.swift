import WireText
import WireTrees

/// The entries and assets in one export or response of Contentful, keyed by link target.
struct ContentfulReferences {
  private var resources: [Target: JSONValue] = [:]

  /// The target of a link.
  private struct Target: Hashable {
    /// `Entry` or `Asset`.
    var type: String
    var id: String
  }

  /// A link with the field and the rich-text node that contain it.
  private struct Link {
    var field: String
    var node: String
    var target: Target
  }

  /// Collects the resources in the same response as an item.
  init(beside item: inout JSONItem) {
    let includes = item.root.member("includes")
    for (type, list) in [
      ("Entry", item.root.member("entries")), ("Entry", item.root.member("items")),
      ("Entry", includes?.member("entry")), ("Asset", item.root.member("assets")),
      ("Asset", includes?.member("asset")),
    ] {
      for resource in list?.elements ?? [] {
        guard let id = item.plain(resource.member("sys")?.member("id")) else { continue }
        let target = Target(type: type, id: id)
        if resources[target] == nil { resources[target] = resource }
      }
    }
  }

  /// Adds the authors of an entry and the text about its pictures, and reports which parts of its text are missing.
  ///
  /// Embedded entries are not inlined: they are read as documents of their own.
  ///
  /// - Parameters:
  ///   - item: the entry.
  ///   - names: the entries of other lines; nil if the file is one value.
  func complete(_ item: inout JSONItem, _ names: RecordNames?) {
    var absent: Set<Target> = []
    var seen: Set<Target> = []
    for link in Self.links(in: &item) {
      let name = StoryKeys.normal(link.field)
      guard let fields = resources[link.target]?.member("fields") else {
        if let names, link.target.type == "Entry", names.has(link.target.id) {
          if seen.insert(link.target).inserted, let label = names.name(of: link.target.id) {
            item.field(link.field, named: label)
          }
          continue
        }
        let isOfText = link.node.hasPrefix("embedded-") || StoryKeys.bodies.contains(name)
        if isOfText, link.target.type != "Asset" { absent.insert(link.target) }
        continue
      }
      guard seen.insert(link.target).inserted else { continue }
      if link.target.type == "Asset" {
        item.takeMedia(fields, name: link.field, medium: Self.medium(of: fields, &item))
      } else if let label = item.name(in: fields) {
        item.field(link.field, named: label.text, place: label.place)
      }
    }
    let parts = "entries that belong to the text"
    item.reportAbsent(absent.count, names?.areWhole == false ? "\(parts) do not stand above it and" : parts)
  }

  private static func medium(of fields: JSONValue, _ item: inout JSONItem) -> ItemType {
    let file = fields.member("file").map { $0.byLanguage?.first?.value ?? $0 }
    return ItemType(mediaType: item.plain(file?.member("contenttype")))
  }

  /// The links in the fields of an entry, in order.
  private static func links(in item: inout JSONItem) -> [Link] {
    var all: [Link] = []
    for member in item.value("fields")?.members ?? [] {
      var waiting: [(value: JSONValue, node: String)] = [(member.value, "")]
      while let (value, node) = waiting.popLast() {
        if let target = target(value.member("sys"), &item) {
          all.append(Link(field: member.key, node: node, target: target))
          continue
        }
        let node = item.plain(value.member("nodetype")) ?? node
        for inner in value.members.reversed() { waiting.append((inner.value, node)) }
        if case .array(let elements) = value.content { waiting += elements.reversed().map { ($0, node) } }
      }
    }
    return all
  }

  /// The target of a link's `sys`; a resource link refers to an entry of another space by its address.
  private static func target(_ sys: JSONValue?, _ item: inout JSONItem) -> Target? {
    let isLink = item.plain(sys?.member("type")) == "Link"
    guard let sys, let type = item.plain(sys.member("linktype")) ?? (isLink ? "Entry" : nil),
      let id = item.plain(sys.member("id") ?? sys.member("urn"))
    else { return nil }
    return Target(type: type.split(separator: ":").last.map(String.init) ?? type, id: id)
  }
}
