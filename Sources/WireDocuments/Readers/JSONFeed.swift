import WireText
import WireTrees

/// JSON Feed 1.0 and 1.1: one document per item, streamed.
struct JSONFeed {
  /// Whether JSON is such a feed.
  static func recognises(_ json: JSONProbe) -> Bool {
    json.has("items") && (json.contains("jsonfeed.org/version") || json.has("version", "home_page_url"))
  }

  private var queue: JSONItemQueue
  /// The feed's statements that precede its items.
  private let head: JSONFeedHead

  init(_ input: ByteInput, origin: Origin, limits: Limits) {
    var origin = origin
    origin.dialect = "json"
    head = JSONFeedHead((try? input.peek()) ?? [])
    queue = JSONItemQueue(input, origin: origin, limits: limits, elementsOf: "items") { value, _ in
      // A list of feeds becomes a list of lists.
      value.member("items")?.elements ?? [value]
    }
  }

  mutating func next() throws(ReadingFault) -> Document? {
    guard var item = try queue.next() else { return nil }
    guard case .object = item.object.content else { return item.finished() }
    item.document.id = item.plain(item.value("id"))
    item.document.headline = item.line(item.value("title"))
    item.document.language = item.plain(item.value("language")) ?? head.language
    item.document.fields = head.fields
    item.field(.author, item.value("authors") ?? item.value("author"), key: "authors")
    if item.document.field(.author) == nil { item.document.fields += head.authors }
    item.field(.keyword, item.value("tags"), key: "tags")
    item.field(.summary, item.value("summary"), key: "summary")
    item.url(.permalink, item.value("url"), key: "url")
    item.url(.original, item.value("external_url"), key: "external_url")
    item.time(.published, item.value("date_published"), key: "date_published")
    item.time(.updated, item.value("date_modified"), key: "date_modified")
    item.rights(.notice, item.value("copyright"), key: "copyright")
    if let embargo = head.embargo { item.document.addEmbargo(embargo) }
    item.takeExtensions()
    item.document.rights += head.rights
    item.document.body = item.text(item.value("content_html"))
    let plain = item.text(item.value("content_text"), isHTML: false)
    if item.document.body.isEmpty {
      item.document.body = plain
    } else if !plain.isEmpty {
      var further = AlternativeTexts()
      further.attach(plain, name: "content_text", to: &item.document, limits: item.limits)
    }
    if item.document.body.isEmpty, let summary = item.value("summary") {
      item.document.body = item.text(summary, isHTML: false)
      item.report("summary-only", "the feed has only a summary of the text", summary)
    }
    return item.finished()
  }
}

/// A JSON Feed's statements about all its items, as far as they precede the items.
private struct JSONFeedHead {
  var language: String?
  var fields: [Field] = []
  /// The authors of items that name none.
  var authors: [Field] = []
  var rights: [RightsField] = []
  var embargo: TimeField?

  /// Reads the start of a feed.
  init(_ start: [UInt8]) {
    var reader = JSONReader(start)
    var whole: JSONValue?
    do {
      whole = try JSONValue.read(try reader.next(), from: &reader, whole: &whole)
    } catch {
      // The start is truncated within the items; faults in them are reported when the items are read.
    }
    guard let whole else { return }
    var item = JSONItem(
      source: JSONSource(start), object: whole, root: whole, limits: Limits(),
      document: Document(origin: Origin(path: "", format: "")))
    read(&item)
  }

  private mutating func read(_ item: inout JSONItem) {
    language = item.plain(item.value("language"))
    item.field(.channel, item.value("title"), key: "feed title")
    item.field(.author, item.value("authors") ?? item.value("author"), key: "feed authors")
    item.rights(.notice, item.value("copyright"), key: "copyright")
    item.takeExtensions()
    embargo = item.document.embargo
    fields = item.document.fields.filter { $0.name != .author }
    authors = item.document.fields.filter { $0.name == .author }
    rights = item.document.rightsOfFile
  }
}
