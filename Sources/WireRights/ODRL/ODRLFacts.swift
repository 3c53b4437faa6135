internal import WireText

/// The facts of an evaluation: a use, its user and asset, and which acts were done.
public struct ODRLFacts: Sendable {
  /// The use.
  public var use: Use
  /// Identifiers of the user; empty if unknown.
  public var assignees: Set<String>
  /// Identifiers of the asset; empty if unknown.
  public var assets: Set<String>
  /// Acts other than the use that were done or are known not to have been done, by their names in ODRL:
  /// `compensate`, `attribute`, `delete`.
  public var performed: [String: Bool]

  /// Facts of a use.
  public init(
    _ use: Use, assignees: Set<String> = [], assets: Set<String> = [], performed: [String: Bool] = [:]
  ) {
    self.use = use
    self.assignees = assignees
    self.assets = assets
    self.performed = performed
  }
}

/// Whether constraints hold for a use; anything that the use does not determine is unknown.
extension ODRLFacts {
  /// Whether a constraint holds.
  ///
  /// The depth of constraints is bounded by the reader, and so is the recursion.
  func truth(_ constraint: ODRLConstraint) -> Truth {
    switch constraint {
    case .unread: return .unknown
    case .comparison(let comparison): return truth(comparison)
    case .logical(.and, let parts, _): return .all(parts.map(truth))
    case .logical(.or, let parts, _): return Truth.all(parts.map { truth($0).negated }).negated
    case .logical(.andSequence, let parts, _):
      // In order: the first one that is not satisfied decides.
      return parts.lazy.map(truth).first { $0 != .yes } ?? .yes
    case .logical(.xone, let parts, _):
      let truths = parts.map(truth)
      let held = truths.filter { $0 == .yes }.count
      if held > 1 { return .no }
      if truths.contains(.unknown) { return .unknown }
      return held == 1 ? .yes : .no
    }
  }

  /// Whether all constraints hold.
  func truth(_ constraints: [ODRLConstraint]) -> Truth { .all(constraints.map(truth)) }

  private func truth(_ comparison: ODRLComparison) -> Truth {
    switch comparison.left {
    case "spatial":
      return compare(use.territories, comparison) {
        Territory.overlap(of: $0, with: ODRLValues.territory($1))
      }
    case "deliveryChannel":
      return compare(use.channels, comparison) { Channel.overlap(of: $0, with: ODRLValues.channel($1)) }
    case "media":
      return compare(use.parts.sorted(), comparison) { part, value in
        if part == value.lowercased() { return .inside }
        return Use.media.contains(value.lowercased()) ? .outside : .unknown
      }
    case "purpose": return purpose(comparison)
    case "recipient": return compare(use.recipients.map(Self.name), comparison) { Self.recipient($0, $1) }
    case "dateTime": return time(comparison)
    case "count": return number(use.count.map(Int64.init), comparison)
    case "percentage": return number(use.extent.share.map { Int64(($0 * 100).rounded(.up)) }, comparison)
    case "elapsedTime":
      return number(
        use.firstPublished.map { use.instant.seconds - $0.seconds }, comparison, TimeValue.seconds)
    case "wr:extent": return number(extent(comparison.unit).map(Int64.init), comparison)
    default: return .unknown
    }
  }

  // MARK: Sets

  /// Compares the values of a use with the right operand of a comparison.
  private func compare(
    _ facts: [String], _ comparison: ODRLComparison, _ overlap: (String, String) -> Overlap
  ) -> Truth {
    guard !facts.isEmpty else { return .unknown }
    func each(_ hold: (Overlap) -> Truth) -> Truth {
      let truths = facts.map { fact in hold(.union(comparison.right.map { overlap(fact, $0) })) }
      // If the use lies partly within the values, the result is not known for the whole use.
      if Set(truths).count == 1 { return truths[0] }
      return .unknown
    }
    let isInside = each { overlap in
      switch overlap {
      case .inside: .yes
      case .outside: .no
      case .partly, .unknown: .unknown
      }
    }
    switch comparison.comparison {
    case .eq where comparison.right.count == 1: return isInside
    case .neq where comparison.right.count == 1: return isInside.negated
    case .isA, .isAnyOf: return isInside
    case .isPartOf: return .all(comparison.right.map { value in inside(facts, value, overlap) })
    case .isNoneOf: return isInside.negated
    case .isAllOf: return .all(comparison.right.map { value in reached(value, by: facts, overlap) })
    case .hasPart:
      return .all(comparison.right.map { value in reached(value, by: facts, { overlap($1, $0) }) })
    case .eq, .neq, .gt, .gteq, .lt, .lteq: return .unknown
    }
  }

