/// The hash of a folded word's bytes, the same on every machine and in every release, since indexes store it.
///
/// Eight bytes a step, each step a bijection of the state, so that two words of up to eight bytes never collide.
enum WordHash {
  /// The state before the first byte.
  static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Absorbs `count` bytes into the state.
  ///
  /// - Parameter bytes: readable for at least eight bytes past `count`.
  @inline(__always)
  static func absorb(_ state: UInt64, _ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    var state = state
    var at = 0
    while at < count {
      var lane = UInt64(
        littleEndian: UnsafeRawPointer(bytes + at).loadUnaligned(as: UInt64.self))
      let left = count &- at
      if left < 8 { lane &= (1 &<< UInt64(truncatingIfNeeded: 8 &* left)) &- 1 }
      state = (state ^ lane) &* 0xBF58_476D_1CE4_E5B9
      state ^= state &>> 32
      at &+= 8
    }
    return state
  }

  /// The hash of all `length` bytes absorbed.
  @inline(__always)
  static func finish(_ state: UInt64, length: Int) -> UInt64 {
    var hash = state ^ UInt64(truncatingIfNeeded: length)
    hash = hash &* 0x94D0_49BB_1331_11EB
    return hash ^ (hash &>> 29)
  }
}
