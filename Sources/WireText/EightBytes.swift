/// Eight bytes of text that are tested together, because a loop over single bytes mispredicts at most word ends.
///
/// Results are masks: the highest bit of each byte that passes the test, the first byte in the lowest position. The
/// tests are those of H. S. Warren, "Hacker's Delight", 6-1: an addition to the lower seven bits of a byte carries
/// into its top bit if the byte reaches a bound, and never into the next byte.
public struct EightBytes {
  @inlinable static var ones: UInt64 { 0x0101_0101_0101_0101 }
  /// The highest bit of each byte.
  @inlinable public static var highs: UInt64 { 0x8080_8080_8080_8080 }
  /// The bytes as a number, the first one lowest.
  public let word: UInt64

  /// The bytes of a number.
  @inlinable public init(_ word: UInt64) { self.word = word }

  /// The eight bytes from offset `at` on; all of them must be readable.
  @inlinable public init(_ text: UnsafeRawBufferPointer, at: Int) {
    self.init(UInt64(littleEndian: text.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
  }

  /// Which bytes equal the given one.
  @inlinable public func equal(to byte: UInt8) -> UInt64 {
    let others = word ^ (Self.ones &* UInt64(byte))
    return ~(((others & ~Self.highs) &+ ~Self.highs) | others) & Self.highs
  }

  /// A result mask as eight bits, the first byte lowest.
  @inlinable public static func bits(_ answer: UInt64) -> UInt64 {
    // Each factor brings the bit of one byte to the top byte, and no two bits of the product meet.
    ((answer &>> 7) &* 0x0102_0408_1020_4080) &>> 56
  }

  /// Whether one of the bytes is less than the given one, which is at most 128.
  @inlinable public func holdsOne(below byte: UInt8) -> Bool {
    (word &- Self.ones &* UInt64(byte)) & ~word & Self.highs != 0
  }

  /// Which bytes are not ASCII.
  @inlinable public var beyondASCII: UInt64 { word & Self.highs }

  /// Which bytes are ASCII letters or digits.
  @inlinable public var lettersAndDigits: UInt64 {
    let small = (word & ~Self.highs) | 0x20 &* Self.ones
    let letters = Self.least(small, 0x61) & ~Self.least(small, 0x7B)
    let digits = least(0x30) & ~least(0x3A)
    return (letters | digits) & ~word & Self.highs
  }

  /// Which bytes are at least the given one, or not ASCII.
  @inlinable public func atLeast(_ byte: UInt8) -> UInt64 { (least(byte) | word) & Self.highs }

  /// The bytes with ASCII capital letters in lower case.
  @inlinable public var lowercased: EightBytes {
    let capitals = least(0x41) & ~least(0x5B) & ~word & Self.highs
    return EightBytes(word | capitals &>> 2)
  }

  @inlinable func least(_ byte: UInt8) -> UInt64 { Self.least(word & ~Self.highs, byte) }

  @inlinable static func least(_ low: UInt64, _ byte: UInt8) -> UInt64 {
    low &+ (0x80 &- UInt64(byte)) &* ones
  }
}
