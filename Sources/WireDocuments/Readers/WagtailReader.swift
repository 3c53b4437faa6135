import WireText
import WireTrees

/// Wagtail: the output of Django's `dumpdata` for a site, pages with StreamFields or rich text.
///
/// A page has two rows: one in `wagtailcore.page` for the data that all pages have, and one in its own model with the
/// same key for its own fields. All rows are therefore read before the first document is returned.
struct WagtailReader: DocumentReader {
  static let format = Format(name: "wagtail", title: "Wagtail: dumpdata of Django, pages and revisions")

  static func recognises(_ probe: Probe) -> Bool {
    guard let json = probe.json, json.has("model", "fields") else { return false }
    return json.contains("wagtail") || json.contains("page\"") || json.contains("\"live\"")
      || json.contains("\"body\"")
  }

  private var queue: JSONItemQueue
  private let origin: Origin
  private let limits: Limits
  private var documents: [Document]?
  private var fault: ReadingFault?
  /// The names of rows, by the last word of their model and their key: `author 7`.
  private var names: [String: String] = [:]
  private var pictures = WagtailPictures()

  init(_ input: ByteInput, origin: Origin, limits: Limits) {
    self.origin = origin
    self.limits = limits
    queue = JSONItemQueue(input, origin: origin, limits: limits)
  }

  mutating func next() throws(ReadingFault) -> Document? {
    if documents == nil { documents = readAll().reversed() }
    if let document = documents?.popLast() { return document }
    if let fault { throw fault }
    return nil
  }

  private mutating func readAll() -> [Document] {
    var pages: [String: Document] = [:]
    var rows: [(key: String, document: Document)] = []
    var bytes = 0
    do throws(ReadingFault) {
      while var item = try queue.next() {
        let model = item.plain(item.value("model")) ?? ""
        let key = item.plain(item.value("pk")) ?? ""
        noteName(model, key, &item)
        pictures.add(model, key, &item)
        if model == "wagtailcore.page" {
          Self.readPage(&item)
          pages[key] = item.finished()
        } else if Self.isWanted(model, item) {
          pictures.noteUses(in: model == "wagtailcore.revision" ? nil : item.value("fields"), of: item)
          Self.readRow(model, &item)
          rows.append((model == "wagtailcore.revision" ? "" : key, item.finished()))
        }
        bytes += rows.last.map { $0.document.body.utf8.count } ?? 0
        guard bytes <= limits.wholeInputBytes else {
          throw ReadingFault(
            "limit-input", path: origin.path,
            "more than \(limits.wholeInputBytes) bytes of text in its pages",
            next: "dump fewer models at a time")
        }
      }
    } catch {
      fault = error
    }
    return join(rows, pages)
  }

  /// Adds the common data of a page to the row of its own model; pages without such a row are documents themselves.
  private func join(_ rows: [(key: String, document: Document)], _ pages: [String: Document]) -> [Document] {
    var pages = pages
    var all: [Document] = []
    for (key, row) in rows {
      var document = row
      if let page = pages[key], page.origin.dialect == nil || page.origin.dialect == row.origin.dialect {
        pages[key] = nil
        document.headline = page.headline ?? row.headline
        if let status = page.status { document.setStatus(status) }
        if let embargo = page.embargo { document.addEmbargo(embargo) }
        document.problems = page.problems + row.problems
        document.id = page.id
        document.fields = page.fields + row.fields
        document.times = page.times + row.times
        document.urls = page.urls + row.urls
      } else if row.type == .text {
        document.type = .other
      }
      all.append(document)
    }
    for index in all.indices {
      all[index].origin.item = index + 1
      all[index].fields = all[index].fields.map(named)
      if index < rows.count { pictures.complete(&all[index], ofRow: index) }
    }
    return all
  }

  /// Records the name of a row; users are also recorded by their login.
  private mutating func noteName(_ model: String, _ key: String, _ item: inout JSONItem) {
    guard let fields = item.value("fields"), let name = item.name(in: fields)?.text else { return }
    let kind = model.split(separator: ".").last ?? ""
    names["\(kind) \(key)"] = name
    if kind == "user", let login = item.plain(fields.member("username")) { names["user \(login)"] = name }
  }

  /// A field with the name of the row whose key it holds; an unknown key is not a name.
  private func named(_ field: Field) -> Field {
    guard [.author, .byline, .source, .credit, .provider].contains(field.name) else { return field }
    var field = field
    let kind = field.key == "owner" ? "user" : StoryKeys.normal(field.key)
    if let name = names["\(kind) \(field.text)"] {
      field.text = name
      field.place = nil
    } else if field.text.allSatisfy(\.isNumber) {
      field.name = .other
    }
    return field
  }

  /// Whether a row is of a site's own models and has text, including drafts; not users, pictures and permissions.
  private static func isWanted(_ model: String, _ item: JSONItem) -> Bool {
    if model == "wagtailcore.revision" { return true }
    let system = ["wagtail", "auth.", "contenttypes.", "sessions.", "admin.", "taggit."]
    guard !system.contains(where: model.hasPrefix), let fields = item.value("fields") else { return false }
    return SiteFields.holdsText(fields)
  }

  private static func readPage(_ item: inout JSONItem) {
    // With natural keys a page names the model of its other row; rows of other models may have the same key.
    let model = (item.value("fields", "content_type")?.elements ?? []).compactMap { item.plain($0) }
    item.document.origin.dialect = model.count == 2 ? model.joined(separator: ".") : nil
    item.document.id = item.plain(item.value("fields", "translation_key")) ?? item.plain(item.value("pk"))
    item.document.headline = item.line(item.value("fields", "title"))
    item.field(.slug, item.value("fields", "slug"), key: "slug")
    item.field(.author, item.value("fields", "owner"), key: "owner")
    for key in ["seo_title", "search_description"] { item.field(.other, item.value("fields", key), key: key) }
    item.url(.permalink, item.value("fields", "url_path"), key: "url_path")
    switch item.value("fields", "live")?.content {
    case .bool(true): item.document.status = Status(.published, raw: "live: true")
    case .bool(false): item.document.status = Status(.draft, raw: "live: false")
    default: break
    }
    for (key, role) in times { item.time(role, item.value("fields", key), key: key) }
  }

  private static let times: [(String, TimeField.Role)] = [
    ("first_published_at", .published), ("last_published_at", .updated), ("go_live_at", .embargo),
    ("expire_at", .expiry),
  ]

  /// Reads a page's own fields; a revision stores them as JSON in a string.
  private static func readRow(_ model: String, _ item: inout JSONItem) {
    item.document.origin.dialect = model
    guard model == "wagtailcore.revision" else {
      item.document.id = "\(model).\(item.plain(item.value("pk")) ?? "")"
      readFields(item.value("fields"), &item)
      return
    }
    item.document.id = "\(model).\(item.plain(item.value("pk")) ?? "")"
    let content = item.value("fields", "content") ?? item.value("fields", "content_json")
    guard let content else { return }
    if case .string(let string) = content.content {
      _ = item.inner(content, string) { inner, tree in readFields(tree, &inner) }
    } else {
      readFields(content, &item)
    }
    item.document.type = .revision
    item.document.setStatus(Status(.draft, raw: "revision"))
  }

  private static func readFields(_ fields: JSONValue?, _ item: inout JSONItem) {
    SiteFields.read((fields?.members ?? []).map { ($0.key, $0.value) }, into: &item)
  }
}
