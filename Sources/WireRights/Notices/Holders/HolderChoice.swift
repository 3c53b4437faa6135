internal import WireText

/// Chooses the right holder of a notice among the names found in its pieces.
///
/// Owners precede names with a copyright sign, these precede those who permitted a reprint, and these precede those
/// whose permission is required.
struct HolderChoice {
  private let policies: NoticePolicies
  private var found: [(names: HolderGrammar.Found, reading: Reading)] = []

  init(policies: NoticePolicies) { self.policies = policies }

  /// Adds the names of a piece.
  mutating func add(_ names: HolderGrammar.Found, _ reading: Reading) { found.append((names, reading)) }

  /// Whether a copyright sign, or the word with a name or a year, was found.
  var hasMark: Bool { found.contains { $0.names.hasMark } }

  /// Puts the holder, further holders and the years into a statement.
  ///
  /// - Parameter isSaid: whether it states terms other than its clauses and duties.
  func set(in statement: inout RightsStatement, isSaid: Bool) {
    var marked: [Holder] = []
    var owners: [Holder] = []
    var givers: [Holder] = []
    var rest: [Holder] = []
    for (names, reading) in found {
      let text = statement
      marked += names.marked.map { holder($0, reading, in: text) }
      owners += names.owners.map { holder($0, reading, in: text) }
      givers += names.givers.map { holder($0, reading, in: text) }
      rest += (names.permitting + names.subjects).map { holder($0, reading, in: text) }
      for year in names.years where !statement.years.contains(year) { statement.years.append(year) }
    }
    let hasTerms = isSaid || hasTerms(statement)
    // “© 2008 Gull Ltd. All texts are the property of Gull Ltd.”: the full stop may be that of the sentence.
    let owner = owners.first.map { owner in marked.first { $0.asWritten + "." == owner.asWritten } ?? owner }
    statement.holder = owner ?? marked.first ?? givers.first ?? (hasTerms ? rest.first : nil)
    var known: Set<String> = statement.holder.map { [$0.asWritten] } ?? []
    if !owners.isEmpty || !marked.isEmpty { setSuppliers(in: &statement) }
    guard owners.isEmpty else { return }
    known.formUnion(statement.coHolders.map(\.asWritten))
    for other in marked.dropFirst() where known.insert(other.asWritten).inserted {
      statement.coHolders.append(other)
    }
  }

  /// Makes rules about the material of another party than the holder rules about that material alone.
  private func setSuppliers(in statement: inout RightsStatement) {
    guard let holder = statement.holder else { return }
    for (names, reading) in found {
      for supplier in names.suppliers {
        let party = self.holder(supplier.name, reading, in: statement)
        guard supplier.isSure || party.agency != nil, party.name != holder.name,
          !holder.asWritten.contains(party.asWritten),
          !party.asWritten.contains(holder.asWritten)
        else { continue }
        var isNamed = false
        for index in statement.clauses.indices {
          // The owner is more specific than the kind of the material.
          guard supplier.sentence.contains(statement.clauses[index].evidence) else { continue }
          statement.clauses[index].target = "third-party:" + party.asWritten
          isNamed = true
        }
        if isNamed, !statement.coHolders.contains(where: { $0.asWritten == party.asWritten }) {
          statement.coHolders.append(party)
        }
      }
    }
  }

  /// Whether it states more than whose permission something needs: “Entry only with permission of the harbour master”.
  private func hasTerms(_ statement: RightsStatement) -> Bool {
    statement.allRightsReserved != nil || !statement.clauses.isEmpty || !statement.duties.isEmpty
      || statement.licence != nil || !(statement.advisory?.kind ?? .internal == .internal)
      || !statement.residue.isEmpty
      || found.contains { $0.names.hasAct }
  }

  private func holder(_ name: NameScanner.Name, _ reading: Reading, in statement: RightsStatement) -> Holder {
    let whole = reading.range(name.lower, name.upper)
    // A known name is kept even if it happens to end like a genitive.
    let isWhole = name.ending == 0 && name.beginning == 0
    let isKnown = isWhole || policies.agencies.agency(named: statement.words(whole)) != nil
    let range = isKnown ? whole : TextRange(whole.lower + name.beginning, whole.upper - name.ending)
    let words = statement.words(range)
    let agency = policies.agencies.agency(named: words)
    return Holder(
      name: agency?.name ?? policies.publishers.name(for: words) ?? LineWraps.joined(words), asWritten: words,
      agency: agency?.id, range: range)
  }
}
