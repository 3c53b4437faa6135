public import WireYAML

/// A clause or an entry of a lexicon that no case exercises.
public struct PolicyGap: Sendable, Hashable, CustomStringConvertible {
  /// The position of the clause or entry.
  public var place: PolicyPlace
  /// The clause's number or the entry's phrase.
  public var subject: String

  /// `file:line:column: subject`.
  public var description: String {
    "\(place.file):\(place.position.line):\(place.position.column): \(subject)"
  }
}

extension NoticePolicies {
  /// The entries of lexicons that no case of their lexicon uses, in the order of the files.
  ///
  /// An entry that occurs only inside a longer phrase of a case is not used.
  ///
  /// - Throws: `YAMLFault` with the place of an error in a lexicon.
  public func uncovered() throws(YAMLFault) -> [PolicyGap] {
    let languages = try allLanguages()
    var taken: Set<PolicyPlace> = []
    for language in languages {
      let phrases = language.phrases
      for example in language.lexicon.cases {
        let matches = phrases.matches(in: Lexer.tokens(of: example.text[...]))
        for match in matches where !Self.isInside(match, of: matches) {
          guard let number = phrases.entries[match.entry].number else { continue }
          taken.insert(language.lexicon.place(of: language.lexicon.entries[Int(number)]))
        }
      }
    }
    return languages.map(\.lexicon).flatMap { lexicon in
      lexicon.entries.compactMap { entry in
        let place = lexicon.place(of: entry)
        return taken.contains(place) ? nil : PolicyGap(place: place, subject: String(entry.phrase))
      }
    }
  }

  private static func isInside(_ match: PhraseTable.Match, of matches: [PhraseTable.Match]) -> Bool {
    matches.contains { other in
      other.lower <= match.lower && other.upper >= match.upper
        && other.upper - other.lower > match.upper - match.lower
    }
  }
}

extension Contract {
  /// The clauses that decide none of the contract's cases.
  public func uncovered(engine: DecisionEngine) -> [PolicyGap] {
    let decided = Set(
      cases.flatMap { decision(on: $0, engine: engine).deciding.terms.compactMap(\.contractClause) })
    return clauses.compactMap { clause in
      guard let id = clause.id, !decided.contains(id) else { return nil }
      return PolicyGap(place: clause.place, subject: "clause \(id)")
    }
  }
}
