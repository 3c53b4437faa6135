internal import WireText

/// Looks for the words of which every notice has at least one, fast enough to run over all prose in all languages.
///
/// Only where a word can start are its first bytes looked up in a table of bits, and only where an anchor of some
/// language has the same is the text compared with those anchors: the number of languages costs nothing. Case of
/// ASCII letters does not matter; a word beyond ASCII is also found with its first letter or all letters capital.
struct AnchorSearch: Sendable {
  private struct Anchor {
    var bytes: [UInt8]
    /// The languages whose notices have it.
    var languages: LanguageSet
    /// Whether a letter may follow.
    var isPrefix: Bool
    /// Whether it counts only in capitals.
    var isUpper: Bool
  }

  private var anchors: [Anchor] = []
  /// The anchors of each head: the first bytes of anchors, `headBytes` at most.
  private var heads = HashNumbers()
  private var groups: [[Int]] = []
  /// For each length of heads, a bit for every mixed head.
  private var filters: [[UInt64]] = Array(
    repeating: Array(repeating: 0, count: 1 << (filterBits - 6)), count: headBytes + 1)
  /// What a byte is: see `Kind`.
  private var kinds: [UInt8]

  private static let headBytes = 4
  private static let filterBits = 16

  /// What a byte says about where words and anchors start, as bits.
  private enum Kind {
    /// A letter, a digit or part of one beyond ASCII: no anchor starts right after it.
    static let word: UInt8 = 1
    /// An anchor starts with it, even after a letter: a mark, or the first byte of a script without spaces.
    static let inner: UInt8 = 2
    /// An anchor starts with it.
    static let start: UInt8 = 4
    /// An anchor shorter than a whole head starts with it.
    static let short: UInt8 = 8
  }

  /// - Parameter languages: the anchors of each; a `*` at the end stands for any ending, a `^` at the start for
  ///   capitals.
  init(_ languages: [[String]]) {
    kinds = (0...255).map { Self.isWord(UInt8($0)) ? Kind.word : 0 }
    for (language, words) in languages.enumerated() { add(words, of: LanguageSet(language)) }
  }

  private mutating func add(_ words: [String], of languages: LanguageSet) {
    for word in words {
      let isPrefix = word.hasSuffix("*")
      let isUpper = word.hasPrefix("^")
      let bare = String(word.dropFirst(isUpper ? 1 : 0).dropLast(isPrefix ? 1 : 0))
      for form in Self.forms(of: bare) { add(form, languages, isPrefix: isPrefix, isUpper: isUpper) }
    }
  }

  /// The ways in which a word beyond ASCII is written; one for all others, whose case does not matter.
  private static func forms(of word: String) -> [[UInt8]] {
    if word.utf8.allSatisfy({ $0 < 0x80 }) { return [word.utf8.map(fold)] }
    let capital = word.prefix(1).uppercased() + word.dropFirst()
    var forms: [[UInt8]] = []
    for form in [word.lowercased(), capital, word.uppercased()].map({ $0.utf8.map(fold) })
    where !forms.contains(form) { forms.append(form) }
    return forms
  }

  private mutating func add(_ bytes: [UInt8], _ languages: LanguageSet, isPrefix: Bool, isUpper: Bool) {
    guard let first = bytes.first, let last = bytes.last, bytes.count >= 2 else { return }
    let isDense = first >= Self.firstDense
    let length = min(bytes.count, Self.headBytes)
    let head = bytes.withUnsafeBufferPointer { Self.head($0, 0, length) }
    let key = Self.key(head, length)
    if heads[key] == nil {
      heads.insert(groups.count, for: key)
      groups.append([])
    }
    if let group = heads[key] { groups[group].append(anchors.count) }
    anchors.append(
      Anchor(
        bytes: bytes, languages: languages, isPrefix: isPrefix || isDense || !Self.isWord(last),
        isUpper: isUpper))
    let bit = Self.bit(head)
    filters[length][bit >> 6] |= 1 << UInt64(bit & 63)
    var kind = Kind.start
    if isDense || !Self.isWord(first) { kind |= Kind.inner }
    if length < Self.headBytes { kind |= Kind.short }
    for letter in Set([first, (0x61...0x7A).contains(first) ? first & 0xDF : first]) {
      kinds[Int(letter)] |= kind
    }
  }

  /// The first byte of letters of scripts that write without spaces, in UTF-8.
  private static let firstDense: UInt8 = 0xE3

