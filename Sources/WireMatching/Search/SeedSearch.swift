internal import Glibc
internal import WireText

/// A seed that a draft shares with a unit of the index: sixteen bytes, since a draft has tens of thousands.
struct Hit {
  /// The unit, numbered over all segments.
  var unit: UInt32
  /// The content word of the draft that the seed begins with.
  var draft: UInt32
  /// The surprisal of the second word given the first, in nats.
  var value: Float
  /// The same as `draft` in the unit, which has no more than `SegmentFormat.unitWords`.
  var source: UInt16
  /// The distances of the second words from the first, in the draft and in the unit.
  var draftReach: UInt8
  var sourceReach: UInt8
}

/// Finds the seeds of a draft in an index and computes how surprising each is.
///
/// The value of a seed is that of its second word given the first (`SeedWeigher`). Seeds in more items than
/// `commonItems` are skipped.
///
/// Winnowed segments hold only some seeds, the same in all of them; segments with all seeds are searched for all.
/// So in a large index the latest items, which are copied the most, are found as well as in a small one. A seed
/// that only these segments hold is weighed by their counts of it and its words.
///
/// All seeds are looked up before any is weighed (`Segment.runs(of:at:)`), and only then are hits made.
struct SeedSearch {
  private let index: WireIndex
  private let settings: MatchSettings
  /// The number of the first unit of each segment.
  let unitBases: [UInt32]
  /// The number of units in all segments.
  let unitCount: Int
  /// By segment: the factor for nats found in it.
  ///
  /// In a winnowed segment some words of a copied stretch are in no seed that was kept, and the others stand for them.
  let weights: [Float]
  /// The number of items in all segments, and in those that hold all seeds.
  private let itemCount, wholeItemCount: Int
  /// The density of the seeds that all segments hold.
  private let density: UInt64
  private let common: Int
  private let superseded: SupersededUnits

  init(_ index: WireIndex, _ superseded: SupersededUnits, _ settings: MatchSettings) {
    self.index = index
    self.superseded = superseded
    self.settings = settings
    var bases: [UInt32] = []
    var units: UInt32 = 0
    for segment in index.segments {
      bases.append(units)
      units += UInt32(segment.unitCount)
    }
    unitBases = bases
    unitCount = Int(units)
    density = index.segments.map(\.header.density).min() ?? SegmentFormat.fullDensity
    let share = Double(density) / Double(SegmentFormat.fullDensity)
    let weight = Float(1 / (1 - pow(1 - share, Double(2 * SegmentFormat.reach))))
    weights = index.segments.map { $0.isWhole ? 1 : weight }
    itemCount = index.segments.reduce(0) { $0 + $1.itemCount }
    wholeItemCount = index.segments.reduce(0) { $0 + ($1.isWhole ? $1.itemCount : 0) }
    common = min(
      settings.mostCommonItems, max(settings.commonItems, Int(Double(itemCount) * settings.commonShare)))
  }

  /// The nats of a word; the maximum for one that is in no item.
  func nats(of stem: UInt64) throws(IndexFault) -> Float { nats(ofWordIn: try wordCounts([stem]).all[0]) }

  /// The nats of a word that is in no item.
  var mostNats: Float { nats(ofWordIn: 1) }

  private func nats(ofWordIn items: Int) -> Float {
    SeedWeigher.nats(ofWordIn: items, of: itemCount, settings)
  }

  /// The result of a search.
  struct Found {
    /// By content word of the draft: the nats of the word itself; zero for words that are not in the index.
    var surprisal: [Float]
    /// In order of the draft's words.
    var hits: [Hit]
    /// By seed, three for each content word of the draft: the number of items that hold it; zero if no item does,
    /// or if the number is not known for all segments.
    var holders: [Int32]
  }

