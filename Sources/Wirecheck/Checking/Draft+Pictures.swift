internal import WireDocuments
internal import WireRights
internal import WireText

extension Draft {
  /// Whether a range stands under a picture.
  func isCaption(_ range: TextRange) -> Bool {
    let held = paragraphIndices(of: range)
    return !held.isEmpty && held.allSatisfy { document.body.paragraphs[$0].role == .caption }
  }

  /// Where the credit of a picture may stand whose caption passages are: in the caption itself, in a line on the picture
  /// beside it, or in the field for credits.
  ///
  /// A byline credits the text, not its pictures.
  func pictureCredits(near passages: [TextRange], _ notices: NoticeParser) -> [CreditText] {
    let captions = Set(passages.flatMap(paragraphIndices))
    let beside = Set(captions.flatMap { [$0 - 1, $0 + 1] }).subtracting(captions).intersection(
      paragraphs.indices)
    let texts = { (index: Int, isCaption: Bool) -> CreditText? in
      let text = self.document.body.string(self.paragraphs[index])
      let manner = notices.manner(of: text)
      let isLine = self.document.body.paragraphs[index].role == .caption || manner.contains(.labelsMedia)
      return isCaption || isLine ? CreditText(text, in: .field, manner.subtracting(.labelsMedia)) : nil
    }
    return creditFields(notices, [.credit]) + captions.sorted().compactMap { texts($0, true) }
      + beside.sorted().compactMap { texts($0, false) }
  }

  /// The paragraphs that have a part of a range, by number from 0.
  private func paragraphIndices(of range: TextRange) -> Range<Int> {
    let first = paragraphs.firstIndex(endingAfter: range.lower)
    return first..<(first + paragraphs[first...].prefix { $0.lower < range.upper }.count)
  }
}
