import WireText
import WireTrees

/// The REST API of WordPress: one post, an array of posts, or one post per line.
struct WordPressRESTReader: JSONItemReader {
  static let format = Format(name: "wprest", title: "WordPress REST: posts and pages in JSON")

  static func recognises(_ probe: Probe) -> Bool {
    guard let json = probe.json, json.contains("\"rendered\"") || json.contains("\"raw\"") else {
      return false
    }
    // A list of some fields may have posts without a text.
    return json.has("title")
      && !json.keys.isDisjoint(with: ["date_gmt", "guid", "link", "_links"])
      && json.keys.isDisjoint(with: ["uri", "content_elements"])
  }

  var queue: JSONItemQueue

  static func read(_ item: inout JSONItem) {
    item.document.type = type(item.plain(item.value("type")))
    item.document.headline = rendered("title", of: &item).flatMap { item.line($0) }
    item.document.id = item.plain(rendered("guid", of: &item)) ?? item.plain(item.value("id"))
    item.document.language = item.plain(item.value("lang"))
    readBody(&item)
    readStatus(&item)
    readNames(&item)
    for (name, role) in [("date", TimeField.Role.published), ("modified", .updated)] {
      if let greenwich = item.value("\(name)_gmt") {
        item.time(role, greenwich, key: "\(name)_gmt", zone: "Z")
      } else {
        item.time(role, item.value(name), key: name)
      }
    }
  }

  private static func type(_ word: String?) -> ItemType {
    switch word {
    case "attachment": .attachment
    case "revision": .revision
    case "nav_menu_item", "wp_navigation": .navigation
    case let word? where word.hasPrefix("wp_"): .other
    default: .text
    }
  }

  /// The rendered value of a field, or the raw one if there is none; older sites have a plain string.
  private static func rendered(_ name: String, of item: inout JSONItem) -> JSONValue? {
    guard let value = item.value(name) else { return nil }
    return value.member("rendered") ?? value.member("raw") ?? value
  }

  private static func readBody(_ item: inout JSONItem) {
    guard let content = item.value("content") else { return }
    let shown = content.member("rendered")
    item.document.body = shown.map { item.text($0) } ?? BodyText()
    if case .string(let string) = (content.member("raw") ?? content).content {
      let (utf8, map) = item.source.decode(string)
      let prepared = WXRContent.prepare(utf8)
      let typed = item.html(prepared.text.utf8, map: prepared.text.map.composed(with: map))
      var further = AlternativeTexts()
      if item.document.body.isEmpty {
        item.document.body = typed
      } else {
        further.attach(typed, name: "content.raw", to: &item.document, limits: item.limits)
      }
      WXRAttributes.attach(
        from: utf8, shortcodes: prepared.shortcodes, map: map, beside: &further, to: &item.document,
        limits: item.limits)
    }
    if case .bool(true)? = content.member("protected")?.content {
      item.document.fields.append(Field(.other, "protected by a password", key: "content.protected"))
      if item.document.body.isEmpty {
        item.report(
          "body-protected", "the text is protected by a password and not in the file", content,
          losesText: true)
      }
    }
  }

  /// Without a login, the API returns only published posts, without a status.
  private static func readStatus(_ item: inout JSONItem) {
    item.status(item.value("status"))
    let isProtected = item.document.fields.contains { $0.key == "content.protected" }
    if isProtected, item.document.status?.value == .published { item.document.status?.value = .private }
  }

