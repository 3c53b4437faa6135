/// Resolves the meanings of a sentence's tags by their context.
///
/// A phrase has all meanings given in its lexicon; this removes those that are impossible in the context.
struct SentenceSettler {
  let list: TokenList
  var tokens: [Token] { list.tokens }

  /// Settles the tags of a sentence, none of which has been settled before.
  func settle(_ sentence: inout Reading.Sentence) {
    let tags = sentence.tags
    sentence.tags.removeAll {
      isMention($0) || isLookalikeSign($0) || isItemSign($0) || isInTitle($0) || isOfBanks($0, among: tags)
        || isState($0) || isOptOut($0)
    }
    settleSlot(of: &sentence)
    settleOrders(of: &sentence)
    dropWordsOfTitle(from: &sentence)
    dropAddresses(from: &sentence)
    dropCountriesOfAddresses(from: &sentence)
    dropQuoted(from: &sentence)
    dropSlugs(from: &sentence)
    dropPrescribed(from: &sentence)
    setSignalsApart(of: &sentence)
    nameCountries(in: &sentence)
    dropLawsOfUnions(from: &sentence)
    dropPartsOfNames(from: &sentence)
    dropPartsOfCallSigns(from: &sentence)
    settleAgencies(of: &sentence)
    cutNames(from: &sentence)
    settleMonths(of: &sentence)
    settleLacks(of: &sentence)
    settleNouns(of: &sentence)
    settleActs(of: &sentence)
    settleParts(of: &sentence)
    settleWorks(of: &sentence)
    settleMedia(of: &sentence)
    settleTitles(of: &sentence)
    settleOutlets(of: &sentence)
    settleListedPurposes(of: &sentence)
    settleSubjects(of: &sentence)
    settleExtents(of: &sentence)
    settleOnly(of: &sentence)
    settleWholes(of: &sentence)
    settleLinks(of: &sentence)
    settleEvents(of: &sentence)
    settlePlaces(of: &sentence)
    shutPlaces(of: &sentence)
    joinCustomers(of: &sentence)
    joinClients(of: &sentence)
    joinParties(of: &sentence)
    settleExceptions(of: &sentence)
    settleExcluded(of: &sentence)
    joinFormula(of: &sentence)
    settleReservations(of: &sentence)
    settleDenial(of: &sentence)
  }

  /// Whether quotation marks enclose exactly these words, so that they are mentioned rather than used.
  private func isMention(_ tag: Tag) -> Bool {
    guard tag.lower > 0, tag.upper < tokens.count,
      tag.upper - tag.lower <= (tokens[tag.lower].isDense ? Self.longestDenseMention : Self.longestMention)
    else { return false }
    // In American usage the full stop of the sentence is inside the marks.
    let isStopped = tokens[tag.upper].isMark(in: [".", ","]) && tag.upper + 1 < tokens.count
    let after = isStopped ? tag.upper + 1 : tag.upper
    return tokens[tag.lower - 1].isMark("\"") && tokens[after].isMark("\"")
      && tokens[tag.lower].gap == .none && tokens[after].gap == .none
  }

  /// The most words of a phrase that is mentioned; in scripts without spaces each character counts as one.
  private static let longestMention = 3
  private static let longestDenseMention = 8

  /// Removes a rule or a copyright line in quotation marks inside a sentence about it: “a notice saying ‘© 2004
  /// Harbour’ is enough”.
  private func dropQuoted(from sentence: inout Reading.Sentence) {
    let marks = (sentence.lower..<sentence.upper).filter { tokens[$0].isMark("\"") }
    if let open = marks.first, marks.count == 1, isOfOtherSentence(open, in: sentence) {
      sentence.tags.removeAll { $0.lower > open }
    }
    guard marks.count == 2, marks[0] > sentence.lower, tokens[marks[0] - 1].hasCase,
      !tokens[marks[0] - 1].isCapitalised
    else { return }
    let isLast = marks[1] + 1 == sentence.upper
    guard isLast || tokens[marks[1] + 1].kind == .word || tokens[marks[1] + 1].isMark(",") else { return }
    let inside = sentence.tags.filter { $0.lower > marks[0] && $0.upper <= marks[1] }
    // “The group prohibits the ‘collection or mining of any content’”: its words, in somebody else's sentence.
    let isRule =
      inside.contains { $0.action != nil }
      && (inside.contains { $0.isModal || $0.means(.prohibit) || $0.means(.no) }
        || sentence.tags.contains { $0.upper <= marks[0] && $0.means(.prohibitNext) })
    // A credit may be prescribed at the end: “must carry the line ‘© 2026 Gull Wire’”.
    let isOrder = inside.contains { $0.means(.embargo) || $0.means(.internal) || $0.means(.hold) }
    guard isRule || isOrder || !isLast && inside.contains(where: { $0.means(.mark) || $0.means(.formula) })
    else {
      return
    }
    sentence.tags.removeAll { $0.lower > marks[0] && $0.upper <= marks[1] }
  }

