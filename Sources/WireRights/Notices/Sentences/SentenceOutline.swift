/// The phrases of a sentence before they are settled, which rule out for most prose that it states rights.
///
/// The conditions of `BodyJudge.mayState` on a settled sentence are tested here so that they hold for anything that
/// settling may make of the phrases: settling removes meanings, and what it adds or extends starts from words that
/// are looked for here.
struct SentenceOutline {
  /// A phrase and its meanings, as bits.
  struct Part: TakenPhrase {
    let lower: Int
    let upper: Int
    fileprivate var bits: ConceptBits

    init(_ match: PhraseTable.Match, of table: PhraseTable) {
      (lower, upper) = (match.lower, match.upper)
      bits = table.entries[match.entry].bits
    }

    mutating func join(_ match: PhraseTable.Match, of table: PhraseTable) {
      bits.formUnion(table.entries[match.entry].bits)
    }
  }

  let list: TokenList
  /// Without tags.
  let sentence: Reading.Sentence
  let parts: [Part]

  /// Whether the sentence, once settled, may be one that `BodyJudge.mayState` accepts.
  var mayState: Bool {
    let words = words
    var (covered, terms) = (words.codes, 0)
    var (isGate, isLabelled, isLicensed, isNarrative, isProse) = (false, false, false, false, false)
    var (bar, until, firstOfProse) = (Int.max, Int.max, Int.max)
    for part in parts {
      let bits = part.bits
      if bits.has(.mark) || bits.has(.formula) || bits.has(.formulaStart) || bits.has(.embargo)
        || bits.has(Concept.DiscourseWord.matter) || bits.hasClients
      {
        return true
      }
      isGate = isGate || bits.has(.due) || bits.has(.until)
      if bits.has(.until) { until = min(until, part.lower) }
      if Self.isBar(bits) { bar = min(bar, part.lower) }
      isLabelled = isLabelled || bits.isAdvisory && part.lower <= words.first
      isLicensed = isLicensed || bits.hasLicence
      if bits.isDiscourseOnly, isLasting(part, words) {
        isNarrative = isNarrative || bits.has(Concept.DiscourseWord.narrative)
        // A source may be licensed, and then does not indicate prose.
        if bits.isDiscourse, !bits.has(.provenance) {
          isProse = true
          firstOfProse = min(firstOfProse, part.lower)
        }
      }
      if bits.has(Concept.DiscourseWord.terms) { terms += 1 }
      covered += bits.isSignal ? part.upper - part.lower : 0
      covered += bits.isMoreThanSigns && !bits.isTimeOnly ? part.upper - part.lower : 0
    }
    if isLabelled || words.isLoud { return true }
    // What an order waits for may be told in any words: see `HoldOrder`.
    if isProse, max(bar, until) == .max || firstOfProse < bar && bar < until { return false }
    let length = words.count - words.dense + (words.dense + 2) / 3
    return isGate && length <= BodyJudge.longestShort || terms >= BodyJudge.manyTerms
      || covered * 5 >= words.count * 2 && (!isNarrative || isLicensed)
      || covered * 3 >= words.count * 2 && length <= BodyJudge.longestOrder
  }

  private static func isBar(_ bits: ConceptBits) -> Bool {
    bits.has(.prohibitNext) || bits.has(.prohibit) || bits.has(.no) || bits.has(Concept.EffectWord.not)
      || bits.has(.kill)
  }

  /// Facts from the tokens alone.
  private struct Words {
    /// The number of tokens other than marks.
    var count = 0
    /// The number of scalars of scripts without spaces.
    var dense = 0
    /// The number of possible country codes, which settling may turn into tags.
    var codes = 0
    /// Whether it is written in capitals.
    var isLoud = false
    /// The first token after marks that may open a line.
    var first: Int
    /// The first quotation mark, or the end.
    var quotation: Int
  }

  private var words: Words {
    var words = Words(first: sentence.lower, quotation: sentence.upper)
    var (letters, capitals) = (0, 0)
    for index in sentence.lower..<sentence.upper {
      let token = list.tokens[index]
      if token.kind == .mark {
        if words.first == index { words.first += 1 }
        if words.quotation == sentence.upper, token.isMark("\"") { words.quotation = index }
        continue
      }
      words.count += 1
      words.dense += token.isDense ? 1 : 0
      guard token.kind == .word else { continue }
      letters += 1
      guard token.isUpper else { continue }
      capitals += 1
      words.codes += token.foldedUpper - token.foldedLower <= 2 ? 1 : 0
    }
    words.isLoud = BodyJudge.isLoud(capitals, of: letters)
    return words
  }

  /// Whether settling keeps a phrase that is a word of prose: it removes what is in quotation marks, and country codes.
  private func isLasting(_ part: Part, _ words: Words) -> Bool {
    part.lower < words.quotation && !list.tokens[part.lower].isUpper
      && (part.lower == 0 || !list.tokens[part.lower - 1].isMark("\""))
  }
}
