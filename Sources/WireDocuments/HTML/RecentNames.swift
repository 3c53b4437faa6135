/// The numbers of short names that were looked up lately.
///
/// A page repeats a few names thousands of times, and hashing each in full costs as much as reading its tag.
struct RecentNames {
  /// The packed name in each slot, with its number; 0 is none.
  private var slots = [(name: UInt64, number: Int32)](repeating: (0, 0), count: 64)

  /// The bytes of a name in lower case, packed into one number; nil for an empty name and for more than eight bytes.
  static func pack(_ name: some Collection<UInt8>) -> UInt64? {
    guard (1...8).contains(name.count) else { return nil }
    return name.reduce(0) { $0 << 8 | UInt64(HTMLScanner.lowercased($1)) }
  }

  /// The number of a packed name; setting it replaces another name in the same slot.
  subscript(name: UInt64) -> Int32? {
    get {
      let slot = slots[Self.slot(of: name)]
      return slot.name == name ? slot.number : nil
    }
    set { slots[Self.slot(of: name)] = newValue.map { (name, $0) } ?? (0, 0) }
  }

  /// The upper bits of a product with the golden ratio: Fibonacci hashing.
  private static func slot(of name: UInt64) -> Int {
    Int(truncatingIfNeeded: (name &* 0x9E37_79B9_7F4A_7C15) >> 58)
  }
}
