import WireText
import WireTrees

/// The names of an input's records by identifier, for resolving references, including those to later records.
///
/// Only names are kept, not values, whose bytes leave the window of the stream.
struct RecordNames {
  /// The name of each known record; nil if it has none of its own.
  private var names: [String: String?] = [:]
  /// Whether all records are known before the first one is read.
  let areWhole: Bool

  /// The largest input, in bytes, that is searched for names before it is read.
  private static let usualBytes = 16 << 20

  /// Searches an input for names if it is small enough to be held; consumes nothing of it.
  init<Reader: NamedRecordReader>(
    for reader: Reader.Type, in input: ByteInput, _ origin: Origin, _ limits: Limits
  ) {
    areWhole = input.isAtMost(min(Self.usualBytes, limits.wholeInputBytes))
    guard areWhole, let bytes = try? input.peek() else { return }
    var queue = JSONItemQueue(ByteInput(bytes), origin: origin, limits: limits, items: Reader.items)
    // Faults are reported by the reader.
    while var item = try? queue.next() { add(Reader.identify(&item)) }
  }

  /// Adds a record.
  mutating func add(_ record: (id: String, name: String?)?) {
    if let record { names[record.id] = .some(record.name) }
  }

  /// Whether a record is known.
  func has(_ id: String) -> Bool { names[id] != nil }

  /// The name of a record; nil if it is unknown or has no name.
  func name(of id: String) -> String? { names[id].flatMap(\.self) }
}

/// A reader of records that refer to one another.
protocol NamedRecordReader: JSONItemReader {
  /// The identifier of a record, and its name.
  static func identify(_ item: inout JSONItem) -> (id: String, name: String?)?
}

extension JSONItem {
  /// The record's own name, in its first language, with its file range.
  mutating func name(in record: JSONValue) -> (text: String, place: FileRange?)? {
    func value(_ name: String) -> JSONValue? {
      let found = record.members.first { StoryKeys.normal($0.key) == name && !$0.value.isNull }
      return found.map { $0.value.byLanguage?.first?.value ?? $0.value }
    }
    for key in ["name", "title", "fullname", "displayname"] {
      guard let label = value(key), let text = line(label) else { continue }
      return (text, source.place(label.range))
    }
    let parts = [value("firstname"), value("lastname")].compactMap { line($0) }
    guard let text = parts.isEmpty ? line(value("username")) : parts.joined(separator: " ") else {
      return nil
    }
    return (text, source.place(record.range))
  }

  /// Adds the name of a referenced record as the value of the item's field.
  mutating func field(_ key: String, named name: String, place: FileRange? = nil) {
    let word = StoryKeys.normal(key)
    guard let field = StoryKeys.fields[word], field != .other else { return }
    document.fields.append(Field(field, name, key: key, place: place))
    if let kind = RightsKeys.ofStory[word] {
      document.rights.append(RightsField(kind, name, key: key, range: place))
    }
  }

  /// Adds the texts of a field; for a referenced record its name.
  mutating func takeNames(_ field: Field.Name, _ value: JSONValue, key: String) {
    let count = document.fields.count
    self.field(field, value, key: key, of: ["name", "value", "text", "rendered", "original"])
    guard document.fields.count == count else { return }
    for record in value.elements {
      guard let name = name(in: record) else { continue }
      document.fields.append(Field(field, name.text, key: key, place: name.place))
    }
  }

  /// Takes a standfirst in an editor's tree; false if it has no text.
  mutating func takeSummary(_ field: Field.Name, _ value: JSONValue, key: String) -> Bool {
    let words = oneLine(copy(value).strings.joined(separator: " "))
    guard !words.isEmpty else { return false }
    document.fields.append(Field(field, words, key: key, place: source.place(value.range)))
    return true
  }
}
