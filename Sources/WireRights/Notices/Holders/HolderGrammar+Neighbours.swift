/// Names that are all of the line before the formula, or after it.
extension HolderGrammar {
  /// The company, domain, name of several words or name with years that is all of the line right before the formula.
  func lineBefore(_ sentence: Reading.Sentence) -> (name: NameScanner.Name, years: [Int])? {
    guard let line = reading.sentence(before: sentence),
      tokens[line.upper - 1].isMark(".")
    else { return nil }
    var years: [Int] = []
    let start = skipSignsAndYears(from: line.lower, years: &years)
    guard let name = scanner.name(from: start), name.lower == start,
      skipSignsAndYears(from: affiliatesEnd(from: name.upper), years: &years) >= line.upper - 1
    else { return nil }
    // “2000 - 2026 GULL PRESS. All rights reserved.”, but not “May 2026. All rights reserved.”
    let isDated = !years.isEmpty && !(tagAt[name.lower]?.concepts.contains(where: \.isMonth) ?? false)
    guard
      isDated || scanner.isDomainPart(name.lower)
        || hasForm(name)
        || isFirstName(name, before: sentence)
    else { return nil }
    return (name, years)
  }

  /// Whether a name of several words opens the text, and only the formula follows: “Gull News Service. All rights
  /// reserved.”
  private func isFirstName(_ name: NameScanner.Name, before sentence: Reading.Sentence) -> Bool {
    name.lower == reading.sentences.first?.lower
      && (2...Self.longestFirstName).contains(name.upper - name.lower)
      && tokens[name.lower..<name.upper].allSatisfy { $0.kind == .word && $0.isCapitalised }
      && sentence.tags.contains {
        $0.means(.formula) && tokens[$0.upper..<sentence.upper].allSatisfy { $0.kind == .mark }
      }
  }

  /// The most words of a name that opens a text.
  private static let longestFirstName = 6

  /// The company that is all of the sentence right after the formula: “© 2024 all rights reserved • Kestrel Ltd”.
  ///
  /// Without a legal form it may as well be the next entry of a footer, such as a privacy policy.
  func companyAfter(_ formula: Tag, in sentence: Reading.Sentence) -> NameScanner.Name? {
    guard tokens[formula.upper..<max(formula.upper, sentence.upper)].allSatisfy({ $0.kind == .mark }),
      let next = reading.sentences.first(where: { $0.lower >= sentence.upper }),
      let name = scanner.name(from: next.lower), name.lower == next.lower
    else { return nil }
    // “ТОВ «Чайка» Політика конфіденційності”: the quotation mark ends the name.
    let isQuoted = scanner.isForm(startingAt: name.lower) && tokens[name.upper - 1].isMark("\"")
    let isWhole = tokens[name.upper..<max(name.upper, next.upper)].allSatisfy { $0.kind == .mark }
    return isQuoted || isWhole && hasForm(name, from: name.lower + 1) ? name : nil
  }

  /// The name of an owner that starts at a token; nil in the next sentence.
  func party(at index: Int, in sentence: Reading.Sentence) -> NameScanner.Name? {
    // “All texts are objects of copyright. Quoting is permitted”
    if index >= sentence.upper, tokens[sentence.upper - 1].isMark(".") { return nil }
    return scanner.name(from: index) ?? scanner.numbered(at: index)
  }
}
