public import WireText

/// The bytes of an input, for reports: cuts out ranges and tells lines and columns.
///
/// Offsets are those of file ranges: they count bytes after decompression and before decoding.
public struct SourceText: Sendable {
  /// A place in the file as editors show it.
  public struct Position: Sendable, Hashable {
    /// The line, from 1.
    public var line: Int
    /// The column in Unicode scalars, from 1; each byte that is not UTF-8 counts as one.
    public var column: Int
    /// The column in bytes, from 1.
    public var byteColumn: Int
    /// The column in UTF-16 code units, from 1, as SARIF and language servers count.
    public var utf16Column: Int
  }

  /// The bytes.
  public let bytes: [UInt8]
  /// The offset of each line's first byte.
  private let lineStarts: [Int]

  /// The text of the given bytes; a line ends after a line feed, a carriage return, or both together.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    for (offset, byte) in bytes.enumerated() {
      let isBreak =
        byte == 0x0A || (byte == 0x0D && (offset + 1 == bytes.count || bytes[offset + 1] != 0x0A))
      if isBreak { starts.append(offset + 1) }
    }
    self.lineStarts = starts
  }

  /// The number of lines, at least 1.
  public var lineCount: Int { lineStarts.count }

  /// The bytes of a range, as far as the file has them.
  public func bytes(in range: FileRange) -> ArraySlice<UInt8> {
    let lower = min(max(0, range.lower), bytes.count)
    return bytes[lower..<min(max(lower, range.upper), bytes.count)]
  }

  /// The bytes of a line, from 1, without its line break; empty for a line that the file does not have.
  public func line(_ number: Int) -> ArraySlice<UInt8> {
    guard lineStarts.indices.contains(number - 1) else { return [] }
    var end = number < lineStarts.count ? lineStarts[number] : bytes.count
    while end > lineStarts[number - 1], bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return bytes[lineStarts[number - 1]..<end]
  }

  /// The place of a byte; offsets beyond the file stand at its end.
  public func position(of offset: Int) -> Position {
    let offset = min(max(0, offset), bytes.count)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let start = lineStarts[low]
    let before = bytes[start..<offset]
    let scalars = before.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    let pairs = before.reduce(0) { $1 >= 0xF0 ? $0 + 1 : $0 }
    return Position(
      line: low + 1, column: scalars + 1, byteColumn: offset - start + 1, utf16Column: scalars + pairs + 1)
  }
}
