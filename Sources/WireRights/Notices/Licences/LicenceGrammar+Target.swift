/// The work that a licence covers.
extension LicenceGrammar {
  /// The work that the licence covers if that is not the material itself: a picture with its credit, or anything
  /// else in the sentence.
  ///
  /// A licence by itself, or with a holder, covers everything, and so does one in a sentence about “this article”.
  /// In case of doubt it does not cover the text.
  ///
  /// - Parameters:
  ///   - end: the byte where the words that name the licence start.
  ///   - before: the preceding sentence, if there is one.
  func target(of sentence: Reading.Sentence, before end: Int, after before: Reading.Sentence?) -> String? {
    let lead = lead(of: sentence, before: end)
    let tags = sentence.tags.filter { $0.lower < lead.upperBound }
    // “All content on this site, except photos, is licensed …”
    let covered = tags.filter { part in
      !tags.contains { $0.means(Concept.ConditionWord.except) && (0...2).contains(part.lower - $0.upper) }
    }
    if isOneOfMany(covered, in: sentence) { return nil }
    if let part = covered.lazy.compactMap(\.target).first {
      return part == "text" && !isOfOthers(sentence, lead) ? nil : part == "text" ? Self.other : part
    }
    if (sentence.tags + sentence.cues).contains(where: Self.isMatter) { return nil }
    // “It is made available under …” continues about the same subject.
    if sentence.cues.contains(where: { $0.means(.anaphor) && $0.lower == sentence.lower }) {
      return before.map { ($0.tags + $0.cues).contains(where: Self.names) } ?? false ? nil : Self.other
    }
    if isLabelled(sentence, lead) || tags.contains(where: { $0.means(Concept.DiscourseWord.narrative) }) {
      return Self.other
    }
    return lead.contains { mayNameWork($0, in: sentence, lead) } ? Self.other : nil
  }

  /// Whether a part is one of several works, the text among them: “all content and images are available”, “photos,
  /// graphics and stories”; not “photos in this article”.
  private func isOneOfMany(_ tags: [Tag], in sentence: Reading.Sentence) -> Bool {
    guard let part = tags.first(where: { $0.target != nil && $0.target != "text" }) else { return false }
    return (tags + sentence.cues).contains { matter in
      guard Self.isMatter(matter), matter.target == nil else { return false }
      let between =
        matter.upper <= part.lower ? matter.upper..<part.lower : part.upper..<max(part.upper, matter.lower)
      return isList(between, tags)
    }
  }

  /// Whether words between two works are the entries of a list: works, unknown words, commas and “and” alone.
  private func isList(_ words: Range<Int>, _ tags: [Tag]) -> Bool {
    let inside = tags.filter { words.contains($0.lower) }
    let marks = words.filter { reading.tokens[$0].kind == .mark }
    return (!marks.isEmpty || inside.contains { $0.means(.joint) })
      && marks.allSatisfy { reading.tokens[$0].isMark(in: [",", "&", "/"]) }
      && words.count <= Self.longestEntry * (marks.count + 1)
      && inside.allSatisfy {
        $0.means(.joint) || $0.target != nil || $0.means(.works) || $0.means(.determiner) || Self.isMatter($0)
      }
  }

  /// The most words of an entry of a list of works.
  private static let longestEntry = 3

  /// Another work, mentioned next to the text.
  static let other = "other"

  private static func isMatter(_ tag: Tag) -> Bool { tag.means(Concept.DiscourseWord.matter) }

  /// Whether it names the text or its owner.
  private static func names(_ tag: Tag) -> Bool { isMatter(tag) || tag.means(.mark) }

  /// The tokens before the licence, without the start of its address.
  private func lead(of sentence: Reading.Sentence, before end: Int) -> Range<Int> {
    var upper = (sentence.lower..<sentence.upper).first { reading.tokens[$0].lower >= end } ?? sentence.upper
    while upper > sentence.lower, upper < sentence.upper, reading.tokens[upper].gap == .none { upper -= 1 }
    return sentence.lower..<upper
  }

  /// Whether the text mentioned is somebody else's: “text from Gullpedia, used under …”, “Gullpedia text is …”.
  private func isOfOthers(_ sentence: Reading.Sentence, _ lead: Range<Int>) -> Bool {
    let tags = sentence.tags
    guard let text = tags.first(where: { $0.target == "text" }) else { return false }
    if text.lower > lead.lowerBound {
      let before = text.lower - 1
      return reading.tokens[before].isCapitalised && !isFiller(before, of: sentence)
        && !sentence.known.contains { $0.lower <= before && before < $0.upper }
    }
    return text.upper + 1 < lead.upperBound && reading.tokens[text.upper + 1].isCapitalised
      && tags.contains {
        $0.lower == text.upper && $0.isPreposition || $0.means(.from) && $0.lower == text.upper
      }
  }

  /// Whether a label that is not one of licences precedes it: “Map: …”, “Source: …”.
  private func isLabelled(_ sentence: Reading.Sentence, _ lead: Range<Int>) -> Bool {
    guard let colon = lead.first(where: { reading.tokens[$0].isMark(":") }) else { return false }
    return !sentence.tags.contains { tag in
      tag.upper <= colon
        && tag.concepts.contains {
          switch $0 {
          case .licence, .action(.use), .action(.publish), .action(.reproduce), .holder(.mark),
            .holder(.formula), .condition(.agreement):
            true
          default: false
          }
        }
    }
  }

  /// Whether there is a word that may name the licensed work: one that no list contains, or a known noun after an
  /// article, as in “the report is available under …”.
  private func mayNameWork(_ index: Int, in sentence: Reading.Sentence, _ lead: Range<Int>) -> Bool {
    let token = reading.tokens[index]
    guard token.kind == .word, token.gap != .hyphen else { return false }
    let isKnown = (sentence.tags + sentence.cues + sentence.signals).contains {
      $0.lower <= index && index < $0.upper
    }
    if isKnown { return false }
    if token.isCapitalised {
      // “Die Studie ist unter …”, in a language that capitalises nouns.
      if sentence.tags.contains(where: { $0.upper == index && $0.means(.plain) }) { return true }
      // “Comments are …” names the work; “Gull News, …” and “Gull News 2026” name a holder.
      guard index == sentence.lower, index + 1 < lead.upperBound else { return false }
      let next = reading.tokens[index + 1]
      return next.kind == .word && next.isCased && !next.isCapitalised && !isFiller(index, of: sentence)
    }
    // Next to the copyright sign it is the name of the holder.
    if !token.hasCase { return !sentence.tags.contains { $0.means(.mark) } }
    let isLed = (sentence.tags + sentence.cues).contains {
      $0.upper == index && ($0.means(.article) || $0.means(.indefinite))
    }
    return isLed || !isFiller(index, of: sentence)
  }

  private func isFiller(_ index: Int, of sentence: Reading.Sentence) -> Bool {
    !sentence.fillers(in: reading.list, from: index, to: index + 1).isEmpty
  }
}
