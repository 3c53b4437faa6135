internal import WireText

/// The set of situations that a clause covers, as one set of values for each kind of fact.
///
/// A situation is in a region if each of its facts is in the corresponding set. So two clauses can be compared:
/// whether they have a situation in common, and whether one covers everything that the other does.
struct TermRegion: Sendable, Hashable {
  /// The kinds of facts, in the order of the sets.
  enum Dimension: Int, Sendable, CaseIterable {
    case action, channel, territory, purpose, service, period
  }

  /// The values, numbered by `TermSpace`, one set for each dimension.
  private(set) var sets: [Set<Int>]

  init(_ sets: [Set<Int>]) { self.sets = sets }

  subscript(dimension: Dimension) -> Set<Int> { sets[dimension.rawValue] }

  /// Whether it contains no situation.
  var isEmpty: Bool { sets.contains(where: \.isEmpty) }

  /// The situations in both.
  func intersection(_ other: TermRegion) -> TermRegion {
    TermRegion(zip(sets, other.sets).map { $0.intersection($1) })
  }

  /// Whether every situation of this region is in the other.
  func isPart(of other: TermRegion) -> Bool {
    isEmpty || zip(sets, other.sets).allSatisfy { $0.isSubset(of: $1) }
  }

  /// The situations that are not in the other, as regions that do not overlap.
  func subtracting(_ other: TermRegion) -> [TermRegion] {
    guard !intersection(other).isEmpty else { return isEmpty ? [] : [self] }
    var parts: [TermRegion] = []
    var rest = self
    for dimension in sets.indices {
      var outside = rest
      outside.sets[dimension].subtract(other.sets[dimension])
      if !outside.isEmpty { parts.append(outside) }
      rest.sets[dimension].formIntersection(other.sets[dimension])
    }
    return parts
  }

  /// Whether several regions together cover every situation of this one.
  ///
  /// - Complexity: bounded; a region that splits into too many parts counts as not covered.
  func isCovered(by others: [TermRegion]) -> Bool {
    var rest = isEmpty ? [] : [self]
    for other in others {
      rest = rest.flatMap { $0.subtracting(other) }
      guard rest.count <= Self.mostParts else { return false }
      if rest.isEmpty { return true }
    }
    return rest.isEmpty
  }

  private static let mostParts = 4096
}

/// Numbers for every value that the clauses of some contracts distinguish.
///
/// One more value stands for everything that no clause names ("elsewhere", "another service"), so that a clause
/// without a list covers more than one that lists all named values. Time is divided at the first and last days of
/// the contracts.
struct TermSpace: Sendable {
  let actions = Action.allCases.filter(\.isUse)
  let channels = Channel.allCases
  let purposes = Purpose.allCases
  /// The territories that are named, and one outside all of them, if there is one.
  let territories: [Territory]
  /// The services that are named; one more number stands for all others.
  let services: [String]
  /// The first instants of the periods; another period precedes the first one.
  let edges: [Instant]

  init(_ contracts: [Contract]) {
    let clauses = contracts.flatMap(\.clauses)
    var named = Set(clauses.flatMap(\.territories))
    let elsewhere = Territory.examples.first { code in
      !named.contains { ($0 != .worldwide) && (code.isPart(of: $0) || $0.isPart(of: code)) }
    }
    if let elsewhere { named.insert(elsewhere) }
    named.remove(.worldwide)
    territories = named.sorted { $0.code < $1.code }
    services = Set(clauses.flatMap(\.services).map { foldedWords($0).joined(separator: " ") }).sorted()
    edges = Set(contracts.flatMap { [$0.begins, $0.ends].compactMap(\.self) }).sorted()
  }

  /// The region of a clause for one of its lists of actions.
  func region(
    of clause: ContractClause, in contract: Contract, where isMeant: (Action) -> Bool
  ) -> TermRegion {
    TermRegion([
      Self.numbers(actions, where: isMeant),
      Self.numbers(channels) { channel in
        clause.channels.isEmpty || clause.channels.contains { channel.isPart(of: $0) }
      },
      Self.numbers(territories) { territory in
        clause.territories.isEmpty || clause.territories.contains { territory.isPart(of: $0) }
      },
      Self.numbers(purposes) { purpose in
        clause.purposes.isEmpty || clause.purposes.contains { purpose == $0 || purpose.implied.contains($0) }
      },
      serviceNumbers(of: clause), periodNumbers(of: contract),
    ])
  }

  /// The region that a clause permits.
  func permitted(by clause: ContractClause, in contract: Contract) -> TermRegion {
    region(of: clause, in: contract) { action in clause.permits.contains { $0.permits(action) } }
  }

  /// The region that a clause prohibits.
  func prohibited(by clause: ContractClause, in contract: Contract) -> TermRegion {
    region(of: clause, in: contract) { action in clause.prohibits.contains { $0.prohibits(action) } }
  }

  private static func numbers<Value>(_ values: [Value], where isMeant: (Value) -> Bool) -> Set<Int> {
    Set(values.indices.filter { isMeant(values[$0]) })
  }

  private func serviceNumbers(of clause: ContractClause) -> Set<Int> {
    guard !clause.services.isEmpty else { return Set(0...services.count) }
    let named = Set(clause.services.map { foldedWords($0).joined(separator: " ") })
    return Self.numbers(services) { named.contains($0) }
  }

  private func periodNumbers(of contract: Contract) -> Set<Int> {
    Set(
      (0...edges.count).filter { number in
        let start = number == 0 ? nil : edges[number - 1]
        guard let start else { return contract.begins == nil }
        return contract.standing(at: start) == .inForce
      })
  }
}

extension Action {
  /// Whether it is a use of copy rather than something that an advisory orders.
  var isUse: Bool {
    switch self {
    case .remove, .delete, .replace, .stopUse: false
    default: true
    }
  }
}

extension Territory {
  /// Example countries outside all named territories.
  static let examples = ["US", "JP", "BR", "ZA", "NZ", "FJ", "IS", "MN", "UY", "LA"].compactMap {
    Territory($0)
  }
}
