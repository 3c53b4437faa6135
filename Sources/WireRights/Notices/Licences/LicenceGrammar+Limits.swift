internal import WireText

/// What a sentence says about a licence other than that it applies: that it does not, to whom or what alone it does,
/// and from or until when.
extension LicenceGrammar {
  /// Whether the sentence denies the licence: “not licensed under CC BY”, “CC BY no longer applies”, “CC BY applies to
  /// the data, not to this article”.
  func isDenied(_ licence: TextRange, in sentence: Reading.Sentence) -> Bool {
    guard let name = tokens(of: licence, in: sentence) else { return false }
    let deniesBefore = sentence.tags.contains { tag in
      denies(tag) && tag.upper <= name.lowerBound
        && isAdjoining(tag.upper..<name.lowerBound, Self.farthestDenial, in: sentence)
    }
    let deniesAfter = (sentence.tags + sentence.signals).contains { tag in
      (isNegation(tag) || tag.means(.lapse) || tag.means(.inapplicable))
        && tag.lower >= name.upperBound && isAdjoining(name.upperBound..<tag.lower, 1, in: sentence)
    }
    let excludesWork = sentence.tags.contains { not in
      isNegation(not) && not.lower >= name.upperBound
        && (sentence.tags + sentence.cues).contains {
          $0.means(Concept.DiscourseWord.matter) && (0...2).contains($0.lower - not.upper)
        }
    }
    return deniesBefore || deniesAfter || excludesWork
  }

  /// Whether the licence is for some people or some of the works alone: “to members only”.
  func isPartial(_ licence: TextRange, in sentence: Reading.Sentence) -> Bool {
    guard let name = tokens(of: licence, in: sentence) else { return false }
    if sentence.tags.contains(where: { $0.constraints.contains { $0.kind == .recipient } }) { return true }
    // “Some of our stories”
    let isSome = sentence.cues.contains {
      $0.means(.indefinite) && $0.lower == sentence.lower && $0.upper < name.lowerBound
    }
    if isSome { return true }
    return sentence.tags.contains { only in
      only.means(.only) && !isBeside(only, name, in: sentence)
        && !sentence.tags.contains { $0.hasPurpose || $0.target != nil || $0.isCondition || $0.action != nil }
    }
  }

  /// The uses outside the time that a date limits the licence to: “from 1 May 2027 under CC BY 4.0”, “until 2026”.
  func gate(of licence: TextRange, in sentence: Reading.Sentence) -> Clause? {
    for tag in sentence.tags where tag.means(.from) || tag.means(.until) || tag.means(.time(.after)) {
      let isEnd = tag.means(.until) && !tag.means(.from)
      guard let day = day(at: tag.upper, in: sentence, isEnd: isEnd) else { continue }
      let evidence = TextRange(
        min(licence.lower, reading.tokens[tag.lower].lower), max(licence.upper, day.upper))
      return Clause(
        .prohibit, .use, constraints: [Constraint(isEnd ? .timeAfter : .timeBefore, day.value)],
        evidence: evidence)
    }
    return nil
  }

  /// The most tokens between a denial and the licence.
  private static let farthestDenial = 8

  private func denies(_ tag: Tag) -> Bool {
    isNegation(tag) || tag.means(.no) || tag.means(.prohibit) || tag.means(.lapse)
  }

  private func isNegation(_ tag: Tag) -> Bool { tag.means(Concept.EffectWord.not) || tag.means(.order) }

  /// Whether nothing but words without a meaning of terms is between two things, and no mark.
  private func isAdjoining(_ gap: Range<Int>, _ most: Int, in sentence: Reading.Sentence) -> Bool {
    gap.count <= most && gap.allSatisfy { reading.tokens[$0].kind != .mark }
      && !sentence.tags.contains { tag in
        tag.lower >= gap.lowerBound && tag.upper <= gap.upperBound
          && (tag.action != nil && tag.action != .distribute && tag.action != .publish
            || !tag.constraints.isEmpty
            || tag.concepts.contains(where: \.isLicence) && !tag.means(.licence(.under))
              && !tag.means(.licence(.licence))
            || tag.means(.except))
      }
  }

  /// Whether “only” belongs to the name: “only under CC BY 4.0”, “CC BY only”.
  private func isBeside(_ only: Tag, _ name: Range<Int>, in sentence: Reading.Sentence) -> Bool {
    (0...2).contains(name.lowerBound - only.upper) || (0...1).contains(only.lower - name.upperBound)
  }

  private func tokens(of range: TextRange, in sentence: Reading.Sentence) -> Range<Int>? {
    let inside = (sentence.lower..<sentence.upper).filter {
      reading.tokens[$0].lower < range.upper && reading.tokens[$0].upper > range.lower
    }
    guard let first = inside.first, let last = inside.last else { return nil }
    return first..<last + 1
  }

  /// The day or the year right after a word such as “from”, and the byte after it.
  private func day(at index: Int, in sentence: Reading.Sentence, isEnd: Bool) -> (value: String, upper: Int)?
  {
    let grammar = TimeGrammar(reading: reading)
    if let found = grammar.moment(from: index, to: sentence.upper, tags: sentence.tags),
      found.lower <= index + 1, found.moment.text != nil, !found.moment.isUncertain
    {
      return (found.moment.gate.value, reading.tokens[max(index, found.upper - 1)].upper)
    }
    guard index < sentence.upper, let year = Year.value(reading.tokens[index], reading.list) else {
      return nil
    }
    return (isEnd ? "\(year)-12-31" : "\(year)-01-01", reading.tokens[index].upper)
  }
}
