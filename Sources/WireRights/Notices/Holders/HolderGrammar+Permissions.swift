/// Names of parties whose permission or agreement is required.
extension HolderGrammar {
  /// Names of parties whose permission or agreement is required.
  func permission(_ sentence: Reading.Sentence, into found: inout Found) {
    // “He carried the story without permission from the Gull”
    if sentence.tags.contains(where: { $0.means(.narrative) && tokens[$0.lower].hasCase }),
      !sentence.tags.contains(where: { $0.isModal || $0.means(.prohibit) || $0.means(.no) })
    {
      return
    }
    for (index, tag) in sentence.tags.enumerated()
    where tag.means(.permission) || tag.means(.agreement) || tag.means(.unauthorised) {
      guard
        let name = giver(after: index, in: sentence).flatMap({
          scanner.name(from: $0) ?? scanner.numbered(at: $0)
        })
          ?? giving(at: index, in: sentence)
      else { continue }
      found.permitting.append(name)
      // “Posted with permission of Gull Press”, but no “changed the law without consent of the state”
      if sentence.tags.contains(where: {
        $0.action != nil && (0...Self.farthestAct).contains(tag.lower - $0.upper)
      }) {
        found.hasAct = true
      }
    }
  }

  /// The most tokens between an act and the permission for it.
  private static let farthestAct = 4

  /// The party that gives a permission, as the subject: “unless Harbour Press has given permission”.
  private func giving(at index: Int, in sentence: Reading.Sentence) -> NameScanner.Name? {
    let permission = sentence.tags[index]
    guard let unless = sentence.tags[..<index].last(where: { $0.means(.unless) }),
      unless.upper < sentence.upper,
      tokens[unless.upper].isCapitalised, let name = scanner.name(from: unless.upper),
      (0...3).contains(permission.lower - name.upper)
    else { return nil }
    return name
  }

  /// Where the name of the party that gives a permission starts.
  ///
  /// It follows “of”, also after an attribute of the permission, as in “the prior, explicit and written permission
  /// of”, which other languages put after the noun. A word for permission that itself introduces a name is followed
  /// by the name in the genitive.
  private func giver(after index: Int, in sentence: Reading.Sentence) -> Int? {
    let permission = sentence.tags[index]
    var upper = permission.upper
    let isVerbal = sentence.tags[..<index].contains { $0.means(.unless) }
    for next in sentence.tags[(index + 1)...] {
      // “Unless permission has been granted by”
      guard next.lower - upper <= (isVerbal ? 4 : 2) else { break }
      if next.means(.from) { return title(opening: next) ?? afterTitle(reading.nameStart(after: next)) }
      // A title with its article: “van de redactie van Harbour Press”.
      if next.means(.generic) { return afterTitle(next.lower) }
      guard next.means(.written) || next.means(.joint) || next.means(.with) else { break }
      upper = next.upper
    }
    guard permission.means(.from) else { return nil }
    let start = afterTitle(upper)
    guard start < sentence.upper,
      tokens[start].isCapitalised || tokens[start].isMark("\"")
        || !tokens[start].hasCase && tagAt[start]?.means(.kind) ?? false
    else { return nil }
    return start
  }

  /// The token after a general word for a holder that precedes a name: “of the publisher Harbour Press”, “of the
  /// editors of Harbour Press”.
  func afterTitle(_ start: Int) -> Int {
    guard let title = tagAt[start], title.means(.generic), title.upper < tokens.count else { return start }
    if let name = self.title(opening: title) { return name }
    let of = tagAt[title.upper].flatMap { $0.means(.from) && !$0.means(.joint) ? $0 : nil }
    // “Of the publisher, Harbour Press”
    let isParted = tokens[title.upper].isMark(",") && !tokens[start].isCapitalised
    let name = of.map(reading.nameStart(after:)) ?? (isParted ? title.upper + 1 : title.upper)
    guard name < tokens.count, tokens[name].isCapitalised || tokens[name].isMark("\""),
      tokens[name].gap == .space, of != nil || !tokens[start].isCapitalised
    else { return start }
    return name
  }

  /// The start of a name in which a capitalised word for a kind of publisher goes on with a small word: “du Journal de la
  /// Vallée”, “do Jornal da Serra”.
  private func title(opening title: Tag) -> Int? { scanner.isTitled(title) ? title.upper - 1 : nil }

  /// The party whose verb a negation behind its object turns into a bar: “Der Talbote gestattet die Nutzung … nicht”.
  func denier(in sentence: Reading.Sentence) -> NameScanner.Name? {
    guard
      let verb = sentence.tags.first(where: { $0.means(.permit) && $0.action == nil }),
      sentence.tags.contains(where: { $0.means(Concept.EffectWord.not) && $0.lower > verb.upper }),
      tagAt[verb.upper].map({ $0.means(.article) || $0.means(.determiner) }) ?? false,
      let article = tagAt[sentence.lower], article.means(.article),
      let name = scanner.name(endingAt: verb.lower, in: sentence), name.lower <= article.upper
    else { return nil }
    return name
  }

  /// The subject that starts the sentence which its verb ends, in languages that put the verb last: “Fener Dergisi,
  /// metin madenciliği haklarını saklı tutar”.
  func subject(ofLast verb: Tag, in sentence: Reading.Sentence) -> NameScanner.Name? {
    guard verb.means(Concept.HolderWord.matter),
      verb.means(.reserve) || verb.means(.prohibit) || verb.means(.permit),
      tokens[verb.upper..<sentence.upper].allSatisfy({ $0.kind == .mark }),
      let name = scanner.name(from: sentence.lower), name.lower == sentence.lower, name.upper < verb.lower,
      tokens[name.lower..<name.upper].count(where: { $0.kind == .word && $0.isCapitalised }) > 1,
      // Languages with articles put the verb last in the passive: “Das Training … ist untersagt”.
      !sentence.known.contains(where: { $0.lower == name.lower && $0.means(.article) })
    else { return nil }
    return name
  }
}
