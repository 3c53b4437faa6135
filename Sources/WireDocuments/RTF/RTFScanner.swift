/// Splits RTF into control words, symbols and text (Rich Text Format 1.9.1, "RTF syntax").
struct RTFScanner {
  /// A token.
  enum Token {
    /// `{`.
    case open
    /// `}`.
    case close
    /// `\word` with its number, if it has one.
    case word(String, Int?)
    /// `\` and a character that is not a letter.
    case symbol(UInt8)
    /// `\'hh`: a byte of the current code page.
    case byte(UInt8)
    /// Literal bytes.
    case text
    /// `\binN` with N bytes that are not RTF; fewer if the file ends.
    case binary(isWhole: Bool)
  }

  let bytes: [UInt8]
  /// The bytes of the last token.
  private(set) var range = 0..<0

  /// A scanner at the start of a file.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next token; nil at the end.
  mutating func next() -> Token? {
    var at = range.upperBound
    // Line breaks of the file are not significant.
    while at < bytes.count, Self.isIgnored(bytes[at]) { at += 1 }
    guard at < bytes.count else {
      range = at..<at
      return nil
    }
    let start = at
    switch bytes[at] {
    case UInt8(ascii: "{"):
      range = start..<start + 1
      return .open
    case UInt8(ascii: "}"):
      range = start..<start + 1
      return .close
    case UInt8(ascii: "\\"): return control(start)
    default:
      while at < bytes.count, !Self.isSpecial(bytes[at]) { at += 1 }
      range = start..<at
      return .text
    }
  }

  /// Keeps only the first bytes of the last token; the rest is returned again.
  mutating func keepFirst(_ count: Int) { range = range.lowerBound..<range.lowerBound + count }

  private mutating func control(_ start: Int) -> Token {
    var at = start + 1
    guard at < bytes.count else {
      range = start..<at
      return .symbol(UInt8(ascii: "\\"))
    }
    guard HTMLScanner.isLetter(bytes[at]) else { return symbol(start) }
    while at < bytes.count, HTMLScanner.isLetter(bytes[at]), at - start <= 32 { at += 1 }
    let word = String(decoding: bytes[(start + 1)..<at], as: UTF8.self)
    var number: Int?
    let digits = at + (at < bytes.count && bytes[at] == UInt8(ascii: "-") ? 1 : 0)
    var end = digits
    while end < bytes.count, (0x30...0x39).contains(bytes[end]), end - digits < 10 { end += 1 }
    if end > digits {
      number = Int(String(decoding: bytes[at..<end], as: UTF8.self))
      at = end
    }
    if at < bytes.count, bytes[at] == 0x20 { at += 1 }
    guard word == "bin", let count = number, count > 0 else {
      range = start..<at
      return .word(word, number)
    }
    range = start..<at + min(count, bytes.count - at)
    return .binary(isWhole: count <= bytes.count - at)
  }

  private mutating func symbol(_ start: Int) -> Token {
    let symbol = bytes[start + 1]
    guard symbol == UInt8(ascii: "'") else {
      range = start..<start + 2
      return .symbol(symbol)
    }
    let digits = bytes[(start + 2)...].prefix(2).prefix { Self.isHexadecimal($0) }
    range = start..<digits.endIndex
    return UInt8(String(decoding: digits, as: UTF8.self), radix: 16).map { .byte($0) } ?? .symbol(symbol)
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
  }

  private static func isIgnored(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D || byte == 0 }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    isIgnored(byte) || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "\\")
  }
}
