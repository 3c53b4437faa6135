/// Detects where a text is cut off in the middle of its terms, as in fields of limited length.
struct BrokenEnd {
  let reading: Reading

  /// Whether a sentence of terms ends with an ellipsis or, as the last one, in the middle of a statement.
  func breaksOff(_ sentence: Reading.Sentence) -> Bool {
    guard sentence.tags.contains(where: Self.isTerm) else { return false }
    var last = sentence.upper - 1
    while last > sentence.lower, reading.tokens[last].isMark(in: ["\"", "'", ")", "]"]) { last -= 1 }
    if Self.isOmission(at: last, in: reading.tokens), !isQuotation(last, of: sentence) { return true }
    return sentence.upper == reading.tokens.count && (isOpen(sentence) || leadsOn(sentence))
  }

  /// Whether an ellipsis for omitted words ends at a token: “…”, “...”.
  static func isOmission(at index: Int, in tokens: [Token]) -> Bool {
    if tokens[index].isMark("\u{2026}") || tokens[index].isMark("\u{22EF}") { return true }
    func isDot(_ at: Int) -> Bool { tokens.indices.contains(at) && tokens[at].isMark(".") }
    guard isDot(index) else { return false }
    return isDot(index - 1) && tokens[index].gap == .none
      || isDot(index + 1) && tokens[index + 1].gap == .none
  }

  /// Whether a token is the whole content of a quotation: an omitted line, and not the end of the statement.
  private func isQuotation(_ index: Int, of sentence: Reading.Sentence) -> Bool {
    let marks: [Unicode.Scalar] = ["\"", "'"]
    return index > sentence.lower && reading.tokens[index - 1].isMark(in: marks)
      && index + 1 < sentence.upper && reading.tokens[index + 1].isMark(in: marks)
  }

  private static func isTerm(_ tag: Tag) -> Bool {
    tag.action != nil || !tag.constraints.isEmpty || !tag.duties.isEmpty || tag.isCondition
      || tag.hasEffect
  }

  /// Whether no punctuation mark ends it, or a bracket in it is not closed.
  private func isOpen(_ sentence: Reading.Sentence) -> Bool {
    guard reading.tokens[sentence.upper - 1].kind != .mark,
      let open = reading.tokens[sentence.lower..<sentence.upper].lastIndex(where: { $0.isMark("(") })
    else { return false }
    return !reading.tokens[open..<sentence.upper].contains { $0.isMark(")") }
  }

  /// Whether its last word is an article or a conjunction: “may be published, provided the”.
  private func leadsOn(_ sentence: Reading.Sentence) -> Bool {
    guard let last = sentence.tags.last, last.upper == sentence.upper,
      reading.tokens[last.lower].isCased, !reading.tokens[last.lower].isUpper
    else { return false }
    return last.means(.article) || last.means(.joint) && last.isSmall
  }
}
