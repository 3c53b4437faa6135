import WireText
import WireTrees

/// The keys of JSON Lines other than `text`, and the fields that they are mapped to.
enum JSONLinesField {
  /// Whether a key, in lower case, holds the text of the story.
  static func holdsText(_ name: String) -> Bool {
    name == "text" || name == "paragraphs" || SiteFields.bodyNames.contains(SiteFields.normal(name))
  }

  /// Whether a key, in lower case, is read.
  static func isKnown(_ name: String) -> Bool {
    ["id", "version", "headline", "title", "language", "status", "pubstatus"].contains(name)
      || fields[name] != nil
      || ItemLink.isTranslationKey(name) || role(of: name) != nil || kind(of: name) != nil
  }

  /// What a key, in lower case and in any spelling, says about rights; nil for other keys.
  static func kind(of name: String) -> RightsField.Kind? {
    RightsKeys.kind(ofStory: name)
  }

  private static func role(of name: String) -> TimeField.Role? {
    times[name] ?? FrontMatterFields.times[SiteFields.normal(name)]
  }

  /// Whether a key, in lower case, states an embargo of the story.
  static func statesEmbargo(_ name: String) -> Bool {
    role(of: name) == .embargo || MetaKey(name, text: "") == .embargo && KeyWords(name).statesEmbargo
  }

  /// Whether an object under a key, in lower case, is read: rights, and who wrote or owns the story.
  static func readsObject(_ name: String) -> Bool {
    if statuses.contains(name) { return true }
    return names.contains(name) || kind(of: name).map { $0 != .credit } ?? false
  }

  /// Reads an object, or a list of objects and texts, under such a key.
  static func read(_ value: JSONValue, name: String, into item: inout JSONItem) {
    if role(of: name) == .embargo || MetaKey(name, text: "") == .embargo {
      return item.takeEmbargo(value, key: name, isSetIfEmpty: true)
    }
    if statuses.contains(name) { return readStatus(value, into: &item) }
    if let kind = kind(of: name), kind != .credit { return item.state(kind, value, key: name) }
    guard let field = fields[name] else { return }
    item.field(field, value, key: name)
    for member in value.elements.flatMap(\.members) where !["name", "value", "text"].contains(member.key) {
      item.keepWords(of: member.value, key: "\(name).\(member.key)")
    }
  }

  /// Reads a status that is an object, by the first of its members that names one: `{"name": "canceled"}`.
  private static func readStatus(_ value: JSONValue, into item: inout JSONItem) {
    let named = value.elements.flatMap { element in
      element.isString ? [element] : statusNames.compactMap { element.member($0) }
    }
    item.keepWords(of: value, key: "status")
    let words = named.compactMap { item.plain($0) }
    guard let word = words.first(where: { StatusWords.value($0) != .unknown }) ?? words.first else {
      return item.report("status-unknown", "the status is no word", value)
    }
    item.document.setStatus(word)
  }

  private static let statuses: Set<String> = ["status", "pubstatus"]
  private static let statusNames = [
    "name", "value", "status", "state", "code", "key", "id", "label", "title",
  ]
  private static let names: Set<String> = [
    "author", "authors", "agency", "provider", "source", "publisher", "creator", "credit", "creditline",
    "attribution", "newsagency", "news_agency",
  ]

  /// Stores a flag: that the story was withdrawn, or whether its mining is reserved; does nothing for other keys.
  static func putFlag(_ isSet: Bool, name: String, into document: inout Document) {
    if StatusWords.withdraws(name, "\(isSet)") {
      document.setStatus(Status(.canceled, raw: "\(name): \(isSet)"))
    }
    guard kind(of: name) == .dataMining else { return }
    document.rights.append(RightsField(.dataMining, "\(isSet)", key: name))
  }

  /// Stores a number: a time, or whether mining is reserved; does nothing for other keys.
  static func putNumber(_ text: String, name: String, place: FileRange, into document: inout Document) {
    putTime(text, name: name, into: &document)
    guard kind(of: name) == .dataMining else { return }
    document.rights.append(RightsField(.dataMining, text, key: name, range: place))
  }

  /// Stores a value as the time that its key names; does nothing for other keys.
  private static func putTime(_ text: String, name: String, into document: inout Document) {
    if let role = role(of: name) { document.times.append(TimeField(role, reading: text)) }
  }

  /// Stores a value in the field for its key.
  static func put(_ text: String, name: String, place: FileRange, into document: inout Document) {
    if let field = fields[name] {
      document.fields.append(Field(field, text, key: name, place: place))
      if field == .permalink { document.urls.append(Field(field, text, key: name, place: place)) }
    }
    if let kind = kind(of: name), !text.isEmpty {
      document.rights.append(RightsField(kind.stating(text), oneLine(text), key: name, range: place))
    }
    putTime(text, name: name, into: &document)
    if ItemLink.isTranslationKey(name), !text.isEmpty {
      document.links.append(ItemLink(.translates, id: oneLine(text)))
    }
    switch name {
    case "id": document.id = text
    case "version": document.version = text
    case "headline": document.headline = oneLine(text)
    case "title": document.headline = document.headline ?? oneLine(text)
    case "language": document.language = text
    case "status", "pubstatus":
      document.setStatus(Status(StatusWords.value(text), raw: text))
    default: break
    }
  }

  private static let fields: [String: Field.Name] = [
    "attribution": .credit, "newsagency": .provider, "news_agency": .provider,
    "agency": .provider, "provider": .provider, "source": .source, "byline": .byline, "credit": .credit,
    "creditline": .credit, "dateline": .dateline, "url": .permalink, "slug": .slug,
    "ednote": .editorsNote, "editorsnote": .editorsNote, "editors_note": .editorsNote,
    "specialinstructions": .editorsNote, "special_instructions": .editorsNote, "author": .author,
    "authors": .author, "creator": .author, "publisher": .provider, "credittext": .credit,
    "credit_line": .credit, "subtitle": .subhead, "subhead": .subhead, "standfirst": .subhead,
    "description": .summary, "summary": .summary, "excerpt": .summary, "teaser": .summary, "lead": .summary,
    "abstract": .summary,
  ]
  private static let times: [String: TimeField.Role] = [
    "published": .published, "published_at": .published, "publishedat": .published, "date": .published,
    "created_at": .created, "updated_at": .updated, "created": .created, "updated": .updated,
    "embargo": .embargo,
    "embargoed": .embargo, "expires": .expiry,
  ]
}
