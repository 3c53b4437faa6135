/// Eight bytes of a text that are looked at together, since a loop over single bytes guesses wrong at most words' ends.
///
/// The tests are those of H. S. Warren, "Hacker's Delight", 6-1.
struct EightBytes {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080
  private let word: UInt64

  /// The bytes from one on; there must be eight.
  @inline(__always)
  init(_ text: UnsafeRawBufferPointer, at: Int) {
    word = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: at, as: UInt64.self))
  }

  /// The highest bit of each byte that is the given one, the first byte lowest.
  @inline(__always)
  func equal(to byte: UInt8) -> UInt64 {
    let others = word ^ (Self.ones &* UInt64(byte))
    return ~(((others & ~Self.highs) &+ ~Self.highs) | others) & Self.highs
  }

  /// Whether one of the bytes is less than the given one, which is at most 128.
  @inline(__always)
  func holdsOne(below byte: UInt8) -> Bool {
    (word &- Self.ones &* UInt64(byte)) & ~word & Self.highs != 0
  }
}
