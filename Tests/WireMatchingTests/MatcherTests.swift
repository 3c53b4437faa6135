import TestSupport
import Testing
import WireMatching
import WireText

struct MatcherTests {
  private let index: WireIndex
  private let matcher: Matcher

  init() throws {
    index = try WireIndex(items: Stories.items(), vocabulary: Stories.vocabulary)
    matcher = try Matcher(index: index, vocabulary: Stories.vocabulary)
  }

  private func string(_ text: String, _ range: TextRange) -> String {
    String(decoding: Array(text.utf8)[range.indices], as: UTF8.self)
  }

  @Test("copied sentences are found where they stand, on both sides")
  func verbatim() throws {
    let copied = Stories.bridge.prefix { $0 != "." } + "."
    let draft = "Our own reporters were there. \(copied) More on this tonight, say the editors."
    let match = try #require(try matcher.matches(of: Array(draft.utf8)).first)
    #expect(match.source == "bridge" && match.version == 1 && match.passages.count == 1)
    let passage = try #require(match.passages.first)
    #expect(string(draft, passage.draft) == String(copied.dropLast()))
    #expect(string(Stories.bridge, passage.source) == String(copied.dropLast()))
    #expect(passage.kind == .verbatim && passage.identicalWords == passage.words)
    #expect(passage.longestRun == passage.words)
  }

  @Test("a few changed words make an edited passage")
  func edited() throws {
    let draft = """
      The swing bridge at Northport stuck half open late on Tuesday evening, trapping eleven barges in the basin and \
      sending drivers on a forty minute detour through the old cannery district. Engineers traced the problem to a \
      sheared drive pin that inspectors had noted in a report filed last autumn.
      """
    let match = try #require(try matcher.matches(of: Array(draft.utf8)).first)
    #expect(match.source == "bridge")
    #expect(match.passages.map(\.kind) == [.edited])
    let passage = try #require(match.passages.first)
    #expect(passage.identicalWords < passage.words && passage.longestRun >= 8)
  }

  @Test("reporting of one's own on the same event is nobody's")
  func innocent() throws {
    let draft = """
      Boats queued outside Northport this week because a broken part kept the crossing from moving. Ms Vale, who runs the \
      harbour, told this newspaper that workers would replace it soon. Shops in the quarter complained of the traffic.
      """
    #expect(try matcher.matches(of: Array(draft.utf8)).isEmpty)
    for story in [Stories.orchard, Stories.observatory] {
      let others = try WireIndex(
        items: Stories.items().filter { $0.text != Array(story.utf8) }, vocabulary: Stories.vocabulary)
      let matcher = try Matcher(index: others, vocabulary: Stories.vocabulary)
      #expect(try matcher.matches(of: Array(story.utf8)).isEmpty)
    }
  }

  /// No chain reaches such a bar, so that what is found is found without regard to order.
  private static func withoutOrder(bar: Double = 10_000) -> MatchSettings {
    var settings = MatchSettings.standard
    settings.quickShare *= settings.bar / bar
    settings.bar = bar
    return settings
  }

  @Test("what is retold in another order is found by its rare words, whole sentences of it")
  func retold() throws {
    let draft = """
      Inspectors had flagged a drive pin in a report, and the engineers, who traced the fault, say it sheared: filed last \
      autumn. Commuters take a forty minute detour, eleven barges are trapped in the inner basin, and through the cannery \
      district people were sent since the swing bridge, half open, jammed at Northport on Tuesday evening. Overnight in \
      Calder Mills, said harbour master Ingrid Vale, machined were the replacement parts. Until Friday heavier cargo may \
      wait; the morning tide she expects, and the span to close before.
      """
    var settings = Self.withoutOrder()
    settings.factSources = 0
    let matcher = try Matcher(index: index, vocabulary: Stories.vocabulary, settings: settings)
    let match = try #require(try matcher.matches(of: Array(draft.utf8)).first)
    #expect(match.source == "bridge" && match.kind == .rewritten && match.passages.count == 1)
    let passage = try #require(match.passages.first)
    #expect(passage.draft.count > draft.utf8.count / 2 && passage.identicalWords * 2 < passage.words)
    settings.retoldSources = 0
    let inOrder = try Matcher(index: index, vocabulary: Stories.vocabulary, settings: settings)
    #expect(try inOrder.matches(of: Array(draft.utf8)).isEmpty)
  }

