internal import WireDocuments
internal import WireRights
internal import WireText

extension Draft {
  /// Whether all paragraphs of a range are picture captions.
  func isCaption(_ range: TextRange) -> Bool {
    let held = paragraphIndices(of: range)
    return !held.isEmpty && held.allSatisfy { document.body.paragraphs[$0].role == .caption }
  }

  /// The texts in which a picture's credit may be, for passages in its caption: the caption itself, a credit
  /// line on the picture in the paragraph before or after it, or a credit field.
  ///
  /// A byline credits the text, not its pictures.
  func pictureCredits(near passages: [TextRange], _ notices: NoticeParser) -> [CreditText] {
    let captions = Set(passages.flatMap(paragraphIndices))
    let beside = Set(captions.flatMap { [$0 - 1, $0 + 1] }).subtracting(captions).intersection(
      paragraphs.indices)
    let texts = { (index: Int, isCaption: Bool) -> CreditText? in
      let text = self.document.body.string(self.paragraphs[index])
      let manner = notices.manner(of: text, beside: self.document.body.utf8)
      let isLine = self.document.body.paragraphs[index].role == .caption || manner.contains(.labelsMedia)
      return isCaption || isLine ? CreditText(text, in: .field, manner.subtracting(.labelsMedia)) : nil
    }
    return creditFields(notices, [.credit]) + captions.sorted().compactMap { texts($0, true) }
      + beside.sorted().compactMap { texts($0, false) }
  }

  /// The indices (from 0) of the paragraphs that a range touches.
  private func paragraphIndices(of range: TextRange) -> Range<Int> {
    let first = paragraphs.firstIndex(endingAfter: range.lower)
    return first..<(first + paragraphs[first...].prefix { $0.lower < range.upper }.count)
  }
}
