/// Chooses the language of each sentence and the phrases that are taken, the longest first.
struct Tagger {
  let entries: [PhraseTable.Entry]
  var weights: [Int]

  init(entries: [PhraseTable.Entry], languages: Int) {
    self.entries = entries
    weights = Array(repeating: 0, count: languages)
  }

  /// Counts how much of the whole text each language covers, to settle sentences that could be either.
  mutating func weigh(_ matches: [PhraseTable.Match]) {
    for match in matches { weights[entries[match.entry].language] += match.upper - match.lower }
  }

  /// The tags of one sentence, in its language and in the one that all share (language 0).
  func tags(_ matches: [PhraseTable.Match]) -> ([Tag], Int?) {
    var best: (language: Int, covered: Int)?
    for language in 1..<max(1, weights.count) where weights[language] > 0 {
      // Small words count half: languages share them.
      let covered = select(matches, language: language).reduce(0) {
        $0 + ($1.upper - $1.lower) * ($1.isSmall ? 1 : 2)
      }
      guard covered > 0 else { continue }
      if let current = best,
        (current.covered, weights[current.language]) >= (covered, weights[language])
      {
        continue
      }
      best = (language, covered)
    }
    return (select(matches, language: best?.language ?? 0), best?.language)
  }

  private func select(_ matches: [PhraseTable.Match], language: Int) -> [Tag] {
    var tags: [Tag] = []
    for match in matches {
      let entry = entries[match.entry]
      guard entry.language == language || entry.language == 0 else { continue }
      let tag = Tag(entry, lower: match.lower, upper: match.upper)
      guard let last = tags.last, last.upper > tag.lower else {
        tags.append(tag)
        continue
      }
      if last.lower == tag.lower, last.upper == tag.upper {
        tags[tags.count - 1].concepts += tag.concepts.filter { !last.concepts.contains($0) }
      } else if last.lower == tag.lower, last.upper < tag.upper {
        tags[tags.count - 1] = tag
      }
    }
    return tags
  }
}