  static let clinic = """
    The health board in Marlow Sound will shut the Tarn Street clinic on 14 March, its chairman Aubrey Finch told a meeting \
    on Tuesday. Some 2,350 patients are to be moved to the Kelso Road surgery, which has taken on Dr Imani Sorrel and three \
    nurses. Finch blamed a deficit of 1.8 million crowns that auditors from Pellworth found last year. Councillor Rosa \
    Lindqvist called the decision a betrayal and asked the ministry in Ostrava Bay to step in.
    """

  static let anew = """
    Doctors will see nobody in Tarn Street once 14 March has come. That is when the 2,350 people on the books there must \
    turn to Kelso Road instead, where Imani Sorrel and a handful of colleagues are joining. A hole in the accounts, put by \
    Pellworth at 1.8 million, left no choice, says Aubrey Finch, who heads the Marlow Sound authority. Rosa Lindqvist \
    begs to differ: she feels cheated, and wants Ostrava Bay to intervene.
    """

  @Test("what is quoted of an item does not hide that the rest is written anew from it")
  func writtenAnewAroundAQuotation() throws {
    let quoted = """
      Councillor Rosa Lindqvist called the decision a betrayal and asked the ministry in Ostrava Bay to step in.
      """
    let story = Self.anew + " " + Self.anew.replacing("Doctors", with: "They") + "\n\n“\(quoted)”"
    // Only the quotation reaches this bar by its words.
    var settings = Self.withoutOrder(bar: 80)
    settings.retoldSources = 0
    let matches = try Self.withClinic(settings).matches(of: Array(story.utf8))
    let match = try #require(matches.first)
    #expect(matches.count == 1 && match.source == "clinic" && match.alsoIn.isEmpty)
    #expect(match.passages.contains { $0.kind == .verbatim || $0.longestRun >= 12 })
    #expect(match.passages.contains { $0.facts != nil && $0.draft.count > Self.anew.utf8.count })
  }

  @Test("a draft written anew from one item is found by its names and figures")
  func writtenAnew() throws {
    // Nor is it found sentence by sentence.
    var settings = Self.withoutOrder()
    settings.retoldSources = 0
    let match = try #require(try Self.withClinic(settings).matches(of: Array(Self.anew.utf8)).first)
    #expect(match.source == "clinic" && match.kind == .rewritten && match.passages.count == 1)
    let passage = try #require(match.passages.first)
    #expect(passage.draft == TextRange(0, Self.anew.utf8.count - 1))
    #expect(passage.identicalWords * 3 < passage.words)
    let facts = try #require(passage.facts)
    #expect(facts.shared >= 12 && facts.shared >= facts.all - 3)
  }

  @Test("a report of someone who was there has names and figures of its own, and is none")
  func ownReport() throws {
    let report = """
      Outside the Tarn Street clinic Bettina Oakes, 71, wept. Her knee brings her here each Thursday, and Kelso Road is two \
      buses away. “They never asked us,” added her neighbour Tomas Greer, who has collected 640 names since Sunday. Inside, \
      Nurse Ellen Parr was packing up. Aubrey Finch did not return calls from the Beacon; a spokesman, Hugh Marsh, spoke of \
      “hard choices”. In Ostrava Bay, deputy minister Clara Voss said she would read the file before the 9 April vote.
      """
    #expect(try Self.withClinic().matches(of: Array(report.utf8)).isEmpty)
  }

  @Test("another story with the same people and places is no retelling")
  func namesAlone() throws {
    let report = """
      The gala of the Marlow Sound sailing club went on past midnight, and Aubrey Finch danced. He had bought tickets for the \
      whole table; Rosa Lindqvist sat at the next one, laughing with a juggler whom somebody had hired in Ostrava Bay. \
      Imani Sorrel won the raffle: a hamper of smoked fish, which she gave away before the band had packed up.
      """
    #expect(try Self.withClinic().matches(of: Array(report.utf8)).isEmpty)
  }

