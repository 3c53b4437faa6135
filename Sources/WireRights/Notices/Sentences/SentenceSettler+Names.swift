/// Words that are parts of names.
extension SentenceSettler {
  /// Removes the meaning of capitalised words inside names: “News Group Newspapers Limited”.
  func dropPartsOfNames(from sentence: inout Reading.Sentence) {
    let surplus = tokens[sentence.lower..<sentence.upper].reduce(0) {
      $0 + ($1.kind != .word ? 0 : $1.isCapitalised ? 1 : -1)
    }
    guard surplus < 0 else { return }
    dropPartsOfParties(from: &sentence)
    for index in sentence.tags.indices {
      let tag = sentence.tags[index]
      let isPlace = tag.concepts.allSatisfy { if case .territory = $0 { true } else { false } }
      guard tag.upper == tag.lower + 1 || isPlace, tag.lower > sentence.lower,
        isName(tag.lower) || opensName(tag, in: sentence),
        tokens[tag.lower].gap == .space,
        isName(tag.lower - 1) && !isLead(tag.lower - 1, of: sentence)
          || isName(after: tag.upper, in: sentence) || opensName(tag, in: sentence)
      else { continue }
      // “Harbour Nigeria stories”, but not “Jo Bell NIGERIA OUT”
      let isLast =
        !isName(after: tag.upper, in: sentence) && !opensName(tag, in: sentence)
        && !sentence.tags.contains {
          $0.lower == tag.upper && ($0.means(.works) || $0.means(Concept.HolderWord.matter))
        }
      if isActOfRule(tag, in: sentence) { continue }
      sentence.tags[index].concepts.removeAll {
        switch $0 {
        case .constraint, .target, .action, .time(.base), .time(.once), .effect(.permitNext): true
        case .territory: !isLast
        default: false
        }
      }
    }
    sentence.tags.removeAll { $0.concepts.isEmpty }
  }

  /// Reads the last word of an agency's name as part of it: “Gull Wire content” is not that of any wire.
  func settleAgencies(of sentence: inout Reading.Sentence) {
    for index in sentence.tags.indices where sentence.tags[index].target == "third-party" {
      let tag = sentence.tags[index]
      guard tag.upper - tag.lower > 1, tag.lower > sentence.lower, tokens[tag.lower].isTitle,
        tokens[tag.lower].gap == .space, tokens[tag.lower - 1].isTitle, !tokens[tag.lower + 1].isCapitalised
      else { continue }
      sentence.tags[index].lower += 1
      sentence.tags[index].concepts = [.holder(.matter), .discourse(.matter)]
    }
  }

  /// Removes the medium from a station's call sign: “unless WZXR-TV consents”.
  func dropPartsOfCallSigns(from sentence: inout Reading.Sentence) {
    for index in sentence.tags.indices where isOfCallSign(sentence.tags[index]) {
      sentence.tags[index].concepts.removeAll { if case .constraint = $0 { true } else { false } }
    }
    sentence.tags.removeAll { $0.concepts.isEmpty }
  }

  private func isOfCallSign(_ tag: Tag) -> Bool {
    guard tag.lower > 0, tag.upper == tag.lower + 1, tokens[tag.lower].isUpper,
      tokens[tag.lower].gap == .hyphen, tokens[tag.lower - 1].isUpper
    else { return false }
    return tokens[tag.lower - 1].foldedUpper - tokens[tag.lower - 1].foldedLower > 2
      && tag.constraints.contains { $0.kind == .channel }
  }

  /// Removes limits and acts from the name in capitals of whoever may permit: “the permission of GULL ONLINE LTD”.
  private func dropPartsOfParties(from sentence: inout Reading.Sentence) {
    guard let permission = sentence.tags.last(where: { $0.means(.permission) || $0.means(.agreement) }),
      let start = (permission.upper..<sentence.upper).first(where: { tokens[$0].isUpper }),
      start - permission.upper <= Self.farthestParty,
      tokens[permission.upper..<start].allSatisfy({ $0.kind == .word })
    else { return }
    let end =
      (start..<sentence.upper).first { tokens[$0].kind != .word || !tokens[$0].isUpper } ?? sentence.upper
    let isOrder = sentence.tags.contains { $0.lower >= start && $0.upper <= end && $0.hasEffect }
    guard end - start > 1, !isOrder else { return }
    for index in sentence.tags.indices
    where sentence.tags[index].lower >= start && sentence.tags[index].upper <= end {
      sentence.tags[index].concepts.removeAll {
        switch $0 {
        case .constraint, .target, .action, .territory: true
        default: false
        }
      }
    }
  }

  /// The most words between “permission” and the name: “of the company”.
  private static let farthestParty = 3

  /// Whether it is the act of a rule that follows a copyright line without a full stop: “© European Union Reuse is
  /// authorised”.
  private func isActOfRule(_ tag: Tag, in sentence: Reading.Sentence) -> Bool {
    sentence.tags.contains { $0.means(.mark) && $0.upper <= tag.lower }
      && GluedRule.isRule(tag, before: sentence.tags.first { $0.lower == tag.upper })
  }

  /// Returns to a name the general word for a holder at its start: “of the Agency Farol” where it comes first.
  func cutNames(from sentence: inout Reading.Sentence) {
    for index in sentence.tags.indices {
      let tag = sentence.tags[index]
      guard tag.means(.generic), isName(tag.upper - 1),
        isName(after: tag.upper, in: sentence) || isLed(after: tag, in: sentence)
      else { continue }
      if tag.upper - tag.lower == 1 {
        sentence.tags[index].concepts.removeAll { $0 == .holder(.generic) }
        continue
      }
      sentence.tags[index].concepts = [.holder(.from), .holder(.link)]
      sentence.tags[index].upper -= 1
    }
    sentence.tags.removeAll { $0.concepts.isEmpty }
  }

  /// Whether there is an article, or a known word capitalised only as the start of the sentence, in languages that
  /// capitalise all nouns: “Commercial Use is …”.
  private func isLead(_ index: Int, of sentence: Reading.Sentence) -> Bool {
    sentence.tags.contains {
      $0.lower == index
        && ($0.means(.article) || $0.means(.determiner)
          || index == sentence.lower && $0.concepts.contains(where: \.leads))
    }
  }

  /// Whether a small word connects a general holder with a name: “Agenția de Presă Farol”.
  private func isLed(after tag: Tag, in sentence: Reading.Sentence) -> Bool {
    guard tag.upper == tag.lower + 1,
      let link = sentence.tags.first(where: { $0.lower == tag.upper && $0.means(.link) })
    else { return false }
    return isName(after: link.upper, in: sentence)
  }

  /// Reads a medium as part of a name if unknown characters immediately precede it: “千鳥新聞の記事”.
  func settleTitles(of sentence: inout Reading.Sentence) {
    for index in sentence.tags.indices {
      let tag = sentence.tags[index]
      guard tag.lower > sentence.lower + 1, tag.constraints.contains(where: { $0.kind == .channel }),
        isIdeograph(tag.lower), tokens[tag.lower].gap == .none
      else { continue }
      let before = tag.lower - 2..<tag.lower
      let isUnknown = before.allSatisfy { at in
        isIdeograph(at)
          && !sentence.known.contains { $0.lower <= at && at < $0.upper && !$0.isTimeOnly }
      }
      guard isUnknown, tokens[tag.lower - 1].gap == .none else { continue }
      sentence.tags[index].concepts.removeAll { if case .constraint = $0 { true } else { false } }
    }
    sentence.tags.removeAll { $0.concepts.isEmpty }
  }
}