  /// Removes acts and limits from words that are parts of addresses: “charts.harbour.example”.
  private func dropAddresses(from sentence: inout Reading.Sentence) {
    for index in sentence.tags.indices {
      let tag = sentence.tags[index]
      guard tag.upper == tag.lower + 1, tag.upper + 1 < sentence.upper,
        tokens[tag.upper].isMark(in: [".", "@"]), tokens[tag.upper].gap == .none,
        tokens[tag.upper + 1].gap == .none, tokens[tag.upper + 1].kind == .word,
        tokens[tag.upper + 1].hasCase,
        !tokens[tag.upper + 1].isCapitalised, !tokens[tag.lower].isCapitalised
      else { continue }
      sentence.tags[index].concepts.removeAll {
        switch $0 {
        case .target, .constraint, .action, .territory: true
        default: false
        }
      }
    }
    sentence.tags.removeAll { $0.concepts.isEmpty }
  }

  /// Whether “out” is part of a word: “opt-out”.
  private func isOptOut(_ tag: Tag) -> Bool {
    tag.means(Concept.EffectWord.out) && tokens[tag.lower].gap == .hyphen
  }

  /// Whether it is the abbreviation of a state in the place of a picture: “Lincoln, NE, USA”, where “ne” denies in Czech.
  private func isState(_ tag: Tag) -> Bool {
    guard tag.upper == tag.lower + 1, tag.lower > 1, tag.upper + 1 < tokens.count, tag.constraints.isEmpty,
      tokens[tag.lower].isUpper, tokens[tag.lower].foldedUpper - tokens[tag.lower].foldedLower == 2
    else { return false }
    return tokens[tag.lower - 2].isTitle && tokens[tag.lower - 1].isMark(",") && tokens[tag.upper].isMark(",")
      && tokens[tag.upper + 1].isUpper
  }

  /// Whether a “mandatory credit” is a financial one, because another noun follows: “mandatory credit checks”.
  private func isOfBanks(_ tag: Tag, among tags: [Tag]) -> Bool {
    guard tag.means(.mandatoryCredit), tag.upper < tokens.count else { return false }
    let next = tokens[tag.upper]
    return next.kind == .word && next.gap == .space && next.hasCase && !next.isCapitalised && !next.isShort
      && !tags.contains { $0.lower == tag.upper }
  }

  /// Whether a quotation that opens in a sentence closes inside a later one, which continues after it.
  ///
  /// “A statement such as ‘All rights reserved. No part …’ binds you”
  private func isOfOtherSentence(_ open: Int, in sentence: Reading.Sentence) -> Bool {
    guard open > sentence.lower, tokens[open - 1].hasCase, !tokens[open - 1].isCapitalised,
      let close = tokens[sentence.upper...].prefix(Self.longestQuotation)
        .firstIndex(where: { $0.isMark("\"") }), close + 1 < tokens.count
    else { return false }
    return tokens[close + 1].hasCase && !tokens[close + 1].isCapitalised && tokens[close + 1].gap < .line
  }

  private static let longestQuotation = 80

  /// Moves the words that only signal terms, or the manner of the sentence, out of the tags that make rules.
  private func setSignalsApart(of sentence: inout Reading.Sentence) {
    for index in sentence.tags.indices where sentence.tags[index].isSign {
      let tag = sentence.tags[index]
      if tag.isSignal { sentence.signals.append(tag) }
      if tag.isCue { sentence.cues.append(tag) }
      sentence.tags[index].concepts.removeAll {
        if case .discourse(let word) = $0 { word.isSignal || word.isCue } else { false }
      }
    }
    sentence.tags.removeAll { $0.concepts.isEmpty }
  }

  /// Reads a word that is a month or something else as a month if a number is next to it, or if it is capitalised
  /// inside a sentence.
  private func settleMonths(of sentence: inout Reading.Sentence) {
    for index in sentence.tags.indices {
      let tag = sentence.tags[index]
      guard tag.concepts.contains(where: \.isMonth), !tag.concepts.allSatisfy(\.isMonth) else { continue }
      let isBeside =
        tag.upper < sentence.upper && tokens[tag.upper].kind == .number
        || tag.lower > sentence.lower && tokens[tag.lower - 1].kind == .number
      let isMonth = isBeside || tag.lower > sentence.lower && isName(tag.lower)
      sentence.tags[index].concepts.removeAll { $0.isMonth != isMonth }
    }
  }

