package import WireText

/// The longest run of equal words in two stretches, without a gap.
///
/// Runs are found from words that occur at most `mostPlaces` times in the second stretch, and each is extended both
/// ways once, however many such words it has. So words that repeat endlessly cost nothing, and a copied book costs
/// no more than its length; a run of only more frequent words counts as one word.
package struct LongestRun {
  private static let mostPlaces = 16

  private var heads: [(word: UInt64, place: Int32, count: Int32)] = []
  private var next: [Int32] = []
  /// By diagonal (position in the second stretch minus that in the first): the end of the last run there, in the first.
  private var ends: [Int32] = []

  package init() {}

  /// The number of words in the longest run.
  package mutating func length(_ first: ArraySlice<Word>, _ second: ArraySlice<Word>) -> Int {
    guard !first.isEmpty, !second.isEmpty else { return 0 }
    prepare(second)
    ends.removeAll(keepingCapacity: true)
    ends.append(contentsOf: repeatElement(0, count: first.count + second.count))
    var longest = 0
    for (number, word) in first.enumerated() {
      let slot = find(word.hash)
      if heads[slot].count > 0 { longest = max(longest, 1) }
      var place = heads[slot].count <= Self.mostPlaces ? heads[slot].place : -1
      while place >= 0 {
        let diagonal = Int(place) + first.count - number
        if Int(ends[diagonal]) <= number {
          let run = Self.run(first, first.startIndex + number, second, second.startIndex + Int(place))
          ends[diagonal] = Int32(number + run.ahead)
          longest = max(longest, run.back + run.ahead)
        }
        place = next[Int(place)]
      }
    }
    return longest
  }

  /// The number of equal words before a pair of equal words, and the number from it on.
  private static func run(
    _ first: ArraySlice<Word>, _ at: Int, _ second: ArraySlice<Word>, _ there: Int
  ) -> (back: Int, ahead: Int) {
    var back = 0
    while at - back > first.startIndex, there - back > second.startIndex,
      first[at - back - 1].hash == second[there - back - 1].hash
    { back += 1 }
    var ahead = 1
    while at + ahead < first.endIndex, there + ahead < second.endIndex,
      first[at + ahead].hash == second[there + ahead].hash
    { ahead += 1 }
    return (back, ahead)
  }

  private mutating func prepare(_ words: ArraySlice<Word>) {
    var size = 16
    while size < words.count * 2 { size *= 2 }
    heads = Array(repeating: (0, -1, 0), count: size)
    next = Array(repeating: -1, count: words.count)
    for (place, word) in words.enumerated() {
      let slot = find(word.hash)
      next[place] = heads[slot].place
      heads[slot] = (word.hash, Int32(place), heads[slot].count + 1)
    }
  }

  private func find(_ word: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: word) & (heads.count - 1)
    while heads[slot].count > 0, heads[slot].word != word { slot = (slot + 1) & (heads.count - 1) }
    return slot
  }
}
