internal import Glibc
internal import WireText

/// How much of what a draft says beside its passages a source says as well.
///
/// Two texts on one matter have words in common all over, and share names, phrases and statements though neither was copied
/// from the other; words that were taken over stand out from the text around them. What a source shares with a draft thus
/// weighs less the more of the draft's other words stand in it too, in whatever order, beyond those that any item of its
/// length would have. The share is one of all the draft's nats: where the passages are most of the draft, little is left to
/// speak against them.
struct CommonSubject {
  private let settings: MatchSettings
  private let words: TextWords
  private var stems: StemNumbers
  /// By content word of the draft: the number of its stem.
  private let numbers: [Int32]
  /// By number: nats of the stem.
  private let nats: [Float]
  /// By number: the last question in which the stem was open.
  private var marks: [Int32]
  private var mark: Int32 = 0
  private let all: Float
  /// Bytes of the index's items, on average.
  private let meanLength: Float

  /// The words of a draft.
  ///
  /// - Parameter surprisal: nats of each content word.
  init(_ words: TextWords, _ surprisal: [Float], _ index: WireIndex, _ settings: MatchSettings) {
    self.settings = settings
    self.words = words
    var stems = StemNumbers(capacity: words.content.count)
    numbers = words.content.indices.map { stems.number(of: words.stem($0)) }
    var nats = [Float](repeating: 0, count: stems.count)
    for (number, value) in zip(numbers, surprisal) { nats[Int(number)] = value }
    self.stems = stems
    self.nats = nats
    marks = Array(repeating: 0, count: stems.count)
    all = nats.reduce(settings.subjectBackground, +)
    let bytes = index.segments.reduce(0) { $0 + $1.bounds(.texts).count }
    meanLength = Float(max(1, bytes)) / Float(max(1, index.segments.reduce(0) { $0 + $1.itemCount }))
  }

  /// What the weight of passages is multiplied with.
  ///
  /// - Parameters:
  ///   - passages: words of the draft.
  ///   - source: the words of the text that they are from.
  ///   - bytes: the text's length.
  mutating func factor(_ passages: [Range<Int>], _ source: TextWords, bytes: UInt64) -> Double {
    let share = Double(share(outside: passages, source, Float(bytes) / meanLength))
    return max(settings.subjectFloor, 1 - settings.subjectCost * share)
  }

  /// The share of the draft's nats, each stem once, whose words stand outside of passages and in the source, without what
  /// chance would give a source that is `length` times as long as the others.
  private mutating func share(
    outside passages: [Range<Int>], _ source: TextWords, _ length: Float
  ) -> Float {
    guard all > 0 else { return 0 }
    mark += 1
    var expected: Float = 0
    var at = 0
    for passage in passages.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      open(at..<max(at, words.firstContent(from: passage.lowerBound)), length, &expected)
      at = max(at, words.firstContent(from: passage.upperBound))
    }
    open(at..<numbers.count, length, &expected)
    var common: Float = 0
    for place in source.content.indices {
      guard let number = stems.known(source.stem(place)), marks[Int(number)] == mark else { continue }
      marks[Int(number)] = 0
      common += nats[Int(number)]
    }
    return max(0, common - expected) / all
  }

  /// Asks for the stems of some of the draft's content words, and adds the nats that chance gives of them.
  ///
  /// The nats of a stem are −log of the share of items that it stands in.
  private mutating func open(_ places: Range<Int>, _ length: Float, _ expected: inout Float) {
    for number in numbers[places].lazy.map(Int.init) where marks[number] != mark {
      marks[number] = mark
      expected += nats[number] * (1 - powf(max(0, 1 - expf(-nats[number])), length))
    }
  }
}
