internal import WireText

/// The unread words of a prohibition about where, for whom or in which medium it applies.
extension UnreadLimits {
  /// The unread words after a small word such as “in” or “for” that name what a prohibition is limited to: “not for
  /// use in the Levant”; nil if there are none.
  ///
  /// Without them the prohibition would apply to everybody, and whatever lifts prohibitions in general would lift
  /// it. This is done only for notes of a few words without a condition: general terms say “by any means” and the
  /// like.
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

  /// Whether a small word introduces to whom, where or what for; “of” only names the owner.
  private static func leadsToLimit(_ tag: Tag) -> Bool {
    tag.isPreposition && (!tag.means(.from) || tag.means(.by))
  }

  /// The first token after a small word that is neither small itself nor known.
  private func unread(behind lower: Int, _ fillers: Set<Int>) -> Int? {
    var at = lower
    while at < span.upper, reading.tokens[at].kind == .word {
      if let tag = span.tags.first(where: { $0.lower <= at && at < $0.upper }) {
        guard tag.isSmall || tag.means(.determiner) else { return nil }
        at = tag.upper
      } else if fillers.contains(at) {
        at += 1
      } else {
        // “In the countries Norway and Sweden”: the words that were read name them.
        let isNamed = span.tags.contains { $0.lower > at && $0.lower - at <= 4 && !$0.constraints.isEmpty }
        return isNamed || known.contains { $0.contains(reading.range(at, at + 1)) } ? nil : at
      }
    }
    return nil
  }
}
