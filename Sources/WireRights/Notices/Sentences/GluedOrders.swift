/// Orders in capitals that follow each other without a space: “EDITORIAL USE ONLY.NO ARCHIVES.BBC OUT.”
extension SentenceReader {
  /// The sentences, split at full stops in capitals between two orders.
  ///
  /// Such a full stop may be inside a name, as in “GULL.COM”, so that a word of an order ends before it and one is in
  /// what follows.
  static func partedAtOrders(
    _ sentences: [Reading.Sentence], in list: TokenList, with tagger: inout Tagger
  ) -> [Reading.Sentence] {
    sentences.flatMap { sentence -> [Reading.Sentence] in
      let stops = (sentence.lower..<sentence.upper).filter { isStopInCapitals($0, in: list) }
      guard !stops.isEmpty else { return [sentence] }
      let tags: [Tag] = tagger.taken(tagger.phrases(from: sentence.lower, to: sentence.upper))
      var parts: [Reading.Sentence] = []
      var start = sentence.lower
      for (index, stop) in stops.enumerated() {
        let end = index + 1 < stops.count ? stops[index + 1] : sentence.upper
        let isEnd = tags.contains { $0.upper == stop && (isOrder($0) || $0.action != nil) }
        let isNext = tags.contains { stop < $0.lower && $0.upper <= end && isOrder($0) }
        guard isEnd, isNext else { continue }
        parts.append(Reading.Sentence(lower: start, upper: stop + 1))
        start = stop + 1
      }
      return parts + [Reading.Sentence(lower: start, upper: sentence.upper)]
    }
  }

  /// Whether a full stop has words in capitals on both sides, without spaces.
  private static func isStopInCapitals(_ index: Int, in list: TokenList) -> Bool {
    list.isGluedStop(index) && list.tokens[index - 1].isUpper && list.tokens[index + 1].isUpper
      && !list.isInitial(index - 1) && !list.isInitial(index + 1)
  }

  /// Whether it bars something, excludes somebody or says what alone is permitted.
  private static func isOrder(_ tag: Tag) -> Bool {
    tag.means(.no) || tag.means(.out) || tag.means(Concept.EffectWord.only) || tag.means(.prohibit)
  }
}
