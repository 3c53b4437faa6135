internal import WireText

/// Distinguishes stock phrases from copied sentences.
///
/// “Did not immediately respond to a request for comment”, an oath, a forecast in its fixed form: a short run of
/// words that many items hold belongs to none of them. The rarest seed in the run gives the number of items that
/// hold all of it. If most of the rest of the source occurs in about as many items too, the whole item is one that
/// many agencies carry, and the run is not a stock phrase.
struct StockPhrases {
  let settings: MatchSettings
  let search: SeedSearch
  /// The draft's words.
  let words: TextWords
  /// By seed of the draft: the number of items that hold it.
  let holders: [Int32]

  /// Whether the words that a stretch of the draft shares with a source are a phrase of many items.
  ///
  /// - Parameters:
  ///   - stretch: words of the draft.
  ///   - others: the corresponding words of the source.
  func isStock(_ stretch: Range<Int>, _ others: Range<Int>, of source: TextWords) throws(IndexFault) -> Bool {
    guard stretch.count < settings.copiedWords else { return false }
    let items = fewestHolders(stretch, others, source)
    return items >= settings.stockItems ? try !isCarried(by: items, source, besides: others) : false
  }

  /// The number of items that hold the rarest seed which a stretch shares with a source; zero if it shares none.
  ///
  /// Stops at the first seed that is too rare for a stock phrase.
  private func fewestHolders(_ stretch: Range<Int>, _ others: Range<Int>, _ source: TextWords) -> Int {
    let inDraft = words.firstContent(from: stretch.lowerBound)..<words.firstContent(from: stretch.upperBound)
    let inSource = source.firstContent(from: others.lowerBound)..<source.firstContent(from: others.upperBound)
    var least = Int.max
    for first in inDraft {
      for reach in 1...SegmentFormat.reach where first + reach < inDraft.upperBound {
        let items = Int(holders[first * SegmentFormat.reach + reach - 1])
        guard items > 0, items < least, has(words.stem(first), words.stem(first + reach), source, inSource)
        else {
          continue
        }
        least = items
        if least < settings.stockItems { return least }
      }
    }
    return least == .max ? 0 : least
  }

  /// Whether a source has a seed within some of its content words.
  private func has(_ stem: UInt64, _ next: UInt64, _ source: TextWords, _ places: Range<Int>) -> Bool {
    places.contains { place in
      guard source.stem(place) == stem else { return false }
      let after = place + 1..<max(place + 1, min(places.upperBound, place + SegmentFormat.reach + 1))
      return after.contains { source.stem($0) == next }
    }
  }

  /// Whether most of a source outside a range is in at least half as many items as the range: these carry the item
  /// as a whole.
  private func isCarried(by items: Int, _ source: TextWords, besides range: Range<Int>) throws(IndexFault)
    -> Bool
  {
    let first = source.firstContent(from: range.lowerBound)
    let end = source.firstContent(from: range.upperBound)
    let outside = Array(0..<max(0, first - 1)) + Array(end..<max(end, source.content.count - 1))
    guard outside.count >= Self.fewestPairs else { return true }
    let step = max(1, outside.count / Self.mostPairs)
    let pairs = stride(from: 0, to: outside.count, by: step).map {
      (source.stem(outside[$0]), source.stem(outside[$0] + 1))
    }
    let known = try search.holders(ofPairs: pairs).filter { $0 > 0 }
    return known.count { $0 * 2 >= items } * 2 > known.count
  }

  /// The fewest pairs of words that a source has besides a phrase; with fewer, the source is that phrase.
  private static let fewestPairs = 8
  /// About how many pairs of words are looked up.
  private static let mostPairs = 32
}
