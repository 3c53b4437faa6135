/// Quoted speech, or a story's account of what a notice says.
extension DiscourseJudge {
  /// The sentences that speak for themselves: neither prose nor reported by preceding sentences.
  var spoken: [Reading.Sentence] {
    var quotes = QuotedRanges(tokens: reading.tokens)
    var (isReported, isSpeech) = (false, false)
    // “The licence lets anybody copy the program as long as the author is named” may belong to a notice.
    let isOfNotice = reading.sentences.contains { sentence in
      sentence.tags.contains {
        $0.means(.formula) || $0.means(.mark) || $0.means(.owner) || $0.means(Concept.DiscourseWord.matter)
      }
    }
    return reading.sentences.filter { sentence in
      if reading.tokens[sentence.lower].gap == .paragraph { (isReported, isSpeech) = (false, false) }
      let isProse =
        isReported || quotes.covers(sentence) || isSpeech && isQuotation(sentence) || isProse(sentence)
        || !isOfNotice && isGeneral(sentence)
      isReported = isReported || introduces(sentence)
      isSpeech = isProse && reading.tokens[sentence.lower].isMark("\"")
      return !isProse
    }
  }

  /// Whether a sentence is a quotation from its start to its end, or to that of a later sentence.
  private func isQuotation(_ sentence: Reading.Sentence) -> Bool {
    guard reading.tokens[sentence.lower].isMark("\"") else { return false }
    let end = (sentence.lower + 1..<sentence.upper).first { reading.tokens[$0].isMark("\"") }
    return end.map { $0 == sentence.upper - 1 } ?? true
  }

  /// Whether it introduces somebody's words with a colon: “at the end of the article it says: …”.
  private func introduces(_ sentence: Reading.Sentence) -> Bool {
    leadsToQuotation(sentence) || leadsToExample(sentence)
      || sentence.tags.contains { tag in
        tag.means(.reports) && tag.upper < sentence.upper && reading.tokens[tag.upper].isMark(":")
      }
  }

  /// Whether a story introduces a quotation with a colon: “A label on the inside cover reads: ‘…’”.
  func leadsToQuotation(_ sentence: Reading.Sentence) -> Bool {
    guard
      let colon = (sentence.lower..<sentence.upper).first(where: { reading.tokens[$0].isMark(":") }),
      colon + 1 < reading.tokens.count, reading.tokens[colon + 1].isMark(in: ["\"", "'"])
    else { return false }
    if isReadOut(before: colon, in: sentence) { return true }
    return colon + 1 < sentence.upper && isStory(sentence.lower..<colon, of: sentence)
  }

  /// Whether a word such as “reads” is right before the colon of a quotation, and nothing before it is an order: “In an
  /// exhibit shown to jurors, the footer reads: …”.
  private func isReadOut(before colon: Int, in sentence: Reading.Sentence) -> Bool {
    let before = (sentence.tags + sentence.cues + sentence.signals).filter { $0.upper <= colon }
    let isOpen = !(colon + 2..<max(colon + 2, sentence.upper)).contains {
      reading.tokens[$0].mark == reading.tokens[colon + 1].mark
    }
    return colon - sentence.lower > 1 && reading.tokens[colon + 1].isMark("\"")
      && (isOpen || sentence.tags.contains { $0.lower > colon && Self.isRuling($0) })
      && before.contains { $0.means(.wording) && $0.upper == colon }
      && !before.contains { tag in
        Self.isRuling(tag) || !tag.duties.isEmpty || tag.means(.demand) || tag.means(.request)
          || tag.means(.required) || tag.isAdvisory
      }
  }

  /// Whether all rules are inside a quotation, and a story continues about it: “‘Reproduction prohibited’, the back
  /// of the print still said”.
  func isAboutQuotation(_ sentence: Reading.Sentence) -> Bool {
    let tokens = reading.tokens
    // An apostrophe may follow: “‘No reproduction …,’ ran the banner at the printers' march”.
    guard
      let open = (sentence.lower..<sentence.upper).first(where: { tokens[$0].isMark(in: ["\"", "'"]) }),
      let end = (open..<sentence.upper).last(where: { tokens[$0].mark == tokens[open].mark }), open + 1 < end
    else { return false }
    let rules = sentence.tags.filter(Self.isRuling)
    return !rules.isEmpty && rules.allSatisfy { open < $0.lower && $0.upper <= end }
      && (isStory(end + 1..<sentence.upper, of: sentence) || isStory(sentence.lower..<open, of: sentence))
  }

  /// Whether words are about other things than notices: several that no list contains, and no terms.
  private func isStory(_ tokens: Range<Int>, of sentence: Reading.Sentence) -> Bool {
    unknownNouns(in: sentence, tokens).count >= Self.fewestThings
      && !sentence.tags.contains { tag in
        tokens.contains(tag.lower)
          && (Self.isRuling(tag) || tag.action != nil || tag.target != nil || tag.isAdvisory
            || tag.means(.required) || tag.means(Concept.DiscourseWord.matter))
      }
  }

  /// The fewest words in no list that make a story.
  private static var fewestThings: Int { 3 }

  /// Whether it states what may be done, or who owns the rights.
  fileprivate static func isRuling(_ tag: Tag) -> Bool {
    tag.means(.formula) || tag.means(.owner) || tag.means(.mark) || tag.means(.permission)
      || tag.hasEffect
  }

  /// Whether the formula is a title that a sentence is about: “All Rights Reserved, the second feature by …”.
  func isTitle(_ sentence: Reading.Sentence) -> Bool {
    guard let formula = sentence.tags.first, formula.means(.formula), formula.lower == sentence.lower,
      formula.upper + 1 < sentence.upper, reading.tokens[formula.upper].isMark(","),
      let article = sentence.tags.first(where: { $0.lower == formula.upper + 1 }), article.means(.article),
      !reading.tokens[article.lower].isCapitalised
    else { return false }
    return !sentence.tags.dropFirst().contains {
      Self.isRuling($0) || $0.means(Concept.DiscourseWord.matter)
    }
  }
}

/// The quotations that start inside a sentence and span several.
private struct QuotedRanges {
  private let tokens: [Token]
  private var ranges: [Range<Int>] = []
  private var next = 0

  init(tokens: [Token]) {
    self.tokens = tokens
    var open: Int?
    for index in tokens.indices {
      if tokens[index].gap == .paragraph { open = nil }
      guard tokens[index].isMark("\"") else { continue }
      if let start = open {
        let before = start > 0 && tokens[start].gap < .line ? tokens[start - 1] : nil
        let isInside = before.map { $0.isMark(in: [";", ","]) || $0.hasCase && !$0.isCapitalised } ?? false
        if isInside { ranges.append(start..<index + 1) }
        open = nil
      } else {
        open = index
      }
    }
  }

  /// Whether most of a sentence lies in a quotation that an earlier one opened, or the sentence around the quotation goes
  /// on behind its comma; call it for sentences in order.
  mutating func covers(_ sentence: Reading.Sentence) -> Bool {
    while next < ranges.count, ranges[next].upperBound <= sentence.lower { next += 1 }
    guard next < ranges.count, ranges[next].lowerBound < sentence.lower else { return false }
    let end = ranges[next].upperBound
    // “… No part may be reproduced,” which the lawyer called meaningless
    if end < sentence.upper, tokens[end - 2].isMark(","),
      !sentence.tags.contains(where: { $0.lower >= end && DiscourseJudge.isRuling($0) })
    {
      return true
    }
    return (min(ranges[next].upperBound, sentence.upper) - sentence.lower) * 2 > sentence.upper
      - sentence.lower
  }
}
