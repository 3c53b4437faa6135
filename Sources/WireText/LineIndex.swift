/// Finds the line and column of any byte of a text, in each unit that reports use.
///
/// Lines end with a line feed, a carriage return, or both together. Offsets inside a scalar count as its first
/// byte; offsets outside the text count as the nearer end. Building takes one pass; a look-up costs O(log *lines*)
/// plus the scan of at most one block of 512 bytes, which an ASCII text does not need.
public struct LineIndex: Sendable {
  /// A place in the text.
  public struct Position: Sendable, Hashable {
    /// The line, from 1.
    public var line: Int
    /// The column in Unicode scalars, from 1.
    public var column: Int
    /// The column in bytes, from 1.
    public var utf8Column: Int
  }

  /// Counts of what precedes a block: scalars, and those among them that take two UTF-16 units.
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
    utf8.withUnsafeBytes { utf8 in
      for start in stride(from: 0, to: utf8.count, by: 8) {
        if start % Self.block == 0 { marks.append(mark) }
        let end = min(start + 8, utf8.count)
        if end - start == 8, Self.isPlain(EightBytes(utf8, at: start)) {
          mark.scalars += 8
          continue
        }
        for at in start..<end {
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
      }
    }
    text = utf8
    lineStarts = starts
    self.marks = isASCII ? [] : marks
  }

  /// Whether eight bytes are ASCII without a line end, as nearly all are.
  private static func isPlain(_ bytes: EightBytes) -> Bool {
    bytes.beyondASCII | bytes.equal(to: 0x0A) | bytes.equal(to: 0x0D) == 0
  }

  /// The position of a byte.
  public func position(ofByte byte: Int) -> Position {
    let byte = scalarStart(byte)
    let line = lineStarts.partitioningIndex { $0 > byte }
    let start = lineStarts[line - 1]
    return Position(
      line: line, column: mark(before: byte).scalars - mark(before: start).scalars + 1,
      utf8Column: byte - start + 1)
  }

  /// The number of scalars before a byte.
  public func scalarOffset(ofByte byte: Int) -> Int { mark(before: scalarStart(byte)).scalars }

  /// The number of UTF-16 code units before a byte.
  public func utf16Offset(ofByte byte: Int) -> Int {
    let mark = mark(before: scalarStart(byte))
    return mark.scalars + mark.wide
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
