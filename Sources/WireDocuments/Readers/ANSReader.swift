import WireText
import WireTrees

/// Arc ANS: one document, an array of documents, one document per line, or search results.
struct ANSReader: JSONItemReader {
  static let format = Format(name: "ans", title: "Arc ANS: stories with distributor and restrictions")

  static func recognises(_ probe: Probe) -> Bool {
    guard let json = probe.json else { return false }
    // What the pages of Arc hold is saved as a file, too.
    if json.has("type", "operation") { return json.contains("\"content-operation\"") }
    if json.has("globalcontent") { return json.contains("\"content_elements\"") }
    if json.has("content_elements") { return json.has("type") || json.has("version") }
    guard json.has("type", "version"), json.keys.isDisjoint(with: ["uri", "items", "data"]) else {
      return false
    }
    return !json.keys.isDisjoint(with: own)
  }

  /// Keys that no other format has together with a type and a version.
  private static let own: Set<String> = [
    "headlines", "promo_items", "taxonomy", "canonical_website", "content_restrictions", "label",
    "related_content", "vanity_credits", "distributor", "websites",
  ]

  var queue: JSONItemQueue

  /// The document, or those listed in a response of the content API.
  static func items(of value: JSONValue, in bytes: [UInt8]) -> [JSONValue]? {
    if isOperation(value, in: bytes) {
      return [value.member("body").flatMap { $0.members.isEmpty ? nil : $0 } ?? value]
    }
    if let content = value.member("globalcontent") { return items(of: content, in: bytes) }
    guard case .string(let type)? = value.member("type")?.content,
      bytes[type.range].elementsEqual("results".utf8)
    else { return [value] }
    return value.member("content_elements")?.elements ?? []
  }

  /// Whether a value tells what happened to a story, which is its body.
  private static func isOperation(_ value: JSONValue, in bytes: [UInt8]) -> Bool {
    value.member("operation") != nil && value.member("type")?.text(in: bytes) == "content-operation"
  }

  /// Reads that a story was deleted or taken back, which kills it whatever its last revision says.
  private static func readOperation(_ item: inout JSONItem) {
    guard isOperation(item.root, in: item.source.bytes), let word = item.plain(item.root.member("operation"))
    else { return }
    item.document.id = item.document.id ?? item.plain(item.root.member("id"))
    if ["delete", "unpublish", "kill"].contains(where: word.lowercased().hasPrefix) {
      item.document.setStatus(Status(.canceled, raw: word))
    }
  }

  /// Whether members are those of a story: data of pages have stories among others.
  static func isStory(_ members: [JSONValue.Member]) -> Bool {
    let names = Set(members.map { $0.key.lowercased() })
    return names.isSuperset(of: ["content_elements", "headlines"])
  }

  static func read(_ item: inout JSONItem) {
    item.document.origin.dialect = item.plain(item.value("version"))
    item.document.id = item.plain(item.value("_id"))
    item.document.version = item.plain(item.value("revision", "revision_id"))
    item.document.language = item.plain(item.value("language"))
    item.document.type = types[item.plain(item.value("type")) ?? "story"] ?? .text
    for member in item.value("headlines")?.members ?? [] {
      if member.key.lowercased() == "basic" {
        item.document.headline = item.line(member.value)
      } else {
        item.field(.title, member.value, key: "headlines.\(member.key)")
      }
    }
    item.field(.subhead, item.value("subheadlines", "basic"), key: "subheadlines.basic")
    item.field(.summary, item.value("description", "basic"), key: "description.basic")
    for member in item.value("promo_items")?.members ?? [] {
      let kind = item.plain(member.value.member("type")) ?? "image"
      ANSBody.readAside(member.value, key: "promo_items.\(member.key)", kind: kind, into: &item)
    }
    item.field(.other, item.value("label", "basic", "text"), key: "label.basic")
    readStatements(&item)
    readOperation(&item)
    for (key, role) in times { item.time(role, item.value(key), key: key) }
    ANSBody.read(into: &item)
  }

  /// Reads whom a story is from, its rights, and whether it may be shown.
  static func readStatements(_ item: inout JSONItem) {
    readNames(&item)
    readRights(&item)
    readStatus(&item)
  }

  private static let types: [String: ItemType] = [
    "story": .text, "image": .picture, "video": .video, "audio": .audio, "gallery": .package,
    "collection": .package, "graphic": .graphic,
  ]
  private static let times: [(String, TimeField.Role)] = [
    ("created_date", .created), ("last_updated_date", .updated), ("publish_date", .published),
    ("first_publish_date", .published),
  ]

