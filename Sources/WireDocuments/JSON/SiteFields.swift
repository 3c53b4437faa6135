import WireText
import WireTrees

/// The fields of content types that a site's own people named, each told by its name.
///
/// Fields that no name speaks for are not lost: text becomes copy where there is no body, and else a field.
struct SiteFields {
  private var item: JSONItem
  private var bodies: [JSONValue] = []
  private var others: [(key: String, value: JSONValue)] = []

  /// Puts fields into an item's document.
  ///
  /// A record without a body is no story.
  ///
  /// - Parameters:
  ///   - fields: names with values, in order.
  ///   - item: takes what they say; what it has already stays.
  static func read(_ fields: [(key: String, value: JSONValue)], into item: inout JSONItem) {
    var reader = SiteFields(item: item)
    for field in fields where !field.value.isNull { reader.take(field.key, field.value) }
    reader.finish()
    item = reader.item
  }

  /// Whether a record has a field that is named as the body of a story, or one with a text as long as a sentence.
  static func holdsText(_ record: JSONValue) -> Bool {
    record.members.contains { member in
      bodyNames.contains(normal(member.key)) && !member.value.isNull
        || member.value.isString && member.value.range.count > 100
    }
  }

  private init(item: JSONItem) { self.item = item }

  /// A name without what styles of spelling differ in.
  static func normal(_ key: String) -> String {
    let name = key.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }
    return name.hasPrefix("field") && name.count > 5 ? String(name.dropFirst(5)) : name
  }

  private mutating func take(_ key: String, _ value: JSONValue) {
    let name = Self.normal(key)
    let value = Self.related(value)
    if Self.bodyNames.contains(name) {
      bodies.append(value)
    } else if Self.headlines.contains(name), item.document.headline == nil {
      takeHeadline(key, value)
    } else if name == "slug" {
      item.field(.slug, value, key: key, of: ["current"])
    } else if case .bool(let isYes) = value.content {
      takeFlag(name, key, isYes)
    } else if let role = FrontMatterFields.times[name] {
      item.time(role, value, key: key)
    } else if let field = FrontMatterFields.urls[name] {
      item.url(field, value, key: key)
    } else if Self.statuses.contains(name), value.isString {
      if item.document.status == nil { item.status(value) }
    } else if Self.languages.contains(name), value.isString {
      item.document.language = item.document.language ?? item.plain(value)
    } else if !takeRights(name, key, value) {
      others.append((key, value))
    }
  }

  /// What a relation of an interface leads to: `{"data": {"id": …, "attributes": {…}}}`, or the value itself.
  private static func related(_ value: JSONValue) -> JSONValue {
    guard let data = value.member("data"), value.members.allSatisfy({ ["data", "meta"].contains($0.key) })
    else { return value }
    let records = data.elements.map { $0.member("attributes") ?? $0 }
    return JSONValue(content: .array(records), range: value.range)
  }

  /// The headline; those in further languages are titles.
  private mutating func takeHeadline(_ key: String, _ value: JSONValue) {
    let found = item.texts(value)
    item.document.headline = found.first?.text
    item.document.fields += found.dropFirst().map { Field(.title, $0.text, key: key, place: $0.place) }
    if found.isEmpty { others.append((key, value)) }
  }

  /// `published: true` and `draft: true` are no times.
  private mutating func takeFlag(_ name: String, _ key: String, _ isYes: Bool) {
    guard item.document.status == nil, ["published", "live", "draft"].contains(name) else { return }
    let isOut = name == "draft" ? !isYes : isYes
    item.document.status = Status(isOut ? .published : .draft, raw: "\(key): \(isYes)")
  }

  private mutating func takeRights(_ name: String, _ key: String, _ value: JSONValue) -> Bool {
    let field = FrontMatterFields.fields[name]
    if field == .summary, !value.isString { return takeSummary(key, value) }
    if let field, field != .other { takeNames(field, key, value) }
    if let kind = FrontMatterFields.rights[name] {
      // A number is the key of a record and credits nobody.
      var isKey = false
      if case .number = value.content { isKey = kind == .credit || kind == .holder }
      for found in isKey ? [] : item.texts(value) {
        let isAddress = found.text.hasPrefix("http://") || found.text.hasPrefix("https://")
        item.document.rights.append(
          RightsField(isAddress && kind != .credit ? .link : kind, found.text, key: key, range: found.place))
      }
      return true
    }
    if let field, field != .other { return true }
    return item.takeMeta(key, value)
  }

  /// The texts of a field; of a record of its own what it is called.
  private mutating func takeNames(_ field: Field.Name, _ key: String, _ value: JSONValue) {
    let count = item.document.fields.count
    item.field(field, value, key: key)
    guard item.document.fields.count == count else { return }
    for record in value.elements {
      guard let name = item.name(in: record) else { continue }
      item.document.fields.append(Field(field, name.text, key: key, place: name.place))
    }
  }

  /// A standfirst that an editor's tree holds; false where there are no words.
  private mutating func takeSummary(_ key: String, _ value: JSONValue) -> Bool {
    let words = oneLine(item.copy(value).strings.joined(separator: " "))
    guard !words.isEmpty else { return false }
    item.document.fields.append(Field(.summary, words, key: key, place: item.source.place(value.range)))
    return true
  }

  /// The body, where there is none all other copy, which is attached where there is one.
  private mutating func finish() {
    for value in bodies { append(item.copy(value)) }
    let hasBody = !item.document.body.isEmpty
    if !hasBody, item.document.type == .text { item.document.type = .other }
    var beside: [(key: String, text: BodyText)] = []
    for (key, value) in others {
      let isStory = !hasBody && isLong(value)
      let copies =
        !isStory && Self.isAside(key) ? [] : copies(in: value, fewestWords: isStory ? 1 : Self.fewestWords)
      if copies.isEmpty { item.keepWords(of: value, key: key) }
      for copy in copies {
        // Further in stand the story's other languages.
        if hasBody || copy.isInner { beside.append((key, copy.text)) } else { append(copy.text) }
      }
    }
    var further = FurtherBodies()
    for (key, text) in beside {
      further.attach(text, name: key, to: &item.document, limits: item.limits)
    }
    if !item.document.body.isEmpty { return }
    item.document.problems.append(Problem("no-text", "the record has no field with text"))
  }

  private mutating func append(_ text: BodyText) {
    item.document.body.append(contentsOf: text, limits: item.limits)
  }

  /// Words of a value from which on it is taken for copy.
  private static let fewestWords = 8

  private mutating func isLong(_ value: JSONValue) -> Bool {
    if EditorTree.isTree(value) { return true }
    guard case .string(let string) = value.content else { return false }
    return string.range.count > 200 || !string.isPlain && item.source.decode(string).utf8.contains(0x0A)
  }

  /// The copy in a value that no name speaks for, or in what is named as a body one step further in.
  private mutating func copies(in value: JSONValue, fewestWords: Int) -> [(text: BodyText, isInner: Bool)] {
    if let text = copy(value, fewestWords) { return [(text, false)] }
    let inner = value.elements.flatMap { element in
      element.members.filter { Self.bodyNames.contains(Self.normal($0.key)) }
    }
    return inner.compactMap { copy($0.value, fewestWords) }.map { ($0, true) }
  }

  /// An editor's tree or a text, where it has so many words.
  private mutating func copy(_ value: JSONValue, _ fewestWords: Int) -> BodyText? {
    guard EditorTree.isTree(value) || value.isString else { return nil }
    let before = item
    let text = item.copy(value)
    if text.wordCount >= fewestWords { return text }
    // What is no copy is kept as words, once.
    item = before
    return nil
  }

  /// Whether a name is that of what is said of a story elsewhere, or of who wrote it.
  private static func isAside(_ key: String) -> Bool {
    let name = normal(key)
    return asides.contains(where: name.hasPrefix) || name.hasSuffix("bio")
  }

  private static let asides = [
    "seo", "meta", "opengraph", "og", "twitter", "social", "related", "author", "alt", "caption", "image",
    "picture", "photo", "media", "tag", "categor", "comment",
  ]

  static let headlines: Set<String> = ["title", "headline", "heading"]
  static let languages: Set<String> = ["language", "lang", "locale", "langcode"]
  static let statuses: Set<String> = ["status", "state", "moderationstate", "workflowstate"]
  static let bodyNames: Set<String> = [
    "body", "content", "text", "article", "articlebody", "bodytext", "maincontent", "fulltext", "richtext",
    "story", "blocks", "contentblocks", "sections", "introtext", "postbody", "bodyhtml", "contenthtml",
    "html", "plaincontent",
  ]
}

