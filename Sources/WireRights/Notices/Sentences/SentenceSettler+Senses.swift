/// Resolves words that are acts, media, limits or duties depending on their neighbours.
extension SentenceSettler {
  /// Whether a word of reports is joined to another capital, as in the name “The Spokesman-Star”.
  func isInTitle(_ tag: Tag) -> Bool {
    guard tag.means(.reports), tag.upper == tag.lower + 1, tokens[tag.lower].isCapitalised,
      tag.upper < tokens.count
    else { return false }
    return tokens[tag.upper].gap == .hyphen && tokens[tag.upper].isCapitalised
  }

  /// Reads a word that is an act or a part of the material as an act right after a modal word, otherwise as the
  /// part: “do not feed articles to …”, “the feed”.
  func settleParts(of sentence: inout Reading.Sentence) {
    for index in sentence.tags.indices {
      let tag = sentence.tags[index]
      // “Not for aggregators”: the party, not an act.
      if tag.action != nil, tag.constraints.contains(where: { $0.kind == .recipient }), index > 0,
        tag.upper == tag.lower + 1, sentence.tags[index - 1].upper == tag.lower,
        sentence.tags[index - 1].means(.by) || sentence.tags[index - 1].isPreposition
      {
        sentence.tags[index].concepts.removeAll { if case .action = $0 { true } else { false } }
      }
      guard tag.action != nil, tag.target != nil, tag.upper == tag.lower + 1 else { continue }
      let isAct =
        index > 0
        && (sentence.tags[index - 1].isModal && tag.lower - sentence.tags[index - 1].upper <= 1
          || sentence.tags[index - 1].means(.infinitive) && sentence.tags[index - 1].upper == tag.lower)
      sentence.tags[index].concepts.removeAll {
        switch $0 {
        case .action: !isAct
        case .target: isAct
        default: false
        }
      }
    }
  }

  /// Removes the duty to leave a text whole from words that only say how much a rule is about: “may be reproduced
  /// in full or in part”, “to reprint it in full, you need our permission”.
  func settleWholes(of sentence: inout Reading.Sentence) {
    let tags = sentence.tags
    for index in tags.indices where tags[index].duties.contains(.wholeWork) {
      let isEither = tags.contains {
        $0.lower == tags[index].upper && $0.means(Concept.DiscourseWord.matter)
      }
      guard isEither || tags[index].action != nil && isRuled(index, among: tags) else { continue }
      sentence.tags[index].concepts.removeAll { $0 == .duty(.wholeWork) }
    }
    sentence.tags.removeAll { $0.concepts.isEmpty }
  }

  /// Whether an effect before an act governs it, without anything that makes it a condition.
  private func isRuled(_ index: Int, among tags: [Tag]) -> Bool {
    guard
      let rule = tags[..<index].last(where: { $0.isModal || $0.means(.permit) || $0.means(.required) }),
      !rule.means(.only)
    else { return false }
    return !tags.contains {
      $0.lower >= rule.upper
        && ($0.means(.only) || $0.means(.provided) || $0.means(.but) && $0.upper <= tags[index].lower)
    }
  }

  /// Reads a word in capitals that means “no” and “without” as “without” before a permission, else as “no”: “SIN
  /// AUTORIZACIÓN”, “SIN VENTAS”.
  func settleLacks(of sentence: inout Reading.Sentence) {
    for index in sentence.tags.indices
    where sentence.tags[index].means(.no) && sentence.tags[index].means(.without) {
      let next = sentence.tags[(index + 1)...].prefix { $0.action == nil && $0.constraints.isEmpty }
      let isOfPermission = next.contains { $0.means(.permission) || $0.means(.agreement) }
      sentence.tags[index].concepts.removeAll { $0 == (isOfPermission ? .effect(.no) : .condition(.without)) }
    }
  }

  /// Removes the effect from a verb that is a noun before another verb: “permits may not be sold”.
  func settleNouns(of sentence: inout Reading.Sentence) {
    let tags = sentence.tags
    for index in tags.indices.dropLast()
    where tags[index].means(.permitNext) && tags[index].upper == tags[index].lower + 1 {
      guard tags[index + 1].isModal, tags[index + 1].lower == tags[index].upper else { continue }
      sentence.tags[index].concepts.removeAll { $0 == .effect(.permitNext) }
    }
    sentence.tags.removeAll { $0.concepts.isEmpty }
  }

