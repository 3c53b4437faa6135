/// Expands phrases with alternatives in a lexicon: `(keep|retain) the (links|hyperlinks)`.
///
/// Alternatives are whole words of one meaning in brackets, separated by `|`; one of them may be empty
/// (`(strictly|) no`). Brackets do not nest, and those without a `|` are ordinary characters: `(c)`.
enum PhraseForms {
  /// Whether a phrase may have alternatives.
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
  static func all(of phrase: UnsafeBufferPointer<UInt8>) -> [[UInt8]] {
    var forms = [[UInt8]()]
    forEachPart(of: phrase) { choices in
      var longer: [[UInt8]] = []
      longer.reserveCapacity(forms.count * choices.count)
      for form in forms {
        for choice in choices { longer.append(joined(form, UnsafeBufferPointer(rebasing: phrase[choice]))) }
      }
      forms = longer
    }
    return forms
  }

  /// The words of both, with a single space between any two.
  private static func joined(_ form: [UInt8], _ words: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let space = UInt8(ascii: " ")
    var result: [UInt8] = []
    result.reserveCapacity(form.count + words.count + 1)
    result += form
    var isParted = true
    for byte in words {
      if byte == space {
        isParted = true
        continue
      }
      if isParted, !result.isEmpty { result.append(space) }
      isParted = false
      result.append(byte)
    }
    return result
  }

  private static let stroke = UInt8(ascii: "|")
}