  private static func readNames(_ item: inout JSONItem) {
    item.field(.slug, item.value("slug"), key: "slug")
    item.field(.author, item.value("_embedded", "author"), key: "_embedded.author")
    item.field(.summary, item.value("excerpt"), key: "excerpt")
    for term in (item.value("_embedded", "wp:term")?.elements ?? []).flatMap(\.elements) {
      // Co-Authors Plus stores the authors as a taxonomy.
      let isAuthor = item.plain(term.member("taxonomy")) == "author"
      item.field(isAuthor ? .author : .keyword, term, key: "_embedded.wp:term")
    }
    item.field(.author, item.value("coauthors"), key: "coauthors", of: ["display_name", "name"])
    readPictures(&item)
    item.url(.permalink, item.value("link"), key: "link")
    item.url(.canonical, item.value("yoast_head_json", "canonical"), key: "yoast_head_json.canonical")
    readLinkedData(&item)
    var further = AlternativeTexts()
    for list in ["meta", "acf"] {
      for member in item.value(list)?.members ?? []
      where !item.takeHold(member.key, member.value, isOne: true) && !item.takeOwn(member) {
        item.takeEmbargoes(of: member.value, key: member.key)
        attachTexts(of: member, in: "\(list) ", beside: &further, to: &item)
      }
    }
    for member in item.object.members
    where !isOwn(member.key) && !item.takeHold(member.key, member.value)
      && !item.takeOwn(member)
    {
      item.takeEmbargoes(of: member.value, key: member.key)
      if WXRItem.isTeaser(member.key) || member.key.contains("related") || member.key.contains("author") {
        item.keepWords(of: member.value, key: member.key)
      } else {
        attachTexts(of: member, in: "", beside: &further, to: &item)
      }
    }
  }

  /// Whether a key is WordPress's own and not registered by a site or its plugins.
  private static func isOwn(_ key: String) -> Bool {
    key.hasPrefix("_") || key.hasPrefix("yoast_head") || own.contains(key.lowercased())
  }

  private static let own: Set<String> = [
    "id", "date", "date_gmt", "guid", "modified", "modified_gmt", "slug", "status", "type", "link", "title",
    "content", "excerpt", "author", "featured_media", "comment_status", "ping_status", "sticky", "template",
    "format", "meta", "acf", "categories", "tags", "lang", "coauthors", "class_list", "permalink_template",
    "generated_slug", "password", "parent", "menu_order",
  ]

  /// Reads the post's metadata for search engines from the Yoast plugin, as in the head of its page.
  private static func readLinkedData(_ item: inout JSONItem) {
    let name = "yoast_head_json.schema"
    let value = item.value("yoast_head_json", "schema")
    let linked = value.map { LinkedData($0, in: item.source) }
    item.document.fields += item.document.unknown(linked?.fields(name) ?? [])
    item.document.urls += linked?.originals(name) ?? []
    item.document.rights += linked?.rights(name) ?? []
    linked?.readStatus(into: &item.document, limits: item.limits)
    if item.document.field(.author) == nil {
      item.field(.author, item.value("yoast_head_json", "author"), key: "yoast_head_json.author")
    }
    for (key, name) in [("title", Field.Name.title), ("og_title", .title), ("description", .summary)] {
      item.field(name, item.value("yoast_head_json", key), key: "yoast_head_json.\(key)")
    }
  }

  /// Reads the post's picture, with the data of its file.
  private static func readPictures(_ item: inout JSONItem) {
    let name = "_embedded.wp:featuredmedia"
    for picture in item.value("_embedded", "wp:featuredmedia")?.elements ?? [] {
      let isPicture = item.plain(picture.member("media_type")) ?? "image" == "image"
      for key in ["caption", "title", "alt_text", "description", "meta", "acf"] {
        item.takeMedia(picture.member(key), key: key, name: name, medium: isPicture ? .picture : .other)
      }
      item.takeMedia(
        picture.member("media_details")?.member("image_meta"), name: name,
        medium: isPicture ? .picture : .other)
    }
  }

  /// Attaches copy that is in a custom field and not in the post's content.
  private static func attachTexts(
    of member: JSONValue.Member, in list: String, beside further: inout AlternativeTexts,
    to item: inout JSONItem
  ) {
    var waiting = [member.value]
    while let next = waiting.popLast() {
      switch next.content {
      case .array(let elements): waiting += elements.reversed()
      case .object(let members): waiting += members.reversed().map(\.value)
      case .string(let string) where string.range.count >= WXRTexts.fewestBytes:
        let (utf8, map) = item.source.decode(string)
        for text in WXRTexts(in: utf8, limits: item.limits).texts {
          let places = text.map?.composed(with: map) ?? SourceMap()
          let body =
            NewsMLG2Body.holdsHTML(text.utf8)
            ? item.html(text.utf8, map: places)
            : BodyText(plain: text.utf8, map: places, limits: item.limits)
          further.attach(body, name: "\(list)\(member.key)", to: &item.document, limits: item.limits)
        }
      default: break
      }
    }
  }
}
