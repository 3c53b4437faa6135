import WireText
import WireTrees

/// One line of JSON Lines during its conversion to a document.
struct JSONLinesRecord {
  /// A JSON string with the top-level key that contains it.
  private typealias Named = (key: String, string: JSONString)

  private let bytes: [UInt8]
  private let range: Range<Int>
  private let offset: Int
  private let line: Int
  private let limits: Limits
  private var result: Document
  private var seen: Set<String> = []
  private var repairs = JSONString.Repairs()
  /// What stands under text keys: strings and editors' trees, in order.
  private var texts: [String: [JSONValue]] = [:]
  /// The text keys, in order; empty if the line has none.
  private var textKeys: [String] = []
  /// The objects that are fields, in order.
  private var objects: [(key: String, value: JSONValue)] = []
  /// The objects under unknown keys that may hold an embargo.
  private var groups: [(key: String, value: JSONValue)] = []
  /// The strings under unknown keys.
  private var unread: [Named] = []
  /// The fewest bytes of a string that may be the story and not just a label.
  private static let storyBytes = 100
  /// The most strings under unknown keys that are kept as fields.
  private static let maximumUnread = 100

  init(bytes: [UInt8], range: Range<Int>, offset: Int, line: Int, origin: Origin, limits: Limits) {
    self.bytes = bytes
    self.range = range
    self.offset = offset
    self.line = line
    self.limits = limits
    self.result = Document(origin: origin)
  }

  mutating func document() -> Document {
    let origin = result.origin
    do {
      try read()
      readBodies()
      keepUnread()
      report()
    } catch {
      let problem = Problem(
        "bad-line", "a line is not read: \(error.message) (column \(error.column))", line: line,
        losesText: true)
      result = Document(origin: origin, lost: problem)
    }
    return result
  }

  private mutating func read() throws(JSONFault) {
    var reader = JSONReader(bytes, range: range, maximumDepth: limits.depth)
    guard try reader.next() == .beginObject else {
      throw JSONFault(
        "not-json", "a line must be an object", at: range.lowerBound, in: bytes, from: range.lowerBound)
    }
    while case .key(let key) = try reader.next() {
      let name = key.text(in: bytes).lowercased()
      if !seen.insert(name).inserted {
        result.problems.append(
          Problem("duplicate-key", "a key stands twice in one object", line: line, losesText: name == "text"))
      }
      // A longer key has no meaning, and is judged for each text under it.
      try readValue(of: String(name.prefix(MetaKey.longestKey)), from: &reader)
    }
    while try reader.next() != .end {}
  }

  /// Takes strings, numbers and lists of strings; nested strings are text under a text key, and otherwise fields.
  private mutating func readValue(of name: String, from reader: inout JSONReader) throws(JSONFault) {
    let event = try reader.next()
    if case .string = event {
    } else if JSONLinesField.statesEmbargo(name) {
      return objects.append((name, try JSONValue.read(event, from: &reader)))
    }
    switch event {
    case .string(let string): take(name, string)
    case .number(let range): takeNumber(name, range)
    case .beginArray, .beginObject:
      if JSONLinesField.holdsText(name) {
        return takeText(name, try JSONValue.read(event, from: &reader).elements)
      }
      if JSONLinesField.readsObject(name) {
        return takeObject(name, try JSONValue.read(event, from: &reader))
      }
      let level = reader.depth
      let start = reader.at - 1
      let isArray = event == .beginArray
      var namesEmbargo = false
      while reader.depth >= level {
        switch try reader.next() {
        case .key(let key): namesEmbargo = namesEmbargo || isEmbargo(key)
        case .string(let string):
          if isArray && reader.depth == level { take(name, string) } else { leave(name, string) }
        default: break
        }
      }
      if namesEmbargo || JSONLinesField.isRecord(name) { noteGroup(name, start..<reader.at) }
    case .bool(let isSet): JSONLinesField.putFlag(isSet, name: name, into: &result)
    default: break
    }
  }

  private func isEmbargo(_ key: JSONString) -> Bool {
    // Most keys are spared the decoding.
    bytes[key.range].contains(UInt8(ascii: "b"))
      && MetaKey(String(key.text(in: bytes).prefix(MetaKey.longestKey)), text: "") == .embargo
  }

