import WireText
import WireTrees

/// The keys of JSON Lines other than `text`, and the fields that they are mapped to.
enum JSONLinesField {
  /// Whether a key, in lower case, holds the text of the story.
  static func holdsText(_ name: String) -> Bool {
    name == "paragraphs" || StoryKeys.bodies.contains(StoryKeys.name(of: name))
  }

  /// Whether a key, in lower case, is read.
  static func isKnown(_ name: String) -> Bool {
    let word = StoryKeys.name(of: name)
    return name == "version" || StoryKeys.identifiers.contains(word) || StoryKeys.headlines.contains(word)
      || StoryKeys.languages.contains(word) || isStatus(name) || StoryKeys.isField(word)
      || ItemLink.isTranslationKey(name) || kind(of: name) != nil
  }

  /// What a key, in lower case and in any spelling, says about rights; nil for other keys.
  static func kind(of name: String) -> RightsField.Kind? {
    RightsKeys.kind(ofStory: name)
  }

  private static func role(of name: String) -> TimeField.Role? { StoryKeys.times[StoryKeys.name(of: name)] }

  private static func isStatus(_ name: String) -> Bool {
    let word = StoryKeys.name(of: name)
    return StoryKeys.statuses.contains(word) || StatusWords.certainNames.contains(word)
  }

  /// Whether a key, in lower case, states an embargo of the story.
  static func statesEmbargo(_ name: String) -> Bool {
    role(of: name) == .embargo || MetaKey(name, text: "") == .embargo && KeyWords(name).statesEmbargo
  }

  /// Whether an object under a key, in lower case, is read: rights, and who wrote or owns the story.
  static func readsObject(_ name: String) -> Bool {
    let word = StoryKeys.name(of: name)
    return isStatus(name) || StoryKeys.headlines.contains(word) || StoryKeys.fields[word] != nil
      || kind(of: name) != nil
  }

  /// Whether a key, in lower case, groups fields of the story.
  static func isRecord(_ name: String) -> Bool { StoryKeys.records.contains(StoryKeys.normal(name)) }

  /// Reads the fields in a group: names, rights, times, states, flags and embargoes; the record's own go before them.
  static func read(record value: JSONValue, name: String, into item: inout JSONItem) {
    guard let fields = value.fields(in: item.source.bytes) else {
      return item.takeEmbargoes(of: value, key: name)
    }
    for field in fields {
      let key = field.key.lowercased()
      let text = field.value.isString ? item.plain(field.value) ?? "" : ""
      if case .bool(let isSet) = field.value.content {
        putFlag(isSet, name: key, into: &item.document)
      } else if isStatus(key), field.value.isString {
        if StatusWords.value(text) != .unknown { item.document.setStatus(text) }
        continue
      } else if readsObject(key), !StoryKeys.headlines.contains(StoryKeys.name(of: key)) {
        read(field.value, name: key, into: &item)
        continue
      } else if let role = role(of: key), role != .embargo, item.document.time(role) == nil {
        putTime(text, name: key, into: &item.document)
      }
      item.takeEmbargoes(of: field.value, key: field.key)
    }
  }

  /// Reads an object, or a list of objects and texts, under such a key.
  static func read(_ value: JSONValue, name: String, into item: inout JSONItem) {
    if role(of: name) == .embargo || MetaKey(name, text: "") == .embargo {
      return item.takeEmbargo(value, key: name, isSetIfEmpty: true)
    }
    if isRecord(name) { return read(record: value, name: name, into: &item) }
    if isStatus(name) { return readStatus(value, into: &item) }
    let word = StoryKeys.name(of: name)
    if StoryKeys.headlines.contains(word) { return readHeadline(value, name: name, into: &item) }
    let field = StoryKeys.fields[word]
    if let field { readField(field, value, name: name, into: &item) }
    if let kind = kind(of: name) {
      item.state(kind, value, key: name)
    } else if field != nil {
      item.takeEmbargoes(of: value, key: name)
    }
  }

  private static func readField(
    _ field: Field.Name, _ value: JSONValue, name: String, into item: inout JSONItem
  ) {
    if [.summary, .subhead].contains(field), item.takeSummary(field, value, key: name) { return }
    item.takeNames(field, value, key: name)
    for member in value.elements.flatMap(\.members) where !["name", "value", "text"].contains(member.key) {
      item.keepWords(of: member.value, key: "\(name).\(member.key)")
    }
  }

