import WireText
import WireTrees

/// Drupal's JSON:API: nodes with the paragraphs, authors and terms that are included beside them.
struct DrupalReader: JSONItemReader {
  static let format = Format(name: "drupal", title: "Drupal JSON:API: nodes with what is included")

  static func recognises(_ probe: Probe) -> Bool {
    guard let json = JSONProbe(probe) else { return false }
    if json.has("data"), json.has("jsonapi") { return true }
    return (json.has("data") || json.has("type", "attributes")) && json.contains("\"node--")
  }

  var queue: JSONItemQueue
  private var included: (root: Int, resources: [String: JSONValue])?

  init(queue: JSONItemQueue) { self.queue = queue }

  mutating func next() throws(ReadingFault) -> Document? {
    guard var item = try queue.next() else { return nil }
    guard case .object = item.object.content else { return item.finished() }
    let resources = resources(beside: &item)
    Self.read(&item, resources)
    return item.finished()
  }

  /// What is included beside the nodes of an answer, by its identifier.
  private mutating func resources(beside item: inout JSONItem) -> [String: JSONValue] {
    if let included, included.root == queue.rootNumber { return included.resources }
    var resources: [String: JSONValue] = [:]
    for resource in item.root.member("included")?.elements ?? [] {
      guard let id = item.plain(resource.member("id")), resources[id] == nil else { continue }
      resources[id] = resource
    }
    included = (queue.rootNumber, resources)
    return resources
  }

  static func items(of value: JSONValue, in bytes: [UInt8]) -> [JSONValue]? {
    value.member("attributes") != nil ? [value] : value.member("data")?.elements
  }

  static func read(_ item: inout JSONItem) { read(&item, [:]) }

  private static func read(_ item: inout JSONItem, _ resources: [String: JSONValue]) {
    let kind = item.plain(item.value("type"))
    item.document.origin.dialect = kind
    item.document.id = item.plain(item.value("id"))
    item.document.version = item.plain(item.value("attributes", "drupal_internal__vid"))
    readStatus(&item)
    item.url(.permalink, item.value("attributes", "path", "alias"), key: "path.alias")
    var fields: [(key: String, value: JSONValue)] = []
    for member in item.value("attributes")?.members ?? [] where !known.contains(member.key) {
      fields += texts(of: member).map { (member.key, $0) }
      fields += member.value.elements.compactMap { $0.member("summary") }.map { ("summary", $0) }
    }
    for (name, other) in related(&item, resources) {
      if item.plain(other.member("type"))?.hasPrefix("paragraph--") == true {
        for member in other.member("attributes")?.members ?? [] {
          let values = texts(of: member)
          // Paragraphs are the body in pieces, whatever a site calls their fields.
          fields += values.map { (isText(member.value) || isProse($0, &item) ? "body" : member.key, $0) }
        }
      } else {
        let label = other.member("attributes").flatMap { attributes in
          ["display_name", "name", "title"].lazy.compactMap { attributes.member($0) }.first
        }
        let field: Field.Name = name == "uid" ? .author : name.contains("tag") ? .keyword : .other
        item.field(field, label, key: name)
      }
    }
    SiteFields.read(fields, into: &item)
    tellAbsent(resources, in: &item)
  }

  /// Says that paragraphs are referred to and not included: the text is elsewhere.
  private static func tellAbsent(_ resources: [String: JSONValue], in item: inout JSONItem) {
    var absent = 0
    for relation in item.value("relationships")?.members ?? [] {
      for reference in relation.value.member("data")?.elements ?? [] {
        guard item.plain(reference.member("type"))?.hasPrefix("paragraph--") == true else { continue }
        if item.plain(reference.member("id")).flatMap({ resources[$0] }) == nil { absent += 1 }
      }
    }
    guard absent > 0 else { return }
    item.document.type = .text
    item.document.problems.removeAll { $0.code == "no-text" }
    item.report(
      "body-remote", "\(absent) paragraphs of the text are not in the file: ask for them with `include`",
      item.object, losesText: true)
  }

  private static let known: Set<String> = [
    "drupal_internal__nid", "drupal_internal__vid", "status", "path", "moderation_state",
    "revision_timestamp", "revision_log",
  ]

  private static func readStatus(_ item: inout JSONItem) {
    item.status(item.value("attributes", "moderation_state"))
    if item.document.status != nil { return }
    switch item.value("attributes", "status")?.content {
    case .bool(true): item.document.status = Status(.published, raw: "status: true")
    case .bool(false): item.document.status = Status(.draft, raw: "status: false")
    default: break
    }
  }

  /// The text of a field: as it is shown where the server says so, else as it was typed.
  private static func texts(of member: JSONValue.Member) -> [JSONValue] {
    member.value.elements.flatMap { value in
      guard let typed = value.member("processed") ?? value.member("value") else { return [value] }
      return [typed]
    }
  }

  /// Whether a plain string is longer than a label.
  private static func isProse(_ value: JSONValue, _ item: inout JSONItem) -> Bool {
    value.isString && (item.plain(value) ?? "").split(separator: " ").count >= 5
  }

  private static func isText(_ value: JSONValue) -> Bool {
    value.elements.contains { $0.member("processed") != nil || $0.member("format") != nil }
  }

  /// The resources that an item refers to and that are included, by the name of the relation, also those of
  /// paragraphs within paragraphs.
  private static func related(
    _ item: inout JSONItem, _ resources: [String: JSONValue]
  ) -> [(name: String, resource: JSONValue)] {
    guard !resources.isEmpty else { return [] }
    var found: [(String, JSONValue)] = []
    var waiting = [item.object]
    var seen: Set<String> = []
    while let next = waiting.popLast() {
      for relation in next.member("relationships")?.members ?? [] {
        for reference in relation.value.member("data")?.elements ?? [] {
          guard let id = item.plain(reference.member("id")), seen.insert(id).inserted,
            let resource = resources[id]
          else { continue }
          found.append((relation.key, resource))
          if item.plain(resource.member("type"))?.hasPrefix("paragraph--") == true {
            waiting.append(resource)
          }
        }
      }
    }
    return found
  }
}
