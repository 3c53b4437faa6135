/// What somebody is quoted with, or what a story says that a notice reads.
extension DiscourseJudge {
  /// The sentences that speak for themselves: neither prose nor reported by what goes before them.
  var spoken: [Reading.Sentence] {
    var quotes = QuotedRanges(tokens: reading.tokens)
    var isReported = false
    return reading.sentences.filter { sentence in
      if reading.tokens[sentence.lower].gap == .paragraph { isReported = false }
      defer { if introduces(sentence) { isReported = true } }
      return !isReported && !quotes.covers(sentence) && !isProse(sentence)
    }
  }

  /// Whether it leads to somebody's words with a colon: “at the end of the article it says: …”.
  private func introduces(_ sentence: Reading.Sentence) -> Bool {
    sentence.tags.contains { tag in
      tag.means(.reports) && tag.upper < sentence.upper && reading.tokens[tag.upper].isMark(":")
    }
  }
}

/// The quotations that start inside a sentence and go over several.
private struct QuotedRanges {
  private var ranges: [Range<Int>] = []
  private var next = 0

  init(tokens: [Token]) {
    var open: Int?
    for index in tokens.indices {
      if tokens[index].gap == .paragraph { open = nil }
      guard tokens[index].isMark("\"") else { continue }
      if let start = open {
        let before = start > 0 && tokens[start].gap < .line ? tokens[start - 1] : nil
        let isInside = before.map { $0.isMark(in: [";", ","]) || $0.hasCase && !$0.isCapitalised } ?? false
        if isInside { ranges.append(start..<index + 1) }
        open = nil
      } else {
        open = index
      }
    }
  }

  /// Whether most of a sentence lies in a quotation that an earlier one opened; sentences are asked for in order.
  mutating func covers(_ sentence: Reading.Sentence) -> Bool {
    while next < ranges.count, ranges[next].upperBound <= sentence.lower { next += 1 }
    guard next < ranges.count, ranges[next].lowerBound < sentence.lower else { return false }
    return (min(ranges[next].upperBound, sentence.upper) - sentence.lower) * 2 > sentence.upper
      - sentence.lower
  }
}
