internal import WireMatching
internal import WireText

extension Draft {
  /// Whether most words of a passage stand in quotation marks.
  func isQuoted(_ passage: Passage) -> Bool { quotedWords(in: passage.draft) * 5 >= passage.words * 4 }

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
