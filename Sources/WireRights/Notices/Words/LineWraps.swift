internal import WireText

/// Takes line breaks that only keep a text within a width for the spaces that they replace.
///
/// The width of the page shows them: the first word of the next line would not have fitted into the line before it.
/// Items of lists, and lines of their own that happen to be as long, keep their breaks.
struct LineWraps {
  private let tokens: [Token]
  private let bytes: [UInt8]
  private let offset: Int
  /// The widths that texts are wrapped to, in characters; shorter lines stand alone, longer ones are paragraphs.
  private static let widths = 24...120
  /// The most capitalised words at the start of a line that may be the rest of a name.
  private static let longestRest = 4

  /// Replaces such breaks by spaces.
  ///
  /// - Complexity: linear in the text.
  static func unwrap(_ list: inout TokenList, of text: Substring, at offset: Int) {
    guard list.tokens.contains(where: { $0.gap == .line }) else { return }
    let wraps = LineWraps(tokens: list.tokens, bytes: Array(text.utf8), offset: offset)
    for index in wraps.breaks() { list.tokens[index].gap = .space }
  }

  /// Words of a text on one line, with single spaces.
  static func joined(_ words: String) -> String {
    guard words.contains("\n") || words.contains("  ") else { return words }
    return oneLine(words)
  }

  private init(tokens: [Token], bytes: [UInt8], offset: Int) {
    self.tokens = tokens
    self.bytes = bytes
    self.offset = offset
  }

  /// The first tokens of the lines that continue the one before them.
  private func breaks() -> [Int] {
    var result: [Int] = []
    var lower = 0
    while lower < tokens.count {
      let upper = tokens[(lower + 1)...].firstIndex { $0.gap == .paragraph } ?? tokens.count
      result += breaks(in: lines(of: lower..<upper))
      lower = upper
    }
    return result
  }

  private func lines(of paragraph: Range<Int>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var lower = paragraph.lowerBound
    for index in paragraph.dropFirst() where tokens[index].gap == .line {
      lines.append(lower..<index)
      lower = index
    }
    return lines + [lower..<paragraph.upperBound]
  }

  private func breaks(in lines: [Range<Int>]) -> [Int] {
    guard lines.count > 1 else { return [] }
    let lengths = lines.map(length)
    // A long address may reach beyond the width.
    let width = zip(lines, lengths).map { words(in: $0) > 1 ? $1 : 0 }.max() ?? 0
    guard Self.widths.contains(width) else { return [] }
    let full = zip(lengths, lines.dropFirst()).map { $0 + 1 + firstWord(of: $1) > width }
    let items = lines.filter { isDashed($0) }.count > 1
    let next = zip(lines, zip(full, lines.dropFirst())).filter { before, entry in
      !isNumbered(entry.1) && !(isDashed(entry.1) && (items || tokens[before.upperBound - 1].isMark(":")))
    }
    let isProse =
      next.count { $1.0 } > 1 && next.contains { $1.0 && isSmall(tokens[$1.1.lowerBound]) }
    let isWhole = full.allSatisfy(\.self)
    return next.compactMap { before, entry in
      let (isFull, line) = entry
      let isWrap =
        isProse ? isFull || isSmall(tokens[line.lowerBound]) : isWhole && continues(line, after: before)
      return isWrap ? line.lowerBound : nil
    }
  }

  private func words(in line: Range<Int>) -> Int { 1 + line.dropFirst().count { tokens[$0].gap >= .space } }

  /// The number of characters of a line.
  private func length(_ line: Range<Int>) -> Int {
    characters(from: tokens[line.lowerBound].lower, to: tokens[line.upperBound - 1].upper)
  }

  /// The number of characters up to the first space of a line.
  private func firstWord(of line: Range<Int>) -> Int {
    let end = line.dropFirst().first { tokens[$0].gap >= .space } ?? line.upperBound
    return characters(from: tokens[line.lowerBound].lower, to: tokens[end - 1].upper)
  }

  private func characters(from lower: Int, to upper: Int) -> Int {
    bytes[max(0, lower - offset)..<min(bytes.count, upper - offset)].count { $0 & 0xC0 != 0x80 }
  }

  /// Whether it is a word that starts no sentence: without a capital, or of a script without capitals.
  private func isSmall(_ token: Token) -> Bool { token.kind == .word && !token.isCapitalised }

  /// Whether a line may be an item of a list with marks: “- No sales”.
  private func isDashed(_ line: Range<Int>) -> Bool {
    line.count > 1 && tokens[line.lowerBound].isMark(in: ["-", "*", "|", ">", "#"])
      && tokens[line.lowerBound + 1].gap >= .space
  }

  /// Whether a line is an item of a list with numbers or letters: “(b) UK OUT”.
  private func isNumbered(_ line: Range<Int>) -> Bool {
    let isOpen = tokens[line.lowerBound].isMark(in: ["(", "["])
    let sign = isOpen ? line.lowerBound + 1 : line.lowerBound
    guard sign + 2 < line.upperBound, tokens[sign].upper - tokens[sign].lower <= 2,
      tokens[sign].kind == .number || isOpen && tokens[sign].kind == .word
    else { return false }
    return tokens[sign + 1].isMark(in: isOpen ? [")", "]"] : [".", ")"]) && tokens[sign + 2].gap >= .space
  }

  /// Whether a line goes on with the only one before it, or with one that also has no small letter at its start.
  ///
  /// A capitalised word may go on with a name if text follows it; alone in its line below a copyright sign it is
  /// rather the next entry of a footer.
  private func continues(_ line: Range<Int>, after before: Range<Int>) -> Bool {
    let first = tokens[line.lowerBound]
    guard first.kind == .word else { return first.kind == .number || first.isMark(in: ["\"", "'"]) }
    if first.isDense, !isHangul(first) { return false }
    if first.isCased, !first.isCapitalised { return true }
    if isLabelled(line) { return false }
    // “Corriere del / Porto”
    let last = tokens[before.upperBound - 1]
    if last.isCased, !last.isCapitalised, last.isShort { return true }
    let rest = line.prefix(Self.longestRest + 1).prefix {
      tokens[$0].kind == .word && tokens[$0].isCapitalised == first.isCased
    }
    let isLoud = (before.lowerBound..<line.upperBound).allSatisfy {
      tokens[$0].kind != .word || tokens[$0].isUpper
    }
    guard rest.endIndex < line.upperBound else {
      if tokens[line.upperBound - 1].isDotted { return true }
      return isLoud ? rest.count == 1 : !before.contains { tokens[$0].isMark("\u{A9}") }
    }
    if rest.count > Self.longestRest { return !isLoud }
    return !tokens[rest.endIndex].isMark("\u{A9}")
  }

  /// Whether a few words and a colon start a line: “Mandatory credit: …”, but not “Oy:lle”.
  private func isLabelled(_ line: Range<Int>) -> Bool {
    line.prefix(Self.longestRest + 1).contains { index in
      tokens[index].isMark(":") && (index + 1 == line.upperBound || tokens[index + 1].gap >= .space)
    }
  }

  private func isHangul(_ token: Token) -> Bool {
    token.isDense && (0xEA...0xED).contains(bytes[token.lower - offset])
  }
}