  private static func readNames(_ item: inout JSONItem) {
    item.field(.byline, item.value("vanity_credits", "by"), key: "vanity_credits.by", of: ["name", "byline"])
    item.field(.byline, item.value("credits", "by"), key: "credits.by", of: ["name", "byline"])
    for author in item.value("credits", "by")?.elements ?? [] {
      // The byline that a newsroom entered instead of the name in the profile.
      let byline = author.member("additional_properties")?.member("original")?.member("byline")
      if let line = item.line(byline), item.document.fields.last(where: { $0.name == .byline })?.text != line
      {
        item.field(.byline, byline, key: "credits.by.original")
      }
    }
    item.field(.credit, item.value("credits", "by"), key: "credits.by.org", of: ["org"])
    item.field(.credit, item.value("credits", "affiliation"), key: "credits.affiliation")
    item.field(.credit, item.value("credits", "photos_by"), key: "credits.photos_by")
    item.field(.dateline, item.value("location"), key: "location")
    item.field(.slug, item.value("slug"), key: "slug")
    item.field(.editorsNote, item.value("editor_note"), key: "editor_note")
    item.field(.editorsNote, item.value("workflow", "note"), key: "workflow.note")
    item.field(.editorsNote, item.value("planning", "internal_note"), key: "planning.internal_note")
    item.field(.editorsNote, item.value("planning", "budget_line"), key: "planning.budget_line")
    item.field(.source, item.value("source"), key: "source.name")
    item.field(.provider, item.value("distributor"), key: "distributor.name")
    item.field(.other, item.value("distributor", "category"), key: "distributor.category")
    item.field(.other, item.value("owner", "sponsored"), key: "owner.sponsored")
    item.field(.keyword, item.value("taxonomy", "keywords"), key: "taxonomy.keywords", of: ["keyword"])
    item.url(.canonical, item.value("canonical_url"), key: "canonical_url")
    item.url(.permalink, item.value("website_url"), key: "website_url")
  }

  /// Reads the distributor of the story and the rights in it, each under its own name.
  private static func readRights(_ item: inout JSONItem) {
    item.rights(.notice, item.value("copyright"), key: "copyright")
    for key in ["distributor", "source"] {
      for member in item.value(key)?.members ?? [] {
        let name = member.key.lowercased()
        if name == "additional_properties" {
          readOwn(member.value, key: "\(key).\(name)", into: &item)
        } else {
          item.rights(.credit, member.value, key: "\(key).\(name)")
        }
      }
    }
    readOwn(item.value("additional_properties"), key: "additional_properties", into: &item)
    for member in item.value("syndication")?.members ?? [] {
      guard let word = item.plain(member.value) else { continue }
      item.document.rights.append(
        RightsField(
          .terms, "\(member.key): \(word)", key: "syndication.\(member.key)",
          range: item.source.place(member.value.range)))
    }
    item.rights(
      .terms, item.value("content_restrictions", "content_code"), key: "content_restrictions.content_code")
    item.rights(
      .terms, item.value("content_restrictions", "geo", "restrictions"), key: "content_restrictions.geo",
      of: ["restriction_id", "name"])
  }

  /// Reads properties that a site added, if their names indicate rights.
  private static func readOwn(_ value: JSONValue?, key: String, into item: inout JSONItem) {
    for member in value?.members ?? [] {
      guard member.value.isString else {
        if !item.takeStatements(member.key, member.value) {
          item.takeEmbargoes(of: member.value, key: member.key)
        }
        continue
      }
      if !item.takeMeta(member.key, member.value) {
        item.keepWords(of: member.value, key: "\(key).\(member.key)")
      }
    }
  }

  /// Reads the workflow state, and an embargo, which without an end applies until further notice.
  private static func readStatus(_ item: inout JSONItem) {
    let published = item.value("revision", "published") ?? item.value("publishing", "has_published_edition")
    // The code may be a number of the site's own.
    let codes = [item.value("workflow", "status_code"), item.value("status")].compactMap { item.plain($0) }
      .map { Status(StatusWords.value($0), raw: $0) }
    if case .bool(let isOut)? = published?.content {
      item.document.setStatus(Status(isOut ? .published : .draft, raw: isOut ? "published" : "not published"))
    } else if let code = codes.first(where: { $0.value != .unknown }) ?? codes.first {
      item.document.setStatus(code)
    }
    // A story that was out may be withdrawn or held.
    for code in codes where [.withheld, .canceled].contains(code.value) { item.document.setStatus(code) }
    readSchedule(&item)
    for member in item.object.members where MetaKey(member.key, text: "") == .embargo {
      item.takeEmbargo(member.value, key: member.key)
    }
    guard let embargo = item.value("content_restrictions", "embargo") else { return }
    let end = item.plain(embargo.member("end_time")) ?? ""
    let isActive = item.plain(embargo.member("active"))
    let text = item.line(embargo.member("description")) ?? "embargo"
    let word = isActive.map { $0 == "true" ? "" : " (active: \($0))" } ?? ""
    item.document.rights.append(
      RightsField(
        .terms, text + word, key: "content_restrictions.embargo", range: item.source.place(embargo.range)))
    guard isActive != "false" else { return }
    let time = TimeField(.embargo, reading: end)
    item.document.addEmbargo(time)
    item.document.times.append(time)
    if !end.isEmpty, time.isUnreadable {
      item.document.problems.append(.unreadableTime(named: "`content_restrictions.embargo`"))
    }
  }

  /// Reads the publication time of a story that is not published yet.
  private static func readSchedule(_ item: inout JSONItem) {
    let operations = item.value("publishing", "scheduled_operations", "publish_edition")?.elements ?? []
    let ends = item.value("publishing", "scheduled_operations", "unpublish_edition")?.elements ?? []
    for end in ends.compactMap({ $0.member("operation_date") }) {
      item.time(.expiry, end, key: "publishing.scheduled_operations.unpublish_edition")
    }
    guard let date = operations.lazy.compactMap({ $0.member("operation_date") }).first else { return }
    item.time(.published, date, key: "publishing.scheduled_operations")
    if [nil, .draft, .unknown].contains(item.document.status?.value) {
      item.document.status = Status(.scheduled, raw: "scheduled")
    }
  }
}
