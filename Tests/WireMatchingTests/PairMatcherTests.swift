import TestSupport
import Testing
import WireMatching
import WireText

struct PairMatcherTests {
  private let matcher = PairMatcher(vocabulary: Stories.vocabulary)

  private func passages(_ draft: String, _ source: String, masking: [TextRange] = []) -> [Passage] {
    matcher.passages(
      of: matcher.text(Array(draft.utf8), masking: masking), in: matcher.text(Array(source.utf8)))
  }

  private func string(_ text: String, _ range: TextRange) -> String {
    String(decoding: Array(text.utf8)[range.indices], as: UTF8.self)
  }

  @Test("a copied story is one passage from its first to its last word")
  func whole() throws {
    let draft = "\(Stories.own)\n\n\(Stories.bridge)\n\n\(Stories.own)"
    let found = passages(draft, Stories.bridge)
    #expect(found.map(\.kind) == [.verbatim])
    #expect(string(draft, try #require(found.first).draft) == String(Stories.bridge.dropLast()))
    #expect(found.first?.longestRun == found.first?.words)
  }

  @Test("a single copied sentence is a passage")
  func sentence() throws {
    let copied = Stories.bridge.split(separator: ".")[2].dropFirst() + "."
    let draft = "\(Stories.own) \(copied) \(Stories.own)"
    let found = passages(draft, Stories.bridge)
    #expect(found.map(\.kind) == [.verbatim])
    #expect(string(draft, try #require(found.first).draft) == String(copied.dropLast()))
  }

  @Test("sentences in another order and with other words between them are one rewritten passage")
  func shuffled() throws {
    let draft = """
      \(Stories.own)

      Engineers found that a drive pin had sheared; inspectors had already flagged the pin in a report filed last autumn. \
      Eleven barges were trapped in the inner basin when the swing bridge at Northport jammed half open on Tuesday, and \
      commuters took a forty minute detour through the cannery district. Replacement parts, harbour master Ingrid Vale \
      said, were machined in Calder Mills overnight.
      """
    let found = passages(draft, Stories.bridge)
    #expect(found.map(\.kind) == [.rewritten])
    #expect(string(draft, try #require(found.first).draft).hasPrefix("Engineers found"))
  }

  @Test("copied paragraphs that change places, and a copy with sentences left out, are edited copy")
  func movedAndCut() throws {
    let paragraphs = [Stories.bridge, Stories.orchard, Stories.observatory]
    let source = paragraphs.joined(separator: "\n\n")
    let moved = passages(paragraphs.reversed().joined(separator: "\n\n"), source)
    #expect(moved.allSatisfy { $0.kind == .edited || $0.kind == .verbatim })
    #expect(moved.reduce(0) { $0 + $1.identicalWords } == moved.reduce(0) { $0 + $1.words })
    let sentences = source.split(whereSeparator: { ".\n".contains($0) }).map(String.init)
    let cut = stride(from: 0, to: sentences.count, by: 3).map { "\(sentences[$0])." }.joined(separator: " ")
    let left = passages(cut, source)
    #expect(!left.isEmpty && left.allSatisfy { $0.kind == .edited || $0.kind == .verbatim })
  }

  @Test("a story told in few words is a summary of all of it")
  func summary() throws {
    let stories = [Stories.bridge, Stories.orchard, Stories.observatory, Stories.own]
    let source = stories.joined(separator: "\n\n")
    let draft = """
      The Northport swing bridge jammed half open, trapping eleven barges in the basin. Late frost wiped out the plum \
      blossom across the Tamsin valley, growers reported. Astronomers at Dunmore mapped a faint ring of dust around the \
      dwarf planet Keto.
      """
    let found = passages(draft, source)
    #expect(found.map(\.kind) == [Passage.Kind.summarised])
    let told = string(source, try #require(found.first).source)
    #expect(told.contains("swing bridge") && told.contains("plum blossom") && told.contains("dwarf planet"))
  }

  @Test(
    "texts that share nothing have no passage",
    arguments: [
      (Stories.own, Stories.bridge), (Stories.orchard, Stories.observatory), ("", Stories.bridge),
      (Stories.own, ""), ("word", "word"), ("…", "—"),
    ])
  func nothing(draft: String, source: String) { #expect(passages(draft, source).isEmpty) }

  @Test("masked words are compared with nothing")
  func masked() {
    let all = [TextRange(0, Stories.bridge.utf8.count)]
    #expect(passages(Stories.bridge, Stories.bridge, masking: all).isEmpty)
  }

  @Test(
    "endless repetition costs no more than prose", .timeLimit(.minutes(60)),
    arguments: [
      LongText(.times(30_000, "bridge ")), LongText(.times(600, Stories.orchard + " ")),
      LongText(.times(3_000) { "Gate \($0 % 40) saw \($0 % 41) barges and \($0 % 43) boats pass. " }),
    ])
  func repetition(long: LongText) throws {
    let text = long.text
    for source in [text, Stories.orchard] {
      for passage in passages(text, source) { #expect(passage.draft.upper <= text.utf8.count) }
      let items = Stories.items() + [IndexItem(id: "long", text: Array(source.utf8))]
      let index = try WireIndex(items: items, vocabulary: Stories.vocabulary)
      _ = try Matcher(index: index, vocabulary: Stories.vocabulary).matches(of: Array(text.utf8))
    }
  }
}
