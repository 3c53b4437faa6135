import WireText

/// The data in `posts.csv` of a Substack archive about the posts, whose text is in HTML files next to it.
struct SubstackPosts {
  /// The format name of documents from such an archive.
  static let format = "substack"

  private let decoded: Decoded
  private let table: CSVTable
  private let columns: [String: Int]
  /// The rows by post identifier, and the identifiers in reverse order.
  private var rows: [String: CSVTable.Row] = [:]
  private var identifiers: [String] = []
  private let path: String
  private let limits: Limits

  /// Reads the list of posts; nil for archives without one.
  init?(_ archive: ZIPArchive, limits: Limits) throws(ReadingFault) {
    guard let member = archive.members.first(where: { Self.isList($0.name) }),
      archive.members.contains(where: { Self.identifier(ofText: $0.name) != nil })
    else { return nil }
    path = archive.path(of: member)
    self.limits = limits
    let input = ByteInput(source: try archive.open(member))
    decoded = Decoded(try input.readAll(limit: limits.wholeInputBytes, path: path))
    var table = CSVTable(decoded.utf8)
    var columns: [String: Int] = [:]
    for (number, cell) in (table.next()?.cells ?? []).enumerated() {
      columns[String(decoding: table.text(cell).utf8, as: UTF8.self).lowercased()] = number
    }
    guard let column = columns["post_id"] else { return nil }
    while let row = table.next() {
      guard column < row.cells.count else { continue }
      let identifier = String(decoding: table.text(row.cells[column]).utf8, as: UTF8.self)
      identifiers.append(identifier)
      rows[identifier] = row
    }
    identifiers.reverse()
    self.table = table
    self.columns = columns
  }

  private static func isList(_ name: String) -> Bool { name == "posts.csv" || name.hasSuffix("/posts.csv") }

  /// The identifier of a post, derived from the name of its text file.
  private static func identifier(ofText name: String) -> String? {
    let parts = name.split(separator: "/")
    guard parts.count > 1, parts[parts.count - 2] == "posts", let file = parts.last, file.hasSuffix(".html")
    else {
      return nil
    }
    return String(file.dropLast(5))
  }

  /// Whether a member is a list of readers or of what they opened, or the list of posts itself.
  func isList(_ member: ZIPArchive.Member) -> Bool {
    Self.isList(member.name) || member.name.hasSuffix(".opens.csv") || member.name.hasSuffix(".delivers.csv")
      || member.name.split(separator: "/").last.map { name in
        ["email_list", "subscribers"].contains { name.hasPrefix($0) && name.hasSuffix(".csv") }
      } == true
  }

  /// Adds the data in the list to a post's text.
  mutating func complete(_ document: inout Document) {
    guard let identifier = Self.identifier(ofText: document.origin.path), let row = rows[identifier] else {
      return
    }
    rows[identifier] = nil
    document.origin.format = Self.format
    document.id = identifier
    read(row, into: &document)
  }

  /// The next post whose text is missing from the archive; nil if there are no more.
  mutating func nextWithoutText(item: Int) -> Document? {
    while let identifier = identifiers.popLast() {
      guard let row = rows.removeValue(forKey: identifier) else { continue }
      var document = Document(origin: Origin(path: path, item: item, format: Self.format))
      document.id = identifier
      document.type = .other
      document.problems = [
        Problem(
          "no-text", "the list names a post whose text is not in the archive", line: row.line, losesText: true
        )
      ]
      read(row, into: &document)
      return document
    }
    return nil
  }

  private func read(_ row: CSVTable.Row, into document: inout Document) {
    func text(_ name: String) -> String? {
      guard let column = columns[name], column < row.cells.count else { return nil }
      let line = HTMLText.line(String(decoding: table.text(row.cells[column]).utf8, as: UTF8.self))
      return line.isEmpty ? nil : line
    }
    document.headline = text("title") ?? document.headline
    let names: [(String, Field.Name)] = [
      ("subtitle", .subhead), ("audience", .other), ("type", .other), ("podcast_url", .other),
    ]
    for (key, name) in names {
      if let value = text(key) { document.fields.append(Field(name, value, key: key)) }
    }
    if let word = text("is_published") {
      let isOut = word.lowercased() == "true" || word == "1"
      document.status = Status(isOut ? .published : .draft, raw: "is_published: \(word)")
    }
    if let raw = text("post_date") {
      document.add(TimeField(.published, reading: raw), named: "`post_date`")
    }
    if row.isOpen {
      document.problems.append(
        Problem("csv-quote", "a quote in the list of posts is not closed", line: row.line, losesText: true))
    }
  }
}
