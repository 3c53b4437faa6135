public import WireText

/// The uses that some contracts can tell apart: one for each combination of facts that their clauses treat alike.
///
/// Actions, channels, territories, purposes and services that stand in the same clauses are one value; a value that
/// no clause names stands for all such. Instants lie just before and at each first and last moment of a contract, and
/// where a limit of words is set, that much is taken and one word more. Where a clause is for young items, the item came
/// just now, and so many days ago.
public struct UseGrid: Sendable {
  /// One use, with the service that carried the item.
  public struct Point: Sendable, Hashable {
    /// The action, place and time.
    public var use: Use
    /// The agency's service that carried the item.
    public var service: String?
    /// For how many days the item has been out; nil where no clause depends on it.
    public var age: Int?

    /// When the agency published the item.
    public var published: Instant? { age.map { use.instant.later(bySeconds: -Int64($0) * 86_400) } }
  }

  /// The dimensions that the caller fixes; an empty one is filled from the contracts.
  public struct Choice: Sendable {
    /// The actions.
    public var actions: [Action] = []
    /// The channels.
    public var channels: [String] = []
    /// The territories.
    public var territories: [String] = []
    /// The instants.
    public var instants: [Instant] = []
    /// Where the newsroom publishes, which stands for territories that clauses treat alike.
    public var usual: [Territory] = []

    /// A choice that fixes nothing.
    public init() {}
  }

  /// The uses, in order of actions, channels, territories, purposes, services, words, ages, instants.
  public private(set) var points: [Point] = []
  /// Whether there were more combinations than are examined.
  public private(set) var isCut = false

  /// The words of the example item to which shares apply.
  static let itemWords = 1000
  /// The most comparisons of a use with a clause.
  private static let mostComparisons = 5_000_000
  /// The most uses that are examined.
  private static let mostPoints = 50_000

  /// The grid of several contracts, old and new together.
  ///
  /// - Parameters:
  ///   - contracts: the contracts.
  ///   - choice: the fixed dimensions.
  ///   - now: the instant to use if no contract begins or ends.
  public init(of contracts: [Contract], choice: Choice = Choice(), at now: Instant) {
    let (first, isShortened) = contracts.withClauses(atMost: ContractReview.mostClauses)
    let axes = Axes(first, usual: choice.usual)
    isCut = isShortened
    // Every use is decided against every clause.
    let clauses = contracts.reduce(1) { $0 + $1.clauses.count }
    let most = min(Self.mostPoints, Self.mostComparisons / clauses)
    let actions = choice.actions.isEmpty ? axes.actions : choice.actions
    let channels = choice.channels.isEmpty ? axes.channels : choice.channels
    let territories = choice.territories.isEmpty ? axes.territories : choice.territories
    let instants = choice.instants.isEmpty ? axes.instants(at: now) : choice.instants
    for action in actions {
      for channel in channels {
        for territory in territories {
          for point in axes.rest(at: instants) {
            guard points.count < most else {
              isCut = true
              return
            }
            var point = point
            point.use.actions = [action]
            point.use.channels = [channel]
            point.use.territories = [territory]
            points.append(point)
          }
        }
      }
    }
  }
}

/// The values of each fact that clauses treat differently.
private struct Axes {
  private let contracts: [Contract]
  private let clauses: [ContractClause]
  private let space: TermSpace
  private let usual: [Territory]

  init(_ contracts: [Contract], usual: [Territory]) {
    self.contracts = contracts
    self.usual = usual
    clauses = contracts.flatMap(\.clauses)
    space = TermSpace(contracts)
  }

  var actions: [Action] {
    let named = Set(clauses.flatMap { $0.permits + $0.prohibits })
    return distinct(space.actions, preferring: named.contains) { action in
      clauses.flatMap { clause in
        [
          clause.permits.contains { $0.permits(action) }, clause.prohibits.contains { $0.prohibits(action) },
        ]
      }
    }
  }

  var channels: [String] {
    let named = Set(clauses.flatMap(\.channels))
    return distinct(space.channels, preferring: named.contains) { channel in
      clauses.map { clause in clause.channels.isEmpty || clause.channels.contains { channel.isPart(of: $0) } }
    }
    .map(\.rawValue)
  }

  var territories: [String] {
    let named = space.territories.isEmpty && usual.isEmpty ? [Territory.worldwide] : space.territories
    let all = usual + named
    return distinct(all, preferring: { _ in false }) { territory in
      clauses.map { clause in
        clause.territories.isEmpty || clause.territories.contains { territory.isPart(of: $0) }
      }
    }
    .map(\.code)
  }

  var purposes: [Purpose] {
    let usual = Purpose.newsReporting
    return distinct([usual] + space.purposes.filter { $0 != usual }, preferring: { $0 == usual }) { purpose in
      clauses.map { clause in
        clause.purposes.contains { purpose == $0 || purpose.implied.contains($0) }
      }
    }
  }

  /// The services that are named, and one more for all others.
  var services: [String?] {
    let named = Set(clauses.flatMap(\.services)).sorted()
    return named.isEmpty ? [nil] : named + ["another service"]
  }

  /// The ages at which items are told apart, in days.
  var ages: [Int?] {
    let days = clauses.compactMap(\.withinDays)
    return days.isEmpty ? [nil] : Set([0] + days).sorted()
  }

  /// Uses that differ in purpose, service, words taken, age and instant; the rest is to be filled in.
  func rest(at instants: [Instant]) -> [UseGrid.Point] {
    purposes.flatMap { purpose in
      services.flatMap { service in
        words.flatMap { words in
          ages.flatMap { age in
            instants.map { instant in
              let use = Use(
                [], on: [], in: [], at: instant, purposes: [purpose], isCommercial: true,
                extent: Extent(words: words, sourceWords: words == nil ? nil : UseGrid.itemWords))
              return UseGrid.Point(use: use, service: service, age: age)
            }
          }
        }
      }
    }
  }

  /// The most that each limit permits and one word more; unknown if there is no limit.
  private var words: [Int?] {
    let limits = clauses.compactMap(\.limit) + contracts.compactMap(\.excerpt?.limit)
    let counts = limits.flatMap { limit in
      [
        limit.words, limit.share.map { Int((Double(UseGrid.itemWords) * $0).rounded(.down)) },
        limit.openingWords,
      ].compactMap(\.self)
    }
    return counts.isEmpty ? [nil] : Set(counts.flatMap { [$0, $0 + 1] }).sorted()
  }

  func instants(at now: Instant) -> [Instant] {
    let edges = space.edges.flatMap { [$0.advanced(bySeconds: -1), $0] }
    return edges.isEmpty ? [now] : edges
  }

  /// One value for each way in which clauses treat it, in order; preferred values are chosen first.
  private func distinct<Value>(
    _ values: [Value], preferring isPreferred: (Value) -> Bool, by signature: (Value) -> [Bool]
  ) -> [Value] {
    var seen: Set<[Bool]> = []
    let ordered = values.filter(isPreferred) + values.filter { !isPreferred($0) }
    return ordered.filter { seen.insert(signature($0)).inserted }
  }
}
