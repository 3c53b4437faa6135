/// Numbers by well-mixed or structured 64-bit keys: open addressing over plain arrays, asked several times a word.
struct HashNumbers: Sendable {
  private var keys: [UInt64] = Array(repeating: 0, count: 16)
  /// By slot; −1 where it is free.
  private var numbers: [Int32] = Array(repeating: -1, count: 16)
  /// How many keys there are.
  private(set) var count = 0

  /// The number of a key; nil where there is none.
  subscript(key: UInt64) -> Int? {
    let mask = keys.count &- 1
    var at = Self.slot(key, mask)
    while numbers[at] >= 0 {
      if keys[at] == key { return Int(numbers[at]) }
      at = (at &+ 1) & mask
    }
    return nil
  }

  /// Gives a key that is not there a number, from zero.
  mutating func insert(_ number: Int, for key: UInt64) {
    if (count + 1) * 2 > keys.count { grow() }
    put(Int32(clamping: number), key)
    count += 1
  }

  private mutating func put(_ number: Int32, _ key: UInt64) {
    let mask = keys.count - 1
    var at = Self.slot(key, mask)
    while numbers[at] >= 0 { at = (at + 1) & mask }
    keys[at] = key
    numbers[at] = number
  }

  private mutating func grow() {
    let (oldKeys, oldNumbers) = (keys, numbers)
    keys = Array(repeating: 0, count: oldKeys.count * 2)
    numbers = Array(repeating: -1, count: oldKeys.count * 2)
    for (key, number) in zip(oldKeys, oldNumbers) where number >= 0 { put(number, key) }
  }

  @inline(__always)
  private static func slot(_ key: UInt64, _ mask: Int) -> Int {
    let mixed = key &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed ^ (mixed &>> 32)) & mask
  }
}
