/// Orders next to captions.
extension DiscourseJudge {
  /// Whether the words of a rule are in capitals, like orders next to a caption: “EDITORIAL USE ONLY Jo Bell leaves …”.
  func isShouted(_ span: Span) -> Bool {
    let rule = span.tags.filter { tag in
      tag.action != nil || !tag.constraints.isEmpty
        || tag.hasEffect
    }
    let words = rule.flatMap { reading.tokens[$0.lower..<$0.upper] }.filter { $0.kind == .word && $0.hasCase }
    return words.count > 1 && words.allSatisfy(\.isUpper)
  }

  /// Whether it is at the start of a line and a mandatory credit follows, whatever caption comes after it:
  /// “Editorial use only Mandatory Credit: Photo by Jo Bell Ferries leave …”.
  func isBeforeCredit(_ span: Span, in sentence: Reading.Sentence) -> Bool {
    guard span.lower == sentence.lower,
      let credit = sentence.tags.first(where: { $0.means(.mandatoryCredit) }), credit.lower > sentence.lower
    else { return false }
    return reading.isCovered(sentence.lower..<credit.lower, by: sentence.known)
  }

  /// Whether a telegraphic restriction continues like a headline: “NO PLAN FOR THE HARBOUR”, “NO SALES TAX FOR
  /// SHOPS”, “HARBOUR OUT OF DEBT”.
  func isHeadline(_ span: Span, in sentence: Reading.Sentence) -> Bool {
    let tags = sentence.known
    func isUnknown(_ index: Int) -> Bool {
      index < span.upper && reading.tokens[index].kind == .word
        && !tags.contains { $0.lower <= index && index < $0.upper }
    }
    func afterSmallWord(_ index: Int) -> Int? { tags.first { $0.lower == index && $0.isSmall }?.upper }
    // A sentence with a verb is not a headline: “No part may be copied for the training of models or tools.”
    guard span.has(.no) && !span.has(.permitNext) || span.has(.out) else { return false }
    // What an exception names is not part of the headline.
    let line = span.tags.prefix { !$0.means(.except) && !$0.means(.without) && !$0.means(.unless) }
    return line.contains { tag in
      if tag.means(Concept.EffectWord.out) {
        return isUnknown(tag.upper) || afterSmallWord(tag.upper).map(isUnknown) ?? false
      }
      guard isUnknown(tag.upper) else { return false }
      if tag.means(.no), tag.action == nil, tag.upper == tag.lower + 1 {
        // “Hold no hope of change”, but not “no onward transmission”
        let next = reading.tokens[tag.upper]
        let act = span.tags.first { $0.lower > tag.upper && $0.action != nil }
        return act.map { next.hasCase && !next.isCapitalised && $0.lower - tag.upper > 1 } ?? true
      }
      return (tag.action != nil || !tag.constraints.isEmpty) && afterSmallWord(tag.upper + 1) != nil
    }
  }
}
