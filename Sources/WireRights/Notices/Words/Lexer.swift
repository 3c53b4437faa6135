internal import WireText

/// Cuts text into words, numbers and marks, folded so that spelling conventions do not matter.
///
/// Case, accents, full-width forms, kinds of dashes, quotes and full stops are folded; invisible characters are
/// dropped; a hyphen or apostrophe inside a word separates it and is dropped, so that `non-commercial` is `non
/// commercial`. A scalar of a script without spaces, and a Hangul syllable, is a word of its own. Linear in the
/// text.
struct Lexer {
  private var list = TokenList()
  private var open: Token?
  private var gap = Token.Gap.paragraph
  private var position: Int

  /// The tokens of the text; offsets count from `offset`.
  static func tokens(of text: Substring, at offset: Int = 0) -> TokenList {
    text.utf8.withContiguousStorageIfAvailable { tokens(of: $0, at: offset) }
      ?? Array(text.utf8).withUnsafeBufferPointer { tokens(of: $0, at: offset) }
  }

  /// The tokens of valid UTF-8.
  static func tokens(of text: UnsafeBufferPointer<UInt8>, at offset: Int = 0) -> TokenList {
    var lexer = Lexer(position: offset)
    lexer.take(text)
    lexer.close()
    lexer.tidy()
    return lexer.list
  }

  /// The folded words and numbers of a name, without marks.
  static func words(of name: String) -> [String] {
    let list = tokens(of: name[...])
    return list.tokens.filter { $0.kind != .mark }.map { list.word($0) }
  }

  private init(position: Int) { self.position = position }

