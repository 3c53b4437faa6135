/// The position of a byte in a text: line, column, and offsets in the units that reports use.
public struct BytePlace: Sendable, Hashable {
  /// The byte's offset, as given in the request.
  public var byte: Int
  /// The line, from 1.
  public var line: Int
  /// The column in Unicode scalars, from 1.
  public var column: Int
  /// The column in bytes, from 1.
  public var byteColumn: Int
  /// The number of Unicode scalars before it.
  public var scalarOffset: Int
  /// The number of UTF-16 code units before it.
  public var utf16Offset: Int

  /// A place of the given parts.
  public init(byte: Int, line: Int, column: Int, byteColumn: Int, scalarOffset: Int, utf16Offset: Int) {
    self.byte = byte
    self.line = line
    self.column = column
    self.byteColumn = byteColumn
    self.scalarOffset = scalarOffset
    self.utf16Offset = utf16Offset
  }
}

/// Finds the positions of some bytes of a text that is streamed in chunks, without keeping it in memory.
///
/// Lines and columns are those of `LineIndex`: offsets inside a scalar count as its first byte, those beyond the
/// text as its end.
public struct PlaceScan: Sendable {
  /// A point between two scalars, as counts of what precedes it.
  private struct Point: Sendable {
    var byte = 0
    var scalars = 0
    var utf16 = 0
  }

  private let wanted: [Int]
  private var places: [BytePlace] = []
  /// The counts of what precedes the next byte.
  private var at = Point()
  /// The start of the scalar that the last byte belongs to, and of its line.
  private var scalar = Point()
  private var lineStart = Point()
  private var line = 1
  private var last: UInt8 = 0

  /// A scan for bytes, in any order.
  public init(for bytes: some Sequence<Int>) { wanted = Set(bytes).sorted() }

  /// Whether all places are known, so that the rest of the text need not be read.
  public var isComplete: Bool { places.count == wanted.count }

  /// Scans the next chunk of the text.
  public mutating func take(_ piece: [UInt8]) {
    piece.withUnsafeBytes { bytes in
      var index = 0
      while index < bytes.count, !isComplete {
        let isFar = wanted[places.count] - at.byte >= 8
        if isFar, index + 8 <= bytes.count, isPlain(EightBytes(bytes, at: index)) {
          at = Point(byte: at.byte + 8, scalars: at.scalars + 8, utf16: at.utf16 + 8)
          scalar = Point(byte: at.byte - 1, scalars: at.scalars - 1, utf16: at.utf16 - 1)
          last = 0x20
          index += 8
        } else {
          take(bytes[index])
          index += 1
        }
      }
    }
  }

  /// The positions in the order of their bytes; call after the last chunk, or once `isComplete`.
  public mutating func finish() -> [BytePlace] {
    if !isComplete {
      if endsLine(before: 0) { startLine() }
      scalar = at
      while !isComplete { note() }
    }
    return places
  }

  /// Whether eight bytes are ASCII without control characters, and no line starts at the first of them.
  private func isPlain(_ bytes: EightBytes) -> Bool {
    last >= 0x20 && bytes.beyondASCII == 0 && !bytes.holdsOne(below: 0x20)
  }

  private mutating func take(_ byte: UInt8) {
    if endsLine(before: byte) { startLine() }
    if byte & 0xC0 != 0x80 {
      scalar = at
      at.scalars += 1
      at.utf16 += byte >= 0xF0 ? 2 : 1
    }
    while !isComplete, wanted[places.count] <= at.byte { note() }
    at.byte += 1
    last = byte
  }

  private func endsLine(before byte: UInt8) -> Bool { last == 0x0A || last == 0x0D && byte != 0x0A }

  private mutating func startLine() {
    line += 1
    lineStart = at
  }

  private mutating func note() {
    places.append(
      BytePlace(
        byte: wanted[places.count], line: line, column: scalar.scalars - lineStart.scalars + 1,
        byteColumn: scalar.byte - lineStart.byte + 1, scalarOffset: scalar.scalars, utf16Offset: scalar.utf16)
    )
  }
}
