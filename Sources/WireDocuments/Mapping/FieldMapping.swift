public import WireYAML

/// Where a site's own JSON, CSV or XML stores the data of a story, according to a mapping file.
///
/// A path consists of the names of keys or elements from the item inwards, separated by dots; lists on the way are
/// traversed, `@name` is an XML attribute, and for CSV a path is the name of a column. Letter case does not matter.
public struct FieldMapping: Sendable, Hashable {
  /// The format of a body's text.
  public enum BodyFormat: String, Sendable, CaseIterable {
    /// HTML if it contains tags, otherwise Markdown.
    case auto
    case html, markdown, text
  }

  /// The path to the items in JSON, or the name of the item element in XML; empty if the whole input is one item or a
  /// list of items.
  public var items = ""
  /// The paths of the text, in order.
  public var body: [String] = []
  /// The format of that text.
  public var bodyFormat = BodyFormat.auto
  /// The paths of the headline; the first one with a value is used.
  public var headline: [String] = []
  /// The paths of the status; of several the one that restricts most counts.
  public var status: [String] = []
  /// The columns of flags that say that an item was withdrawn, and whether 1 is one.
  var withdrawals: [Target<Bool>] = []
  /// The columns of flags that say whether an item is out or a draft.
  var flags: [String] = []
  /// The meaning of status words.
  public var statuses: [String: Status.Value] = [:]
  /// The character between two CSV cells; nil to detect it from the first line.
  public var delimiter: String?

  var id: String?
  var version: String?
  var language: String?
  var fields: [Target<Field.Name>] = []
  var urls: [Target<Field.Name>] = []
  var times: [Target<TimeField.Role>] = []
  var rights: [Target<RightsField.Kind>] = []

  /// A path with the meaning of its value.
  struct Target<Meaning: Sendable & Hashable>: Sendable, Hashable {
    var path: String
    var meaning: Meaning
  }

  /// The file that the mapping was read from, which another process can read again.
  var file = ""
  var text = ""

  /// A mapping without paths.
  init() {}

  /// Reads a mapping file.
  ///
  /// - Parameters:
  ///   - text: the file's content, YAML.
  ///   - file: its name for messages.
  /// - Throws: `YAMLFault` with the position, also for unknown keys and for a mapping without a body.
  public init(parsing text: String, file: String) throws(YAMLFault) {
    self.file = file
    self.text = text
    var reader = try YAMLReader(YAMLValue(parsing: text, name: file), file: file)
    items = try reader.optional("items")?.text() ?? ""
    body = try reader.required("body").texts()
    guard !body.isEmpty else {
      throw YAMLFault(file, reader.position, "`body` names no path", next: "write the path of the text")
    }
    bodyFormat = try reader.optional("body_format")?.choice(BodyFormat.self) ?? .auto
    headline = try reader.optional("title")?.texts() ?? []
    status = try reader.optional("status")?.texts() ?? []
    try readStatuses(&reader)
    delimiter = try Self.delimiter(reader.optional("delimiter"))
    id = try reader.optional("id")?.text()
    version = try reader.optional("version")?.text()
    language = try reader.optional("language")?.text()
    for (key, meaning) in Self.fieldKeys { fields += try Self.targets(&reader, key, meaning) }
    for (key, meaning) in Self.urlKeys { urls += try Self.targets(&reader, key, meaning) }
    for (key, meaning) in Self.timeKeys { times += try Self.targets(&reader, key, meaning) }
    for (key, meaning) in Self.rightsKeys { rights += try Self.targets(&reader, key, meaning) }
    try reader.finish()
  }

  private mutating func readStatuses(_ reader: inout YAMLReader) throws(YAMLFault) {
    guard let field = reader.optional("statuses") else { return }
    var words = try field.mapping()
    for word in words.all() {
      guard let value = Status.Value(rawValue: try word.text()) else {
        throw word.fault(
          "`\(try word.text())` is no state",
          next: "one of: \(Status.Value.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      statuses[word.name.lowercased()] = value
    }
  }

  private static func delimiter(_ field: YAMLField?) throws(YAMLFault) -> String? {
    guard let field else { return nil }
    let text = try field.text()
    if text == "tab" { return "\t" }
    guard text.utf8.count == 1, text != "\"", text != "\n" else {
      throw field.fault("`delimiter` must be one character", next: "write for instance \";\", or tab")
    }
    return text
  }

  private static func targets<Meaning>(
    _ reader: inout YAMLReader, _ key: String, _ meaning: Meaning
  ) throws(YAMLFault) -> [Target<Meaning>] {
    try reader.optional(key)?.texts().map { Target(path: $0, meaning: meaning) } ?? []
  }

  /// The name of the member, column or attribute to which a path leads.
  static func name(at path: String) -> String {
    path.split { $0 == "." || $0 == "@" }.last.map(String.init) ?? path
  }

  private static let fieldKeys: [(String, Field.Name)] = [
    ("byline", .byline), ("author", .author), ("credit", .credit), ("dateline", .dateline),
    ("source", .source), ("provider", .provider), ("slug", .slug), ("subhead", .subhead),
    ("editors_note", .editorsNote), ("keyword", .keyword), ("channel", .channel), ("territory", .territory),
    ("other", .other),
  ]
  private static let urlKeys: [(String, Field.Name)] = [
    ("url", .permalink), ("canonical", .canonical), ("original", .original),
  ]
  private static let timeKeys: [(String, TimeField.Role)] = [
    ("date", .published), ("created", .created), ("updated", .updated), ("embargo", .embargo),
    ("expiry", .expiry),
  ]
  private static let rightsKeys: [(String, RightsField.Kind)] = [
    ("rights", .notice), ("holder", .holder), ("terms", .terms), ("licence", .terms),
    ("expression", .expression),
    ("data_mining", .dataMining),
  ]
}

extension FieldMapping: Framed {
  package init(from reader: inout FrameReader) throws(FrameFault) {
    let (text, file) = (try reader.text(), try reader.text())
    do { self = try FieldMapping(parsing: text, file: file) } catch { throw FrameFault() }
  }

  package func write(to writer: inout FrameWriter) {
    writer.write(text)
    writer.write(file)
  }
}
