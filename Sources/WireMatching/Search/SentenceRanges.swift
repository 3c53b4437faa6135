internal import WireText

/// Cuts a text's words into sentences to be compared, without language-specific data.
///
/// A sentence ends where a stop, white space and then no small letter separate two words, and at a blank line; a
/// single line feed ends nothing, since agencies wrap lines. Sentences of fewer than `least` words are joined to
/// the next one, and one of more than `most` is cut, so that a text without stops costs no more than any other.
enum SentenceRanges {
  private static let least = 4
  private static let most = 48

  /// The sentences as ranges of `words`, in order, none empty.
  static func ranges(of words: [Word], in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    guard !words.isEmpty else { return [] }
    var result: [Range<Int>] = []
    result.reserveCapacity(words.count / 16 + 1)
    var start = 0
    for next in 1..<max(1, words.count) {
      let count = next - start
      guard count >= least, count >= most || ends(words[next - 1], words[next], text) else { continue }
      result.append(start..<next)
      start = next
    }
    if words.count - start < least, let last = result.popLast() { start = last.lowerBound }
    result.append(start..<words.count)
    return result
  }

  /// Whether a sentence ends between two neighbouring words.
  private static func ends(_ word: Word, _ next: Word, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let lower = Int(word.end)
    let upper = min(Int(next.start), text.count)
    guard lower < upper else { return false }
    var isStop = false
    var feeds = 0
    for at in lower..<upper {
      switch text[at] {
      case 0x21, 0x2E, 0x3F: isStop = true
      case 0x0A:
        feeds += 1
        if feeds == 2 { return true }
      case 0x09, 0x0D, 0x20: break
      case SentenceStops.pairLeads, 0xE0...0xEF:
        if isWideStop(text, at, upper) { return true }
        feeds = 0
      default: feeds = 0
      }
    }
    guard isStop, upper - lower > 1 else { return false }
    return !(0x61...0x7A).contains(text[upper])
  }

  /// Whether there is a stop of several bytes at an offset.
  private static func isWideStop(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> Bool {
    if text[at] < 0xE0 { return at + 1 < end && SentenceStops.isStop(text[at], text[at + 1]) }
    return at + 2 < end && SentenceStops.isStop(text[at], text[at + 1], text[at + 2])
  }
}
