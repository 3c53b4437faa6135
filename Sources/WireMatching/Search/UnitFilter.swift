/// A set of units with false positives (a Bloom filter with one hash): one bit each, by hash.
struct UnitFilter {
  private var bits: [UInt64]
  private let shift: UInt64

  /// A set for about `count` units.
  init(expecting count: Int) {
    var width: UInt64 = 10
    while width < 24, 1 << Int(width) < count * 8 { width += 1 }
    bits = Array(repeating: 0, count: 1 << Int(width - 6))
    shift = 64 - width
  }

  @inline(__always)
  private func bit(_ unit: UInt32) -> UInt64 { (UInt64(unit) &* 0x9E37_79B9_7F4A_7C15) &>> shift }

  @inline(__always)
  mutating func insert(_ unit: UInt32) {
    let bit = bit(unit)
    bits[Int(truncatingIfNeeded: bit &>> 6)] |= 1 &<< (bit & 63)
  }

  @inline(__always)
  func mayContain(_ unit: UInt32) -> Bool {
    let bit = bit(unit)
    return bits[Int(truncatingIfNeeded: bit &>> 6)] & (1 &<< (bit & 63)) != 0
  }
}
