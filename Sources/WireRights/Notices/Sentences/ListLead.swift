/// The words that the items of a list continue: “users shall not: (a) copy the data; (b) sell it”.
struct ListLead {
  /// The effect on all items; nil if each item is something to do, and only one with “not” is barred: “you must: name
  /// the source; not sell the copies”.
  let effect: Concept.EffectWord?
  /// The act to which all items are limits: “shall not be used for: (i) advertising; (ii) satire”.
  let action: Action?
  /// The part of the material that this act is about: “our photos may be used for: …”.
  let target: String?
  /// Whether nothing but the items can complete it, so that each may stand on a line of its own without a mark.
  private let isOpen: Bool

  /// The words with which a sentence introduces its list; nil if it introduces none.
  init?(_ sentence: Reading.Sentence, in reading: Reading) {
    let tags = sentence.tags
    isOpen = Self.isOpen(sentence, in: reading)
    guard !tags.contains(where: { $0.means(.prohibitAlso) }) else {
      (effect, action, target) = (.prohibitAlso, nil, nil)
      return
    }
    if Self.demands(sentence, in: reading) {
      (effect, action, target) = (nil, nil, nil)
      return
    }
    guard let lead = tags.lastIndex(where: { $0.isModal || $0.means(.prohibit) && $0.action == nil }) else {
      return nil
    }
    let mark = (tags[lead].upper..<sentence.upper).first { index in
      reading.tokens[index].isMark(":") || Self.itemEnd(at: index, in: sentence, reading) != nil
    }
    guard let opening = mark ?? (isOpen ? sentence.upper : nil) else { return nil }
    let act = tags[(lead + 1)...].first { $0.action != nil && $0.lower < opening }
    // After an act of its own only a colon introduces the items.
    guard act == nil || mark.map({ reading.tokens[$0].isMark(":") }) ?? false else { return nil }
    effect = tags[lead].means(.permitNext) && !tags[lead].means(.prohibitNext) ? .permitNext : .prohibitAlso
    action = act?.action
    target = act == nil ? nil : tags.first { $0.target != nil && $0.lower < opening }?.target
  }

  /// Whether a colon right after “must”, “please” or “provided that” introduces what is to be done.
  private static func demands(_ sentence: Reading.Sentence, in reading: Reading) -> Bool {
    let leads =
      sentence.cues.filter { $0.means(.demand) }
      + sentence.tags.filter { $0.means(.provided) || $0.means(.request) }
    return leads.contains {
      $0.upper < sentence.upper && reading.tokens[$0.upper].isMark(":")
        && reading.tokens[$0.upper].gap < .line
    }
  }

  /// Whether a sentence is an item of the list: marked as one, or a few words on a line of their own that start with what
  /// may or may not be done.
  func continues(with sentence: Reading.Sentence, in reading: Reading) -> Bool {
    if Self.isItem(sentence, in: reading) { return true }
    guard isOpen, sentence.upper - sentence.lower <= Self.longestItem,
      reading.tokens[sentence.lower].gap >= .line,
      let first = sentence.tags.first(where: { !$0.isSmall })
    else { return false }
    return first.lower == sentence.lower
      && (first.action != nil || first.hasPurpose || !first.duties.isEmpty || first.means(.creditLabel))
  }

  /// The most tokens of an item without a mark; a longer line is a sentence.
  private static let longestItem = 16

  /// Whether it ends with its colon, or consists of “you may not” alone, as headings of lists do.
  private static func isOpen(_ sentence: Reading.Sentence, in reading: Reading) -> Bool {
    if reading.tokens[sentence.upper - 1].isMark(":") { return true }
    guard let modal = sentence.tags.last, modal.isModal, modal.upper == sentence.upper else { return false }
    return sentence.tags.count == 1
      && (modal.lower == sentence.lower
        || sentence.cues.contains { $0.lower == sentence.lower && $0.upper == modal.lower })
  }

  /// Whether a sentence may be an item of the list although it has effects of its own.
  func takes(_ sentence: Reading.Sentence) -> Bool {
    guard effect == nil, let first = sentence.tags.first(where: { !$0.isSmall }) else { return false }
    return first.means(Concept.EffectWord.not) && !first.isModal
      && sentence.tags.contains { $0.action != nil && (0...2).contains($0.lower - first.upper) }
  }

  /// The sentence as an item of the list.
  func item(_ sentence: Reading.Sentence) -> Reading.Sentence {
    var item = sentence
    guard let effect else {
      // “You must: credit Gull Wire”
      if let label = item.tags.indices.first, item.tags[label].means(.creditLabel),
        item.tags[label].lower == sentence.lower
      {
        item.tags[label].concepts = [.duty(.credit)]
      }
      if takes(sentence), let not = sentence.tags.firstIndex(where: { $0.means(Concept.EffectWord.not) }) {
        item.tags[not].concepts = [.effect(.prohibitNext)]
      }
      return item
    }
    var concepts: [Concept] = [.effect(effect)]
    if let action, !sentence.tags.contains(where: { $0.action != nil }) {
      concepts.append(.action(action))
      if let target, !sentence.tags.contains(where: \.isMaterial) { concepts.append(.target(target)) }
    }
    item.tags.insert(Tag(concepts: concepts, lower: sentence.lower, upper: sentence.lower), at: 0)
    return item
  }

  /// Whether a sentence is an item: after a semicolon, a number, a letter or a bullet.
  private static func isItem(_ sentence: Reading.Sentence, in reading: Reading) -> Bool {
    if itemEnd(at: sentence.lower, in: sentence, reading) != nil { return true }
    guard sentence.lower > 0 else { return false }
    let mark = reading.tokens[sentence.lower - 1]
    // The bullet is no part of the sentence.
    return mark.isMark(";") || isBullet(mark)
  }

  private static func isBullet(_ token: Token) -> Bool {
    token.gap >= .line && token.isMark(in: ["-", "*", "|"])
  }

  /// The token after the mark of an item: “(a)”, “2.”, “-”.
  private static func itemEnd(at index: Int, in sentence: Reading.Sentence, _ reading: Reading) -> Int? {
    let tokens = reading.tokens
    let isOpened = tokens[index].isMark("(")
    let sign = isOpened ? index + 1 : index
    guard sign + 1 < sentence.upper else { return nil }
    if isBullet(tokens[index]) { return index + 1 }
    guard tokens[sign].kind == .number || tokens[sign].isShort, tokens[sign + 1].gap == .none else {
      return nil
    }
    if tokens[sign + 1].isMark(")") { return sign + 2 }
    return !isOpened && tokens[sign].kind == .number && tokens[sign].gap >= .line
      && tokens[sign + 1].isMark(".") ? sign + 2 : nil
  }
}
