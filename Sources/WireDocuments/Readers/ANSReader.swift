import WireText
import WireTrees

/// Arc ANS: one document, an array of documents, or one document a line.
struct ANSReader: JSONItemReader {
  static let format = Format(name: "ans", title: "Arc ANS: stories with distributor and restrictions")

  static func recognises(_ probe: Probe) -> Bool {
    guard let json = JSONProbe(probe) else { return false }
    if json.has("content_elements") { return json.has("type") || json.has("version") }
    guard json.has("type", "version"), json.keys.isDisjoint(with: ["uri", "items", "data"]) else {
      return false
    }
    return !json.keys.isDisjoint(with: own)
  }

  /// Keys that no other format has beside a type and a version.
  private static let own: Set<String> = [
    "headlines", "promo_items", "taxonomy", "canonical_website", "content_restrictions", "label",
    "related_content", "vanity_credits", "distributor", "websites",
  ]

  var queue: JSONItemQueue

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
    item.field(.other, item.value("description", "basic"), key: "description.basic")
    item.field(.other, item.value("promo_items", "basic", "caption"), key: "promo_items.basic.caption")
    readNames(&item)
    readRights(&item)
    readStatus(&item)
    for (key, role) in times { item.time(role, item.value(key), key: key) }
    ANSBody.read(into: &item)
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
    item.field(.credit, item.value("credits", "photos_by"), key: "credits.photos_by")
    item.field(.dateline, item.value("location"), key: "location")
    item.field(.slug, item.value("slug"), key: "slug")
    item.field(.editorsNote, item.value("editor_note"), key: "editor_note")
    item.field(.source, item.value("source"), key: "source.name")
    item.field(.provider, item.value("distributor"), key: "distributor.name")
    item.field(.other, item.value("distributor", "category"), key: "distributor.category")
    item.field(.other, item.value("owner", "sponsored"), key: "owner.sponsored")
    item.field(.keyword, item.value("taxonomy", "keywords"), key: "taxonomy.keywords", of: ["keyword"])
    item.url(.canonical, item.value("canonical_url"), key: "canonical_url")
    item.url(.permalink, item.value("website_url"), key: "website_url")
  }

  /// Who hands the story on and what may be done with it, each by its own name.
  private static func readRights(_ item: inout JSONItem) {
    item.rights(.notice, item.value("copyright"), key: "copyright")
    for key in ["distributor", "source"] {
      for member in item.value(key)?.members ?? [] {
        let name = member.key.lowercased()
        guard name != "additional_properties" else { continue }
        item.rights(.credit, member.value, key: "\(key).\(name)")
      }
    }
    for member in item.value("syndication")?.members ?? [] {
      guard let word = item.plain(member.value) else { continue }
      item.document.rights.append(
        RightsField(
          .terms, "\(member.key): \(word)", key: "syndication.\(member.key)",
          range: item.source.place(member.value.range)))
    }
    item.rights(
      .terms, item.value("content_restrictions", "content_code"), key: "content_restrictions.content_code")
  }

  /// The state of the work, and an embargo, which without an end holds until further notice.
  private static func readStatus(_ item: inout JSONItem) {
    let published = item.value("revision", "published") ?? item.value("publishing", "has_published_edition")
    if case .bool(let isOut)? = published?.content {
      item.document.status = Status(isOut ? .published : .draft, raw: isOut ? "published" : "not published")
    } else if let code = item.plain(item.value("workflow", "status_code")) ?? item.plain(item.value("status"))
    {
      item.document.status = Status(StatusWords.value(code), raw: code)
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
    item.document.embargo = TimeField(.embargo, raw: end, instant: Instant(reading: end))
    item.document.times.append(TimeField(.embargo, raw: end, instant: Instant(reading: end)))
  }
}

/// The copy of an ANS document: the text of its content elements in order.
enum ANSBody {
  /// What is still to be read.
  private enum Part {
    /// HTML with its role.
    case text(JSONValue, BodyText.Role)
    /// An element, with the role of those around it and how many there are.
    case element(JSONValue, BodyText.Role, depth: Int)
    /// Who said what is quoted.
    case citation(JSONValue)
  }