  @Test("figures are the same however their units are written")
  func figures() throws {
    var settings = Self.withoutOrder()
    settings.retoldSources = 0
    let matcher = try Self.withClinic(settings)
    let short = Self.anew.replacing("1.8 million", with: "1.8m").replacing("2,350", with: "2 350")
    let facts = try [Self.anew, short].map {
      try matcher.matches(of: Array($0.utf8)).first?.passages.first?.facts
    }
    #expect(facts[0] != nil && facts[0] == facts[1])
  }

  private static func withClinic(_ settings: MatchSettings = .standard) throws -> Matcher {
    let items = Stories.items() + [IndexItem(id: "clinic", text: Array(clinic.utf8))]
    return try Matcher(
      index: WireIndex(items: items, vocabulary: Stories.vocabulary), vocabulary: Stories.vocabulary,
      settings: settings)
  }

  @Test("a sentence says less where the rest of the draft is on the same matter in words of its own")
  func commonSubject() throws {
    let sentence =
      "Engineers traced the fault to a sheared drive pin that inspectors had flagged last autumn."
    let onTheMatter = """
      Nobody in Northport has slept much. Ingrid Vale has not, she says, and the children of the cannery have learned to count \
      barges instead of sheep. On the quay a commuter shouts about his detour to whoever listens. Somewhere behind \
      Calder, in Mills that her grandfather built, a lathe has machined through the night. The basin smells of tar. When \
      will the swing of the thing come back? Cargo is patient; people are not, and tide tables are no comfort to them.
      """
    func score(_ text: String, _ matcher: Matcher) throws -> Double {
      try matcher.matches(of: Array("\(text) \(sentence)".utf8)).filter { $0.source == "bridge" }
        .reduce(0) { $0 + $1.score }
    }
    let (elsewhere, here) = (try score(Stories.own, matcher), try score(onTheMatter, matcher))
    #expect(elsewhere > 30 && here < elsewhere * 0.8)
    // Where that is another source's, it is no matter of the draft's own.
    let feature = IndexItem(id: "feature", payload: [], text: Array(onTheMatter.utf8))
    let wider = try Matcher(
      index: WireIndex(items: Stories.items() + [feature], vocabulary: Stories.vocabulary),
      vocabulary: Stories.vocabulary)
    #expect(try score(onTheMatter, wider) > here * 1.1)
  }

  @Test("a sentence is from whom it was copied, though a source of the rest tells of it too")
  func passageBeforeSource() throws {
    let sentence = Stories.bridge.prefix { $0 != "." } + "."
    let roundup = """
      \(Stories.orchard) \(Stories.observatory) Also: the Northport bridge jammed half open, barges in the inner basin, a \
      forty minute detour, the fault a sheared pin.
      """
    let items = Stories.items().filter { $0.id != "orchard" }
    let matcher = try Matcher(
      index: WireIndex(
        items: items + [IndexItem(id: "roundup", payload: [], text: Array(roundup.utf8))],
        vocabulary: Stories.vocabulary), vocabulary: Stories.vocabulary)
    let draft = "\(Stories.orchard) \(Stories.observatory) \(Stories.own) \(sentence)"
    let matches = try matcher.matches(of: Array(draft.utf8))
    #expect(matches.map(\.source) == ["roundup", "bridge"])
    #expect(matches.last?.passages.map(\.kind) == [.verbatim])
  }

  @Test("an item that holds all others is the source of none of them")
  func everythingInOneItem() throws {
    let all = ([Stories.bridge, Stories.orchard, Stories.observatory] + Stories.filler).joined(
      separator: "\n\n")
    let year = IndexItem(id: "year", payload: [], text: Array("\(all)".utf8))
    for items in [[year] + Stories.items(), Stories.items() + [year]] {
      let matcher = try Matcher(
        index: WireIndex(items: items, vocabulary: Stories.vocabulary), vocabulary: Stories.vocabulary)
      let draft = "\(Stories.bridge)\n\n\(Stories.own)\n\n\(Stories.orchard)"
      let matches = try matcher.matches(of: Array(draft.utf8))
      #expect(Set(matches.map(\.source)) == ["bridge", "orchard"])
      #expect(matches.allSatisfy { $0.alsoIn == ["year"] && $0.kind == .verbatim })
    }
  }

