/// The phrases of a lexicon, found in a text in one pass.
///
/// A trie over words: a step is taken by the whole word, by a beginning (`reproduc*`), by an ending (`*amaz`, which
/// adds its meaning to the word that it ends) or by a word in capitals (`^out`); `…` stands for up to four words without
/// capitals, of which one may be a quotation or stand in brackets (`source … named`). From each token at most as many
/// steps are taken as the longest phrase has words, so that the search is linear in the text.
struct PhraseTable: Sendable {
  /// What a phrase means.
  struct Entry: Sendable {
    var concepts: [Concept]
    var bits: ConceptBits
    var phrase: String
    /// Where it stands; nil for names of licences and agencies.
    var place: PolicyPlace?
  }

  /// A phrase that stands in the text.
  struct Match: Sendable {
    /// The first token, and the one after the last.
    var lower: Int
    var upper: Int
    var entry: Int
  }

  private(set) var entries: [Entry] = []
  /// By entry: whether it only joins or leads on.
  private(set) var isSmall: [Bool] = []
  /// A bit for each length that a beginning has, from one byte; longer ones than `longestWord` are met by no token.
  private var prefixLengths: UInt64 = 0
  /// The same for the lengths of endings.
  private var suffixLengths: UInt64 = 0
  /// A bit for every mixed key of a piece: nearly all words and beginnings of words are none.
  private var filter = [UInt64](repeating: 0, count: 1 << (filterBits - 6))
  private static let filterBits: UInt64 = 17
  /// The node that a piece leads to from another one: see `edge`.
  private var edges = HashNumbers()
  /// A bit for every mixed edge: most words that are a piece of some phrase go on with none, and `edges` is too large for
  /// the cache that is close to the processor.
  private var edgeFilter = [UInt64](repeating: 0, count: 1 << (edgeFilterBits - 6))
  private static let edgeFilterBits: UInt64 = 17
  /// By node: the one that any word leads to, −1 where only known words do.
  private var gaps = [-1]
  /// By node: the first entry whose phrase ends there, −1 where none does.
  private var ends = [-1]
  /// By entry: the next one with the same phrase, −1 after the last.
  private var equals: [Int] = []
  private var clitics: [[UInt8]] = []

  mutating func add(_ phrase: String, _ concepts: [Concept], place: PolicyPlace? = nil) {
    let hasGap = phrase.utf8.contains(Self.gap[0]) && phrase.contains(Self.gapMark)
    // A phrase with a gap is one for each number of words that may stand there.
    for count in hasGap ? 0...Self.longestGap : 0...0 {
      var utf8 = phrase
      guard let node = utf8.withUTF8({ node(of: $0, gap: count) }), node != 0 else { return }
      link(entries.count, to: node)
      entries.append(Entry(concepts: concepts, bits: ConceptBits(concepts), phrase: phrase, place: place))
      isSmall.append(concepts.allSatisfy(\.isSmall))
    }
  }

  /// The node that a phrase leads to; nil for none.
  ///
  /// By bytes, since parting by characters takes longer than all the rest.
  private mutating func node(of phrase: UnsafeBufferPointer<UInt8>, gap count: Int) -> Int? {
    var node = 0
    var at = 0
    while at < phrase.count {
      var hash = Self.seed
      var end = at
      while end < phrase.count, (0x61...0x7A).contains(phrase[end]) {
        hash = Self.mix(hash, phrase[end])
        end += 1
      }
      if end == phrase.count || phrase[end] == UInt8(ascii: " ") {
        // Most words of most phrases, for which the lexer would do no more.
        if end > at { node = step(from: node, by: Self.finish(hash, .whole)) }
      } else {
        while end < phrase.count, phrase[end] != UInt8(ascii: " ") { end += 1 }
        let piece = UnsafeBufferPointer(rebasing: phrase[at..<end])
        let next = piece.elementsEqual(Self.gap) ? skip(count, from: node) : step(from: node, by: piece)
        guard let next else { return nil }
        node = next
      }
      at = end + 1
    }
    return node
  }

  private static let gapMark = "…"
  private static let gap = Array(gapMark.utf8)
  private static let longestGap = 4

  /// The node after so many words of any kind.
  private mutating func skip(_ count: Int, from node: Int) -> Int {
    var node = node
    for _ in 0..<count {
      if gaps[node] < 0 { gaps[node] = newNode() }
      node = gaps[node]
    }
    return node
  }

  /// The node after a piece of a phrase; nil where it is a longer ending than any word has.
  private mutating func step(from node: Int, by piece: UnsafeBufferPointer<UInt8>) -> Int? {
    let isUpper = piece.first == UInt8(ascii: "^")
    let isPrefix = piece.last == UInt8(ascii: "*") && piece.count > 1
    let isSuffix = piece.first == UInt8(ascii: "*") && piece.count > 1
    let bare = piece.dropFirst(isUpper || isSuffix ? 1 : 0).dropLast(isPrefix ? 1 : 0)
    let list = Lexer.tokens(of: UnsafeBufferPointer(rebasing: bare))
    if isSuffix, list.tokens.count == 1, let token = list.tokens.first {
      let bytes = list.foldedBytes(token)
      guard bytes.count <= Self.longestWord else { return nil }
      suffixLengths |= 1 << UInt64(bytes.count - 1)
      return step(from: node, by: Self.key(bytes.reversed(), .suffix))
    }
    var node = node
    for (index, token) in list.tokens.enumerated() {
      let bytes = list.foldedBytes(token)
      let isOpen = isPrefix && index == list.tokens.count - 1 && !token.isDense
      if isOpen, (1...Self.longestWord).contains(bytes.count) {
        prefixLengths |= 1 << UInt64(bytes.count - 1)
      }
      node = step(from: node, by: Self.key(bytes, isOpen ? .prefix : isUpper ? .upper : .whole))
    }
    return node
  }

