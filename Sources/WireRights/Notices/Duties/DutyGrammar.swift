internal import WireText

/// Reads duties: credit, link and others, with the wording of credits.
struct DutyGrammar {
  let reading: Reading
  let text: [UInt8]

  /// The duties of a sentence.
  ///
  /// - Parameters:
  ///   - isOfNotice: whether the sentence continues a notice.
  ///   - isRestriction: whether that is a note of restrictions or a permission, in which the label of a credit
  ///     requires it.
  func duties(
    in sentence: Reading.Sentence, isOfNotice: Bool = false, isRestriction: Bool = false
  ) -> [Duty] {
    var duties: [Duty] = []
    for tag in sentence.tags {
      if isDescription(tag, in: sentence) || isElement(tag, in: sentence) { continue }
      if tag.duties == [.credit], isOfRule(tag, in: sentence) { continue }
      if isUndemanded(tag, in: sentence, isOfNotice: isOfNotice) { continue }
      if !isOfNotice, isUnclear(tag, in: sentence) { continue }
      let isCredit = tag.means(.mandatoryCredit) || isOrder(tag, in: sentence, isOfNotice)
      let kinds = isCredit ? tag.duties + [.credit] : tag.duties
      for kind in kinds.map({ isLink(tag, $0, in: sentence) ? .linkBack : $0 }) {
        // “A credit and a link to harbour.example”: the address is the link's.
        let isAddressed =
          kinds.contains(.linkBack) && address(after: tag.upper, upTo: sentence.upper) != nil
        let value =
          kind == .credit && !isAddressed
          ? credit(after: tag, in: sentence) ?? credited(before: tag, in: sentence) : nil
        let place = kind == .linkBack ? position(after: tag.lower, in: sentence) : nil
        let link = kind == .linkBack ? address(after: tag.upper, upTo: sentence.upper) : nil
        let range = value ?? link
        let upper = max(tag.upper, place?.upper ?? range?.upper ?? 0)
        duties.append(
          Duty(
            kind, value: place?.value ?? range.map { words($0) }, isRequest: isRequest(tag, in: sentence),
            evidence: reading.range(tag.lower, upper)))
      }
    }
    if duties.isEmpty, isRestriction, let duty = labelledCredit(in: sentence) { return [duty] }
    return duties
  }

  /// Whether a reference to an address is a link rather than a credit: “со ссылкой на harbour.example”.
  private func isLink(_ tag: Tag, _ kind: Duty.Kind, in sentence: Reading.Sentence) -> Bool {
    kind == .credit && tag.means(.reference)
      && address(after: tag.upper, upTo: sentence.upper).map { $0.lower - tag.upper <= 1 } ?? false
  }

  /// Whether words for a credit or a link are in a sentence with nothing else of a notice: “the mayor credits the
  /// police”, “click the link to the right”.
  ///
  /// A link needs both its target and a word that requires it, since links are often mentioned in prose.
  private func isUnclear(_ tag: Tag, in sentence: Reading.Sentence) -> Bool {
    guard tag.duties == [.credit] || tag.duties == [.linkBack], !tag.means(.mandatoryCredit) else {
      return false
    }
    let length = tag.upper - tag.lower
    let words = reading.tokens[sentence.lower..<sentence.upper].count { $0.kind == .word }
    guard length * 2 < words, sentence.signals.isEmpty else { return false }
    let others = sentence.tags.filter { $0.lower != tag.lower }
    if tag.duties == [.credit] {
      let isNamed = length > 2 || length > 1 && credit(after: tag, in: sentence) != nil
      return !isNamed && !others.contains { Self.isDutySubject($0) || Self.isForce($0) }
    }
    if address(after: tag.upper, upTo: sentence.upper) != nil
      || position(after: tag.lower, in: sentence) != nil
      || others.contains(where: { !$0.duties.isEmpty })
    {
      return false
    }
    let isAsked =
      tag.lower == sentence.lower || Self.isForce(tag)
      || others.contains { Self.isForce($0) && !($0.isModal && $0.lower >= tag.upper) }
      || sentence.cues.contains { $0.means(.demand) && $0.upper <= tag.lower }
    // “A working link to the source”
    return !isAsked || length <= Self.longestVagueLink && !others.contains(where: Self.isDutySubject)
  }

  /// The most words of a request for a link that is too vague to be a duty.
  private static let longestVagueLink = 4

  /// Whether it is what duties are about: the material, an act on it, or its owner.
  static func isDutySubject(_ tag: Tag) -> Bool {
    tag.action != nil || tag.target != nil || !tag.duties.isEmpty || tag.means(.notice)
      || tag.means(Concept.DiscourseWord.matter)
      || tag.concepts.contains { concept in
        switch concept {
        case .licence: true
        case .holder(let word):
          [.matter, .works, .generic, .mark, .formula, .owner, .reprinted, .claim].contains(word)
        default: false
        }
      }
  }

