/// The continuation and the end of names: words without capitals, quotation marks, legal forms.
extension NameScanner {
  /// Whether words without capitals continue a name up to its legal form, its year or the formula: “Volzhskoye
  /// agentstvo, 2024”.
  func leadsToEnd(_ index: Int) -> Bool {
    for at in index..<min(index + Self.longestTail, tokens.count) {
      let token = tokens[at]
      guard token.gap < .line else { return false }
      if at > index {
        let end = token.isMark(",") ? at + 1 : at
        if tagAt[end]?.means(.suffix) ?? false { return true }
        if end < tokens.count, Year.value(tokens[end], reading.list) != nil { return true }
        if token.isMark(in: [".", "|", "-"]), tagAt[at + 1]?.means(.formula) ?? false { return true }
      }
      guard token.kind == .word, !token.isCapitalised, !token.isDense,
        tagAt[at].map({ isNoun($0, at: at) }) ?? (tagEnding(at: at + 1) == nil)
      else { return false }
    }
    return false
  }

  /// Whether small words and words without capitals continue a name right behind the sign up to the end of the line or
  /// the formula: “© 2026 La Voix du nord et de la mer”.
  func describesToEnd(_ index: Int, from lower: Int) -> Bool {
    guard index - lower <= Self.longestDescription, tokens[lower].isTitle,
      (lower + 1...index).contains(where: isOf), isBehindSign(lower),
      !(lower..<index).contains(where: { tagAt[$0]?.means(.suffix) ?? false })
    else { return false }
    var at = index
    while at < tokens.count, tokens[at].gap < .line, !endsName(at), !tokens[at].isMark(in: ["*", "_"]) {
      guard at - lower <= Self.longestDescription, tokens[at].kind == .word, tokens[at].hasCase,
        isLowerLink(at)
          || tag(over: at).map({ $0.isTimeOnly || isNoun($0, at: at) && $0.means(.generic) }) ?? true
      else { return false }
      at += 1
    }
    // A small word ends no name.
    return at > index && !isLowerLink(at - 1)
  }

  private func isLowerLink(_ index: Int) -> Bool {
    guard !tokens[index].isCapitalised else { return false }
    return isLink(index) || tag(over: index).map { $0.means(.from) && $0.isSmall } ?? false
  }

  /// Whether it is a small word such as “of”, but not “for”.
  private func isOf(_ index: Int) -> Bool {
    isLowerLink(index) && (tag(over: index)?.means(.from) ?? false)
  }

  /// Whether nothing but a year and marks is between the sign and a token.
  private func isBehindSign(_ index: Int) -> Bool {
    var at = index
    while at > 0, index - at < Self.longestTail, tagEnding(at: at) == nil,
      tokens[at - 1].kind != .word, tokens[at].gap < .line
    {
      at -= 1
    }
    return tagEnding(at: at)?.means(.mark) ?? false
  }

  /// The most words of a name with what describes it.
  private static let longestDescription = 8

  /// Whether a word only says what kind of holder or of matter a name stands for: “agency”, “news”.
  private func isNoun(_ tag: Tag, at index: Int) -> Bool {
    tag.upper == index + 1
      && tag.concepts.allSatisfy {
        switch $0 {
        case .holder(.generic), .holder(.link), .constraint, .target, .discourse(.matter): true
        default: false
        }
      }
  }

  /// The most words without capitals that continue a name, with the word that ends them.
  static let longestTail = 4

  /// Whether the token is in quotation marks that the name has opened and that close soon: “АО «Волжская газета»”.
  func isQuoted(_ index: Int, from lower: Int) -> Bool { quotationEnd(index, from: lower) != nil }

  /// The token after the quotation that the name has opened before a token; nil if it does not close soon.
  func quotationEnd(_ index: Int, from lower: Int) -> Int? {
    guard tokens[index].kind == .word || tokens[index].isMark("-"), !isClosed(lower, index),
      let close = (index..<min(index + Self.longestQuoted, tokens.count)).first(where: {
        tokens[$0].isMark("\"") || tokens[$0].gap > .line
      })
    else { return nil }
    return tokens[close].isMark("\"") && tokens[close].gap == .none ? close + 1 : nil
  }

  /// Whether a name that goes on below a line ends before a token, rather than a sentence goes on there: at the end of
  /// its line, at a full stop, a bar or a bracket, before its year or the formula.
  func endsName(_ index: Int) -> Bool {
    var index = index
    // “GmbH & Co. KG”
    while index < tokens.count,
      let form = tagAt[tokens[index].isMark("&") ? index + 1 : index], form.means(.suffix)
    { index = form.upper }
    guard index < tokens.count, tokens[index].gap < .line else { return true }
    if tagAt[index]?.means(.formula) ?? false || Year.value(tokens[index], reading.list) != nil {
      return true
    }
    if tokens[index].isMark(in: ["|", ")", "]"]) { return true }
    guard tokens[index].isMark(in: [".", ","]) else { return false }
    let next = index + 1
    guard next < tokens.count, tokens[next].gap < .line else { return true }
    if tagAt[next]?.means(.formula) ?? false || Year.value(tokens[next], reading.list) != nil {
      return true
    }
    // “Inc. magazine reports”
    return tokens[index].isMark(".") && (tokens[next].isCapitalised || !tokens[next].hasCase)
  }

