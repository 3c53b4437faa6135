/// Expands phrases with alternatives in a lexicon: `(keep|retain) the (links|hyperlinks)`.
///
/// Alternatives are whole words of one meaning in brackets, separated by `|`; one of them may be empty
/// (`(strictly|) no`). Brackets do not nest, and those without a `|` are ordinary characters: `(c)`.
enum PhraseForms {
  /// Whether a phrase may have alternatives.
  static func hasChoice(_ phrase: String) -> Bool { phrase.utf8.contains(stroke) }

  /// The alternatives, part by part; a part without alternatives has one entry.
  static func parts(of phrase: String) -> [[String]] {
    guard hasChoice(phrase) else { return [[phrase]] }
    var parts: [[String]] = []
    var rest = phrase[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "(")),
      let close = rest[open...].utf8.firstIndex(of: UInt8(ascii: ")"))
    {
      let inner = rest[rest.utf8.index(after: open)..<close]
      let isChoice = inner.utf8.contains(stroke)
      let end = isChoice ? open : rest.utf8.index(after: close)
      add(rest[..<end], to: &parts)
      if isChoice {
        parts.append(inner.split(separator: "|", omittingEmptySubsequences: false).map(String.init))
      }
      rest = rest[rest.utf8.index(after: close)...]
    }
    add(rest, to: &parts)
    return parts
  }

  /// All phrases with their alternatives combined, in the order in which these are written.
  static func all(of phrase: String) -> [String] {
    guard hasChoice(phrase) else { return [phrase] }
    let forms = parts(of: phrase).reduce([[]]) { forms, choices in
      forms.flatMap { form in choices.map { form + [$0] } }
    }
    return forms.map { $0.filter { !$0.isEmpty }.joined(separator: " ") }
  }

  private static func add(_ words: Substring, to parts: inout [[String]]) {
    let bare = words.split(separator: " ").joined(separator: " ")
    if !bare.isEmpty { parts.append([bare]) }
  }

  private static let stroke = UInt8(ascii: "|")
}
