import WireText
import WireTrees

/// Drupal's JSON:API: nodes with the paragraphs, authors and terms included with them.
///
/// Nodes of its older API (`?_format=json`) are read, too; there every field is a list.
struct DrupalReader: JSONItemReader {
  static let format = Format(name: "drupal", title: "Drupal JSON:API or REST: nodes with what is included")

  static func recognises(_ probe: Probe) -> Bool {
    guard let json = probe.json else { return false }
    if json.has("data"), json.has("jsonapi") { return true }
    if json.has("nid", "title") { return json.contains("\"target_id\"") && json.contains("\"value\"") }
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

  /// The resources included with the nodes of a response, by identifier.
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

  /// The nodes of a response; those included with them are stories of their own.
  static func items(of value: JSONValue, in bytes: [UInt8]) -> [JSONValue]? {
    let isNode = value.member("attributes") != nil || value.member("nid") != nil
    if isNode { return [value] }
    guard let data = value.member("data")?.elements else { return nil }
    let included = value.member("included")?.elements ?? []
    return data + included.filter { $0.member("type")?.text(in: bytes)?.hasPrefix("node--") ?? false }
  }

  /// A field of a node: an attribute or, in the older API, the first element of a list.
  private static func attribute(_ key: String, of item: JSONItem) -> JSONValue? {
    if let attributes = item.value("attributes") {
      return attributes.member(key).flatMap { $0.isNull ? nil : $0 }
    }
    return item.value(key)?.elements.first.map { $0.member("value") ?? $0 }
  }

  static func read(_ item: inout JSONItem) { read(&item, [:]) }

  private static func read(_ item: inout JSONItem, _ resources: [String: JSONValue]) {
    let isOlder = item.value("attributes") == nil
    let bundle = item.plain(attribute("type", of: item)?.member("target_id")).map { "node--\($0)" }
    item.document.origin.dialect = isOlder ? bundle : item.plain(item.value("type"))
    item.document.id = item.plain(isOlder ? attribute("uuid", of: item) : item.value("id"))
    item.document.version = item.plain(attribute(isOlder ? "vid" : "drupal_internal__vid", of: item))
    readStatus(&item)
    item.url(.permalink, attribute("path", of: item)?.member("alias"), key: "path.alias")
    readTimes(&item)
    item.field(.editorsNote, attribute("revision_log", of: item), key: "revision_log")
    var fields: [(key: String, value: JSONValue)] = []
    let members = (item.value("attributes") ?? item.object).members
    for member in members where !known.contains(member.key) {
      if member.key.hasPrefix("metatag") {
        readMetatags(member.value, into: &item)
      } else if MetaKey(member.key, text: "") == .embargo {
        // A span of days has an end beside its value.
        item.takeEmbargo(member.value, key: member.key)
      } else {
        fields += texts(of: member).map { (member.key, $0) }
        fields += member.value.elements.compactMap { $0.member("summary") }.map { ("summary", $0) }
      }
    }
    let references = DrupalReferences(from: item.object, to: resources, in: &item)
    for (name, resource) in references.found { fields += read(resource, as: name, into: &item) }
    SiteFields.read(fields, into: &item)
    references.reportAbsent(in: &item)
  }

  /// Reads a referenced resource; returns the fields that belong to the item's text.
  private static func read(
    _ resource: JSONValue, as name: String, into item: inout JSONItem
  ) -> [(key: String, value: JSONValue)] {
    let kind = item.plain(resource.member("type")) ?? ""
    let attributes = resource.member("attributes")
    if DrupalReferences.isPiece(kind) {
      return pieces(attributes, kind: kind, into: &item)
    }
    let label = ["display_name", "name", "title"].lazy.compactMap { attributes?.member($0) }.first
    if name == "uid" {
      item.field(.author, label, key: name)
    } else if let field = StoryKeys.fields[StoryKeys.normal(name)], field != .other {
      // Author and agency of a story are often separate records.
      if let text = label.flatMap({ item.line($0) }) {
        item.field(name, named: text, place: label.flatMap { item.source.place($0.range) })
      }
    } else {
      item.field(name.contains("tag") ? .keyword : .other, label, key: name)
    }
    if let medium = DrupalReferences.medium(kind) {
      item.takeMedia(attributes, name: name, medium: medium)
    }
    return []
  }

  /// The fields of a paragraph: paragraphs are pieces of the body, whatever a site calls their fields.
  private static func pieces(
    _ attributes: JSONValue?, kind: String, into item: inout JSONItem
  ) -> [(key: String, value: JSONValue)] {
    let members = attributes?.members ?? []
    let medium = DrupalReferences.medium(kind)
    if let medium, !members.contains(where: { holdsCopy($0, &item) }) {
      item.takeMedia(attributes, name: kind, medium: medium)
      return []
    }
    return members.flatMap { member in
      let texts = texts(of: member)
      let isTable = texts.contains(where: EditorTree.isTable)
      return texts.compactMap { value -> (key: String, value: JSONValue)? in
        if isText(member.value) || isProse(value, &item) || isCopy(member.key, value) || isTable {
          return ("body", value)
        }
        // The author of a quotation is not the author of the story.
        let name = StoryKeys.normal(member.key)
        let field = StoryKeys.fields[name]
        guard field == .author || field == .byline || name == "attribution" else {
          return (member.key, value)
        }
        item.field(.other, value, key: member.key)
        return nil
      }
    }
  }

  /// Whether a field of a paragraph with a picture holds copy and not just a caption.
  private static func holdsCopy(_ member: JSONValue.Member, _ item: inout JSONItem) -> Bool {
    guard !MediaWords.isKnown(StoryKeys.normal(member.key)) else { return false }
    return isText(member.value) || texts(of: member).contains { isProse($0, &item) }
  }

  /// Whether the name of a paragraph's field indicates text, so that even a few words of it are copy.
  private static func isCopy(_ key: String, _ value: JSONValue) -> Bool {
    let words = key.lowercased().split(separator: "_")
    return value.isString && words.first == "field" && words.contains(where: copy.contains)
  }

  private static let copy: Set<Substring> = [
    "quote", "text", "heading", "title", "question", "answer", "body", "content",
  ]

  /// Reads the times of Drupal and its scheduling module.
  private static func readTimes(_ item: inout JSONItem) {
    for (key, role) in [
      ("changed", TimeField.Role.updated), ("publish_on", .published), ("unpublish_on", .expiry),
    ] {
      guard let value = attribute(key, of: item), let raw = item.plain(value) else { continue }
      item.time(role, value, key: key)
      if role == .published, item.document.status?.value == .draft {
        item.document.status = Status(.scheduled, raw: "publish_on: \(raw)")
      }
    }
  }

  /// Reads the elements that the metatag module adds to the head of the page.
  private static func readMetatags(_ value: JSONValue, into item: inout JSONItem) {
    for tag in value.elements {
      guard let attributes = tag.member("attributes") else { continue }
      let name = item.plain(attributes.member("name") ?? attributes.member("property")) ?? ""
      let key = "metatag \(name)"
      if item.plain(attributes.member("rel")) == "canonical" {
        item.url(.canonical, attributes.member("href"), key: "metatag canonical")
      } else if ["original-source", "syndication-source"].contains(name) {
        item.url(.original, attributes.member("content"), key: key)
      } else if let content = attributes.member("content"), !item.takeMeta(name, content) {
        item.keepWords(of: content, key: key)
      }
    }
  }

  private static let known: Set<String> = [
    "drupal_internal__nid", "drupal_internal__vid", "status", "path", "moderation_state",
    "revision_timestamp", "revision_log", "changed", "publish_on", "unpublish_on",
    "content_translation_source", "nid", "vid", "uuid", "type", "uid",
  ]

  private static func readStatus(_ item: inout JSONItem) {
    let state = item.plain(attribute("moderation_state", of: item))
    let known = state.map(StatusWords.value)
    var isOut: Bool?
    if case .bool(let value)? = attribute("status", of: item)?.content { isOut = value }
    // Sites name the states of their workflow as they like; the flag says whether readers see the node.
    if let isOut, known == nil || known == .unknown {
      let words = [state, "status: \(isOut)"].compactMap(\.self).joined(separator: ", ")
      item.document.setStatus(Status(isOut ? .published : .draft, raw: words))
    } else if let state {
      item.document.setStatus(state)
    }
  }

  /// The texts of a field: as displayed, if the server provides that, otherwise as entered; for a link its text and
  /// its address.
  private static func texts(of member: JSONValue.Member) -> [JSONValue] {
    member.value.elements.flatMap { value in
      if let address = value.member("uri") {
        return [value.member("title"), address].compactMap { $0 }.filter { !$0.range.isEmpty }
      }
      let text = value.member("processed") ?? value.member("value") ?? value
      // A table has its caption beside the rows.
      let caption = EditorTree.isTable(text) ? value.member("caption") : nil
      return [caption, text].compactMap(\.self)
    }
  }

  /// Whether a plain string is longer than a label.
  private static func isProse(_ value: JSONValue, _ item: inout JSONItem) -> Bool {
    value.isString && (item.plain(value) ?? "").split(separator: " ").count >= 5
  }

  private static func isText(_ value: JSONValue) -> Bool {
    value.elements.contains { $0.member("processed") != nil || $0.member("format") != nil }
  }
}
