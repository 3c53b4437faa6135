import WireText
import WireTrees

/// JSON bytes with their place in the file, and what was repaired while strings were decoded.
struct JSONSource {
  /// The JSON, as UTF-8: all of it, or the window of a stream.
  private(set) var bytes: [UInt8]
  /// The place of the first of these bytes in all decoded text.
  private(set) var base = 0
  /// Where all decoded text stood; nil where text and file are the same byte by byte.
  private(set) var map: SourceMap?
  /// What decoding had to repair so far.
  private(set) var repairs = JSONString.Repairs()

  /// The lines before these bytes.
  private(set) var linesBefore = 0
  /// The bytes that stand before these on the same line.
  private(set) var columnsBefore = 0
  /// The first byte of the item that is read, and its line.
  private var item = (offset: 0, line: 1)

  /// JSON that stood in a file.
  init(_ bytes: [UInt8], map: SourceMap? = nil) {
    self.bytes = bytes
    self.map = map
  }

  /// Forgets the bytes before one.
  mutating func slide(to start: Int) {
    startItem(at: start)
    linesBefore = item.line - 1
    let lineStart = bytes[..<start].lastIndex(of: 0x0A).map { $0 + 1 }
    columnsBefore = lineStart.map { start - $0 } ?? columnsBefore + start
    item.offset = 0
    bytes.removeSubrange(..<start)
    base += start
    map?.removeSegments(before: base)
  }

  /// Adds a piece of decoded text.
  mutating func append(_ piece: TextDecoder.Piece) {
    let end = base + bytes.count
    bytes += piece.utf8
    let isSame = piece.map == nil || piece.map == SourceMap(identity: piece.utf8.count, at: end)
    if map == nil, isSame { return }
    var known = map ?? SourceMap()
    if map == nil { known.append(contentsOf: SourceMap(identity: end - base, at: base), at: base) }
    known.append(
      contentsOf: piece.map ?? SourceMap(identity: piece.utf8.count, at: piece.offset), at: end)
    map = known
  }

  /// Goes on to an item; items come in order, so that lines are counted once.
  mutating func startItem(at offset: Int) {
    item = (offset, line(of: offset))
  }
  /// The line of a byte of the item, from 1.
  func line(of offset: Int) -> Int {
    guard offset > item.offset else { return item.line }
    return bytes[item.offset..<min(offset, bytes.count)].reduce(item.line) { $0 + ($1 == 0x0A ? 1 : 0) }
  }

  /// Where bytes of the JSON stood in the file.
  func place(_ range: Range<Int>) -> FileRange? {
    guard let map else { return FileRange(base + range.lowerBound, base + range.upperBound) }
    return map.fileRange(of: TextRange(base + range.lowerBound, base + range.upperBound))
  }

  /// A scalar as text on one line, markup kept; nil for containers, null and blank text.
  mutating func line(_ value: JSONValue?) -> String? {
    guard let value, !value.isNull else { return nil }
    if case .string(let string) = value.content, !string.isPlain {
      let text = oneLine(String(decoding: decode(string).utf8, as: UTF8.self))
      return text.isEmpty ? nil : text
    }
    return value.text(in: bytes).map(oneLine).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// A string's text with its map onto the file.
  mutating func decode(_ string: JSONString) -> (utf8: [UInt8], map: SourceMap) {
    var utf8: [UInt8] = []
    var inner = SourceMap()
    utf8.reserveCapacity(string.range.count)
    let made = string.decode(from: bytes, at: base, into: &utf8, map: &inner)
    repairs.loneSurrogates += made.loneSurrogates
    repairs.invalidBytes += made.invalidBytes
    return (utf8, map.map { inner.composed(with: $0) } ?? inner)
  }

  /// What was repaired since the last call, as problems.
  mutating func takeProblems() -> [Problem] {
    defer { repairs = JSONString.Repairs() }
    var all: [Problem] = []
    if repairs.loneSurrogates > 0 {
      all.append(Problem("lone-surrogate", "\(repairs.loneSurrogates) halves of characters were replaced"))
    }
    if repairs.invalidBytes > 0 {
      all.append(
        Problem(
          "bytes-replaced", "\(repairs.invalidBytes) bytes are not UTF-8 and were replaced", losesText: true))
    }
    return all
  }
}
