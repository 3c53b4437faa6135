internal import WireText

/// Finds right holders and copyright years.
///
/// A name counts where it stands with the copyright sign or word, after “property of”, in a line with the formula,
/// after the permission that is asked for, or before the matter that a rule is about. The first of these in this
/// order that is found is the holder; further names at copyright signs are co-holders.
struct HolderGrammar {
  let reading: Reading
  let text: [UInt8]
  private let tagAt: [Int: Tag]
  private var tokens: [Token] { reading.tokens }

  /// What was found.
  struct Found {
    var marked: [NameScanner.Name] = []
    var owners: [NameScanner.Name] = []
    var permitting: [NameScanner.Name] = []
    var subjects: [NameScanner.Name] = []
    var years: [Int] = []
    /// Whether the sign itself stands there, or the word with a name or year.
    var hasMark = false
    /// Whether something that is done to texts is named with a permission.
    var hasAct = false

    /// The words of all names.
    func names(in reading: Reading) -> [TextRange] {
      (marked + owners + permitting + subjects).map { reading.range($0.lower, $0.upper) }
    }

    /// The words of the names that stand for themselves, and for no rule that they are part of.
    func ranges(in reading: Reading) -> [TextRange] {
      (marked + owners).map { reading.range($0.lower, $0.upper) }
    }
  }

  init(reading: Reading, text: [UInt8]) {
    self.reading = reading
    self.text = text
    var tagAt: [Int: Tag] = [:]
    for sentence in reading.sentences { for tag in sentence.tags { tagAt[tag.lower] = tag } }
    self.tagAt = tagAt
  }

  /// All holders and years of the sentences that count.
  func find(in sentences: [Reading.Sentence]) -> Found {
    var found = Found()
    for sentence in sentences {
      var next = sentence.lower
      for tag in sentence.tags where tag.lower >= next {
        if tag.means(.mark) {
          next = copyrightLine(at: tag, in: sentence, into: &found)
        } else if let name = dative(after: tag, in: sentence) {
          found.owners.append(name)
        } else if tag.means(.owner) || tag.means(.reprinted) {
          if let name = scanner.name(from: afterTitle(nameStart(after: tag))) { found.owners.append(name) }
        } else if let name = genitive(before: tag, in: sentence) {
          if tag.means(.permission) { found.permitting.append(name) } else { found.owners.append(name) }
        } else if tag.means(Concept.HolderWord.matter) {
          if let name = scanner.name(before: subjectEnd(tag, sentence), from: sentence.lower) {
            found.subjects.append(name)
          }
        }
      }
      formulaLine(sentence, into: &found)
      permission(sentence, into: &found)
      if let name = subject(sentence) { found.subjects.append(name) }
    }
    return found
  }

  /// A company's name at the start of a rule, or the name of what no part may be taken of.
  ///
  /// “Kestrel Inc. No sales”, “No part of harbour.example may be reproduced”.
  private func subject(_ sentence: Reading.Sentence) -> NameScanner.Name? {
    // “Please delete the photo of the Bay Bridge”: what a withdrawal is about owns nothing.
    guard let order = sentence.tags.first(where: { $0.means(.no) || $0.means(.prohibitNext) }),
      !sentence.tags.contains(where: { $0.action == .remove || $0.action == .delete })
    else { return nil }
    if let name = owner(ofMatterBefore: order, in: sentence) { return name }
    if order.lower > sentence.lower,
      let name = scanner.name(before: order.lower, from: sentence.lower, wholeStart: true),
      sentence.tags.contains(where: { $0.means(.suffix) && name.lower < $0.lower && $0.upper <= name.upper })
    {
      return name
    }
    guard order.means(Concept.DiscourseWord.matter), order.means(.no),
      let of = sentence.tags.first(where: { $0.lower == order.upper && $0.means(.from) }),
      of.upper == of.lower + 1, of.upper < tokens.count, tagAt[of.upper] == nil,
      let name = scanner.name(from: of.upper), name.upper < sentence.upper
    else { return nil }
    return name
  }

