internal import WireText

/// Searches for words of which every notice contains at least one, fast enough for all prose in all languages.
///
/// Only where a word can start are its first bytes looked up in a bit table, and only if an anchor of some language
/// has the same first bytes is the text compared with those anchors: the number of languages does not affect the
/// cost. Case is ignored for ASCII letters; other words are also found capitalised or in capitals.
struct AnchorSearch: Sendable {
  /// An anchor, whose bytes are in `bytes`; compact, since where one may stand all of its head are read.
  private struct Anchor {
    /// The `nextBytes` after the head, zero after the end: they rule out nearly every text that only starts like an
    /// anchor.
    var next: UInt64
    /// The languages whose notices contain it.
    var languages: LanguageSet
    var start: Int32
    var count: Int32
    /// The number of its head.
    var group: Int32
    /// Whether a letter may follow.
    var isPrefix: Bool
    /// Whether it matches only in capitals.
    var isUpper: Bool
  }

  /// Those of a head stand together.
  private var anchors: [Anchor] = []
  private var bytes: [UInt8] = []
  /// The numbers of heads; a head is the first bytes of an anchor, at most `headBytes`.
  private var heads = HashNumbers()
  /// By number of a head: the place of its first anchor; one more for the end.
  private var firsts: [Int] = []
  /// For each length of heads, a bit for every mixed head; a single array, since every word is looked up in it.
  private var filters = [UInt64](repeating: 0, count: (headBytes + 1) << (filterBits - 6))
  /// A bit for every mixed opening of an anchor with a whole head.
  ///
  /// One word in seven starts like an anchor, one in a hundred continues like one. The table is large enough that
  /// few openings share a bit; only few words are looked up in it.
  private var openings = [UInt64](repeating: 0, count: 1 << (openingBits - 6))
  /// The kind of each byte: see `Kind`.
  private var kinds: [UInt8]

  private static let headBytes = 4
  private static let nextBytes = 8
  private static let filterBits = 16
  private static let openingBits = 20
  /// The bytes of an opening; the openings of all shorter anchors share one bit.
  private static let openingBytes = 8

  /// Bits that say where words and anchors can start.
  private enum Kind {
    /// A letter, a digit or a byte of one beyond ASCII: no anchor starts right after it.
    static let word: UInt8 = 1
    /// An anchor starts with it, even after a letter: a symbol, or the first byte of a script without spaces.
    static let inner: UInt8 = 2
    /// An anchor starts with it.
    static let start: UInt8 = 4
    /// An anchor shorter than a whole head starts with it.
    static let short: UInt8 = 8
  }

  /// - Parameter languages: the anchors of each; a `*` at the end means any ending, a `^` at the start capitals
  ///   only, and alternatives make several anchors (see `PhraseForms`).
  init(_ languages: [[String]]) {
    kinds = (0...255).map { Self.isWord(UInt8($0)) ? Kind.word : 0 }
    // One written anchor makes about six. Arrays that grow are copied, and memory that is never written costs nothing.
    let written = languages.reduce(0) { $0 + $1.count }
    anchors.reserveCapacity(written * 8)
    bytes.reserveCapacity(written * 256)
    var forms = AnchorForms()
    for (language, words) in languages.enumerated() { add(words, of: LanguageSet(language), &forms) }
    gather()
  }

  /// Puts the anchors of each head together.
  private mutating func gather() {
    firsts = Array(repeating: 0, count: heads.count + 1)
    for anchor in anchors { firsts[Int(anchor.group) + 1] += 1 }
    for group in 0..<heads.count { firsts[group + 1] += firsts[group] }
    var places = firsts
    for anchor in anchors {
      anchors[places[Int(anchor.group)]] = anchor
      places[Int(anchor.group)] += 1
    }
  }

  private mutating func add(_ words: [String], of languages: LanguageSet, _ forms: inout AnchorForms) {
    for var written in words {
      written.withUTF8 { utf8 in
        guard PhraseForms.hasChoice(utf8) else { return add(utf8, of: languages, &forms) }
        for word in PhraseForms.all(of: utf8) {
          word.withUnsafeBufferPointer { add($0, of: languages, &forms) }
        }
      }
    }
  }

