import TestSupport
import Testing

@testable import WireRights

/// The search in one pass finds what a comparison of every phrase with every place finds.
@Suite struct PhraseSearchTests {
  private static let words = ["the", "a", "use", "used", "of", "photos", "is", "not"]
  private static let pieces =
    words + [
      "us*", "*ot", "^the", "(the|a)", "(use|us*)", "(is|is not)", "(the|)", "(not|) used", "(of the|of)",
    ]

  @Test(arguments: 0..<60)
  func findsWhatComparingFinds(_ seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let phrases = (0..<30).map { _ in
      (0..<Int.random(in: 1...3, using: &random)).map { _ in Self.pieces.randomElement(using: &random) ?? "" }
        .joined(separator: " ")
    }
    var table = PhraseTable()
    for (number, phrase) in phrases.enumerated() { table.add(phrase[...], [.duty(.credit)], number: number) }
    for _ in 0..<20 {
      let text = (0..<12).map { _ in
        let word = Self.words.randomElement(using: &random) ?? ""
        return Bool.random(using: &random) ? word : word.uppercased()
      }
      let list = Lexer.tokens(of: text.joined(separator: " ")[...])
      let matches = table.matches(in: list)
      let found = matches.map { [$0.lower, $0.upper, Int(table.entries[$0.entry].number ?? 0)] }
      #expect(Set(found) == Self.compared(phrases, text))
      #expect(found.map(\.[0]) == found.map(\.[0]).sorted())
      #expect(matches.count == Set(matches.map { [$0.lower, $0.upper, $0.entry] }).count)
    }
  }

  /// The first word, the one after the last, and the number of each phrase in a text.
  private static func compared(_ phrases: [String], _ text: [String]) -> Set<[Int]> {
    var found: Set<[Int]> = []
    for (number, phrase) in phrases.enumerated() {
      for form in PhraseForms.all(of: phrase) {
        let pieces = form.split(separator: " ").map(String.init)
        for lower in text.indices where !pieces.isEmpty && lower + pieces.count <= text.count {
          guard zip(text[lower...], pieces).allSatisfy(isPiece) else { continue }
          found.insert([lower, lower + pieces.count, number])
        }
      }
    }
    return found
  }

  private static func isPiece(_ word: String, _ piece: String) -> Bool {
    if piece.hasPrefix("^") { return word == piece.dropFirst().uppercased() }
    if piece.hasPrefix("*") { return word.lowercased().hasSuffix(piece.dropFirst()) }
    if piece.hasSuffix("*") { return word.lowercased().hasPrefix(piece.dropLast()) }
    return word.lowercased() == piece
  }
}
