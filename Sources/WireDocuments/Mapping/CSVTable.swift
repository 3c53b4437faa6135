import WireText

/// The rows of CSV (RFC 4180) in decoded text.
///
/// Cells may be separated by commas, semicolons, tabs or vertical bars; quoted cells may contain line breaks and
/// doubled quotes. An unclosed quote extends to the end of the text and is reported.
struct CSVTable {
  /// A cell as written, without its quotes.
  struct Cell {
    var range: Range<Int>
    var isQuoted = false
    var hasDoubledQuotes = false
  }

  /// A row with the line that it begins on.
  struct Row {
    var cells: [Cell] = []
    var line = 1
    /// Whether its last cell opens a quote that is never closed.
    var isOpen = false
    /// Whether text follows a closing quote.
    var isRagged = false
  }

  /// The text.
  let utf8: [UInt8]
  /// The byte between two cells.
  let delimiter: UInt8
  private var at = 0
  private var line = 1

  /// A table of text; the delimiter is detected from the first line if it is not given.
  init(_ utf8: [UInt8], delimiter: UInt8? = nil) {
    self.utf8 = utf8
    // Spreadsheet programs write the delimiter in a line of its own.
    if utf8.starts(with: "sep=".utf8), utf8.count > 5, utf8[5] == 0x0A || utf8[5] == 0x0D {
      self.delimiter = delimiter ?? utf8[4]
      at = LineBreaks.end(utf8, 5).next
      line = 2
    } else {
      self.delimiter = delimiter ?? Self.delimiter(of: utf8)
    }
  }

  /// The most frequent delimiter of the first line, outside quotes.
  static func delimiter(of utf8: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in utf8.prefix(64 << 10) {
      if byte == 0x22 { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D { break }
      if byte == 0x2C || byte == 0x3B || byte == 0x09 || byte == 0x7C { counts[byte, default: 0] += 1 }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0x2C
  }

  /// The next row that is not blank; nil at the end.
  mutating func next() -> Row? {
    while at < utf8.count {
      let row = readRow()
      let isBlank = row.cells.count == 1 && row.cells[0].range.isEmpty && !row.cells[0].isQuoted
      if !isBlank { return row }
    }
    return nil
  }

  private mutating func readRow() -> Row {
    var row = Row(line: line)
    while true {
      row.cells.append(readCell(&row))
      guard at < utf8.count else { return row }
      let byte = utf8[at]
      at += 1
      if byte == delimiter {
        // A delimiter at the very end is followed by one more cell, an empty one.
        if at == utf8.count { row.cells.append(Cell(range: at..<at)) }
        if at < utf8.count { continue }
        return row
      }
      if byte == 0x0D, at < utf8.count, utf8[at] == 0x0A { at += 1 }
      line += 1
      return row
    }
  }

  /// Reads up to the delimiter or the end of the line.
  private mutating func readCell(_ row: inout Row) -> Cell {
    guard at < utf8.count, utf8[at] == 0x22 else {
      let start = at
      while at < utf8.count, utf8[at] != delimiter, utf8[at] != 0x0A, utf8[at] != 0x0D { at += 1 }
      return Cell(range: start..<at)
    }
    var cell = Cell(range: at + 1..<at + 1, isQuoted: true)
    at += 1
    while at < utf8.count {
      if utf8[at] == 0x22 {
        guard at + 1 < utf8.count, utf8[at + 1] == 0x22 else { break }
        cell.hasDoubledQuotes = true
        at += 1
      }
      at += 1
    }
    cell.range = cell.range.lowerBound..<at
    line += LineBreaks.count(in: utf8, from: cell.range.lowerBound, to: at)
    guard at < utf8.count else {
      row.isOpen = true
      return cell
    }
    at += 1
    let end = at
    while at < utf8.count, utf8[at] != delimiter, utf8[at] != 0x0A, utf8[at] != 0x0D { at += 1 }
    if utf8[end..<at].contains(where: { $0 > 0x20 }) {
      // Text after the closing quote still belongs to the cell.
      cell.range = cell.range.lowerBound..<at
      row.isRagged = true
    }
    return cell
  }

  /// A cell's text with its map to the whole text.
  func text(_ cell: Cell) -> (utf8: [UInt8], map: SourceMap) {
    guard cell.hasDoubledQuotes else {
      return (Array(utf8[cell.range]), SourceMap(identity: cell.range.count, at: cell.range.lowerBound))
    }
    var text = MappedText()
    var start = cell.range.lowerBound
    while start < cell.range.upperBound {
      let quote = utf8[start..<cell.range.upperBound].firstIndex(of: 0x22)
      let end = quote.map { $0 + 1 } ?? cell.range.upperBound
      text.copy(start..<end, of: utf8)
      start = end < cell.range.upperBound && quote != nil && utf8[end] == 0x22 ? end + 1 : end
    }
    return (text.utf8, text.map)
  }
}

/// A row of CSV, read through a field mapping.
struct MappedRow: MappedRecord {
  let table: CSVTable
  let decoded: Decoded
  let row: CSVTable.Row
  /// The column numbers by name in lower case.
  let columns: [String: Int]
  var document: Document

  mutating func texts(_ path: String) -> [(utf8: [UInt8], map: SourceMap)] {
    guard let column = columns[path.lowercased()], column < row.cells.count else { return [] }
    let (utf8, map) = table.text(row.cells[column])
    return [(utf8, decoded.fileMap(of: map))]
  }
}
