import WireText
import WireTrees

/// Ghost: an export of the whole site, or a response of its content API.
struct GhostReader: JSONItemReader {
  static let format = Format(name: "ghost", title: "Ghost: export or content interface, posts and pages")

  static func recognises(_ probe: Probe) -> Bool {
    guard let json = probe.json else { return false }
    if json.has("db") { return json.contains("\"data\"") }
    if json.has("data", "meta") { return json.contains("\"posts\"") }
    guard json.has("posts") || json.has("pages") else { return false }
    return json.contains("\"uuid\"") || json.contains("\"comment_id\"") || json.contains("\"mobiledoc\"")
      || json.contains("\"lexical\"")
  }

  var queue: JSONItemQueue
  private var tables: GhostTables?

  init(queue: JSONItemQueue) { self.queue = queue }

  mutating func complete(_ item: inout JSONItem) {
    let tables = tables ?? GhostTables(beside: &item)
    tables.complete(&item)
    self.tables = tables
  }

  /// The posts and pages of an export.
  static func items(of value: JSONValue, in bytes: [UInt8]) -> [JSONValue]? {
    let data = data(of: value)
    let lists = [data.member("posts"), data.member("pages")].compactMap { $0 }.filter {
      if case .array = $0.content { true } else { false }
    }
    return lists.isEmpty ? nil : lists.flatMap(\.elements)
  }

  /// The tables of an export, or a response of the content API.
  static func data(of value: JSONValue) -> JSONValue {
    value.member("db")?.elements.first?.member("data") ?? value.member("data") ?? value
  }

  static func read(_ item: inout JSONItem) {
    item.document.id = item.plain(item.value("uuid")) ?? item.plain(item.value("id"))
    item.document.headline = item.line(item.value("title"))
    item.document.language = item.plain(item.value("locale")) ?? item.plain(item.value("language"))
    item.field(.slug, item.value("slug"), key: "slug")
    item.field(.other, item.value("type"), key: "type")
    item.field(.subhead, item.value("custom_excerpt"), key: "custom_excerpt")
    for (key, name) in GhostTables.words { item.field(name, item.value(key), key: key) }
    item.field(.author, item.value("authors") ?? item.value("primary_author"), key: "authors")
    item.field(.keyword, item.value("tags"), key: "tags")
    item.url(.canonical, item.value("canonical_url"), key: "canonical_url")
    item.url(.permalink, item.value("url"), key: "url")
    readStatus(&item)
    readBody(&item)
    if let access = item.value("access"), case .bool(false) = access.content {
      item.report(
        "body-cut", "the interface gives readers without an account only the beginning of the text", access,
        losesText: true)
    }
    for (key, role) in [
      ("created_at", TimeField.Role.created), ("updated_at", .updated), ("published_at", .published),
    ] {
      item.time(role, item.value(key), key: key, zone: "Z")
    }
  }

  /// Reads the status, and the visibility, since a published post may be for members only.
  private static func readStatus(_ item: inout JSONItem) {
    guard let word = item.plain(item.value("status")) else { return }
    item.document.setStatus(Status(word == "sent" ? .published : StatusWords.value(word), raw: word))
    item.field(.other, item.value("visibility"), key: "visibility")
  }

  /// The text of the editor's tree; in its older format if there is none in the newer one.
  private static func tree(_ item: inout JSONItem) -> BodyText {
    var body = BodyText()
    if let value = item.value("lexical"), case .string(let string) = value.content, !string.range.isEmpty {
      body = item.inner(value, string) { EditorTree.read($1, of: &$0) } ?? BodyText()
    }
    if body.isEmpty, let value = item.value("mobiledoc"), case .string(let string) = value.content,
      !string.range.isEmpty
    {
      body = item.inner(value, string) { Mobiledoc.read($1, of: &$0) } ?? BodyText()
    }
    return body
  }

  /// Attaches text that is in the tree but not in the HTML: a draft may have been edited after its HTML was generated.
  private static func attachTree(_ item: inout JSONItem) {
    let before = item.document
    let body = tree(&item)
    // Captions and calls to action of its cards are already in the HTML.
    item.document.fields = before.fields
    item.document.problems = before.problems
    var further = AlternativeTexts()
    further.attach(body, name: "editor", to: &item.document, limits: item.limits)
  }

  /// Reads the HTML, otherwise the Markdown of the first versions, the editor's tree, or the generated plain text.
  private static func readBody(_ item: inout JSONItem) {
    item.document.body = item.text(item.value("html"))
    if !item.document.body.isEmpty { return attachTree(&item) }
    if let markdown = item.value("markdown"), case .string(let string) = markdown.content {
      item.document.body = item.markdown(string)
      return
    }
    item.document.body = tree(&item)
    if item.document.body.isEmpty { item.document.body = item.text(item.value("plaintext"), isHTML: false) }
    if item.document.body.isEmpty {
      item.document.problems.append(Problem("no-text", "the post has no text"))
    }
  }
}