  /// Searches for the seeds of a draft.
  func search(_ draft: TextWords) throws(IndexFault) -> Found {
    let stems = draft.content.map { draft.all[Int($0)].stem }
    var counts = try wordCounts(stems)
    let hashes = RepeatedSeeds.removed(from: seedHashes(stems), above: settings.repeatedSeeds)
    let runs = try index.segments.map { segment throws(IndexFault) in
      try segment.runs(of: hashes, at: density)
    }
    var items = [Int32](repeating: 0, count: hashes.count)
    for run in runs.joined() { items[Int(run.seed)] += run.units }
    if !superseded.isEmpty { leaveOutVersions(runs, &items, &counts) }
    let signs = SignBackground(draft, seeds: hashes, itemCounts: counts.all, settings)
    var surprisal = counts.all.map { $0 == 0 ? 0 : nats(ofWordIn: $0) }
    if let signs {
      for word in surprisal.indices {
        if let nats = signs.nats(ofWord: word) { surprisal[word] = min(surprisal[word], nats) }
      }
    }
    let all = SeedWeigher(counts.all, of: itemCount, surprisal, signs, settings)
    let whole = counts.whole.map { counts in
      SeedWeigher(
        counts, of: wholeItemCount, surprisal,
        SignBackground(draft, seeds: hashes, itemCounts: counts, settings), settings)
    }
    let values = items.indices.map { seed -> Float in
      guard items[seed] > 0, items[seed] <= common else { return -1 }
      // Not a choice between the two as values, which would copy one for each seed.
      if !SegmentFormat.isKept(hashes[seed], density), let whole {
        return whole.nats(ofSeed: seed, heldBy: Int(items[seed]))
      }
      return all.nats(ofSeed: seed, heldBy: Int(items[seed]))
    }
    let hits = hits(runs, items, values)
    if whole != nil {
      for seed in items.indices where !SegmentFormat.isKept(hashes[seed], density) { items[seed] = 0 }
    }
    return Found(surprisal: surprisal, hits: hits, holders: items)
  }

  /// The number of items that contain each pair of neighbouring words; zero if unknown.
  func holders(ofPairs pairs: [(UInt64, UInt64)]) throws(IndexFault) -> [Int] {
    let hashes = pairs.map(SegmentFormat.seedHash).map { SegmentFormat.isKept($0, density) ? $0 : 0 }
    var holders = [Int](repeating: 0, count: pairs.count)
    for segment in index.segments {
      for run in try segment.runs(of: hashes, at: density) { holders[Int(run.seed)] += Int(run.units) }
    }
    return holders
  }

  /// Subtracts superseded versions from the counts of seeds and their words: versions of one item are one source,
  /// and must not make its words common.
  ///
  /// Only seeds in few units are examined; for those in many items one more version makes little difference.
  private func leaveOutVersions(_ runs: [[SeedRun]], _ items: inout [Int32], _ counts: inout WordCounts) {
    var olderUnits = [Int32](repeating: 0, count: items.count)
    for (number, runs) in runs.enumerated() {
      let segment = index.segments[number]
      let base = Int(unitBases[number])
      for run in runs where (2...Self.fewUnits).contains(items[Int(run.seed)]) {
        var last = UInt32.max
        for posting in run.range.lazy.map(segment.posting) where posting.unit != last {
          last = posting.unit
          guard last < segment.unitCount, superseded.contains(base + Int(last)) else { continue }
          olderUnits[Int(run.seed)] += 1
        }
      }
    }
    var words = [Int32](repeating: 0, count: counts.all.count)
    for seed in olderUnits.indices where olderUnits[seed] > 0 {
      // All of these versions may be superseded, if the newest one no longer has the words.
      let count = min(olderUnits[seed], items[seed] - 1)
      items[seed] -= count
      let first = seed / SegmentFormat.reach
      for word in [first, first + seed % SegmentFormat.reach + 1] { words[word] = max(words[word], count) }
    }
    for (word, count) in words.enumerated() where count > 0 {
      counts.all[word] = max(1, counts.all[word] - Int(count))
      if let whole = counts.whole?[word] { counts.whole?[word] = max(1, whole - Int(count)) }
    }
  }

  /// The most units of a seed for which versions are examined.
  private static let fewUnits: Int32 = 8

  /// The number of items that contain each of the draft's words.
  private struct WordCounts {
    /// In all segments.
    var all: [Int]
    /// In the segments that hold all seeds; nil if these are all segments or none.
    var whole: [Int]?
  }

