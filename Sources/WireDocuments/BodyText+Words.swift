import WireText

extension BodyText {
  /// The number of its words, separated by white space.
  var wordCount: Int { wordCount(inParagraphsOf: 0) }

  /// The number of words in paragraphs of at least `fewest` words; shorter ones are labels, links and buttons.
  func wordCount(inParagraphsOf fewest: Int) -> Int {
    utf8.withUnsafeBufferPointer { bytes in
      paragraphs.reduce(0) { sum, paragraph in
        let count = Self.wordCount(bytes[paragraph.range.indices])
        return count >= fewest ? sum + count : sum
      }
    }
  }

  private static func wordCount(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    var count = 0
    var isInWord = false
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let space = whiteSpace(bytes, at: index)
      if space == 0, !isInWord { count += 1 }
      isInWord = space == 0
      index += max(1, space)
    }
    return count
  }

  /// The length in bytes of the white space character at an index; 0 if there is none.
  private static func whiteSpace(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, at index: Int) -> Int {
    let first = bytes[index]
    if first < 0x80 { return first == 0x20 || (0x09...0x0D).contains(first) ? 1 : 0 }
    func at(_ offset: Int) -> UInt8 { index + offset < bytes.endIndex ? bytes[index + offset] : 0 }
    switch first {
    // U+0085 and U+00A0
    case 0xC2: return at(1) == 0x85 || at(1) == 0xA0 ? 2 : 0
    // U+1680
    case 0xE1: return at(1) == 0x9A && at(2) == 0x80 ? 3 : 0
    // U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F
    case 0xE2 where at(1) == 0x80: return at(2) <= 0x8A || [0xA8, 0xA9, 0xAF].contains(at(2)) ? 3 : 0
    case 0xE2: return at(1) == 0x81 && at(2) == 0x9F ? 3 : 0
    // U+3000
    case 0xE3: return at(1) == 0x80 && at(2) == 0x80 ? 3 : 0
    default: return 0
    }
  }
}
