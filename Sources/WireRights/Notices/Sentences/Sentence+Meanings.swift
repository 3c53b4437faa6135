internal import WireText

/// Sentences without meanings that their words have elsewhere but not here.
extension Reading.Sentence {
  /// The sentence without the meanings of words that are part of a name: the place in “Ouest-France”, the medium in
  /// “Tạp chí Hải Đăng”, the purpose in “Gull News”, and in a script without capitals any meaning: “ⓒ갈매기TV”.
  func without(_ names: [TextRange], in reading: Reading, _ bytes: [UInt8]) -> Reading.Sentence {
    guard !names.isEmpty else { return self }
    var sentence = self
    for index in sentence.tags.indices {
      let range = reading.range(sentence.tags[index].lower, sentence.tags[index].upper)
      guard let name = names.first(where: { $0.lower <= range.lower && range.upper <= $0.upper }) else {
        continue
      }
      let isTitle = reading.tokens[sentence.tags[index].lower].isTitle
      let lead = bytes[name.indices].first { (0xD6...0xE0).contains($0) || $0 >= 0xE3 }
      sentence.tags[index].concepts.removeAll {
        switch $0 {
        case .territory: true
        // Where spaces separate words, a name may have been read too far: only limits of rules are removed from it.
        case .constraint(let limit):
          lead != nil || isTitle && (limit.kind == .channel || limit.kind == .purpose)
        case .target: lead != nil
        default: lead.map { $0 >= 0xE3 } ?? false
        }
      }
    }
    sentence.tags.removeAll { $0.concepts.isEmpty }
    return sentence
  }

  /// The sentence with its licence as a licence, not as an agreement that somebody needs; its elements, and those
  /// that repeat a licence named before, are not rules by themselves.
  func unlicensed(_ licences: LicenceGrammar, isLicensed: Bool) -> Reading.Sentence {
    let isNamed = licences.find(in: [self]) != nil
    guard isNamed || isLicensed else { return self }
    // “The licence applies to our text only” says what is licensed.
    let isScope =
      tags.contains { $0.means(.only) } && tags.contains { $0.target != nil }
      && !tags.contains {
        $0.action != nil || $0.isModal || $0.means(.permit) || $0.means(.prohibit) || $0.means(.with)
      }
    var sentence = self
    for index in sentence.tags.indices {
      let tag = sentence.tags[index]
      // “CC BY-NC 4.0, which permits non-commercial re-use”
      let isOfAct =
        tags.contains { $0.action != nil && $0.lower == tag.upper }
        && tags.contains { ($0.means(.permit) || $0.means(.permitNext)) && $0.upper <= tag.lower }
      let isElement = isNamed && !isOfAct && (tag.means(.licence(.nc)) || tag.means(.licence(.by)))
      let forbidsChanges = tag.means(.licence(.nd))
      sentence.tags[index].concepts.removeAll {
        switch $0 {
        case .constraint: isElement
        case .action: isElement || forbidsChanges
        case .effect(let word): forbidsChanges || isScope && word == .only
        default: (isNamed || isScope) && $0 == .condition(.agreement)
        }
      }
    }
    return sentence
  }

  /// The sentence without the meanings of the words in a range.
  func without(_ range: Range<Int>) -> Reading.Sentence {
    var sentence = self
    sentence.tags.removeAll { range.contains($0.lower) }
    sentence.cues.removeAll { range.contains($0.lower) }
    return sentence
  }

  /// Whether it has words of stories: “yesterday”, “was”.
  var isNarrative: Bool { tags.contains { $0.means(Concept.DiscourseWord.narrative) } }

  /// Whether a list of acts goes on right behind a tag.
  func goesOn(behind tag: Tag) -> Bool {
    tags.contains {
      (0...1).contains($0.lower - tag.upper) && ($0.means(.joint) || $0.action != nil)
    }
  }

  /// Whether the tokens in a range belong to words that limit a rule.
  func isLimit(_ lower: Int, _ upper: Int) -> Bool {
    tags.contains { !$0.constraints.isEmpty && $0.lower <= lower && upper <= $0.upper }
  }
}
