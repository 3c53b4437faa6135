import WireText
import WireTrees

/// CSV: one document per row; columns are identified by their names or by a mapping.
struct CSVReader: DocumentReader {
  static let format = Format(name: "csv", title: "CSV: one story a row, columns by name or by `--mapping`")

  static func recognises(_ probe: Probe) -> Bool {
    guard probe.isText, UnknownFormat.mark(probe) == nil else { return false }
    return ["csv", "tsv"].contains(probe.pathExtension) || isTableOfStories(probe)
  }

  /// Whether the first line names columns, among them one of texts, and the next row has as many cells.
  private static func isTableOfStories(_ probe: Probe) -> Bool {
    var table = CSVTable(probe.utf8)
    guard let head = table.next(), head.cells.count > 1, let row = table.next() else { return false }
    let names = head.cells.map { oneLine(String(decoding: table.text($0).utf8, as: UTF8.self)) }
    guard names.allSatisfy({ !$0.isEmpty && $0.utf8.count <= longestName }) else { return false }
    let mapping = FieldMapping(columns: names)
    return !mapping.body.isEmpty && Set(mapping.paths).count > 2 && row.cells.count == names.count
  }

  /// The longest name of a column, in bytes; a longer cell is prose.
  private static let longestName = 40

  private let input: ByteInput
  private let origin: Origin
  private let limits: Limits
  private let given: FieldMapping?
  private var decoded = Decoded([])
  private var table: CSVTable?
  private var header: [String] = []
  private var columns: [String: Int] = [:]
  private var mapping = FieldMapping()
  private var item = 0

  init(_ input: ByteInput, origin: Origin, limits: Limits) {
    self.init(input, origin: origin, limits: limits, mapping: nil)
  }

  /// A reader with a mapping; nil to identify the columns by their names.
  init(_ input: ByteInput, origin: Origin, limits: Limits, mapping: FieldMapping?) {
    self.input = input
    self.origin = origin
    self.limits = limits
    given = mapping
  }

  mutating func next() throws(ReadingFault) -> Document? {
    if table == nil { try open() }
    guard let row = table?.next(), let table else { return nil }
    item += 1
    var document = Document(origin: origin)
    document.origin.item = item
    document.origin.dialect = Self.names[table.delimiter]
    document.problems = item == 1 ? decoded.problems : []
    if row.isOpen {
      document.problems.append(
        Problem(
          "csv-quote", "a quote is not closed; the rest of the file is one cell", line: row.line,
          losesText: true))
    }
    if row.isRagged {
      document.problems.append(Problem("csv-quote", "text follows a closing quote", line: row.line))
    }
    var record = MappedRow(table: table, decoded: decoded, row: row, columns: columns, document: document)
    document = record.read(by: mapping, limits: limits)
    keepRest(row, table, in: &document)
    if mapping.body.isEmpty { document.type = .other }
    return document
  }

  private static let names: [UInt8: String] = [0x2C: "comma", 0x3B: "semicolon", 0x09: "tab", 0x7C: "bar"]

  private mutating func open() throws(ReadingFault) {
    decoded = Decoded(try input.readAll(limit: limits.wholeInputBytes, path: origin.path))
    var table = CSVTable(decoded.utf8, delimiter: given?.delimiter?.utf8.first)
    let first = table.next()
    header = (first?.cells ?? []).map { oneLine(String(decoding: table.text($0).utf8, as: UTF8.self)) }
    for (number, name) in header.enumerated() where columns[name.lowercased()] == nil {
      columns[name.lowercased()] = number
    }
    self.table = table
    mapping = given ?? FieldMapping(columns: header)
    if given == nil { mapping.withdrawals = withdrawals(in: table) }
    if let stranger = given?.paths.first(where: { columns[$0.lowercased()] == nil }) {
      throw ReadingFault(
        "mapping-column", path: origin.path, "there is no column `\(stranger)`, which the mapping names",
        line: 1,
        next: "the columns are: \(header.prefix(20).map { String($0.prefix(40)) }.joined(separator: ", "))")
    }
  }

