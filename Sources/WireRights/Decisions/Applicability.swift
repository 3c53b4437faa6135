internal import WireText

/// Whether clauses of a notice apply to a situation.
extension Matter {
  /// Whether a prohibition covers the action.
  func isProhibited(by clause: Clause) -> Bool {
    clause.effect == .prohibit && (clause.action.prohibits(action) || isAboutTraining(clause))
  }

  /// Whether a permit covers the action.
  func isPermitted(by clause: Clause) -> Bool {
    clause.effect == .permit
      && (clause.action.permits(action) || isAboutTraining(clause) || isLeaveToShow(clause))
  }

  /// Whether permission to copy is permission to publish: a copy that must name its source is one for the public,
  /// “reproduction interdite sans mention de la source”.
  private func isLeaveToShow(_ clause: Clause) -> Bool {
    clause.action == .reproduce && clause.condition == .ifDutiesMet && action == .publish
  }

  /// A clause on any action "for training" is about training.
  private func isAboutTraining(_ clause: Clause) -> Bool {
    guard action == .trainAI || action == .tdm else { return false }
    return clause.constraints.contains {
      $0.kind == .purpose && $0.members.contains(Purpose.aiTraining.rawValue)
    }
  }

  /// Whether a clause's limits and part of the material match; the caller compares the action.
  func applies(_ clause: Clause, of statement: RightsStatement) -> Truth {
    .all(truths(of: clause, in: statement).map(\.truth) + [isUsed(clause.target)])
  }

  /// The limits of a clause that depend on unknown facts.
  func unknownLimits(of clause: Clause, in statement: RightsStatement) -> [Constraint.Kind] {
    truths(of: clause, in: statement).filter { $0.truth == .unknown }.map(\.kind)
  }

  private func truths(
    of clause: Clause, in statement: RightsStatement
  ) -> [(kind: Constraint.Kind, truth: Truth)] {
    clause.constraints.map { ($0.kind, holds($0, for: clause.effect, in: statement)) }
  }

  /// Whether the material used is of the part that a clause covers.
  ///
  /// Unknown for anything that is not a medium, such as third parties' material.
  private func isUsed(_ target: String?) -> Truth {
    guard let target, !use.parts.contains(target) else { return .yes }
    return Use.media.contains(target) ? .no : .unknown
  }

  /// Whether one limit holds in the situation.
  ///
  /// If a use lies partly within the limit, a prohibition covers it and a permit does not.
  func holds(_ constraint: Constraint, for effect: Effect, in statement: RightsStatement) -> Truth {
    switch constraint.kind {
    case .territory:
      let parts = constraint.members.map { Territory.overlap(of: situation.territory, with: $0) }
      return compare(.union(parts), constraint.comparison, effect)
    case .channel:
      let parts = constraint.members.map { Channel.overlap(of: situation.channel, with: $0) }
      return compare(.union(parts), constraint.comparison, effect)
    case .purpose:
      return compare(overlap(withPurposes: constraint.members, in: statement), constraint.comparison, effect)
    case .recipient:
      let isKeptFrom = (effect == .prohibit) == (constraint.comparison == .eq)
      let parts = constraint.members.map { overlap(withRecipient: $0, isKeptFrom: isKeptFrom) }
      return compare(.union(parts), constraint.comparison, effect)
    case .timeBefore:
      return isBefore(constraint, endOfDay: false)
    case .timeAfter:
      return isBefore(constraint, endOfDay: true).negated
    case .wordLimit:
      return exceeds(constraint).map { exceeded in
        isUpperLimit(constraint, effect) ? exceeded.negated : exceeded
      } ?? .unknown
    case .count:
      return holdsForCount(constraint, effect)
    }
  }

  private func compare(_ overlap: Overlap, _ comparison: Constraint.Comparison, _ effect: Effect) -> Truth {
    let isNegated = comparison == .neq
    switch overlap {
    case .inside: return isNegated ? .no : .yes
    case .outside: return isNegated ? .yes : .no
    case .partly: return effect == .permit ? .no : .yes
    case .unknown: return .unknown
    }
  }

  // MARK: Purposes and recipients

  /// How the use's purposes overlap those that a term names: a use for two purposes, of which it names one, is partly
  /// within them.
  func overlap(withPurposes members: [String], in statement: RightsStatement) -> Overlap {
    let named = Set(members.compactMap(Purpose.init(rawValue:)))
    let unknown: [Overlap] = named.count < Set(members).count ? [.unknown] : []
    return .union(
      named.filter(isJudgedAlone).map { overlap(withPurpose: $0, in: statement) } + unknown
        + [overlapOfEnds(with: named.filter { !isJudgedAlone($0) })])
  }

  private func isJudgedAlone(_ purpose: Purpose) -> Bool {
    purpose == .commercial || purpose == .noncommercial
      || purpose == .aiTraining && (action == .trainAI || action == .tdm)
  }

  private func overlap(withPurpose purpose: Purpose, in statement: RightsStatement) -> Overlap {
    switch purpose {
    case .commercial: return overlapWithCommerce(in: statement)
    case .noncommercial:
      if isPaidPage { return .unknown }
      if earnsMoney { return .outside }
      return use.isCommercial.map { $0 ? .outside : .inside } ?? .unknown
    default: return .inside
    }
  }

