/// Who, where and what is shut out: “CHINA OUT”.
extension ClauseGrammar {
  /// “CHINA OUT”, “MAGS OUT, NO TV”: whoever and whatever is named before is shut out.
  func outRules() -> [Clause] {
    var clauses: [Clause] = []
    var start = span.lower
    for out in tags where out.means(.out) {
      var named = tags.filter { $0.lower >= start && $0.lower < out.lower }.flatMap(\.constraints)
      if let house = house(from: start, to: out.lower) {
        named = [house]
      } else if named.isEmpty, isName(start, out.lower), let party = party(from: start, to: out.lower) {
        named = [party]
      }
      let after = tags.filter { $0.lower >= out.upper }.flatMap(\.constraints)
      let places = after.filter { $0.kind == .territory }
      if named.isEmpty {
        named = start == span.lower ? after : []
      } else if out.upper < span.upper, named.allSatisfy({ $0.kind != .territory }), !places.isEmpty {
        // “Local stations out in Norway”: a medium, in a place.
        clauses += named.map { out in
          Clause(
            .prohibit, .use, constraints: [out] + places, evidence: reading.range(span.lower, span.upper))
        }
        return clauses
      }
      clauses += named.map {
        Clause(.prohibit, .use, constraints: [$0], evidence: reading.range(span.lower, span.upper))
      }
      start = out.upper
    }
    return clauses
  }

  /// A house whose name has words of lists in it, in capitals between two marks: “HARBOUR CHINA POST OUT”.
  private func house(from start: Int, to upper: Int) -> Constraint? {
    var lower = upper
    while lower > start, reading.tokens[lower - 1].kind == .word, reading.tokens[lower - 1].isUpper {
      lower -= 1
    }
    guard (2...5).contains(upper - lower),
      lower == start || reading.tokens[lower - 1].isMark(in: [",", ";", ".", "-", "(", ")", "/"])
    else { return nil }
    let words = lower..<upper
    let isKnown = words.map { index in tags.contains { $0.lower <= index && index < $0.upper } }
    guard isKnown.contains(false), isKnown.contains(true),
      tags.allSatisfy({
        !words.contains($0.lower) || !$0.constraints.isEmpty || $0.isTimeOnly || $0.action != nil
      })
    else { return nil }
    return Constraint(.recipient, words.map { reading.list.word($0).uppercased() }.joined(separator: " "))
  }

  /// Whether nothing but words of a name and marks stand between two tokens: “HARBOUR TV OUT”, not “WITH TIME OUT”.
  private func isName(_ lower: Int, _ upper: Int) -> Bool {
    (lower..<max(lower, upper)).allSatisfy { index in
      reading.tokens[index].kind != .word || !tags.contains { $0.lower <= index && index < $0.upper }
    }
  }
}
