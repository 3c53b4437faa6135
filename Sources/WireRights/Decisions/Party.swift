internal import WireText

/// A holder of rights in an item, with the statements that are theirs.
struct Party: Sendable {
  /// The agency that contracts are made with.
  var agency: String?
  /// The holder's name, for a holder other than the item's agency.
  var name: String?
  /// The statements, in the order of `ItemTerms`.
  var statements: [SourcedStatement]

  /// The item's own agency first, then every other agency whose notice the item carries.
  ///
  /// A holder who is no known agency stays with the item's agency: agencies pass on the copy of others, and who
  /// that is cannot be told from a name alone.
  static func all(of item: ItemTerms) -> [Party] {
    // An item that comes from nowhere known belongs to whoever its first notice names.
    let main = item.agency ?? item.statements.lazy.compactMap(\.statement.holder?.agency).first
    var own = Party(agency: main, name: nil, statements: [])
    var others: [Party] = []
    for statement in item.statements {
      guard let agency = statement.statement.holder?.agency, agency != main else {
        own.statements.append(statement)
        continue
      }
      if let index = others.firstIndex(where: { $0.agency == agency }) {
        others[index].statements.append(statement)
      } else {
        others.append(Party(agency: agency, name: statement.statement.holder?.name, statements: [statement]))
      }
    }
    return [own] + others
  }

  /// Whether a contract is with this holder.
  func isBound(by contract: Contract) -> Bool {
    guard let agency else { return false }
    return contract.agency == agency
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
