import Dispatch
import Foundation
import WireMatching
import WireText

/// What building an index and matching a draft take, with items that nobody wrote, and with hostile ones.
enum MatchingBenchmark {
  private static let vocabulary = Vocabulary([
    .init(
      functionWords: ["the", "of", "and", "to", "in"], endings: [Vocabulary.Ending("s", least: 3)])
  ])

  static func run() throws {
    // The last one is winnowed.
    for count in [2_000, 20_000, 120_000] {
      var made = MadeTexts(seed: 1)
      let items = (0..<count).map { IndexItem(id: "\($0)", text: made.text(words: 380)) }
      let bytes = items.reduce(0) { $0 + $1.text.count }
      let folder = FileManager.default.temporaryDirectory.appending(path: "bench-\(UUID().uuidString)").path
      defer { try? FileManager.default.removeItem(atPath: folder) }
      let build = Stopwatch.measure(rounds: count > 50_000 ? 1 : 3) {
        try? FileManager.default.removeItem(atPath: folder)
        return try? write(items, to: folder)
      }
      let index = try WireIndex(opening: folder)
      let size = Double(try index.statistics().bytes) / Double(bytes)
      print(
        "index of \(count) items, \(bytes) bytes: \(build.milliseconds), \(build.rate(of: bytes)), "
          + "\((size * 100).rounded() / 100) bytes a byte")
      let matcher = try Matcher(index: index, vocabulary: vocabulary)
      let drafts = (0..<200).map { number in
        // Every tenth holds a stretch of an item.
        number % 10 == 0 ? made.text(words: 300) + items[number * 7].text.prefix(400) : made.text(words: 370)
      }
      let time = Stopwatch.measure(rounds: 5) {
        drafts.map { (try? matcher.matches(of: $0))?.count ?? 0 }
      }
      print("  200 drafts of 370 words against them: \(time.milliseconds)")
      together(matcher, drafts)
    }
    for hostile in try Hostile.all() {
      let index = try WireIndex(items: hostile.items, vocabulary: vocabulary)
      let matcher = try Matcher(index: index, vocabulary: vocabulary)
      for draft in hostile.drafts {
        let time = Stopwatch.measure(rounds: 3) { try? matcher.matches(of: draft).count }
        print("hostile, \(hostile.name), draft of \(draft.count) bytes: \(time.milliseconds)")
      }
    }
  }

  /// What two drafts at once cost beside one after the other.
  private static func together(_ matcher: Matcher, _ drafts: [[UInt8]]) {
    let halves = [drafts[..<(drafts.count / 2)], drafts[(drafts.count / 2)...]]
    let match: @Sendable (Int) -> Void = { half in
      for draft in halves[half] { _ = try? matcher.matches(of: draft) }
    }
    func times(_ clock: clockid_t) -> (one: Stopwatch, two: Stopwatch) {
      (
        Stopwatch.measure(rounds: 5, on: clock) { halves.indices.forEach(match) },
        Stopwatch.measure(rounds: 5, on: clock) {
          DispatchQueue.concurrentPerform(iterations: halves.count, execute: match)
        }
      )
    }
    let (processor, real) = (times(CLOCK_PROCESS_CPUTIME_ID), times(CLOCK_MONOTONIC))
    print(
      "  two at once: \(processor.two.share(of: processor.one)) of the processor's time, "
        + "\(real.two.share(of: real.one)) of the real time")
  }

  private static func write(_ items: [IndexItem], to folder: String) throws {
    let writer = try IndexWriter(at: folder, vocabulary: vocabulary)
    for item in items { try writer.add(item) }
    try writer.commit()
  }
}

/// Items and drafts that are made to be slow; each draft comes in two sizes where it has one, so that growth is seen.
private struct Hostile {
  var name: String
  var items: [IndexItem]
  var drafts: [[UInt8]]

  static func all() throws -> [Hostile] {
    var made = MadeTexts(seed: 2)
    let texts = (0..<2_000).map { _ in made.text(words: 380) }
    let items = texts.enumerated().map { IndexItem(id: "\($0.offset)", text: $0.element) }
    let long = Array(texts.joined(separator: [0x0A, 0x0A]))
    let sentence = made.text(words: 24)
    let copies = (0..<100_000).map { IndexItem(id: "\($0)", text: sentence) }
    let word = Array("harbour ".utf8)
    let repeated = { (count: Int) in Array(repeatElement(word, count: count).joined()) }
    let strange = { (count: Int) in Array(String(repeating: "\u{E123}\u{E456} \u{10FFFD}", count: count).utf8)
    }
    return [
      Hostile(
        name: "a long draft", items: items,
        drafts: [Array(long.prefix(1_250_000)), Array(long.prefix(5_000_000))]),
      Hostile(
        name: "one word again and again", items: items + [IndexItem(id: "word", text: repeated(1_000_000))],
        drafts: [repeated(250_000), repeated(1_000_000)]),
      Hostile(
        name: "100,000 copies of one sentence", items: copies,
        drafts: [sentence, texts[0] + sentence + texts[1]]),
      Hostile(name: "one word", items: items, drafts: [Array("harbour".utf8)]),
      Hostile(
        name: "no known script", items: items + [IndexItem(id: "strange", text: strange(100_000))],
        drafts: [strange(25_000), strange(100_000)]),
      Hostile(
        name: "an item with all others in it", items: items + [IndexItem(id: "all", text: long)],
        drafts: [texts[7], Array(long.prefix(1_250_000))]),
    ]
  }
}

/// Texts in which words and phrases are as frequent as in prose: few everywhere, most seldom.
private struct MadeTexts {
  private var state: UInt64
  private let phrases: [[UInt8]]

  init(seed: UInt64) {
    var dice = MadeTexts(state: seed, phrases: [])
    let syllables = [
      "ka", "lo", "mi", "ter", "ras", "ven", "dor", "ul", "ni", "fa", "ges", "po", "bri", "stan",
    ]
    let words = (0..<20_000).map { _ in
      (0...dice.below(3)).reduce(into: "") { word, _ in word += syllables[dice.below(syllables.count)] }
    }
    let phrases = (0..<60_000).map { _ in
      Array((0...dice.below(4) + 1).map { _ in words[dice.rank(words.count)] }.joined(separator: " ").utf8)
    }
    self = MadeTexts(state: dice.state, phrases: phrases)
  }

  private init(state: UInt64, phrases: [[UInt8]]) {
    self.state = state
    self.phrases = phrases
  }

  /// A text of about so many words.
  mutating func text(words: Int) -> [UInt8] {
    var text: [UInt8] = []
    for number in 0..<words * 2 / 7 {
      text += phrases[rank(phrases.count)]
      text += number % 4 == 3 ? [0x2E, 0x20] : [0x20]
    }
    return text
  }

  private mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }

  private mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// A number below a bound, the smaller the more frequent (Zipf).
  private mutating func rank(_ bound: Int) -> Int {
    let share = Double(next()) / Double(1 << 31)
    return min(bound - 1, Int(exp(share * log(Double(bound)))))
  }
}
