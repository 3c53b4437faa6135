/// Assembles characters from the UTF-16 units that RTF writes, one control word each.
struct RTFUnits {
  /// The number of unpaired surrogates.
  private(set) var halves = 0
  private var first: UInt32?

  /// The characters that a unit completes, as a signed number; none for the first half of a pair.
  mutating func scalars(_ number: Int) -> [Unicode.Scalar] {
    let unit = UInt32(truncatingIfNeeded: number) & 0xFFFF
    if let high = first, (0xDC00..<0xE000).contains(unit) {
      first = nil
      return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00)).map { [$0] } ?? []
    }
    let lone = dropHalf().map { [$0] } ?? []
    if (0xD800..<0xDC00).contains(unit) {
      first = unit
      return lone
    }
    // Symbol fonts map their letters to the private use area.
    let value = (0xF020...0xF0FF).contains(unit) ? unit - 0xF000 : unit
    return lone + [Unicode.Scalar(value) ?? half()]
  }

  /// U+FFFD for a pending first half without a second half; nil if none is pending.
  mutating func dropHalf() -> Unicode.Scalar? {
    guard first != nil else { return nil }
    first = nil
    return half()
  }

  private mutating func half() -> Unicode.Scalar {
    halves += 1
    return "\u{FFFD}"
  }
}
