/// Rules made by third parties, or that bind third parties: a holder addresses whoever has the copy.
extension DiscourseJudge {
  /// Whether a third party is told what to do, or makes the rule: “candidates must not use the broadcaster’s
  /// footage”, “the league forbids fans from posting clips”, “a law that prohibits the reproduction of …”.
  func isOfStrangers(_ span: Span, in sentence: Reading.Sentence) -> Bool {
    // “The reproduction” of banknotes is an act, not the current copy.
    guard !sentence.tags.contains(where: { $0.action == nil && isOwn($0, in: sentence) }),
      let modal = span.tags.first(where: { $0.isModal && $0.action == nil }),
      !isAddressed(modal, in: sentence), isStranger(before: start(of: modal, in: sentence), in: sentence)
    else { return false }
    guard let act = span.tags.first(where: { $0.lower >= modal.upper && $0.action != nil }) else {
      return isUnknownNoun(modal.upper, in: sentence)
    }
    if act.action == .index { return false }
    return isObject(act.upper, in: sentence)
      || act.lower > modal.upper
        && (isObject(modal.upper, in: sentence) || isAddressee(modal.upper, in: sentence))
  }

  /// The first token of a modal word with the negation right before it, in languages that separate the two: “не могут”.
  private func start(of modal: Tag, in sentence: Reading.Sentence) -> Int {
    sentence.tags.first { $0.upper == modal.lower && $0.means(Concept.EffectWord.not) }?.lower ?? modal.lower
  }

  /// Whether the words before a token, from the last comma on, name somebody or something that no list contains.
  private func isStranger(before modal: Int, in sentence: Reading.Sentence) -> Bool {
    let comma = reading.tokens[sentence.lower..<modal].lastIndex { $0.isMark(",") }
    let start = comma.map { $0 + 1 } ?? sentence.lower
    let filled = sentence.fillers(in: reading.list, from: start, to: modal)
    // “A law that prohibits …”
    let isRelative =
      modal - 1 > start && filled.contains(modal - 1) && !reading.tokens[modal - 1].isCapitalised
    let head = isRelative ? modal - 2 : modal - 1
    guard head >= start, reading.tokens[start..<modal].allSatisfy({ $0.kind != .mark }),
      !filled.contains(head), isStranger(head, isFirst: head == sentence.lower, in: sentence)
    else { return false }
    return !sentence.known.contains { tag in
      (start..<modal).contains(tag.lower)
        && (!tag.constraints.isEmpty || tag.target != nil || tag.means(Concept.DiscourseWord.terms)
          || tag.means(Concept.DiscourseWord.matter) || tag.means(.generic) || tag.means(.works))
    }
  }

  /// Whether there is a word that no list contains and that is not a name; the first of a sentence is capitalised
  /// anyway.
  private func isStranger(_ index: Int, isFirst: Bool, in sentence: Reading.Sentence) -> Bool {
    let token = reading.tokens[index]
    return token.kind == .word && token.hasCase && !token.isUpper && (isFirst || !token.isCapitalised)
      && !sentence.known.contains { tag in
        // In lower case “company” is not a legal form of a name.
        tag.lower <= index && index < tag.upper
          && tag.concepts.contains {
            switch $0 {
            case .holder(.suffix), .holder(.dotless): false
            default: true
            }
          }
      }
  }

  /// Whether the object of an act starts there: “the footage”, “images”, “a quotation”.
  private func isObject(_ index: Int, in sentence: Reading.Sentence) -> Bool {
    sentence.known.contains { tag in
      tag.lower == index && !tag.means(.from)
        && (tag.means(.article) && !tag.means(.plain) || tag.means(.determiner) || tag.means(.indefinite)
          || tag.means(.generic) || tag.target != nil || tag.action != nil || tag.means(.works))
    }
  }

  /// Whether a party that is told what to do is named there: “fans from posting”, “schools to copy”.
  private func isAddressee(_ index: Int, in sentence: Reading.Sentence) -> Bool {
    isUnknownNoun(index, in: sentence)
      && sentence.tags.contains { $0.lower == index + 1 && ($0.means(.from) || $0.means(.infinitive)) }
  }

