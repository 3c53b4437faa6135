internal import WireText

/// How much of what a draft says beside its passages a source says as well.
///
/// Two texts on one matter have words in common all over, and share names, phrases and statements though neither was copied
/// from the other; words that were taken over stand out from the text around them. What a source shares with a draft thus
/// weighs less the more of the draft's other words stand in it too, in whatever order. The share is one of all the draft's
/// nats: where the passages are most of the draft, little is left to speak against them.
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

  /// The words of a draft.
  ///
  /// - Parameter surprisal: nats of each content word.
  init(_ words: TextWords, _ surprisal: [Float], _ settings: MatchSettings) {
    self.settings = settings
    self.words = words
    var stems = StemNumbers(capacity: words.content.count)
    numbers = words.content.indices.map { stems.number(of: words.stem($0)) }
    var nats = [Float](repeating: 0, count: stems.count)
    for (number, value) in zip(numbers, surprisal) { nats[Int(number)] = value }
    self.stems = stems
    self.nats = nats
    marks = Array(repeating: 0, count: stems.count)
    all = nats.reduce(0, +)
  }

  /// What the weight of passages is multiplied with.
  ///
  /// - Parameters:
  ///   - passages: words of the draft.
  ///   - source: the words of the text that they are from.
  mutating func factor(_ passages: [Range<Int>], _ source: TextWords) -> Double {
    max(settings.subjectFloor, 1 - settings.subjectCost * Double(share(outside: passages, source)))
  }

  /// The share of the draft's nats, each stem once, whose words stand outside of passages and in the source.
  private mutating func share(outside passages: [Range<Int>], _ source: TextWords) -> Float {
    guard all > 0 else { return 0 }
    mark += 1
    var at = 0
    for passage in passages.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      open(at..<max(at, words.firstContent(from: passage.lowerBound)))
      at = max(at, words.firstContent(from: passage.upperBound))
    }
    open(at..<numbers.count)
    var common: Float = 0
    for place in source.content.indices {
      guard let number = stems.known(source.stem(place)), marks[Int(number)] == mark else { continue }
      marks[Int(number)] = 0
      common += nats[Int(number)]
    }
    return common / all
  }

  private mutating func open(_ places: Range<Int>) {
    for number in numbers[places] { marks[Int(number)] = mark }
  }
}
