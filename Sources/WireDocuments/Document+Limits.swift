import WireText

extension Document {
  /// Reports each limit that the text exceeds and that a reader cannot enforce while reading.
  ///
  /// Readers that parse a format in one piece know an item's length only afterwards. What was read is kept.
  mutating func reportLimits(_ limits: Limits) {
    if body.isCut {
      tell("limit-paragraphs", "more than \(limits.paragraphs) paragraphs; what follows was not read")
    }
    if body.utf8.count > limits.itemBytes {
      tell("limit-item", "the text of the item is longer than \(limits.itemBytes) bytes")
    }
    if body.paragraphs.contains(where: { $0.range.count > limits.textRunBytes }) {
      tell("limit-text-run", "a paragraph is longer than \(limits.textRunBytes) bytes")
    }
  }

  private mutating func tell(_ code: String, _ message: String) {
    guard !problems.contains(where: { $0.code == code }) else { return }
    problems.append(Problem(code, message, losesText: true))
  }
}
