internal import WireText

/// Media that each have the time from which they may publish, without a word for an embargo.
extension AdvisoryGrammar {
  /// “Print: from 5 May; online: from 4 May, 6 p.m.”: lines of nothing but media and times.
  ///
  /// A single medium needs a colon, and an hour or a neighbour of the same form: “Online: from 4 May” may announce
  /// anything.
  func mediaStarts(
    _ sentence: Reading.Sentence, following: ArraySlice<Reading.Sentence>, _ evidence: TextRange
  ) -> Found? {
    let gates = starts(of: sentence)
    guard let first = sentence.tags.first(where: { !$0.isSmall }) else { return nil }
    if gates.count < 2 {
      guard let gate = gates.first else { return nil }
      let neighbours = [reading.sentence(endingBefore: sentence.lower), following.first].compactMap { $0 }
      guard
        first.isMediumLabel(in: reading.tokens) && gate.hasHour
          || neighbours.contains(where: { !starts(of: $0).isEmpty })
      else { return nil }
    }
    return shut([], gates.map(\.limits), evidence)
  }

  /// A medium with its time.
  private struct Start {
    var limits: [Constraint]
    var hasHour: Bool
  }

  /// The media of a sentence with their times; none if it has any other word.
  private func starts(of sentence: Reading.Sentence) -> [Start] {
    let tags = sentence.tags
    guard tags.contains(where: Self.opens),
      tags.allSatisfy({
        $0.isSmall || $0.isTimeOnly || Self.opens($0) || $0.means(.only) || Self.isMedium($0)
      })
    else { return [] }
    var open = Set((sentence.lower..<sentence.upper).filter { reading.tokens[$0].kind != .mark })
    for tag in sentence.known { open.subtract(tag.lower..<tag.upper) }
    var (starts, from): ([Start], Int) = ([], sentence.lower)
    var last: TimeGrammar.Moment?
    while let opening = tags.first(where: { $0.lower >= from && Self.opens($0) }) {
      let media = tags.filter { $0.lower >= from && $0.upper <= opening.lower }.flatMap(\.constraints)
      let end = tags.first { $0.lower >= opening.upper && Self.isMedium($0) }?.lower ?? sentence.upper
      guard !media.isEmpty, let found = times.opening(in: sentence, from: opening.upper, to: end),
        found.lower - opening.upper <= 1
      else { return [] }
      var moment = found.moment
      if moment.isSameDay, let last { moment.takeDay(of: last) }
      guard moment.day != nil else { return [] }
      open.subtract(found.read)
      starts.append(
        Start(limits: ClauseGrammar.merged(media) + [moment.gate], hasHour: moment.hour != nil))
      (from, last) = (end, moment)
    }
    // A medium without a time of its own is not free before the others.
    return open.isEmpty && !tags.contains { $0.lower >= from && Self.isMedium($0) } ? starts : []
  }

  private static func isMedium(_ tag: Tag) -> Bool {
    tag.action == nil && !tag.constraints.isEmpty && tag.constraints.allSatisfy { $0.kind == .channel }
  }

  private static func opens(_ tag: Tag) -> Bool {
    tag.means(.time(.after)) || tag.means(.time(.starting))
  }
}
