/// The pieces of phrases: whole words, prefixes, suffixes, and words in capitals, each identified by a number.
struct PhrasePieces: Sendable {
  /// A bit for each length of a prefix, from one byte; longer ones than `longestWord` match no token.
  private var prefixLengths: UInt64 = 0
  /// The same for the lengths of suffixes.
  private var suffixLengths: UInt64 = 0
  /// The keys of all pieces: it rules out nearly all words and prefixes of words.
  private var filter = KeyFilter(bits: 17)
  private var clitics: [[UInt8]] = []

  /// Adds a small word that is attached to the next one.
  mutating func add(clitic: String) { clitics.append(Array(clitic.utf8)) }

  /// Adds the key of a piece.
  mutating func insert(_ key: UInt64) { filter.insert(key) }

  /// Whether a piece of a phrase stands for any few words: “…”.
  static func isGap(_ piece: UnsafeBufferPointer<UInt8>) -> Bool {
    piece.count == 3 && piece[0] == 0xE2 && piece[1] == 0x80 && piece[2] == 0xA6
  }

  /// The key of a piece that is one word of letters, as nearly all are, without running the lexer, which would give
  /// the same; nil for any other piece.
  mutating func key(ofWord piece: UnsafeBufferPointer<UInt8>) -> UInt64? {
    let isUpper = piece.first == UInt8(ascii: "^")
    let isPrefix = piece.last == UInt8(ascii: "*")
    var hash = Self.seed
    var length = 0
    var at = isUpper ? 1 : 0
    let end = piece.count - (isPrefix ? 1 : 0)
    while at < end {
      let byte = piece[at]
      if (byte | 0x20) &- 0x61 < 26 {
        hash = Self.mix(hash, byte | 0x20)
        length += 1
        at += 1
      } else {
        guard byte >= 0xC3, let (letter, width) = FoldedLetter.at(at, in: piece) else { return nil }
        for place in 0..<letter.count {
          hash = Self.mix(hash, UInt8(truncatingIfNeeded: letter.bytes >> UInt64(place * 8)))
        }
        length += letter.count
        at += width
      }
    }
    guard length > 0 else { return nil }
    if isPrefix, length <= Self.longestWord { prefixLengths |= 1 << UInt64(length - 1) }
    return Self.finish(hash, isPrefix ? .prefix : isUpper ? .upper : .whole)
  }

  /// The keys of a piece as written in a lexicon, one a token; nil if it is a longer suffix than any word has.
  mutating func keys(of piece: UnsafeBufferPointer<UInt8>) -> [UInt64]? {
    let isUpper = piece.first == UInt8(ascii: "^")
    let isPrefix = piece.last == UInt8(ascii: "*") && piece.count > 1
    let isSuffix = piece.first == UInt8(ascii: "*") && piece.count > 1
    let bare = piece.dropFirst(isUpper || isSuffix ? 1 : 0).dropLast(isPrefix ? 1 : 0)
    let list = Lexer.tokens(of: UnsafeBufferPointer(rebasing: bare))
    if isSuffix, list.tokens.count == 1, let token = list.tokens.first {
      let bytes = list.foldedBytes(token)
      guard bytes.count <= Self.longestWord else { return nil }
      suffixLengths |= 1 << UInt64(bytes.count - 1)
      return [Self.key(bytes.reversed(), .suffix)]
    }
    return list.tokens.enumerated().map { index, token in
      let bytes = list.foldedBytes(token)
      let isOpen = isPrefix && index == list.tokens.count - 1 && !token.isDense
      if isOpen, (1...Self.longestWord).contains(bytes.count) {
        prefixLengths |= 1 << UInt64(bytes.count - 1)
      }
      return Self.key(bytes, isOpen ? .prefix : isUpper ? .upper : .whole)
    }
  }

  /// The keys of the pieces that tokens may be; those of a token begin at its start index.
  func steps(of list: TokenList, from first: Int, to last: Int) -> (keys: [UInt64], starts: [Int]) {
    var keys: [UInt64] = []
    var starts: [Int] = []
    keys.reserveCapacity(last - first)
    starts.reserveCapacity(last - first + 1)
    list.folded.withUnsafeBufferPointer { folded in
      for index in first..<last {
        starts.append(keys.count)
        let token = list.tokens[index]
        let bytes = folded[token.foldedLower..<token.foldedUpper]
        guard bytes.count <= Self.longestWord else { continue }
        collect(bytes, isUpper: token.isUpper, into: &keys)
        guard token.kind == .word, !token.isDense else { continue }
        for clitic in clitics where bytes.count > clitic.count + 2 && bytes.starts(with: clitic) {
          collect(bytes.dropFirst(clitic.count), isUpper: false, into: &keys)
        }
      }
    }
    starts.append(keys.count)
    return (keys, starts)
  }

  private func collect(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, isUpper: Bool, into keys: inout [UInt64]) {
    func take(_ hash: UInt64, _ kind: Kind) {
      let key = Self.finish(hash, kind)
      if filter.mayContain(key) { keys.append(key) }
    }
    var hash = Self.seed
    var length: UInt64 = 1
    for byte in bytes {
      hash = Self.mix(hash, byte)
      if prefixLengths & length != 0 { take(hash, .prefix) }
      length &<<= 1
    }
    take(hash, .whole)
    if isUpper { take(hash, .upper) }
    guard suffixLengths != 0 else { return }
    hash = Self.seed
    length = 1
    for byte in bytes.reversed() {
      hash = Self.mix(hash, byte)
      if suffixLengths & length != 0 { take(hash, .suffix) }
      length &<<= 1
    }
  }

  /// The most bytes of a word that can be part of a phrase: the number of bits for lengths.
  private static let longestWord = 64

  enum Kind: UInt64 { case suffix, whole, prefix, upper }
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
  static func finish(_ hash: UInt64, _ kind: Kind) -> UInt64 { hash &* 4 &+ kind.rawValue }
  private static func key(_ bytes: some Sequence<UInt8>, _ kind: Kind) -> UInt64 {
    finish(bytes.reduce(seed, mix), kind)
  }
}
