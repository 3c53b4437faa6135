internal import WireText

extension ODRLPolicy {
  /// The policy as a statement, each clause with the bytes that state it; anything that clauses cannot express is
  /// residue.
  ///
  /// A policy that our writer made from a notice, and that is complete, is read back as that notice, with the
  /// notice's own text. Rules about an asset that is not the policy's only one have its identifier as their target,
  /// so that they are not mistaken for rules about the current item.
  ///
  /// - Parameters:
  ///   - text: the document that contains the policy.
  ///   - use: settles constraints that clauses cannot express, such as exclusive alternatives: a rule whose
  ///     constraint holds for this use is kept without it, one whose constraint does not hold is left out. Without
  ///     a use they are residue.
  public func statement(in text: String, settledFor use: Use? = nil) -> RightsStatement {
    var builder = ODRLStatementBuilder(policy: self, text: text, facts: use.map { ODRLFacts($0) })
    for rule in rules where rule.kind == .obligation { builder.add(rule) }
    for rule in rules where rule.kind != .obligation { builder.add(rule) }
    return builder.statement()
  }

  /// Whether it follows our profile.
  var isOwn: Bool { profiles.contains("wr:") }

  /// Whether it follows the profile of TDMRep, https://www.w3.org/community/reports/tdmrep/.
  var isAboutMining: Bool {
    profiles.contains { $0.hasPrefix("tdm:") || $0.lowercased().contains("w3.org/ns/tdmrep") }
  }
}

/// Collects the contents of a policy as a statement.
struct ODRLStatementBuilder {
  /// A clause or duty with its position in the notice from which it was made, and its index among that notice's rules.
  private struct Placed<Value> {
    var value: Value
    var words: TextRange?
    var order: Int?
    /// Whether its limits are known not to hold for the use.
    var isBeside = false
  }

  private let policy: ODRLPolicy
  private let text: String
  private let limits: ODRLLimits
  /// The facts that settle constraints which clauses cannot express.
  private let facts: ODRLFacts?
  /// The only asset that the policy names; nil if it names several.
  private let onlyTarget: String?
  private var clauses: [Placed<Clause>] = []
  private var duties: [Placed<Duty>] = []
  /// The kinds and values of the duties so far.
  private var asked: Set<[String?]> = []
  private var residue: [TextRange]
  private var isTruncated = false
  /// The most clauses that are made of one policy.
  private static let mostClauses = 20_000
  /// The most duties that are made of one policy; each permission of it owes them all.
  private static let mostDuties = 500

  init(policy: ODRLPolicy, text: String, facts: ODRLFacts?) {
    self.facts = facts
    self.policy = policy
    self.text = text
    limits = ODRLLimits(isOwn: policy.isOwn, isAboutMining: policy.isAboutMining)
    let targets = Set(policy.rules.flatMap(\.targets).map(\.uid))
    onlyTarget = targets.count == 1 ? targets.first : nil
    residue = policy.unread
  }

  // MARK: Rules

  mutating func add(_ rule: ODRLRule) {
    let before = clauses.count
    let isSaid = rule.isUnderstood && (rule.kind == .obligation ? addObligation(rule) : addRule(rule))
    if !isSaid {
      clauses.removeSubrange(before...)
      residue.append(rule.range)
    }
    if clauses.count > Self.mostClauses {
      clauses.removeSubrange(before...)
      isTruncated = true
    }
  }

  /// Adds a permission or prohibition; false if clauses cannot express it.
  private mutating func addRule(_ rule: ODRLRule) -> Bool {
    var effect: Effect = rule.kind == .permission ? .permit : .prohibit
    var condition = Condition.none
    var owed: [Duty] = []
    for duty in rule.duties {
      guard rule.kind == .permission, duty.constraints.isEmpty || isLeave(duty) else { return false }
      for action in duty.actions {
        if let lifting = ODRLVocabulary.condition(ofDuty: action.name) {
          // A permission that requires somebody's consent is a prohibition until consent is given.
          effect = .prohibit
          condition = condition == .withoutAgreement ? condition : lifting
        } else if let kind = ODRLVocabulary.duty(named: action.name), action.refinements.isEmpty {
          owed.append(Duty(kind, value: duty.value, isRequest: duty.isRequest, evidence: duty.range))
        } else {
          return false
        }
      }
    }
    if effect == .permit && !owed.isEmpty { condition = .ifDutiesMet }
    for action in rule.actions where !add(action, of: rule, effect, condition) { return false }
    for duty in owed where asked.insert([duty.kind.rawValue, duty.value]).inserted {
      add(Placed(value: duty))
    }
    return true
  }

