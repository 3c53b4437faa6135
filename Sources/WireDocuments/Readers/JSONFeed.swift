import WireText
import WireTrees

/// JSON Feed 1.0 and 1.1: one document an item, read as they stream.
struct JSONFeed {
  /// Whether JSON is such a feed.
  static func recognises(_ json: JSONProbe) -> Bool {
    json.has("items") && (json.contains("jsonfeed.org/version") || json.has("version", "home_page_url"))
  }

  private var queue: JSONItemQueue

  init(_ input: ByteInput, origin: Origin, limits: Limits) {
    var origin = origin
    origin.dialect = "json"
    queue = JSONItemQueue(input, origin: origin, limits: limits, elementsOf: "items") { value, _ in
      // A list of feeds is a list of lists.
      value.member("items")?.elements ?? [value]
    }
  }

  mutating func next() throws(ReadingFault) -> Document? {
    guard var item = try queue.next() else { return nil }
    guard case .object = item.object.content else { return item.finished() }
    item.document.id = item.plain(item.value("id"))
    item.document.headline = item.line(item.value("title"))
    item.document.language = item.plain(item.value("language"))
    item.field(.author, item.value("authors") ?? item.value("author"), key: "authors")
    item.field(.keyword, item.value("tags"), key: "tags")
    item.field(.summary, item.value("summary"), key: "summary")
    item.url(.permalink, item.value("url"), key: "url")
    item.url(.original, item.value("external_url"), key: "external_url")
    item.time(.published, item.value("date_published"), key: "date_published")
    item.time(.updated, item.value("date_modified"), key: "date_modified")
    item.rights(.notice, item.value("_copyright") ?? item.value("copyright"), key: "copyright")
    item.document.body = item.text(item.value("content_html"))
    let plain = item.text(item.value("content_text"), isHTML: false)
    if item.document.body.isEmpty {
      item.document.body = plain
    } else if !plain.isEmpty {
      var further = FurtherBodies()
      further.attach(plain, name: "content_text", to: &item.document, limits: item.limits)
    }
    if item.document.body.isEmpty, let summary = item.value("summary") {
      item.document.body = item.text(summary, isHTML: false)
      item.report("summary-only", "the feed has only a summary of the text", summary)
    }
    return item.finished()
  }
}
