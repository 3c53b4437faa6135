import Testing
import WireMatching
import WireText

/// What holds of every match, whatever the texts: tried with cuts and edits at random places.
struct MatchPropertyTests {
  private let index: WireIndex
  private let matcher: Matcher
  private let tokenizer = Tokenizer(Stories.vocabulary)

  init() throws {
    index = try WireIndex(items: Stories.items(), vocabulary: Stories.vocabulary)
    matcher = try Matcher(index: index, vocabulary: Stories.vocabulary)
  }

  private func hashes(_ text: [UInt8], _ range: TextRange) -> [UInt64] {
    tokenizer.words(in: Array(text[range.indices])).map(\.hash)
  }

  /// Checks the numbers and ranges of passages against the two texts.
  private func check(_ passages: [Passage], _ draft: [UInt8], _ source: [UInt8]) {
    let (draftWords, sourceWords) = (tokenizer.words(in: draft), tokenizer.words(in: source))
    for passage in passages {
      #expect(1 <= passage.longestRun && passage.longestRun <= passage.identicalWords)
      #expect(passage.identicalWords <= passage.words)
      #expect(passage.draft.upper <= draft.count && passage.source.upper <= source.count)
      #expect(draftWords.contains { Int($0.start) == passage.draft.lower })
      #expect(draftWords.contains { Int($0.end) == passage.draft.upper })
      #expect(sourceWords.contains { Int($0.start) == passage.source.lower })
      #expect(sourceWords.contains { Int($0.end) == passage.source.upper })
      let (ours, theirs) = (hashes(draft, passage.draft), hashes(source, passage.source))
      #expect(ours.count == passage.words)
      #expect((passage.kind == .verbatim) == (ours == theirs))
      if passage.kind == .verbatim { #expect(passage.longestRun == passage.words) }
    }
  }

  @Test("a copied passage is found wherever it is cut", arguments: 0..<40)
  func cuts(seed: Int) throws {
    var dice = Dice(seed: UInt64(seed))
    let story = [Stories.bridge, Stories.orchard, Stories.observatory][seed % 3]
    let words = story.split(separator: " ")
    let count = 24 + dice.below(16)
    let start = dice.below(words.count - count)
    let cut = words[start..<start + count].joined(separator: " ")
    let filler = Stories.own.split(separator: " ")
    let place = dice.below(filler.count)
    let draft = (filler[..<place] + [cut[...]] + filler[place...]).joined(separator: " ")
    let bytes = Array(draft.utf8)
    let matches = try matcher.matches(of: bytes)
    #expect(matches.map(\.source) == [["bridge", "orchard", "observatory"][seed % 3]])
    let match = try #require(matches.first)
    check(match.passages, bytes, Array(story.utf8))
    let lower = draft.utf8.distance(
      from: draft.startIndex, to: try #require(draft.firstRange(of: cut)).lowerBound)
    let covered = match.passages.reduce(0) {
      $0 + max(0, min($1.draft.upper, lower + cut.utf8.count) - max($1.draft.lower, lower))
    }
    #expect(covered * 10 >= cut.utf8.count * 9)
  }

  @Test("edited passages keep their numbers in order", arguments: 0..<40)
  func edits(seed: Int) throws {
    var dice = Dice(seed: UInt64(seed) + 1000)
    let story = [Stories.bridge, Stories.orchard, Stories.observatory][seed % 3]
    var words = story.split(separator: " ").map(String.init)
    for _ in 0..<words.count / 8 {
      switch dice.below(3) {
      case 0: words.remove(at: dice.below(words.count))
      case 1: words.insert("perhaps", at: dice.below(words.count))
      default: words.swapAt(dice.below(words.count), dice.below(words.count))
      }
    }
    let draft = Array(words.joined(separator: " ").utf8)
    for match in try matcher.matches(of: draft) {
      let entry = try #require(try index.entry(of: match))
      check(match.passages, draft, try index.text(of: entry))
    }
    let pairs = PairMatcher(vocabulary: Stories.vocabulary)
    let source = Array(story.utf8)
    let passages = pairs.passages(of: pairs.text(draft), in: pairs.text(source))
    #expect(!passages.isEmpty)
    check(passages, draft, source)
  }

  @Test("masked words are in no passage, neither of the draft nor of the source", arguments: 0..<20)
  func masks(seed: Int) throws {
    var dice = Dice(seed: UInt64(seed) + 2000)
    let text = Array(Stories.bridge.utf8)
    let spaces = text.indices.filter { text[$0] == 0x20 }
    let lower = spaces[dice.below(spaces.count - 6)]
    let mask = TextRange(lower, spaces.first { $0 > lower + 40 } ?? text.count)
    for match in try matcher.matches(of: text, masking: [mask]) {
      for passage in match.passages { #expect(!isInside(passage.draft, mask, text)) }
    }
    var items = Stories.items()
    items[0].masked = [mask]
    let masked = try Matcher(
      index: WireIndex(items: items, vocabulary: Stories.vocabulary), vocabulary: Stories.vocabulary)
    for match in try masked.matches(of: text) {
      for passage in match.passages { #expect(!isInside(passage.source, mask, text)) }
    }
    let only = Array(text[mask.indices])
    #expect(try masked.matches(of: only).isEmpty)
  }

  /// Whether a range consists of masked words only, or begins or ends inside the mask.
  private func isInside(_ range: TextRange, _ mask: TextRange, _ text: [UInt8]) -> Bool {
    mask.contains(range) || (mask.lower < range.lower && range.lower < mask.upper)
      || (mask.lower < range.upper && range.upper < mask.upper)
  }

  @Test("answers do not depend on the order of sources or on the run")
  func determinism() throws {
    let draft = Array("\(Stories.bridge)\n\n\(Stories.own)\n\n\(Stories.orchard)".utf8)
    let first = try matcher.matches(of: draft)
    let turned = try Matcher(
      index: WireIndex(items: Stories.items().reversed(), vocabulary: Stories.vocabulary),
      vocabulary: Stories.vocabulary
    ).matches(of: draft)
    #expect(first.map(\.source) == turned.map(\.source))
    #expect(first.map(\.passages) == turned.map(\.passages))
    for _ in 0..<8 { #expect(try matcher.matches(of: draft) == first) }
  }

  @Test("a superseded version is named beside the live one")
  func versions() throws {
    let place = TemporaryIndex()
    let writer = try place.writer()
    for item in Stories.items() { try writer.add(item) }
    var update = Stories.items()[0]
    update.version = 2
    update.text += Array(" The span reopened at dawn on Wednesday after divers cleared the last debris.".utf8)
    try writer.add(update)
    let index = try writer.commit()
    let matcher = try Matcher(index: index, vocabulary: Stories.vocabulary)
    let match = try #require(try matcher.matches(of: Array(Stories.bridge.utf8)).first)
    #expect(match.source == "bridge" && match.version == 2 && match.alsoIn == ["bridge"])
    #expect(try index.entry(of: match)?.version == 2)
    #expect(try index.entries(withID: "bridge").map(\.version) == [2, 1])
  }

  @Test("an index of one item finds its words and leaves others alone")
  func smallIndex() throws {
    let item = IndexItem(id: "only", text: Array(Stories.bridge.utf8))
    let index = try WireIndex(items: [item], vocabulary: Stories.vocabulary)
    let matcher = try Matcher(index: index, vocabulary: Stories.vocabulary)
    let copied = Array("\(Stories.own) \(Stories.bridge.split(separator: ".")[1]). \(Stories.own)".utf8)
    #expect(try matcher.matches(of: copied).map(\.source) == ["only"])
    let others = [
      Stories.own, Stories.orchard,
      "Boats queued outside Northport this week because a broken part kept the crossing from moving. Ms Vale, who runs "
        + "the harbour, told this newspaper that workers would replace it soon.",
    ]
    for other in others { #expect(try matcher.matches(of: Array(other.utf8)).isEmpty) }
  }

  @Test("a story of more words than can be aligned at once is found whole")
  func long() throws {
    var dice = Dice(seed: 3)
    let words = (0..<18_000).map { _ in "w\(dice.below(9_000))" }
    let text = Array(words.joined(separator: " ").utf8)
    let items = Stories.items() + [IndexItem(id: "long", text: text)]
    let matcher = try Matcher(
      index: WireIndex(items: items, vocabulary: Stories.vocabulary), vocabulary: Stories.vocabulary)
    let matches = try matcher.matches(of: text)
    #expect(matches.map(\.source) == ["long"])
    #expect(matches.first?.passages.map(\.kind) == [.verbatim])
  }

  @Test("a sentence stands for itself, a row of names does not")
  func names() throws {
    let sentence =
      "Harbour master Ingrid Vale said replacement parts were being machined overnight in Calder Mills."
    let draft = Array(
      "We asked around town all week.\n\(sentence)\nNothing else was known at press time.".utf8)
    #expect(try matcher.matches(of: draft).map(\.source) == ["bridge"])
    let row = Array("The visit was to Calder Mills, where Harbour master Ingrid Vale met no one at all.".utf8)
    #expect(try matcher.matches(of: row).isEmpty)
  }
}

/// Numbers that look random and are the same in every run.
struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  /// A number from zero up to and without `bound`.
  mutating func below(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(max(1, bound)))
  }
}
