internal import WireMatching
internal import WireText

extension Draft {
  /// Whether a passage is a quotation: most of its words are in quotation marks, or a good part if it opens
  /// with them, and the rest only attributes them.
  func isQuoted(_ passage: Passage) -> Bool {
    let quoted = quotedWords(in: passage.draft)
    if quoted * 5 >= passage.words * 4 { return true }
    let isMost = quoted * 2 > passage.words
    let isOpening = quoted * 5 >= passage.words * 2 && opensWithQuotation(passage.draft)
    return (isMost || isOpening) && namesOnlySpeakers(passage.draft)
  }

  /// Whether the first word of a range is inside quotation marks.
  private func opensWithQuotation(_ range: TextRange) -> Bool {
    words(in: range).first.map { quotedWords(in: $0.range) > 0 } ?? false
  }

  /// Whether all words of a range outside quotation marks are short attributions in sentences that quote: “…”,
  /// said Jana Kolar, the coach of Torvale.
  private func namesOnlySpeakers(_ range: TextRange) -> Bool {
    var length = 0
    for word in words(in: range) {
      if quotedWords(in: word.range) > 0 {
        length = 0
        continue
      }
      length += word.traits.contains(.spaceless) ? 1 : Self.signsOfWord
      let sentence = sentences.firstIndex(endingAfter: word.range.lower)
      guard length <= Self.longestSpeaker * Self.signsOfWord, sentence < sentences.count,
        quotedWords(in: sentences[sentence]) > 0 || followsQuestion(sentences[sentence])
      else { return false }
    }
    return true
  }

  /// Whether a sentence follows a quotation that ends with a question mark or exclamation mark, and so may
  /// attribute it: “Why?” Jana Kolar asked. In scripts without spaces a quotation that is a sentence always ends
  /// with its stop: 「行く。」市長は言った。
  private func followsQuestion(_ sentence: TextRange) -> Bool {
    var index = quoted.firstIndex(endingAfter: sentence.lower)
    if index == quoted.count || quoted[index].lower >= sentence.lower { index -= 1 }
    guard quoted.indices.contains(index) else { return false }
    let end = quoted[index].upper
    let between = end < sentence.lower ? text[end..<sentence.lower] : []
    let ending = text[max(quoted[index].lower, end - Self.longestMark - 1)..<end]
    if between.isEmpty, endsWithStop(quoted[index]) {
      return words(in: sentence).first?.traits.contains(.spaceless) == true
    }
    return between.allSatisfy { $0 == 0x20 } && ending.contains { $0 == 0x21 || $0 == 0x3F }
  }

  /// Whether a quotation ends with `。`, `！` or `？` before its closing mark of three bytes.
  private func endsWithStop(_ quotation: TextRange) -> Bool {
    guard quotation.count > 2 * Self.longestMark else { return false }
    let stop = quotation.upper - 2 * Self.longestMark
    return ["。", "！", "？"].contains { text[stop..<stop + Self.longestMark].elementsEqual($0.utf8) }
  }

  /// The length in words of the longest quotation in a passage.
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

  /// The most words of an attribution: who speaks, and in what function.
  private static var longestSpeaker: Int { 16 }
  /// How many characters of a script without spaces count as one word.
  private static var signsOfWord: Int { 2 }
  /// The most bytes of a closing quotation mark.
  private static var longestMark: Int { 3 }

  /// The passage without the words around its quotations, if nearly everything it shares with the source is in them.
  ///
  /// The words that introduce a quotation are the newsroom's own, even if one of them, such as `reported`, also
  /// precedes it in the source.
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
