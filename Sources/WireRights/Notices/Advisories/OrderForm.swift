internal import WireText

/// Recognises an order to editors by its form, whatever can be read from it: “CLIENTS ONLY”, “Rights: see contract”.
///
/// Such an order is in a short line of its own. All its words are in lexicons or part of times: one limits,
/// prohibits or requires something, another names what is used or for whom. After a label for orders there may be
/// other words as well. Headlines contain words of stories and things that no lexicon contains.
struct OrderForm {
  let reading: Reading
  let sentence: Reading.Sentence

  /// Whether the sentence has this form.
  var isOrder: Bool {
    guard isShort, !sentence.hasCue(.general), !sentence.tags.contains(where: { $0.means(.inert) }),
      !DiscourseJudge(reading: reading).isProse(sentence)
    else { return false }
    if let colon = labelEnd {
      let label = sentence.lower..<colon
      return bounds(from: colon, isLabelled: true)
        || sentence.tags.contains { $0.lower > colon && $0.month != nil }
        || isLoud(label) && sentence.tags.contains { label.contains($0.lower) && $0.means(.restriction) }
    }
    return (isPriced || isOnce || bounds(from: sentence.lower) && hasMatter) && !hasColon && isWholly
  }

  /// Whether it has a few words, none of stories, in a short line.
  var isShort: Bool {
    let words = reading.tokens[sentence.lower..<sentence.upper].filter { $0.kind != .mark }
    // Three letters of a script without spaces count as about one word.
    let dense = words.count(where: \.isDense)
    return words.count > 1 && words.count - dense + (dense + 2) / 3 <= Self.longest && isShortLine
      && !sentence.isNarrative
  }

  /// The most words of an order; more make a sentence.
  private static let longest = 10
  /// The most tokens of a line that contains an order, alone or with others.
  private static let longestLine = 24

  /// Whether the line that contains it is short.
  private var isShortLine: Bool {
    let tokens = reading.tokens
    let start = tokens[...sentence.lower].lastIndex { $0.gap >= .line } ?? 0
    let end = tokens[sentence.upper...].firstIndex { $0.gap >= .line } ?? tokens.count
    return end - start <= Self.longestLine
  }

  /// The colon after the label for orders at its start: “Rights: …”, “RESTRICTIONS: …”, “Online rights: …”.
  private var labelEnd: Int? {
    guard
      let colon = (sentence.lower + 1..<sentence.upper - 1).first(where: { reading.tokens[$0].isMark(":") }),
      colon - sentence.lower <= Self.longestLabel
    else { return nil }
    let words = sentence.known.filter { $0.upper <= colon }
    let isKnown = (sentence.lower..<colon).allSatisfy { index in
      words.contains { $0.lower <= index && index < $0.upper }
    }
    return isKnown && words.contains { $0.means(.restriction) || $0.means(.trade) } ? colon : nil
  }

  /// The most tokens of a label.
  private static let longestLabel = 3

  private func isLoud(_ range: Range<Int>) -> Bool {
    reading.tokens[range].allSatisfy { $0.kind == .mark || $0.isUpper }
  }

  /// Whether a colon follows words other than an address to editors: “ITALY OUT, FRANCE IN: THE LINE-UP”.
  private var hasColon: Bool {
    let start = sentence.tags.first { $0.lower == sentence.lower && $0.isAdvisory }?.upper ?? sentence.lower
    return (start..<sentence.upper).contains { $0 > start && reading.tokens[$0].isMark(":") }
  }

  /// Whether a word from a token on limits, prohibits or requires something; after a label also what must be obtained.
  private func bounds(from lower: Int, isLabelled: Bool = false) -> Bool {
    sentence.tags.contains { tag in
      tag.lower >= lower
        && (tag.concepts.contains(where: Self.bounds) && !isNumber(tag) || isPeriod(tag) || isRequired(tag)
          || isLabelled && (tag.means(.agreement) || tag.means(.permission))
          || !Self.wholes.isDisjoint(with: tag.duties))
    }
  }

  /// Whether it is an abbreviation of “number” and a full stop and a number follow.
  private func isNumber(_ tag: Tag) -> Bool {
    tag.means(.no) && tag.upper < sentence.upper && reading.tokens[tag.upper].isMark(".")
  }

