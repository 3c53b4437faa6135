import WireText
import WireTrees

/// A JSON object during its conversion to a document: stores values and their file ranges in the right fields.
struct JSONItem {
  /// The JSON source, and repairs made to it.
  var source: JSONSource
  /// The item's object.
  let object: JSONValue
  /// The top-level value that contains it.
  let root: JSONValue
  let limits: Limits
  var document: Document
  /// What stands beside an embargo in the record, if the object does not hold it.
  var record: [(key: String, node: JSONValue)]?

  /// The most problems that are reported for one item.
  static let maximumProblems = 50

  /// The value at the end of a path of keys, in lower case; nil if there is none or it is null.
  func value(_ path: String...) -> JSONValue? {
    var value: JSONValue? = object
    for key in path { value = value?.member(key) }
    return value
  }

  /// A scalar as one line, with tags removed and references decoded; nil if it is empty.
  mutating func line(_ value: JSONValue?) -> String? {
    guard let text = source.line(value).map(HTMLText.line), !text.isEmpty else { return nil }
    return text
  }

  /// A scalar as one line, as written.
  mutating func plain(_ value: JSONValue?) -> String? { source.line(value) }

  /// The texts of a value: a scalar, each scalar of a list, and of an object the first of some members, or one text
  /// per language.
  mutating func texts(
    _ value: JSONValue?, of keys: [String] = ["name", "value", "text", "rendered"]
  ) -> [(text: String, place: FileRange?, language: String?)] {
    var all: [(String, FileRange?, String?)] = []
    for element in value?.elements ?? [] {
      var scalars: [(value: JSONValue, language: String?)] = [(element, nil)]
      if case .object = element.content {
        scalars =
          keys.lazy.compactMap { element.member($0) }.first.map { [($0, nil)] }
          ?? element.byLanguage?.map { ($0.value, $0.key) } ?? []
      }
      for scalar in scalars {
        guard let text = line(scalar.value) else { continue }
        all.append((text, source.place(scalar.value.range), scalar.language))
      }
    }
    return all
  }

  /// Adds the texts of a value as fields.
  mutating func field(
    _ name: Field.Name, _ value: JSONValue?, key: String,
    of keys: [String] = ["name", "value", "text", "rendered"]
  ) {
    for found in texts(value, of: keys) {
      document.fields.append(Field(name, found.text, key: key, place: found.place))
    }
  }

  /// Adds the texts of a value as addresses.
  mutating func url(_ name: Field.Name, _ value: JSONValue?, key: String) {
    for element in value?.elements ?? [] {
      guard let text = plain(element) else { continue }
      document.urls.append(Field(name, text, key: key, place: source.place(element.range)))
    }
  }

  /// Adds the texts of a value as statements of rights.
  mutating func rights(
    _ kind: RightsField.Kind, _ value: JSONValue?, key: String, place: RightsField.Place = .field,
    of keys: [String] = ["name", "value", "text", "rendered"]
  ) {
    for found in texts(value, of: keys) {
      document.rights.append(
        RightsField(kind, found.text, place: place, key: key, language: found.language, range: found.place))
    }
  }

  /// Adds a time; one that cannot be parsed is reported as a problem, too.
  ///
  /// - Parameter zone: the time zone to append to a text without one, if the format defines it.
  mutating func time(_ role: TimeField.Role, _ value: JSONValue?, key: String, zone: String = "") {
    guard let value else { return }
    if role == .embargo { return takeEmbargo(value, key: key, zone: zone) }
    guard let raw = plain(value), !TimeField.isNone(raw) else { return }
    let time = TimeField(role, raw: raw, instant: Instant(field: raw) ?? Instant(field: raw + zone))
    document.times.append(time)
    if time.isUnreadable { report(.unreadableTime(named: "`\(key)`"), value) }
  }

  /// Sets the status from a word; does nothing if it is empty.
  mutating func status(_ value: JSONValue?) {
    guard let word = plain(value) else { return }
    document.setStatus(word)
  }

  /// Adds a problem with the line of a value; beyond the limit, one problem says that there are more.
  mutating func report(_ code: String, _ message: String, _ value: JSONValue, losesText: Bool = false) {
    let count = document.problems.count
    if count < Self.maximumProblems {
      let line = source.line(of: value.range.lowerBound)
      document.problems.append(Problem(code, message, line: line, losesText: losesText))
    } else if count == Self.maximumProblems {
      document.problems.append(Problem("many-problems", "further problems are not listed", losesText: true))
    }
  }

  /// Adds a problem, by the same rules.
  mutating func report(_ problem: Problem, _ value: JSONValue) {
    report(problem.code, problem.message, value, losesText: problem.losesText)
  }

  /// Reports how many parts of the text are referenced but missing from the file; such an item is a story.
  mutating func reportAbsent(_ count: Int, _ parts: String) {
    guard count > 0 else { return }
    document.type = .text
    document.problems.removeAll { $0.code == "no-text" }
    report(
      "body-remote", "\(count) \(parts) are not in the file: ask for them with `include`", object,
      losesText: true)
  }

  /// Reports duplicate keys; a second statement of rights must not be missed.
  mutating func reportDuplicates() {
    var seen: Set<String> = []
    for member in object.members where !seen.insert(member.key.lowercased()).inserted {
      report("duplicate-key", "a key stands twice in one object", member.value, losesText: true)
    }
  }

  /// The paragraphs of a string that holds HTML, or plain text if `isHTML` is false; empty for other values, which are
  /// reported unless they are null.
  mutating func text(_ value: JSONValue?, isHTML: Bool = true) -> BodyText {
    guard let value, !value.isNull else { return BodyText() }
    guard case .string(let string) = value.content else {
      report("unexpected-type", "a body is no text", value, losesText: true)
      return BodyText()
    }
    let (utf8, map) = source.decode(string)
    guard isHTML else { return BodyText(plain: utf8, map: map, limits: limits) }
    return html(utf8, map: map)
  }

  /// The paragraphs of HTML whose map leads to the file.
  mutating func html(_ utf8: [UInt8], map: SourceMap) -> BodyText {
    let read = HTMLText.read(utf8, map: map, limits: limits)
    document.problems += read.problems
    document.rights += read.rights
    return read.body
  }

  /// The paragraphs of a string that holds Markdown.
  mutating func markdown(_ string: JSONString) -> BodyText {
    let (utf8, map) = source.decode(string)
    let read = MarkdownText.read(utf8, map: map, limits: limits)
    document.problems += read.problems
    return read.body
  }

  /// Reads JSON in a string of this JSON; if the string is not JSON, reports a problem and returns nil.
  mutating func inner<Result>(
    _ value: JSONValue, _ string: JSONString, _ read: (inout JSONItem, JSONValue) -> Result
  ) -> Result? {
    let (utf8, map) = source.decode(string)
    do {
      let tree = try JSONValue.parse(utf8, maximumDepth: limits.depth, maximumEvents: limits.nodes)
      let outer = source
      source = JSONSource(utf8, map: map)
      defer {
        document.problems += source.takeProblems()
        source = outer
      }
      return read(&self, tree)
    } catch {
      report("inner-json", "a field should hold JSON and does not: \(error.message)", value, losesText: true)
      return nil
    }
  }

  /// An object within this one, as the item of a document of its own.
  func inside(_ object: JSONValue) -> JSONItem {
    JSONItem(
      source: source, object: object, root: root, limits: limits, document: Document(origin: document.origin))
  }

  /// The document, including the problems of repairs while it was read.
  mutating func finished() -> Document {
    document.problems += source.takeProblems()
    return document
  }
}
