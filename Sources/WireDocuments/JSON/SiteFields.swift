import WireText
import WireTrees

/// Reads the fields of custom content types, which are recognised by their names.
///
/// Fields with unknown names are not lost: text becomes copy if there is no body, otherwise a field.
struct SiteFields {
  private var item: JSONItem
  private var bodies: [JSONValue] = []
  private var others: [(key: String, value: JSONValue)] = []

  /// Stores fields in an item's document.
  ///
  /// A record without a body is not a story.
  ///
  /// - Parameters:
  ///   - fields: names with values, in order.
  ///   - item: receives the values; values that it already has are kept.
  static func read(_ fields: [(key: String, value: JSONValue)], into item: inout JSONItem) {
    var reader = SiteFields(item: item)
    for field in fields where !field.value.isNull { reader.take(field.key, field.value) }
    reader.finish()
    item = reader.item
  }

  /// Whether a record has a field that is named like the body of a story, or one with a text as long as a sentence.
  static func holdsText(_ record: JSONValue) -> Bool {
    record.members.contains { member in
      StoryKeys.bodies.contains(StoryKeys.normal(member.key)) && !member.value.isNull
        || member.value.isString && member.value.range.count > 100
    }
  }

  private init(item: JSONItem) { self.item = item }

  private mutating func take(_ key: String, _ value: JSONValue) {
    let name = StoryKeys.normal(key)
    let value = Self.related(value)
    if StoryKeys.records.contains(name), case .array = value.content,
      let fields = value.fields(in: item.source.bytes)
    {
      for field in fields where !field.value.isNull { take(field.key, field.value) }
    } else if StoryKeys.bodies.contains(name) {
      bodies.append(value)
    } else if StoryKeys.headlines.contains(name), item.document.headline == nil {
      takeHeadline(key, value)
    } else if name == "slug" {
      item.field(.slug, value, key: key, of: ["current"])
    } else if case .bool(let isYes) = value.content, RightsKeys.kinds[name] != .dataMining {
      item.takeEmbargoes(of: value, key: key)
      item.document.setStatus(flag: key, isYes)
    } else if let role = StoryKeys.times[name] {
      item.time(role, value, key: key)
    } else if let field = StoryKeys.urls[name] {
      item.url(field, value, key: key)
    } else if StoryKeys.statuses.contains(name), value.isString || isFlag(value) {
      takeStatus(value)
    } else if value.isString, let status = StatusWords.held(key, item.plain(value) ?? "") {
      item.document.setStatus(status)
    } else if StoryKeys.languages.contains(name), value.isString {
      item.document.language = item.document.language ?? item.plain(value)
    } else if !takeRights(name, key, value) {
      others.append((key, value))
    }
  }

  /// The target of a relation in an API response: `{"data": {"id": …, "attributes": {…}}}`, or the value itself.
  private static func related(_ value: JSONValue) -> JSONValue {
    guard let data = value.member("data"), value.members.allSatisfy({ ["data", "meta"].contains($0.key) })
    else { return value }
    let records = data.elements.map { $0.member("attributes") ?? $0 }
    return JSONValue(content: .array(records), range: value.range)
  }

  /// Takes the headline; those in further languages become titles.
  private mutating func takeHeadline(_ key: String, _ value: JSONValue) {
    let found = item.texts(value)
    item.document.headline = found.first?.text
    item.document.fields += found.dropFirst().map { Field(.title, $0.text, key: key, place: $0.place) }
    if found.isEmpty { others.append((key, value)) }
  }

  /// Takes the first status; a later one only if it holds the item back.
  private mutating func takeStatus(_ value: JSONValue) {
    if let word = item.plain(value), let flag = StatusWords.flags[word] {
      return item.document.setStatus(Status(flag, raw: word))
    }
    let isHeld = [.withheld, .canceled].contains(StatusWords.value(item.plain(value) ?? ""))
    if item.document.status == nil || isHeld { item.status(value) }
  }

  /// Whether a status is a number that says whether readers see the story.
  private mutating func isFlag(_ value: JSONValue) -> Bool {
    guard case .number = value.content else { return false }
    return item.plain(value).map { StatusWords.flags[$0] != nil } ?? false
  }

  private mutating func takeRights(_ name: String, _ key: String, _ value: JSONValue) -> Bool {
    let field = StoryKeys.fields[name]
    if let field, [.summary, .subhead].contains(field), !value.isString {
      return item.takeSummary(field, value, key: key)
    }
    if let field, field != .other { item.takeNames(field, value, key: key) }
    if let kind = RightsKeys.ofStory[name] {
      item.state(kind, value, key: key)
      return true
    }
    if let field, field != .other { return true }
    return item.takeMeta(key, value)
  }