  private mutating func add(
    _ word: UnsafeBufferPointer<UInt8>, of languages: LanguageSet, _ forms: inout AnchorForms
  ) {
    let isPrefix = word.last == UInt8(ascii: "*")
    let isUpper = word.first == UInt8(ascii: "^")
    let bare = UnsafeBufferPointer(rebasing: word.dropFirst(isUpper ? 1 : 0).dropLast(isPrefix ? 1 : 0))
    AnchorText.forSearch(bare) { plain in
      forms.forEach(of: plain) { add($0, languages, isPrefix: isPrefix, isUpper: isUpper) }
    }
  }

  private mutating func add(
    _ bytes: UnsafeBufferPointer<UInt8>, _ languages: LanguageSet, isPrefix: Bool, isUpper: Bool
  ) {
    guard let first = bytes.first, let last = bytes.last, bytes.count >= 2 else { return }
    // Scripts without spaces; and `©2026` is a sign and a number, though all bytes of both may be parts of words.
    let isFree = first >= Self.firstDense || first >= 0x80 && Self.isSigns(bytes)
    let length = min(bytes.count, Self.headBytes)
    let head = Self.start(of: Self.head(bytes, 0, length), length)
    let next = Self.head(bytes, length, bytes.count)
    let key = Self.key(head, length)
    let group = heads[key] ?? heads.count
    if group == heads.count { heads.insert(group, for: key) }
    anchors.append(
      Anchor(
        next: next, languages: languages, start: Int32(truncatingIfNeeded: self.bytes.count),
        count: Int32(truncatingIfNeeded: bytes.count), group: Int32(truncatingIfNeeded: group),
        isPrefix: isPrefix || isFree || !Self.isWord(last), isUpper: isUpper))
    self.bytes += bytes
    let bit = Self.bit(Self.start(of: Self.spread(head), length), length)
    filters[bit >> 6] |= 1 << UInt64(bit & 63)
    if length == Self.headBytes {
      let opening = min(bytes.count, Self.openingBytes)
      let bit = Self.openingBit(Self.start(of: Self.spread(Self.head(bytes, 0, opening)), opening))
      openings[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    var kind = Kind.start
    if isFree || !Self.isWord(first) { kind |= Kind.inner }
    if length < Self.headBytes { kind |= Kind.short }
    kinds[Int(first)] |= kind
    if (0x61...0x7A).contains(first) { kinds[Int(first & 0xDF)] |= kind }
  }

  /// The first byte of letters of scripts without spaces, in UTF-8.
  private static let firstDense: UInt8 = 0xE3

  /// Letters and digits, and everything beyond ASCII.
  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  /// Whether a word consists of symbols; most words do not start with one.
  private static func isSigns(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    var decoder = UTF8()
    var bytes = word.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&bytes) {
      guard scalar.properties.generalCategory == .otherSymbol else { return false }
    }
    return true
  }

  /// A head and its length combined into one number.
  private static func key(_ head: UInt64, _ length: Int) -> UInt64 { head | UInt64(length) << 32 }

  /// The bit of a head in `filters`.
  @inline(__always)
  private static func bit(_ head: UInt64, _ length: Int) -> Int {
    let mixed = (UInt32(truncatingIfNeeded: head) &* 0x9E37_79B1) &>> UInt32(32 - filterBits)
    return length &<< filterBits | Int(truncatingIfNeeded: mixed)
  }

  @inline(__always)
  private static func openingBit(_ opening: UInt64) -> Int {
    Int(truncatingIfNeeded: (opening &* 0x9E37_79B9_7F4A_7C15) &>> UInt64(64 - openingBits))
  }

  /// Visits the anchors in a range of bytes until the visitor stops the search.
  @inline(__always)
  func scan(_ text: [UInt8], from lower: Int, to upper: Int, _ visit: (Int, LanguageSet) -> Bool) {
    guard lower >= 0, lower < upper, upper <= text.count else { return }
    text.withUnsafeBufferPointer { text in
      kinds.withUnsafeBufferPointer { kinds in
        filters.withUnsafeBufferPointer { filters in
          var before: UInt64 = 0
          for place in stride(from: lower, to: upper, by: 64) {
            let block = TextBlock(text, at: place, upTo: upper, after: before)
            before = block.end
            var starts = block.starts
            while starts != 0 {
              let at = place &+ starts.trailingZeroBitCount
              starts &= starts &- 1
              let kind = kinds[Int(text[at])]
              guard
                kind & Kind.inner != 0
                  || kind & Kind.start != 0 && (at == lower || kinds[Int(text[at &- 1])] & Kind.word == 0)
              else { continue }
              let start = Self.spread(TextBlock.eight(text, at: at, upTo: upper).word)
              let head = Self.start(of: start, Self.headBytes)
              guard
                Self.mayStand(head, Self.headBytes, filters) && mayGoOn(start)
                  || kind & Kind.short != 0 && Self.mayStandShort(head, filters)
              else { continue }
              let found = languages(at: at, in: text, to: upper)
              if !found.isEmpty, !visit(at, found) { return }
            }
          }
        }
      }
    }
  }

  /// Whether a text that starts like an anchor may continue like one.
  @inline(__always)
  private func mayGoOn(_ start: UInt64) -> Bool {
    openings.withUnsafeBufferPointer { openings in
      var isOpening: UInt64 = 0
      for length in Self.headBytes...Self.openingBytes {
        let bit = Self.openingBit(Self.start(of: start, length))
        isOpening |= openings[bit &>> 6] &>> UInt64(bit & 63)
      }
      return isOpening & 1 == 1
    }
  }

  @inline(__always)
  private static func mayStand(
    _ head: UInt64, _ length: Int, _ filters: UnsafeBufferPointer<UInt64>
  ) -> Bool {
    let bit = bit(head, length)
    return filters[bit &>> 6] &>> UInt64(bit & 63) & 1 == 1
  }

  /// Whether an anchor shorter than a whole head may be a prefix of the head.
  @inline(__always)
  private static func mayStandShort(_ head: UInt64, _ filters: UnsafeBufferPointer<UInt64>) -> Bool {
    var mayStand = false
    for length in 2..<headBytes {
      mayStand = Self.mayStand(start(of: head, length), length, filters) || mayStand
    }
    return mayStand
  }

  /// Eight bytes as the bit tables have them: with letters in lower case, and other bytes changed at will.
  @inline(__always)
  private static func spread(_ bytes: UInt64) -> UInt64 { bytes | 0x2020_2020_2020_2020 }

  /// The first bytes of eight.
  @inline(__always)
  private static func start(of bytes: UInt64, _ length: Int) -> UInt64 {
    length < 8 ? bytes & (1 &<< UInt64(length &* 8) &- 1) : bytes
  }

  /// The eight bytes from an offset on, in lower case; zero after the end.
  @inline(__always)
  private static func head(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ upper: Int) -> UInt64 {
    TextBlock.eight(text, at: at, upTo: upper).lowercased.word
  }

  /// The languages of the anchors at an offset where one may start.
  @inline(never)
  func languages(
    at start: Int, in text: UnsafeBufferPointer<UInt8>, to upper: Int
  ) -> LanguageSet {
    var found = LanguageSet()
    let word = Self.head(text, start, upper)
    for length in 2...Self.headBytes {
      let head = Self.start(of: word, length)
      let spread = Self.start(of: Self.spread(word), length)
      guard filters.withUnsafeBufferPointer({ Self.mayStand(spread, length, $0) }),
        let group = heads[Self.key(head, length)]
      else { continue }
      let next = Self.head(text, start + length, upper)
      for anchor in anchors[firsts[group]..<firsts[group + 1]] {
        let rest = Int(anchor.count) - length
        if Self.start(of: next, rest) == anchor.next, stands(anchor, at: start, in: text, to: upper) {
          found.formUnion(anchor.languages)
        }
      }
    }
    return found
  }

  private func stands(
    _ anchor: Anchor, at start: Int, in text: UnsafeBufferPointer<UInt8>, to upper: Int
  ) -> Bool {
    let end = start + Int(anchor.count)
    guard end <= upper else { return false }
    // The head and what follows it are compared already.
    var at = start + min(Int(anchor.count), Self.headBytes + Self.nextBytes)
    while at < end, AnchorForms.fold(text[at]) == bytes[Int(anchor.start) + at - start] { at += 1 }
    guard at == end else { return false }
    if anchor.isUpper, text[start..<end].contains(where: { (0x61...0x7A).contains($0) }) { return false }
    return anchor.isPrefix || end == upper || !Self.isWord(text[end])
  }
}
