internal import WireText

/// Withdrawals that no word for them names.
extension AdvisoryGrammar {
  /// “Please delete the photo of the fire and do not use it”: a kill that is worded as what is to be done with an item.
  ///
  /// It is asked for or said to editors, or forbids the use as well. What is to be deleted after a time or under terms
  /// is no withdrawal, and what somebody was asked to delete is news.
  func withdrawal(_ sentence: Reading.Sentence, _ evidence: TextRange) -> Found? {
    let tags = sentence.tags
    let target = tags.first { $0.target != nil }?.target
    guard target != nil || tags.contains(where: { $0.means(Concept.DiscourseWord.matter) }),
      !tags.contains(where: Self.isOfTerms)
    else { return nil }
    let orders = commands(sentence, target: target)
    let isAsked = tags.contains { $0.means(.request) || $0.means(.notice) }
    guard !orders.isEmpty, isAsked || isUseForbidden(tags) else { return nil }
    return Found(
      advisory: Advisory(.kill, evidence: evidence),
      clauses: [Clause(.prohibit, .use, target: target, evidence: evidence)] + orders)
  }

  private func isUseForbidden(_ tags: [Tag]) -> Bool {
    tags.contains { $0.means(.prohibitNext) || $0.means(.no) || $0.means(.prohibit) }
      && tags.contains { $0.action == .use || $0.action == .publish }
  }

  /// Whether it is a word of terms, which last, or of a story, and not of an order for once.
  private static func isOfTerms(_ tag: Tag) -> Bool {
    tag.means(.permission) || tag.means(.agreement) || tag.means(.provided)
      || tag.means(Concept.DiscourseWord.narrative)
      || tag.concepts.contains {
        switch $0 {
        case .time(.within), .time(.after), .time(.base): true
        default: false
        }
      }
  }
}