  private func wordCounts(_ stems: [UInt64]) throws(IndexFault) -> WordCounts {
    let none = [Int](repeating: 0, count: stems.count)
    let isMixed = wholeItemCount > 0 && wholeItemCount < itemCount
    var counts = WordCounts(all: none, whole: isMixed ? none : nil)
    for segment in index.segments {
      let own = try segment.itemCounts(ofWords: stems)
      for (word, count) in own.enumerated() { counts.all[word] += count }
      guard counts.whole != nil, segment.isWhole else { continue }
      for (word, count) in own.enumerated() { counts.whole?[word] += count }
    }
    return counts
  }

  /// The hash of each seed, three for each content word; zero where the draft ends or no segment holds it.
  private func seedHashes(_ stems: [UInt64]) -> [UInt64] {
    var hashes = [UInt64](repeating: 0, count: stems.count * SegmentFormat.reach)
    for word in stems.indices {
      for reach in 1...SegmentFormat.reach where word + reach < stems.count {
        let hash = SegmentFormat.seedHash(stems[word], stems[word + reach])
        if wholeItemCount > 0 || SegmentFormat.isKept(hash, density) {
          hashes[word * SegmentFormat.reach + reach - 1] = hash
        }
      }
    }
    return hashes
  }

  /// Makes the hits of all runs, in order of the draft's words.
  ///
  /// In a large index a seed in many units is weak evidence by itself: it counts only in units that a rarer seed
  /// already selected.
  private func hits(_ runs: [[SeedRun]], _ items: [Int32], _ values: [Float]) -> [Hit] {
    var (rare, total) = (0, 0)
    for run in runs.joined() where values[Int(run.seed)] >= 0 {
      total += run.range.count
      if items[Int(run.seed)] <= settings.commonItems { rare += run.range.count }
    }
    let led = rare < total ? ledUnits(runs, items, values, expecting: rare) : nil
    let tables = zip(index.segments, unitBases).map { PostingTable($0, base: $1) }
    return Array(unsafeUninitializedCapacity: total) { hits, count in
      var next = [Int](repeating: 0, count: runs.count)
      for seed in values.indices where values[seed] >= 0 {
        let isRare = items[seed] <= settings.commonItems
        for number in tables.indices {
          while next[number] < runs[number].count, runs[number][next[number]].seed < seed {
            next[number] += 1
          }
          guard next[number] < runs[number].count, case let run = runs[number][next[number]], run.seed == seed
          else { continue }
          take(run, tables[number], values[seed] * weights[number], isRare ? nil : led, into: hits, &count)
        }
      }
    }
  }

  /// The units that rare seeds select.
  private func ledUnits(
    _ runs: [[SeedRun]], _ items: [Int32], _ values: [Float], expecting count: Int
  ) -> UnitFilter {
    var led = UnitFilter(expecting: count)
    for (number, runs) in runs.enumerated() {
      let table = PostingTable(index.segments[number], base: unitBases[number])
      for run in runs where values[Int(run.seed)] >= 0 && items[Int(run.seed)] <= settings.commonItems {
        for index in run.range { led.insert(table.base &+ table.posting(index).unit) }
      }
    }
    return led
  }

  /// Appends the hits of one run; `hits` has room for one for each of its places.
  private func take(
    _ run: SeedRun, _ table: PostingTable, _ value: Float, _ led: UnitFilter?,
    into hits: UnsafeMutableBufferPointer<Hit>, _ count: inout Int
  ) {
    let word = UInt32(Int(run.seed) / SegmentFormat.reach)
    let reach = UInt8(Int(run.seed) % SegmentFormat.reach + 1)
    let most = settings.repeatedSeeds
    var last = UInt32.max
    var times = 0
    for index in run.range {
      let posting = table.posting(index)
      guard posting.unit < table.units else { continue }
      times = posting.unit == last ? times &+ 1 : 0
      last = posting.unit
      if times >= most { continue }
      let unit = table.base &+ posting.unit
      if let led, !led.mayContain(unit) { continue }
      hits.initializeElement(
        at: count,
        to: Hit(
          unit: unit, draft: word, value: value, source: UInt16(posting.place), draftReach: reach,
          sourceReach: UInt8(posting.distance)))
      count &+= 1
    }
  }
}