  /// Stores the body; all other copy is attached, or becomes the body if there is none.
  private mutating func finish() {
    for value in bodies { append(item.copy(value)) }
    let hasBody = !item.document.body.isEmpty
    if !hasBody, item.document.type == .text { item.document.type = .other }
    var beside: [(key: String, text: BodyText)] = []
    for (key, value) in others {
      let isStory = !hasBody && isLong(value)
      let copies =
        !isStory && Self.isAside(key) ? [] : copies(in: value, fewestWords: isStory ? 1 : Self.fewestWords)
      if !copies.isEmpty || !Self.statesRights(value, key: key) {
        item.takeEmbargoes(of: value, key: key)
      }
      if copies.isEmpty { keep(value, key: key) }
      for copy in copies {
        // Nested bodies are the story in other languages.
        if hasBody || copy.isInner { beside.append((key, copy.text)) } else { append(copy.text) }
      }
    }
    var further = AlternativeTexts()
    for (key, text) in beside {
      further.attach(text, name: key, to: &item.document, limits: item.limits)
    }
    if !item.document.body.isEmpty { return }
    item.document.problems.append(Problem("no-text", "the record has no field with text"))
  }

  /// Keeps what is no copy: what is said of a picture as such, and rights that an object states.
  private mutating func keep(_ value: JSONValue, key: String) {
    let words = KeyWords(key)
    if !value.elements.contains(where: { !$0.members.isEmpty }) {
      item.keepWords(of: value, key: key, keepsNames: words.isOfOrigin)
    } else if words.isOfMedia {
      item.takeMedia(value, name: key, medium: .picture)
      for member in value.elements.flatMap(\.members)
      where MediaWords.machinery.contains(StoryKeys.normal(member.key)) {
        item.keepWords(of: member.value, key: key)
      }
    } else if Self.statesRights(value, key: key) {
      RightsObject.read(value, key: key, kind: nil, into: &item)
    } else if words.isOfPage {
      for member in value.elements.flatMap(\.members) where !takeAddress(member, of: key) {
        if let kind = RightsKeys.kinds[StoryKeys.normal(member.key)] {
          item.state(kind, member.value, key: "\(key).\(member.key)")
        } else {
          item.keepWords(of: member.value, key: key)
        }
      }
    } else {
      item.keepWords(of: value, key: key)
    }
  }

  /// Whether a value is kept as an object of rights, which tells its embargoes, too.
  private static func statesRights(_ value: JSONValue, key: String) -> Bool {
    KeyWords(key).isOfRights && value.elements.contains { !$0.members.isEmpty }
  }

  /// Takes the page's own address: `seo: {canonicalURL: …}`.
  private mutating func takeAddress(_ member: JSONValue.Member, of key: String) -> Bool {
    guard StoryKeys.urls[StoryKeys.normal(member.key)] == .canonical, member.value.isString else {
      return false
    }
    item.url(.canonical, member.value, key: "\(key).\(member.key)")
    return true
  }

  private mutating func append(_ text: BodyText) {
    item.document.body.append(contentsOf: text, limits: item.limits)
  }

  /// The fewest words of a value that counts as copy.
  private static let fewestWords = 8

  private mutating func isLong(_ value: JSONValue) -> Bool {
    if EditorTree.isTree(value) { return true }
    guard case .string(let string) = value.content else { return false }
    return string.range.count > 200 || !string.isPlain && item.source.decode(string).utf8.contains(0x0A)
  }

  /// The copy in a field with an unknown name, or in its members that are named as a body.
  private mutating func copies(in value: JSONValue, fewestWords: Int) -> [(text: BodyText, isInner: Bool)] {
    if let text = copy(value, fewestWords) { return [(text, false)] }
    let inner = value.elements.flatMap { element in
      element.members.filter { StoryKeys.bodies.contains(StoryKeys.normal($0.key)) }
    }
    return inner.compactMap { copy($0.value, fewestWords) }.map { ($0, true) }
  }

  /// The text of an editor's tree or a string, if it has at least `fewestWords` words.
  private mutating func copy(_ value: JSONValue, _ fewestWords: Int) -> BodyText? {
    guard EditorTree.isTree(value) || value.isString else { return nil }
    let before = item
    let text = item.copy(value)
    if text.wordCount >= fewestWords { return text }
    // Text that is not copy is kept by the caller, once.
    item = before
    return nil
  }

  /// Whether a name is that of related text, for instance for search engines or about the author.
  private static func isAside(_ key: String) -> Bool {
    let name = StoryKeys.normal(key)
    return asides.contains(where: name.hasPrefix) || name.hasSuffix("bio")
  }

  private static let asides = [
    "seo", "meta", "opengraph", "og", "twitter", "social", "related", "author", "alt", "caption", "image",
    "picture", "photo", "media", "tag", "categor", "comment",
  ]
}
