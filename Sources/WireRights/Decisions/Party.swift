internal import WireText

/// A holder of rights in an item, with the statements that are theirs.
struct Party: Sendable {
  /// The agency that is the partner of contracts.
  var agency: String?
  /// The holder's name, for a holder other than the item's agency.
  var name: String?
  /// The statements, in the order of `ItemTerms`.
  var statements: [SourcedStatement]

  /// The item's own agency first, then every other agency whose notice the item carries.
  ///
  /// A notice of several holders is a notice of each, so that all have to be satisfied. A holder who is not a known
  /// agency stays with the item's agency: agencies pass on the copy of others, and a name alone does not identify
  /// the party.
  static func all(of item: ItemTerms) -> [Party] {
    let named = item.statements.map { $0.agencies }
    // An item of unknown origin belongs to the holders whom its notices name, and statements without a holder apply
    // to each of them.
    let isShared = item.agency == nil
    let main = item.agency ?? named.joined().map(\.agency).min()
    var own = Party(agency: main, name: nil, statements: [])
    var others: [Party] = []
    for (agency, name) in named.joined()
    where agency != main && !others.contains(where: { $0.agency == agency }) {
      others.append(Party(agency: agency, name: name, statements: []))
    }
    for (statement, agencies) in zip(item.statements, named) {
      if agencies.isEmpty || agencies.contains(where: { $0.agency == main }) {
        own.statements.append(statement)
      }
      for index in others.indices
      where agencies.contains(where: { $0.agency == others[index].agency }) || (isShared && agencies.isEmpty)
      {
        others[index].statements.append(statement)
      }
    }
    return [own] + others
  }

  /// The party without the signals that do not concern an action.
  func concerned(with action: Action) -> Party {
    guard !action.isMining && action != .index else { return self }
    var party = self
    party.statements.removeAll(where: \.isAboutMining)
    return party
  }

  /// Whether a contract is with this holder.
  func isBound(by contract: Contract) -> Bool {
    guard let agency else { return false }
    return contract.agency == agency
  }
}

extension SourcedStatement {
  /// The known agencies among the holders, with their names.
  fileprivate var agencies: [(agency: String, name: String)] {
    ([statement.holder].compactMap(\.self) + statement.coHolders).compactMap { holder in
      holder.agency.map { ($0, holder.name) }
    }
  }
}

extension ItemTerms {
  /// A holder whom a statement names and who is not known to be the item's agency.
  func stranger(in statement: RightsStatement) -> Holder? {
    guard let holder = statement.holder, let agency, holder.agency == nil else { return nil }
    let own = ([agency] + names).map(foldedWords).filter { !$0.isEmpty }
    let words = foldedWords(holder.name)
    let isOwn = own.contains { name in
      contains(words, name) || contains(name, words)
    }
    return isOwn ? nil : holder
  }

  private func contains(_ words: [String], _ part: [String]) -> Bool {
    guard !part.isEmpty, part.count <= words.count else { return false }
    return (0...(words.count - part.count)).contains { words[$0..<$0 + part.count].elementsEqual(part) }
  }
}
