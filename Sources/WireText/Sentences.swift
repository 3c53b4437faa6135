/// Cuts paragraphs into sentences, without language-specific data.
///
/// A sentence ends at `.`, `!`, `?`, `…` or their East Asian forms, closing marks after it included, if white space
/// and anything but a lower-case letter follow. A full stop after a lone letter (of Latin script, or a capital one of
/// any other), or after a short capitalised word (`Sen.`, `St.`), does not end a sentence.
public enum Sentences {
  /// The sentences in order, without outer white space.
  ///
  /// - Parameters:
  ///   - utf8: the text.
  ///   - paragraphs: in order, not overlapping.
  /// - Complexity: linear in the text.
  public static func ranges(in utf8: [UInt8], paragraphs: [TextRange]) -> [TextRange] {
    var result: [TextRange] = []
    utf8.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      for paragraph in paragraphs where paragraph.upper <= utf8.count {
        append(base, paragraph, to: &result)
      }
    }
    return result
  }

  private static func append(
    _ text: UnsafePointer<UInt8>, _ paragraph: TextRange, to result: inout [TextRange]
  ) {
    var start = paragraph.lower
    var wordStart = paragraph.lower
    var at = paragraph.lower
    // No break follows before this offset, so that a long run of marks is examined only once.
    var noBreakBefore = paragraph.lower
    while at < paragraph.upper {
      let (scalar, width) = UTF8Decoding.scalar(text, at, paragraph.upper)
      at += width
      if scalar <= 0x20 || scalar == 0xA0 { wordStart = at }
      guard let isSure = end(scalar) else { continue }
      if !isSure, at <= noBreakBefore { continue }
      if scalar == 0x2E, isAbbreviation(text, wordStart, at - 1) { continue }
      var next = at
      while next < paragraph.upper {
        let (closing, width) = UTF8Decoding.scalar(text, next, paragraph.upper)
        guard end(closing) != nil || isClosing(closing) else { break }
        next += width
      }
      guard isSure || next == paragraph.upper || isBreak(text, next, paragraph.upper) else {
        noBreakBefore = next
        continue
      }
      result.append(TextRange(start, next))
      while next < paragraph.upper, text[next] <= 0x20 { next += 1 }
      start = next
      wordStart = next
      at = next
    }
    if start < paragraph.upper { result.append(TextRange(start, paragraph.upper)) }
  }

  /// Whether a scalar always ends a sentence (true) or may end one (false); nil if it does not.
  private static func end(_ scalar: UInt32) -> Bool? {
    switch scalar {
    case 0x21, 0x2E, 0x3F, 0x2026: false
    case 0x3002, 0xFF01, 0xFF1F, 0xFF61, 0x0964, 0x06D4, 0x061F: true
    default: nil
    }
  }

  private static func isClosing(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0x29, 0x5D, 0xBB, 0x2019, 0x201C, 0x201D, 0x203A, 0x300D, 0x300F, 0xFF09: true
    default: false
    }
  }

  /// Whether white space follows, and then anything but a lower-case letter.
  private static func isBreak(_ text: UnsafePointer<UInt8>, _ at: Int, _ end: Int) -> Bool {
    var at = at
    guard text[at] <= 0x20 || (at + 1 < end && text[at] == 0xC2 && text[at + 1] == 0xA0) else { return false }
    while at < end, text[at] <= 0x20 { at += 1 }
    return at == end || !UTF8Decoding.isSmallLetter(text, at, end)
  }

  /// Whether the letters before a full stop are a lone letter or a short capitalised word.
  private static func isAbbreviation(_ text: UnsafePointer<UInt8>, _ start: Int, _ stop: Int) -> Bool {
    var first = stop
    while first > start, isLetter(text[first - 1]) { first -= 1 }
    let count = stop - first
    if count > 1, count <= 4, text[first] >= 0x80 {
      let (scalar, width) = UTF8Decoding.scalar(text, first, stop)
      return width == count && Unicode.Scalar(scalar)?.properties.isUppercase == true
    }
    guard count >= 1, (0x41...0x5A).contains(text[first]) else { return false }
    return count == 1 || (count <= 3 && !(0x41...0x5A).contains(text[first + 1]))
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