  private static func fold(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

  /// Letters and digits, and all that is beyond ASCII.
  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7A).contains(fold(byte)) || (0x30...0x39).contains(byte)
  }

  /// A head and its length in one number.
  private static func key(_ head: UInt32, _ length: Int) -> UInt64 { UInt64(head) | UInt64(length) << 32 }

  @inline(__always)
  private static func bit(_ head: UInt32) -> Int {
    Int(truncatingIfNeeded: (head &* 0x9E37_79B1) &>> UInt32(32 - filterBits))
  }

  /// The place of the first anchor in a range of bytes; nil where there is none.
  func first(in text: [UInt8], from lower: Int, to upper: Int) -> Int? {
    var found: Int?
    scan(text, from: lower, to: upper) { at, _ in
      found = at
      return false
    }
    return found
  }

  /// The languages of all anchors in a range of bytes.
  func languages(in text: [UInt8], _ range: TextRange) -> LanguageSet {
    var languages = LanguageSet()
    scan(text, from: range.lower, to: range.upper) { _, found in
      languages.formUnion(found)
      return true
    }
    return languages
  }

  /// The languages that have at least a share of the words that the language with most of them has.
  ///
  /// - Parameter part: one such word for so many of that language is enough.
  func languages(in text: [UInt8], _ range: TextRange, oneIn part: Int) -> LanguageSet {
    var counts = [Int](repeating: 0, count: LanguageSet.capacity)
    scan(text, from: range.lower, to: range.upper) { _, found in
      for language in found.numbers { counts[language] += 1 }
      return true
    }
    let most = counts.max() ?? 0
    return counts.indices.reduce(into: LanguageSet()) { languages, language in
      if counts[language] > 0, counts[language] * part >= most { languages.formUnion(LanguageSet(language)) }
    }
  }

  /// The languages of the anchors in a range of bytes; of those that share an anchor, the ones that are spoken there.
  func languages(in text: [UInt8], _ range: TextRange, spoken: LanguageSet) -> LanguageSet {
    var languages = LanguageSet()
    scan(text, from: range.lower, to: range.upper) { _, found in
      let both = found.intersection(spoken)
      languages.formUnion(both.isEmpty ? found : both)
      return true
    }
    return languages
  }

  /// Goes through the anchors in a range of bytes until a visitor has seen enough.
  @inline(__always)
  private func scan(_ text: [UInt8], from lower: Int, to upper: Int, _ visit: (Int, LanguageSet) -> Bool) {
    guard lower >= 0, lower < upper, upper <= text.count else { return }
    text.withUnsafeBufferPointer { text in
      kinds.withUnsafeBufferPointer { kinds in
        filters[Self.headBytes].withUnsafeBufferPointer { filter in
          var previous: UInt8 = 0
          for at in lower..<upper {
            let kind = kinds[Int(text[at])]
            let isStart = kind & Kind.inner != 0 || kind & Kind.start != 0 && previous & Kind.word == 0
            previous = kind
            guard isStart else { continue }
            let head = Self.head(text, at, upper)
            guard Self.mayStand(head, filter) || kind & Kind.short != 0 && mayStandShort(head) else {
              continue
            }
            let found = languages(of: head, at: at, in: text, to: upper)
            if !found.isEmpty, !visit(at, found) { return }
          }
        }
      }
    }
  }

  @inline(__always)
  private static func mayStand(_ head: UInt32, _ filter: UnsafeBufferPointer<UInt64>) -> Bool {
    let bit = bit(head)
    return filter[bit &>> 6] &>> UInt64(bit & 63) & 1 == 1
  }

  /// Whether an anchor shorter than a whole head may be what a head starts with.
  @inline(__always)
  private func mayStandShort(_ head: UInt32) -> Bool {
    for length in 2..<Self.headBytes {
      if filters[length].withUnsafeBufferPointer({ Self.mayStand(Self.start(of: head, length), $0) }) {
        return true
      }
    }
    return false
  }

  /// The first bytes of a head.
  @inline(__always)
  private static func start(of head: UInt32, _ length: Int) -> UInt32 {
    head & (1 &<< UInt32(length &* 8) &- 1)
  }

  /// The four bytes from a place on with small letters; zero after the end.
  @inline(__always)
  private static func head(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ upper: Int) -> UInt32 {
    if upper &- at >= headBytes, let base = text.baseAddress {
      return lowercased(
        UInt32(littleEndian: UnsafeRawPointer(base).loadUnaligned(fromByteOffset: at, as: UInt32.self)))
    }
    var head: UInt32 = 0
    for offset in 0..<min(headBytes, upper - at) {
      head |= UInt32(fold(text[at + offset])) << UInt32(offset * 8)
    }
    return head
  }

  /// Four bytes at once with capital letters of ASCII made small; each addition carries into its byte's top bit only.
  @inline(__always)
  private static func lowercased(_ bytes: UInt32) -> UInt32 {
    let low = bytes & 0x7F7F_7F7F
    let isLetter = (low &+ 0x3F3F_3F3F) & ~(low &+ 0x2525_2525) & ~bytes & 0x8080_8080
    return bytes | isLetter &>> 2
  }

  /// The languages of the anchors that stand at a place where one may start.
  @inline(never)
  private func languages(
    of head: UInt32, at start: Int, in text: UnsafeBufferPointer<UInt8>, to upper: Int
  ) -> LanguageSet {
    var found = LanguageSet()
    for length in 2...Self.headBytes {
      let head = length == Self.headBytes ? head : Self.start(of: head, length)
      guard filters[length].withUnsafeBufferPointer({ Self.mayStand(head, $0) }),
        let group = heads[Self.key(head, length)]
      else { continue }
      for anchor in groups[group] where stands(anchors[anchor], at: start, in: text, to: upper) {
        found.formUnion(anchors[anchor].languages)
      }
    }
    return found
  }

  private func stands(
    _ anchor: Anchor, at start: Int, in text: UnsafeBufferPointer<UInt8>, to upper: Int
  ) -> Bool {
    let end = start + anchor.bytes.count
    guard end <= upper else { return false }
    var at = start + min(anchor.bytes.count, Self.headBytes)
    while at < end, Self.fold(text[at]) == anchor.bytes[at - start] { at += 1 }
    guard at == end else { return false }
    if anchor.isUpper, text[start..<end].contains(where: { (0x61...0x7A).contains($0) }) { return false }
    return anchor.isPrefix || end == upper || !Self.isWord(text[end])
  }
}
