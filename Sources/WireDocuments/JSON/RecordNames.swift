import WireText
import WireTrees

/// What the records of an input are called, by their identifiers: others refer to them, also to those that stand
/// further down.
///
/// Names are kept and no values, whose bytes leave the window of the stream.
struct RecordNames {
  /// The name of each record that was met; nil where it has none of its own.
  private var names: [String: String?] = [:]
  /// Whether all records were met before the first one is read.
  let areWhole: Bool

  /// Bytes up to which an input is looked through before it is read.
  private static let usualBytes = 16 << 20

  /// Looks through an input that is not too large to be held; nothing is taken of it.
  init<Reader: NamedRecordReader>(
    for reader: Reader.Type, in input: ByteInput, _ origin: Origin, _ limits: Limits
  ) {
    areWhole = input.isAtMost(min(Self.usualBytes, limits.wholeInputBytes))
    guard areWhole, let bytes = try? input.peek() else { return }
    var queue = JSONItemQueue(ByteInput(bytes), origin: origin, limits: limits, items: Reader.items)
    // What cannot be read is told by the reader.
    while var item = try? queue.next() { add(Reader.identify(&item)) }
  }

  /// Notes a record.
  mutating func add(_ record: (id: String, name: String?)?) {
    if let record { names[record.id] = .some(record.name) }
  }

  /// Whether a record was met.
  func has(_ id: String) -> Bool { names[id] != nil }

  /// What a record is called; nil where it was not met or has no name.
  func name(of id: String) -> String? { names[id].flatMap(\.self) }
}

/// A reader of records that refer to one another.
protocol NamedRecordReader: JSONItemReader {
  /// The identifier of a record, and what it is called.
  static func identify(_ item: inout JSONItem) -> (id: String, name: String?)?
}

extension JSONItem {
  /// The name that a record gives itself, in its first language, with its place.
  mutating func name(in record: JSONValue) -> (text: String, place: FileRange?)? {
    func value(_ name: String) -> JSONValue? {
      let found = record.members.first { SiteFields.normal($0.key) == name && !$0.value.isNull }
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

  /// Adds what a record is called as what a field of the item says that refers to it.
  mutating func field(_ key: String, named name: String, place: FileRange? = nil) {
    let word = SiteFields.normal(key)
    guard let field = FrontMatterFields.fields[word], field != .other else { return }
    document.fields.append(Field(field, name, key: key, place: place))
    if let kind = FrontMatterFields.rights[word] {
      document.rights.append(RightsField(kind, name, key: key, range: place))
    }
  }
}
