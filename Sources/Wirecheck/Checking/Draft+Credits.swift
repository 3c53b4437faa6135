internal import WireDocuments
internal import WireRights
internal import WireText

extension Draft {
  /// The texts in which a credit for the passages may be.
  ///
  /// - Parameter notices: analyses how the sentences are phrased.
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
        CreditText($0, in: place, notices.manner(of: $0, beside: self.document.body.utf8))
      }
    }
    return creditFields(notices) + texts(own.subtracting(copied), .running) + texts(copied, .copied)
  }

  /// The document's credit fields, or a subset of them.
  func creditFields(
    _ notices: NoticeParser,
    _ names: Set<Field.Name> = [.byline, .author, .credit, .dateline, .source, .provider]
  ) -> [CreditText] {
    document.fields.filter { names.contains($0.name) }.map {
      CreditText($0.text, in: .field, notices.manner(of: $0.text, beside: document.body.utf8))
    }
  }

  /// The first and the last paragraph, each as a whole if it is short enough for a credit line, otherwise its
  /// sentences; in a text without paragraphs the sentences near its ends.
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

  /// Whether a range can hold a credit: it is neither a notice, which names a rights holder, nor a picture caption.
  private func mayCredit(_ range: TextRange) -> Bool {
    let index = paragraphs.firstIndex(endingAfter: range.lower)
    return !isNotice(range) && !(index < paragraphs.count && document.body.paragraphs[index].role == .caption)
  }

  /// The start and the end of a paragraph or sentence; both in one piece unless it is unusually long.
  private func ends(of range: TextRange) -> [String] {
    guard range.count > 2 * Self.creditBytes else { return [document.body.string(range)] }
    return [
      TextRange(range.lower, range.lower + Self.creditBytes),
      TextRange(range.upper - Self.creditBytes, range.upper),
    ].map(document.body.string)
  }

  /// The longest paragraph that may be a credit line as a whole, in bytes.
  private static var lineBytes: Int { 160 }
  /// The fuzzy search for a credit costs time per word, so only this many bytes at each end of a long text are
  /// searched.
  private static var creditBytes: Int { 4096 }
}
