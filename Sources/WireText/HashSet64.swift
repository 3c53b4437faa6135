/// A fixed set of well-mixed 64-bit hashes, asked once a word: one probe in nearly every case.
struct HashSet64: Sendable {
  private let slots: [UInt64]
  private let mask: Int
  private let holdsZero: Bool

  /// A set of the given hashes.
  init(_ hashes: [UInt64]) {
    var size = 8
    while size < hashes.count * 4 { size *= 2 }
    var slots = [UInt64](repeating: 0, count: size)
    for hash in hashes where hash != 0 {
      var at = Int(truncatingIfNeeded: hash) & (size - 1)
      while slots[at] != 0, slots[at] != hash { at = (at + 1) & (size - 1) }
      slots[at] = hash
    }
    self.slots = slots
    mask = size - 1
    holdsZero = hashes.contains(0)
  }

  /// Whether the hash is in the set.
  @inline(__always)
  func contains(_ hash: UInt64) -> Bool {
    if hash == 0 { return holdsZero }
    var at = Int(truncatingIfNeeded: hash) & mask
    while slots[at] != 0 {
      if slots[at] == hash { return true }
      at = (at &+ 1) & mask
    }
    return false
  }
}