  /// Takes valid UTF-8; ASCII, which most text is, without decoding scalars.
  private mutating func take(_ text: UnsafeBufferPointer<UInt8>) {
    list.folded.reserveCapacity(text.count + text.count / 8)
    list.tokens.reserveCapacity(text.count / 4)
    var at = 0
    while at < text.count {
      let byte = text[at]
      if byte >= 0x80 {
        let (scalar, width) = Self.scalar(text, at)
        take(scalar, width)
        position += width
        at += width
      } else if Self.isLetter(byte) {
        var end = at + 1
        while end < text.count, Self.isLetter(text[end]) { end += 1 }
        letters(UnsafeBufferPointer(rebasing: text[at..<end]))
        position += end - at
        at = end
      } else {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): append(UInt32(byte), 1, .number)
        case UInt8(ascii: "\n"): space(.line)
        case 0x00...0x20, 0x7F: space(.space)
        default: mark(UInt32(byte), 1)
        }
        position += 1
        at += 1
      }
    }
  }

  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// Whether a scalar is a syllable of Hangul, which is a word of its own.
  static func isSyllable(_ scalar: UInt32) -> Bool { (0xAC00...0xD7A3).contains(scalar) }

  /// The scalar beyond ASCII that starts at a byte of valid UTF-8, and its width in bytes.
  static func scalar(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> (Unicode.Scalar, Int) {
    let lead = UInt32(text[at])
    let width = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard at + width <= text.count else { return ("\u{FFFD}", text.count - at) }
    var value = lead & (0x7F >> UInt32(width))
    for offset in 1..<width { value = value << 6 | UInt32(text[at + offset]) & 0x3F }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
  }

  /// Takes a run of ASCII letters at once.
  private mutating func letters(_ run: UnsafeBufferPointer<UInt8>) {
    if let current = open, current.kind != .word { close() }
    var token = open ?? newToken(.word, capital: run[0] < 0x61)
    let start = list.folded.count
    list.folded += run
    let hasSmall = list.folded.withUnsafeMutableBufferPointer { folded in
      var both: UInt8 = 0
      for index in start..<folded.count {
        both |= folded[index]
        folded[index] |= 0x20
      }
      return both & 0x20 != 0
    }
    token.isCased = true
    if hasSmall { token.isUpper = false }
    token.upper = position + run.count
    token.foldedUpper = list.folded.count
    open = token
  }

  /// A token that starts here.
  private mutating func newToken(_ kind: Token.Kind, capital: Bool) -> Token {
    defer { gap = .none }
    return Token(
      kind: kind, lower: position, upper: position, foldedLower: list.folded.count,
      foldedUpper: list.folded.count, gap: gap, isCapitalised: capital, isUpper: kind == .word)
  }

  private mutating func take(_ scalar: Unicode.Scalar, _ width: Int) {
    let value = Letters.folded(scalar.value)
    if let folded = Marks.folded(value) { return mark(folded, width) }
    if value == 0x2028 || value == 0x2029 { return space(.line) }
    let folding = Folding(value)
    switch folding.role {
    case .ignored: if open != nil { open?.upper = position + width }
    case .apostrophe: mark(0x27, width)
    case .separator: scalar.properties.isWhitespace ? space(.space) : mark(value, width)
    case .digit: append(folding.first, width, .number)
    case .spaceless: dense(value, width)
    case .letter:
      if Self.isSyllable(value) { return dense(value, width) }
      append(folding.first, width, .word, capital: folding.isCapital)
      for more in [folding.second, folding.third] where more != 0 { push(more) }
      open?.foldedUpper = list.folded.count
    }
  }

  private mutating func append(_ value: UInt32, _ width: Int, _ kind: Token.Kind, capital: Bool = false) {
    if let current = open, current.kind != kind { close() }
    if open == nil { open = newToken(kind, capital: capital) }
    push(value)
    if kind == .word, Self.isCased(value) { open?.isCased = true }
    open?.upper = position + width
    open?.foldedUpper = list.folded.count
    if !capital { open?.isUpper = false }
  }

  /// Latin, Greek, Cyrillic, Armenian.
  private static func isCased(_ folded: UInt32) -> Bool {
    switch folded {
    case 0x61...0x7A, 0xC0...0x58F, 0x1E00...0x1FFF: true
    default: false
    }
  }

  private mutating func push(_ value: UInt32) {
    guard let scalar = Unicode.Scalar(value) else { return }
    list.folded.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  private mutating func dense(_ value: UInt32, _ width: Int) {
    close()
    append(value, width, .word)
    open?.isDense = true
    close()
  }

  private mutating func space(_ kind: Token.Gap) {
    close()
    gap = kind == .line && gap >= .line ? .paragraph : max(gap, kind)
  }

  private mutating func mark(_ value: UInt32, _ width: Int) {
    close()
    let start = list.folded.count
    push(value)
    list.tokens.append(
      Token(
        kind: .mark, lower: position, upper: position + width, foldedLower: start,
        foldedUpper: list.folded.count, mark: value, gap: gap))
    gap = .none
  }

  private mutating func close() {
    if let token = open {
      list.tokens.append(token)
      open = nil
    }
  }

  /// Joins the parts of words with hyphens, of numbers with marks, and of dotted letters.
  private mutating func tidy() {
    var result: [Token] = []
    result.reserveCapacity(list.tokens.count)
    var index = 0
    while index < list.tokens.count {
      var token = list.tokens[index]
      if token.kind == .mark, token.gap == .none, let last = result.last, index + 1 < list.tokens.count {
        let next = list.tokens[index + 1]
        let isBetween = next.gap == .none && next.kind == last.kind && !next.isDense
        if isBetween, last.kind == .word, token.isMark(in: ["-", "'"]) {
          list.tokens[index + 1].gap = .hyphen
          index += 1
          continue
        }
        if isBetween, last.kind == .number, token.isMark(in: [".", ","]), last.isJoinable(to: next) {
          token = join(last, next, marked: true)
          result[result.count - 1] = token
          index += 2
          continue
        }
        if isBetween, last.isLetter(in: list), next.isLetter(in: list), token.isMark("."),
          last.isJoinable(to: next)
        {
          var joined = join(last, next, marked: false)
          index += 2
          if index < list.tokens.count, list.tokens[index].isMark("."), list.tokens[index].gap == .none,
            !isLetter(at: index + 1)
          {
            joined.upper = list.tokens[index].upper
            index += 1
          }
          result[result.count - 1] = joined
          continue
        }
      }
      result.append(token)
      index += 1
    }
    list.tokens = result
  }

  /// Whether another letter follows immediately, as in the middle of `S.r.l.`, so that the full stop does not end a
  /// sentence.
  private func isLetter(at index: Int) -> Bool {
    guard index < list.tokens.count, list.tokens[index].gap == .none else { return false }
    return list.tokens[index].isLetter(in: list)
  }

  private mutating func join(_ first: Token, _ second: Token, marked: Bool) -> Token {
    var token = first
    token.upper = second.upper
    token.isUpper = first.isUpper && second.isUpper
    token.isDotted = !marked
    let bytes =
      Array(list.foldedBytes(first)) + (marked ? [UInt8(ascii: ".")] : []) + list.foldedBytes(second)
    token.foldedLower = list.folded.count
    list.folded.append(contentsOf: bytes)
    token.foldedUpper = list.folded.count
    return token
  }
}

extension Token {
  /// Whether the combination is still a number or an abbreviation, so that joining costs only a few bytes.
  fileprivate func isJoinable(to next: Token) -> Bool {
    foldedUpper - foldedLower + next.foldedUpper - next.foldedLower <= 32
  }

  /// Whether it is a single letter, or letters joined by full stops so far.
  fileprivate func isLetter(in list: TokenList) -> Bool {
    kind == .word && !isDense && (isDotted || list.foldedBytes(self).count <= 2 && upper - lower <= 3)
  }
}

/// Folds marks of other scripts and typographic variants.
enum Marks {
  /// The ASCII mark, or the copyright sign, to which the scalar is folded; nil if there is none.
  static func folded(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x3002, 0xFF61, 0x06D4, 0x0964, 0x0965: return 0x2E  // full stops
    case 0x066B: return 0x2E  // the decimal separator of Arabic and Persian
    case 0x3001, 0x060C, 0xFF64: return 0x2C  // commas
    case 0x061B, 0x037E: return 0x3B
    case 0x061F: return 0x3F
    case 0x2010...0x2015, 0x2212, 0x2E3A, 0x2E3B, 0xFE58, 0xFE63, 0x05BE: return 0x2D
    case 0x2018, 0x2019, 0x201A, 0x201B, 0x2032, 0x02BC: return 0x27
    case 0x201C...0x201F, 0x00AB, 0x00BB, 0x300A...0x300F, 0x2039, 0x203A, 0x05F4: return 0x22
    case 0x3010, 0x3014, 0x3016, 0xFF3B: return 0x5B
    case 0x3011, 0x3015, 0x3017, 0xFF3D: return 0x5D
    case 0x00B7, 0x2022, 0x30FB, 0x318D, 0x00A6, 0x25CF, 0x25AA: return 0x7C
    case 0x24D2, 0x24B8, 0x00A9: return 0xA9
    case 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF5E: return scalar - 0xFEE0
    default: return nil
    }
  }
}
