internal import WireText

/// Combines what the grammars find in the sentences of one text.
struct StatementBuilder {
  private let policies: NoticePolicies
  var result: RightsStatement
  var seenClauses: Set<Clause> = []
  /// The same of rules until an instant, below the last end of an embargo.
  var seenGates: Set<Clause> = []
  /// The number of rules up to the last end of an embargo; those below it may be of a new one.
  var endedClauses = 0
  /// The number of rules read, including those that an earlier sentence or another language also states.
  var statedRules = 0
  var isRestriction = false
  private var hasRequiredDuty = false
  private var holders: HolderChoice

  /// Whether the text is known to belong to a notice, so that weak rules count.
  private let isContextKnown: Bool
  /// Whether every word counts, as in terms from which a contract is drafted.
  private let isWhole: Bool

  init(text: String, policies: NoticePolicies, hasContext: Bool = false, isWhole: Bool = false) {
    self.policies = policies
    self.isWhole = isWhole
    isContextKnown = hasContext || isWhole
    holders = HolderChoice(policies: policies)
    result = RightsStatement(text: text)
  }

  /// Reads the sentences of a piece.
  mutating func add(_ reading: Reading, bytes: [UInt8]) {
    let judge = DiscourseJudge(reading: reading)
    let sentences = judge.spoken
    let found = HolderGrammar(reading: reading, text: bytes).find(in: sentences)
    holders.add(found, reading)
    let licences = LicenceGrammar(reading: reading, licences: policies.licences)
    if result.licence == nil, let found = licences.find(in: sentences) {
      result.licence = found.licence
      if let gate = found.gate { append(gate) }
    }
    addFormula(sentences, reading)
    let end = BrokenEnd(reading: reading)
    if sentences.contains(where: end.breaksOff) { result.isTruncated = true }
    let tongue = UnknownLanguage(reading: reading)
    unknown += sentences.compactMap { tongue.words(of: $0, names: found.marked) }
    let start = isContextKnown || !result.clauses.isEmpty ? 0 : DiscourseJudge.start(of: sentences)
    let hasContext =
      isContextKnown || found.hasMark || result.allRightsReserved != nil || result.licence != nil
    var names = RangeQueue(found.ranges(in: reading))
    var all = RangeQueue(found.names(in: reading))
    let duties = DutyGrammar(reading: reading, text: bytes)
    for (index, sentence) in sentences.enumerated() where !sentence.known.isEmpty {
      if addAdvisory(of: sentence, following: sentences[(index + 1)...], duties) { continue }
      let range = reading.range(sentence.lower, sentence.upper)
      understood = names.take(in: range)
      let own = all.take(in: range)
      addTerms(
        of: sentence.without(own, in: reading, bytes), named: own, duties, licences,
        hasContext: isContextKnown || hasContext && index >= start && !judge.isOfStory(sentence))
    }
  }

  /// Adds what a sentence says as an advisory; returns whether its other words are read with it.
  private mutating func addAdvisory(
    of sentence: Reading.Sentence, following: ArraySlice<Reading.Sentence>, _ grammar: DutyGrammar
  ) -> Bool {
    let reading = grammar.reading
    let advisories = AdvisoryGrammar(reading: reading)
    let read = advisories.read(sentence, following: following)
    // “Embargo lifted at 6 p.m. Correction: the embargo stands.”
    if endedClauses > 0, advisories.has(.embargo, sentence), read?.advisory?.kind != .embargo,
      read?.advisory?.kind != .release
    {
      addAdvisory(advisories.gated(reading.range(sentence.lower, sentence.upper)))
    }
    guard let found = read else { return false }
    addAdvisory(found)
    if let limit = UnreadLimits.words(behind: found, of: sentence, in: reading) {
      result.residue.append(limit)
    }
    // “Handout photo, may be used for …”: a note that also states terms.
    if found.advisory?.kind == .internal, found.clauses.isEmpty { return false }
    addDuties(grammar.duties(in: sentence))
    if let permission = advisories.permission(behind: found, in: sentence) {
      addClauses(permission, reading, hasContext: true, known: [])
    }
    return true
  }