  /// Whether there is a number of days or the like: “14-DAY USE”.
  private func isPeriod(_ unit: Tag) -> Bool {
    unit.isPeriodUnit && unit.lower > sentence.lower
      && (reading.tokens[unit.lower - 1].kind == .number
        || sentence.tags.contains { $0.upper == unit.lower && $0.isNumber })
  }

  /// Whether something of the trade or a duty is required, or capitals indicate it: “Byline required”, not
  /// “Materials needed”.
  private func isRequired(_ word: Tag) -> Bool {
    word.means(.required)
      && (isLoud(word.lower..<word.upper) || sentence.hasCue(.trade)
        || sentence.tags.contains { !$0.duties.isEmpty })
  }

  private static func bounds(_ concept: Concept) -> Bool {
    switch concept {
    case .effect(let word): [.only, .out, .no, .not, .prohibit, .prohibitNext].contains(word)
    case .condition(let word):
      [.ask, .unauthorised, .unlicensed, .unless, .provided, .without].contains(word)
    case .advisory(let word): [.mandatoryCredit, .until].contains(word)
    case .time(.once): true
    default: false
    }
  }

  /// Duties that imply a prohibition by themselves.
  private static let wholes: Set<Duty.Kind> = [.unaltered, .wholeWork]

  /// Whether it names an act of use, a part of the material, where or by whom it is used, or something of the trade.
  private var hasMatter: Bool {
    sentence.tags.contains { tag in
      tag.action.map(ResidueGrammar.isUse) ?? false || tag.target != nil || !tag.constraints.isEmpty
        || !tag.duties.isEmpty || tag.means(Concept.DiscourseWord.matter)
    }
      || sentence.cues.contains { $0.means(.trade) || $0.means(.party) || $0.means(.edition) }
      || sentence.signals.contains {
        $0.means(Concept.DiscourseWord.terms) && isLoud($0.lower..<$0.upper)
      }
  }

  /// Whether it says that permission or payment is required, for any use: “LICENCE REQUIRED”.
  private var isPriced: Bool {
    sentence.tags.contains { $0.means(.required) }
      && sentence.tags.contains { $0.means(.agreement) || $0.means(.permission) }
  }

  /// Whether it says in capitals how often something may be used: “SINGLE USE”.
  private var isOnce: Bool {
    sentence.tags.contains { $0.means(.time(.once)) && isLoud($0.lower..<$0.upper) }
  }

  /// Whether a small word introduces the newspapers before it, in languages that put it last.
  private func isLead(_ tag: Tag) -> Bool {
    sentence.cues.contains { $0.lower == tag.lower && $0.means(.editionLead) }
  }

  /// Whether a letter is the ending of a genitive: “Monday’s”.
  private func isEnding(_ index: Int) -> Bool {
    index > sentence.lower && reading.tokens[index].gap == .hyphen && reading.list.word(index).utf8.count == 1
  }

  /// Whether all its words are known, and the last one introduces nothing, as in a truncated line.
  var isWholly: Bool {
    unread.allSatisfy { reading.tokens[$0].kind == .number || isEnding($0) }
      && !sentence.tags.contains { $0.upper == sentence.upper && $0.isSmall && !isLead($0) }
  }

  /// The words that are neither in a lexicon nor part of a time, except those of slugs.
  var unread: Set<Int> {
    let times = TimeGrammar(reading: reading)
    var open = Set(sentence.lower..<sentence.upper)
    if let time = times.opening(in: sentence, from: sentence.lower, to: sentence.upper) {
      open.subtract(time.read)
    }
    for tag in sentence.known { open.subtract(tag.lower..<tag.upper) }
    return open.subtracting(times.known(in: sentence, open)).filter { !isSlug($0) }
  }

  /// Whether a token is part of a slug or an identifier joined by hyphens: `BC-Strike`, `ORMSBY-STRIKE`.
  func isSlug(_ index: Int) -> Bool {
    let isWritten = reading.tokens[index].isCapitalised || reading.tokens[index].kind != .word
    return isWritten
      && reading.isPartOfCompound(index, within: sentence.lower..<sentence.upper)
      && !sentence.tags.contains { $0.lower <= index && index < $0.upper && $0.isAdvisory }
  }
}
