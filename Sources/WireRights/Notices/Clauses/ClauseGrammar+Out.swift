/// Excluded parties, places and media: “CHINA OUT”.
extension ClauseGrammar {
  /// “CHINA OUT”, “MAGS OUT, NO TV”: everything named before is excluded.
  func outRules() -> [Clause] {
    var clauses: [Clause] = []
    var start = span.lower
    guard !isHeading else { return [] }
    for out in tags where out.means(.out) {
      var named = excluded(from: start, to: out.lower, isBefore: true)
      if named.isEmpty, start == span.lower, let list = listStart(after: out) {
        named = excluded(from: list, to: listEnd(from: list))
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

  /// What is named between two tokens: places, media and houses, one after the other.
  ///
  /// - Parameter isBefore: whether it precedes “OUT”, perhaps behind a credit: “GULL/Jo Bell NORWAY OUT”. Then names that
  ///   no lexicon contains are part of the list only if all of it is in capitals and without strokes.
  func excluded(from lower: Int, to upper: Int, isBefore: Bool = false) -> [Constraint] {
    let whole = lower..<max(lower, upper)
    let items = items(in: whole)
    guard items.count > 1 else { return excluded(in: whole) }
    let isList =
      !isBefore
      || whole.allSatisfy { index in
        reading.tokens[index].kind == .mark
          ? !reading.tokens[index].isMark("/")
          : reading.tokens[index].isUpper || reading.tokens[index].kind == .number
      }
    return Self.distinct(
      items.flatMap { item in
        isList ? excluded(in: item) : tags.filter { item.contains($0.lower) }.flatMap(\.constraints)
      })
  }

  /// What one item of a list names.
  private func excluded(in item: Range<Int>) -> [Constraint] {
    if let house = house(from: item.lowerBound, to: item.upperBound) { return [house] }
    if let agency = tags.first(where: { $0.means(.name) && $0.lower == item.lowerBound }),
      agency.upper == item.upperBound, agency.constraints.isEmpty
    {
      return [Constraint(.recipient, item.map(reading.list.name).joined(separator: " "))]
    }
    let named = tags.filter { item.contains($0.lower) }.flatMap(\.constraints)
    guard named.isEmpty, isName(item.lowerBound, item.upperBound),
      let party = party(from: item.lowerBound, to: item.upperBound)
    else { return named }
    return [party]
  }

  /// The items of a list between two tokens; one if nothing there has a meaning that shows it to be a list.
  ///
  /// “And” alone also joins the words of one name, as in “Harbour and Coast Post OUT”.
  private func items(in whole: Range<Int>) -> [Range<Int>] {
    func isComma(_ index: Int) -> Bool { reading.tokens[index].isMark(in: [",", "/", "&"]) }
    guard
      whole.contains(where: isComma) || whole.allSatisfy({ reading.tokens[$0].isUpper })
        || tags.contains(where: { whole.contains($0.lower) && !$0.constraints.isEmpty })
    else { return [whole] }
    let ends = whole.filter { index in
      isComma(index) || tags.contains { $0.lower == index && $0.upper == index + 1 && $0.means(.joint) }
    }
    let items = zip([whole.lowerBound] + ends.map { $0 + 1 }, ends + [whole.upperBound]).map { $0..<$1 }
    return items.filter { !$0.isEmpty }
  }

  /// Where the list after “OUT” starts: behind its colon or dash, or at a small word or a name: “OUT: NORWAY, SWEDEN”,
  /// “OUT in Norway and Sweden”.
  private func listStart(after out: Tag) -> Int? {
    guard out.upper < span.upper else { return nil }
    let isLed = tags.contains { $0.lower == out.upper && $0.isPreposition }
    let mark = isLed ? out.upper + 1 : out.upper
    if mark < span.upper, reading.tokens[mark].isMark(in: [":", "-"]) { return mark + 1 }
    let isNamed = tags.contains { $0.lower == out.upper && !$0.constraints.isEmpty }
    return isLed || isNamed || reading.tokens[out.upper - 1].isMark(":") ? out.upper : nil
  }

  /// Where it ends: at the first mark that joins no items.
  private func listEnd(from start: Int) -> Int {
    (start..<max(start, span.upper)).first { index in
      reading.tokens[index].kind == .mark && !reading.tokens[index].isMark(in: [",", "/", "&"])
    } ?? span.upper
  }

  private static func distinct(_ constraints: [Constraint]) -> [Constraint] {
    constraints.enumerated().filter { !constraints[..<$0.offset].contains($0.element) }.map(\.element)
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
    guard upper > start else { return nil }
    let isLoud = reading.tokens[upper - 1].isUpper
    // In a list, a comma follows.
    let isNext = upper < span.upper && reading.tokens[upper].kind == .word
    guard !isNext || isLoud || reading.tokens[upper].isCapitalised else { return nil }
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
