internal import Glibc

/// A seed that a draft shares with a unit of the index.
struct Hit {
  /// The unit, counted over all segments.
  var unit: UInt32
  /// The content word of the draft that the seed begins with.
  var draft: UInt32
  /// The same in the unit.
  var source: UInt32
  /// How far the second words stand from the first, in the draft and in the unit.
  var draftReach: UInt8
  var sourceReach: UInt8
  /// Nats of surprisal that the second word follows the first.
  var value: Float
}

/// Finds the seeds of a draft in an index and says how surprising each is.
///
/// The value of a seed is that of its second word given the first: −log of the share of items with the first word in
/// which the second follows, the item at hand left out, smoothed by the second word's own share. What many items share
/// thus weighs little, without a list of phrases. Seeds in more items than `commonItems` are passed over.
struct SeedSearch {
  private let index: WireIndex
  private let settings: MatchSettings
  /// The number that the units of each segment begin with.
  let unitBases: [UInt32]
  private let itemCount: Double
  private let common: Int

  init(_ index: WireIndex, _ settings: MatchSettings) {
    self.index = index
    self.settings = settings
    var bases: [UInt32] = []
    var units: UInt32 = 0
    var items = 0
    for segment in index.segments {
      bases.append(units)
      units += UInt32(segment.unitCount)
      items += segment.itemCount
    }
    unitBases = bases
    itemCount = Double(max(items, settings.itemBackground))
    common = min(
      settings.mostCommonItems, max(settings.commonItems, Int(Double(items) * settings.commonShare)))
  }

  /// What a search found.
  struct Found {
    /// By content word of the draft: nats of the word itself; zero for words that the index does not know.
    var surprisal: [Float]
    /// In order of the draft's words.
    var hits: [Hit]
  }

  /// Searches for the seeds of a draft.
  func search(_ draft: TextWords) throws(IndexFault) -> Found {
    let counts = try wordCounts(draft)
    var found = Found(
      surprisal: counts.map { $0 == 0 ? 0 : Float(log((itemCount + 1) / Double($0))) }, hits: [])
    found.hits.reserveCapacity(4096)
    let hashes = RepeatedSeeds.removed(from: seedHashes(draft), above: settings.repeatedSeeds)
    var buckets: [[Range<Int>]] = []
    for segment in index.segments { buckets.append(try Self.buckets(hashes, segment)) }
    var runs: [(segment: Int, range: Range<Int>)] = []
    for (seed, hash) in hashes.enumerated() where hash != 0 {
      runs.removeAll(keepingCapacity: true)
      var items = 0
      for (number, segment) in index.segments.enumerated() where !buckets[number][seed].isEmpty {
        guard let range = segment.postings(hash, in: buckets[number][seed], atMost: common * 4) else {
          throw segment.damage("its seeds cannot be read")
        }
        if range.isEmpty { continue }
        items += Self.unitCount(segment, range)
        runs.append((number, range))
      }
      if items == 0 || items > common { continue }
      let word = seed / SegmentFormat.reach
      let reach = seed % SegmentFormat.reach + 1
      let second = found.surprisal[word + reach]
      // Units were counted; a seed stands in no more items than its words do.
      let holders = min(items, counts[word], counts[word + reach])
      let value = surprisal(items: max(1, holders), first: counts[word], second: second)
      for run in runs { take(run.segment, run.range, word, reach, value, into: &found.hits) }
    }
    return found
  }

  private func surprisal(items: Int, first: Int, second: Float) -> Float {
    let alpha = settings.smoothing
    let share = (Double(items - 1) + alpha * exp(-Double(second))) / (Double(max(first, items) - 1) + alpha)
    return share >= 1 ? 0 : min(Float(-log(share)), second)
  }

  private func wordCounts(_ draft: TextWords) throws(IndexFault) -> [Int] {
    var counts = [Int](repeating: 0, count: draft.content.count)
    for segment in index.segments {
      for word in draft.content.indices { counts[word] += try segment.itemCount(ofWord: draft.stem(word)) }
    }
    return counts
  }

  /// The hash of each seed, three for each content word; zero where the draft ends.
  private func seedHashes(_ draft: TextWords) -> [UInt64] {
    var hashes = [UInt64](repeating: 0, count: draft.content.count * SegmentFormat.reach)
    for word in draft.content.indices {
      for reach in 1...SegmentFormat.reach where word + reach < draft.content.count {
        hashes[word * SegmentFormat.reach + reach - 1] = SegmentFormat.seedHash(
          draft.stem(word), draft.stem(word + reach))
      }
    }
    return hashes
  }

  /// Looks all buckets up before any is read, so that the look-ups wait for memory together.
  private static func buckets(_ hashes: [UInt64], _ segment: Segment) throws(IndexFault) -> [Range<Int>] {
    var buckets = [Range<Int>](repeating: 0..<0, count: hashes.count)
    for (seed, hash) in hashes.enumerated() where hash != 0 {
      guard let bucket = segment.seedBucket(hash) else { throw segment.damage("its seeds cannot be read") }
      buckets[seed] = bucket
    }
    return buckets
  }

  private static func unitCount(_ segment: Segment, _ range: Range<Int>) -> Int {
    var count = 0
    var last = UInt32.max
    for index in range {
      let unit = segment.posting(index).unit
      if unit != last { count &+= 1 }
      last = unit
    }
    return count
  }

  private func take(
    _ number: Int, _ range: Range<Int>, _ word: Int, _ reach: Int, _ value: Float, into hits: inout [Hit]
  ) {
    let segment = index.segments[number]
    let base = unitBases[number]
    let units = UInt32(segment.unitCount)
    var last = UInt32.max
    var times = 0
    for index in range {
      let posting = segment.posting(index)
      guard posting.unit < units else { continue }
      times = posting.unit == last ? times &+ 1 : 0
      last = posting.unit
      if times >= settings.repeatedSeeds { continue }
      hits.append(
        Hit(
          unit: base &+ posting.unit, draft: UInt32(word), source: UInt32(posting.place),
          draftReach: UInt8(reach), sourceReach: UInt8(posting.distance), value: value))
    }
  }
}
