internal import WireText

/// Finds the words of a notice that look like terms and were not understood.
///
/// The unit is what one effect governs, so that only the other half is left of a sentence of which one half was read.
struct ResidueGrammar {
  let reading: Reading

  /// Words that were not understood, and whether they are certainly terms.
  struct Found {
    var range: TextRange
    /// Whether the words make a notice even if nothing else does.
    var isCertain: Bool
  }

  /// The residue of a sentence.
  ///
  /// - Parameter understood: the words from which something was read, or that are known not to be terms.
  func residue(of sentence: Reading.Sentence, understood: [TextRange]) -> Found? {
    guard !sentence.isNarrative, !has(.policy, sentence), !sentence.hasCue(.general) else { return nil }
    let left = units(of: sentence).filter { unit in
      let range = reading.range(unit.lower, unit.upper)
      return !understood.contains { $0.overlaps(range) } && isTermLike(unit, in: sentence)
    }
    guard let first = left.first, let last = left.last else { return nil }
    let signals = signals(from: first.lower, to: last.upper, in: sentence)
    return Found(range: words(first.lower, last.upper), isCertain: signals >= Self.certain)
  }

  /// Words about where terms can be obtained, in a sentence that says nothing else.
  func pointer(in sentence: Reading.Sentence) -> TextRange? {
    guard let pointer = sentence.signals.first(where: { $0.means(.pointer) }), !sentence.isNarrative,
      !isAside(pointer, in: sentence)
    else { return nil }
    return words(sentence.lower, sentence.upper)
  }

  /// Whether a sentence about something else mentions it in passing: “the museum charges 40 euros for permission to …”.
  private func isAside(_ pointer: Tag, in sentence: Reading.Sentence) -> Bool {
    let judge = DiscourseJudge(reading: reading)
    let before = sentence.lower + 1..<max(pointer.lower, sentence.lower + 1)
    return judge.unknownNouns(in: sentence, before).count >= Self.manyThings
  }

  /// The number of words in no list from which on they are about another subject.
  private static let manyThings = 2

  /// The number of words of legal language from which on they are not accidental.
  private static let certain = 3

  /// The parts of the sentence, one for each effect; the whole sentence if it has none.
  private func units(of sentence: Reading.Sentence) -> [Span] {
    let spans = Span.spans(of: sentence, in: reading)
    return spans.isEmpty ? [Span(tags: [], lower: sentence.lower, upper: sentence.upper)] : spans
  }

  private func has(_ word: Concept.DiscourseWord, _ sentence: Reading.Sentence) -> Bool {
    sentence.signals.contains { $0.means(word) }
  }

  /// Whether a unit uses the words of terms, or is a rule about an act that terms are about.
  private func isTermLike(_ unit: Span, in sentence: Reading.Sentence) -> Bool {
    let signals = signals(from: unit.lower, to: unit.upper, in: sentence)
    let force = unit.tags.contains(where: Self.isForce)
    let act = unit.tags.contains { tag in tag.action.map(Self.isUse) ?? false }
    if signals > 0 { return signals + (force ? 1 : 0) + (act ? 1 : 0) >= Self.certain }
    // “May be published only on Sundays”
    let isBound = unit.tags.contains { $0.means(.only) } && unit.tags.contains(where: \.isModal)
    return force && act
      && (isBound || unit.tags.contains { $0.means(Concept.DiscourseWord.matter) || $0.target != nil })
  }

  private func signals(from lower: Int, to upper: Int, in sentence: Reading.Sentence) -> Int {
    sentence.signals.count {
      $0.means(Concept.DiscourseWord.terms) && $0.lower >= lower && $0.upper <= upper
    }
  }

  /// Whether a tag says that something must, must not or may only conditionally be done.
  static func isForce(_ tag: Tag) -> Bool {
    tag.concepts.contains { concept in
      switch concept {
      case .effect(let word): ![.permitNext, .free, .not].contains(word)
      case .condition(let word): ![.with, .without, .including, .except, .otherwise].contains(word)
      default: false
      }
    }
  }

  /// Whether it is an act that terms are about.
  static func isUse(_ action: Action) -> Bool {
    switch action {
    case .remove, .delete, .replace, .stopUse, .link: false
    default: true
    }
  }

  /// The bytes from one token to another, without marks at the ends.
  private func words(_ lower: Int, _ upper: Int) -> TextRange {
    var (lower, upper) = (lower, upper)
    while lower + 1 < upper, reading.tokens[lower].kind == .mark { lower += 1 }
    while upper - 1 > lower, reading.tokens[upper - 1].isMark(in: [",", ";", "-", ":"]) { upper -= 1 }
    return reading.range(lower, upper)
  }
}