  /// Whether it is about many other things: prose that happens to contain words of notices.
  ///
  /// Adjacent words that no list contains count as one, like syllables and epithets; a rule that names the material
  /// may have more of them. The thresholds were tuned on 2,400 notices and 4,700 lines of prose.
  func isOfOtherThings(_ sentence: Reading.Sentence) -> Bool {
    let filled = sentence.fillers(in: reading.list, from: sentence.lower, to: sentence.upper)
    var (runs, last, isQuoted) = (0, -1, false)
    let unknown = Set(unknownNouns(in: sentence))
    let listed = listedNames(in: sentence)
    for index in sentence.lower..<sentence.upper {
      if reading.tokens[index].isMark("\"") { isQuoted.toggle() }
      // Parts of an address are not words, and the text of a required credit does not count.
      guard !isQuoted, reading.tokens[index].gap >= .space, !filled.contains(index),
        unknown.contains(index), !listed.contains(index)
      else { continue }
      if last < 0 || last != index - 1 { runs += 1 }
      last = index
    }
    guard runs >= Self.fewestOtherThings else { return false }
    let words = reading.tokens[sentence.lower..<sentence.upper].count { $0.kind == .word }
    return runs * 100 >= words * (isAboutCopy(sentence) ? 20 : 12)
  }

  /// The words of names behind commas in a list of those whom a bar is for, of which there may be any number: “OUT:
  /// Saltonia, Ormsby, Port Trevick”.
  func listedNames(in sentence: Reading.Sentence) -> Set<Int> {
    guard let bar = sentence.tags.first,
      bar.means(Concept.EffectWord.out) || bar.means(.not) || bar.means(.no)
    else {
      return []
    }
    var names: Set<Int> = []
    for index in bar.upper..<max(bar.upper, sentence.upper) where reading.tokens[index].isCapitalised {
      if reading.tokens[index - 1].isMark(",") || names.contains(index - 1) { names.insert(index) }
    }
    return names
  }

  /// The fewest words outside all lists that count; any notice may have fewer.
  private static var fewestOtherThings: Int { 5 }

  /// Whether a part of a text is about things other than the copy: “photographs of the funeral”, “clips of goals”.
  func isOfThings(_ noun: Tag, in sentence: Reading.Sentence) -> Bool {
    guard let of = sentence.tags.first(where: { $0.lower == noun.upper && $0.means(.from) && !$0.means(.by) })
    else { return false }
    let article = sentence.known.first {
      $0.lower == of.upper && ($0.means(.article) || $0.means(.indefinite) || $0.means(.determiner))
    }
    return isUnknownNoun(article?.upper ?? of.upper, in: sentence)
  }

  /// Whether what is to be used is a thing of everyday life: “do not use this appliance outdoors”.
  func isOfDevice(_ span: Span, in sentence: Reading.Sentence) -> Bool {
    let acts = span.tags.filter { $0.action != nil }
    guard !isAboutCopy(sentence), let act = acts.first, acts.allSatisfy({ $0.action == .use }),
      !span.tags.contains(where: \.isCondition),
      act.upper + 1 < sentence.upper, reading.tokens[act.upper].kind == .word
    else { return false }
    let isLed = sentence.known.contains { tag in
      tag.lower == act.upper && tag.upper == act.upper + 1
        && (tag.means(.determiner) || tag.means(.indefinite))
    }
    return isLed && isUnknownNoun(act.upper + 1, in: sentence)
      && unknownNouns(in: sentence).count >= Self.fewestOfDevice
  }

  /// The fewest words in no list that show that it is about such a thing, and where it is used.
  private static var fewestOfDevice: Int { 2 }

  /// Whether the object of an act is a quantity of something that is not a text: “use more than 20 ml of water”.
  func isOfMeasure(after act: Tag, in sentence: Reading.Sentence) -> Bool {
    guard
      let more = sentence.tags.first(where: {
        $0.lower == act.upper && ($0.means(.time(.moreThan)) || $0.means(.time(.upTo)))
      }), more.upper + 1 < sentence.upper, reading.tokens[more.upper].kind == .number
    else { return false }
    return isUnknownNoun(more.upper + 1, in: sentence)
  }

  /// Whether a line of a few words starts with its prohibition and names who is excluded: “not for use by Harbour
  /// Post”.
  func isBarByName(_ span: Span, _ clauses: [Clause]) -> Bool {
    // “Le Monde OUT”
    if let out = span.tags.last, out.means(Concept.EffectWord.out), out.upper >= span.upper - 1 {
      let words = reading.tokens[span.lower..<out.upper].filter { $0.kind == .word }
      return reading.tokens[out.lower].isUpper && words.count <= Self.longestName
        && words.allSatisfy(\.isCapitalised)
    }
    guard let bar = span.tags.first, bar.lower == span.lower, bar.means(.no),
      reading.tokens[span.lower..<span.upper].count(where: { $0.kind == .word }) <= Self.longestBar
    else { return false }
    return clauses.contains { $0.constraints.contains { $0.kind == .recipient } }
  }

  /// The most words of a name with its “OUT”.
  private static var longestName: Int { 6 }

  /// The most words of a line that excludes by name.
  private static var longestBar: Int { 12 }
}
