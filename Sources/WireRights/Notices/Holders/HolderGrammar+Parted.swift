/// Names that a dash, a bar or a comma parts from the words before them.
extension HolderGrammar {
  /// The holder behind a rule that fills the rest of a line: “© Riproduzione riservata - Corriere del Porto”.
  func ruleLine(_ sentence: Reading.Sentence, into found: inout Found) {
    let isSigned = sentence.tags.first.map { $0.means(.mark) && $0.lower == sentence.lower } ?? false
    guard found.marked.isEmpty, let rule = sentence.tags.last(where: \.hasEffect),
      sentence.tags.contains(where: { $0.action != nil }),
      rule.upper - sentence.lower <= Self.longestRule,
      reading.isCovered(sentence.lower..<rule.upper, by: sentence.tags),
      let name = name(parted: rule.upper, in: sentence)
    else { return }
    // “Nachdruck verboten - Danke”: one word may be anything.
    let words = tokens[name.lower..<name.upper].count { $0.kind == .word && $0.isTitle }
    if isSigned || words > 1 { found.marked.append(name) }
  }

  /// The name that a bar or a dash parts from the material whose copyright line follows: “Harbour Ledger | All content ©
  /// 2026”.
  func nameBeforeMaterial(upTo mark: Int, in sentence: Reading.Sentence) -> NameScanner.Name? {
    guard let matter = sentence.tags.last(where: { $0.upper == mark && $0.isWork }) else { return nil }
    let start = scanner.tagEnding(at: matter.lower).flatMap { $0.isSmall ? $0.lower : nil } ?? matter.lower
    let all =
      sentence.known.first { $0.upper == start && $0.means(Concept.HolderWord.determiner) }?.lower ?? start
    guard all > sentence.lower + 1, tokens[all - 1].isMark(in: ["|", "-"]) else { return nil }
    return scanner.name(filling: sentence.lower..<all - 1, in: sentence)
  }

  /// The most tokens of such a rule.
  private static let longestRule = 6

  /// The name that is all that follows a separator up to the end of the sentence.
  func name(parted index: Int, in sentence: Reading.Sentence) -> NameScanner.Name? {
    guard index + 1 < sentence.upper, tokens[index].isMark(in: ["-", "|", ","]) else { return nil }
    return scanner.name(filling: index + 1..<sentence.upper, in: sentence)
  }
}
