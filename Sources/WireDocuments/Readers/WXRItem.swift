import WireText

/// One item of a WordPress export during its conversion to a document.
struct WXRItem {
  var item: MarkupItem
  let limits: Limits
  private var further = AlternativeTexts()
  var markup: Markup { item.markup }

  init(_ item: MarkupItem, limits: Limits) {
    self.item = item
    self.limits = limits
  }

  /// Reads the item.
  mutating func read(_ channel: WXRChannel) -> Document {
    item.document.language = channel.language
    item.document.fields = channel.title.map { [$0] } ?? []
    item.document.rights = channel.rights
    item.document.type = type
    readNames(channel)
    readStatus()
    readTimes()
    readBody()
    for meta in markup.children(item.node) where isWordPress(meta, "postmeta") { readMeta(meta) }
    if item.document.type == .text { reportComments() }
    return item.document
  }

  /// A child with a name: WordPress's own names are matched by prefix, since the namespace changes with each version.
  private func child(_ prefix: String, _ local: String) -> Markup.Index? {
    markup.children(item.node).first {
      markup.name($0) == local && markup.qualifiedName($0).prefix == prefix
    }
  }

  private func isWordPress(_ node: Markup.Index, _ local: String) -> Bool {
    markup.name(node) == local && markup.qualifiedName(node).prefix == "wp"
  }

  private func value(_ prefix: String, _ local: String) -> String? { markup.nonempty(child(prefix, local)) }

  /// The item type: posts, pages and custom types hold copy; other things that WordPress stores as posts do not.
  private var type: ItemType {
    let name = value("wp", "post_type") ?? "post"
    switch name {
    case "attachment": return .attachment
    case "revision": return .revision
    case "nav_menu_item", "wp_navigation": return .navigation
    case _ where name.hasPrefix("wp_") || Self.settings.contains(name): return .other
    default: return .text
    }
  }

  private static let settings: Set<String> = [
    "custom_css", "customize_changeset", "oembed_cache", "user_request", "acf-field", "acf-field-group",
    "shop_order", "shop_coupon", "product_variation", "wpcf7_contact_form", "mc4wp-form", "elementor_library",
  ]

  private mutating func readNames(_ channel: WXRChannel) {
    if let title = child("", "title") {
      let (text, _) = markup.content(title)
      let line = HTMLText.line(String(decoding: text, as: UTF8.self))
      if !line.isEmpty {
        item.document.headline = line
        item.document.fields.append(Field(.title, line, key: "title", place: markup.place(title)))
      }
    }
    let guid = child("", "guid")
    item.document.id = markup.nonempty(guid) ?? value("wp", "post_id")
    item.field(.slug, child("wp", "post_name"), key: "wp:post_name")
    let creator = child("dc", "creator")
    // The login name is less informative than the display name.
    if let login = markup.nonempty(creator), let name = channel.writers[login], name != login {
      item.document.fields.append(Field(.author, name, key: "wp:author_display_name"))
    }
    item.field(.author, creator, key: "dc:creator")
    item.field(.other, child("wp", "post_type"), key: "wp:post_type")
    item.field(.other, child("wp", "post_id"), key: "wp:post_id")
    item.field(.summary, child("excerpt", "encoded"), key: "excerpt:encoded")
    item.field(.summary, child("", "description"), key: "description")
    for category in markup.children(item.node, "category") {
      // Co-Authors Plus stores the authors as a taxonomy.
      let isAuthor = markup.line(category, attribute: "domain") == "author"
      item.field(isAuthor ? .author : .keyword, category, key: isAuthor ? "category author" : "category")
    }
    item.url(.permalink, child("", "link"), key: "link")
    item.url(.original, child("wp", "attachment_url"), key: "wp:attachment_url")
  }

  /// Reads the status: a post with a password is not published, whatever its status says.
  private mutating func readStatus() {
    guard let word = value("wp", "status") else { return }
    var status = Status(StatusWords.value(word), raw: word)
    if value("wp", "post_password") != nil {
      if status.value == .published { status.value = .private }
      item.document.fields.append(Field(.other, "protected by a password", key: "wp:post_password"))
    }
    item.document.setStatus(status)
  }

  private mutating func readTimes() {
    let isOut = item.document.status?.value == .published || item.document.status?.value == .scheduled
    if !time(isOut ? .published : .created, greenwich: "post_date_gmt", local: "post_date"), isOut {
      item.time(.published, value("", "pubDate"))
    }
    _ = time(.updated, greenwich: "post_modified_gmt", local: "post_modified")
  }

