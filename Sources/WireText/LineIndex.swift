/// Tells for any byte of a text on which line and in which column it stands, in each unit that reports use.
///
/// Lines end with a line feed, a carriage return, or both together. Offsets inside a scalar count as its first byte;
/// offsets outside the text count as the nearer end. Building is one pass; a look-up costs O(log *lines*) plus at
/// most one block of 512 bytes, and nothing of that where the text is ASCII.
public struct LineIndex: Sendable {
  /// A place in the text.
  public struct Position: Sendable, Hashable {
    /// The line, from 1.
    public var line: Int
    /// The column in Unicode scalars, from 1.
    public var column: Int
    /// The column in UTF-16 code units, from 1.
    public var utf16Column: Int
    /// The column in bytes, from 1.
    public var utf8Column: Int
  }

  /// What lies before a block: scalars, and those among them that take two UTF-16 units.
  private struct Mark: Sendable {
    var scalars = 0
    var wide = 0
  }

  private static let block = 512

  private let text: [UInt8]
  private let lineStarts: [Int]
  /// Empty where the text is ASCII.
  private let marks: [Mark]

  /// An index of a text.
  public init(_ utf8: [UInt8]) {
    var starts = [0]
    var marks: [Mark] = []
    var mark = Mark()
    var isASCII = true
    for at in utf8.indices {
      if at % Self.block == 0 { marks.append(mark) }
      let byte = utf8[at]
      if byte == 0x0A || (byte == 0x0D && !(at + 1 < utf8.count && utf8[at + 1] == 0x0A)) {
        starts.append(at + 1)
      }
      if byte & 0xC0 != 0x80 { mark.scalars += 1 }
      if byte >= 0x80 {
        isASCII = false
        if byte >= 0xF0 { mark.wide += 1 }
      }
    }
    text = utf8
    lineStarts = starts
    self.marks = isASCII ? [] : marks
  }

  /// The number of lines; a text that ends with a line break has an empty last one.
  public var lineCount: Int { lineStarts.count }

  /// The bytes of a line, without its break.
  ///
  /// - Parameter line: from 1; others give nil.
  public func range(ofLine line: Int) -> TextRange? {
    guard line >= 1, line <= lineStarts.count else { return nil }
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : text.count
    while end > start, text[end - 1] == 0x0A || text[end - 1] == 0x0D { end -= 1 }
    return TextRange(start, end)
  }

  /// Where a byte stands.
  public func position(ofByte byte: Int) -> Position {
    let byte = scalarStart(byte)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= byte { low = middle } else { high = middle }
    }
    let start = lineStarts[low]
    let here = mark(before: byte)
    let there = mark(before: start)
    let scalars = here.scalars - there.scalars
    return Position(
      line: low + 1, column: scalars + 1, utf16Column: scalars + here.wide - there.wide + 1,
      utf8Column: byte - start + 1)
  }

  /// The number of scalars before a byte.
  public func scalarOffset(ofByte byte: Int) -> Int { mark(before: scalarStart(byte)).scalars }

  /// The number of UTF-16 code units before a byte.
  public func utf16Offset(ofByte byte: Int) -> Int {
    let mark = mark(before: scalarStart(byte))
    return mark.scalars + mark.wide
  }

  /// The first byte of the scalar that has so many scalars before it; the text's end where there are fewer.
  public func byteOffset(ofScalar offset: Int) -> Int {
    byteOffset(of: offset) { $0.scalars }
  }

  /// The first byte of the scalar that has so many UTF-16 units before it; the middle of a pair counts as its scalar.
  public func byteOffset(ofUTF16 offset: Int) -> Int {
    byteOffset(of: offset) { $0.scalars + $0.wide }
  }

  private func byteOffset(of offset: Int, counting count: (Mark) -> Int) -> Int {
    guard offset > 0 else { return 0 }
    if marks.isEmpty { return min(offset, text.count) }
    var low = 0
    var high = marks.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if count(marks[middle]) <= offset { low = middle } else { high = middle }
    }
    var mark = marks[low]
    var start = low * Self.block
    for at in low * Self.block..<text.count where text[at] & 0xC0 != 0x80 {
      if count(mark) > offset { return start }
      if count(mark) == offset { return at }
      start = at
      mark.scalars += 1
      if text[at] >= 0xF0 { mark.wide += 1 }
    }
    return count(mark) > offset ? start : text.count
  }

  private func scalarStart(_ byte: Int) -> Int {
    var byte = max(0, min(byte, text.count))
    while byte > 0, byte < text.count, text[byte] & 0xC0 == 0x80 { byte -= 1 }
    return byte
  }

  private func mark(before byte: Int) -> Mark {
    guard !marks.isEmpty else { return Mark(scalars: byte, wide: 0) }
    let block = min(byte / Self.block, marks.count - 1)
    var mark = marks[block]
    for at in block * Self.block..<byte {
      if text[at] & 0xC0 != 0x80 { mark.scalars += 1 }
      if text[at] >= 0xF0 { mark.wide += 1 }
    }
    return mark
  }
}