  /// The columns that say that a story was withdrawn.
  ///
  /// Numbers are flags unless one is higher than 1: a table of accidents may count the killed.
  private func withdrawals(in rows: CSVTable) -> [FieldMapping.Target<Bool>] {
    let numbers = header.indices.filter { StatusWords.namesWithdrawal(header[$0]) }
    guard !numbers.isEmpty else { return [] }
    var rows = rows
    var counts: Set<Int> = []
    while let row = rows.next() {
      for number in numbers where number < row.cells.count {
        let text = oneLine(String(decoding: rows.text(row.cells[number]).utf8, as: UTF8.self))
        if let count = Int(text), count > 1 { counts.insert(number) }
      }
    }
    return numbers.map { FieldMapping.Target(path: header[$0], meaning: !counts.contains($0)) }
  }

  /// Reads an object in a column that groups fields of the story, as Joomla keeps the rights.
  private static func readRecord(_ item: inout JSONItem) {
    for member in item.object.members where !item.takeHold(member.key, member.value) {
      if item.takeOwn(member) { continue }
      item.takeEmbargoes(of: member.value, key: member.key)
      item.keepWords(of: member.value, key: member.key)
    }
  }

  /// Keeps text in unknown columns as fields, or as the body if there is no other.
  private func keepRest(_ row: CSVTable.Row, _ table: CSVTable, in document: inout Document) {
    let known = Set(mapping.paths.map { $0.lowercased() })
    for (number, cell) in row.cells.enumerated() {
      let name = number < header.count ? header[number] : ""
      guard name.isEmpty || !known.contains(name.lowercased()) || columns[name.lowercased()] != number else {
        continue
      }
      let (utf8, map) = table.text(cell)
      if utf8.first == UInt8(ascii: "{"), StoryKeys.records.contains(StoryKeys.normal(name)),
        document.takeStatements(in: utf8, limits: limits, Self.readRecord)
      {
        continue
      }
      guard utf8.contains(0x20) || utf8.count > 200 else { continue }
      if mapping.body.isEmpty || number >= header.count {
        let text = BodyText(plain: utf8, map: decoded.fileMap(of: map), limits: limits)
        document.body.append(contentsOf: text, limits: limits)
      } else {
        let text = oneLine(String(decoding: utf8, as: UTF8.self))
        document.fields.append(Field(.other, text, key: name, place: decoded.fileRange(cell.range)))
      }
    }
    if row.cells.count > header.count {
      document.problems.append(
        Problem(
          "csv-width", "the row has more cells than the header has names", line: row.line, losesText: true))
    }
  }
}

extension FieldMapping {
  /// The mapping that the column names imply.
  init(columns: [String]) {
    self.init()
    for column in columns {
      let name = StoryKeys.name(of: column)
      if StoryKeys.bodies.contains(name) {
        body.append(column)
      } else if StoryKeys.headlines.contains(name) {
        headline.append(column)
      } else if let role = StoryKeys.times[name] {
        times.append(Target(path: column, meaning: role))
      } else if let url = StoryKeys.urls[name] {
        urls.append(Target(path: column, meaning: url))
      } else if StoryKeys.statuses.contains(name) {
        status.append(column)
      } else if ["draft", "isdraft", "ispublished", "live"].contains(name) {
        flags.append(column)
      } else if StoryKeys.languages.contains(name) {
        language = language ?? column
      } else if StoryKeys.identifiers.contains(name) {
        id = id ?? column
      } else {
        // A credit is both: a statement, and a name.
        if let kind = RightsKeys.ofStory[name] ?? RightsKeys.kind(ofStory: column) {
          rights.append(Target(path: column, meaning: kind))
        }
        if let field = StoryKeys.fields[name] { fields.append(Target(path: column, meaning: field)) }
      }
    }
    // Exports of databases write whether a text is published as a flag.
    statuses = StatusWords.flags.merging(["true": .published, "false": .draft]) { $1 }
  }

  /// All paths.
  var paths: [String] {
    body + headline + status + flags + [id, version, language].compactMap { $0 } + fields.map(\.path)
      + urls.map(\.path)
      + times.map(\.path) + rights.map(\.path)
  }
}