  private mutating func add(_ duty: Placed<Duty>) {
    if duties.count < Self.mostDuties { duties.append(duty) } else { isTruncated = true }
  }

  private func isLeave(_ duty: ODRLRule) -> Bool {
    duty.actions.allSatisfy { ODRLVocabulary.condition(ofDuty: $0.name) != nil }
  }

  private mutating func add(
    _ action: ODRLAction, of rule: ODRLRule, _ effect: Effect, _ condition: Condition
  ) -> Bool {
    guard let meaning = ODRLVocabulary.action(named: action.name), let assignees = recipients(rule.assignees)
    else {
      return false
    }
    var condition = condition
    var narrowing = rule.constraints
    for refinement in action.refinements {
      if case .comparison(let comparison) = refinement, let found = ODRLVocabulary.condition(comparison) {
        condition = found
      } else {
        narrowing.append(refinement)
      }
    }
    // The same condition may be among the constraints.
    narrowing.removeAll { constraint in
      guard case .comparison(let comparison) = constraint, let found = ODRLVocabulary.condition(comparison)
      else {
        return false
      }
      condition = found
      return true
    }
    let alternatives: [[Constraint]]
    switch ODRLSettlement(narrowing, limits, facts) {
    // A rule that does not hold for the current use is irrelevant.
    case .beside: return true
    case .unknown: return false
    case .limits(let found): alternatives = found
    }
    let isBeside = facts?.truth(narrowing) == .no
    let purpose = meaning.purpose.map { [Constraint(.purpose, $0.rawValue)] } ?? []
    for target in parts(of: rule) {
      for limits in alternatives {
        clauses.append(
          Placed(
            value: Clause(
              effect, meaning.action, condition: condition, constraints: purpose + limits + assignees,
              target: target, evidence: rule.range), words: rule.words, order: rule.order,
            isBeside: isBeside))
      }
    }
    return true
  }

  /// Adds an obligation: a duty of our vocabulary, or an act that is ordered.
  private mutating func addObligation(_ rule: ODRLRule) -> Bool {
    guard let action = rule.actions.first, rule.actions.count == 1, rule.duties.isEmpty else { return false }
    // TDMRep: whose consent is to be obtained reserves mining.
    if policy.isAboutMining, let lifting = ODRLVocabulary.condition(ofDuty: action.name),
      rule.constraints.isEmpty, action.refinements.isEmpty
    {
      let clause = Clause(.prohibit, .tdm, condition: lifting, evidence: rule.range)
      clauses.append(Placed(value: clause, words: rule.words, order: rule.order))
      return true
    }
    guard let kind = ODRLVocabulary.duty(named: action.name) else {
      return add(action, of: rule, .oblige, .none)
    }
    guard rule.constraints.isEmpty, action.refinements.isEmpty, parts(of: rule) == [nil] else { return false }
    let duty = Duty(kind, value: rule.value, isRequest: rule.isRequest, evidence: rule.range)
    asked.insert([duty.kind.rawValue, duty.value])
    add(Placed(value: duty, words: rule.words, order: rule.order))
    return true
  }

  /// The parts of the material that a rule covers; nil means everything.
  private func parts(of rule: ODRLRule) -> [String?] {
    let targets = rule.targets.map { target -> String? in
      if let part = target.part { return part }
      return target.uid == onlyTarget || target.uid.isEmpty ? nil : target.uid
    }
    return targets.isEmpty ? [nil] : targets
  }

  /// The assignees of a rule, as a limit; nil if it cannot be expressed.
  private func recipients(_ parties: [ODRLParty]) -> [Constraint]? {
    let names = parties.map { $0.name ?? $0.uid }
    if names.isEmpty || names.contains("All") { return [] }
    guard names.allSatisfy({ !$0.isEmpty && !$0.utf8.contains(0x7C) }) else { return nil }
    return [Constraint(.recipient, names.joined(separator: "|"))]
  }