  private func inside(_ facts: [String], _ value: String, _ overlap: (String, String) -> Overlap) -> Truth {
    .all(
      facts.map { fact in
        switch overlap(fact, value) {
        case .inside: .yes
        case .outside: .no
        case .partly, .unknown: .unknown
        }
      })
  }

  /// Whether some part of the use is covered by a value, or covers it if `overlap` is reversed.
  private func reached(
    _ value: String, by facts: [String], _ overlap: (String, String) -> Overlap
  ) -> Truth {
    let overlaps = facts.map { overlap($0, value) }
    if overlaps.contains(.inside) { return .yes }
    return overlaps.contains(.unknown) ? .unknown : .no
  }

  /// Compares purposes: whether the site is commercial counts like a purpose.
  private func purpose(_ comparison: ODRLComparison) -> Truth {
    var facts = use.purposes.map(\.rawValue).sorted()
    let money = use.isCommercial.map { $0 ? Purpose.commercial : .noncommercial }
    let values = Set(comparison.right.map(ODRLValues.purpose))
    if values.isSubset(of: [Purpose.commercial.rawValue, Purpose.noncommercial.rawValue]) {
      guard let money else { return .unknown }
      facts = [money.rawValue]
    }
    return compare(facts, comparison) { fact, value in
      guard let value = Purpose(rawValue: ODRLValues.purpose(value)) else { return .unknown }
      guard let fact = Purpose(rawValue: fact) else { return .unknown }
      return fact == value || fact.implied.contains(value) ? .inside : .outside
    }
  }

  private static func name(_ recipient: Use.Recipient) -> String {
    switch recipient {
    case .public: "public"
    case .named(let name): name
    }
  }

  /// A party of another name may be the same, and subscribers or third parties are some of the public.
  private static func recipient(_ fact: String, _ value: String) -> Overlap {
    foldedWords(fact) == foldedWords(value) ? .inside : .unknown
  }

  // MARK: Numbers and times

  private func extent(_ unit: String?) -> Int? {
    switch unit {
    case "wr:words": use.extent.words
    case "wr:chars": use.extent.characters
    case "wr:sentences": use.extent.sentences
    default: nil
    }
  }

  private func number(
    _ fact: Int64?, _ comparison: ODRLComparison, _ read: (String) -> Int64? = { Int64($0) }
  ) -> Truth {
    guard let fact else { return .unknown }
    let values = comparison.right.compactMap(read)
    guard values.count == comparison.right.count, let value = values.first else { return .unknown }
    switch comparison.comparison {
    case .isAnyOf: return Truth(values.contains(fact))
    case .isNoneOf: return Truth(!values.contains(fact))
    case _ where values.count > 1: return .unknown
    case .eq, .isA, .isAllOf: return Truth(fact == value)
    case .neq: return Truth(fact != value)
    case .gt: return Truth(fact > value)
    case .gteq: return Truth(fact >= value)
    case .lt: return Truth(fact < value)
    case .lteq: return Truth(fact <= value)
    case .hasPart, .isPartOf: return .unknown
    }
  }

  private func time(_ comparison: ODRLComparison) -> Truth {
    guard comparison.right.count == 1, let time = TimeValue(ODRLValues.time(comparison.right[0])) else {
      return .unknown
    }
    let item = ItemTerms(agency: nil)
    let isBeforeStart = before(time.resolved(item: item, endOfDay: false))
    let isBeforeEnd = before(time.resolved(item: item, endOfDay: true))
    let isPoint = time.resolved(item: item, endOfDay: false) == time.resolved(item: item, endOfDay: true)
    let isAtPoint: Truth =
      if case .span(let earliest, let latest) = time.resolved(item: item, endOfDay: false) {
        earliest == latest ? Truth(use.instant == earliest) : .unknown
      } else { .unknown }
    let isAt = isPoint ? isAtPoint : .all([isBeforeStart.negated, isBeforeEnd])
    switch comparison.comparison {
    case .lt: return isBeforeStart
    case .gteq: return isBeforeStart.negated
    case .gt: return isPoint ? .all([isBeforeStart.negated, isAt.negated]) : isBeforeEnd.negated
    case .lteq: return isPoint ? Truth.all([isBeforeStart.negated, isAt.negated]).negated : isBeforeEnd
    case .eq: return isAt
    case .neq: return isAt.negated
    default: return .unknown
    }
  }

  private func before(_ time: TimeValue.Resolved) -> Truth {
    guard case .span(let earliest, let latest) = time else { return .unknown }
    if use.instant < earliest { return .yes }
    return use.instant < latest ? .unknown : .no
  }
}
