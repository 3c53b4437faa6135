internal import Glibc
internal import WireText

/// Measures how much of a draft's own wording also occurs in a source.
///
/// Two texts on one subject have words in common throughout, and share names, phrases and statements though neither
/// was copied from the other; copied words stand out from the text around them. So what a source shares with a
/// draft counts for less, the more of the draft's other words occur in it too, in any order, beyond those that any
/// item of its length would have. Words in passages of other sources are not the draft's own and are ignored. The
/// share is one of all the draft's nats: if the passages are most of the draft, little is left to count against
/// them.
struct CommonSubject {
  private let settings: MatchSettings
  private let words: TextWords
  private let stems: TextStems
  /// By number: nats of the stem.
  private let nats: [Float]
  /// By number: the last query in which the stem was counted.
  private var marks: [Int32]
  private var mark: Int32 = 0
  /// By content word of the draft: the number of the candidate whose passages contain it, or the marks for several
  /// or none.
  private var holders: [Int32]
  private let all: Float
  /// The mean length of the index's items in bytes.
  private let meanLength: Float

  /// The words of a draft.
  ///
  /// - Parameter surprisal: nats of each content word.
  init(
    _ words: TextWords, _ stems: TextStems, _ surprisal: [Float], _ index: WireIndex,
    _ settings: MatchSettings
  ) {
    self.settings = settings
    self.words = words
    var nats = [Float](repeating: 0, count: stems.count)
    for (number, value) in zip(stems.numbers, surprisal) { nats[Int(number)] = value }
    self.stems = stems
    self.nats = nats
    marks = Array(repeating: 0, count: stems.count)
    holders = Array(repeating: Self.none, count: stems.numbers.count)
    all = nats.reduce(settings.subjectBackground, +)
    let bytes = index.segments.reduce(0) { $0 + $1.bounds(.texts).count }
    meanLength = Float(max(1, bytes)) / Float(max(1, index.segments.reduce(0) { $0 + $1.itemCount }))
  }

  private static let none: Int32 = -1
  private static let several: Int32 = -2

  /// The draft's words that occur in one source.
  struct Source {
    /// By number of the stem: whether it occurs.
    fileprivate let stems: [Bool]
    /// The source's length relative to the mean of the index's items.
    fileprivate let length: Float
  }

  /// The draft's words that occur in a source.
  ///
  /// - Parameter bytes: the length of the source's text.
  func source(_ words: TextWords, bytes: UInt64) -> Source {
    var has = [Bool](repeating: false, count: nats.count)
    for place in words.content.indices {
      if let number = stems.number(of: words.stem(place)) { has[Int(number)] = true }
    }
    return Source(stems: has, length: Float(bytes) / meanLength)
  }

  /// Records which candidate has which of the draft's words, by passages that reach the bar; replaces earlier records.
  mutating func note(_ candidates: [Candidate]) {
    for place in holders.indices { holders[place] = Self.none }
    for (candidate, number) in zip(candidates, Int32(0)...) {
      for passage in candidate.passages where passage.strength >= settings.bar {
        for place in places(passage.words) where holders[place] != number {
          holders[place] = holders[place] == Self.none ? number : Self.several
        }
      }
    }
  }

  /// The factor for the weight of a source's passages.
  ///
  /// - Parameters:
  ///   - passages: words of the draft.
  ///   - candidate: the source's number among the candidates passed to `note(_:)`; nil if it is not among them.
  mutating func factor(_ passages: [Range<Int>], _ source: Source, candidate: Int? = nil) -> Double {
    guard all > 0 else { return 1 }
    mark += 1
    let own = candidate.map { Int32($0) } ?? Self.none
    var (common, expected): (Float, Float) = (0, 0)
    var at = 0
    for passage in passages.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let inside = places(passage)
      add(at..<max(at, inside.lowerBound), own, source, &common, &expected)
      at = max(at, inside.upperBound)
    }
    add(at..<stems.numbers.count, own, source, &common, &expected)
    let share = Double(max(0, common - expected) / all)
    return max(settings.subjectFloor, 1 - settings.subjectCost * share)
  }

  /// Adds the nats of the stems of some of the draft's content words, each stem once: of those that a source has,
  /// and the expected value by chance.
  ///
  /// The nats of a stem are −log of the share of items that contain it.
  private mutating func add(
    _ places: Range<Int>, _ own: Int32, _ source: Source, _ common: inout Float, _ expected: inout Float
  ) {
    for place in places where holders[place] == Self.none || holders[place] == own {
      let number = Int(stems.numbers[place])
      if marks[number] == mark { continue }
      marks[number] = mark
      if source.stems[number] { common += nats[number] }
      expected += nats[number] * (1 - powf(max(0, 1 - expf(-nats[number])), source.length))
    }
  }

  /// The content words of the draft, by their numbers among these, in a range of its words.
  private func places(_ words: Range<Int>) -> Range<Int> {
    let first = self.words.firstContent(from: words.lowerBound)
    return first..<max(first, self.words.firstContent(from: words.upperBound))
  }
}
