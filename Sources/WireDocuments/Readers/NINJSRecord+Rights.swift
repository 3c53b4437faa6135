import WireText
import WireTrees

/// What an object says about its rights, and what customers add to it.
extension NINJSRecord {
  /// Takes statements of rights, some of which have one text per language.
  mutating func takeRights(_ kind: RightsField.Kind, _ value: JSONValue, of name: String) {
    if value.byLanguage == nil, value.elements.contains(where: { !$0.members.isEmpty }) {
      return withItem(value) { $0.state(kind, value, key: name) }
    }
    let whole: [(JSONValue, String?)] = [(value, nil)]
    for (text, language) in value.byLanguage?.map({ ($0.value, $0.key) }) ?? whole {
      for (said, place) in identifiers(text, of: name) {
        let line = kind.line(said)
        result.rights.append(
          RightsField(kind.stating(line), line, key: name, language: language, range: place))
      }
    }
  }

  /// Takes `rightsinfo`, from version 1.4: a machine-readable expression, in the file or elsewhere.
  mutating func takeRightsInfo(_ value: JSONValue) {
    guard case .object(let members) = value.content else {
      for text in texts(value, of: "rightsinfo") {
        result.rights.append(RightsField(.expression, text.0, key: "rightsinfo", range: text.1))
      }
      return
    }
    let language = source.line(value.member("langid"))
    for member in members {
      let name = member.key.lowercased()
      let kind: RightsField.Kind
      switch name {
      case "encodedrights": kind = .expression
      case "linkedrights": kind = .link
      case "langid": continue
      default: kind = .terms
      }
      let text =
        source.line(member.value) ?? String(decoding: source.bytes[member.value.range], as: UTF8.self)
      guard !text.isEmpty else { continue }
      result.rights.append(
        RightsField(
          kind, text, key: "rightsinfo/\(name)", scope: language.map { "language \($0)" },
          range: source.place(member.value.range)))
    }
  }

  /// Takes a field that a customer of Superdesk added.
  mutating func takeExtra(_ key: String, _ value: JSONValue) {
    if takeObject(key, value) { return }
    guard case .string = value.content, let text = texts(value, of: key).first else { return }
    let path = "extra/\(key)"
    switch MetaKey(key, text: text.0) {
    case .rights(let kind): result.rights.append(RightsField(kind, text.0, key: path, range: text.1))
    case .field(let name): result.fields.append(Field(name, text.0, key: path, place: text.1))
    case .url(let name): result.urls.append(Field(name, text.0, key: path, place: text.1))
    case .embargo: takeTime(.embargo, value, of: path)
    case .original: result.links.append(ItemLink(.translates, id: text.0))
    case .media(let kind):
      result.rights.append(
        RightsField(kind, text.0, key: path, scope: key, medium: .picture, range: text.1))
    case nil: result.fields.append(Field(.other, text.0, key: path, place: text.1))
    }
  }

  /// Takes an object or a list under a key of an agency's own that names rights or an embargo; returns whether it does.
  mutating func takeObject(_ key: String, _ value: JSONValue) -> Bool {
    var isTaken = false
    withItem(value) { isTaken = $0.takeStatements(key, value) }
    return isTaken
  }

  /// Reads a value as other formats in JSON do, into the same document.
  private mutating func withItem(_ value: JSONValue, _ read: (inout JSONItem) -> Void) {
    var item = JSONItem(source: source, object: value, root: value, limits: limits, document: result)
    // Given up for the moment: else what is added would copy it.
    result = Document(origin: item.document.origin)
    read(&item)
    source = item.source
    result = item.document
  }
}
