internal import WireMatching
internal import WireText

extension Draft {
  /// Whether a passage is a quotation: most of its words stand in quotation marks, and what stands beside them only says
  /// whose words they are.
  func isQuoted(_ passage: Passage) -> Bool {
    let quoted = quotedWords(in: passage.draft)
    return quoted * 5 >= passage.words * 4 || quoted * 2 > passage.words && namesOnlySpeakers(passage.draft)
  }

  /// Whether all words of a range outside quotation marks are short parts of sentences that quote: “…”, said Jana Kolar,
  /// the coach of Torvale.
  private func namesOnlySpeakers(_ range: TextRange) -> Bool {
    var length = 0
    for word in words(in: range) {
      if quotedWords(in: word.range) > 0 {
        length = 0
        continue
      }
      length += 1
      let sentence = sentences.firstIndex(endingAfter: word.range.lower)
      guard length <= Self.longestSpeaker, sentence < sentences.count,
        quotedWords(in: sentences[sentence]) > 0
      else { return false }
    }
    return true
  }

  /// The words of the longest quotation in a passage.
  func longestQuotation(in passage: Passage) -> Int {
    let parts = quoted[quoted.firstIndex(endingAfter: passage.draft.lower)...].prefix {
      $0.lower < passage.draft.upper
    }
    let longest = parts.map { quote in
      let (lower, upper) = (max(quote.lower, passage.draft.lower), min(quote.upper, passage.draft.upper))
      return words(in: TextRange(lower, upper)).writtenCount(in: text)
    }.max()
    return min(passage.words, longest ?? passage.words)
  }

  /// The words that say who speaks, and what for.
  private static var longestSpeaker: Int { 12 }

  /// A passage without the words beside its quotations, where nearly all that it has of the source stands in them.
  ///
  /// The words that introduce a quotation are the newsroom's own, also where one of them, such as `reported`, stands in the
  /// source before it.
  func cutToQuotation(_ passage: Passage, _ content: ItemContent) -> Passage {
    guard [.verbatim, .edited].contains(passage.kind), content.hasText, !isQuoted(passage),
      quotedWords(in: passage.draft) > 0
    else { return passage }
    let words = Array(words(in: passage.draft))
    let source = PassageParts.words(of: content.text, in: passage.source)
    let pairs = WordPairs.all(words.map(\.hash), source.map(\.hash))
    let inside = pairs.filter { quotedWords(in: words[$0.draft].range) > 0 }
    guard inside.count * 10 >= pairs.count * 9, let first = inside.first, let last = inside.last else {
      return passage
    }
    var cut = passage
    cut.draft = TextRange(Int(words[first.draft].start), Int(words[last.draft].end))
    cut.source = TextRange(Int(source[first.source].start), Int(source[last.source].end))
    cut.words = last.draft - first.draft + 1
    cut.identicalWords = inside.count
    cut.longestRun = min(passage.longestRun, inside.count)
    return cut
  }
}
