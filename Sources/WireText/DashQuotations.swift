/// Quotations that a paragraph marks by a dash at its start, as is usual in the press of many countries.
///
/// “— Text, — said Jana Kolar. — More text.”, “– Texte, a déclaré Jana Kolar.”, “—Texto —ha dicho Jana Kolar.”
/// Inner dashes separate the writer's words from the speaker's: a dash after a punctuation mark and a space, or one
/// with a space before it and none after it. In “– Tekst – powiedziała Jana Kolar. Prose” the dash could as well be one
/// of the speaker's; it separates where the paragraph goes on after its sentence. List items, which are consecutive lines that begin with dashes and
/// have no inner ones, are not quotations.
public enum DashQuotations {
  /// The ranges of quotations, in order, without their dashes.
  ///
  /// - Parameters:
  ///   - utf8: the text.
  ///   - paragraphs: in order, not overlapping.
  /// - Complexity: linear in the text.
  public static func ranges(in utf8: [UInt8], paragraphs: [TextRange]) -> [TextRange] {
    let opened = paragraphs.map { start(of: $0, in: utf8) }
    var result: [TextRange] = []
    for (index, paragraph) in paragraphs.enumerated() {
      guard let start = opened[index] else { continue }
      let parts = parts(of: TextRange(start, paragraph.upper), in: utf8)
      let isBesideOther =
        index > 0 && opened[index - 1] != nil || index + 1 < opened.count && opened[index + 1] != nil
      if parts.count == 1, isBesideOther { continue }
      if parts.count == 1, let end = attribution(in: parts[0], utf8) {
        result.append(TextRange(start, end))
        continue
      }
      for (number, part) in parts.enumerated() where number % 2 == 0 && part.count > 0 { result.append(part) }
    }
    return result
  }

  /// Where the text of a paragraph that opens with a dash begins; nil for other paragraphs.
  private static func start(of paragraph: TextRange, in utf8: [UInt8]) -> Int? {
    guard let end = dash(at: paragraph.lower, paragraph.upper, utf8) else { return nil }
    var at = end
    while at < paragraph.upper, utf8[at] == 0x20 { at += 1 }
    return at < paragraph.upper ? at : nil
  }

  /// Cuts a range at its inner dashes: speech, attribution, further speech.
  private static func parts(of range: TextRange, in utf8: [UInt8]) -> [TextRange] {
    var parts: [TextRange] = []
    var start = range.lower
    var at = range.lower
    while at < range.upper {
      guard utf8[at] == 0xE2, let end = dash(at: at, range.upper, utf8), partsSpeech(at, end, range, utf8)
      else {
        at += 1
        continue
      }
      parts.append(TextRange(start, at))
      start = end
      at = end
    }
    return parts + [TextRange(start, range.upper)]
  }

  /// The dash between a speech and who says it, if it has spaces on both sides and the paragraph goes on after the
  /// sentence; nil if there is none.
  ///
  /// What a speaker puts between dashes has two; one that is left over, before a small letter, is the writer's.
  private static func attribution(in speech: TextRange, _ utf8: [UInt8]) -> Int? {
    for sentence in Sentences.ranges(in: utf8, paragraphs: [speech]).dropLast() {
      let dashes = spacedDashes(in: sentence, utf8)
      if dashes.count % 2 == 1, let last = dashes.last, isSmallLetter(last + 4, sentence.upper, utf8) {
        return last
      }
    }
    return nil
  }

  /// The offsets of dashes between spaces, in order.
  private static func spacedDashes(in range: TextRange, _ utf8: [UInt8]) -> [Int] {
    range.indices.dropFirst().filter { at in
      guard utf8[at] == 0xE2, utf8[at - 1] == 0x20, let end = dash(at: at, range.upper, utf8) else {
        return false
      }
      return end < range.upper && utf8[end] == 0x20
    }
  }

  private static func isSmallLetter(_ at: Int, _ upper: Int, _ utf8: [UInt8]) -> Bool {
    utf8.withUnsafeBufferPointer { text in
      text.baseAddress.map { UTF8Decoding.isSmallLetter($0, at, upper) } ?? false
    }
  }

  /// Whether the dash at the given bytes separates speech from its attribution.
  private static func partsSpeech(_ at: Int, _ end: Int, _ range: TextRange, _ utf8: [UInt8]) -> Bool {
    guard at - 2 >= range.lower, end < range.upper, utf8[at - 1] == 0x20 else { return false }
    if utf8[end] != 0x20 { return true }
    switch utf8[at - 2] {
    case 0x21, 0x2C, 0x2E, 0x3F: return true
    // The ellipsis: E2 80 A6.
    case 0xA6: return at - 4 >= range.lower && utf8[at - 4] == 0xE2
    default: return false
    }
  }

  /// The end of the en dash, em dash or horizontal bar (E2 80 93 … 95) at `place`; nil if there is none.
  private static func dash(at place: Int, _ upper: Int, _ utf8: [UInt8]) -> Int? {
    guard place + 3 <= upper, utf8[place] == 0xE2, utf8[place + 1] == 0x80,
      (0x93...0x95).contains(utf8[place + 2])
    else { return nil }
    return place + 3
  }
}
