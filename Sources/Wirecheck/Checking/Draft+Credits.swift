internal import WireDocuments
internal import WireRights
internal import WireText

extension Draft {
  /// Where a credit for passages may stand.
  ///
  /// - Parameter notices: knows how sentences speak.
  func creditTexts(near passages: [TextRange], _ notices: NoticeParser) -> [CreditText] {
    var own = Set(creditEdges)
    var copied: Set<TextRange> = []
    for passage in passages where !sentences.isEmpty {
      let first = sentences.firstIndex(endingAfter: passage.lower)
      guard first < sentences.count else { continue }
      var last = first
      while last + 1 < sentences.count, sentences[last + 1].lower < passage.upper { last += 1 }
      for sentence in sentences[max(0, first - 2)...min(sentences.count - 1, last + 2)] {
        if passage.contains(sentence) { copied.insert(sentence) } else { own.insert(sentence) }
      }
    }
    let texts = { (ranges: Set<TextRange>, place: CreditText.Place) in
      ranges.filter(self.mayCredit).sorted().flatMap(self.ends).map {
        CreditText($0, in: place, notices.manner(of: $0))
      }
    }
    return creditFields(notices) + texts(own.subtracting(copied), .running) + texts(copied, .copied)
  }

  /// The fields that are for credits, or some of them.
  func creditFields(
    _ notices: NoticeParser,
    _ names: Set<Field.Name> = [.byline, .author, .credit, .dateline, .source, .provider]
  ) -> [CreditText] {
    document.fields.filter { names.contains($0.name) }.map {
      CreditText($0.text, in: .field, notices.manner(of: $0.text))
    }
  }

  /// The first and the last paragraph, each as a whole where it is a line, else its sentences; of a text without
  /// paragraphs those near its ends.
  private var creditEdges: [TextRange] {
    [paragraphs.first(where: mayCredit), paragraphs.last(where: mayCredit)].compactMap { $0 }.flatMap {
      paragraph in
      guard paragraph.count > Self.lineBytes else { return [paragraph] }
      let inside = sentences[sentences.firstIndex(endingAfter: paragraph.lower)...]
      let first = inside.prefix {
        $0.lower < paragraph.lower + Self.creditBytes && $0.upper <= paragraph.upper
      }
      let last = sentences[..<sentences.partitioningIndex { $0.upper > paragraph.upper }].reversed().prefix {
        $0.upper > paragraph.upper - Self.creditBytes && $0.lower >= paragraph.lower
      }
      return (first + last).filter(paragraph.contains)
    }
  }

  /// Whether a range is neither a notice, which names its holder and credits nobody, nor the line under a picture.
  private func mayCredit(_ range: TextRange) -> Bool {
    let index = paragraphs.firstIndex(endingAfter: range.lower)
    return !isNotice(range) && !(index < paragraphs.count && document.body.paragraphs[index].role == .caption)
  }

  /// The start and the end of a paragraph or sentence, which are one where it is not much longer than people write.
  private func ends(of range: TextRange) -> [String] {
    guard range.count > 2 * Self.creditBytes else { return [document.body.string(range)] }
    return [
      TextRange(range.lower, range.lower + Self.creditBytes),
      TextRange(range.upper - Self.creditBytes, range.upper),
    ].map(document.body.string)
  }

  /// The bytes of a paragraph that may be a credit line as a whole.
  private static var lineBytes: Int { 160 }
  /// Looking for a credit that is almost right costs some time a word, so that it keeps to the ends of long texts.
  private static var creditBytes: Int { 4096 }
}
