/// A set of keys with false positives (a Bloom filter with one hash): one bit each.
///
/// Tables are larger than the processor's nearest cache; nearly every word that is in none of them is told here.
struct KeyFilter: Sendable {
  private var bits: [UInt64]
  private let shift: UInt64

  /// An empty set.
  ///
  /// - Parameter bits: the binary logarithm of its size in bits, at least 6.
  init(bits: UInt64) {
    self.bits = Array(repeating: 0, count: 1 << (bits - 6))
    shift = 64 - bits
  }

  mutating func insert(_ key: UInt64) {
    let bit = bit(key)
    bits[bit &>> 6] |= 1 &<< UInt64(bit & 63)
  }

  @inline(__always)
  func mayContain(_ key: UInt64) -> Bool {
    let bit = bit(key)
    return bits[bit &>> 6] &>> UInt64(bit & 63) & 1 == 1
  }

  @inline(__always)
  private func bit(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> shift)
  }
}