extension JSONItem {
  /// The paragraphs of a value that holds copy in whatever form: HTML, Markdown or an editor's tree.
  mutating func copy(_ value: JSONValue) -> BodyText {
    guard case .string(let string) = value.content else {
      return value.isNull ? BodyText() : EditorTree.read(value, of: &self)
    }
    let (utf8, map) = source.decode(string)
    let opening = utf8.filter { $0 > 0x20 }.prefix(2)
    if opening.elementsEqual("[{".utf8) || opening.elementsEqual("{\"".utf8) {
      return inner(value, string) { EditorTree.read($1, of: &$0) } ?? BodyText()
    }
    return NewsMLG2Body.holdsHTML(utf8) ? html(utf8, map: map) : markdown(string)
  }

  /// Keeps words that are neither copy nor known as fields, also those of the objects in a value.
  mutating func keepWords(of value: JSONValue?, key: String) {
    var waiting = [value].compactMap { $0 }
    while let next = waiting.popLast() {
      switch next.content {
      case .array(let elements): waiting += elements.reversed()
      case .object(let members): waiting += members.reversed().map(\.value)
      case .string:
        if let text = line(next), text.contains(" ") {
          document.fields.append(Field(.other, text, key: key, place: source.place(next.range)))
        }
      case .number, .bool, .null: break
      }
    }
  }

  /// Keeps the words of the members that a reader has no use for, but for those that sort the item.
  ///
  /// - Parameter isKnown: whether a key, in lower case, is read by name.
  mutating func keepRest(except isKnown: (String) -> Bool) {
    for member in object.members {
      let name = member.key.lowercased()
      guard !isKnown(name), !Self.sorting.contains(name) else { continue }
      keepWords(of: member.value, key: member.key)
    }
  }

  /// Keys under which wires list what an item is about and where it goes.
  private static let sorting: Set<String> = [
    "subject", "subjects", "organisation", "organisations", "person", "persons", "people", "place", "places",
    "event", "events", "audience", "audiences", "category", "categories", "products", "renditions", "links",
    "version_history", "poi", "desks", "scopes", "rubrics", "genres",
  ]

  /// Takes a site's own field by the words of its key; whether they say what it is for.
  mutating func takeMeta(_ key: String, _ value: JSONValue) -> Bool {
    guard let text = plain(value), let kind = MetaKey(key, text: text) else { return false }
    switch kind {
    case .field(let name): field(name, value, key: key)
    case .url(let name): url(name, value, key: key)
    case .rights(let kind): rights(kind, value, key: key)
    case .embargo: time(.embargo, value, key: key)
    case .original: document.links.append(ItemLink(.translates, id: text))
    }
    return true
  }
}
