/// Lists of places with semicolons between them: “OUT: Norway; Sweden”.
extension SentenceReader {
  /// The sentences, in which those that go on with a list of places belong to the one before; the semicolons
  /// between them become commas.
  ///
  /// Only a sentence of nothing but places goes on, after a place: “OUT: Norway; Sweden”; a line of places alone goes on
  /// with the next if that excludes them: “Norway; Sweden OUT”.
  static func joinedInPlaces(
    _ sentences: [Reading.Sentence], in list: inout TokenList, with tagger: inout Tagger
  ) -> [Reading.Sentence] {
    var result: [Reading.Sentence] = []
    for sentence in sentences {
      guard let last = result.last, goesOn(from: last, to: sentence, in: list, with: &tagger) else {
        result.append(sentence)
        continue
      }
      list.tokens[last.upper - 1].mark = Unicode.Scalar(",").value
      result[result.count - 1].upper = sentence.upper
    }
    return result
  }

  private static func goesOn(
    from last: Reading.Sentence, to next: Reading.Sentence, in list: TokenList, with tagger: inout Tagger
  ) -> Bool {
    guard list.tokens[last.upper - 1].isMark(";"), list.tokens[next.lower].gap < .line,
      next.upper - next.lower <= Self.mostTokens, next.upper - last.lower < SentenceSplitter.longest
    else { return false }
    let places = placesAndOut(in: next, list, with: &tagger)
    switch places {
    case .places: return endsWithPlace(last, list, with: &tagger)
    case .excluded:
      guard last.upper - last.lower <= Self.mostTokens else { return false }
      return placesAndOut(in: last, list, with: &tagger) == .places
    case nil: return false
    }
  }

  private enum PlaceList { case places, excluded }

  /// Whether a sentence is nothing but places, perhaps with a word that excludes them; nil if it has other words.
  private static func placesAndOut(
    in sentence: Reading.Sentence, _ list: TokenList, with tagger: inout Tagger
  ) -> PlaceList? {
    let tags: [Tag] = tagger.taken(tagger.phrases(from: sentence.lower, to: sentence.upper))
    let places = tags.filter(isPlace)
    let outs = tags.filter { $0.means(Concept.EffectWord.out) || $0.means(.shutOut) }
    guard let first = places.first, first.lower == sentence.lower,
      (sentence.lower..<sentence.upper).allSatisfy({ index in
        list.tokens[index].kind == .mark
          || (places + outs).contains { $0.lower <= index && index < $0.upper }
          || tags.contains { $0.lower <= index && index < $0.upper && $0.means(.joint) }
      })
    else { return nil }
    return outs.isEmpty ? .places : .excluded
  }

  /// Whether the words before the semicolon that ends a sentence name a place.
  private static func endsWithPlace(
    _ sentence: Reading.Sentence, _ list: TokenList, with tagger: inout Tagger
  ) -> Bool {
    let lower = max(sentence.lower, sentence.upper - 1 - Self.mostTokens)
    let tags: [Tag] = tagger.taken(tagger.phrases(from: lower, to: sentence.upper))
    return tags.contains { isPlace($0) && $0.upper == sentence.upper - 1 }
  }

  private static func isPlace(_ tag: Tag) -> Bool {
    !tag.constraints.isEmpty && tag.constraints.allSatisfy { $0.kind == .territory }
  }

  /// The most tokens of a part of such a list.
  private static let mostTokens = 12
}