  /// The most words in the quotation marks of a name.
  private static let longestQuoted = 6

  /// Whether a legal form with full stops precedes a word that could start a sentence.
  func isAfterForm(_ index: Int) -> Bool {
    guard tokens[index].isCapitalised, tokens[index].gap >= .space, !isForm(startingAt: index) else {
      return false
    }
    if tokens[index - 1].isDotted { return tagEnding(at: index)?.means(.suffix) ?? false }
    // “Harbour Ltd. Reproduction without …”, but “Gull Bros. Pictures”.
    guard tokens[index - 1].isMark("."), tagEnding(at: index - 1)?.means(.suffix) ?? false else {
      return false
    }
    if let tag = tagAt[index], !tag.means(.link), !isMedium(tag), !isTitle(tag) { return true }
    // “Gull Report, Inc. A Harbour Company”
    if tokens[index].upper - tokens[index].lower == 1, !tokens[index].isDotted { return true }
    let next = index + 1
    return next < tokens.count && tokens[next].kind == .word && tokens[next].hasCase
      && !tokens[next].isCapitalised && !isLink(next)
  }

  func isForm(startingAt lower: Int) -> Bool { tagAt[lower]?.means(.suffix) ?? false }
  func isForm(endingAt upper: Int) -> Bool { tagEnding(at: upper)?.means(.suffix) ?? false }

  /// The name without marks and small words at its ends.
  func trimmed(_ lower: Int, _ upper: Int) -> Name? {
    var lower = lower
    var upper = upper
    while upper > lower {
      let last = tokens[upper - 1]
      if tagEnding(at: upper)?.means(.name) ?? false { break }
      if last.isMark(".") {
        let isWhole = tagEnding(at: upper - 1).map(isDotless) ?? false
        if !isWhole, endsAbbreviation(upper - 1) || (upper - 2 >= lower && reading.list.isInitial(upper - 2))
        {
          break
        }
        upper -= 1
      } else if last.isMark(")"),
        isForm(endingAt: upper) || isForm(endingAt: upper - 1) || endsReading(upper - 1)
          || isPlural(from: upper - 3)
      {
        break
      } else if last.isMark("+"), last.gap == .none {
        break
      } else if last.isMark("\""), !isWhole(lower, upper), isClosed(lower, upper) {
        break
      } else if last.kind == .mark || isLink(upper - 1) && !isDomainPart(upper - 1)
        || isRest(upper - 1, from: lower)
      {
        upper -= 1
      } else {
        break
      }
    }
    if upper - lower > 2, tokens[lower].isMark("\""), isWhole(lower, upper + 1) || isWhole(lower, upper) {
      lower += 1
    } else if upper > lower, tokens[lower].isMark("\""), !isClosed(lower, upper) {
      lower += 1
    }
    guard upper > lower, tokens[lower..<upper].contains(where: { $0.kind == .word }) else { return nil }
    return Name(lower: lower, upper: upper)
  }

  /// Whether a short word without a capital, which could be inside a name, ends it: “Harbour Courant is”.
  private func isRest(_ index: Int, from lower: Int) -> Bool {
    let token = tokens[index]
    return index > lower && token.hasCase && token.isShort && !token.isCapitalised && token.gap == .space
      && !isDomainPart(index) && !isAgency(index) && !isInForm(index) && isClosed(lower, index + 1)
      && index + 1 < tokens.count && tokens[index + 1].kind == .word
  }

  /// Whether the tokens are one quotation as a whole.
  func isWhole(_ lower: Int, _ upper: Int) -> Bool {
    guard upper <= tokens.count, upper - lower >= 2, tokens[lower].isMark("\""),
      tokens[upper - 1].isMark("\"")
    else {
      return false
    }
    return !tokens[(lower + 1)..<(upper - 1)].contains { $0.isMark("\"") }
  }

  func isClosed(_ lower: Int, _ upper: Int) -> Bool {
    tokens[lower..<upper].filter { $0.isMark("\"") }.count % 2 == 0
  }

  /// Whether a small word ends a name with its legal form, or a second party with its article follows: “Harbour Ltd
  /// from The Book of Ferries”, “Harbour Press or the Gull Review”.
  func isLedAway(_ index: Int) -> Bool {
    guard let tag = tagAt[index], !tokens[index].isCapitalised else { return false }
    if tag.means(.joint) {
      let isSecond = tagAt[tag.upper].map { $0.means(.article) && !tokens[tag.upper].isCapitalised } ?? false
      return isSecond || joinsParties(tag)
    }
    return tag.means(.from) && !tag.means(.link)
      && (tagEnding(at: index) ?? tagEnding(at: index - 1))?.means(.suffix) ?? false
  }

  /// Whether “and” joins two names with legal forms of their own: “Gull Holdings plc and Bell Films LLP”.
  private func joinsParties(_ joint: Tag) -> Bool {
    guard tagEnding(at: joint.lower)?.means(.suffix) ?? false else { return false }
    let words = (joint.upper..<min(joint.upper + Self.longestTail, tokens.count)).prefix { index in
      tokens[index].isCapitalised && tokens[index].gap == .space && !(tagAt[index]?.means(.suffix) ?? false)
    }
    return !words.isEmpty && tagAt[words.endIndex]?.means(.suffix) ?? false
  }
}
