import Testing
import WireMatching
import WireText

/// What stands beside a copied sentence and has a few words in common with what follows it in the source.
struct TailTrimmerTests {
  private static let copied = """
    Engineers traced the fault to a sheared drive pin that inspectors had flagged in a report filed last autumn.
    """

  private func passages(_ draft: String, _ settings: MatchSettings = .standard) throws -> [Passage] {
    let index = try WireIndex(items: Stories.items(), vocabulary: Stories.vocabulary)
    return try Matcher(index: index, vocabulary: Stories.vocabulary, settings: settings)
      .matches(of: Array(draft.utf8)).flatMap(\.passages)
  }

  private func string(_ text: String, _ range: TextRange) -> String {
    String(decoding: Array(text.utf8)[range.indices], as: UTF8.self)
  }

  @Test(
    "a copied sentence ends where the draft goes on by itself",
    arguments: [
      "In Tane Vale the old replacement for the ferry has no name, since nobody there could agree on one.",
      "Gardeners along the river Vale asked for a replacement, which nobody there can pay.",
    ])
  func ownWords(_ own: String) throws {
    for draft in ["\(Self.copied) \(own)", "Nobody came. \(Self.copied)\n\n\(own)"] {
      let found = try passages(draft)
      #expect(found.map { string(draft, $0.draft) } == [String(Self.copied.dropLast())])
      #expect(found.map(\.kind) == [.verbatim])
      #expect(found.map { string(Stories.bridge, $0.source) } == [String(Self.copied.dropLast())])
      // Two words in common with what follows in the source are enough for a chain.
      var settings = MatchSettings.standard
      settings.tailIdentity = 0
      #expect(try passages(draft, settings).allSatisfy { $0.kind == .edited })
    }
  }

  @Test("what follows a copied sentence and is only edited belongs to the passage")
  func edited() throws {
    let next =
      "Harbour master Ingrid Vale told us replacement parts were being made overnight in Calder Mills."
    let draft = "Nobody came. \(Self.copied) \(next)"
    let found = try passages(draft)
    #expect(found.map { string(draft, $0.draft) } == ["\(Self.copied) \(next.dropLast())"])
    #expect(found.map(\.kind) == [.edited])
  }
}
