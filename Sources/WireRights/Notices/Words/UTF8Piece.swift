internal import WireText

/// The text of a range of bytes, in which every byte keeps its offset.
enum UTF8Piece {
  /// The text; if the bytes are not UTF-8, question marks replace all that are not ASCII.
  static func text(_ bytes: [UInt8], _ range: TextRange) -> String {
    let piece = bytes[range.indices]
    if let text = String(validating: piece, as: UTF8.self) { return text }
    return String(decoding: piece.map { $0 < 0x80 ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
  }

  /// The last offset up to a limit at which a character starts, or the limit if the bytes are not UTF-8.
  static func end(in bytes: [UInt8], atMost limit: Int) -> Int {
    guard limit < bytes.count else { return bytes.count }
    var end = limit
    while end > 0, limit - end < 4, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return bytes[end] & 0xC0 == 0x80 ? limit : end
  }
}
