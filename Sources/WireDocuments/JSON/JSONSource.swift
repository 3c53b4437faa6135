import WireText
import WireTrees

/// JSON bytes with their position in the file, and what was repaired while decoding strings.
struct JSONSource {
  /// The JSON, as UTF-8: all of it, or the window of a stream.
  private(set) var bytes: [UInt8]
  /// The offset of the first of these bytes in the whole decoded text.
  private(set) var base = 0
  /// Where the whole decoded text is in the file; nil if text and file are identical byte for byte.
  private(set) var map: SourceMap?
  /// The repairs made while decoding so far.
  private(set) var repairs = JSONString.Repairs()

  /// The number of lines before these bytes.
  private(set) var linesBefore = 0
  /// The number of bytes before these on the same line.
  private(set) var columnsBefore = 0
  /// The first byte of the current item, and its line.
  private(set) var item = (offset: 0, line: 1)

  /// JSON from a file.
  init(_ bytes: [UInt8], map: SourceMap? = nil) {
    self.bytes = bytes
    self.map = map
  }

  /// The JSON of one item within a window of a stream.
  ///
  /// - Parameters:
  ///   - window: the window, identical to the file byte for byte.
  ///   - base: the offset of its first byte in the file.
  ///   - start: the item's first byte in the window.
  ///   - line: the line of that byte in the file, from 1.
  init(window: [UInt8], at base: Int, itemAt start: Int, line: Int) {
    bytes = window
    self.base = base
    item = (start, line)
  }

  /// Discards the bytes before an offset.
  mutating func slide(to start: Int) {
    startItem(at: start)
    linesBefore = item.line - 1
    let lineStart = bytes[..<start].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 }
    columnsBefore = lineStart.map { start - $0 } ?? columnsBefore + start
    item.offset = 0
    bytes.removeSubrange(..<start)
    base += start
    map?.removeSegments(before: base)
  }

  /// Appends decoded text.
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

  /// Moves on to an item; items come in order, so that lines are counted only once.
  ///
  /// - Parameter last: an item before it in these bytes, with its line; nil if there is none.
  mutating func startItem(at offset: Int, after last: (offset: Int, line: Int)? = nil) {
    if let last, item.offset <= last.offset, last.offset <= offset { item = last }
    item = (offset, line(of: offset))
  }

  /// The line of an offset in the item, from 1.
  func line(of offset: Int) -> Int {
    guard offset > item.offset else { return item.line }
    return item.line + LineBreaks.count(in: bytes, from: item.offset, to: offset)
  }

  /// The file range of a range of the JSON.
  func place(_ range: Range<Int>) -> FileRange? {
    guard let map else { return FileRange(base + range.lowerBound, base + range.upperBound) }
    return map.fileRange(of: TextRange(base + range.lowerBound, base + range.upperBound))
  }

  /// A scalar as text on one line, including markup; nil for containers, null and blank text.
  mutating func line(_ value: JSONValue?) -> String? {
    guard let value, !value.isNull else { return nil }
    if case .string(let string) = value.content, !string.isPlain {
      let text = oneLine(String(decoding: decode(string).utf8, as: UTF8.self))
      return text.isEmpty ? nil : text
    }
    return value.text(in: bytes).map(oneLine).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// A string's text with its map to the file.
  mutating func decode(_ string: JSONString) -> (utf8: [UInt8], map: SourceMap) {
    var utf8: [UInt8] = []
    var inner = SourceMap()
    utf8.reserveCapacity(string.range.count)
    let made = string.decode(from: bytes, at: base, into: &utf8, map: &inner)
    repairs.loneSurrogates += made.loneSurrogates
    repairs.invalidBytes += made.invalidBytes
    return (utf8, map.map { inner.composed(with: $0) } ?? inner)
  }

  /// The repairs since the last call, as problems.
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