  /// Reads a word that is an act or a work as a work after its owner's name: “UNI copy is only for subscribers”.
  func settleWorks(of sentence: inout Reading.Sentence) {
    for index in sentence.tags.indices {
      let tag = sentence.tags[index]
      guard tag.action != nil, tag.means(.works), tag.lower > sentence.lower,
        tokens[tag.lower - 1].kind == .word,
        tokens[tag.lower - 1].isCapitalised || tokens[tag.lower - 1].gap == .none,
        !sentence.tags.contains(where: { $0.upper == tag.lower })
      else { continue }
      sentence.tags[index].concepts.removeAll { if case .action = $0 { true } else { false } }
    }
  }

  /// Reads a medium as one if it is the label of a line (“Broadcast: …”), and as no limit if it only describes the
  /// material: “the digital images on this site”.
  func settleMedia(of sentence: inout Reading.Sentence) {
    for index in sentence.tags.indices {
      let tag = sentence.tags[index]
      guard tag.upper < sentence.upper, tag.upper == tag.lower + 1 else { continue }
      let isLabel = tag.lower == sentence.lower || tokens[tag.lower].isCapitalised && index > 0
      // “For broadcast use only”
      let isOfUse =
        sentence.tags.indices.contains(index + 1) && sentence.tags[index + 1].lower == tag.upper
        && sentence.tags[index + 1].action == .use && sentence.tags.contains { $0.means(.only) }
      if tag.action == .broadcast, isLabel && tokens[tag.upper].isMark(":") || isOfUse {
        sentence.tags[index].concepts = [.constraint(Constraint(.channel, "broadcast"))]
      } else if tag.constraints.contains(where: { $0.kind == .channel }), !tokens[tag.lower].isUpper,
        tokens[tag.lower].hasCase, tokens[tag.upper].gap == .space,
        sentence.tags.indices.contains(index + 1), sentence.tags[index + 1].lower == tag.upper,
        sentence.tags[index + 1].target != nil
      {
        sentence.tags[index].concepts.removeAll { if case .constraint = $0 { true } else { false } }
      }
    }
    sentence.tags.removeAll { $0.concepts.isEmpty }
  }

  /// Reads an act as the end of a name if unknown characters immediately precede it, and a permission follows it in
  /// the genitive: “千鳥放送の許可”.
  func settleOutlets(of sentence: inout Reading.Sentence) {
    for index in sentence.tags.indices where sentence.tags[index].action == .broadcast {
      let tag = sentence.tags[index]
      guard tag.lower > sentence.lower + 1, tokens[tag.lower].gap == .none, tokens[tag.lower].isDense,
        (tag.lower - 2..<tag.lower).allSatisfy({ at in
          tokens[at].isDense && !sentence.known.contains { $0.lower <= at && at < $0.upper }
        }),
        sentence.tags.contains(where: { giver in
          giver.lower == tag.upper + 1 && giver.means(.permission)
            && giver.concepts.contains { if case .genitive = $0 { true } else { false } }
        })
      else { continue }
      sentence.tags[index].concepts.removeAll { if case .action = $0 { true } else { false } }
    }
    sentence.tags.removeAll { $0.concepts.isEmpty }
  }

  /// Whether it is a Chinese character, with three bytes, from U+4E00 on.
  func isIdeograph(_ index: Int) -> Bool {
    tokens[index].isDense && (0xE4...0xE9).contains(list.folded[tokens[index].foldedLower])
  }

  /// Reads a word of restriction as a limit before a number: “limited to 120 images”, “limited to subscribers”.
  func settleExtents(of sentence: inout Reading.Sentence) {
    for index in sentence.tags.indices {
      let tag = sentence.tags[index]
      guard tag.means(.only), tag.means(.time(.upTo)) else { continue }
      let isNumber =
        tag.upper < sentence.upper
        && (tokens[tag.upper].kind == .number
          || sentence.tags.contains { $0.lower == tag.upper && $0.isNumber })
      sentence.tags[index].concepts.removeAll { $0 == (isNumber ? .effect(.only) : .time(.upTo)) }
    }
  }

  /// Reads a word that means “only” and “but” as “but” between what is permitted and what is prohibited:
  /// “dağıtılabilir ancak satılamaz”.
  func settleOnly(of sentence: inout Reading.Sentence) {
    for index in sentence.tags.indices.dropFirst() {
      let (before, tag) = (sentence.tags[index - 1], sentence.tags[index])
      guard tag.means(.only), tag.means(.but), before.means(.permit), tag.lower - before.upper <= 1,
        let effect = sentence.tags[(index + 1)...].first(where: {
          $0.means(.permit) || $0.means(.prohibit) || $0.isModal
        }), effect.means(.prohibit)
      else { continue }
      sentence.tags[index].concepts.removeAll { $0 == .effect(.only) }
    }
  }

