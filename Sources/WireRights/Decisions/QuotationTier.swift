internal import WireText

extension QuotationLimits {
  /// The limits that an extent exceeds; nil if too little is known about the extent.
  ///
  /// - Parameter grant: The most words that the item's own notice permits, in place of the totals here.
  func excesses(of extent: Extent, grant: Int? = nil) -> [Excess]? {
    guard let words = extent.words, let run = extent.longestRun else { return nil }
    var excesses: [Excess] = []
    func check(_ measure: Excess.Measure, _ taken: Int, _ limit: Int) {
      if taken > limit { excesses.append(Excess(measure: measure, taken: taken, limit: limit)) }
    }
    if let grant {
      check(.totalWords, words, grant)
      return excesses
    }
    check(.wordsPerQuote, extent.longestQuotation ?? words, maxWordsPerQuote)
    check(.totalWords, words, maxTotalWords)
    check(.longestRun, run, maxLongestRun)
    guard let whole = extent.sourceWords else { return nil }
    if whole >= shortSourceFloorWords {
      let share = min(1000, Int((Double(words) * 1000 / Double(max(1, whole))).rounded(.up)))
      check(.permilleOfSource, share, Int((maxShareOfSource * 1000).rounded()))
    }
    return excesses
  }
}

extension Matter {
  /// Tier 8: the newsroom's quotation limits, which soften prohibitions of notices and defaults.
  ///
  /// Within the limits quoting is free with a credit, up to double them it needs review, beyond that the earlier
  /// verdict stands. A notice that prohibits quotation makes it a review too.
  func quotationTier(instead verdict: Verdict) -> TierFinding {
    let limits = engine.quotation
    if let words = veryShortExtract(limits) {
      let term = CitedTerm(
        .quotation(profile: limits.profile),
        words: "extracts of at most \(limits.veryShortExtractWords) words are free")
      return .decided(
        Verdict(
          outcome: .allow, tier: .quotation, reason: .veryShortExtract(words: words), terms: [term]))
    }
    let grant = excerptGrant()
    guard isQuotation(limits), let excesses = limits.excesses(of: use.extent, grant: grant?.words) else {
      return .passed(.quotation, .notAQuotation)
    }
    let term = CitedTerm(.quotation(profile: limits.profile), words: limits.sentence)
    // The item's own number replaces those of the house.
    let limit = grant.map { $0.statement.cite($0.clause.evidence) } ?? term
    if excesses.isEmpty {
      if isQuotationRefused {
        return .decided(
          Verdict(
            outcome: .needsReview, tier: .quotation, reason: .quotationRefused, terms: verdict.terms + [term])
        )
      }
      return .decided(within(limits, grant: grant, term: term))
    }
    if excesses.allSatisfy({ $0.taken < 2 * $0.limit }) {
      return .decided(
        Verdict(
          outcome: .needsReview, tier: .quotation, reason: .quotedBeyondLimits(excesses),
          terms: [limit] + verdict.terms, duties: duties(of: limits, term: term)))
    }
    return .passed(.quotation, .quotedBeyondLimits(excesses), [limit])
  }

  private func isQuotation(_ limits: QuotationLimits) -> Bool {
    let isMarked = !limits.requireQuotationMarks || use.extent.isQuoted == true || action == .excerpt
    let isMaterialQuotable = limits.appliesToImages || !use.parts.contains("image")
    let isPurposeFree = !use.purposes.isEmpty && use.purposes.ends.isSubset(of: limits.purposes)
    return action.takesWords && isMarked && isMaterialQuotable && isPurposeFree
  }

  /// The number of words taken, if it is below the limit for very short extracts and the notice does not prohibit
  /// quotation.
  private func veryShortExtract(_ limits: QuotationLimits) -> Int? {
    guard let words = use.extent.words, (1...max(1, limits.veryShortExtractWords)).contains(words),
      limits.veryShortExtractWords > 0,
      action.takesWords,
      !use.parts.contains("image"), !isQuotationRefused
    else { return nil }
    return words
  }

  /// The permission within the limits; if the item's own notice grants them, with its duties.
  private func within(_ limits: QuotationLimits, grant: Grant?, term: CitedTerm) -> Verdict {
    var owed = grant.map { duties(of: $0.statement, isCondition: $0.clause.condition == .ifDutiesMet) } ?? []
    owed += duties(of: limits, term: term).filter { duty in !owed.contains { $0.kind == duty.kind } }
    let terms = grant.map { [$0.statement.cite($0.clause.evidence), term] } ?? [term]
    return heldToConditions(permitted(.quotation, .quotedWithinLimits, terms, duties: owed))
  }

  private func duties(of limits: QuotationLimits, term: CitedTerm) -> [DutyRuling] {
    var kinds: [Duty.Kind] = []
    if limits.requireAttribution { kinds.append(.credit) }
    if limits.requireLinkOnWeb && situation.channel == Channel.web.rawValue { kinds.append(.linkBack) }
    return kinds.map {
      ruling(on: $0, forms: [], value: nil, isRequest: $0 == .linkBack, isCondition: false, term: term)
    }
  }

  /// A number of words that a notice about the item permits to take.
  private struct Grant {
    var words: Int
    var statement: SourcedStatement
    var clause: Clause
  }

  /// The narrowest such grant among the notices about the item.
  private func excerptGrant() -> Grant? {
    let grants = party.statements.flatMap { statement in
      statement.statement.clauses.filter { $0.effect == .permit && $0.action.isKind(of: .reproduce) }
        .flatMap { clause in
          clause.constraints
            .filter { $0.kind == .wordLimit && $0.comparison != .gt && $0.value.hasPrefix("words:") }
            .compactMap { digits($0.value.utf8.dropFirst("words:".utf8.count)) }
            .map { Grant(words: $0, statement: statement, clause: clause) }
        }
    }
    return grants.min { $0.words < $1.words }
  }

  /// Whether the notice prohibits excerpts as such.
  private var isQuotationRefused: Bool {
    party.statements.contains { statement in
      statement.statement.clauses.contains { clause in
        clause.effect == .prohibit && clause.action == .excerpt
          && applies(clause, of: statement.statement) != .no
      }
    }
  }
}

extension QuotationLimits {
  /// The limits as one sentence, for citing.
  fileprivate var sentence: String {
    let percent = Int((maxShareOfSource * 100).rounded())
    return "quotations of at most \(maxWordsPerQuote) words, \(maxTotalWords) of one item,"
      + " \(percent) % of it, \(maxLongestRun) in a row"
  }
}
