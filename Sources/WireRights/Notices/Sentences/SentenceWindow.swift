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
    var lower = place
    var starts = 0
    while lower > floor {
      if isStart(lower) {
        starts += 1
        if starts > Self.neighbours { break }
      }
      lower -= 1
    }
    return TextRange(lower, end(from: place, sentences: Self.neighbours + 1))
  }

  /// The sentence around an offset alone, within a window.
  ///
  /// It ends only where every reader would end it: not between lines, nor after what may be an abbreviation.
  func sentence(around place: Int, in window: TextRange) -> TextRange {
    let lower = (window.lower..<place).last { isCertainStart($0 + 1) }
    let upper = (place + 1..<max(place + 1, window.upper)).first { isCertainStart($0) }
    return TextRange(lower.map { $0 + 1 } ?? window.lower, upper ?? window.upper)
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
  private static let longestAbbreviation = 3

  /// The next sentences after a place.
  func following(_ place: Int) -> TextRange { TextRange(place, end(from: place, sentences: Self.neighbours)) }

  private func end(from place: Int, sentences: Int) -> Int {
    var upper = place
    var ends = 0
    while upper < piece.upper {
      upper += 1
      guard isStart(upper) else { continue }
      ends += 1
      if ends == sentences { break }
    }
    return upper
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
