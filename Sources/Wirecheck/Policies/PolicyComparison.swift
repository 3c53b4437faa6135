public import WireRights
public import WireText

/// The difference between two versions of a newsroom's terms: the changed terms, and the decisions that flip.
public struct PolicyComparison: Sendable {
  /// One side of a comparison.
  public struct Side: Sendable {
    /// The contracts.
    public var contracts: [Contract]
    /// The engine that decides.
    public var engine: DecisionEngine
    /// The newsroom's publication; nil for contracts in a file of their own.
    public var site: Site?

    /// A side of the given parts.
    public init(contracts: [Contract], engine: DecisionEngine, site: Site? = nil) {
      self.contracts = contracts
      self.engine = engine
      self.site = site
    }
  }

  /// A changed decision, for all uses that change in the same way.
  public struct Flip: Codable, Sendable, Hashable {
    /// The agency.
    public var agency: String
    /// The action.
    public var action: String
    /// The channels.
    public var channels: [String]
    /// The territories.
    public var territories: [String]
    /// The purposes.
    public var purposes: [String]
    /// The services that delivered the item; empty if no clause names services.
    public var services: [String]
    /// Numbers of words taken; empty if no clause sets a limit.
    public var words: [Int]
    /// For how many days the item has been out; empty where no clause depends on it.
    public var ages: [Int]
    /// The instants, ISO 8601, UTC.
    public var instants: [String]
    /// The decision before the change.
    public var old: Verdict
    /// The decision after the change.
    public var new: Verdict
  }

  /// A decision and its basis.
  public struct Verdict: Codable, Sendable, Hashable {
    /// `allow`, `allow-with-duty`, `needs-review` or `violation`.
    public var outcome: String
    /// The basis of the decision, for instance `clause 4.1 of NW-2024-07`.
    public var basis: String
    /// The duties, each in a few words.
    public var duties: [String]
    /// The clause's own words and place; nil if no clause decided.
    public var term: Term?
  }

  /// The terms that changed.
  public let changes: [TermChange]
  /// The decisions that flip, in order of agencies and uses.
  public private(set) var flips: [Flip] = []
  /// How many uses were decided on each side.
  public private(set) var uses = 0
  /// Whether there were too many uses to decide all of them.
  public private(set) var isCut = false

  /// Compares two sides.
  ///
  /// - Parameters:
  ///   - choice: the uses to decide on; any dimension left open covers all values that the two sides can distinguish.
  ///   - now: the instant for contracts that have neither beginning nor end.
  public init(from old: Side, to new: Side, choice: UseGrid.Choice, at now: Instant) {
    changes =
      ContractComparison(from: old.contracts, to: new.contracts).changes
      + EngineTerms.changes(from: old.engine, to: new.engine)
      + SiteTerms.changes(from: old.site, to: new.site)
    var choice = choice
    if choice.usual.isEmpty { choice.usual = (old.site?.territories ?? []).compactMap { Territory($0) } }
    for agency in Set((old.contracts + new.contracts).map(\.agency)).sorted() {
      compare(old.only(agency), new.only(agency), agency, choice, now)
    }
  }

  private mutating func compare(
    _ old: Side, _ new: Side, _ agency: String, _ choice: UseGrid.Choice, _ now: Instant
  ) {
    let grid = UseGrid(of: old.contracts + new.contracts, choice: choice, at: now)
    uses += grid.points.count
    isCut = isCut || grid.isCut
    var keys: [FlipKey] = []
    var points: [FlipKey: [UseGrid.Point]] = [:]
    for point in grid.points {
      let before = Verdict(old.decision(on: agency, point))
      let after = Verdict(new.decision(on: agency, point))
      guard before.isOther(than: after) else { continue }
      let key = FlipKey(action: point.use.actions.first?.rawValue ?? "use", old: before, new: after)
      if points[key] == nil { keys.append(key) }
      points[key, default: []].append(point)
    }
    for key in keys {
      flips += Self.blocks(of: points[key, default: []]).map { Flip(agency, key, $0) }
    }
  }

  /// Splits points into blocks, each containing every combination of its values, so that a flip never covers a use
  /// that does not flip.
  private static func blocks(of points: [UseGrid.Point]) -> [[UseGrid.Point]] {
    let facts: [(UseGrid.Point) -> String] = [
      { $0.use.channels.joined() }, { $0.use.territories.joined() },
      { $0.use.purposes.map(\.rawValue).joined() }, { $0.service ?? "" }, { "\($0.use.extent.words ?? -1)" },
      { "\($0.age ?? -1)" },
      { $0.use.instant.iso8601 },
    ]
    var blocks = [points]
    for fact in facts {
      blocks = blocks.flatMap { block -> [[UseGrid.Point]] in
        let all = facts.reduce(1) { $0 * Set(block.map($1)).count }
        guard all != block.count else { return [block] }
        let values = block.map(fact)
        return Set(values).sorted().map { value in zip(block, values).filter { $1 == value }.map(\.0) }
      }
    }
    return blocks
  }
}

/// The key by which changed decisions are grouped.
private struct FlipKey: Hashable {
  var action: String
  var old: PolicyComparison.Verdict
  var new: PolicyComparison.Verdict
}

extension PolicyComparison.Flip {
  fileprivate init(_ agency: String, _ key: FlipKey, _ points: [UseGrid.Point]) {
    self.init(
      agency: agency, action: key.action, channels: [], territories: [], purposes: [], services: [],
      words: [], ages: [], instants: [], old: key.old, new: key.new)
    for point in points { add(point) }
  }

  private mutating func add(_ point: UseGrid.Point) {
    func add<Value: Equatable>(_ values: [Value], to list: inout [Value]) {
      for value in values where !list.contains(value) { list.append(value) }
    }
    add(point.use.channels, to: &channels)
    add(point.use.territories, to: &territories)
    add(point.use.purposes.map(\.rawValue), to: &purposes)
    add([point.service].compactMap(\.self), to: &services)
    add([point.use.extent.words].compactMap(\.self), to: &words)
    add([point.age].compactMap(\.self), to: &ages)
    add([point.use.instant.iso8601], to: &instants)
  }
}

extension PolicyComparison.Verdict {
  fileprivate init(_ decision: Decision) {
    let ruling = decision.deciding
    let term = ruling.terms.first
    self.init(
      outcome: ruling.outcome.rawValue, basis: term?.phrase ?? "nothing on file",
      duties: ruling.duties.filter { !$0.isRequest }.map { duty in
        ([duty.kind.rawValue] + duty.accepted).joined(separator: " ")
      },
      term: term.map { term in
        // The facts are those of the flip.
        var term = Term(term, ruling: ruling, isSecret: false)
        term.facts = [:]
        return term
      })
  }

  /// Whether the outcome or the duties differ; a different clause number alone does not count.
  fileprivate func isOther(than other: Self) -> Bool {
    outcome != other.outcome || duties != other.duties
  }
}

extension PolicyComparison.Side {
  fileprivate func only(_ agency: String) -> Self {
    Self(contracts: contracts.filter { $0.agency == agency }, engine: engine)
  }

  /// The decision for copy of which only the agency is known.
  fileprivate func decision(on agency: String, _ point: UseGrid.Point) -> Decision {
    var item = ItemTerms(agency: agency, names: [agency])
    item.services = point.service.map { [$0] }
    item.published = point.published
    return engine.decide(on: item, contracts: contracts, use: point.use)
  }
}
