internal import WireText

/// A text in the spelling of anchors: every space is a plain one, no character is invisible, and a letter with its
/// accent is one character.
///
/// Typesetting puts no-break spaces, soft hyphens and direction marks between and into the words of a notice, some
/// systems write accents as characters of their own, and Arabic and Hebrew may have vowel signs. The lexer ignores
/// all of this, but the search for anchors compares bytes.
struct AnchorText {
  /// The text, UTF-8.
  private(set) var bytes: [UInt8]
  /// The ends of all differences, in order.
  private var shifts: [Shift] = []

  /// Offsets in `bytes` and in the original text that correspond to each other.
  private struct Shift {
    var place: Int
    var origin: Int
  }

  /// Rewrites a text in linear time; one in which nothing differs is not copied.
  init(_ text: [UInt8]) {
    bytes = text
    text.withUnsafeBufferPointer { text in
      guard var at = Self.variant(in: text, from: 0) else { return }
      bytes.removeSubrange(at...)
      while at < text.count {
        let (scalar, width) = Lexer.scalar(text, at)
        write(scalar)
        let origin = at + width
        shifts.append(Shift(place: bytes.count, origin: origin))
        at = Self.variant(in: text, from: origin) ?? text.count
        bytes += text[origin..<at]
      }
    }
  }

  /// Passes on an anchor in its own spelling: some languages have invisible characters inside words.
  static func forSearch(_ anchor: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    guard variant(in: anchor, from: 0) != nil else { return body(anchor) }
    AnchorText(Array(anchor)).bytes.withUnsafeBufferPointer(body)
  }

  /// The range of the original text to which a range of `bytes` corresponds.
  func origin(of range: TextRange) -> TextRange {
    func origin(_ place: Int) -> Int {
      let next = shifts.partitioningIndex { $0.place > place }
      return next == 0 ? place : shifts[next - 1].origin + place - shifts[next - 1].place
    }
    return TextRange(origin(range.lower), origin(range.upper))
  }

  /// The range of `bytes` to which a range of the original text corresponds.
  func place(of range: TextRange) -> TextRange {
    func place(_ origin: Int) -> Int {
      let next = shifts.partitioningIndex { $0.origin > origin }
      let place = next == 0 ? origin : shifts[next - 1].place + origin - shifts[next - 1].origin
      return next == shifts.count ? place : min(place, shifts[next].place)
    }
    return TextRange(place(range.lower), place(range.upper))
  }

  /// Writes what stands for a character that anchors do not have.
  private mutating func write(_ variant: Unicode.Scalar) {
    if variant.properties.isWhitespace {
      bytes.append(UInt8(ascii: " "))
    } else if Self.accents.contains(variant),
      let start = bytes.suffix(4).lastIndex(where: { $0 & 0xC0 != 0x80 }),
      let letter = Self.letters[String(decoding: bytes[start...], as: UTF8.self) + String(variant)]
    {
      bytes.removeSubrange(start...)
      bytes.append(letter)
    }
  }

  private static let accents: ClosedRange<Unicode.Scalar> = "\u{300}"..."\u{36F}"

  /// The letters with accents of Latin, Greek and Cyrillic script; a letter followed by its accents is an equal key.
  private static let letters: [String: Unicode.Scalar] = {
    let blocks: [ClosedRange<UInt32>] = [0xC0...0x24F, 0x386...0x3CE, 0x400...0x52F, 0x1E00...0x1FFC]
    let letters = blocks.joined().compactMap(Unicode.Scalar.init)
    return Dictionary(letters.map { (String($0), $0) }) { first, _ in first }
  }()

  /// The offset of the first character that anchors do not have, from an offset on; nil if there is none.
  static func variant(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var at = start
    while at < text.count {
      if text.count - at >= 8, EightBytes(UnsafeRawBufferPointer(text), at: at).beyondASCII == 0 {
        at += 8
      } else if text[at] >= 0xC2, isVariant(text, at) {
        return at
      } else {
        at += 1
      }
    }
    return nil
  }

  /// Whether a byte starts a space other than the plain one, an invisible character, an accent or a vowel sign.
  @inline(__always)
  private static func isVariant(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    guard at + 1 < text.count else { return false }
    let third = at + 2 < text.count ? text[at + 2] : 0
    switch (text[at], text[at + 1]) {
    case (0xC2, 0xA0), (0xC2, 0xAD), (0xCC, 0x80...0xBF), (0xCD, 0x80...0xAF), (0xD6, 0x91...0xBD),
      (0xD6, 0xBF),
      (0xD7, 0x81...0x82), (0xD7, 0x84...0x85), (0xD7, 0x87), (0xD9, 0x80), (0xD9, 0x8B...0x9F), (0xD9, 0xB0):
      return true
    case (0xE2, 0x80): return (0x80...0x8F).contains(third) || (0xAA...0xAF).contains(third)
    case (0xE2, 0x81): return (0x9F...0xAF).contains(third)
    case (0xE3, 0x80): return third == 0x80
    case (0xEF, 0xBB): return third == 0xBF
    default: return false
    }
  }
}
