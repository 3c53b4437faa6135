import Testing
import WireMatching
import WireText

/// What stands beside a copied sentence and has a few words in common with what follows it in the source.
struct TailTrimmerTests {
  private static let copied = """
    Engineers traced the fault to a sheared drive pin that inspectors had flagged in a report filed last autumn.
    """

  private func passages(
    _ draft: String, _ settings: MatchSettings = .standard, in items: [IndexItem] = Stories.items()
  ) throws -> [Passage] {
    let index = try WireIndex(items: items, vocabulary: Stories.vocabulary)
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

  /// The first sentence of a source whose second one the drafts leave out.
  private static let first = String(Stories.orchard.prefix { $0 != "." })

  @Test(
    "a sentence of the draft's own between two copied ones does not hide the second",
    arguments: [
      "Shopkeepers are angry.", "Local shopkeepers feared that they would lose many of their customers.",
    ])
  func ownBetween(_ own: String) throws {
    let first =
      "The river authority said on Tuesday that the old stone bridge at Kell will close for nine months"
    let source = """
      \(first). Engineers had warned in a confidential memorandum last autumn that two of its seven piers were \
      sinking noticeably into soft gravel. Ferries will carry pedestrians across free of charge every morning.
      """
    let items = [IndexItem(id: "bridge", payload: [], text: Array(source.utf8))]
    let copied = "\(first). \(own) Ferries will carry pedestrians across free of charge."
    #expect(try passages(copied, in: items).map { string(copied, $0.draft) } == [String(copied.dropLast())])
    let alike = "\(first). \(own) Our free ferries carry nobody across in the morning."
    #expect(try passages(alike, in: items).map { string(alike, $0.draft) } == [first])
  }

  @Test("an edited sentence belongs to the passage even if the draft left out one before it")
  func leftOut() throws {
    let edited = "\(Self.first). Agronomist Okoro says weak trees may carry canker into pear orchards."
    #expect(try passages(edited).map { string(edited, $0.draft) } == [String(edited.dropLast())])
    let own = "\(Self.first). We saw weak trees and were told that pears may get canker in old orchards."
    #expect(try passages(own).map { string(own, $0.draft) } == [Self.first])
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
