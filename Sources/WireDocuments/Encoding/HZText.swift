/// HZ: ASCII text with GB 2312 Chinese between `~{` and `~}`, two ASCII bytes per character.
///
/// Source: RFC 1843. A line break also ends the Chinese, because some senders break lines without `~}`.
struct HZText {
  private var isChinese = false
  private lazy var table = Iconv("GB18030")

  /// Decodes bytes from an offset to the end.
  ///
  /// - Parameters:
  ///   - bytes: the bytes of a chunk.
  ///   - from: where to begin.
  ///   - isLast: whether nothing follows, so that an incomplete sequence is broken.
  ///   - output: receives the text; invalid characters become U+FFFD.
  ///   - replaced: counts the bytes of invalid characters.
  /// - Returns: where decoding stopped.
  mutating func decode(
    _ bytes: [UInt8], from: Int, isLast: Bool, into output: inout DecodedOutput, replaced: inout Int
  ) -> Int {
    var at = from
    func replace(_ count: Int) {
      let before = output.utf8.count
      output.utf8 += Array("\u{FFFD}".utf8)
      output.mark(from: before, file: at, count: count)
      replaced += count
      at += count
    }
    while at < bytes.count {
      if !isChinese {
        let run = bytes[at...].firstIndex { $0 == Self.tilde || $0 == 0 || $0 >= 0x80 } ?? bytes.count
        output.exact(bytes, at..<run)
        at = run
        guard at < bytes.count else { break }
        guard bytes[at] == Self.tilde else {
          replace(1)
          continue
        }
      } else if bytes[at] == 0x0A || bytes[at] == 0x0D {
        isChinese = false
        continue
      }
      guard at + 1 < bytes.count else {
        guard isLast else { break }
        if isChinese { replace(1) } else { output.exact(bytes, at..<at + 1) }
        return bytes.count
      }
      let second = bytes[at + 1]
      switch (bytes[at], second) {
      case (Self.tilde, UInt8(ascii: "{")) where !isChinese, (Self.tilde, UInt8(ascii: "}")) where isChinese:
        isChinese.toggle()
        at += 2
      case (Self.tilde, Self.tilde) where !isChinese:
        output.exact(bytes, at + 1..<at + 2)
        at += 2
      case (Self.tilde, 0x0A) where !isChinese: at += 2
      case (Self.tilde, _) where !isChinese:
        output.exact(bytes, at..<at + 1)
        at += 1
      case (0x21...0x77, 0x21...0x7E):
        let before = output.utf8.count
        let pair = [bytes[at] | 0x80, second | 0x80]
        if table?.character(in: pair, at: 0, into: &output.utf8) == 2 {
          output.mark(from: before, file: at, count: 2)
          at += 2
        } else {
          replace(2)
        }
      case (0x20, _):
        output.exact(bytes, at..<at + 1)
        at += 1
      default: replace(1)
      }
    }
    return at
  }

  private static let tilde = UInt8(ascii: "~")
}
