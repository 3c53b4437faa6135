/// The formula that reserves all rights, if it names some of them.
extension SentenceSettler {
  /// Reads the formula whose words surround the rights that it names: “tous droits de traduction réservés”.
  ///
  /// Rights named as examples are also reserved by rules, as in “Alle Rechte, insbesondere das der …, vorbehalten”.
  func joinFormula(of sentence: inout Reading.Sentence) {
    guard let open = sentence.tags.firstIndex(where: { $0.means(.formulaStart) }) else { return }
    let datives = sentence.tags[open].concepts.filter { if case .dative = $0 { true } else { false } }
    sentence.tags[open].concepts.removeAll(where: datives.contains)
    guard let close = sentence.tags[open...].firstIndex(where: { $0.means(.reserve) }), close > open
    else { return }
    let between = sentence.tags[(open + 1)..<close]
    let isRule = between.contains { tag in
      ClauseGrammar.isMachine(tag.action) || tag.means(.mark) || tag.hasEffect
    }
    guard !isRule else { return }
    // “Tous droits de reproduction réservés” reserves one right, and is not the formula.
    if between.count(where: { $0.action != nil }) == 1, between.allSatisfy({ $0.action != nil || $0.isSmall })
    {
      sentence.tags[open].concepts = [.effect(.reserve)]
      return
    }
    sentence.tags[open].concepts = [.holder(.formula)]
    guard !between.contains(where: { $0.means(.including) }) else { return }
    // “جميع حقوق المحتوى الخاصة بموقع المنارة محفوظة”: the owner is between.
    if let owner = between.first(where: { $0.means(.owner) }) {
      sentence.tags[close].concepts = [.holder(.stop)]
      sentence.tags.replaceSubrange((open + 1)..<close, with: [owner])
      return
    }
    sentence.tags[open].concepts += datives
    sentence.tags[open].upper = sentence.tags[close].upper
    sentence.tags.removeSubrange((open + 1)...close)
  }

  /// Reads the formula as the reservation of one right if it names that: “reserves all rights to data mining”.
  func settleReservations(of sentence: inout Reading.Sentence) {
    for index in sentence.tags.indices where sentence.tags[index].means(.formula) {
      let formula = sentence.tags[index]
      let isNamed = sentence.tags.contains { act in
        guard ClauseGrammar.isMachine(act.action) else { return false }
        if act.upper == formula.lower { return true }
        let between = sentence.tags.filter { $0.lower >= formula.upper && $0.upper <= act.lower }
        return (1...2).contains(act.lower - formula.upper) && !between.contains { $0.means(.including) }
          && tokens[formula.upper..<act.lower].allSatisfy { $0.kind == .word }
      }
      guard isNamed else { continue }
      sentence.tags[index].concepts.removeAll { $0 == .holder(.formula) }
      sentence.tags[index].concepts.append(.effect(.reserve))
    }
  }
}
