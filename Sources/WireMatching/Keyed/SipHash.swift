/// SipHash-2-4: a 64-bit hash of 64-bit words, indistinguishable from random without the 128-bit key.
///
/// Aumasson and Bernstein, "SipHash: a fast short-input PRF", 2012. HMAC-SHA-256 of the words would be as sound and
/// ten times slower; short inputs under a secret key are what SipHash was made for.
package struct SipHash: Sendable {
  private let key: (UInt64, UInt64)

  /// A hash under a key.
  package init(key: (UInt64, UInt64)) { self.key = key }

  /// The hash of some words, taken as bytes in little-endian order.
  @inline(__always)
  package func callAsFunction(_ words: some Sequence<UInt64>) -> UInt64 {
    var state = State(key)
    var count: UInt64 = 0
    for word in words {
      state.absorb(word)
      count &+= 8
    }
    state.absorb(count &<< 56)
    return state.finish()
  }

  private struct State {
    var a, b, c, d: UInt64

    @inline(__always)
    init(_ key: (UInt64, UInt64)) {
      a = key.0 ^ 0x736F_6D65_7073_6575
      b = key.1 ^ 0x646F_7261_6E64_6F6D
      c = key.0 ^ 0x6C79_6765_6E65_7261
      d = key.1 ^ 0x7465_6462_7974_6573
    }

    @inline(__always)
    mutating func absorb(_ word: UInt64) {
      d ^= word
      round()
      round()
      a ^= word
    }

    @inline(__always)
    mutating func finish() -> UInt64 {
      c ^= 0xFF
      for _ in 0..<4 { round() }
      return a ^ b ^ c ^ d
    }

    @inline(__always)
    private mutating func round() {
      a &+= b
      b = b &<< 13 | b &>> 51
      b ^= a
      a = a &<< 32 | a &>> 32
      c &+= d
      d = d &<< 16 | d &>> 48
      d ^= c
      a &+= d
      d = d &<< 21 | d &>> 43
      d ^= a
      c &+= b
      b = b &<< 17 | b &>> 47
      b ^= c
      c = c &<< 32 | c &>> 32
    }
  }
}
