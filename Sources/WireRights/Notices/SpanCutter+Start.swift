/// The start of a span.
extension SpanCutter {
  /// The first token of the span that starts with a tag.
  func start(of index: Int) -> Int {
    guard index > 0 else { return sentence.lower }
    let tag = sentence.tags[index]
    let floor = sentence.tags[index - 1].upper
    // A name that no lexicon contains precedes “OUT”: “INTERNET OUT, KEXM OUT”.
    if tag.means(Concept.EffectWord.out) { return floor }
    // Or a name with some words that one contains: “TV OUT, NY POST OUT”.
    let next = sentence.tags[index...].first { $0.means(Concept.EffectWord.out) }
    guard let next, sentence.tags[index - 1].means(Concept.EffectWord.out),
      (floor..<next.lower).allSatisfy({ tokens[$0].kind == .mark || tokens[$0].isCapitalised })
    else { return tag.lower }
    return floor
  }
}
