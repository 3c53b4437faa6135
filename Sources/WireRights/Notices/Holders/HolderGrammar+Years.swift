/// Years around copyright signs and names.
extension HolderGrammar {
  /// The token after the signs and years that start at a token; the years are added to those found.
  func skipSignsAndYears(from start: Int, years: inout [Int]) -> Int {
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
        if let end = openEnd(from: index) { index = end; good = end }
      } else if !years.isEmpty, let next = jointEnd(of: index), next < tokens.count,
        Year.value(tokens[next], reading.list) != nil
      {
        index = next
      } else if token.isMark("@"), index + 1 < tokens.count,
        Year.value(tokens[index + 1], reading.list) != nil
      {
        // Typed for the sign: “Gull Press @ 2024”.
        index += 1
      } else if let end = scanner.dayEnd(from: index) ?? scanner.monthEnd(from: index) {
        index = end
        good = index
      } else if token.isMark(in: [",", "-", "|", ":", ".", "[", "(", "=", "/"]), token.gap < .line {
        index += 1
      } else {
        break
      }
    }
    // Marks not followed by a sign or year belong to what comes next, apart from separators before a name.
    while index > good, index - 1 < tokens.count, tokens[index - 1].isMark(in: ["[", "(", "\""]) {
      index -= 1
    }
    return good == start && index > good && start > 0 && tagAt[start - 1] == nil ? index : max(good, index)
  }

  /// The token after “and” or its sign between two years.
  private func jointEnd(of index: Int) -> Int? {
    if let tag = tagAt[index], tag.means(.joint) { return tag.upper }
    return tokens[index].isMark("&") ? index + 1 : nil
  }

  /// The token after the continuation of an open range of years: “2013-present Harbour Media”.
  private func openEnd(from index: Int) -> Int? {
    guard index + 1 < tokens.count, tokens[index].isMark("-"), tokens[index + 1].kind == .word,
      tokens[index + 1].hasCase, !tokens[index + 1].isCapitalised, tokens[index + 1].gap == tokens[index].gap,
      !scanner.hasCapitalInside(tokens[index + 1]),
      tagAt[index + 1] == nil,
      index + 2 == tokens.count || tokens[index + 2].gap != .none || tokens[index + 2].isMark(",")
    else { return nil }
    return index + 2
  }

  /// The years right before a sign: `1999-2021 (c)`.
  func yearsBefore(_ upper: Int, from lower: Int) -> (years: [Int], lower: Int) {
    var index = upper
    var first = upper
    while index > lower {
      let token = tokens[index - 1]
      // “2020 All rights reserved ©”
      if let formula = scanner.tagEnding(at: index), formula.means(.formula), formula.lower > lower {
        index = formula.lower
        continue
      }
      if Year.value(token, reading.list) != nil {
        // “13 Sep 2023 © Gull Press” is the day of publication.
        if isOfDay(index - 1) { break }
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

  /// Whether a month, or a day and a word for the month, precede a year: “Sep 2023”, “13 set 2023”,
  /// “04/4/2022”.
  private func isOfDay(_ year: Int) -> Bool {
    if scanner.tagEnding(at: year)?.month != nil { return true }
    return year > 1 && (tokens[year - 1].kind == .word || tokens[year - 1].isMark(in: ["/", "."]))
      && tokens[year - 2].kind == .number
      && tokens[year - 2].upper - tokens[year - 2].lower <= 2
  }
}
