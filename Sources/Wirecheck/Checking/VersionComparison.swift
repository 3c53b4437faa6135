internal import WireMatching
internal import WireText

/// Two versions of an item, word by word.
struct VersionComparison {
  private let before: [Word]
  private let after: [Word]
  /// For each word of the earlier version, its index in the later one; nil if it was removed.
  private let kept: [Int?]
  private let laterText: [UInt8]

  init(_ before: ItemContent, _ after: ItemContent) {
    self.before = Tokenizer().words(in: before.text)
    self.after = Tokenizer().words(in: after.text)
    laterText = after.text
    var kept = [Int?](repeating: nil, count: self.before.count)
    for pair in WordPairs.all(self.before.map(\.hash), self.after.map(\.hash)) {
      kept[pair.draft] = pair.source
    }
    self.kept = kept
  }

  /// Whether the later version is the story itself, and not a note about it.
  var isOfOneStory: Bool { kept.count { $0 != nil } * 2 >= before.count }

  /// The version that a passage of a draft was matched with.
  enum Matched { case earlier, later }

  /// The draft's words that the earlier version has and the later one does not, with what replaces them and one
  /// word on either side; also adjacent words between which the later version inserts others.
  ///
  /// A whole new sentence in the later version does not change any of the draft's words.
  func changes(in passage: Passage, matched: Matched, of draft: Draft) -> [Passage] {
    guard !after.isEmpty else { return [] }
    // A differing word at the edge of a passage is not part of it.
    let own = draft.words.indices(in: passage.draft)
    let words = Array(draft.words[Self.widened(own, within: draft.words.count)])
    let (then, now) = places(of: words.map(\.hash), passage.source, matched)
    var changes: [Passage] = []
    var at = 0
    while at < words.count {
      let start = at
      var places: [Int] = []
      while at < words.count, now[at] == nil, let place = then[at], kept[place] == nil {
        places.append(place)
        at += 1
      }
      if let first = places.first, let last = places.last {
        if isInPlace(start..<at, then) {
          changes.append(change(words[start..<at], place(from: first, to: last)))
        }
        continue
      }
      if let gap = insertion(after: at, now, then), isOneSentence(draft, words[at], words[at + 1], gap) {
        changes.append(change(words[at...at + 1], gap))
      }
      at += 1
    }
    return changes
  }

  /// The indices of the draft's words in the earlier and in the later version; nil for words that are not there.
  private func places(
    of hashes: [UInt64], _ source: TextRange, _ matched: Matched
  ) -> (then: [Int?], now: [Int?]) {
    switch matched {
    case .earlier:
      let range = Self.widened(before.indices(in: source), within: before.count)
      let then = Self.places(hashes, in: before, range)
      return (then, then.map { $0.flatMap { kept[$0] } })
    case .later:
      let range = Self.widened(after.indices(in: source), within: after.count)
      let now = Self.places(hashes, in: after, range)
      guard let first = kept.firstIndex(where: { $0.map(range.contains) ?? false }),
        let last = kept.lastIndex(where: { $0.map(range.contains) ?? false })
      else { return (now.map { _ in nil }, now) }
      let counterpart = Self.widened(first..<last + 1, within: before.count)
      return (Self.places(hashes, in: before, counterpart), now)
    }
  }

  /// Whether two adjacent words of the draft, at least one of them in the range, are adjacent in the earlier
  /// version too: a single word that happens to occur there was not taken from it.
  private func isInPlace(_ words: Range<Int>, _ then: [Int?]) -> Bool {
    (max(1, words.lowerBound)..<min(words.upperBound + 1, then.count)).contains { at in
      guard let place = then[at], let before = then[at - 1] else { return false }
      return place == before + 1
    }
  }

  /// The indices of the words on either side of what the later version inserts between two neighbours; nil if
  /// it inserts nothing.
  private func insertion(after at: Int, _ now: [Int?], _ then: [Int?]) -> ClosedRange<Int>? {
    guard at + 1 < now.count, let lower = now[at], let upper = now[at + 1], upper > lower + 1,
      upper - lower - 1 <= Self.longestInsertion, let place = then[at], then[at + 1] == place + 1,
      kept[place] == lower, kept[place + 1] == upper
    else { return nil }
    return lower...upper
  }

  /// The most inserted words that count as a change; more are a statement of their own.
  private static let longestInsertion = 6

  /// Whether two neighbours are in one sentence in the draft, and still are in the later version.
  private func isOneSentence(_ draft: Draft, _ a: Word, _ b: Word, _ gap: ClosedRange<Int>) -> Bool {
    let range = TextRange(Int(a.start), Int(b.end))
    let place = TextRange(Int(after[gap.lowerBound].start), Int(after[gap.upperBound].end))
    guard place.upper <= laterText.count else { return false }
    let later = Array(laterText[place.indices])
    return draft.sentences.contains { $0.contains(range) }
      && Sentences.ranges(in: later, paragraphs: Paragraphs.lines(in: later)).count == 1
  }

  private func change(_ words: ArraySlice<Word>, _ places: ClosedRange<Int>) -> Passage {
    .changed(
      TextRange(Int(words.first?.start ?? 0), Int(words.last?.end ?? 0)),
      TextRange(Int(after[places.lowerBound].start), Int(after[places.upperBound].end)), words: words.count)
  }

  /// The index of each word within a range of a text; nil for words that are not there.
  private static func places(_ hashes: [UInt64], in text: [Word], _ range: Range<Int>) -> [Int?] {
    var places = [Int?](repeating: nil, count: hashes.count)
    for pair in WordPairs.all(hashes, text[range].map(\.hash)) {
      places[pair.draft] = pair.source + range.lowerBound
    }
    return places
  }

  private static func widened(_ range: Range<Int>, within count: Int) -> Range<Int> {
    max(0, range.lowerBound - edge)..<min(count, range.upperBound + edge)
  }

  /// Words on either side of a passage that are examined.
  private static let edge = 3

  /// The range of the later version that replaces words of the earlier one.
  private func place(from lower: Int, to upper: Int) -> ClosedRange<Int> {
    let start = kept[..<lower].last { $0 != nil }.flatMap(\.self) ?? 0
    let end = kept[(upper + 1)...].first { $0 != nil }.flatMap(\.self) ?? after.count - 1
    return min(start, end)...max(start, end)
  }
}

extension Passage {
  /// Words that read differently in a later version.
  static func changed(_ draft: TextRange, _ source: TextRange, words: Int) -> Passage {
    Passage(
      draft: draft, source: source, kind: .edited, score: 0, words: words, identicalWords: 0, longestRun: 0)
  }
}