  /// Whose material a rule is about, where the name follows it: “Los contenidos de Cantábrico Press no podrán …”.
  ///
  /// One word with a capital may be any noun in some languages: “die Inhalte der Seite”.
  private func owner(ofMatterBefore order: Tag, in sentence: Reading.Sentence) -> NameScanner.Name? {
    for (matter, of) in zip(sentence.tags, sentence.tags.dropFirst()) where of.lower != order.lower {
      guard matter.means(Concept.DiscourseWord.matter) || matter.target != nil, of.lower == matter.upper,
        of.means(.from), !of.means(.joint), of.upper < sentence.upper, tokens[of.upper].isCapitalised,
        let name = scanner.name(from: nameStart(after: of)),
        name.upper <= (of.lower < order.lower ? order.lower : sentence.upper),
        tokens[name.lower..<name.upper].count(where: { $0.kind == .word }) > 1
      else { continue }
      return name
    }
    return nil
  }

  /// Where a name before the matter of a rule ends: before words for a part of it too, as in “Northwire RSS content”.
  private func subjectEnd(_ matter: Tag, _ sentence: Reading.Sentence) -> Int {
    sentence.tags.last { $0.upper == matter.lower && $0.target != nil }?.lower ?? matter.lower
  }

  private var scanner: NameScanner { NameScanner(reading: reading, tagAt: tagAt, text: text) }

  // MARK: Lines with a sign

  /// Reads signs, years and a name in any order; returns the token after them.
  private func copyrightLine(at tag: Tag, in sentence: Reading.Sentence, into found: inout Found) -> Int {
    var years: [Int] = []
    var next = skipSignsAndYears(from: tag.lower, years: &years)
    // The sign may follow the word: “저작권자 ⓒ”.
    let isSign =
      tokens[tag.lower].isMark(in: ["(", "["])
      || tokens[tag.lower..<max(next, tag.upper)].contains { $0.isMark("\u{A9}") }
    let before = yearsBefore(tag.lower, from: sentence.lower)
    if isHeadline(tag, in: sentence, years) { return tag.upper }
    var name = scanner.name(from: next)
    // “Crown copyright 2023. You may”: what starts the next sentence is no name, where one goes before.
    if let found = name, found.lower >= sentence.upper, !isSign, tag.lower > sentence.lower,
      scanner.name(before: before.lower, from: sentence.lower, wholeStart: true) != nil
    {
      name = nil
    }
    if let name {
      next = name.upper
      next = skipSignsAndYears(from: next, years: &years)
    }
    let chosen =
      name
      ?? (isSign || tag.lower > sentence.lower
        ? scanner.name(before: before.lower, from: sentence.lower, wholeStart: !isSign) : nil)
    years = before.years + years
    if let chosen { found.marked.append(chosen) }
    if isSign || chosen != nil || !years.isEmpty { found.hasMark = true }
    if isSign || chosen != nil {
      found.years += years
    } else if tag.lower == sentence.lower {
      found.years += years
    }
    return max(next, tag.upper)
  }

  /// Whether the word alone stands inside a line that a dash goes on with: “EU Copyright – Reform at risk”.
  private func isHeadline(_ tag: Tag, in sentence: Reading.Sentence, _ years: [Int]) -> Bool {
    tokens[tag.lower].kind == .word && tag.lower > sentence.lower && years.isEmpty
      && tag.upper < tokens.count && tokens[tag.upper].isMark("-") && tokens[tag.upper].gap != .none
  }

  private func skipSignsAndYears(from start: Int, years: inout [Int]) -> Int {
    var index = start
    var good = start
    while index < tokens.count {
      let token = tokens[index]
      if let tag = tagAt[index], tag.means(.mark) || tag.means(.by) {
        index = tag.upper
        good = index
      } else if let year = Year.value(token, reading.list) {
        index = Year.append(year, at: index, of: reading.list, to: &years)
        good = index
        if index < tokens.count, tokens[index].isMark(")") { index += 1 }
      } else if token.isMark(in: [",", "-", "|", ":", ".", "[", "(", "=", "/"]), token.gap < .line {
        index += 1
      } else {
        break
      }
    }
    // Marks that no sign or year follows belong to what comes next, apart from separators before a name.
    while index > good, index - 1 < tokens.count, tokens[index - 1].isMark(in: ["[", "(", "\""]) {
      index -= 1
    }
    return good == start && index > good && start > 0 && tagAt[start - 1] == nil ? index : max(good, index)
  }

