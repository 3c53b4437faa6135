internal import WireText

/// Citations of the terms that tiers rely on.
extension SourcedStatement {
  /// Cites words of the statement.
  func cite(_ range: TextRange) -> CitedTerm {
    CitedTerm(
      .notice(source: source, holder: statement.holder?.name, range: range), words: statement.words(range))
  }

  /// Cites the statement as a whole.
  var citedWhole: CitedTerm { cite(TextRange(0, statement.text.utf8.count)) }
}

extension ContractClause {
  /// Cites the clause as a term of its contract.
  func cite(in contract: Contract) -> CitedTerm {
    CitedTerm(
      .contract(agency: contract.agency, agreement: contract.agreement, clause: id, place: place),
      words: words)
  }
}

extension Contract {
  /// Cites the contract as a whole, with its period.
  var cited: CitedTerm {
    let period = [from.map { "from: \($0)" }, until.map { "until: \($0)" }].compactMap { $0 }
    let words = (["agreement: \(agreement)"] + period).joined(separator: ", ")
    return CitedTerm(.contract(agency: agency, agreement: agreement, clause: nil, place: place), words: words)
  }

  /// Cites the permission for excerpts.
  func cite(_ excerpt: ExcerptGrant) -> CitedTerm {
    CitedTerm(
      .contract(agency: agency, agreement: agreement, clause: nil, place: excerpt.place), words: excerpt.words
    )
  }
}
