import WireText
import WireTrees

/// One ninjs object during its conversion to a document.
struct NINJSRecord {
  /// The JSON source, and repairs made to it.
  var source: JSONSource
  let limits: Limits
  /// The document as read so far.
  var result: Document
  /// Whether the object is associated with another one.
  let isInner: Bool

  /// The most problems that are reported for an object.
  static let maximumProblems = 50

  /// A record for one object.
  init(source: JSONSource, origin: Origin, limits: Limits, isInner: Bool = false) {
    self.source = source
    self.limits = limits
    self.isInner = isInner
    self.result = Document(origin: origin)
  }

  /// Reads the document that an object describes.
  mutating func document(of object: JSONValue) -> Document {
    if !isInner { source.startItem(at: object.range.lowerBound) }
    var seen: Set<String> = []
    for member in object.members {
      let name = member.key.lowercased()
      if !seen.insert(name).inserted {
        report("duplicate-key", "a key stands twice in one object", member.value)
      }
      take(name, member.value)
    }
    var bodies = NINJSBodies(source: source, limits: limits)
    bodies.read(object, into: &result)
    source = bodies.source
    takeAssociations(of: object)
    chooseHeadline(of: object)
    takeType(object)
    if result.body.isEmpty, result.type == .text || result.type == .package {
      result.problems.append(Problem("no-text", "the object has no body"))
    }
    result.problems += source.takeProblems()
    return result
  }

  /// Adds a problem with the line of a value; beyond the limit, one problem says that there are more.
  mutating func report(_ code: String, _ message: String, _ value: JSONValue, losesText: Bool = false) {
    let count = result.problems.count
    if count < Self.maximumProblems {
      let line = source.line(of: value.range.lowerBound)
      result.problems.append(Problem(code, message, line: line, losesText: losesText))
    } else if count == Self.maximumProblems {
      result.problems.append(Problem("many-problems", "further problems are not listed", losesText: true))
    }
  }

  private mutating func take(_ name: String, _ value: JSONValue) {
    guard !value.isNull else { return }
    checkNumber(value)
    if let field = Self.fields[name] ?? (name.hasPrefix("description_") ? .summary : nil) {
      for text in texts(value, of: name) {
        result.fields.append(Field(field, text.0, key: name, place: text.1))
      }
    } else if let kind = Self.rights[StoryKeys.normal(name)] {
      takeRights(kind, value, of: name)
    } else if let role = Self.times[name] {
      takeTime(role, value, of: name)
    } else {
      takeOther(name, value)
    }
  }

  private mutating func takeOther(_ name: String, _ value: JSONValue) {
    switch name {
    case "uri": result.id = identifiers(value, of: name).first?.0 ?? result.id
    case "guid", "_id": result.id = result.id ?? identifiers(value, of: name).first?.0
    case "altids": takeOtherIdentifiers(value)
    case "version": result.version = identifiers(value, of: name).first?.0 ?? result.version
    case "language": result.language = texts(value, of: name).first?.0 ?? result.language
    case "pubstatus":
      if let raw = texts(value, of: name).first?.0 {
        result.setStatus(raw)
      }
    case "evolvedfrom":
      for text in identifiers(value, of: name) { result.links.append(ItemLink(.evolvedFrom, id: text.0)) }
    case "replacing":
      for text in identifiers(value, of: name) { result.links.append(ItemLink(.replaces, id: text.0)) }
    case "url", "link", "canonicalurl", "permalink":
      for text in identifiers(value, of: name) {
        result.urls.append(Field(.permalink, text.0, key: name, place: text.1))
      }
    case "rightsinfo": for element in value.elements { takeRightsInfo(element) }
    case "infosources", "infosource": for element in value.elements { takeSource(element) }
    // Superdesk's own form has the time of the embargo once more, in UTC.
    case "schedule_settings":
      if let end = value.member("utc_embargo"), !end.isNull { takeTime(.embargo, end, of: "utc_embargo") }
    case "extra": for member in value.members { takeExtra(member.key, member.value) }
    case "standard", "$standard":
      result.origin.dialect = source.line(value.member("version")) ?? result.origin.dialect
    default: takeUnknown(name, value)
    }
  }

  /// Keeps an agency's own additions to ninjs: text becomes a field, a standfirst the field for it.
  private mutating func takeUnknown(_ name: String, _ value: JSONValue) {
    if ["headline", "body"].contains(where: name.hasPrefix) { return }
    guard value.elements.allSatisfy(\.isString) else {
      if KeyWords(name).isOfRights { _ = takeObject(name, value) }
      return
    }
    let field = StoryKeys.fields[StoryKeys.normal(name)] ?? .other
    for text in texts(value, of: name) where field != .other || text.0.contains(" ") {
      result.fields.append(Field(field, text.0, key: name, place: text.1))
    }
  }

  /// Takes identifiers in other systems: a list of objects with a role and a value each, or a single object with all
  /// of them.
  private mutating func takeOtherIdentifiers(_ value: JSONValue) {
    for element in value.elements {
      let ids = element.member("value").map { [$0] } ?? element.members.map(\.value)
      for id in ids {
        guard let text = source.line(id) else { continue }
        result.fields.append(Field(.identifier, text, key: "altids", place: source.place(id.range)))
      }
    }
  }