  /// Notes an object that groups a site's own fields, or holds an embargo.
  private mutating func noteGroup(_ name: String, _ range: Range<Int>) {
    var reader = JSONReader(bytes, range: range, maximumDepth: limits.depth)
    guard let event = try? reader.next(), let value = try? JSONValue.read(event, from: &reader) else {
      return
    }
    if JSONLinesField.isRecord(name) { objects.append((name, value)) } else { groups.append((name, value)) }
  }

  /// Takes what stands under a text key.
  private mutating func takeText(_ name: String, _ values: [JSONValue]) {
    guard !values.isEmpty else { return }
    if texts[name] == nil { textKeys.append(name) }
    texts[name, default: []] += values
  }

  /// Takes a list of texts, or what is read later: an object, or a list of objects.
  private mutating func takeObject(_ name: String, _ value: JSONValue) {
    guard value.elements.allSatisfy(\.isString) else { return objects.append((name, value)) }
    for case .string(let string) in value.elements.map(\.content) { take(name, string) }
  }

  /// Whether a string has several words.
  private func isProse(_ string: JSONString) -> Bool { bytes[string.range].contains(0x20) }

  private mutating func takeNumber(_ name: String, _ range: Range<Int>) {
    let text = String(decoding: bytes[range], as: UTF8.self)
    let place = FileRange(offset + range.lowerBound, offset + range.upperBound)
    JSONLinesField.putNumber(text, name: name, place: place, into: &result)
  }

  private mutating func take(_ name: String, _ string: JSONString) {
    if JSONLinesField.holdsText(name) {
      return takeText(name, [JSONValue(content: .string(string), range: string.range)])
    }
    let place = FileRange(offset + string.range.lowerBound, offset + string.range.upperBound)
    guard JSONLinesField.isKnown(name) else { return takeOwn(name, string) }
    if JSONLinesField.statesEmbargo(name) {
      return objects.append((name, JSONValue(content: .string(string), range: string.range)))
    }
    JSONLinesField.put(string.text(in: bytes), name: name, place: place, into: &result)
  }

  /// Takes a text under a site's own key: an embargo, or what is kept as it is.
  private mutating func takeOwn(_ name: String, _ string: JSONString) {
    let text = oneLine(string.text(in: bytes))
    let value = JSONValue(content: .string(string), range: string.range)
    if StatusWords.withdraws(name, text) { result.setStatus(Status(.canceled, raw: "\(name): \(text)")) }
    guard MetaKey(name, text: text) == .embargo else { return leave(name, string) }
    if CivilTime(field: text) != nil || KeyWords(name).statesEmbargo {
      return objects.append((name, value))
    }
    leave(name, string)
    if KeyWords(name).remarksOnEmbargo { return }
    result.problems.append(.unreadableTime(named: "`\(name.prefix(40))`", line: line))
  }

  private mutating func leave(_ name: String, _ string: JSONString) { unread.append((name, string)) }

  /// Reads the text under `text`, otherwise under the first text key that has any; further text under other keys is
  /// attached.
  private mutating func readBodies() {
    let source = JSONSource(window: bytes, at: offset, itemAt: range.lowerBound, line: line)
    let root = JSONValue(content: .null, range: range)
    var item = JSONItem(source: source, object: root, root: root, limits: limits, document: result)
    let named = unread.filter { MetaKey($0.key, text: "") == .embargo }
    item.record =
      objects.map { ($0.key, $0.value) }
      + named.map { ($0.key, JSONValue(content: .string($0.string), range: $0.string.range)) }
    // Given up for the moment: else what is added would copy it.
    result = Document(origin: result.origin)
    for object in objects { JSONLinesField.read(object.value, name: object.key, into: &item) }
    let isPlain = texts["text"]?.contains { !$0.range.isEmpty } ?? false
    for group in groups { item.takeEmbargoes(of: group.value, key: group.key) }
    var further = AlternativeTexts()
    for key in isPlain ? ["text"] + textKeys.filter({ $0 != "text" }) : textKeys {
      let body = body(of: texts[key] ?? [], isPlain: key == "text", &item)
      guard !body.isEmpty else { continue }
      if item.document.body.isEmpty {
        item.document.body = body
      } else {
        further.attach(body, name: key, to: &item.document, limits: limits)
      }
    }
    result = item.finished()
  }