  /// Reads a word that is an act or a medium as an act after a modal word or next to another act: “may print or save”.
  private func settleActs(of sentence: inout Reading.Sentence) {
    for index in sentence.tags.indices {
      let tag = sentence.tags[index]
      let isMedium = tag.constraints.contains { $0.kind == .channel }
      guard tag.action != nil, isMedium, tag.upper == tag.lower + 1 else { continue }
      let isLed = isLed(index, of: sentence)
      let neighbours = [
        sentence.tags[..<index].lastIndex { !$0.isSmall },
        sentence.tags[(index + 1)...].firstIndex { !$0.isSmall },
      ]
      let isBeside = neighbours.compactMap(\.self).contains { other in
        guard sentence.tags[other].action != nil else { return false }
        let (first, second) = (sentence.tags[min(index, other)], sentence.tags[max(index, other)])
        // “To share, and print”
        let gap = tokens[first.upper..<max(first.upper, second.lower)]
        return sentence.tags[other].constraints.isEmpty
          && (gap.count == 1 || gap.count == 2 && gap.first.map { $0.isMark(",") } ?? false)
      }
      sentence.tags[index].concepts.removeAll {
        if case .action = $0 { return !(isLed || isBeside) }
        if case .constraint(let constraint) = $0 { return (isLed || isBeside) && constraint.kind == .channel }
        return false
      }
    }
  }

  /// Whether a modal word is right before a tag, or only marks between the two: “you may: • print articles”.
  private func isLed(_ index: Int, of sentence: Reading.Sentence) -> Bool {
    guard index > 0, sentence.tags[index - 1].isModal else { return false }
    let between =
      sentence.tags[index - 1].upper..<max(sentence.tags[index - 1].upper, sentence.tags[index].lower)
    return between.count <= 1 || tokens[between].allSatisfy { $0.kind == .mark }
  }

  /// Reads “but not” as a prohibition if an act immediately follows, otherwise as an exception: “but not for sale”.
  private func settleExceptions(of sentence: inout Reading.Sentence) {
    let tags = sentence.tags
    sentence.tags.removeAll { isPrefix($0, among: tags) }
    for index in sentence.tags.indices {
      let tag = sentence.tags[index]
      guard tag.means(.except), tag.means(.prohibitNext) else { continue }
      let isAct = sentence.tags.contains { $0.action != nil && (0...1).contains($0.lower - tag.upper) }
      sentence.tags[index].concepts.removeAll {
        $0 == (isAct ? .condition(.except) : .effect(.prohibitNext))
      }
    }
  }

  /// Whether it is only the beginning of a word that limits nothing: “non-fiction”, but not “non-UK”.
  private func isPrefix(_ tag: Tag, among tags: [Tag]) -> Bool {
    tag.means(.except) && tag.upper == tag.lower + 1 && tag.upper < tokens.count
      && tokens[tag.upper].gap == .hyphen
      && !tags.contains { $0.lower == tag.upper && !$0.constraints.isEmpty }
  }

  /// Reads “excluded” as an exception if what it excepts follows, otherwise as a prohibition: “uso publicitario excluido”.
  private func settleExcluded(of sentence: inout Reading.Sentence) {
    for index in sentence.tags.indices {
      let tag = sentence.tags[index]
      guard tag.means(.except), tag.means(.prohibit) else { continue }
      let isException = sentence.tags.contains {
        !$0.constraints.isEmpty && (0...3).contains($0.lower - tag.upper)
      }
      sentence.tags[index].concepts.removeAll {
        $0 == (isException ? .effect(.prohibit) : .condition(.except))
      }
    }
  }

  func isName(after index: Int, in sentence: Reading.Sentence) -> Bool {
    index < sentence.upper && tokens[index].gap == .space && isName(index)
  }

  func isName(_ index: Int) -> Bool { tokens[index].isTitle }

  /// Whether it is the letter of an item, not a word: “(i) copy the pages”.
  private func isItemSign(_ tag: Tag) -> Bool {
    tag.upper == tag.lower + 1 && tag.upper < tokens.count && tokens[tag.lower].kind == .word
      && tokens[tag.lower].foldedUpper - tokens[tag.lower].foldedLower <= 2 && tokens[tag.upper].isMark(")")
      && tokens[tag.upper].gap == .none && tag.lower > 0 && tokens[tag.lower - 1].isMark("(")
  }

  /// Whether a letter in brackets is attached to what precedes it, as in the number of a paragraph of a law.
  private func isLookalikeSign(_ tag: Tag) -> Bool {
    guard tag.means(.mark), tag.lower > 0, tokens[tag.lower].isMark(in: ["(", "["]) else { return false }
    let previous = tokens[tag.lower - 1]
    if tokens[tag.lower].gap == .none, previous.kind == .number || previous.isMark(")") { return true }
    // “(a) no archives; (b) no sales; (c) no magazines”
    return tokens[max(0, tag.lower - Self.longestItem)..<tag.lower].indices.contains { index in
      tokens[index].isMark("(") && index + 2 < tag.lower && tokens[index + 2].isMark(")")
        && list.foldedBytes(tokens[index + 1]).elementsEqual("b".utf8)
    }
  }

  /// The most tokens of an item of a list.
  private static let longestItem = 60
}
