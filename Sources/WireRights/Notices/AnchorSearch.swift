internal import WireText

/// Looks for the words of which every notice has at least one, fast enough to run over all prose.
///
/// Two bytes at a time are looked up in a table of bits; only where an anchor starts with both is it compared. Case
/// of ASCII letters does not matter; a word beyond ASCII is also found with its first letter or all letters capital.
struct AnchorSearch: Sendable {
  private struct Anchor {
    var bytes: [UInt8]
    /// Whether a letter may follow.
    var isPrefix: Bool
    /// Whether a letter may go before, as in scripts without spaces.
    var isInner: Bool
    /// Whether it counts only in capitals.
    var isUpper: Bool
  }

  /// The anchors that start with the same two bytes.
  private var groups: [[Anchor]] = []
  /// The group of two bytes, counted from 1.
  private var groupOf = [UInt16](repeating: 0, count: 1 << 16)
  /// A bit for every two bytes that an anchor starts with.
  private var pairs = [UInt64](repeating: 0, count: 1 << 10)
  /// The same for anchors that may stand inside a word.
  private var innerPairs = [UInt64](repeating: 0, count: 1 << 10)

  /// - Parameter words: anchors; a `*` at the end stands for any ending, a `^` at the start for capitals.
  init(_ words: [String]) {
    for word in words {
      let isPrefix = word.hasSuffix("*")
      let isUpper = word.hasPrefix("^")
      let bare = String(word.dropFirst(isUpper ? 1 : 0).dropLast(isPrefix ? 1 : 0))
      let capital = bare.prefix(1).uppercased() + bare.dropFirst()
      let forms = [bare.lowercased(), capital, bare.uppercased()].map { Array($0.utf8).map(Self.fold) }
      for form in Set(forms) { add(form, isPrefix: isPrefix, isUpper: isUpper) }
    }
  }

  private mutating func add(_ bytes: [UInt8], isPrefix: Bool, isUpper: Bool) {
    guard bytes.count >= 2 else { return }
    let key = UInt16(bytes[0]) << 8 | UInt16(bytes[1])
    let isDense = bytes[0] >= 0xE3
    let anchor = Anchor(
      bytes: bytes, isPrefix: isPrefix || isDense || !Self.isWord(bytes[bytes.count - 1]),
      isInner: isDense || !Self.isWord(bytes[0]), isUpper: isUpper)
    if groupOf[Int(key)] == 0 {
      groups.append([])
      groupOf[Int(key)] = UInt16(groups.count)
    }
    groups[Int(groupOf[Int(key)]) - 1].append(anchor)
    pairs[Int(key >> 6)] |= 1 << UInt64(key & 63)
    if anchor.isInner { innerPairs[Int(key >> 6)] |= 1 << UInt64(key & 63) }
  }

  private static func fold(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

  /// Letters and digits, and all that is beyond ASCII.
  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7A).contains(fold(byte)) || (0x30...0x39).contains(byte)
  }

  /// The place of the first anchor in a range of bytes; nil where there is none.
  func first(in text: [UInt8], from lower: Int, to upper: Int) -> Int? {
    text.withUnsafeBufferPointer { buffer in
      pairs.withUnsafeBufferPointer { pairs in
        guard lower + 1 < upper, upper <= buffer.count else { return nil }
        var key = UInt16(Self.fold(buffer[lower]))
        for at in lower..<(upper - 1) {
          key = key << 8 | UInt16(Self.fold(buffer[at + 1]))
          guard pairs[Int(key >> 6)] >> UInt64(key & 63) & 1 == 1 else { continue }
          if at > lower, Self.isWord(buffer[at - 1]), innerPairs[Int(key >> 6)] >> UInt64(key & 63) & 1 == 0 {
            continue
          }
          if stands(key, at: at, in: buffer, from: lower, to: upper) { return at }
        }
        return nil
      }
    }
  }

  @inline(never)
  private func stands(
    _ key: UInt16, at start: Int, in text: UnsafeBufferPointer<UInt8>, from lower: Int, to upper: Int
  ) -> Bool {
    let follows = start > lower && Self.isWord(text[start - 1])
    for anchor in groups[Int(groupOf[Int(key)]) - 1] {
      if follows, !anchor.isInner { continue }
      let end = start + anchor.bytes.count
      guard end <= upper else { continue }
      var at = start + 2
      while at < end, Self.fold(text[at]) == anchor.bytes[at - start] { at += 1 }
      guard at == end else { continue }
      if anchor.isUpper, text[start..<end].contains(where: { (0x61...0x7A).contains($0) }) { continue }
      if anchor.isPrefix || end == upper || !Self.isWord(text[end]) { return true }
    }
    return false
  }
}