  /// The values under a key as a text: strings, and the nodes of an editor's tree.
  private mutating func body(of values: [JSONValue], isPlain: Bool, _ item: inout JSONItem) -> BodyText {
    var body = BodyText()
    var rest = values[...]
    while let isText = rest.first?.isString {
      let run = rest.prefix { $0.isString == isText }
      rest = rest[run.endIndex...]
      if isText {
        body.append(contentsOf: text(of: run, isPlain: isPlain, &item), limits: limits)
      } else {
        let tree = JSONValue(content: .array(Array(run)), range: range)
        body.append(contentsOf: EditorTree.read(tree, of: &item), limits: limits)
      }
    }
    return body
  }

  /// Strings as a text, each one or more paragraphs: HTML or plain.
  private mutating func text(
    of strings: ArraySlice<JSONValue>, isPlain: Bool, _ item: inout JSONItem
  ) -> BodyText {
    var text: [UInt8] = []
    var map = SourceMap()
    for case .string(let string) in strings.lazy.map(\.content) {
      if !text.isEmpty { text.append(0x0A) }
      let made = string.decode(from: bytes, at: offset, into: &text, map: &map)
      repairs.loneSurrogates += made.loneSurrogates
      repairs.invalidBytes += made.invalidBytes
    }
    if !isPlain, strings.count == 1, let tree = packedTree(in: strings, &item) { return tree }
    guard !isPlain, NewsMLG2Body.holdsHTML(text) else {
      return BodyText(plain: text, map: map, limits: limits)
    }
    return item.html(text, map: map)
  }

  /// The text of an editor's tree that is stored as a string; nil if the string is none.
  private func packedTree(in strings: ArraySlice<JSONValue>, _ item: inout JSONItem) -> BodyText? {
    guard let value = strings.first, case .string(let string) = value.content,
      let opening = bytes[string.range].first(where: { $0 > 0x20 }), "[{".utf8.contains(opening)
    else { return nil }
    let problems = item.document.problems.count
    let body = item.inner(value, string) { EditorTree.isTree($1) ? EditorTree.read($1, of: &$0) : BodyText() }
    if let body, !body.isEmpty { return body }
    // What is no tree is read as it is, so that nothing is lost.
    item.document.problems.removeSubrange(problems...)
    return nil
  }

  /// Keeps text under unknown keys as fields, so that it is not lost.
  private mutating func keepUnread() {
    let known = Set(result.fields.map(\.text) + result.rights.map(\.text))
    for (key, string) in unread.filter({ isProse($0.string) }).prefix(Self.maximumUnread) {
      let text = oneLine(string.text(in: bytes))
      // What stands in a group is read by its own name, too.
      if JSONLinesField.isRecord(key), known.contains(text) { continue }
      let place = FileRange(offset + string.range.lowerBound, offset + string.range.upperBound)
      result.fields.append(Field(.other, text, key: key, place: place))
    }
  }

  /// Reports what was repaired and what is missing.
  private mutating func report() {
    if repairs.loneSurrogates > 0 {
      result.problems.append(
        Problem("lone-surrogate", "\(repairs.loneSurrogates) halves of characters were replaced", line: line))
    }
    if repairs.invalidBytes > 0 {
      result.problems.append(
        Problem(
          "bytes-replaced", "\(repairs.invalidBytes) bytes are not UTF-8 and were replaced", line: line,
          losesText: true))
    }
    if unread.count > Self.maximumUnread {
      result.problems.append(
        Problem(
          "unread-keys", "\(unread.count) texts stand under keys that are not read", line: line,
          losesText: true))
    }
    guard textKeys.isEmpty || result.body.isEmpty else { return }
    let longest = unread.max { $0.string.range.count < $1.string.range.count }
    guard let longest, longest.string.range.count >= Self.storyBytes else {
      let isEmptyText = texts.values.contains { $0.contains(where: \.isString) }
      if !isEmptyText {
        result.problems.append(Problem("no-text", "the object has no `text`", line: line))
      }
      return
    }
    let key = String(longest.key.prefix(40))
    result.problems.append(
      Problem(
        "no-text",
        "the object has no `text`; what stands under `\(key)` is not read: name the key in a mapping file",
        line: line, losesText: true))
  }
}
