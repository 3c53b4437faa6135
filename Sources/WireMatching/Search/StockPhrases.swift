internal import WireText

/// Tells stock phrases from copied sentences.
///
/// “Did not immediately respond to a request for comment”, an oath, a forecast in its standing form: a short run of words
/// that many items hold is none of theirs. The rarest seed in the run says how many items hold all of it. Where most of the
/// rest of the source stands in about as many items too, it is the item itself that many agencies carry, and no phrase.
struct StockPhrases {
  let settings: MatchSettings
  let search: SeedSearch
  /// The draft's words.
  let words: TextWords
  /// By seed of the draft: the items that hold it.
  let holders: [Int32]

  /// Whether what a stretch of the draft has of a source is a phrase of many items.
  ///
  /// - Parameters:
  ///   - stretch: words of the draft.
  ///   - others: the words of the source for which they stand.
  func isStock(_ stretch: Range<Int>, _ others: Range<Int>, of source: TextWords) throws(IndexFault) -> Bool {
    guard stretch.count < settings.copiedWords else { return false }
    let items = fewestHolders(stretch, others, source)
    return items >= settings.stockItems ? try !isCarried(by: items, source, besides: others) : false
  }

  /// The items that hold the rarest seed which a stretch shares with a source; zero where it shares none.
  ///
  /// The first seed that too few hold for a phrase is enough.
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

  /// Whether most of a source outside a range stands in at least half as many items as the range: it is the item as a whole
  /// that they carry.
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

  /// A source with fewer pairs of words besides a phrase is that phrase.
  private static let fewestPairs = 8
  /// Pairs of words that are looked up, about.
  private static let mostPairs = 32
}
