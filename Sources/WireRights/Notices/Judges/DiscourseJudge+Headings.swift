/// Headings of terms.
extension DiscourseJudge {
  /// Whether it only announces the rules on the lines below it: “Prohibited uses”, but not “Use prohibited”.
  func isHeading(_ sentence: Reading.Sentence) -> Bool {
    guard sentence.upper < reading.tokens.count, reading.tokens[sentence.upper].gap >= .line,
      sentence.tags.count == 2, let attribute = sentence.tags.first, let act = sentence.tags.last
    else { return false }
    return act.action == .use && !act.hasEffect && attribute.action == nil
      && (attribute.means(.permit) || attribute.means(.prohibit) || attribute.means(.unauthorised))
      && attribute.lower == sentence.lower && attribute.upper == act.lower && act.upper == sentence.upper
  }
}
