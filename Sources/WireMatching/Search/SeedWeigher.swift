internal import Glibc

/// Computes how surprising it is that a seed's second word follows its first.
///
/// −log of the share of items with the first word in which the second follows, excluding the current item, smoothed
/// by the second word's own share. What many items share thus weighs little, without a list of phrases.
struct SeedWeigher {
  private let settings: MatchSettings
  private let itemCount: Int
  /// By content word of the draft: the number of items that hold it.
  private let counts: [Int]
  /// By content word: its prior weight, before pairs are counted.
  private let shares: [Double]
  /// By content word: the nats of the word itself.
  private let surprisal: [Float]
  private let signs: SignBackground?
  /// Whether there are `signs`: to ask these for each seed would copy them.
  private let hasSigns: Bool

  /// A weigher by the counts of some items.
  ///
  /// - Parameters:
  ///   - counts: by content word of the draft, how many of these items contain it.
  ///   - itemCount: the number of these items.
  ///   - surprisal: by content word, the nats of the word itself.
  init(
    _ counts: [Int], of itemCount: Int, _ surprisal: [Float], _ signs: SignBackground?,
    _ settings: MatchSettings
  ) {
    self.settings = settings
    self.itemCount = itemCount
    self.counts = counts
    self.surprisal = surprisal
    self.signs = signs
    hasSigns = signs != nil
    let all = Self.background(itemCount, settings) + 1
    shares = counts.map { settings.smoothing * Double($0) / all }
  }

  private static func background(_ itemCount: Int, _ settings: MatchSettings) -> Double {
    Double(max(itemCount, settings.itemBackground))
  }

  /// The nats of a word that is in `items` of `itemCount` items.
  static func nats(ofWordIn items: Int, of itemCount: Int, _ settings: MatchSettings) -> Float {
    logf(Float((background(itemCount, settings) + 1) / Double(max(1, items))))
  }

  /// The nats of a seed that `units` units hold.
  func nats(ofSeed seed: Int, heldBy units: Int) -> Float {
    let first = seed / SegmentFormat.reach
    let second = first + seed % SegmentFormat.reach + 1
    // Units were counted; a seed is in no more items than its words are.
    let holders = max(1, min(units, counts[first], counts[second]))
    if hasSigns, let nats = signs?.nats(ofSeed: seed, first, second, heldBy: holders) {
      return min(nats, Self.nats(ofWordIn: 1, of: itemCount, settings))
    }
    let alpha = settings.smoothing
    let share = (Double(holders - 1) + shares[second]) / (Double(max(counts[first], holders) - 1) + alpha)
    return share >= 1 ? 0 : min(-logf(Float(share)), surprisal[second])
  }
}