  // MARK: The whole

  mutating func statement() -> RightsStatement {
    if !policy.isOwn { settleConflicts() }
    if let original = original() { return original }
    var statement = RightsStatement(text: text)
    fill(&statement) { range, _ in range }
    if let unread = policy.notice.residue { residue.append(unread.range) }
    statement.residue = Set(residue).sorted()
    return statement
  }

  /// The notice from which the policy was made; nil if a part has no position in its text or something is unread.
  private func original() -> RightsStatement? {
    guard policy.isOwn, residue.isEmpty, let text = policy.notice.text else { return nil }
    var statement = RightsStatement(text: text)
    var isWhole = true
    fill(&statement) { range, words in
      if words == nil { isWhole = false }
      return words ?? range
    }
    statement.residue = policy.notice.residue?.value ?? []
    let end = text.utf8.count
    let ranges = statement.ranges
    return isWhole && ranges.allSatisfy { $0.upper <= end } ? statement : nil
  }

  private func fill(_ statement: inout RightsStatement, place: (TextRange, TextRange?) -> TextRange) {
    let notice = policy.notice
    statement.isNotice = notice.isNotice ?? true
    statement.years = notice.years
    statement.isTruncated = notice.isTruncated || isTruncated
    var holders: [Holder] = []
    var names: Set<String> = []
    for party in policy.assigners + policy.rules.flatMap(\.assigners) {
      let name = party.name ?? party.asWritten ?? party.uid
      guard names.insert(name).inserted else { continue }
      holders.append(holder(party, name, place(party.range, party.words)))
    }
    statement.holder = holders.first
    statement.coHolders =
      holders.dropFirst()
      + notice.coHolders.map { party in
        holder(party, party.name ?? party.asWritten ?? party.uid, place(party.range, party.words))
      }
    statement.allRightsReserved = notice.allRightsReserved.map { place($0.range, $0.words) }
    statement.licence = notice.licence.map {
      LicenceReference(
        id: $0.value, evidence: place($0.range, $0.words), target: notice.licenceTarget)
    }
    statement.advisory = notice.advisory.map { Advisory($0.value, evidence: place($0.range, $0.words)) }
    statement.clauses = Self.ordered(clauses).map { placed in
      var clause = placed.value
      clause.evidence = place(clause.evidence, placed.words)
      return clause
    }
    statement.duties = Self.ordered(duties).map { placed in
      var duty = placed.value
      duty.evidence = place(duty.evidence, placed.words)
      return duty
    }
  }

  private func holder(_ party: ODRLParty, _ name: String, _ range: TextRange) -> Holder {
    Holder(name: name, asWritten: party.asWritten ?? name, agency: party.agency, range: range)
  }

  private static func ordered<Value>(_ parts: [Placed<Value>]) -> [Placed<Value>] {
    guard parts.allSatisfy({ $0.order != nil }) else { return parts }
    return parts.enumerated().sorted { a, b in
      (a.element.order ?? 0, a.offset) < (b.element.order ?? 0, b.offset)
    }.map(\.element)
  }
}

extension ODRLStatementBuilder {
  /// Moves to the residue the clauses that the policy's conflict strategy treats differently than clauses would.
  ///
  /// A rule whose limits do not hold for the use conflicts with none: an embargo that is over leaves a permission be.
  private mutating func settleConflicts() {
    let held = clauses.indices.filter { !clauses[$0].isBeside }
    let lost = ODRLConflicts(policy.conflict, held.map { clauses[$0].value }).lost.map { held[$0] }
    residue += lost.map { clauses[$0].value.evidence }
    for index in lost.reversed() { clauses.remove(at: index) }
  }
}

extension RightsStatement {
  /// All ranges in the statement.
  var ranges: [TextRange] {
    let holders = ([holder].compactMap { $0 } + coHolders).map(\.range)
    let single = [allRightsReserved, licence?.evidence, advisory?.evidence].compactMap { $0 }
    return holders + single + clauses.map(\.evidence) + duties.map(\.evidence) + residue
  }
}