  /// Removes what tells of a text, or states its origin, from a line that a duty prescribes: “add this line: ‘This
  /// report was first published by Gull News’”.
  func dropPrescribed(from sentence: inout Reading.Sentence) {
    guard let duty = sentence.tags.first(where: { !$0.duties.isEmpty }),
      let open = (duty.upper..<max(duty.upper, sentence.upper)).first(where: { tokens[$0].isMark("\"") }),
      open - duty.upper <= Self.longestLead
    else { return }
    let close = (open + 1..<sentence.upper).first { tokens[$0].isMark("\"") } ?? sentence.upper
    for index in sentence.tags.indices where open < sentence.tags[index].lower {
      guard sentence.tags[index].upper <= close else { break }
      sentence.tags[index].concepts.removeAll {
        [.discourse(.provenance), .discourse(.narrative), .holder(.owner), .holder(.reprinted)].contains($0)
      }
    }
    sentence.tags.removeAll { $0.concepts.isEmpty }
  }

  /// The most words between a duty and the line that it prescribes.
  private static let longestLead = 8

  /// Reads a link as the act that is permitted or prohibited right before it, or after other acts: “you may link to
  /// our pages”, “you may copy, print and link to our pages”.
  func settleLinks(of sentence: inout Reading.Sentence) {
    for index in sentence.tags.indices.dropFirst() {
      guard sentence.tags[index].duties == [.linkBack], sentence.tags[index].action == nil,
        isAct(index, of: sentence)
      else { continue }
      sentence.tags[index].concepts.removeAll { $0 == .duty(.linkBack) }
      sentence.tags[index].concepts.append(.action(.link))
    }
  }

  /// Whether a modal word precedes it, with nothing but acts in between.
  private func isAct(_ index: Int, of sentence: Reading.Sentence) -> Bool {
    var lower = sentence.tags[index].lower
    // Conjunctions are between acts, and the modal word precedes the first of them.
    var isParted = false
    for tag in sentence.tags[..<index].reversed() {
      let isComma = tag.upper == lower - 1 && list.isJoint(tag.upper)
      guard tag.upper == lower || isComma else { return false }
      // “May be quoted, with a link to the source”: the end of no list.
      if isComma, lower == sentence.tags[index].lower, !sentence.goesOn(behind: sentence.tags[index]) {
        return false
      }
      if tag.isModal, tag.action == nil { return !isParted && !isComma }
      if tag.means(.joint) {
        isParted = true
      } else {
        guard tag.action != nil, tag.duties.isEmpty, isParted || isComma else { return false }
        isParted = false
      }
      lower = tag.lower
    }
    return false
  }

  /// Removes the act from a word for the event that starts a period, after another act: “archived for 30 days after
  /// publication”, “rewritten before broadcast”.
  func settleEvents(of sentence: inout Reading.Sentence) {
    for index in sentence.tags.indices.dropFirst() where sentence.tags[index].action != nil {
      let earlier = sentence.tags[..<index]
      guard let word = earlier.last, word.upper == sentence.tags[index].lower, word.action == nil,
        word.means(.time(.after)) || word.means(.until) && !word.isPreposition
          || word.means(.from) && earlier.contains(where: { $0.upper == word.lower && $0.isPeriodUnit }),
        earlier.contains(where: { $0.action != nil })
      else { continue }
      sentence.tags[index].concepts.removeAll { if case .action = $0 { true } else { false } }
    }
    sentence.tags.removeAll { $0.concepts.isEmpty }
  }

  /// Removes the act from a word that only says where the material is found: “material published on this site may
  /// not …”.
  func settlePlaces(of sentence: inout Reading.Sentence) {
    let tags = sentence.tags
    guard tags.count(where: { $0.action != nil }) > 1 else { return }
    for index in tags.indices.dropFirst() where index + 2 < tags.count {
      let (matter, act, at) = (tags[index - 1], tags[index], tags[index + 1])
      let isBeside =
        act.lower == matter.upper || act.lower == matter.upper + 1 && tokens[matter.upper].isMark(",")
      guard isBeside, matter.means(.discourse(.matter)) || matter.target != nil,
        act.action == .publish || act.action == .display || act.action == .communicate,
        at.lower == act.upper, at.isPreposition,
        tags[index + 2].lower - at.upper <= 1,
        tags[index + 2].means(.discourse(.matter))
          || tags[index + 2].constraints.contains(where: { $0.kind == .channel })
      else { continue }
      sentence.tags[index].concepts.removeAll { if case .action = $0 { true } else { false } }
      sentence.tags[index + 2].concepts.removeAll {
        if case .constraint(let place) = $0 { place.kind == .channel } else { false }
      }
    }
    sentence.tags.removeAll { $0.concepts.isEmpty }
  }
}