  /// Reads a headline that is an object by its first member that is one, and keeps the others.
  private static func readHeadline(_ value: JSONValue, name: String, into item: inout JSONItem) {
    for found in item.texts(value, of: headlineNames) {
      if item.document.headline == nil {
        item.document.headline = found.text
      } else {
        item.document.fields.append(Field(.title, found.text, key: name, place: found.place))
      }
    }
    for member in value.elements.flatMap(\.members) where !headlineNames.contains(member.key.lowercased()) {
      item.keepWords(of: member.value, key: "\(name).\(member.key)")
    }
  }

  private static let headlineNames = ["main", "basic", "default", "name", "value", "text", "rendered"]

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

  private static let statusNames = [
    "name", "value", "status", "state", "code", "key", "id", "label", "title",
  ]

  /// Stores a flag: whether the story is out or was withdrawn, or its mining is reserved; does nothing for other keys.
  static func putFlag(_ isSet: Bool, name: String, into document: inout Document) {
    document.setStatus(flag: name, isSet)
    guard kind(of: name) == .dataMining else { return }
    document.rights.append(RightsField(.dataMining, "\(isSet)", key: name))
  }

  /// Stores a number: an identifier, a time, or whether mining is reserved; does nothing for other keys.
  static func putNumber(_ text: String, name: String, place: FileRange, into document: inout Document) {
    putIdentity(text, name: name, into: &document)
    putTime(text, name: name, into: &document)
    guard kind(of: name) == .dataMining else { return }
    document.rights.append(RightsField(.dataMining, text, key: name, range: place))
  }

  /// Stores a value as the time that its key names; does nothing for other keys.
  private static func putTime(_ text: String, name: String, into document: inout Document) {
    if let role = role(of: name) { document.times.append(TimeField(role, reading: text)) }
  }

  /// Stores an identifier or a version; `id` goes before all others.
  private static func putIdentity(_ text: String, name: String, into document: inout Document) {
    if name == "version" { document.version = text }
    guard StoryKeys.identifiers.contains(StoryKeys.name(of: name)), !text.isEmpty else { return }
    if name == "id" || document.id == nil { document.id = text }
  }

  /// Stores a value in the field for its key.
  static func put(_ text: String, name: String, place: FileRange, into document: inout Document) {
    let word = StoryKeys.name(of: name)
    let line = HTMLText.line(text)
    if let field = StoryKeys.fields[word], !line.isEmpty {
      document.fields.append(Field(field, line, key: name, place: place))
    }
    if let use = StoryKeys.urls[word] {
      document.urls.append(Field(use, oneLine(text), key: name, place: place))
    }
    if let kind = kind(of: name) {
      let said = kind.line(text)
      if !said.isEmpty {
        document.rights.append(RightsField(kind.stating(said), said, key: name, range: place))
      }
    }
    putTime(text, name: name, into: &document)
    putIdentity(text, name: name, into: &document)
    if ItemLink.isTranslationKey(name), !text.isEmpty {
      document.links.append(ItemLink(.translates, id: oneLine(text)))
    }
    if StoryKeys.languages.contains(word) { document.language = document.language ?? text }
    if StoryKeys.headlines.contains(word), !line.isEmpty { putHeadline(line, word, name, place, &document) }
    if isStatus(name) { putStatus(text, name: name, place: place, into: &document) }
  }

  /// Stores a headline: that of the page, which a title is for some sites, gives way to one that is named so.
  private static func putHeadline(
    _ line: String, _ word: String, _ name: String, _ place: FileRange, _ document: inout Document
  ) {
    var further = line
    if let before = document.headline, word == "headline", name == word {
      (document.headline, further) = (line, before)
    } else if document.headline == nil {
      document.headline = line
    }
    guard let headline = document.headline, headline != further else { return }
    document.fields.append(Field(.title, further, key: name, place: place))
  }

  /// Stores a status; a state that is no word for one is a place, or something else of the site's own.
  private static func putStatus(
    _ text: String, name: String, place: FileRange, into document: inout Document
  ) {
    let value = StatusWords.value(text)
    if value != .unknown || ["status", "pubstatus"].contains(name) {
      document.setStatus(Status(value, raw: text))
    } else if text.contains(" ") {
      document.fields.append(Field(.other, oneLine(text), key: name, place: place))
    }
  }
}