  /// Adds the duties and the rules of a sentence, and what of it was not understood.
  ///
  /// - Parameter own: the names in it, which state nothing else.
  private mutating func addTerms(
    of sentence: Reading.Sentence, named own: [TextRange], _ grammar: DutyGrammar,
    _ licences: LicenceGrammar, hasContext: Bool
  ) {
    let reading = grammar.reading
    let item = continued(sentence.unlicensed(licences, isLicensed: result.licence != nil), reading)
    // Items of what is to be done are duties; what is barred has its effect from the words before the list.
    let sentence = listLead.map { $0.effect == nil } ?? false ? item : sentence
    let isOfNotice = hasContext || !result.clauses.isEmpty || !result.duties.isEmpty
    let isGranted = result.clauses.contains { $0.effect == .permit }
    let duties = grammar.duties(
      in: sentence, isOfNotice: isOfNotice, isRestriction: isRestriction || isGranted)
    let ruling = grammar.withoutCredits(duties, item)
    let known =
      understood + own + duties.map(\.evidence) + grammar.namesBefore(in: sentence)
      + [result.licence?.evidence].compactMap { $0 }
    let (before, rulesBefore) = (result, statedRules)
    addClauses(ruling, reading, hasContext: hasContext, known: known)
    if mandatoryCredit == nil, let tag = sentence.tags.first(where: { $0.means(.mandatoryCredit) }) {
      mandatoryCredit = reading.range(tag.lower, tag.upper)
    }
    addDuties(duties)
    addResidue(of: sentence, reading)
    if result == before, statedRules == rulesBefore, duties.isEmpty,
      UnreadLimits.mayLimit(sentence, in: reading)
    {
      unreadLimits.append(reading.range(sentence.lower, sentence.upper))
    }
    if statedRules == rulesBefore { addOrder(sentence, reading, since: before) }
    if isWhole {
      result.residue += UnreadLimits.words(of: ruling, reading, result, since: before, known: known)
    }
  }

  /// The finished statement.
  func statement() -> RightsStatement {
    var statement = result
    holders.set(in: &statement, isSaid: isSaid)
    // The sign in “Mandatory credit: © Gull” makes the note no copyright line.
    if isRestriction || statement.clauses.contains(where: \.shutsOut)
      || mandatoryCredit != nil && statement.clauses.contains(where: \.isOrder),
      yields(statement.advisory), statement.allRightsReserved == nil,
      !holders.hasMark || mandatoryCredit != nil || isInCapitals(statement)
    {
      let evidence = statement.clauses.first?.evidence ?? TextRange(0, 0)
      statement.advisory = Advisory(.usageRestriction, evidence: evidence)
    }
    if yields(statement.advisory), let duty = mandatoryCredit {
      statement.advisory = Advisory(.mandatoryCredit, evidence: duty)
    }
    if hasRequiredDuty, statement.licence == nil {
      for index in statement.clauses.indices
      where statement.clauses[index].effect == .permit && statement.clauses[index].condition == .none {
        statement.clauses[index].condition = .ifDutiesMet
      }
    }
    statement.isNotice =
      isCertain || statement.holder != nil || statement.allRightsReserved != nil || !statement.clauses.isEmpty
      || !statement.duties.isEmpty || statement.licence != nil || statement.advisory != nil
      || holders.hasMark || isClaim
    if !statement.isNotice, let pointer {
      statement.isNotice = true
      statement.residue = [pointer]
      if isPointerToRestrictions { statement.advisory = Advisory(.usageRestriction, evidence: pointer) }
    }
    if statement.clauses.contains(where: { $0.effect == .permit }) {
      statement.residue += unreadLimits.filter { !statement.residue.contains($0) }
    }
    if isUnread(statement), let first = unknown.first, let last = unknown.last {
      statement.residue = [TextRange(first.lower, last.upper)]
    }
    return statement
  }

  /// Whether only a copyright line was read, and at most the formula "all rights reserved".
  private func isUnread(_ statement: RightsStatement) -> Bool {
    statement.clauses.isEmpty && statement.duties.isEmpty && statement.licence == nil
      && statement.residue.isEmpty && statement.advisory == nil && holders.hasMark
  }

  /// Whether an order in capitals is beside a copyright line, such as “NORWAY OUT”.
  private func isInCapitals(_ statement: RightsStatement) -> Bool {
    let length = statement.text.utf8.count
    return statement.clauses.contains { clause in
      clause.isAbsoluteBar && clause.constraints.contains { $0.kind == .territory || $0.kind == .count }
        && clause.evidence.upper <= length && clause.evidence.count < length
        && statement.words(clause.evidence).allSatisfy { !$0.isLowercase }
    }
  }