  private func overlapOfEnds(with named: Set<Purpose>) -> Overlap {
    if named.isEmpty { return .outside }
    if use.purposes.isEmpty { return .unknown }
    func isNamed(_ purpose: Purpose) -> Bool {
      named.contains(purpose) || purpose.implied.contains(where: named.contains)
    }
    guard use.purposes.contains(where: isNamed) else { return .outside }
    return use.purposes.ends.allSatisfy(isNamed) ? .inside : .partly
  }

  /// How the use overlaps commercial use.
  ///
  /// In a notice with "editorial use only", commercial means anything but editorial: an editorial page that earns
  /// money is not meant.
  ///
  /// Whether advertising or a paywall alone makes a use commercial is for a person to judge, unless the newsroom
  /// counts its site as commercial.
  private func overlapWithCommerce(in statement: RightsStatement) -> Overlap {
    if isPaidPage { return .unknown }
    if earnsMoney { return .inside }
    let speaksOfEditorialUse = statement.clauses.contains { clause in
      clause.constraints.contains { $0.kind == .purpose && $0.members.contains(Purpose.editorial.rawValue) }
    }
    let isEditorial = use.purposes.contains { $0 == .editorial || $0.implied.contains(.editorial) }
    if speaksOfEditorialUse && isEditorial { return .outside }
    return use.isCommercial.map { $0 ? .inside : .outside } ?? .unknown
  }

  /// Whether one of the purposes is commercial.
  private var earnsMoney: Bool {
    use.purposes.contains { $0 == .commercial || $0.implied.contains(.commercial) }
  }

  /// Whether the use earns money only by advertising or a paywall around it, as far as known.
  private var isPaidPage: Bool {
    guard use.isCommercial != true else { return false }
    let commercial = use.purposes.filter { $0 == .commercial || $0.implied.contains(.commercial) }
    return !commercial.isEmpty && commercial.isSubset(of: [.adSupported, .paywalled])
  }

  /// How the use's recipients overlap those that a term names.
  ///
  /// - Parameter isKeptFrom: whether the term keeps the copy from them, rather than for them.
  private func overlap(withRecipient member: String, isKeptFrom: Bool) -> Overlap {
    if use.recipients.isEmpty { return .unknown }
    switch member {
    case "third-parties": return use.recipients.contains(.public) ? .inside : .outside
    case "subscribers": return overlapWithSubscribers(isKeptFrom: isKeptFrom)
    case "agreement-holders":
      return contracts.contains { $0.standing(at: use.instant) == .inForce } ? .inside : .outside
    default: break
    }
    let wanted = foldedWords(member)
    let names = use.recipients.compactMap(\.name)
    if names.contains(where: { foldedWords($0) == wanted }) { return .inside }
    // Groups of parties are written in lower case; a party's name is not, and is known not to be ours.
    let isGroup =
      member.unicodeScalars.allSatisfy { !$0.properties.isUppercase } || member.utf8.contains(0x3A)
    return isGroup || names.isEmpty ? .unknown : .outside
  }

  /// How the use overlaps use for subscribers, who are a site's paying readers or the agency's clients.
  ///
  /// Which of them is meant is not known. A page behind a paywall may not be what is kept from them, and is not
  /// known to be what is kept for them; of any other page it is the reverse.
  private func overlapWithSubscribers(isKeptFrom: Bool) -> Overlap {
    let isPaid = use.purposes.contains(.paywalled)
    if isKeptFrom { return isPaid ? .inside : .unknown }
    return isPaid ? .unknown : .outside
  }

  // MARK: Time

  /// Whether the use is before a time as written.
  private func isBefore(_ limit: Constraint, endOfDay: Bool) -> Truth {
    guard case .span(let earliest, let latest)? = TimeValue(limit)?.resolved(item: item, endOfDay: endOfDay)
    else {
      return .unknown
    }
    if use.instant < earliest { return .yes }
    return use.instant < latest ? .unknown : .no
  }

  // MARK: Amounts

  private func isUpperLimit(_ constraint: Constraint, _ effect: Effect) -> Bool {
    switch constraint.comparison {
    case .lteq: true
    case .gt: false
    case .eq, .neq: effect == .permit
    }
  }

  /// Whether more is taken than `words:75`, `chars:300` or `sentences:2` permits; nil if unknown.
  private func exceeds(_ constraint: Constraint) -> Truth? {
    guard let limit = constraint.length else { return nil }
    let taken: Int? =
      switch limit.unit {
      case "words": use.extent.words
      case "chars": use.extent.characters
      case "sentences": use.extent.sentences
      default: nil
      }
    return taken.map { $0 > limit.count ? .yes : .no }
  }

  private func holdsForCount(_ constraint: Constraint, _ effect: Effect) -> Truth {
    if constraint.isSystematic { return Truth(use.isSystematic) }
    guard let limit = digits(constraint.value.utf8), let count = use.count else { return .unknown }
    return isUpperLimit(constraint, effect) ? Truth(count <= limit) : Truth(count > limit)
  }
}

extension Use.Recipient {
  fileprivate var name: String? {
    if case .named(let name) = self { return name }
    return nil
  }
}
