/// Distinguishes the sentences of a body that are notices from those of the story around them.
///
/// In a rights field every sentence is about rights; in a body most are not, so that only clear forms count here: a
/// copyright line, the formula, a licence for the text, a rule about the text itself, and orders to editors in
/// telegraphic style.
struct BodyJudge {
  let reading: Reading
  let sentence: Reading.Sentence
  /// Whether the sentence itself contains one of the anchors, of which every notice has one.
  let hasAnchor: Bool
  /// Whether it is in a short paragraph at the start or the end of the text, as orders to editors are.
  var isLine = false

  /// Whether the sentence can state rights, before its statement is known: a necessary condition for `states`.
  var mayState: Bool {
    guard !DiscourseJudge(reading: reading).isProse(sentence) else { return false }
    return sentence.tags.contains { $0.means(.formula) || $0.means(.mark) } || isAboutText
      || isTelegraphic || isMostlyTerms && (!sentence.isNarrative || isLicensed) || isFullOfTerms
      || isGateLine
      || mayBeOrder
  }

  /// Whether it may name a public licence.
  private var isLicensed: Bool {
    sentence.tags.contains { $0.concepts.contains(where: \.isLicence) }
  }

  /// Whether the sentence states rights by itself.
  ///
  /// - Parameters:
  ///   - statement: the sentence's statement.
  ///   - hasContext: whether it continues a sentence that states rights.
  func states(_ statement: RightsStatement, hasContext: Bool) -> Bool {
    guard statement.isNotice else { return false }
    if statement.allRightsReserved != nil && !isReservedIf || isCopyrightLine(statement) { return true }
    if statement.advisory?.kind == .embargo, isGateLine { return true }
    if isOrderLine(statement) { return true }
    // “You may republish it. A link to our website is required.”
    if hasContext, isMostlyTerms, !statement.duties.isEmpty { return true }
    if isTelegraphic {
      return isOrder(statement) && !(statement.advisory?.kind == .embargo && isProseEmbargo)
    }
    if hasContext, isAboutText || isMostlyTerms { return true }
    if !statement.residue.isEmpty, hasAnchor, isFullOfTerms { return true }
    guard isMostlyTerms else { return false }
    return statement.licence != nil || isAboutText && statement.clauses.contains(where: Self.isRule)
  }

  /// The sentence's words, without punctuation.
  private var words: ArraySlice<Token> { reading.tokens[sentence.lower..<sentence.upper] }
  private var wordCount: Int { words.reduce(0) { $0 + ($1.kind == .mark ? 0 : 1) } }
  /// The length in words, counting three letters of a script without spaces as about one.
  private var length: Int {
    let dense = words.reduce(0) { $0 + ($1.isDense ? 1 : 0) }
    return wordCount - dense + (dense + 2) / 3
  }
  var isShort: Bool { length <= Self.longestShort }
  static let longestShort = 25
  /// The number of words of terms from which on a sentence is more than prose.
  static let manyTerms = 3
  /// The most words of an order without articles, unless it is written in capitals.
  static let longestOrder = 12

  /// Whether enough of a sentence's words are in capitals for it to count as written in capitals.
  static func isLoud(_ capitals: Int, of words: Int) -> Bool { capitals * 10 >= words * 7 }

  /// Whether a party of a story reserves its rights for a case: “The city reserves all rights, if the contract is not
  /// fulfilled”.
  private var isReservedIf: Bool {
    guard let formula = sentence.tags.first(where: { $0.means(.formula) }), formula.upper < sentence.upper,
      reading.tokens[formula.upper].isMark(",")
    else { return false }
    return sentence.known.contains {
      $0.lower == formula.upper + 1 && ($0.means(.provided) || $0.means(.pending))
    }
  }

  /// The copyright sign or word with a year or a name, in a line that is not much longer.
  private func isCopyrightLine(_ statement: RightsStatement) -> Bool {
    guard let mark = sentence.tags.first(where: { $0.means(.mark) }), isShort else { return false }
    let isSign = reading.tokens[mark.lower].kind == .mark
    guard statement.holder != nil || !statement.years.isEmpty else { return false }
    let isFirst = reading.tokens[sentence.lower..<mark.lower].allSatisfy { $0.kind == .mark }
    return isSign || isFirst || !statement.years.isEmpty && statement.holder != nil
  }

