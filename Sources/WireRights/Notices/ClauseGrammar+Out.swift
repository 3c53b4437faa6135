/// Excluded parties, places and media: “CHINA OUT”.
extension ClauseGrammar {
  /// “CHINA OUT”, “MAGS OUT, NO TV”: everything named before is excluded.
  func outRules() -> [Clause] {
    var clauses: [Clause] = []
    var start = span.lower
    guard !isHeading else { return [] }
    for out in tags where out.means(.out) {
      var named = tags.filter { $0.lower >= start && $0.lower < out.lower }.flatMap(\.constraints)
      if let house = house(from: start, to: out.lower) {
        named = [house]
      } else if named.isEmpty, isName(start, out.lower), let party = party(from: start, to: out.lower) {
        named = [party]
      }
      let after = tags.filter { $0.lower >= out.upper && isRun(out.upper, $0.lower) }.flatMap(\.constraints)
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
      // “UK TABLOIDS OUT”: the media of a place.
      if let media = media(of: start, out.lower) {
        clauses.append(
          Clause(.prohibit, .use, constraints: media, evidence: reading.range(span.lower, span.upper)))
        named = []
      }
      clauses += named.map {
        Clause(.prohibit, .use, constraints: [$0], evidence: reading.range(span.lower, span.upper))
      }
      start = out.upper
    }
    return clauses
  }

  /// A place and the medium right after it, if nothing else is named between two tokens.
  private func media(of lower: Int, _ upper: Int) -> [Constraint]? {
    let named = tags.filter { $0.lower >= lower && $0.lower < upper && !$0.constraints.isEmpty }
    guard named.count == 2, named[0].upper == named[1].lower,
      named[0].constraints.allSatisfy({ $0.kind == .territory }),
      named[1].constraints.allSatisfy({ $0.kind == .channel })
    else { return nil }
    return ClauseGrammar.merged(named.flatMap(\.constraints))
  }

  /// Whether no punctuation separates two tokens.
  private func isRun(_ lower: Int, _ upper: Int) -> Bool {
    !reading.tokens[lower..<upper].contains { $0.kind == .mark }
  }

  /// Whether a colon after it makes it a heading: “ITALY OUT, FRANCE IN: THE LINE-UP”.
  private var isHeading: Bool {
    guard let out = tags.last(where: { $0.means(.out) }), out.upper < span.upper,
      let colon = (out.upper..<span.upper).first(where: { reading.tokens[$0].isMark(":") }),
      colon > out.upper
    else { return false }
    return tags.allSatisfy { tag in
      tag.lower < out.upper || tag.lower > colon || tag.isSmall
        || tag.constraints.contains(where: Self.isPlace)
    }
  }

  /// A media company whose name contains words of the lists, between two marks: “HARBOUR CHINA POST OUT”, “Le Monde
  /// OUT”.
  private func house(from start: Int, to upper: Int) -> Constraint? {
    guard upper > start, reading.tokens[upper].kind == .word else { return nil }
    let isLoud = reading.tokens[upper - 1].isUpper
    guard isLoud || reading.tokens[upper].isCapitalised else { return nil }
    var lower = upper
    while lower > start, reading.tokens[lower - 1].isCapitalised, reading.tokens[lower - 1].isUpper == isLoud
    {
      lower -= 1
    }
    guard (2...5).contains(upper - lower),
      lower == start || reading.tokens[lower - 1].isMark(in: [",", ";", ".", "-", "(", ")", "/"])
    else { return nil }
    let words = lower..<upper
    let isKnown = words.map { index in tags.contains { $0.lower <= index && index < $0.upper } }
    guard isKnown.contains(true),
      isKnown.contains(false) || isTitle(words),
      tags.allSatisfy({
        !words.contains($0.lower) || !$0.constraints.isEmpty || $0.isTimeOnly || $0.action != nil
          || $0.means(.article) || $0.means(.works) || $0.means(Concept.HolderWord.matter)
      })
    else { return nil }
    return Constraint(
      .recipient,
      words.map { isLoud ? reading.list.word($0).uppercased() : reading.list.name($0) }.joined(separator: " ")
    )
  }

  /// Whether words with other meanings are a title with its article: “THE SUN OUT”.
  private func isTitle(_ words: Range<Int>) -> Bool {
    tags.contains { $0.lower == words.lowerBound && $0.means(.article) }
      && tags.allSatisfy { !words.contains($0.lower) || $0.constraints.isEmpty }
  }

  /// Whether only words of a name and punctuation are between two tokens: “HARBOUR TV OUT”, not “WITH TIME OUT”.
  private func isName(_ lower: Int, _ upper: Int) -> Bool {
    (lower..<max(lower, upper)).allSatisfy { index in
      reading.tokens[index].kind != .word || !tags.contains { $0.lower <= index && index < $0.upper }
    }
  }
}
