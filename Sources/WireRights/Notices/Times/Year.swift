/// Years as they are printed.
enum Year {
  /// The year that a number is; nil for any other number.
  static func value(_ token: Token, _ list: TokenList) -> Int? {
    guard token.kind == .number, token.foldedUpper - token.foldedLower == 4 else { return nil }
    guard let year = Int(list.word(token)) else { return nil }
    return (1800...2099).contains(year) || isOfHijra(year, token) ? year : nil
  }

  /// Whether it is a year of the Hijra, solar or lunar, in Arabic or Persian digits, which have two bytes each, perhaps
  /// with a direction mark behind them: “۱۴۰۲”.
  private static func isOfHijra(_ year: Int, _ token: Token) -> Bool {
    token.upper - token.lower >= 8 && (1300...1499).contains(year)
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