  /// How deep quotes, lists and groups may nest; no editor makes more.
  private static let maximumDepth = 100

  /// Reads all elements; those of unknown types by their content.
  static func read(into item: inout JSONItem) {
    guard let elements = item.value("content_elements") else {
      item.document.problems.append(Problem("no-text", "the document has no content elements"))
      return
    }
    var stack: [Part] = elements.elements.reversed().map { .element($0, .paragraph, depth: 0) }
    var isTold = false
    while let part = stack.popLast() {
      switch part {
      case .text(let value, let role):
        let text = item.text(value)
        item.document.body.append(contentsOf: text, role: role, limits: item.limits)
      case .citation(let value):
        item.field(.other, value, key: "citation", of: ["content", "text"])
      case .element(let element, let role, let depth) where depth < maximumDepth:
        let kind = item.plain(element.member("type")) ?? ""
        readAside(element, kind: kind, into: &item)
        stack += parts(of: element, kind: kind, role: role, depth: depth + 1).reversed()
      case .element(let element, _, _):
        if !isTold {
          item.report(
            "limit-depth", "elements nested deeper than \(maximumDepth) levels were left out", element,
            losesText: true)
        }
        isTold = true
      }
    }
  }

  /// The words of an element that is no copy: captions, and what is embedded from elsewhere.
  private static func readAside(_ element: JSONValue, kind: String, into item: inout JSONItem) {
    for path in asides[kind] ?? [] {
      let value = path.reduce(Optional(element)) { $0?.member($1) }
      item.field(.other, value, key: "\(kind).\(path.joined(separator: "."))", of: ["content"])
    }
  }

  private static let asides: [String: [[String]]] = [
    "image": [["caption"], ["subtitle"]], "graphic": [["caption"]], "endorsement": [["endorsement"]],
    "video": [["headlines", "basic"], ["description", "basic"]],
    "audio": [["headlines", "basic"], ["description", "basic"]],
    "gallery": [["headlines", "basic"], ["description", "basic"]],
    "story": [["headlines", "basic"], ["description", "basic"]],
    "oembed_response": [["raw_oembed", "html"], ["raw_oembed", "title"]],
    "link_list": [["title"], ["items"]],
  ]

  /// What an element holds, in order; nothing for elements that are no copy.
  private static func parts(
    of element: JSONValue, kind: String, role: BodyText.Role, depth: Int
  ) -> [Part] {
    func text(_ key: String, _ role: BodyText.Role) -> [Part] {
      element.member(key).map { [.text($0, role)] } ?? []
    }
    func inner(_ key: String, _ role: BodyText.Role) -> [Part] {
      element.member(key)?.elements.map { .element($0, role, depth: depth) } ?? []
    }
    switch kind {
    case "text":
      // Old versions wrote the text of list items under another name.
      return element.member("content") == nil ? text("text", role) : text("content", role)
    case "raw_html", "code": return text("content", role)
    case "interstitial_link": return text("content", .apparatus)
    case "header": return text("content", .subhead)
    case "blockquote": return text("content", .quote) + inner("content_elements", .quote)
    case "quote":
      let citation = element.member("citation").map { [Part.citation($0)] } ?? []
      return text("content", .quote) + inner("content_elements", .quote) + citation
    case "list": return inner("items", .list)
    case "list_element": return text("content", .list) + inner("items", .list)
    case "element_group": return inner("content_elements", role)
    case "correction": return text("text", .apparatus)
    case "table":
      let rows = element.member("rows")?.elements.flatMap(\.elements) ?? []
      return inner("header", .table) + rows.map { .element($0, .table, depth: depth) }
    case "story", "reference", "image", "video", "audio", "gallery", "oembed", "oembed_response",
      "custom_embed", "divider", "link_list", "numeric_rating", "endorsement", "graphic":
      return []
    default: return text("content", role) + inner("content_elements", role)
    }
  }
}
