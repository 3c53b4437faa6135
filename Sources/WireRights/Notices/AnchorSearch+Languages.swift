internal import WireText

extension AnchorSearch {
  /// The place of the first anchor in a range of bytes; nil where there is none.
  func first(in text: [UInt8], from lower: Int, to upper: Int) -> Int? {
    var found: Int?
    scan(text, from: lower, to: upper) { at, _ in
      found = at
      return false
    }
    return found
  }

  /// The languages of all anchors in a range of bytes.
  func languages(in text: [UInt8], _ range: TextRange) -> LanguageSet {
    var languages = LanguageSet()
    scan(text, from: range.lower, to: range.upper) { _, found in
      languages.formUnion(found)
      return true
    }
    return languages
  }

  /// The languages that have at least a share of the words that the language with most of them has.
  ///
  /// - Parameter part: one such word for so many of that language is enough.
  func languages(in text: [UInt8], _ range: TextRange, oneIn part: Int) -> LanguageSet {
    var counts = [Int](repeating: 0, count: LanguageSet.capacity)
    var seen = LanguageSet()
    scan(text, from: range.lower, to: range.upper) { _, found in
      seen.formUnion(found)
      for language in found.numbers { counts[language] += 1 }
      return true
    }
    let most = seen.numbers.reduce(0) { max($0, counts[$1]) }
    return seen.numbers.reduce(into: LanguageSet()) { languages, language in
      if counts[language] * part >= most { languages.formUnion(LanguageSet(language)) }
    }
  }

  /// The languages of the anchors in a range of bytes; of those that share an anchor, the ones that are spoken there.
  func languages(in text: [UInt8], _ range: TextRange, spoken: LanguageSet) -> LanguageSet {
    var languages = LanguageSet()
    scan(text, from: range.lower, to: range.upper) { _, found in
      let both = found.intersection(spoken)
      languages.formUnion(both.isEmpty ? found : both)
      return true
    }
    return languages
  }
}