  /// The years right before a sign: `1999-2021 (c)`.
  private func yearsBefore(_ upper: Int, from lower: Int) -> (years: [Int], lower: Int) {
    var index = upper
    var first = upper
    while index > lower {
      let token = tokens[index - 1]
      if Year.value(token, reading.list) != nil {
        first = index - 1
      } else if !token.isMark(in: ["-", ",", "=", "|", "&", "\u{2122}"]) {
        break
      }
      index -= 1
    }
    guard first < upper else { return ([], index) }
    var years: [Int] = []
    var at = first
    while at < upper {
      if let year = Year.value(tokens[at], reading.list) {
        at = Year.append(year, at: at, of: reading.list, to: &years)
      } else {
        at += 1
      }
    }
    return (years, index)
  }

  /// Whether an ending shows by itself that a name goes before it, as an apostrophe does in Turkish.
  private static func isMarked(_ ending: String) -> Bool {
    ending.hasPrefix("'") || ending.hasPrefix("\u{2019}")
  }

  /// A name after what it has, with a small word written together with it: “ملك لوكالة المنارة”.
  private func dative(after tag: Tag, in sentence: Reading.Sentence) -> NameScanner.Name? {
    for case .dative(let beginning) in tag.concepts where tag.upper < sentence.upper {
      let next = tokens[tag.upper]
      let count = beginning.utf8.count
      guard next.upper - next.lower > count + 2,
        text[next.lower..<(next.lower + count)].elementsEqual(beginning.utf8),
        var name = scanner.name(from: tag.upper)
      else { continue }
      name.beginning = count
      return name
    }
    return nil
  }

  /// A name in the genitive before what it has or gives: “Harbours eiendom”, “without Harbours permission”.
  private func genitive(before tag: Tag, in sentence: Reading.Sentence) -> NameScanner.Name? {
    for case .genitive(let ending) in tag.concepts {
      guard var name = scanner.name(before: tag.lower, from: sentence.lower), name.upper == tag.lower,
        name.lower > sentence.lower || !tokens[name.lower].hasCase || Self.isMarked(ending)
      else { continue }
      let last = tokens[name.upper - 1]
      guard last.kind == .word, last.upper - tokens[name.lower].lower > ending.utf8.count + 1,
        text[..<last.upper].suffix(ending.utf8.count).elementsEqual(ending.utf8)
      else { continue }
      name.ending = ending.utf8.count
      return name
    }
    return nil
  }

  // MARK: Lines with the formula, permissions

  /// A line with the formula but without a sign: `2022 CQ-Roll Call, Inc., All Rights Reserved`.
  private func formulaLine(_ sentence: Reading.Sentence, into found: inout Found) {
    guard let formula = sentence.tags.first(where: { $0.means(.formula) || $0.means(.someRights) }) else {
      return
    }
    guard !sentence.tags.contains(where: { $0.means(.mark) && $0.lower < formula.lower }) else { return }
    var years: [Int] = []
    if formula.lower > sentence.lower {
      let start = skipSignsAndYears(from: sentence.lower, years: &years)
      if let name = scanner.name(from: start), name.upper <= formula.lower, !isSuffix(name),
        formula.lower - name.upper <= 2,
        !tokens[name.upper..<formula.lower].contains(where: { $0.isMark(":") })
      {
        found.marked.append(name)
        _ = skipSignsAndYears(from: name.upper, years: &years)
        found.years += years
        return
      }
    }
    guard !sentence.tags.contains(where: { $0.means(.mark) }) else { return }
    if years.isEmpty, let name = formulaHolder(formula, in: sentence) {
      found.marked.append(name)
      _ = skipSignsAndYears(from: name.upper, years: &years)
      found.years += years
      return
    }
    var start = skipSignsAndYears(from: formula.upper, years: &years)
    while start < tokens.count, tokens[start].isMark(in: ["-", "|", "/", ".", ",", ":"]) { start += 1 }
    let isParted = start > formula.upper || formula.lower > sentence.lower
    guard isParted, start < sentence.upper || !years.isEmpty else { return }
    if let name = scanner.name(from: start), formula.lower == sentence.lower {
      found.marked.append(name)
      _ = skipSignsAndYears(from: name.upper, years: &years)
    }
    found.years += years
  }

