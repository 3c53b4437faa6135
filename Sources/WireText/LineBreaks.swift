/// Finds lines, which end with a line feed, a carriage return, or both.
package enum LineBreaks {
  /// The lines of a part of a text in order, each without its break, and the start of what follows it.
  package static func lines(
    of utf8: [UInt8], in part: Range<Int>? = nil
  ) -> UnfoldSequence<(line: Range<Int>, next: Int), Int> {
    let part = part ?? utf8.indices
    return sequence(state: part.lowerBound) { start in
      guard start < part.upperBound else { return nil }
      let (end, next) = LineBreaks.end(utf8, start, limit: part.upperBound)
      defer { start = next }
      return (start..<end, next)
    }
  }

  /// The end of the line that contains a byte, and the start of the next line.
  package static func end(_ utf8: [UInt8], _ from: Int, limit: Int? = nil) -> (end: Int, next: Int) {
    let limit = min(limit ?? utf8.count, utf8.count)
    let at = utf8.withUnsafeBytes { end(in: $0, from: from, to: limit) }
    guard at < limit else { return (at, at) }
    let isPair = utf8[at] == 0x0D && at + 1 < limit && utf8[at + 1] == 0x0A
    return (at, at + (isPair ? 2 : 1))
  }

  /// The offset of the next line feed or carriage return; eight bytes at once, as most lines are long.
  private static func end(in text: UnsafeRawBufferPointer, from start: Int, to limit: Int) -> Int {
    var end = start
    while end + 8 <= limit {
      let bytes = EightBytes(text, at: end)
      let breaks = bytes.equal(to: 0x0A) | bytes.equal(to: 0x0D)
      if breaks != 0 { return end + breaks.trailingZeroBitCount >> 3 }
      end += 8
    }
    while end < limit, text[end] != 0x0A, text[end] != 0x0D { end += 1 }
    return end
  }

  /// The number of line breaks that end in a range of bytes.
  ///
  /// A carriage return before a line feed is no break of its own, also where the range ends between them.
  package static func count(in utf8: [UInt8], from start: Int = 0, to end: Int) -> Int {
    utf8.withUnsafeBufferPointer { bytes in
      var count = 0
      var at = start
      let end = min(end, bytes.count)
      while at < end {
        let byte = bytes[at]
        at &+= 1
        guard byte == 0x0A || byte == 0x0D else { continue }
        if byte == 0x0A || at == bytes.count || bytes[at] != 0x0A { count &+= 1 }
      }
      return count
    }
  }
}
