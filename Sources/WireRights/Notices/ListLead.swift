/// The words that the items of a list continue: “users shall not: (a) copy the data; (b) sell it”.
struct ListLead {
  let effect: Concept.EffectWord
  /// The act to which all items are limits: “shall not be used for: (i) advertising; (ii) satire”.
  let action: Action?

  /// The words with which a sentence introduces its list; nil if it introduces none.
  init?(_ sentence: Reading.Sentence, in reading: Reading) {
    let tags = sentence.tags
    guard !tags.contains(where: { $0.means(.prohibitAlso) }) else {
      (effect, action) = (.prohibitAlso, nil)
      return
    }
    guard let lead = tags.lastIndex(where: { $0.isModal || $0.means(.prohibit) && $0.action == nil }),
      let opening = (tags[lead].upper..<sentence.upper).first(where: { index in
        reading.tokens[index].isMark(":") || Self.itemEnd(at: index, in: sentence, reading) != nil
      })
    else { return nil }
    let act = tags[(lead + 1)...].first { $0.action != nil && $0.lower < opening }
    // After an act of its own only a colon introduces the items.
    guard act == nil || reading.tokens[opening].isMark(":") else { return nil }
    effect = tags[lead].means(.permitNext) && !tags[lead].means(.prohibitNext) ? .permitNext : .prohibitAlso
    action = act?.action
  }

  /// The sentence as an item of the list.
  func item(_ sentence: Reading.Sentence) -> Reading.Sentence {
    var item = sentence
    var concepts: [Concept] = [.effect(effect)]
    if let action, !sentence.tags.contains(where: { $0.action != nil }) { concepts.append(.action(action)) }
    item.tags.insert(Tag(concepts: concepts, lower: sentence.lower, upper: sentence.lower), at: 0)
    return item
  }

  /// Whether a sentence is an item: after a semicolon, a number, a letter or a bullet.
  static func isItem(_ sentence: Reading.Sentence, in reading: Reading) -> Bool {
    sentence.lower > 0 && reading.tokens[sentence.lower - 1].isMark(";")
      || itemEnd(at: sentence.lower, in: sentence, reading) != nil
  }

  /// The token after the mark of an item: “(a)”, “2.”, “-”.
  private static func itemEnd(at index: Int, in sentence: Reading.Sentence, _ reading: Reading) -> Int? {
    let tokens = reading.tokens
    let isOpened = tokens[index].isMark("(")
    let sign = isOpened ? index + 1 : index
    guard sign + 1 < sentence.upper else { return nil }
    if tokens[index].gap >= .line, tokens[index].isMark(in: ["-", "*", "|"]) { return index + 1 }
    guard tokens[sign].kind == .number || tokens[sign].isShort, tokens[sign + 1].gap == .none else {
      return nil
    }
    if tokens[sign + 1].isMark(")") { return sign + 2 }
    return !isOpened && tokens[sign].kind == .number && tokens[sign].gap >= .line
      && tokens[sign + 1].isMark(".") ? sign + 2 : nil
  }
}
