internal import Glibc
internal import WireText

/// How much of what a draft says in words of its own a source says as well.
///
/// Two texts on one matter have words in common all over, and share names, phrases and statements though neither was copied
/// from the other; words that were taken over stand out from the text around them. What a source shares with a draft thus
/// weighs less the more of the draft's other words stand in it too, in whatever order, beyond those that any item of its
/// length would have. Words in passages of other sources are not the draft's own and say nothing here. The share is one
/// of all the draft's nats: where the passages are most of the draft, little is left to speak against them.
struct CommonSubject {
  private let settings: MatchSettings
  private let words: TextWords
  private let stems: TextStems
  /// By number: nats of the stem.
  private let nats: [Float]
  /// By number: the last question in which the stem was open.
  private var marks: [Int32]
  private var mark: Int32 = 0
  /// By content word of the draft: the candidate in whose passages it stands, by its number; several or none.
  private var holders: [Int32]
  private let all: Float
  /// Bytes of the index's items, on average.
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

  /// What one source has of a draft's words.
  struct Source {
    /// By number of the stem.
    fileprivate let stems: [Bool]
    /// How many times as long as the index's items it is.
    fileprivate let length: Float
  }

  /// What a source has of the draft's words.
  ///
  /// - Parameter bytes: the text's length.
  func source(_ words: TextWords, bytes: UInt64) -> Source {
    var has = [Bool](repeating: false, count: nats.count)
    for place in words.content.indices {
      if let number = stems.number(of: words.stem(place)) { has[Int(number)] = true }
    }
    return Source(stems: has, length: Float(bytes) / meanLength)
  }

  /// Notes whose the draft's words are, by passages that reach the bar; forgets what was noted before.
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

  /// What the weight of a source's passages is multiplied with.
  ///
  /// - Parameters:
  ///   - passages: words of the draft.
  ///   - candidate: the source's number among the candidates that were noted; nil where it is none of them.
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

  /// Adds the nats of the stems of some of the draft's content words, each stem once: those that a source has, and those
  /// that chance gives of them.
  ///
  /// The nats of a stem are −log of the share of items that it stands in.
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
