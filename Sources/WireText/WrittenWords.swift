extension RandomAccessCollection where Element == Word, Index == Int {
  /// The number of words as a person would count them.
  ///
  /// Anything between spaces or dashes is a word, such as `state-of-the-art`, `O'Neill's` or `$1,212.76`, which the
  /// tokenizer splits; in scripts without spaces each character is one.
  ///
  /// - Parameter text: the UTF-8 text that contains the words, in order.
  public func writtenCount(in text: [UInt8]) -> Int {
    guard var last = first else { return 0 }
    var count = 1
    for word in dropFirst() {
      let isApart = word.traits.contains(.spaceless) || last.traits.contains(.spaceless)
      if isApart || Gap.parts(text[Int(last.end)..<Swift.max(Int(last.end), Int(word.start))]) { count += 1 }
      last = word
    }
    return count
  }
}

/// What separates two words.
private enum Gap {
  /// Whether it contains a space of any width or a long dash.
  static func parts(_ gap: ArraySlice<UInt8>) -> Bool {
    if gap.contains(where: { $0 <= 0x20 }) { return true }
    guard gap.contains(where: { $0 >= 0x80 }) else { return false }
    return String(decoding: gap, as: UTF8.self).unicodeScalars.contains {
      $0.properties.isWhitespace || $0 == "\u{2013}" || $0 == "\u{2014}" || $0 == "\u{2015}"
    }
  }
}