  @Test("what many sources share weighs nothing")
  func boilerplate() throws {
    let items = Stories.items().map { item in
      var item = item
      item.text += Array((" " + Stories.notice).utf8)
      return item
    }
    let matcher = try Matcher(
      index: WireIndex(items: items, vocabulary: Stories.vocabulary), vocabulary: Stories.vocabulary)
    #expect(try matcher.matches(of: Array("We wrote this. \(Stories.notice)".utf8)).isEmpty)
    #expect(
      try matcher.matches(of: Array("\(Stories.bridge) \(Stories.notice)".utf8)).map(\.source) == ["bridge"])
  }

  @Test(
    "fingerprints do not see case, spacing or typography",
    arguments: [
      { (text: String) in text.uppercased() },
      { (text: String) in text.split(separator: " ").joined(separator: "\u{A0}\n\t ") },
      { (text: String) in
        text.split(separator: "e", omittingEmptySubsequences: false).joined(separator: "e\u{AD}")
      },
      { (text: String) in text.split(separator: " ").map { "“\($0)”" }.joined(separator: " — ") },
      { (text: String) in
        String(
          String.UnicodeScalarView(
            text.unicodeScalars.map {
              (0x41...0x7A).contains($0.value) ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0
            }))
      },
    ] as [@Sendable (String) -> String])
  func typography(change: @Sendable (String) -> String) throws {
    let plain = try matcher.matches(of: Array(Stories.bridge.utf8))
    let changed = try matcher.matches(of: Array(change(Stories.bridge).utf8))
    #expect(changed.map(\.source) == ["bridge"] && changed.map(\.score) == plain.map(\.score))
    #expect(changed.first?.passages.map(\.source) == plain.first?.passages.map(\.source))
  }

  @Test(
    "what is put into words to hide copying breaks no match and is counted",
    arguments: [
      ("a", "\u{430}", "Cyrillic letters"), ("o", "\u{3BF}", "Greek letters"),
      ("e", "e\u{200B}", "zero-width spaces"),
      ("i", "i\u{2060}", "word joiners"), ("C", "\u{421}", "a Cyrillic capital"),
      ("e", "e\u{AD}", "soft hyphens"),
    ])
  func disguise(_ letter: String, _ put: String, _ name: String) throws {
    let plain = try #require(try matcher.matches(of: Array(Stories.bridge.utf8)).first)
    let changed = try #require(
      try matcher.matches(of: Array(Stories.bridge.replacing(letter, with: put).utf8)).first)
    #expect(changed.source == "bridge" && changed.passages.map(\.source) == plain.passages.map(\.source))
    #expect(plain.passages.allSatisfy { $0.disguisedWords == 0 })
    let words = changed.passages.reduce(0) { $0 + $1.disguisedWords }
    #expect((words > 0) == (put != "e\u{AD}" && Stories.bridge.contains(letter)), "\(name)")
  }

  @Test("each passage goes to its best source, the others are named beside it")
  func attribution() throws {
    var items = Stories.items()
    let shortened = Stories.bridge.split(separator: ".").prefix(2).joined(separator: ".") + "."
    items.append(IndexItem(id: "bridge-short", text: Array(shortened.utf8)))
    let matcher = try Matcher(
      index: WireIndex(items: items, vocabulary: Stories.vocabulary), vocabulary: Stories.vocabulary)
    let draft = "\(Stories.bridge)\n\n\(Stories.orchard)"
    let matches = try matcher.matches(of: Array(draft.utf8))
    #expect(Set(matches.map(\.source)) == ["bridge", "orchard"])
    #expect(matches.first { $0.source == "bridge" }?.alsoIn == ["bridge-short"])
  }

  @Test("masked words match nothing")
  func masked() throws {
    let draft = Array(Stories.bridge.utf8)
    #expect(try matcher.matches(of: draft, masking: [TextRange(0, draft.count)]).isEmpty)
  }

  @Test(
    "odd drafts are answered",
    arguments: [
      "", "word", "…—“”", LongText(.times(20_000, "bridge ")), LongText(.times(100_000, "a")),
      LongText(.times(50, Stories.bridge)),
      LongText(.times(1, String(decoding: [0xFF, 0xC3, 0x28] as [UInt8], as: UTF8.self))),
    ] as [LongText])
  func odd(text: LongText) throws {
    let draft = text.text
    let matches = try matcher.matches(of: Array(draft.utf8))
    #expect(matches.isEmpty == !draft.contains(Stories.bridge))
  }
}
