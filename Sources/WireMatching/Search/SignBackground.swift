internal import Glibc
internal import WireText

/// Expected frequencies of signs (characters of scripts without spaces between words) and of pairs of them in any text.
///
/// Each sign is a word here, but a few dozen make up a text in Thai or Khmer, and grammatical ones occur in every
/// sentence of Japanese: an index with few items in such a script has hardly any of its pairs and would consider
/// each rare. So the occurrences expected by chance in a text of usual length, estimated from the draft's own
/// signs, are added as if from additional items. A pair that repeats within the draft is a word of its language or
/// subject and is weak evidence.
struct SignBackground {
  private let settings: MatchSettings
  /// By content word: whether it is a sign.
  private let isSign: [Bool]
  /// By content word: the share of such signs in a text.
  private let shares: [Double]
  /// By content word: the number of items that hold it, including those expected by chance.
  private let counts: [Double]
  /// By seed: the expected share of such pairs in a text, for those that repeat in the draft.
  private let repeated: [UInt64: Double]
  private let seeds: [UInt64]
  /// The number of items with such signs, including the added ones.
  private let items: Double

  /// The background of a draft; nil if it has no such signs.
  ///
  /// - Parameters:
  ///   - seeds: three for each content word; zero if there is none.
  ///   - itemCounts: by content word, the number of the index's items that hold it.
  init?(_ draft: TextWords, seeds: [UInt64], itemCounts: [Int], _ settings: MatchSettings) {
    let isSign = draft.content.map { draft.all[Int($0)].traits.contains(.spaceless) }
    guard isSign.contains(true) else { return nil }
    let stems = draft.stems
    var times: [UInt64: Int] = [:]
    var (signs, items) = (0, 1)
    for word in stems.indices where isSign[word] {
      times[stems[word], default: 0] += 1
      signs += 1
      items = max(items, itemCounts[word])
    }
    let all = Double(signs + settings.signText)
    shares = stems.map { (Double(times[$0, default: 0]) - settings.signDiscount) / all }
    var pairs: [UInt64: Int] = [:]
    for (seed, hash) in seeds.enumerated() where hash != 0 && isSign[seed / SegmentFormat.reach] {
      pairs[hash, default: 0] += 1
    }
    repeated = pairs.filter { $0.value > 1 }.mapValues { Double($0 - 1) / all }
    self.items = Double(items - 1) + settings.signItems
    counts = zip(itemCounts, shares).map { count, share in
      Double(max(0, count - 1)) + settings.signItems * Self.chance(share, settings)
    }
    self.settings = settings
    self.isSign = isSign
    self.seeds = seeds
  }

  /// The share of texts of usual length that contain something with the given share of their signs.
  private static func chance(_ share: Double, _ settings: MatchSettings) -> Double {
    1 - exp(-share * Double(settings.signText))
  }

  /// The nats of a content word; nil if it is not a sign.
  func nats(ofWord word: Int) -> Float? {
    isSign[word] ? max(0, Float(-log(counts[word] / items))) : nil
  }

  /// The nats of the second word of a seed given the first; nil unless both are signs.
  func nats(ofSeed seed: Int, _ first: Int, _ second: Int, heldBy holders: Int) -> Float? {
    guard isSign[first], isSign[second] else { return nil }
    let byChance = Double(SegmentFormat.reach) * shares[first] * shares[second]
    let share = max(byChance, repeated[seeds[seed], default: 0])
    let count = Double(holders - 1) + settings.signItems * Self.chance(share, settings)
    return max(0, Float(-log(count / counts[first])))
  }
}
