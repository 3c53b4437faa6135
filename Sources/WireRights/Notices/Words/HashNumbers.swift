/// A map from well-mixed or structured 64-bit keys to numbers: open addressing over a plain array, for several
/// look-ups a word.
struct HashNumbers: Sendable {
  private struct Slot {
    var key: UInt64 = 0
    /// −1 if the slot is free.
    var number = -1
  }

  private var slots = [Slot](repeating: Slot(), count: 16)
  /// The number of keys.
  private(set) var count = 0

  /// The number of a key; nil if there is none.
  subscript(key: UInt64) -> Int? {
    let mask = slots.count &- 1
    var at = Self.start(key, mask)
    while slots[at].number >= 0 {
      if slots[at].key == key { return slots[at].number }
      at = (at &+ 1) & mask
    }
    return nil
  }

  /// Adds a key that is not in the map, with a number of at least zero.
  mutating func insert(_ number: Int, for key: UInt64) {
    reserve(count + 1)
    put(Slot(key: key, number: number))
    count += 1
  }

  /// Reserves capacity for `keys` keys.
  ///
  /// A quarter of the slots stays free: tables with this many look-ups should be small rather than sparse.
  mutating func reserve(_ keys: Int) {
    var size = slots.count
    while keys * 4 > size * 3 { size *= 2 }
    if size > slots.count { resize(to: size) }
  }

  private mutating func put(_ slot: Slot) {
    let mask = slots.count - 1
    var at = Self.start(slot.key, mask)
    while slots[at].number >= 0 { at = (at + 1) & mask }
    slots[at] = slot
  }

  private mutating func resize(to size: Int) {
    let old = slots
    slots = Array(repeating: Slot(), count: size)
    for slot in old where slot.number >= 0 { put(slot) }
  }

  @inline(__always)
  private static func start(_ key: UInt64, _ mask: Int) -> Int {
    let mixed = key &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed ^ (mixed &>> 32)) & mask
  }
}
