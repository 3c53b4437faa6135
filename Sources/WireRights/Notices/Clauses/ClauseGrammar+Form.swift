/// The form of a span, by which lines of orders are told from sentences.
extension ClauseGrammar {
  /// Whether it is in capitals, as desks write orders.
  var isInCapitals: Bool {
    let words = reading.tokens[span.lower..<span.upper].filter { $0.kind == .word }
    return words.count { $0.isUpper } * 10 >= words.count * 7
  }

  /// Whether a line in a script without case consists of terms alone, as desks write them: “韓国での使用不可”.
  var isAllTerms: Bool {
    let words = reading.tokens[span.lower..<span.upper].filter { $0.kind == .word }
    let covered = tags.reduce(0) { $0 + $1.upper - $1.lower }
    return words.count <= 16 && words.allSatisfy { !$0.hasCase } && words.count - covered <= 2
      && tags.allSatisfy { !$0.constraints.isEmpty || $0.action == .use || $0.isSmall || $0.means(.prohibit) }
  }

  /// Whether it is a line of a few words.
  var isLine: Bool { reading.tokens[span.lower..<span.upper].count { $0.kind == .word } <= 6 }

  /// Whether it is an order of a few words, as notes to editors are: “No usar en Argentina”.
  var isBrief: Bool {
    guard let first = tags.first,
      first.lower <= span.lower || reading.tokens[first.lower - 1].isMark(":"),
      first.means(.prohibitNext) || first.means(.not)
    else { return false }
    let places = tags.filter { !$0.constraints.isEmpty }.reduce(0) { $0 + $1.upper - $1.lower }
    return reading.tokens[span.lower..<span.upper].count { $0.kind == .word } - places <= 8
      && !tags.contains { $0.means(Concept.DiscourseWord.matter) || $0.target != nil }
  }
}
