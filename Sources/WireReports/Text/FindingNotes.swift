internal import Wirecheck

/// Additional notes on a finding: how much was reused, how certain it is, on what it was decided.
enum FindingNotes {
  /// The notes, one sentence each, in reading order; not escaped.
  static func of(_ finding: Finding) -> [String] {
    var notes: [String] = []
    // A declared translation has no words in common with its item.
    let hasPassages = finding.match.map { $0.words > 0 } ?? false
    if let match = finding.match, hasPassages { notes.append(Wording.shares(match)) }
    if let words = finding.match?.disguised { notes.append(Wording.disguise(words)) }
    if let facts = finding.match?.facts, facts.count == 2 {
      notes.append(Wording.facts(facts[0], of: facts[1]))
    }
    if let fact = finding.fact { notes.append(fact) }
    if let term = finding.term, !term.facts.isEmpty {
      let facts = term.facts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      notes.append("decided on: " + facts.joined(separator: ", "))
    }
    if let source = finding.source {
      if hasPassages, source.passages.isEmpty {
        notes.append("checked against hashes, which hold no source text to show")
      }
      if source.status != "usable", !source.status.isEmpty {
        notes.append("the item's status is \(source.status)")
      }
      if !source.alsoIn.isEmpty { notes.append("the same words stand in " + list(source.alsoIn, at: 5)) }
    }
    return notes
  }

  private static func list(_ names: [String], at most: Int) -> String {
    let shown = names.prefix(most).joined(separator: ", ")
    return names.count > most ? "\(shown) and \(Wording.count(names.count - most, "more item"))" : shown
  }
}
