internal import WireText

/// Cuts the sentences around an offset out of a piece of a body, so that only they need to be read.
///
/// Cuts are made after a full stop or another mark that ends sentences if white space follows, and between lines;
/// text that the marks of a script do not separate is kept whole.
struct SentenceWindow {
  let text: [UInt8]
  let piece: TextRange

  /// The length in bytes below which pieces are not cut.
  private static let shortPiece = 512
  /// The number of sentences before and after the current one that may belong to the same notice.
  private static let neighbours = 2

  /// The sentence around an offset with its neighbours, none of it before `floor`.
  func around(_ place: Int, after floor: Int) -> TextRange {
    guard piece.count > Self.shortPiece else { return TextRange(floor, piece.upper) }
    var starts = 0
    let lower = lastWord(from: place, after: floor) { word in
      starts += isStart(word) ? 1 : 0
      return starts > Self.neighbours
    }
    return TextRange(lower ?? min(place, floor), end(from: place, sentences: Self.neighbours + 1))
  }

  /// The sentence around an offset alone, within a window.
  ///
  /// It ends only where every reader would end it: not between lines, nor after what may be an abbreviation.
  func sentence(around place: Int, in window: TextRange) -> TextRange {
    let lower = lastWord(from: place, after: window.lower, where: isCertainStart)
    let upper = firstWord(from: place + 1, before: window.upper, where: isCertainStart)
    return TextRange(lower ?? window.lower, upper ?? window.upper)
  }

  /// Whether a sentence starts at a byte, after a mark that certainly ends the one before.
  private func isCertainStart(_ at: Int) -> Bool {
    guard isStart(at), at - 2 > piece.lower else { return false }
    let end = at - 2
    switch text[end] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"): return true
    case UInt8(ascii: "."):
      let first = max(piece.lower, end - Self.longestAbbreviation - 1)
      return text[first..<end].allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: ".") }
    default: return false
    }
  }

  /// The most letters before a full stop that may not end a sentence.
  private static let longestAbbreviation = 4

  /// The next sentences after a place.
  func following(_ place: Int) -> TextRange { TextRange(place, end(from: place, sentences: Self.neighbours)) }

  private func end(from place: Int, sentences: Int) -> Int {
    var ends = 0
    let upper = firstWord(from: place + 1, before: piece.upper) { word in
      ends += isStart(word) ? 1 : 0
      return ends == sentences
    }
    return upper ?? max(place, piece.upper)
  }

  /// The first offset after white space, from one offset on, that meets a condition.
  ///
  /// Only these are examined further: sentences may be as long as a page.
  @inline(__always)
  private func firstWord(from place: Int, before end: Int, where isMet: (Int) -> Bool) -> Int? {
    text.withUnsafeBufferPointer { text in
      var at = place
      while at < end {
        if text[at &- 1] <= 0x20, isMet(at) { return at }
        at &+= 1
      }
      return nil
    }
  }

  /// The last such offset, from one offset back.
  @inline(__always)
  private func lastWord(from place: Int, after floor: Int, where isMet: (Int) -> Bool) -> Int? {
    text.withUnsafeBufferPointer { text in
      var at = place
      while at > floor {
        if text[at &- 1] <= 0x20, isMet(at) { return at }
        at &-= 1
      }
      return nil
    }
  }

  /// Whether a sentence starts at a byte: white space precedes it, and the end of a sentence before that.
  private func isStart(_ at: Int) -> Bool {
    guard at > piece.lower, at < piece.upper, text[at] > 0x20, text[at - 1] <= 0x20 else { return false }
    if text[at - 1] == UInt8(ascii: "\n") { return true }
    guard at - 2 >= piece.lower else { return false }
    switch text[at - 2] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"): return true
    default: return false
    }
  }
}
