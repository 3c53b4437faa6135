/// Expands phrases with alternatives in a lexicon: `(keep|retain) the (links|hyperlinks)`.
///
/// Alternatives are whole words of one meaning in brackets, separated by `|`; one of them may be empty
/// (`(strictly|) no`). Brackets do not nest, and those without a `|` are ordinary characters: `(c)`.
enum PhraseForms {
  /// Whether a phrase may have alternatives.
  static func hasChoice(_ phrase: String) -> Bool {
    var phrase = phrase
    return phrase.withUTF8(hasChoice)
  }

  /// The same for its bytes; a loop over the bytes of a `String` takes several times as long.
  static func hasChoice(_ phrase: UnsafeBufferPointer<UInt8>) -> Bool { phrase.contains(stroke) }

  /// Passes on the alternatives, part by part, as ranges of bytes; a part without alternatives has one.
  static func forEachPart(
    of phrase: UnsafeBufferPointer<UInt8>, _ body: (_ choices: [Range<Int>]) -> Void
  ) {
    // Of the brackets that are open: the alternatives so far.
    var choices: [Range<Int>] = []
    var open: Int?
    var (start, lower) = (0, 0)
    for at in phrase.indices {
      switch phrase[at] {
      case UInt8(ascii: "(") where open == nil:
        open = at
        start = at + 1
      case stroke where open != nil:
        choices.append(start..<at)
        start = at + 1
      case UInt8(ascii: ")"):
        guard let bracket = open else { continue }
        open = nil
        if choices.isEmpty { continue }
        choices.append(start..<at)
        if lower < bracket { body([lower..<bracket]) }
        body(choices)
        choices.removeAll(keepingCapacity: true)
        lower = at + 1
      default: continue
      }
    }
    if lower < phrase.count { body([lower..<phrase.count]) }
  }

  /// All phrases with their alternatives combined, in the order in which these are written.
  static func all(of phrase: String) -> [String] {
    var phrase = phrase
    return phrase.withUTF8 { utf8 in
      var forms = [[UInt8]()]
      forEachPart(of: utf8) { choices in
        forms = forms.flatMap { form in choices.map { form + [UInt8(ascii: " ")] + utf8[$0] } }
      }
      return forms.map { String(decoding: tidied($0), as: UTF8.self) }
    }
  }

  /// Words with a single space between them.
  private static func tidied(_ words: [UInt8]) -> [UInt8] {
    let space = UInt8(ascii: " ")
    var result: [UInt8] = []
    result.reserveCapacity(words.count)
    for byte in words where byte != space || result.last ?? space != space { result.append(byte) }
    if result.last == space { result.removeLast() }
    return result
  }

  private static let stroke = UInt8(ascii: "|")
}
