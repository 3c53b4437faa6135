package import WireText

/// A string in JSON bytes, not decoded, without its quotes.
package struct JSONString: Hashable {
  /// The repairs that decoding made.
  package struct Repairs: Hashable {
    /// Lone surrogates, replaced by U+FFFD.
    package var loneSurrogates = 0
    /// Invalid UTF-8 bytes, replaced by U+FFFD.
    package var invalidBytes = 0
    /// No repairs yet.
    package init() {}

    /// Whether nothing was repaired.
    package var isEmpty: Bool { loneSurrogates == 0 && invalidBytes == 0 }
  }

  /// The bytes between the quotes.
  package var range: Range<Int>
  /// Whether the bytes need no decoding: no escapes, and valid UTF-8.
  package var isPlain: Bool

  /// A string of the given parts.
  package init(range: Range<Int>, isPlain: Bool) {
    self.range = range
    self.isPlain = isPlain
  }

  /// Whether the decoded text equals a word.
  package func equals(_ word: StaticString, in bytes: [UInt8]) -> Bool {
    guard isPlain else { return text(in: bytes) == word.description }
    guard word.utf8CodeUnitCount == range.count else { return false }
    return word.withUTF8Buffer { letters in bytes[range].elementsEqual(letters) }
  }

  /// The decoded text, repaired where necessary.
  package func text(in bytes: [UInt8]) -> String {
    if isPlain { return String(decoding: bytes[range], as: UTF8.self) }
    var text: [UInt8] = []
    var map = SourceMap()
    _ = decode(from: bytes, at: 0, into: &text, map: &map)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends the decoded text to `text` and the source positions of its parts to `map`.
  ///
  /// - Parameters:
  ///   - bytes: the array that `range` refers to.
  ///   - offset: the offset of the array's first byte in the file.
  ///   - text: receives valid UTF-8.
  ///   - map: receives one segment for each plain run and each escape.
  /// - Returns: the repairs that were made.
  package func decode(
    from bytes: [UInt8], at offset: Int, into text: inout [UInt8], map: inout SourceMap
  ) -> Repairs {
    var repairs = Repairs()
    var at = range.lowerBound
    while at < range.upperBound {
      let run = isPlain ? range.upperBound : JSONStringScan.textRun(in: bytes, from: at, to: range.upperBound)
      if run > at {
        let before = text.count
        text += bytes[at..<run]
        map.append(
          TextRange(before, text.count), from: FileRange(offset + at, offset + run), isExact: true)
        at = run
        continue
      }
      let (scalar, length) = Self.special(in: bytes, at: at, end: range.upperBound, repairs: &repairs)
      let before = text.count
      text.append(scalar)
      map.append(
        TextRange(before, text.count), from: FileRange(offset + at, offset + at + length), isExact: false)
      at += length
    }
    return repairs
  }

  /// Decodes an escape or an invalid byte; the reader has already validated the grammar.
  private static func special(
    in bytes: [UInt8], at: Int, end: Int, repairs: inout Repairs
  ) -> (Unicode.Scalar, Int) {
    guard bytes[at] == 0x5C, at + 1 < end else {
      repairs.invalidBytes += 1
      return ("\u{FFFD}", 1)
    }
    switch bytes[at + 1] {
    case 0x62: return ("\u{08}", 2)
    case 0x66: return ("\u{0C}", 2)
    case 0x6E: return ("\n", 2)
    case 0x72: return ("\r", 2)
    case 0x74: return ("\t", 2)
    case 0x75:
      let unit = codeUnit(in: bytes, at: at)
      if let scalar = Unicode.Scalar(unit) { return (scalar, 6) }
      if unit < 0xDC00, at + 12 <= end, bytes[at + 6] == 0x5C, bytes[at + 7] == 0x75 {
        let low = codeUnit(in: bytes, at: at + 6)
        if (0xDC00...0xDFFF).contains(low),
          let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
        {
          return (scalar, 12)
        }
      }
      repairs.loneSurrogates += 1
      return ("\u{FFFD}", 6)
    default: return (Unicode.Scalar(bytes[at + 1]), 2)
    }
  }

  /// The value of the four hexadecimal digits of the escape at `at`.
  private static func codeUnit(in bytes: [UInt8], at: Int) -> UInt32 {
    var value: UInt32 = 0
    for byte in bytes[min(at + 2, bytes.count)..<min(at + 6, bytes.count)] {
      value = value << 4 | (hexadecimalValue(byte) ?? 0)
    }
    return value
  }
}
