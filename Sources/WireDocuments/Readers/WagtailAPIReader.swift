import WireText
import WireTrees

/// Wagtail's API (version 2): a page, or a list of pages with their fields.
struct WagtailAPIReader: JSONItemReader {
  static let format = Format(name: "wagtailapi", title: "Wagtail: pages as its interface hands them over")

  static func recognises(_ probe: Probe) -> Bool {
    guard let json = probe.json, json.has("meta", "items") || json.has("id", "meta", "title") else {
      return false
    }
    return json.contains("\"detail_url\"")
  }

  var queue: JSONItemQueue

  static func items(of value: JSONValue, in bytes: [UInt8]) -> [JSONValue]? {
    value.member("items")?.elements ?? [value]
  }

  static func read(_ item: inout JSONItem) {
    item.document.origin.dialect = item.plain(item.value("meta", "type"))
    item.document.id = item.plain(item.value("id"))
    item.document.language = item.plain(item.value("meta", "locale"))
    item.field(.slug, item.value("meta", "slug"), key: "meta.slug")
    item.field(.title, item.value("meta", "seo_title"), key: "meta.seo_title")
    item.field(.summary, item.value("meta", "search_description"), key: "meta.search_description")
    item.url(.permalink, item.value("meta", "html_url"), key: "meta.html_url")
    item.time(.published, item.value("meta", "first_published_at"), key: "meta.first_published_at")
    let fields = item.object.members.filter { !["id", "meta"].contains($0.key) }
    SiteFields.read(fields.map { ($0.key, $0.value) }, into: &item)
  }
}
