/// The checksum of the index's blocks: 64 bits, four lanes, about as fast as memory.
///
/// Every step is a bijection of its lane's state, so a change inside one eight-byte word always changes the sum;
/// other damage goes undetected once in 2^64. It does not protect against deliberate forgery of an index.
package enum Checksum {
  /// The sum of `count` bytes.
  static func sum(_ bytes: UnsafeRawPointer, _ count: Int) -> UInt64 {
    var a: UInt64 = 0x243F_6A88_85A3_08D3
    var b: UInt64 = 0x1319_8A2E_0370_7344
    var c: UInt64 = 0xA409_3822_299F_31D0
    var d: UInt64 = 0x082E_FA98_EC4E_6C89
    var at = 0
    while at &+ 32 <= count {
      a = step(a, lane(bytes + at))
      b = step(b, lane(bytes + at + 8))
      c = step(c, lane(bytes + at + 16))
      d = step(d, lane(bytes + at + 24))
      at &+= 32
    }
    while at < count {
      var last: UInt64 = 0
      var shift: UInt64 = 0
      while at < count, shift < 64 {
        last |= UInt64(bytes.load(fromByteOffset: at, as: UInt8.self)) &<< shift
        shift &+= 8
        at &+= 1
      }
      a = step(a, last)
    }
    var sum = step(step(step(a, b), c), d)
    sum = step(sum, UInt64(truncatingIfNeeded: count))
    return sum
  }

  /// The sum of an array's bytes.
  package static func sum(_ bytes: [UInt8]) -> UInt64 {
    bytes.withUnsafeBytes { buffer in buffer.baseAddress.map { sum($0, buffer.count) } ?? 0 }
  }

  @inline(__always)
  private static func lane(_ bytes: UnsafeRawPointer) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
  }

  @inline(__always)
  private static func step(_ state: UInt64, _ lane: UInt64) -> UInt64 {
    let mixed = (state ^ lane) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ (mixed &>> 31)
  }
}
