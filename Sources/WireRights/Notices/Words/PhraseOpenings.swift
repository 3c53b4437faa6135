/// The words and pairs of words that phrases begin with, so that a search follows only those that lead on.
///
/// Everyday words begin hundreds of phrases each, and nearly always none of these continues as the text does.
struct PhraseOpenings: Sendable {
  /// By node of the table: the words that lead to it from the root.
  private var words = NumberedLists<UInt64>()
  /// The numbers of the words that are phrases, and by number their entries.
  private var numbers = HashNumbers()
  private var entries = NumberedLists<Int32>()
  /// The pairs of words that phrases begin with.
  private var pairs = KeyFilter(bits: 18)
  /// The words after which phrases have a gap.
  private var gaps = KeyFilter(bits: 12)

  /// Notes that a word leads to a new node.
  mutating func add(_ next: Int, from node: Int, by word: UInt64) {
    if node == 0 { return words.append(word, to: next) }
    for first in words[node] { pairs.insert(Self.pair(first, word)) }
  }

  /// Notes that nodes lead to a new one without a word.
  mutating func join(_ nodes: [Int], to joint: Int) {
    for word in nodes.flatMap({ words[$0] }).sortedDistinct() { words.append(word, to: joint) }
  }

  /// Notes that a phrase ends at a node.
  mutating func end(_ entry: Int, at node: Int) {
    for word in words[node] {
      let number = numbers[word] ?? numbers.count
      if number == numbers.count { numbers.insert(number, for: word) }
      entries.append(Int32(truncatingIfNeeded: entry), to: number)
    }
  }

  /// Notes that a gap follows a node.
  mutating func skip(from node: Int) {
    for word in words[node] { gaps.insert(word) }
  }

  /// Visits the phrases that consist of a word alone.
  @inline(__always)
  func forEachEntry(of word: UInt64, _ body: (Int) -> Void) {
    guard let number = numbers[word] else { return }
    for entry in entries[number] { body(Int(entry)) }
  }

  /// Whether a phrase may begin with a word and any words after it.
  @inline(__always)
  func mayHaveGap(_ word: UInt64) -> Bool { gaps.mayContain(word) }

  /// Whether a phrase may begin with two words.
  @inline(__always)
  func mayBegin(_ word: UInt64, _ next: UInt64) -> Bool { pairs.mayContain(Self.pair(word, next)) }

  @inline(__always)
  private static func pair(_ word: UInt64, _ next: UInt64) -> UInt64 {
    (word &* 0xBF58_476D_1CE4_E5B9) ^ next
  }
}
