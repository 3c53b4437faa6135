internal import WireText

/// Ends of embargoes that have not come yet.
extension AdvisoryGrammar {
  /// Whether something waits for the end of an embargo or hold: “once the embargo is lifted”, “after the embargo ends”,
  /// but not “after talks, the embargo is lifted”.
  func isPending(_ sentence: Reading.Sentence) -> Bool {
    let words = sentence.tags.filter {
      $0.means(.embargo) || $0.means(.hold) || $0.means(.lift) || $0.means(.release)
    }
    guard let start = words.map(\.lower).min() else { return false }
    let cues =
      sentence.cues.filter { $0.means(.pending) }
      + sentence.tags.filter { $0.means(.time(.after)) || $0.means(.provided) || $0.means(.due) }
    // “Release: the embargo is lifted” has a label and no cue.
    let ends = cues.map(\.upper).filter { $0 <= start && reading.tokens[$0 - 1].kind == .word }
    guard let cue = ends.max(), start - cue <= Self.farthestCue else { return false }
    // “Nach Rücksprache ist die Sperrfrist aufgehoben”
    return (cue..<start).allSatisfy { index in
      let token = reading.tokens[index]
      return token.kind == .word && (token.isUpper || !token.isCapitalised)
    }
  }

  /// The embargo whose end nobody knows.
  func gated(_ evidence: TextRange) -> Found {
    Found(
      advisory: Advisory(.embargo, evidence: evidence),
      clauses: [
        Clause(.prohibit, .publish, constraints: [Constraint(.timeBefore, "unknown")], evidence: evidence)
      ])
  }

  /// The most tokens between “when” and the embargo whose end it names: “when our own embargo”.
  private static let farthestCue = 3
}
