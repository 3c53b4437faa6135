import WireText
import WireTrees

extension JSONItem {
  /// The paragraphs of a value that holds copy in any form: HTML, Markdown or an editor's tree.
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

  /// Keeps text that is neither copy nor a known field, including that of nested objects, and labels of facts.
  ///
  /// - Parameter keepsNames: whether single words are kept, too: names, but also codes.
  mutating func keepWords(of value: JSONValue?, key: String, keepsNames: Bool = false) {
    var waiting = [value].compactMap { $0 }.map { (value: $0, keepsNames: keepsNames) }
    while let (next, keepsNames) = waiting.popLast() {
      switch next.content {
      case .array(let elements): waiting += elements.reversed().map { ($0, keepsNames) }
      case .object(let members):
        let isFact = EditorTree.isFact(next)
        waiting += members.reversed().map { ($0.value, keepsNames || isFact) }
      case .string:
        if let text = line(next), keepsNames || text.contains(" ") {
          document.fields.append(Field(.other, text, key: key, place: source.place(next.range)))
        }
      case .number, .bool, .null: break
      }
    }
  }

  /// Takes what the members that a reader does not use say about rights, and keeps the text of the others, except those
  /// that classify the item.
  ///
  /// - Parameter isKnown: whether a key, in lower case, is read by name.
  mutating func keepRest(except isKnown: (String) -> Bool) {
    for member in object.members {
      let name = member.key.lowercased()
      guard !isKnown(name), !Self.sorting.contains(name) else { continue }
      if let kind = RightsKeys.kinds[StoryKeys.normal(name)] {
        state(kind, member.value, key: member.key)
      } else if !takeStatements(member.key, member.value) {
        keepWords(of: member.value, key: member.key)
      }
    }
  }

  /// Keys under which wires list an item's subjects and recipients.
  private static let sorting: Set<String> = [
    "subject", "subjects", "organisation", "organisations", "person", "persons", "people", "place", "places",
    "event", "events", "audience", "audiences", "category", "categories", "products", "renditions", "links",
    "version_history", "poi", "desks", "scopes", "rubrics", "genres",
  ]

  /// Takes a site's own field, which may be a text, a group or a list, by the words in its key; returns whether they
  /// reveal its purpose.
  mutating func takeOwn(_ member: JSONValue.Member) -> Bool {
    takeMeta(member.key, member.value) || takeStatements(member.key, member.value)
  }

  /// Takes a site's own text, or an embargo in any form, by the words in its key; returns whether they reveal its purpose.
  mutating func takeMeta(_ key: String, _ value: JSONValue) -> Bool {
    guard let text = plain(value) else {
      guard !value.isNull, MetaKey(key, text: "") == .embargo else { return false }
      takeEmbargo(value, key: key)
      return true
    }
    guard let kind = MetaKey(key, text: text) else { return false }
    switch kind {
    case .field(let name): field(name, value, key: key)
    case .url(let name): url(name, value, key: key)
    case .rights(let kind): rights(kind, value, key: key)
    case .embargo: time(.embargo, value, key: key)
    case .original: document.links.append(ItemLink(.translates, id: text))
    case .media(let kind): stateMedia(kind, value, key: key)
    }
    return true
  }

  /// Takes a list or an object under a site's own key that names rights or an embargo; returns whether the key does.
  ///
  /// The name in an object that is a credit is taken, too, but other members of it may be copy.
  mutating func takeStatements(_ key: String, _ value: JSONValue) -> Bool {
    guard value.elements.contains(where: { $0.isString || !$0.members.isEmpty }), !value.isString else {
      return false
    }
    let purpose = MetaKey(key, text: "")
    switch purpose {
    case .rights where RightsKeys.kinds[StoryKeys.normal(key)] == nil && !KeyWords(key).isOfRights:
      return false
    case .rights, .embargo, .media: break
    case .field(.credit):
      takeNames(.credit, value, key: key)
      return false
    case nil where KeyWords(key).isOfRights: break
    case .field, .url, .original, nil: return false
    }
    take(value, key: key, as: purpose, meaning: key)
    return true
  }

  /// Takes an object or a list for a purpose; for none, what its members say about rights by their own keys.
  ///
  /// - Parameters:
  ///   - key: the key that is told.
  ///   - meaning: the site's own key.
  mutating func take(_ value: JSONValue, key: String, as purpose: MetaKey?, meaning: String) {
    let holdsObjects = value.elements.contains { !$0.members.isEmpty }
    switch purpose {
    // Settings of a plugin about notices are lists of words.
    case .rights where !holdsObjects && RightsKeys.kinds[StoryKeys.normal(meaning)] == nil:
      keepWords(of: value, key: key)
    case .rights(let kind): state(kind, value, key: key)
    case .embargo: takeEmbargo(value, key: key, as: meaning)
    case .media: takeMedia(value, name: meaning, medium: .picture)
    case .field(let use): takeNames(use, value, key: key)
    case .url, .original: keepWords(of: value, key: key)
    case nil where KeyWords(meaning).isOfRights && holdsObjects:
      RightsObject.read(value, key: key, kind: nil, into: &self)
    case nil: takeEmbargoes(of: value, key: meaning)
    }
  }

  /// Takes what stands under a key that names rights: texts, objects that state them, and expressions as written.
  mutating func state(_ kind: RightsField.Kind, _ value: JSONValue, key: String) {
    let holdsObjects = value.elements.contains { !$0.members.isEmpty }
    switch kind {
    case .expression where holdsObjects, .dataMining where holdsObjects:
      let text = oneLine(String(decoding: source.bytes[value.range], as: UTF8.self))
      document.rights.append(RightsField(kind, text, key: key, range: source.place(value.range)))
    case _ where holdsObjects && kind != .credit:
      RightsObject.read(value, key: key, kind: kind == .link ? .terms : kind, into: &self)
    default:
      if value.isString, kind.holdsMarkup, let text = plain(value) {
        document.rights.append(RightsField(kind, text, key: key, range: source.place(value.range)))
        return
      }
      // A number is a foreign key, and names nobody.
      if case .number = value.content, kind == .credit || kind == .holder { return }
      for found in texts(value) {
        document.rights.append(
          RightsField(
            kind.stating(found.text), found.text, key: key, language: found.language, range: found.place))
      }
    }
  }

  /// Takes a field that withdraws the item or holds it back: `killed: true`, `story_status: "withheld"`.
  ///
  /// - Parameter isOne: whether the number 1 is a flag, as it is where a system stores all fields as texts.
  mutating func takeHold(_ key: String, _ value: JSONValue, isOne: Bool = false) -> Bool {
    let word: String?
    if case .bool(let isSet) = value.content { word = "\(isSet)" } else { word = plain(value) }
    guard let status = word.flatMap({ StatusWords.held(key, $0, isOne: isOne) }) else { return false }
    document.setStatus(status)
    return true
  }

  /// Takes what is said of a picture under a key of its own: `image_copyright`.
  private mutating func stateMedia(_ kind: RightsField.Kind, _ value: JSONValue, key: String) {
    for found in texts(value) {
      document.rights.append(
        RightsField(
          kind, found.text, key: key, language: found.language, scope: key, medium: .picture,
          range: found.place))
    }
  }
}