  /// Reads a time in UTC or, if a draft has none yet, the local one without a time zone; zeros mean none.
  private mutating func time(_ role: TimeField.Role, greenwich: String, local: String) -> Bool {
    if let raw = value("wp", greenwich), !raw.hasPrefix("0000") {
      item.document.times.append(TimeField(role, raw: raw, instant: Instant(field: raw + "Z")))
      return true
    }
    guard let raw = value("wp", local), !raw.hasPrefix("0000") else { return false }
    item.time(role, raw)
    return true
  }

  private mutating func readBody() {
    for content in markup.children(item.node, "encoded")
    where markup.qualifiedName(content).prefix == "content" {
      readContent(content)
    }
  }

  private mutating func readContent(_ content: Markup.Index) {
    let (utf8, map) = markup.content(content)
    let prepared = WXRContent.prepare(utf8)
    let read = HTMLText.read(prepared.text.utf8, map: prepared.text.map.composed(with: map), limits: limits)
    item.document.body.append(contentsOf: read.body, limits: limits)
    item.document.problems += read.problems
    item.document.rights += read.rights
    WXRAttributes.attach(
      from: utf8, shortcodes: prepared.shortcodes, map: map, beside: &further, to: &item.document,
      limits: limits)
    if HTMLScanner.find("<!-- wp:block {", in: utf8, from: 0) != nil {
      item.document.problems.append(
        Problem("reusable-block", "the text of reusable blocks stands in items of their own"))
    }
  }
}

extension WXRItem {
  /// Reads custom fields for credit, source, rights, address or embargo, recognised by the words in their key, and
  /// those that hold copy.
  private mutating func readMeta(_ meta: Markup.Index) {
    guard let key = markup.nonempty(markup.child(meta, "meta_key")),
      let node = markup.child(meta, "meta_value"), let text = markup.nonempty(node)
    else { return }
    let name = "postmeta \(key)"
    if let status = StatusWords.held(key, text, isOne: true) { return item.document.setStatus(status) }
    let isPacked = WXRTexts.isPacked(text)
    switch MetaKey(key, text: text) {
    case nil where isPacked && Self.mayState(text, key: key): readPacked(node, key: key, as: nil)
    case nil where text.utf8.count >= WXRTexts.fewestBytes: readTexts(of: node, key: key)
    case nil: break
    case .field(let use) where isPacked && MetaKey.headings.contains(use): readTexts(of: node, key: key)
    case .some(let purpose) where isPacked: readPacked(node, key: key, as: purpose)
    case .url(let use): item.url(use, node, key: name)
    case .rights(let kind): item.rights(kind, node, key: name)
    case .field(let use): item.field(use, node, key: name)
    case .embargo:
      if let time = TimeField.embargo(stating: text) { item.document.add(time, named: "`\(key.prefix(40))`") }
    case .original: item.link(.translates, text)
    case .media(let kind):
      item.document.rights.append(
        RightsField(kind, text, key: name, scope: key, medium: .picture, range: markup.place(node)))
    }
  }

  /// Whether a field holds a text that SEO and social-media plugins show instead of the post.
  static func isTeaser(_ key: String) -> Bool { teasers.contains(where: key.contains) }

  private static let teasers = ["yoast", "aioseo", "rank_math", "seopress", "opengraph", "og_description"]
  /// Fields in which WordPress and its plugins store other things than copy: link previews, style sheets, templates.
  private static let machinery = [
    "_oembed", "_css", "_edit_", "_wp_", "_elementor_controls", "_elementor_page_assets", "_template",
  ]

  /// Attaches copy that is in a custom field and not in the post's content.
  private mutating func readTexts(of node: Markup.Index, key: String) {
    let name = "postmeta \(key)"
    if Self.isTeaser(key) { return item.field(.other, node, key: name) }
    guard item.document.type == .text, !Self.machinery.contains(where: key.contains) else { return }
    let (utf8, map) = markup.content(node)
    for text in WXRTexts(in: utf8, limits: limits).texts {
      let places = text.map?.composed(with: map) ?? SourceMap()
      let other = WXRAttributes.document(text.utf8, map: places, limits: limits)
      further.attach(other, name: name, to: &item.document, limits: limits)
    }
  }

  /// Attaches copy in the attributes of blocks and shortcodes that is not in the content.
  private mutating func reportComments() {
    let count = markup.children(item.node).count { isWordPress($0, "comment") }
    guard count > 0 else { return }
    item.document.problems.append(
      Problem("comments-skipped", "\(count) comments of readers are not read"))
  }
}