  /// For whom the formula reserves the rights, right behind it: “rights reserved to Harbour Press”, or a name that a
  /// legal form or a year shows to be one.
  private func formulaHolder(_ formula: Tag, in sentence: Reading.Sentence) -> NameScanner.Name? {
    guard formula.upper < sentence.upper, tokens[formula.upper].gap == .space else { return nil }
    if let next = tagAt[formula.upper], next.means(.from) || next.means(.by) {
      return scanner.name(from: nameStart(after: next))
    }
    guard tokens[formula.upper].isCapitalised, let name = scanner.name(from: formula.upper) else {
      return nil
    }
    let hasYear = name.upper < sentence.upper && Year.value(tokens[name.upper], reading.list) != nil
    let hasForm = (name.lower..<name.upper).contains { tagAt[$0]?.means(.suffix) ?? false }
    return hasYear || hasForm ? name : nil
  }

  /// Whether a name is only the legal form of one.
  private func isSuffix(_ name: NameScanner.Name) -> Bool {
    (name.lower..<name.upper).allSatisfy { tokens[$0].kind == .mark || tagAt[$0]?.means(.suffix) ?? false }
  }

  /// Names of those whose permission or agreement is asked for.
  private func permission(_ sentence: Reading.Sentence, into found: inout Found) {
    for (index, tag) in sentence.tags.enumerated() where tag.means(.permission) || tag.means(.agreement) {
      guard let from = giver(after: index, in: sentence), let name = scanner.name(from: from) else {
        continue
      }
      found.permitting.append(name)
      if sentence.tags.contains(where: { $0.action != nil }) { found.hasAct = true }
    }
  }

  /// Where a name starts after words that lead to it: with their article, where that is written as part of it,
  /// as in “de La Vigie”.
  private func nameStart(after tag: Tag) -> Int {
    let last = tag.upper - 1
    let isCapital = tokens[last].isCapitalised && !tokens[last].isUpper
    return last > tag.lower && isCapital && !tokens[tag.lower].isCapitalised ? last : tag.upper
  }

  /// Where the name of who gives a permission starts.
  ///
  /// It follows “of”, also behind how the permission is given, as in “the prior, explicit and written permission of”,
  /// which other languages put after the noun. A word for permission that itself leads to a name has it in the
  /// genitive right behind it.
  private func giver(after index: Int, in sentence: Reading.Sentence) -> Int? {
    let permission = sentence.tags[index]
    var upper = permission.upper
    for next in sentence.tags[(index + 1)...] {
      guard next.lower - upper <= 2 else { break }
      if next.means(.from) { return afterTitle(nameStart(after: next)) }
      guard next.means(.written) || next.means(.joint) || next.means(.with) else { break }
      upper = next.upper
    }
    guard permission.means(.from) else { return nil }
    let start = afterTitle(upper)
    guard start < sentence.upper, tokens[start].isCapitalised || tokens[start].isMark("\"") else {
      return nil
    }
    return start
  }

  /// The token after a general word for a holder that a name follows: “of the publisher Harbour Press”.
  private func afterTitle(_ start: Int) -> Int {
    guard let tag = tagAt[start], tag.means(.generic), tag.upper < tokens.count,
      tokens[tag.upper].isCapitalised || tokens[tag.upper].isMark("\""), tokens[tag.upper].gap == .space,
      !tokens[start].isCapitalised
    else { return start }
    return tag.upper
  }
}

/// Years as they are printed.
enum Year {
  /// The year that a number is, nil for any other number.
  static func value(_ token: Token, _ list: TokenList) -> Int? {
    guard token.kind == .number, token.foldedUpper - token.foldedLower == 4 else { return nil }
    guard let year = Int(list.word(token)), (1800...2099).contains(year) else { return nil }
    return year
  }

  /// Appends a year, and the end of a range such as `2017-18`; returns the token after it.
  static func append(_ year: Int, at index: Int, of list: TokenList, to years: inout [Int]) -> Int {
    years.append(year)
    let tokens = list.tokens
    guard index + 2 < tokens.count, tokens[index + 1].isMark("-"), tokens[index + 1].gap == .none,
      tokens[index + 2].gap == .none, tokens[index + 2].kind == .number
    else { return index + 1 }
    let word = list.word(index + 2)
    guard word.utf8.count == 2, let short = Int(word), short > year % 100 else { return index + 1 }
    years.append(year / 100 * 100 + short)
    return index + 3
  }
}
