/// One word, number or mark of a notice, with its range of bytes.
struct Token: Sendable {
  enum Kind: Sendable { case word, number, mark }
  /// What separates a token from the one before it.
  enum Gap: Int, Sendable, Comparable {
    case none, hyphen, space, line, paragraph
    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  var kind: Kind
  /// The first byte in the text.
  var lower: Int
  /// The byte after the last one in the text.
  var upper: Int
  /// The folded bytes, in the list's buffer.
  var foldedLower: Int
  var foldedUpper: Int
  /// The folded scalar of a mark, else 0.
  var mark: UInt32 = 0
  var gap: Gap
  /// Whether it starts with a capital letter.
  var isCapitalised = false
  /// Whether it has at least one letter and all are capitals.
  var isUpper = false
  /// Whether it is one scalar of a script without spaces, or a Hangul syllable.
  var isDense = false
  /// Whether its script has upper and lower case.
  var isCased = false
  /// Whether it is letters with full stops between them, such as `a.m.` in times.
  var isDotted = false

  /// Whether it starts with a capital, and has other letters too, as words in names do.
  var isTitle: Bool { isCapitalised && !isUpper }

  func isMark(_ scalar: Unicode.Scalar) -> Bool { kind == .mark && mark == scalar.value }
  func isMark(in scalars: [Unicode.Scalar]) -> Bool {
    kind == .mark && scalars.contains { $0.value == mark }
  }
}

/// The tokens of a piece of text, and their folded bytes.
struct TokenList: Sendable {
  var tokens: [Token] = []
  var folded: [UInt8] = []

  func foldedBytes(_ token: Token) -> ArraySlice<UInt8> { folded[token.foldedLower..<token.foldedUpper] }
  func word(_ token: Token) -> String { String(decoding: foldedBytes(token), as: UTF8.self) }
  func word(_ index: Int) -> String { word(tokens[index]) }
  /// A word of a name in its original case.
  func name(_ index: Int) -> String {
    let word = word(index)
    return tokens[index].isUpper ? word.uppercased() : word.prefix(1).uppercased() + word.dropFirst()
  }
  /// Whether a full stop stands between a word and a capitalised word without a space: “Harbour Wire.All”.
  func isGluedStop(_ index: Int) -> Bool {
    guard index > 0, index + 1 < tokens.count, tokens[index].isMark(".") else { return false }
    let (previous, next) = (tokens[index - 1], tokens[index + 1])
    return previous.kind == .word && next.kind == .word && next.gap == .none && next.isCapitalised
  }

  /// Whether every token of a range is a mark or belongs to one of the tags.
  func isCovered(_ range: Range<Int>, by tags: [Tag]) -> Bool {
    range.allSatisfy { index in
      tokens[index].kind == .mark || tags.contains { $0.lower <= index && index < $0.upper }
    }
  }

  /// Whether a token is a single capital letter.
  func isInitial(_ index: Int) -> Bool {
    tokens[index].isUpper && foldedBytes(tokens[index]).dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
  }

  /// The token after the quotation or the brackets that a mark opens; nil if it opens none of a few words.
  func quotationEnd(from index: Int) -> Int? {
    let close: Unicode.Scalar
    // An apostrophe opens nothing.
    if tokens[index].isMark("'"), tokens[index].gap < .space { return nil }
    switch tokens[index].mark {
    case 0x22: close = "\""
    case 0x27: close = "'"
    case 0x28: close = ")"
    default: return nil
    }
    let end = (index + 1..<min(tokens.count, index + Self.longestQuotation)).first {
      tokens[$0].isMark(close) || tokens[$0].gap > .line
    }
    guard let end, tokens[end].isMark(close), end > index + 1 else { return nil }
    return end + 1
  }

  /// The most tokens of a quotation that is part of a phrase.
  private static let longestQuotation = 24

  /// Whether the token is a mark that joins, such as a comma.
  func isJoint(_ index: Int) -> Bool {
    guard tokens.indices.contains(index) else { return false }
    return tokens[index].isMark(in: [",", "/", "&"])
      || tokens[index].isMark("|") && index > 0 && tokens[index - 1].isDense
  }
}