  /// Whether it imposes something, requests it, or makes it a condition.
  private static func isForce(_ tag: Tag) -> Bool {
    tag.concepts.contains { concept in
      switch concept {
      case .effect: true
      case .condition(let word): word != .but && word != .including
      default: false
      }
    }
  }

  /// Whether it requires a credit among other orders, with the name right after it: “keep the links and credit Gull
  /// News”.
  private func isOrder(_ label: Tag, in sentence: Reading.Sentence, _ isOfNotice: Bool) -> Bool {
    guard label.means(.creditLabel), label.upper == label.lower + 1, label.lower > sentence.lower,
      !reading.tokens[label.lower].isCapitalised || reading.tokens[label.lower - 1].kind == .mark
    else { return false }
    let article = sentence.tags.first { $0.lower == label.upper && $0.means(.article) }
    let name = article?.upper ?? label.upper
    guard name < sentence.upper, reading.tokens[name].isCapitalised || reading.tokens[name].isMark("\"")
    else {
      return false
    }
    // After a comma or a colon, the number of an item or its bullet.
    let isJoined =
      reading.tokens[label.lower - 1].isMark(in: [",", ":", ";", ".", ")", "-", "*", "|"])
      || sentence.tags.contains { $0.upper == label.lower && $0.means(.joint) }
    return isJoined
      && (isOfNotice
        || sentence.tags.contains { $0.lower != label.lower && (Self.isDutySubject($0) || Self.isForce($0)) }
        || sentence.cues.contains { $0.means(.demand) && $0.upper <= label.lower })
  }

  /// The credit on a line of its own among restrictions, as in “No sales, no archives” and “Credit: Jo Bell”.
  private func labelledCredit(in sentence: Reading.Sentence) -> Duty? {
    guard let label = sentence.tags.first, label.lower == sentence.lower, label.means(.creditLabel),
      let name = credit(after: label, in: sentence),
      reading.tokens[name.upper..<sentence.upper].allSatisfy({ $0.kind == .mark })
    else { return nil }
    return Duty(
      .credit, value: words(name), isRequest: false, evidence: reading.range(label.lower, name.upper))
  }

  /// Names before the words that require crediting them, which the evidence of the duties does not include.
  func namesBefore(in sentence: Reading.Sentence) -> [TextRange] {
    sentence.tags.filter { $0.duties.contains(.credit) }
      .compactMap { credited(before: $0, in: sentence) }.map { reading.range($0.lower, $0.upper) }
  }

  /// Whether it describes the object of a prohibition: “photographs credited to others may not be reused”.
  private func isDescription(_ tag: Tag, in sentence: Reading.Sentence) -> Bool {
    if tag.duties == [.linkBack], isListed(tag, in: sentence) { return true }
    // “The pictures, credited to a freelance, were sold to tabloids”, “he was careful to quote no one out of context”
    if sentence.isNarrative,
      !sentence.tags.contains(where: {
        $0.isModal || $0.means(.permit) || $0.means(.request) || $0.means(.required)
      })
    {
      return true
    }
    // “The right to use all news credited to it”
    if tag.duties == [.credit], sentence.tags.contains(where: { $0.means(.reserve) && $0.upper <= tag.lower })
    {
      return true
    }
    guard let effect = sentence.tags.first(where: { $0.means(.prohibitNext) || $0.means(.prohibit) }) else {
      return false
    }
    return tag.duties == [.credit] && tag.upper <= effect.lower
      && !isOtherOrder(effect, after: tag, in: sentence)
      && !sentence.tags.contains { $0.upper <= tag.lower && $0.means(.permitNext) }
      && !tag.means(.mandatoryCredit) && !isLacking(tag, in: sentence)
  }

  /// Whether the text that is to be shown is no credit but a rule: “the words ‘reproduction prohibited’”.
  private func isOfRule(_ tag: Tag, in sentence: Reading.Sentence) -> Bool {
    let tokens = reading.tokens
    guard
      let open = (tag.lower..<min(sentence.upper, tag.upper + 1)).first(where: { tokens[$0].isMark("\"") }),
      let end = (open + 1..<sentence.upper).first(where: { tokens[$0].isMark("\"") }),
      let phrases = sentence.language?.phrases
    else { return false }
    // Its words may be covered by those of the duty.
    return phrases.matches(in: reading.list, from: open + 1, to: end).contains { match in
      phrases.entries[match.entry].concepts.contains {
        [.effect(.prohibit), .effect(.prohibitNext), .holder(.formula)].contains($0)
      }
    }
  }

  /// Whether it is only part of the name of a public licence: “Creative Commons Attribution”.
  private func isElement(_ tag: Tag, in sentence: Reading.Sentence) -> Bool {
    (tag.means(.licence(.by)) || tag.means(.licence(.sa)))
      && sentence.tags.contains { $0.means(.licence(.creativeCommons)) }
  }

  /// Whether the prohibition is of use without it: “use without credit is not allowed”.
  private func isLacking(_ tag: Tag, in sentence: Reading.Sentence) -> Bool {
    tag.means(.without)
      || sentence.tags.contains { $0.means(.without) && (0...2).contains(tag.lower - $0.upper) }
  }

