import WireText
import WireTrees

/// Contentful: an export of a space, or a response of the delivery or management API.
struct ContentfulReader: NamedRecordReader {
  static let format = Format(name: "contentful", title: "Contentful: export or content interface, entries")

  static func recognises(_ probe: Probe) -> Bool {
    guard let json = probe.json else { return false }
    if json.has("contenttypes") || json.has("sys", "fields") { return json.contains("\"sys\"") }
    if json.has("entries") { return json.contains("\"sys\"") && json.contains("\"fields\"") }
    return json.has("sys", "items") || json.has("sys", "total")
  }

  var queue: JSONItemQueue
  private var references: (root: Int, value: ContentfulReferences)?
  /// The entries of all lines, if each line is a value of its own.
  private var names: RecordNames?

  init(queue: JSONItemQueue) { self.queue = queue }

  init(_ input: ByteInput, origin: Origin, limits: Limits) {
    queue = JSONItemQueue(input, origin: origin, limits: limits, items: Self.items)
    let start = JSONProbe(startOf: input)
    if start?.has("sys", "fields") == true {
      names = RecordNames(for: Self.self, in: input, origin, limits)
    }
  }

  mutating func complete(_ item: inout JSONItem) {
    if references?.root != queue.rootNumber {
      references = (queue.rootNumber, ContentfulReferences(beside: &item))
    }
    names?.add(Self.identify(&item))
    references?.value.complete(&item, names)
  }

  static func identify(_ item: inout JSONItem) -> (id: String, name: String?)? {
    guard let fields = item.value("fields"), let id = item.plain(item.value("sys", "id")) else { return nil }
    return (id, item.name(in: fields)?.text)
  }

  /// The entries of an export or response, including those that others refer to.
  static func items(of value: JSONValue, in bytes: [UInt8]) -> [JSONValue]? {
    if value.member("fields") != nil { return [value] }
    let lists = [
      value.member("entries"), value.member("items"), value.member("includes")?.member("entry"),
    ].compactMap { $0 }
    return lists.isEmpty ? nil : lists.flatMap(\.elements)
  }

  static func read(_ item: inout JSONItem) {
    let kind = item.plain(item.value("sys", "contenttype", "sys", "id"))
    item.document.id = item.plain(item.value("sys", "id"))
    item.document.version = item.plain(item.value("sys", "version") ?? item.value("sys", "revision"))
    item.document.origin.dialect = kind
    item.document.language = item.plain(item.value("sys", "locale"))
    readStatus(&item)
    for (key, role) in times { item.time(role, item.value("sys", key.lowercased()), key: "sys.\(key)") }
    let locales = locales(of: &item)
    item.document.language = item.document.language ?? locales.first
    readFields(in: locales.first, kind: kind, into: &item)
    guard locales.count > 1 else { return }
    var further = AlternativeTexts()
    for locale in locales.dropFirst() {
      var other = item.inside(item.object)
      readFields(in: locale, kind: kind, into: &other)
      item.source = other.source
      other.document.problems = []
      further.attach(other.document, name: locale, to: &item.document, limits: item.limits)
    }
  }

  /// Reads the fields in one language; those without a language belong to the first.
  private static func readFields(in locale: String?, kind: String?, into item: inout JSONItem) {
    var fields: [(key: String, value: JSONValue)] = []
    for member in item.value("fields")?.members ?? [] {
      if isLocalized(member.value, of: item) {
        guard let inner = member.value.members.first(where: { $0.key == locale })?.value else { continue }
        fields.append((member.key, inner))
      } else {
        fields.append((member.key, member.value))
      }
    }
    if let name = displayField(of: kind, &item), !isInternal(name),
      let value = fields.first(where: { $0.key == name })?.value
    {
      item.document.headline = item.line(value)
      fields.removeAll { $0.key == name }
    }
    SiteFields.read(fields, into: &item)
  }

  /// Whether a field's name shows that it holds an internal name for an entry.
  private static func isInternal(_ name: String) -> Bool {
    let name = StoryKeys.normal(name)
    return ["internal", "entry", "admin", "cms"].contains(where: name.hasPrefix)
  }

  private static let times: [(String, TimeField.Role)] = [
    ("createdAt", .created), ("updatedAt", .updated), ("firstPublishedAt", .published),
    ("publishedAt", .published),
  ]

  /// Without a published version an entry was never published; the delivery API returns only published entries.
  private static func readStatus(_ item: inout JSONItem) {
    if item.value("sys", "archivedat") != nil || item.value("sys", "archivedversion") != nil {
      item.document.status = Status(.trashed, raw: "archived")
    } else if item.value("sys", "publishedversion") != nil || item.value("sys", "publishedat") != nil
      || item.value("sys", "revision") != nil
    {
      item.document.status = Status(.published, raw: "published")
    } else {
      item.document.status = Status(.draft, raw: "no published version")
    }
  }

  /// The languages of an entry, in order of occurrence.
  private static func locales(of item: inout JSONItem) -> [String] {
    var all: [String] = []
    for member in item.value("fields")?.members ?? [] where isLocalized(member.value, of: item) {
      for inner in member.value.members where !all.contains(inner.key) {
        guard all.count < maximumLocales else {
          item.report(
            "limit-languages", "more than \(maximumLocales) languages; the others are not read", member.value,
            losesText: true)
          return all
        }
        all.append(inner.key)
      }
    }
    return all
  }

  /// The most languages of an entry that are read; all fields are read for each.
  private static let maximumLocales = 50

  /// Whether a field has one value per language.
  private static func isLocalized(_ value: JSONValue, of item: JSONItem) -> Bool {
    item.value("sys", "locale") == nil && value.byLanguage != nil
  }

  /// The field that the content type names as its title, if the export includes its content types.
  private static func displayField(of kind: String?, _ item: inout JSONItem) -> String? {
    guard let kind else { return nil }
    for type in item.root.member("contenttypes")?.elements ?? [] {
      guard item.plain(type.member("sys")?.member("id")) == kind else { continue }
      return item.plain(type.member("displayfield"))
    }
    return nil
  }
}
