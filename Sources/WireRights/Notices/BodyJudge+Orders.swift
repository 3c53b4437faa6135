/// Orders to editors in a line of their own: “EMBARGO samedi 6h”, “Do not post online until 6 p.m.”.
///
/// What a line says of when or whether something may be used is known by its form, whatever its letters: it starts
/// with a word of orders, and nothing is left over beside words of terms, the time, the event that it waits for, slugs,
/// and names after a credit. Prose starts with whom or what it is about.
extension BodyJudge {
  /// Whether the sentence may be such an order, whatever the grammars make of it.
  var mayBeOrder: Bool {
    if isLine, form.isOrder || sentence.hasCue(.editionLead) && sentence.hasCue(.edition) { return true }
    return isLine && isShort && opensOrder
      && sentence.tags.contains { tag in
        tag.isAdvisory || tag.isModal || tag.means(.no) || tag.means(.not) || tag.means(.prohibit)
          || tag.means(.only) || tag.means(.out) || tag.means(.shutOut) || tag.duties.contains(.credit)
          || tag.means(.time(.after))
      }
  }

  /// Whether the sentence is such an order.
  func isOrderLine(_ statement: RightsStatement) -> Bool {
    if isLine, form.isOrder { return true }
    guard isLine, isShort, opensOrder else { return false }
    let left = form.unread
    switch statement.advisory?.kind {
    // “EMBARGO samedi 04/05”: one whose day may be in May or April is one all the same.
    case .embargo: return left.subtracting(event).allSatisfy { reading.tokens[$0].kind != .word }
    case .kill, .hold, .release: return left.isSubset(of: event)
    case .usageRestriction, .mandatoryCredit, .internal, .correction, .update, nil: break
    }
    if statement.duties.contains(where: { $0.kind == .credit }) { return left.allSatisfy(isName) }
    return left.isEmpty && (statement.clauses.contains(where: Self.isRule) || !statement.residue.isEmpty)
  }

  /// Whether it starts with a word of orders, behind marks and slugs: not with an article, nor with whom it is about.
  private var opensOrder: Bool {
    let tokens = sentence.lower..<sentence.upper
    guard let start = tokens.first(where: { !isMark($0) && !form.isSlug($0) }) else { return false }
    let first = sentence.known.first { $0.lower <= start && start < $0.upper }
    // “Mandatory kill of the story of yesterday”
    if first?.means(.kill) ?? false || first?.means(.hold) ?? false { return true }
    if sentence.isNarrative { return false }
    guard let first else { return reading.tokens[start].kind == .number }
    return !isSubject(first) || isAboutText || reading.isBracketed(sentence)
  }

  private var form: OrderForm { OrderForm(reading: reading, sentence: sentence) }

  /// Whether a word starts what a sentence of prose is about: “the embargo ends …”, “an embargo on arms …”.
  func isSubject(_ tag: Tag) -> Bool {
    tag.means(.article) || tag.means(.determiner) || tag.means(.indefinite)
  }

  /// The words of the event that a gate waits for: “until polls close in Ruritania at 7 p.m.”, up to a mark.
  private var event: Set<Int> {
    guard let until = sentence.tags.first(where: { $0.means(.until) }), until.upper < sentence.upper,
      !reading.tokens[until.upper].isDense
    else { return [] }
    let end = (until.upper..<sentence.upper).first(where: isMark) ?? sentence.upper
    let words = until.upper..<min(end, until.upper + Self.longestEvent)
    return isVague(words) ? [] : Set(words)
  }

  /// Whether words behind “until” name a month and no moment: “Embargo until December on arms”.
  private func isVague(_ words: Range<Int>) -> Bool {
    TimeGrammar(reading: reading).opening(in: sentence, from: words.lowerBound, to: sentence.upper) == nil
      && sentence.tags.contains { words.contains($0.lower) && $0.concepts.contains(where: \.isMonth) }
  }

  /// Whether it says of an embargo that it lasts until some day of a month, as news of trade does.
  var isVagueEmbargo: Bool {
    guard let until = sentence.tags.first(where: { $0.means(.until) }) else { return false }
    return isVague(until.upper..<sentence.upper)
  }

  /// More words name no event.
  private static let longestEvent = 12

  private func isMark(_ index: Int) -> Bool { reading.tokens[index].kind == .mark }

  /// Whether a word may be part of a name.
  private func isName(_ index: Int) -> Bool {
    reading.tokens[index].isCapitalised || !reading.tokens[index].isCased
  }
}
