/// Joins the letters of words that are set apart for emphasis: “S p e r r f r i s t”, “E M B A R G O”.
///
/// The spaces become invisible characters of the same length behind the word, so that every position stays exact.
enum SpacedLetters {
  /// The fewest letters of such a word; fewer may be initials.
  private static let fewest = 4

  /// The text with its spaced words joined; nil if it has none.
  static func joined(_ bytes: [UInt8]) -> [UInt8]? {
    var result: [UInt8]?
    var at = 0
    while let start = bytes[at...].firstIndex(of: space) {
      // The letter before the first space of a row is one of it.
      let row = row(in: bytes, around: start)
      at = max(start + 1, row.last?.upperBound ?? 0)
      guard row.count >= fewest, let first = row.first, let last = row.last else { continue }
      let word = row.flatMap { bytes[$0] } + padding(row.count - 1)
      if result == nil { result = bytes }
      result?.replaceSubrange(first.lowerBound..<last.upperBound, with: word)
    }
    return result
  }

  /// The letters of a row in which single spaces stand between them, the first of which is at an index.
  private static func row(in bytes: [UInt8], around start: Int) -> [Range<Int>] {
    guard var letter = letter(in: bytes, endingAt: start) else { return [] }
    var row = [letter]
    while letter.upperBound < bytes.count, bytes[letter.upperBound] == space,
      let next = self.letter(in: bytes, from: letter.upperBound + 1),
      row.count < 2 || isCapital(bytes[row[1]]) == isCapital(bytes[next])
    {
      letter = next
      row.append(next)
    }
    return row
  }

  /// The single letter that ends at an index, with nothing but a space or a mark before it.
  private static func letter(in bytes: [UInt8], endingAt end: Int) -> Range<Int>? {
    guard end > 0 else { return nil }
    let start = bytes[end - 1] & 0xC0 == 0x80 ? end - 2 : end - 1
    guard start >= 0, start == 0 || !isPartOfWord(bytes[start - 1]) else { return nil }
    return letter(in: bytes, from: start).flatMap { $0.upperBound == end ? $0 : nil }
  }

  /// The single letter at an index, which nothing but a space or a mark follows.
  private static func letter(in bytes: [UInt8], from start: Int) -> Range<Int>? {
    guard start < bytes.count else { return nil }
    // Letters beyond the Latin, Greek and Cyrillic ones are not set apart.
    let isWide = (0xC3...0xD1).contains(bytes[start])
    let end = start + (isWide ? 2 : 1)
    guard isWide || (bytes[start] | 0x20) &- 0x61 < 26, end == bytes.count || !isPartOfWord(bytes[end]) else {
      return nil
    }
    return start..<min(end, bytes.count)
  }

  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "'")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "&")
  }

  private static func isCapital(_ letter: ArraySlice<UInt8>) -> Bool {
    String(decoding: letter, as: UTF8.self).allSatisfy(\.isUppercase)
  }

  /// Invisible characters of so many bytes: soft hyphens, and a space without width for an odd number.
  private static func padding(_ count: Int) -> [UInt8] {
    let isOdd = count % 2 == 1
    return (isOdd ? [0xE2, 0x80, 0x8B] : [])
      + (0..<(count - (isOdd ? 3 : 0)) / 2).flatMap { _ in [0xC2, 0xAD] as [UInt8] }
  }

  private static let space = UInt8(ascii: " ")
}
