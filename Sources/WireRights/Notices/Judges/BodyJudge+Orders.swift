/// Orders to editors on a line of their own: “EMBARGO samedi 6h”, “Do not post online until 6 p.m.”.
///
/// A line about when or whether something may be used is recognised by its form, whatever its case: it starts with
/// a word of orders, and contains nothing but words of terms, the time, the event that it waits for, slugs, and
/// names after a credit. Prose starts with its subject.
extension BodyJudge {
  /// Whether the sentence may be such an order, before its statement is known.
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
    // “EMBARGO samedi 04/05”: an order even if it is unclear whether the day is in May or April.
    case .embargo: return left.subtracting(event).allSatisfy { reading.tokens[$0].kind != .word }
    case .kill, .hold, .release: return left.isSubset(of: event)
    case .usageRestriction, .mandatoryCredit, .internal, .correction, .update, nil: break
    }
    if statement.duties.contains(where: { $0.kind == .credit }) { return left.allSatisfy(isName) }
    return left.isEmpty && (statement.clauses.contains(where: Self.isRule) || !statement.residue.isEmpty)
  }

  /// Whether it starts with a word of orders, after punctuation and slugs: not with an article or a subject.
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

  /// Whether a word starts the subject of a sentence of prose: “the embargo ends …”, “an embargo on arms …”.
  func isSubject(_ tag: Tag) -> Bool {
    tag.means(.article) || tag.means(.determiner) || tag.means(.indefinite)
  }

  /// The words of the event that a gate waits for: “until polls close in Ruritania at 7 p.m.”, up to a punctuation
  /// mark.
  private var event: Set<Int> {
    guard let until = sentence.tags.first(where: { $0.means(.until) }), until.upper < sentence.upper,
      !reading.tokens[until.upper].isDense
    else { return [] }
    let end = (until.upper..<sentence.upper).first(where: isMark) ?? sentence.upper
    let words = until.upper..<min(end, until.upper + Self.longestEvent)
    return isVague(words) ? [] : Set(words)
  }

  /// Whether words after “until” name a month and no moment: “Embargo until December on arms”.
  private func isVague(_ words: Range<Int>) -> Bool {
    TimeGrammar(reading: reading).opening(in: sentence, from: words.lowerBound, to: sentence.upper) == nil
      && sentence.tags.contains { words.contains($0.lower) && $0.concepts.contains(where: \.isMonth) }
  }

  /// Whether it says that an embargo lasts until some day of a month, as news about trade does.
  var isVagueEmbargo: Bool {
    guard let until = sentence.tags.first(where: { $0.means(.until) }) else { return false }
    return isVague(until.upper..<sentence.upper)
  }

  /// The most words that name an event.
  private static let longestEvent = 12

  private func isMark(_ index: Int) -> Bool { reading.tokens[index].kind == .mark }

  /// Whether a word may be part of a name.
  private func isName(_ index: Int) -> Bool {
    reading.tokens[index].isCapitalised || !reading.tokens[index].isCased
  }
}
