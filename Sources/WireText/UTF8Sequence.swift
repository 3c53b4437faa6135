/// Well-formed UTF-8 as Unicode defines it (table 3-7): no overlong forms, no surrogates, nothing over U+10FFFF.
public enum UTF8Sequence {
  /// The length of the well-formed sequence at `at`; 0 if there is none.
  @inlinable @inline(__always)
  public static func length<Bytes: RandomAccessCollection>(in bytes: Bytes, at: Int, end: Int) -> Int
  where Bytes.Element == UInt8, Bytes.Index == Int {
    let first = bytes[at]
    if first < 0x80 { return 1 }
    func continues(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      at + offset < end && range.contains(bytes[at + offset])
    }
    switch first {
    case 0xC2...0xDF: return continues(1) ? 2 : 0
    case 0xE0: return continues(1, 0xA0...0xBF) && continues(2) ? 3 : 0
    case 0xED: return continues(1, 0x80...0x9F) && continues(2) ? 3 : 0
    case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : 0
    case 0xF0: return continues(1, 0x90...0xBF) && continues(2) && continues(3) ? 4 : 0
    case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : 0
    case 0xF4: return continues(1, 0x80...0x8F) && continues(2) && continues(3) ? 4 : 0
    default: return 0
    }
  }
}

extension [UInt8] {
  /// Appends a character as UTF-8.
  public mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      append(contentsOf: String(scalar).utf8)
    }
  }
}
