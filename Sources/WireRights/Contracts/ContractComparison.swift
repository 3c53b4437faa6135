/// A term that differs between two versions of the newsroom's contracts.
public struct TermChange: Sendable, Hashable {
  /// The subject of the term, for instance `clause 4.1 of NW-2024-07`.
  public var subject: String
  /// The key, for instance `channels`.
  public var key: String
  /// The value before; nil if there was none.
  public var old: String?
  /// The value after; nil if it was removed.
  public var new: String?
  /// The position of the old value.
  public var oldPlace: PolicyPlace?
  /// The position of the new value.
  public var newPlace: PolicyPlace?

  /// A change of the given parts.
  public init(
    subject: String, key: String, old: String?, new: String?, oldPlace: PolicyPlace? = nil,
    newPlace: PolicyPlace? = nil
  ) {
    self.subject = subject
    self.key = key
    self.old = old
    self.new = new
    self.oldPlace = oldPlace
    self.newPlace = newPlace
  }
}

/// Compares two versions of the newsroom's contracts term by term.
///
/// Contracts are identified by agency and agreement, clauses by their numbers.
public struct ContractComparison {
  /// Every change, in the order of the old contracts, then the additions.
  public private(set) var changes: [TermChange] = []

  /// A comparison of two versions.
  public init(from old: [Contract], to new: [Contract]) {
    let before = Dictionary(old.map { (Self.key(of: $0), $0) }) { first, _ in first }
    let after = Dictionary(new.map { (Self.key(of: $0), $0) }) { first, _ in first }
    for contract in old {
      if let match = after[Self.key(of: contract)] {
        compare(contract, match)
      } else {
        add(contract, isNew: false)
      }
    }
    for contract in new where before[Self.key(of: contract)] == nil { add(contract, isNew: true) }
  }

  private static func key(of contract: Contract) -> [String] { [contract.agency, contract.agreement] }

  private mutating func add(_ contract: Contract, isNew: Bool) {
    let value = ([contract.agreement] + contract.generalTerms.map(\.description)).joined(separator: ", ")
    changes.append(
      TermChange(
        subject: "contract \(contract.agreement) with \(contract.agency)", key: "contract",
        old: isNew ? nil : value, new: isNew ? value : nil, oldPlace: isNew ? nil : contract.place,
        newPlace: isNew ? contract.place : nil))
    for clause in contract.clauses { add(clause, of: contract, isNew: isNew) }
  }

  private mutating func add(_ clause: ContractClause, of contract: Contract, isNew: Bool) {
    changes.append(
      TermChange(
        subject: clause.cite(in: contract).phrase, key: "clause", old: isNew ? nil : clause.sentence,
        new: isNew ? clause.sentence : nil, oldPlace: isNew ? nil : clause.place,
        newPlace: isNew ? clause.place : nil))
  }

  private mutating func compare(_ old: Contract, _ new: Contract) {
    compare(
      old.generalTerms, new.generalTerms, of: "contract \(old.agreement) with \(old.agency)",
      at: (old.place, new.place))
    // A set, because a contract may have thousands of clauses.
    let before = Set(old.clauses.map(\.id))
    let after = Dictionary(new.clauses.map { ($0.id, $0) }) { first, _ in first }
    var renamed = Renaming(
      from: old.clauses.filter { after[$0.id] == nil }, to: new.clauses.filter { !before.contains($0.id) })
    for clause in old.clauses {
      guard let match = after[clause.id] else {
        if let match = renamed.take(for: clause) {
          rename(clause, match, of: old)
        } else {
          add(clause, of: old, isNew: false)
        }
        continue
      }
      // The words of the short form are its keys and values, which are compared one by one.
      let words = clause.id == nil ? ([], []) : (Self.words(clause), Self.words(match))
      compare(
        words.0 + clause.terms, words.1 + match.terms, of: clause.cite(in: old).phrase,
        at: (clause.place, match.place))
    }
    for clause in new.clauses where !before.contains(clause.id) && !renamed.isTaken(clause) {
      add(clause, of: new, isNew: true)
    }
  }

  private mutating func rename(_ old: ContractClause, _ new: ContractClause, of contract: Contract) {
    changes.append(
      TermChange(
        subject: old.cite(in: contract).phrase, key: "id", old: old.id, new: new.id, oldPlace: old.place,
        newPlace: new.place))
  }

  /// Clauses that say the same in the same words under another number.
  private struct Renaming {
    private var open: [[String]: [ContractClause]]
    private var taken: Set<String> = []

    init(from old: [ContractClause], to new: [ContractClause]) {
      let said = Set(old.map(Self.content))
      // Reversed, so that the next one is the last.
      open = Dictionary(
        grouping: new.reversed().filter { $0.id != nil && said.contains(Self.content($0)) }, by: Self.content)
    }

    private static func content(_ clause: ContractClause) -> [String] {
      [clause.words] + clause.terms.map(\.description)
    }

    /// The next clause that says the same.
    mutating func take(for clause: ContractClause) -> ContractClause? {
      guard clause.id != nil, let found = open[Self.content(clause)]?.popLast(), let id = found.id else {
        return nil
      }
      taken.insert(id)
      return found
    }

    func isTaken(_ clause: ContractClause) -> Bool { clause.id.map(taken.contains) ?? false }
  }

  private static func words(_ clause: ContractClause) -> [ContractTerm] {
    [ContractTerm(key: "text", value: clause.words)]
  }

  private mutating func compare(
    _ old: [ContractTerm], _ new: [ContractTerm], of subject: String, at places: (PolicyPlace, PolicyPlace)
  ) {
    let keys = old.map(\.key) + new.map(\.key).filter { key in !old.contains { $0.key == key } }
    for key in keys {
      let before = old.first { $0.key == key }?.value
      let after = new.first { $0.key == key }?.value
      guard before != after else { continue }
      changes.append(
        TermChange(
          subject: subject, key: key, old: before, new: after, oldPlace: places.0, newPlace: places.1))
    }
  }
}
