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

  /// The alternatives, part by part, as ranges of bytes; a part without alternatives has one entry.
  static func parts(of phrase: UnsafeBufferPointer<UInt8>) -> [[Range<Int>]] {
    var parts: [[Range<Int>]] = []
    var lower = 0
    var at = 0
    while let open = phrase[at...].firstIndex(of: UInt8(ascii: "(")),
      let close = phrase[open...].firstIndex(of: UInt8(ascii: ")"))
    {
      at = close + 1
      guard phrase[open..<close].contains(stroke) else { continue }
      if lower < open { parts.append([lower..<open]) }
      parts.append(choices(in: phrase, open + 1..<close))
      lower = at
    }
    if lower < phrase.count { parts.append([lower..<phrase.count]) }
    return parts
  }

  private static func choices(in phrase: UnsafeBufferPointer<UInt8>, _ inner: Range<Int>) -> [Range<Int>] {
    var choices: [Range<Int>] = []
    var lower = inner.lowerBound
    for at in inner where phrase[at] == stroke {
      choices.append(lower..<at)
      lower = at + 1
    }
    return choices + [lower..<inner.upperBound]
  }

  /// All phrases with their alternatives combined, in the order in which these are written.
  static func all(of phrase: String) -> [String] {
    var phrase = phrase
    return phrase.withUTF8 { utf8 in
      let space = UInt8(ascii: " ")
      let forms = parts(of: utf8).reduce([[UInt8]()]) { forms, choices in
        forms.flatMap { form in choices.map { form + [space] + utf8[$0] } }
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
