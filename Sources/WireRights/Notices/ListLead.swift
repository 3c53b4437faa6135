/// The effect that the items of a list go on with: “users shall not: (a) copy the data; (b) sell it”.
enum ListLead {
  /// What a sentence leads its list with; nil where it opens none.
  static func effect(of sentence: Reading.Sentence, in reading: Reading) -> Concept.EffectWord? {
    let tags = sentence.tags
    if tags.contains(where: { $0.means(.prohibitAlso) }) { return .prohibitAlso }
    guard let lead = tags.lastIndex(where: { $0.isModal || $0.means(.prohibit) && $0.action == nil }) else {
      return nil
    }
    let act = tags[(lead + 1)...].first { $0.action != nil }
    let opens = (tags[lead].upper..<(act?.lower ?? sentence.upper)).contains { index in
      reading.tokens[index].isMark(":") || itemEnd(at: index, in: sentence, reading) != nil
    }
    guard opens else { return nil }
    return tags[lead].means(.permitNext) && !tags[lead].means(.prohibitNext) ? .permitNext : .prohibitAlso
  }

  /// Whether a sentence is an item: behind a semicolon, a number, a letter or a bullet.
  static func isItem(_ sentence: Reading.Sentence, in reading: Reading) -> Bool {
    sentence.lower > 0 && reading.tokens[sentence.lower - 1].isMark(";")
      || itemEnd(at: sentence.lower, in: sentence, reading) != nil
  }

  /// The token behind the mark of an item: “(a)”, “2.”, “-”.
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
