internal import WireText

/// Text of a range of bytes, such that each byte keeps its place.
enum UTF8Piece {
  /// The text; where the bytes are not UTF-8, question marks stand for all that are not ASCII.
  static func text(_ bytes: [UInt8], _ range: TextRange) -> String {
    let piece = bytes[range.indices]
    if let text = String(validating: piece, as: UTF8.self) { return text }
    return String(decoding: piece.map { $0 < 0x80 ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
  }

  /// The last place up to a limit at which a character starts, or the limit where the bytes are not UTF-8.
  static func end(in bytes: [UInt8], atMost limit: Int) -> Int {
    guard limit < bytes.count else { return bytes.count }
    var end = limit
    while end > 0, limit - end < 4, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return bytes[end] & 0xC0 == 0x80 ? limit : end
  }
}