  /// The text of a string or of an array's strings, without markup; for objects their value or name.
  mutating func texts(_ value: JSONValue, of name: String) -> [(String, FileRange?)] {
    identifiers(value, of: name).map { (HTMLText.line($0.0), $0.1) }
  }

  /// The same texts as written: identifiers and addresses contain no markup, even if they seem to.
  mutating func identifiers(_ value: JSONValue, of name: String) -> [(String, FileRange?)] {
    var all: [(String, FileRange?)] = []
    for element in value.elements {
      var scalar: JSONValue? = element
      if case .object = element.content {
        scalar = ["value", "name", "text", "body", "byline"].lazy.compactMap { element.member($0) }.first
      }
      if let scalar, case .string = scalar.content {} else { reportType(of: name, element) }
      checkNumber(element)
      guard let text = source.line(scalar) else { continue }
      all.append((text, scalar.flatMap { source.place($0.range) }))
    }
    return all
  }

  /// Reports a field whose type differs from that in ninjs.
  private mutating func reportType(of name: String, _ value: JSONValue) {
    if name == "version", case .number = value.content { return }
    report("unexpected-type", "`\(name)` holds a value that is no text", value)
  }

  private mutating func checkNumber(_ value: JSONValue) {
    guard case .number = value.content, value.range.count > 400 else { return }
    report("huge-number", "a number has \(value.range.count) characters", value)
  }

  mutating func takeTime(_ role: TimeField.Role, _ value: JSONValue, of name: String) {
    switch value.content {
    case .string, .number: break
    default: reportType(of: name, value)
    }
    for other in role == .embargo ? value.elements.dropFirst() : [] { takeTime(role, other, of: name) }
    let raw = source.line(value.elements.first) ?? ""
    if role == .embargo, EmbargoParts.denies(raw) { return }
    result.add(
      TimeField(role, reading: raw), named: "`\(name)`", line: source.line(of: value.range.lowerBound))
  }

  private mutating func takeSource(_ value: JSONValue) {
    guard let name = value.member("name") ?? value.member("literal"), let text = source.line(name) else {
      return
    }
    let role = source.line(value.member("role"))?.lowercased() ?? ""
    let field: Field.Name = role.contains("provider") ? .provider : .source
    let place = source.place(name.range)
    result.fields.append(Field(field, text, key: "infosources", place: place))
  }

  /// Chooses the headline with the main role, otherwise the first.
  private mutating func chooseHeadline(of object: JSONValue) {
    var found: [(role: String, text: String, value: JSONValue)] = []
    for member in object.members {
      let name = member.key.lowercased()
      guard name == "headline" || name == "headlines" || name.hasPrefix("headline_") else { continue }
      let role = name.hasPrefix("headline_") ? String(name.dropFirst(9)) : ""
      for element in member.value.elements {
        let inner = element.member("value") ?? element
        guard let text = source.line(inner) else {
          if !element.isNull { reportType(of: name, element) }
          continue
        }
        found.append((source.line(element.member("role"))?.lowercased() ?? role, HTMLText.line(text), inner))
      }
    }
    let main = found.firstIndex { $0.role.isEmpty } ?? found.firstIndex { $0.role.contains("main") } ?? 0
    for (index, headline) in found.enumerated() {
      if index == main {
        result.headline = headline.text
      } else {
        let place = source.place(headline.value.range)
        result.fields.append(Field(.title, headline.text, key: "headlines", place: place))
      }
    }
  }

  private mutating func takeType(_ object: JSONValue) {
    result.type = Self.type(of: object, &source) ?? result.type
  }

  /// The item type that an object states; nil if it states none.
  static func type(of object: JSONValue, _ source: inout JSONSource) -> ItemType? {
    guard let type = source.line(object.member("type"))?.lowercased() else { return nil }
    let word = type.split { $0 == ":" || $0 == "/" }.last.map(String.init) ?? type
    return types[word] ?? .other
  }

  private static let types: [String: ItemType] = [
    "text": .text, "composite": .package, "package": .package, "picture": .picture, "photo": .picture,
    "image": .picture, "video": .video, "audio": .audio, "graphic": .graphic,
  ]
  /// The names that ninjs and its dialects alone have, or that hold objects in it.
  private static let fields = StoryKeys.fields.filter { objects.contains($0.key) }.merging([
    "located": .dateline, "embargoedreason": .editorsNote, "title": .title, "titles": .title,
    "descriptions": .summary, "genre": .other, "genres": .other, "source-feed": .channel,
    "annotations": .other,
  ]) { $1 }
  private static let objects: Set<String> = [
    "byline", "bylines", "by", "source", "creditline", "credit", "dateline", "provider", "slugline", "slug",
    "ednote", "subheadline", "subheadlines", "subhead", "abstract", "summary", "authors", "keywords",
  ]
  private static let rights = RightsKeys.kinds.merging(["specialinstructions": .terms]) { $1 }
  private static let times: [String: TimeField.Role] = [
    "versioncreated": .updated, "firstcreated": .created, "contentcreated": .created, "embargoed": .embargo,
    "embargo": .embargo,
    "expires": .expiry, "firstpublished": .published, "published": .published,
  ]
}
