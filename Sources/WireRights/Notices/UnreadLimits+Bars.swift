internal import WireText

/// What a bar leaves open of where, for whom or by which medium it holds.
extension UnreadLimits {
  /// The words behind a small word such as “in” or “for” that name what a bar is limited to, and of which nothing was made:
  /// “not for use in the Levant”; nil where there are none.
  ///
  /// Such a bar would hold for everybody, and whatever lifts bars in general would lift it. Only notes of a few words
  /// that nothing lifts are read so: general terms say “by any means” and the like.
  func barredWords() -> TextRange? {
    guard clauses.contains(where: { $0.effect == .prohibit && $0.condition == .none }),
      clauses.allSatisfy({ $0.effect == .prohibit }), span.tags.count <= Self.mostTags,
      reading.tokens[span.lower..<span.upper].count(where: { $0.kind == .word }) <= Self.longestNote,
      let effect = span.tags.firstIndex(where: {
        $0.means(.no) || $0.means(.not) || $0.isModal || $0.means(.prohibit)
      })
    else { return nil }
    let fillers = harmless(from: span.lower)
    let barred = span.tags[effect...].filter(Self.leadsToLimit).compactMap { leads in
      unread(behind: leads.upper, fillers.words.union(fillers.phrases))
    }
    guard let first = barred.first, let last = barred.last else { return nil }
    return reading.range(first, last + 1)
  }

  /// The most words of a note to editors.
  private static let longestNote = 16

  /// Whether a small word leads to whom, where or what for; “of” only says whose.
  private static func leadsToLimit(_ tag: Tag) -> Bool {
    tag.isPreposition && (!tag.means(.from) || tag.means(.by))
  }

  /// The first token behind a small word that is neither small itself nor known.
  private func unread(behind lower: Int, _ fillers: Set<Int>) -> Int? {
    var at = lower
    while at < span.upper, reading.tokens[at].kind == .word {
      if let tag = span.tags.first(where: { $0.lower <= at && at < $0.upper }) {
        guard tag.isSmall || tag.means(.determiner) else { return nil }
        at = tag.upper
      } else if fillers.contains(at) {
        at += 1
      } else {
        // “In the countries Norway and Sweden”: what is read says which.
        let isNamed = span.tags.contains { $0.lower > at && $0.lower - at <= 4 && !$0.constraints.isEmpty }
        return isNamed || known.contains { $0.contains(reading.range(at, at + 1)) } ? nil : at
      }
    }
    return nil
  }
}
