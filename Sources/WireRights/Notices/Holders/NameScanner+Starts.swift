/// Names that start with numbers or small words, and names that end before a token.
extension NameScanner {
  /// A name that starts with a number: “© 2005 3AM Productions”, “© 20 Minutes”.
  func numbered(at index: Int) -> Name? {
    guard index + 1 < tokens.count, tokens[index].kind == .number,
      Year.value(tokens[index], reading.list) == nil,
      tokens[index].foldedUpper - tokens[index].foldedLower <= Self.mostDigits,
      tokens[index + 1].kind == .word, tokens[index + 1].isCapitalised, tokens[index + 1].gap <= .space,
      tagAt[index + 1]?.month == nil, let rest = name(from: index + 1), rest.lower == index + 1
    else { return nil }
    return Name(lower: index, upper: rest.upper)
  }

  /// The most digits at the start of a name.
  private static let mostDigits = 3

  /// A name whose first word is in lower case, behind the sign: “© 2024 kobers Team”.
  func smallStart(at index: Int, in sentence: Reading.Sentence) -> Name? {
    guard index + 1 < sentence.upper, tokens[index].isCased, !tokens[index].isCapitalised,
      tokens[index].gap == .space, tokens[index + 1].gap == .space, tokens[index + 1].isTitle,
      tagAt[index].map({ $0.means(.link) && !$0.means(.article) && !$0.means(.by) && !stops($0) })
        ?? !sentence.known.contains(where: { $0.lower <= index && index < $0.upper }),
      let rest = name(from: index + 1), rest.lower == index + 1
    else { return nil }
    return Name(lower: index, upper: rest.upper)
  }

  /// The name that is all that stands between two tokens: “24 Hours Media Ltd.” in “24 Hours Media Ltd., © 2024”.
  func name(filling range: Range<Int>, in sentence: Reading.Sentence) -> Name? {
    let lower = range.lowerBound
    guard !range.isEmpty, TitleWords(range, of: reading.list, tagAt).mayBeName,
      let name = name(from: lower) ?? numbered(at: lower) ?? smallStart(at: lower, in: sentence),
      name.lower == lower, name.upper <= range.upperBound,
      tokens[name.upper..<range.upperBound].allSatisfy({
        $0.isMark(in: [",", "-", "|", ".", "*", "!", ")", "]"])
      })
    else { return nil }
    return name
  }

  /// The name that ends before a token, as a whole if it starts the sentence or follows “provided that”: “Ministry of
  /// Ferries”, “24 Hours Media”.
  func name(endingAt upper: Int, in sentence: Reading.Sentence) -> Name? {
    let last = name(before: upper, from: sentence.lower)
    let end = last?.lower ?? upper
    let proviso = sentence.tags.last { $0.upper <= end && $0.isProviso }
    for lower in [proviso?.upper, sentence.lower].compactMap(\.self) where lower < upper {
      guard var whole = name(filling: lower..<upper, in: sentence), whole.upper == last?.upper ?? upper else {
        continue
      }
      // “Der Möwe Verlag”: what only starts the sentence is no part of the name.
      if let small = tagAt[whole.lower], small.means(.article) || small.means(.link) || small.means(.from) {
        whole.lower = small.upper
      }
      if whole.lower < end, (whole.lower..<end).allSatisfy({ tagAt[$0].map(isPartOfName) ?? true }) {
        return whole
      }
    }
    return last
  }

  /// Whether all meanings of a word are those of words inside names.
  private func isPartOfName(_ tag: Tag) -> Bool {
    tag.concepts.allSatisfy {
      if case .holder(let word) = $0 { Self.inner.contains(word) } else { false }
    }
  }

  /// Whether a capitalised word for a kind of publisher, behind its article, goes on as a name: “le Journal du Vercors”.
  func isTitled(_ tag: Tag) -> Bool {
    let last = tag.upper - 1
    guard tag.means(.generic), tag.means(.kind), tokens[last].isTitle, tag.upper < tokens.count,
      let of = tagAt[tag.upper], of.means(.from) || of.isPreposition, !of.means(.joint),
      !tokens[of.lower].isCapitalised,
      of.upper < tokens.count
    else { return false }
    return tokens[of.upper].isCapitalised
  }
}
