internal import WireText

extension AnchorSearch {
  /// The offset of the first anchor in a range of bytes; nil if there is none.
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

  /// The languages with at least a given share of the anchors of the most frequent language.
  ///
  /// - Parameter part: the inverse of the share: one anchor for every `part` of that language is enough.
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

  /// The languages of the anchors in a range of bytes; for an anchor shared by several, only the spoken ones among
  /// them.
  ///
  /// - Parameter words: words that are no anchors in the languages that they are of.
  func languages(
    in text: [UInt8], _ range: TextRange, spoken: LanguageSet, besides words: AnchorSearch
  ) -> LanguageSet {
    var languages = LanguageSet()
    scan(text, from: range.lower, to: range.upper) { at, found in
      let both = found.intersection(spoken)
      if !both.isEmpty {
        languages.formUnion(both)
      } else if !words.stands(at: at, in: text, to: range.upper, of: spoken) {
        languages.formUnion(found)
      }
      return true
    }
    return languages
  }

  /// Whether an anchor of one of some languages is at an offset.
  private func stands(at start: Int, in text: [UInt8], to upper: Int, of languages: LanguageSet) -> Bool {
    text.withUnsafeBufferPointer { !self.languages(at: start, in: $0, to: upper).isDisjoint(with: languages) }
  }
}
