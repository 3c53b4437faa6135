/// Whether a sentence is about the current copy, as its holder would say it, or about such things in general.
extension DiscourseJudge {
  /// Whether it names the material, a part of it that is not just any of its kind, or the holder in the first
  /// person: “this report”, “pictures”, “our archive”, but not “a picture”.
  func isAboutCopy(_ sentence: Reading.Sentence) -> Bool {
    isOwn(sentence)
      || sentence.tags.contains {
        $0.target != nil && !isAny($0, in: sentence) && !isOfThings($0, in: sentence)
      }
  }

  /// Whether an embargo is on a text, and not on traded goods: “the embargo on ORMSBY-STRIKE is extended”.
  func isEmbargoOnItem(_ sentence: Reading.Sentence) -> Bool {
    sentence.tags.contains { tag in
      guard tag.means(.embargo) else { return false }
      let article = sentence.tags.first { $0.lower == tag.upper && ($0.isPreposition || $0.means(.article)) }
      return reading.isItemName(at: article?.upper ?? tag.upper, in: sentence)
    }
  }

  /// Whether it mentions the current material or is in the first person.
  func isOwn(_ sentence: Reading.Sentence) -> Bool {
    sentence.tags.contains { isOwn($0, in: sentence) }
  }

  /// Whether a word means the current material, or something of the speaker's.
  func isOwn(_ tag: Tag, in sentence: Reading.Sentence) -> Bool {
    tag.means(Concept.DiscourseWord.matter)
      || (tag.means(.works) || tag.target != nil || tag.means(Concept.HolderWord.matter))
        && sentence.cues.contains { $0.means(.speaker) && (0...1).contains(tag.lower - $0.upper) }
  }

  /// Whether a noun means any of its kind: “a picture”, “a public domain image”.
  private func isAny(_ noun: Tag, in sentence: Reading.Sentence) -> Bool {
    sentence.cues.contains { any in
      any.means(.indefinite) && (0...Self.longestEpithet).contains(noun.lower - any.upper)
        && !sentence.tags.contains { tag in
          tag.lower >= any.upper && tag.upper <= noun.lower
            && (tag.isSmall || tag.means(.by) || tag.means(.from))
        }
        && !reading.tokens[any.upper..<noun.lower].contains { $0.kind == .mark }
    }
  }

  /// The most words between “a” and its noun.
  private static var longestEpithet: Int { 2 }

  /// Whether its subject is any of its kind: “a public domain image is …”, “an editorial image licence enables …”.
  private func isOfAnyKind(_ sentence: Reading.Sentence) -> Bool {
    guard let any = sentence.cues.first, any.lower == sentence.lower, any.means(.indefinite), !isOwn(sentence)
    else { return false }
    return sentence.tags.contains { tag in
      (tag.target != nil || tag.means(.licence(.creativeCommons)) || tag.means(.mark))
        && isAny(tag, in: sentence) && tag.lower <= any.upper + Self.longestEpithet
    }
  }

  /// Whether an effect is in the condition at the start of the sentence, and states no rule: “if a site forbids the
  /// use of its stories, ask for permission”.
  private func isSupposed(_ span: Span, in sentence: Reading.Sentence) -> Bool {
    guard let start = sentence.tags.first, start.lower == sentence.lower, start.means(.provided),
      let effect = span.tags.first(where: { $0.means(.prohibitNext) || $0.means(.prohibit) }),
      !span.tags.contains(where: { $0.upper <= effect.lower && $0.action != nil })
    else { return false }
    let comma = (sentence.lower..<sentence.upper).first { reading.tokens[$0].isMark(",") }
    return comma.map { effect.upper <= $0 }
      ?? sentence.cues.contains { $0.lower == start.upper && $0.means(.indefinite) }
  }

  /// Whether a word says that it is a general fact, and nothing that it is about the current copy.
  func isGeneral(_ sentence: Reading.Sentence) -> Bool {
    // “The reproduction” of a work is an act, not the current copy.
    sentence.hasCue(.general) && !sentence.tags.contains { $0.action == nil && isOwn($0, in: sentence) }
  }

  /// Whether it starts with a country and says what may be done there with anything of a kind: “in Ruritania the
  /// copying of sheet music without permission is prohibited”.
  private func isLawOfPlace(_ span: Span, in sentence: Reading.Sentence) -> Bool {
    guard sentence.lower + 1 < sentence.upper, !isAboutCopy(sentence),
      sentence.tags.contains(where: { tag in
        tag.lower == sentence.lower + 1 && tag.hasPlace
      })
    else { return false }
    return span.tags.contains { act in
      act.action != nil
        && sentence.tags.contains { of in
          of.lower == act.upper && of.means(.from) && isUnknownNoun(of.upper, in: sentence)
        }
    }
  }