  /// Puts an entry behind those that end at a node.
  private mutating func link(_ entry: Int, to node: Int) {
    equals.append(-1)
    guard ends[node] >= 0 else {
      ends[node] = entry
      return
    }
    var last = ends[node]
    while equals[last] >= 0 { last = equals[last] }
    equals[last] = entry
  }

  mutating func add(clitic: String) { clitics.append(Array(clitic.utf8)) }

  private mutating func step(from node: Int, by key: UInt64) -> Int {
    let edge = Self.edge(from: node, by: key)
    if let next = edges[edge] { return next }
    let bit = Self.bit(key, Self.filterBits)
    filter[bit >> 6] |= 1 << UInt64(bit & 63)
    let edgeBit = Self.bit(edge, Self.edgeFilterBits)
    edgeFilter[edgeBit >> 6] |= 1 << UInt64(edgeBit & 63)
    let next = newNode()
    edges.insert(next, for: edge)
    return next
  }

  /// A node and the key of a piece as one number; of the root, the key itself.
  @inline(__always)
  private static func edge(from node: Int, by key: UInt64) -> UInt64 {
    key ^ (UInt64(truncatingIfNeeded: node) &* 0xBF58_476D_1CE4_E5B9)
  }

  private mutating func newNode() -> Int {
    ends.append(-1)
    gaps.append(-1)
    return ends.count - 1
  }

  /// The node that a piece leads to from another one; nil where no phrase goes on so.
  @inline(__always)
  private func next(from node: Int, by key: UInt64, _ filter: UnsafeBufferPointer<UInt64>) -> Int? {
    let edge = Self.edge(from: node, by: key)
    let bit = Self.bit(edge, Self.edgeFilterBits)
    return filter[bit &>> 6] &>> UInt64(bit & 63) & 1 == 1 ? edges[edge] : nil
  }

  @inline(__always)
  private static func bit(_ key: UInt64, _ bits: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> (64 &- bits))
  }

  /// All phrases that stand in the tokens.
  func matches(in list: TokenList) -> [Match] { matches(in: list, from: 0, to: list.tokens.count) }

  /// All phrases that stand within some of the tokens, in order of their starts, overlapping ones too.
  func matches(in list: TokenList, from first: Int, to last: Int) -> [Match] {
    edgeFilter.withUnsafeBufferPointer { matches(in: list, from: first, to: last, $0) }
  }

  private func matches(
    in list: TokenList, from first: Int, to last: Int, _ filter: UnsafeBufferPointer<UInt64>
  ) -> [Match] {
    let steps = steps(of: list, from: first, to: last)
    func places(of token: Int) -> Range<Int> { steps.starts[token - first]..<steps.starts[token - first + 1] }
    var matches: [Match] = []
    var frontier: [Int] = []
    var next: [Int] = []
    // Nodes that are reached behind a quotation.
    var later: [(upper: Int, node: Int)] = []
    for lower in first..<last {
      for at in places(of: lower) {
        if let opening = self.next(from: 0, by: steps.keys[at], filter) { frontier.append(opening) }
      }
      var upper = lower + 1
      while !frontier.isEmpty || !later.isEmpty {
        if !later.isEmpty {
          frontier += later.filter { $0.upper == upper }.map(\.node)
          later.removeAll { $0.upper <= upper }
        }
        for node in frontier {
          var entry = ends[node]
          while entry >= 0 {
            matches.append(Match(lower: lower, upper: upper, entry: entry))
            entry = equals[entry]
          }
        }
        if upper < last {
          for at in places(of: upper) {
            for node in frontier {
              if let to = self.next(from: node, by: steps.keys[at], filter) { next.append(to) }
            }
          }
          let token = list.tokens[upper]
          for node in frontier where gaps[node] >= 0 {
            if token.kind == .word, !token.isCapitalised { next.append(gaps[node]) }
            if token.kind == .mark, let end = list.quotationEnd(from: upper), end < last {
              later.append((end, gaps[node]))
            }
          }
        }
        upper += 1
        swap(&frontier, &next)
        next.removeAll(keepingCapacity: true)
      }
    }
    return matches
  }

  /// The keys of the pieces that tokens may be: those of a token stand from its start on.
  private func steps(of list: TokenList, from first: Int, to last: Int) -> (keys: [UInt64], starts: [Int]) {
    var keys: [UInt64] = []
    var starts: [Int] = []
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
    filter.withUnsafeBufferPointer { filter in
      func take(_ hash: UInt64, _ kind: Kind) {
        let key = Self.finish(hash, kind)
        let bit = Self.bit(key, Self.filterBits)
        if filter[bit &>> 6] &>> UInt64(bit & 63) & 1 == 1 { keys.append(key) }
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
  }

  /// Bytes of a word that can be part of a phrase: as many as there are bits for lengths.
  private static let longestWord = 64

  private enum Kind: UInt64 { case suffix, whole, prefix, upper }
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
  private static func finish(_ hash: UInt64, _ kind: Kind) -> UInt64 { hash &* 4 &+ kind.rawValue }
  private static func key(_ bytes: some Sequence<UInt8>, _ kind: Kind) -> UInt64 {
    finish(bytes.reduce(seed, mix), kind)
  }
}
