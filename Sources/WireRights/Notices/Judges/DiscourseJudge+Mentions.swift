/// Notices that a sentence asks about, shows or names, and what the speaker does itself: none of them performs anything.
extension DiscourseJudge {
  /// Whether whatever a sentence says about rights is only asked, shown or named.
  func isMention(_ sentence: Reading.Sentence) -> Bool {
    isIndirectQuestion(sentence) || isExample(sentence) || isWording(sentence) || isSignNamed(sentence)
  }

  /// Whether all that it states is in an indirect question: “choose why you have permission to republish this”,
  /// “note whether the text is for immediate release”.
  private func isIndirectQuestion(_ sentence: Reading.Sentence) -> Bool {
    guard let asked = sentence.cues.first(where: { $0.means(.asked) }),
      let first = sentence.tags.first(where: { tag in
        // “Indicate whether …” asks, and requests no credit.
        let asks = !tag.duties.isEmpty && (0...1).contains(asked.lower - tag.upper)
        return !asks && (Self.isTerm(tag) || tag.isAdvisory && tag.lower >= asked.upper)
      }),
      asked.upper <= first.lower,
      !sentence.tags.contains(where: { $0.means(.formula) || $0.means(.ask) }),
      !sentence.signals.contains(where: { $0.means(.pointer) })
    else { return false }
    let ends = (asked.upper..<sentence.upper).filter { reading.tokens[$0].isMark(in: [",", ";", ":"]) }
    guard ends.first.map({ first.lower < $0 }) ?? true else { return false }
    // “It is open whether it may be sold; republication is prohibited”
    let clauseEnd = ends.first { !reading.tokens[$0].isMark(",") } ?? sentence.upper
    return sentence.tags.allSatisfy { $0.lower < clauseEnd || !Self.isTerm($0) }
  }

  /// Whether it shows how a notice may look: “for example: © 2024 Your Name”, “such as ‘embargo until 6 p.m.’”.
  private func isExample(_ sentence: Reading.Sentence) -> Bool {
    guard let example = sentence.cues.first(where: { $0.means(.example) }) else { return false }
    let shown = (example.upper..<sentence.upper).prefix { reading.tokens[$0].kind == .mark }
    guard
      shown.contains(where: { index in
        reading.tokens[index].isMark(in: [":", "\"", "'"])
          || sentence.tags.contains { $0.lower == index && $0.means(.mark) }
      })
    else { return false }
    // “Put the copyright line at the bottom, e.g. …” names what other words would demand.
    return !sentence.tags.contains { tag in
      tag.upper <= example.lower && Self.isTerm(tag)
        && !sentence.cues.contains { $0.means(.demand) && $0.lower == tag.lower }
    }
  }

  /// Whether an example follows in sentences of their own: “For example:”.
  func leadsToExample(_ sentence: Reading.Sentence) -> Bool {
    sentence.cues.contains {
      $0.means(.example) && $0.upper < sentence.upper && reading.tokens[$0.upper].isMark(":")
    } && isExample(sentence)
  }

  /// Whether all that it states is quoted as the wording of something: “the label ‘no archives’ comes first”, “the
  /// page will state: ‘no part may be used …’”.
  private func isWording(_ sentence: Reading.Sentence) -> Bool {
    let tokens = reading.tokens
    guard sentence.hasCue(.wording), let open = (sentence.lower..<sentence.upper).first(where: opensQuotation)
    else { return false }
    let end = (open + 1..<sentence.upper).last { tokens[$0].mark == tokens[open].mark }
    // A quotation that goes on in the next sentence has no end here; an apostrophe opens none.
    guard end != nil || tokens[open].isMark("\"") else { return false }
    let quoted = open..<(end ?? sentence.upper)
    let words = sentence.cues.filter { word in
      // “Note: ‘No archives’” is a label before its order.
      let isLabel =
        word.lower == sentence.lower && word.upper < sentence.upper && tokens[word.upper].isMark(":")
      return word.means(.wording) && !quoted.contains(word.lower) && !isLabel
    }
    return !words.isEmpty
      && sentence.tags.contains { tag in
        quoted.contains(tag.lower) && (Self.isTerm(tag) || tag.isAdvisory || tag.means(.mark))
      }
      && !sentence.tags.contains { !quoted.contains($0.lower) && Self.isTerm($0) }
  }

  /// Whether it names the sign in brackets, and says nothing else: “the copyright symbol (©), the year and a name”.
  private func isSignNamed(_ sentence: Reading.Sentence) -> Bool {
    let tokens = reading.tokens
    guard let sign = sentence.tags.first(where: { $0.means(.mark) && tokens[$0.lower].kind == .mark }),
      sign.lower > sentence.lower + 1, sign.upper < sentence.upper, tokens[sign.lower - 1].isMark("("),
      tokens[sign.upper].isMark(")"), sign.upper + 1 == sentence.upper || tokens[sign.upper + 1].kind == .mark
    else { return false }
    let before = tokens[sign.lower - 2]
    return before.kind == .word && before.hasCase && !before.isCapitalised
      && !sentence.tags.contains(where: Self.isTerm)
  }

  /// Whether a mark opens a quotation, and is no apostrophe.
  private func opensQuotation(_ index: Int) -> Bool {
    let token = reading.tokens[index]
    if token.isMark("\"") { return true }
    return token.isMark("'") && token.gap >= .space && index + 1 < reading.tokens.count
      && reading.tokens[index + 1].gap == .none
  }

  /// Whether it says what may be done, under which condition, or what is owed.
  private static func isTerm(_ tag: Tag) -> Bool {
    tag.means(.formula) || tag.means(.permission) || tag.means(.unauthorised) || !tag.duties.isEmpty
      || tag.concepts.contains {
        switch $0 {
        case .effect(.not), .effect(.order): false
        case .effect: true
        default: false
        }
      }
  }

  /// Whether the speaker says what it does or does not do itself: “wir verkaufen keine Fotos”, “nous ne reproduisons
  /// pas”.
  func isConduct(_ sentence: Reading.Sentence) -> Bool {
    guard let actor = sentence.cues.first(where: { $0.means(.actor) }) else { return false }
    let isOrdered = sentence.tags.contains { tag in
      tag.means(.prohibit) || tag.means(.permit) || tag.means(.prohibitNext) || tag.means(.permitNext)
        || tag.means(.reserve) || tag.means(.grant) || tag.means(.formula) || tag.means(.mark)
        || !tag.duties.isEmpty || tag.means(.request)
    }
    return !isOrdered
      && sentence.tags.contains { act in
        guard act.action != nil else { return false }
        return actor.upper == act.lower || actor.lower == act.upper
          || sentence.tags.contains {
            $0.means(Concept.EffectWord.not) && $0.lower == actor.upper && $0.upper == act.lower
          }
      }
  }
}