  /// Whether it is about the text that contains it.
  var isAboutText: Bool {
    sentence.tags.contains { $0.means(Concept.DiscourseWord.matter) }
  }

  /// Whether at least two words in five are terms.
  private var isMostlyTerms: Bool { covered * 5 >= wordCount * 2 }

  /// Whether at least three words, and at least one in four, are terms.
  private var isFullOfTerms: Bool {
    sentence.signals.count { $0.means(Concept.DiscourseWord.terms) } >= Self.manyTerms
      && covered * 4 >= wordCount
  }

  private var covered: Int {
    let isGate = isGate
    func sum(_ tags: [Tag]) -> Int {
      tags.reduce(0) { sum, tag in
        !isGate && tag.concepts.allSatisfy { if case .time = $0 { true } else { false } }
          ? sum : sum + tag.upper - tag.lower
      }
    }
    let numbers = isGate ? words.reduce(0) { $0 + ($1.kind == .number ? 1 : 0) } : 0
    return numbers + sum(sentence.tags) + sum(sentence.signals)
  }

  /// Whether it is the line of an embargo, which consists of the words and numbers of its time: `EMBARGOED UNTIL 0600`.
  private var isGate: Bool {
    guard let first = sentence.tags.first, first.lower == sentence.lower, first.means(.embargo) else {
      return false
    }
    return first.means(.until) || sentence.tags.contains { $0.lower == first.upper && $0.means(.until) }
  }

  /// Whether it says only when something may be published: “Strictly embargoed for release until 6 a.m.”.
  ///
  /// It contains nothing but words of terms and of the time, and small words between them.
  private var isGateLine: Bool {
    let gates = sentence.tags.filter { $0.means(.embargo) || $0.means(.due) || $0.means(.until) }
    let times = TimeGrammar(reading: reading)
    guard isShort, !gates.isEmpty, !opensWithSubject,
      let time = times.opening(in: sentence, from: sentence.lower, to: sentence.upper)
    else { return false }
    var open = Set(sentence.lower..<sentence.upper).subtracting(time.read)
    for tag in sentence.tags + sentence.signals { open.subtract(tag.lower..<tag.upper) }
    return times.known(in: sentence, open).isSuperset(of: open)
  }

  /// Whether an embargo is one on trade: “Embargo hasta diciembre sobre las armas”, “the embargo ends on Friday”.
  private var isProseEmbargo: Bool { isVagueEmbargo || opensWithSubject }

  /// Whether it starts like a sentence of prose about something other than the text.
  private var opensWithSubject: Bool {
    !isAboutText && sentence.known.contains { $0.lower == sentence.lower && isSubject($0) }
  }

  /// Whether it is written without articles and fillers, or in capitals, as orders are.
  private var isTelegraphic: Bool {
    let letters = words.filter { $0.kind == .word }
    let capitals = letters.reduce(0) { $0 + ($1.isUpper ? 1 : 0) }
    if Self.isLoud(capitals, of: letters.count) { return length <= 30 && covered * 3 >= wordCount }
    if isLabelled { return true }
    return length <= Self.longestOrder && covered * 3 >= wordCount * 2
  }

  /// Whether it starts with a word of advisories and a colon, which may be part of the phrase.
  private var isLabelled: Bool {
    guard let first = sentence.tags.first, first.lower == sentence.lower, first.isAdvisory else {
      return false
    }
    return reading.tokens[(first.upper - 1)..<min(first.upper + 1, sentence.upper)].contains {
      $0.isMark(":")
    }
  }

  private func isOrder(_ statement: RightsStatement) -> Bool {
    if !isLabelled, let first = sentence.tags.first, first.lower > sentence.lower + 2, !isMostlyTerms {
      return false
    }
    return statement.advisory != nil || statement.licence != nil
      || statement.clauses.contains(where: Self.isPublishing)
  }

  /// Whether it says more than that something can be used, as prose may also say.
  static func isRule(_ clause: Clause) -> Bool {
    isPublishing(clause) && (clause.effect == .prohibit || clause.condition != .none)
  }

  private static func isPublishing(_ clause: Clause) -> Bool {
    switch clause.action {
    case .remove, .delete, .replace, .stopUse, .link, .frame, .cache: false
    default: true
    }
  }
}