  /// Whether it states a general fact, a definition, what anybody may do, or what the speaker may do: “legally,
  /// editorial images can’t be used in advertising”, “a broadcaster may show two minutes”, “we may use your
  /// comments”.
  func isGeneral(_ span: Span, in sentence: Reading.Sentence) -> Bool {
    if isGeneral(sentence) { return true }
    if isSupposed(span, in: sentence) || isOfAnyKind(sentence) || isLawOfPlace(span, in: sentence) {
      return true
    }
    // “Permission from a copyright owner”
    if sentence.tags.contains(where: { $0.means(.generic) && isAny($0, in: sentence) }), !isOwn(sentence) {
      return true
    }
    guard let modal = span.tags.first(where: { $0.isModal && $0.action == nil }) else { return false }
    if isAside(modal, span, in: sentence) { return true }
    // “Has changed its terms to forbid scraping”, “would prohibit the sale”
    if modal.means(.prohibitNext),
      sentence.tags.contains(where: { $0.upper == modal.lower && $0.means(.infinitive) })
    {
      return true
    }
    if modal.means(.permitNext),
      sentence.cues.contains(where: { $0.means(.speaker) && $0.upper == modal.lower })
    {
      return true
    }
    guard let subject = sentence.cues.first, subject.lower == sentence.lower, subject.means(.indefinite)
    else {
      return false
    }
    return !sentence.tags.contains { $0.lower < modal.lower && !$0.isSmall } && !isAboutCopy(sentence)
  }

  /// Whether a modal word governs a verb that no list contains, with no act soon after it: “do not imply any
  /// warranty …”.
  private func isAside(_ modal: Tag, _ span: Span, in sentence: Reading.Sentence) -> Bool {
    let verb = modal.upper
    guard verb < span.upper, reading.tokens[verb].kind == .word, reading.tokens[verb].hasCase,
      !sentence.known.contains(where: { $0.lower <= verb && verb < $0.upper }),
      let act = span.tags.first(where: { $0.lower > verb && $0.action != nil })
    else { return false }
    return act.lower - verb > Self.longestLead
      && !span.tags.contains { $0.action != nil && $0.upper <= modal.lower }
  }

  /// The most words between a modal word and the act that it governs: “may not, in whole or in part, be reproduced”.
  private static var longestLead: Int { 8 }

  /// Whether the holder claims copyright in the copy: not in any author's works, “which is protected by copyright”.
  func isClaim(_ tag: Tag, in sentence: Reading.Sentence) -> Bool {
    tag.means(.claim) && !sentence.hasCue(.general) && !isAddressed(tag, in: sentence)
      && !sentence.cues.contains { $0.means(.indefinite) && $0.upper <= tag.lower }
  }

  /// Whether whoever has the copy is addressed with what to do or not to do: “you may”.
  func isAddressed(_ modal: Tag, in sentence: Reading.Sentence) -> Bool {
    sentence.cues.contains { $0.means(.addressee) && $0.upper == modal.lower }
  }

  /// Whether it permits whoever has the copy to pass on something about it: “you may publish the headline”.
  func isGrantToYou(_ span: Span, _ clauses: [Clause], in sentence: Reading.Sentence) -> Bool {
    guard let modal = span.tags.first(where: { $0.means(.permitNext) }), isAddressed(modal, in: sentence),
      let act = span.tags.first(where: { $0.lower == modal.upper && $0.action != nil })
    else { return false }
    return clauses.allSatisfy { [.publish, .broadcast, .redistribute, .translate].contains($0.action) }
      && sentence.tags.contains { $0.lower == act.upper && ($0.means(.article) || $0.target != nil) }
  }

  /// Whether the subject of a rule about everyday acts is nothing that notices are about: “tickets may not be
  /// resold”, “drivers may not use their phones”.
  func isSubjectForeign(_ span: Span, in sentence: Reading.Sentence) -> Bool {
    guard
      let modal = span.tags.first(where: {
        $0.action == nil && ($0.isModal || $0.means(.no) && $0.upper - $0.lower >= Self.longPredicate)
      }),
      modal.lower > sentence.lower,
      !isAboutCopy(sentence), !isAddressed(modal, in: sentence)
    else { return false }
    let subject = subject(of: modal, in: sentence)
    guard !sentence.signals.contains(where: { subject.contains($0.lower) }),
      !sentence.tags.contains(where: {
        subject.contains($0.lower) && !$0.isSmall && !$0.isPreposition && !$0.means(.except)
          && !$0.means(Concept.EffectWord.not)
      })
    else { return false }
    return subject.allSatisfy { index in
      let token = reading.tokens[index]
      return token.kind == .word && token.hasCase && !token.isUpper
        && (index == sentence.lower || !token.isCapitalised)
    }
  }

  /// The words before a modal word that may be its subject: after a comma only those that start another clause, as
  /// in “drivers need a permit, and permits may not be sold” and “tickets, which are numbered and may not be
  /// resold”.
  private func subject(of modal: Tag, in sentence: Reading.Sentence) -> Range<Int> {
    let comma = (sentence.lower..<modal.lower - 1).last { reading.tokens[$0].isMark(",") }
    guard let start = comma.map({ $0 + 1 }),
      sentence.tags.contains(where: { $0.isModal && $0.upper < start })
        || !unknownNouns(in: sentence, start..<modal.lower).isEmpty
    else { return sentence.lower..<modal.lower }
    return start..<modal.lower
  }

  /// The fewest words of a predicate with its verb: “are not for” sale, but not the “not for” of a line.
  private static var longPredicate: Int { 3 }
}

extension Reading.Sentence {
  /// Whether it contains a word that indicates its manner.
  func hasCue(_ word: Concept.DiscourseWord) -> Bool { cues.contains { $0.means(word) } }

  /// All words that a list contains.
  var known: [Tag] { signals.isEmpty && cues.isEmpty ? tags : tags + signals + cues }
}