  /// Whether it is one of several acts that are permitted: “you may copy and link to our stories”.
  private func isListed(_ tag: Tag, in sentence: Reading.Sentence) -> Bool {
    guard let permit = sentence.tags.last(where: { $0.means(.permitNext) && $0.upper <= tag.lower }) else {
      return false
    }
    let between = sentence.tags.filter { $0.lower >= permit.upper && $0.upper <= tag.lower }
    return !between.contains {
      $0.means(.provided) || $0.means(.with) || $0.means(Concept.DiscourseWord.matter) || !$0.duties.isEmpty
    }
      && between.contains { $0.action != nil && tag.lower - $0.upper <= 4 }
      && (reading.list.isJoint(tag.lower - 1) && sentence.goesOn(behind: tag)
        || between.contains { $0.means(.joint) && $0.upper == tag.lower })
  }

  private func isRequest(_ tag: Tag, in sentence: Reading.Sentence) -> Bool {
    reading.isRequested(tag, among: sentence.tags)
      || sentence.tags.contains { $0.means(.condition(.with)) && $0.upper <= tag.lower }
  }

  /// The sentence without the meanings that words in a credit have elsewhere: “credit Gull Photo”.
  func withoutCredits(_ duties: [Duty], _ sentence: Reading.Sentence) -> Reading.Sentence {
    let credits = duties.filter { $0.kind == .credit && $0.value != nil }.map(\.evidence)
    guard !credits.isEmpty else { return sentence }
    var sentence = withoutCaption(after: credits, sentence)
    sentence.removeMeanings { tag in
      tag.duties.isEmpty && credits.contains { $0.contains(reading.range(tag.lower, tag.upper)) }
    } of: { concept in
      switch concept {
      case .action, .target, .constraint, .territory: true
      default: false
      }
    }
    return sentence
  }

  /// Whether a rule rather than a caption starts at a place: “Credit: Jo Bell No use in Norway”.
  private func isRule(from place: Int, in sentence: Reading.Sentence) -> Bool {
    let next = sentence.tags.first { reading.tokens[$0.lower].lower >= place }
    return next.map { tag in
      tag.denies && tag.upper < sentence.upper
        && sentence.tags.contains { $0.action != nil && ($0.lower == tag.upper || $0.lower == tag.lower) }
        && !reading.tokens[..<tag.lower].reversed().prefix { $0.lower >= place }.contains { $0.kind == .word }
    } ?? false
  }

  /// The sentence without limits in a caption after the credit: “NO SALES Mandatory credit: Jo Bell The ferry
  /// leaves Oslo, Norway”.
  private func withoutCaption(
    after credits: [TextRange], _ sentence: Reading.Sentence
  ) -> Reading.Sentence {
    guard let end = credits.map(\.upper).max(), reading.tokens[sentence.lower].isUpper,
      sentence.tags.contains(where: { $0.means(.mandatoryCredit) }), !isRule(from: end, in: sentence)
    else { return sentence }
    var sentence = sentence
    sentence.removeMeanings { tag in
      reading.tokens[tag.lower].lower >= end && !reading.tokens[tag.lower].isUpper
    } of: { concept in
      switch concept {
      case .target, .constraint, .territory, .time: true
      default: false
      }
    }
    return sentence
  }

  private func words(_ name: NameScanner.Name) -> String {
    let range = reading.range(name.lower, name.upper)
    return LineWraps.joined(String(decoding: text[range.indices], as: UTF8.self))
  }

  /// The lowest permitted position of a link: “a link not below the second paragraph”, “in paragraph 2”.
  private func position(after start: Int, in sentence: Reading.Sentence) -> (value: String, upper: Int)? {
    guard let unit = sentence.tags.first(where: { $0.lower >= start && $0.means(.time(.paragraph)) }) else {
      return nil
    }
    let before = (max(sentence.lower, unit.lower - 3)..<unit.lower).reversed()
    for index in Array(before) + Array(unit.upper..<min(sentence.upper, unit.upper + 1)) {
      guard let number = number(at: index, in: sentence) else { continue }
      return ("paragraph<=\(number)", max(unit.upper, index + 1))
    }
    return nil
  }

  /// A small number in digits or as a word.
  private func number(at index: Int, in sentence: Reading.Sentence) -> Int? {
    if reading.tokens[index].kind == .number {
      return Int(reading.list.word(index)).flatMap { (1...99).contains($0) ? $0 : nil }
    }
    for tag in sentence.tags where tag.lower == index {
      for case .time(.number(let number)) in tag.concepts { return number }
    }
    return nil
  }
}

extension Reading.Sentence {
  /// Removes meanings from some tags, and tags without any meaning left.
  fileprivate mutating func removeMeanings(from isMeant: (Tag) -> Bool, of isTaken: (Concept) -> Bool) {
    for index in tags.indices where isMeant(tags[index]) { tags[index].concepts.removeAll(where: isTaken) }
    tags.removeAll { $0.concepts.isEmpty }
  }
}