  /// Whether an advisory is milder than a restriction or a mandatory credit.
  private func yields(_ advisory: Advisory?) -> Bool {
    advisory.map { $0.kind == .internal } ?? true
  }

  /// Whether there are terms other than those read as clauses.
  private var isSaid: Bool { isCertain || isClaim }
  private var isClaim = false
  /// The words that the items of the open list continue.
  private var listLead: ListLead?
  /// The condition that lifts the last prohibition.
  var lastCondition = Condition.none
  private var mandatoryCredit: TextRange?
  /// The words of the current sentence from which something was read.
  var understood: [TextRange] = []
  /// Whether words that were not understood are certainly terms.
  private var isCertain = false
  /// Unread sentences that may limit what others permit.
  private var unreadLimits: [TextRange] = []
  /// Words of languages without a lexicon.
  private var unknown: [TextRange] = []
  /// The first words that only say where terms can be obtained.
  private var pointer: TextRange?
  /// Whether these are about restrictions.
  private var isPointerToRestrictions = false

  // MARK: Sentences

  private mutating func addFormula(_ sentences: [Reading.Sentence], _ reading: Reading) {
    let judge = DiscourseJudge(reading: reading)
    for sentence in sentences {
      for tag in sentence.tags {
        if tag.means(.formula), result.allRightsReserved == nil {
          result.allRightsReserved = reading.range(tag.lower, tag.upper)
        }
        if tag.means(.someRights) || judge.isClaim(tag, in: sentence) { isClaim = true }
      }
    }
  }

  private mutating func addAdvisory(_ found: AdvisoryGrammar.Found) {
    if let advisory = found.advisory {
      let order = Advisory.Kind.order
      let current = result.advisory.flatMap { order.firstIndex(of: $0.kind) } ?? order.count
      if let new = order.firstIndex(of: advisory.kind), new < current { result.advisory = advisory }
    }
    found.clauses.forEach { append($0) }
  }

  /// The sentence as an item of the list that an earlier sentence opened: “prohibited uses include: (1) …; (2) …”.
  private mutating func continued(_ sentence: Reading.Sentence, _ reading: Reading) -> Reading.Sentence {
    guard let lead = listLead, lead.continues(with: sentence, in: reading),
      lead.takes(sentence) || !sentence.tags.contains(where: \.hasEffect)
    else {
      listLead = ListLead(sentence, in: reading)
      return sentence
    }
    return lead.item(sentence)
  }

  private mutating func addDuties(_ duties: [Duty]) {
    for duty in duties {
      understood.append(duty.evidence)
      if !duty.isRequest { hasRequiredDuty = true }
      if let index = result.duties.firstIndex(where: { $0.kind == duty.kind }) {
        if result.duties[index].value == nil, duty.value != nil {
          result.duties[index] = duty
        } else if duty.value != nil, duty.value != result.duties[index].value {
          result.duties.append(duty)
        }
      } else {
        result.duties.append(duty)
      }
    }
  }

  // MARK: Residue

  /// Keeps a sentence without a rule if it has the form of an order.
  private mutating func addOrder(
    _ sentence: Reading.Sentence, _ reading: Reading, since before: RightsStatement
  ) {
    // A continuation of a licence or an advisory was read with it.
    guard result.licence == nil, result.advisory == nil, result.duties == before.duties,
      OrderForm(reading: reading, sentence: sentence).isOrder
    else { return }
    isCertain = true
    if result.residue == before.residue {
      result.residue.append(reading.range(sentence.lower, sentence.upper))
    }
  }

  private mutating func addResidue(of sentence: Reading.Sentence, _ reading: Reading) {
    let grammar = ResidueGrammar(reading: reading)
    let known = [result.licence?.evidence, result.allRightsReserved, mandatoryCredit].compactMap { $0 }
    if let found = grammar.residue(of: sentence, understood: understood + known) {
      result.residue.append(found.range)
      if found.isCertain { isCertain = true }
    }
    if pointer == nil {
      pointer = grammar.pointer(in: sentence)
      isPointerToRestrictions = sentence.signals.contains {
        $0.means(Concept.DiscourseWord.pointer) && $0.means(.restriction)
      }
    }
  }
}
