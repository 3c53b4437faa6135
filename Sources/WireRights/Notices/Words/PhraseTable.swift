/// The phrases of a lexicon, searched in a text in one pass.
///
/// A trie over words: an edge is the whole word, a prefix (`reproduc*`), a suffix (`*amaz`, which adds its meaning
/// to the word that it ends) or a word in capitals (`^out`); `…` matches up to four words without capitals, one of
/// which may be a quotation or in brackets (`source … named`); alternatives (`(keep|retain) the links`, see
/// `PhraseForms`) lead to one node. From each token at most as many steps are taken as the longest phrase has
/// words, so that the search is linear in the text.
struct PhraseTable: Sendable {
  /// The meaning of phrases, precomputed from its list of concepts; shared by all that have it, of which there are tens
  /// of thousands.
  final class Meaning: Sendable {
    let concepts: [Concept]
    let bits: ConceptBits
    /// Whether they only join or introduce something.
    let isSmall: Bool

    init(_ concepts: [Concept]) {
      self.concepts = concepts
      bits = ConceptBits(concepts)
      isSmall = concepts.allSatisfy(\.isSmall)
    }
  }

  /// A phrase, represented by its meaning.
  struct Entry: Sendable {
    fileprivate let meaning: Meaning
    /// The index of the lexicon's entry; nil for names of licences and agencies.
    let number: UInt32?

    var concepts: [Concept] { meaning.concepts }
    var bits: ConceptBits { meaning.bits }
    /// Whether it only joins or introduces something.
    var isSmall: Bool { meaning.isSmall }
  }

  /// A node of the trie, shared by phrases with the same beginning; compact, so that a step touches little memory.
  private struct Node {
    /// The first entry whose phrase ends there, −1 if none does.
    var end: Int32 = -1
    /// Whether other entries have the same phrase, which few have: `equals` is looked up for these only.
    var hasEquals = false
    /// The node to which any word leads, −1 if only known words lead on.
    var gap: Int32 = -1
    /// The first of `joints` to which it leads without a word, −1 for none.
    var firstJoint: Int32 = -1
  }

  /// An occurrence of a phrase in the text.
  struct Match: Equatable, Sendable {
    /// The first token, and the one after the last.
    var lower: Int
    var upper: Int
    var entry: Int
  }

  private(set) var entries: [Entry] = []
  private var pieces = PhrasePieces()
  /// The node to which a piece leads from another one: see `edge`.
  private var edges = HashNumbers()
  /// The keys of `edges`: most words that are a piece of some phrase continue none.
  private var edgeFilter = KeyFilter(bits: 17)
  /// The root first.
  private var nodes = [Node()]
  /// Nodes reached without a word, as linked lists: the next one reached from the same node, −1 for the last.
  private var joints: [(node: Int32, next: Int32)] = []
  /// The node to which some nodes lead without a word, by their mixed numbers.
  private var jointNodes = HashNumbers()
  private var openings = PhraseOpenings()
  /// By entry: the next one with the same phrase, −1 after the last.
  private var equals: [Int32] = []

  /// A table without phrases.
  ///
  /// - Parameter phrases: the approximate number of phrases.
  init(phrases: Int = 0) {
    edges.reserve(phrases * 3 / 2)
    nodes.reserveCapacity(phrases * 3 / 2)
    entries.reserveCapacity(phrases)
  }

  mutating func add(_ phrase: Substring, _ meaning: Meaning, number: Int? = nil) {
    var phrase = phrase
    phrase.withUTF8 { utf8 in
      if PhraseForms.hasChoice(utf8) {
        for node in nodes(ofChoices: utf8) { add(meaning, number, at: node) }
      } else if let node = node(of: utf8, from: 0) {
        // Nearly all phrases, of which there are tens of thousands.
        add(meaning, number, at: node)
      }
    }
  }

  private mutating func add(_ meaning: Meaning, _ number: Int?, at node: Int) {
    guard node != 0 else { return }
    link(entries.count, to: node)
    entries.append(Entry(meaning: meaning, number: number.map(UInt32.init(clamping:))))
  }

  /// The nodes at which a phrase with alternatives ends; empty for one that cannot match.
  private mutating func nodes(ofChoices phrase: UnsafeBufferPointer<UInt8>) -> [Int] {
    var nodes = [0]
    var next: [Int] = []
    PhraseForms.forEachPart(of: phrase) { choices in
      next.removeAll(keepingCapacity: true)
      for choice in choices {
        let words = UnsafeBufferPointer(rebasing: phrase[choice])
        for node in nodes {
          if let end = self.node(of: words, from: node) { next.append(end) }
        }
      }
      nodes = joined(next)
    }
    return nodes
  }

  /// The single node to which the ends of several alternatives lead, plus the root if one alternative is empty.
  ///
  /// Phrases that begin with the same alternatives, as “(is|are)” in hundreds of them, share it: a word in the text then
  /// leads to one node for all of them.
  private mutating func joined(_ ends: [Int]) -> [Int] {
    guard ends.contains(where: { $0 != ends[0] }) else { return Array(ends.prefix(1)) }
    let own = ends.filter { $0 != 0 }.sortedDistinct()
    let joint = own.count == 1 ? own[0] : joint(of: own)
    return ends.contains(0) ? [0, joint] : [joint]
  }

  private mutating func joint(of ends: [Int]) -> Int {
    let key = ends.reduce(UInt64(1)) { Self.edge(from: $1, by: $0 &* 0x9E37_79B9_7F4A_7C15) }
    if let known = jointNodes[key] { return known }
    let joint = newNode()
    for node in ends {
      joints.append((Int32(truncatingIfNeeded: joint), nodes[node].firstJoint))
      nodes[node].firstJoint = Int32(truncatingIfNeeded: joints.count - 1)
    }
    jointNodes.insert(joint, for: key)
    openings.join(ends, to: joint)
    return joint
  }

  /// The node to which words lead from another one; nil if they lead nowhere.
  ///
  /// By bytes, since splitting by characters takes longer than everything else.
  private mutating func node(of phrase: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var node = start
    var at = 0
    while at < phrase.count {
      var hash = PhrasePieces.seed
      var end = at
      while end < phrase.count, (0x61...0x7A).contains(phrase[end]) {
        hash = PhrasePieces.mix(hash, phrase[end])
        end += 1
      }
      if end == phrase.count || phrase[end] == UInt8(ascii: " ") {
        // Most words of most phrases, for which the lexer would give the same.
        if end > at { node = step(from: node, by: PhrasePieces.finish(hash, .whole)) }
      } else {
        while end < phrase.count, phrase[end] != UInt8(ascii: " ") { end += 1 }
        let piece = UnsafeBufferPointer(rebasing: phrase[at..<end])
        let next = PhrasePieces.isGap(piece) ? skip(from: node) : step(from: node, by: piece)
        guard let next else { return nil }
        node = next
      }
      at = end + 1
    }
    return node
  }

  private static let longestGap = 4

  /// The node after a gap: after any number of words that the gap may match.
  private mutating func skip(from node: Int) -> Int {
    var ends = [node]
    for _ in 0..<Self.longestGap {
      let last = ends[ends.count - 1]
      if nodes[last].gap < 0 {
        nodes[last].gap = Int32(truncatingIfNeeded: newNode())
        openings.skip(from: last)
      }
      ends.append(Int(nodes[last].gap))
    }
    return joined(ends).last ?? node
  }

  /// The node after a piece of a phrase; nil if it is a longer suffix than any word has.
  private mutating func step(from node: Int, by piece: UnsafeBufferPointer<UInt8>) -> Int? {
    if let key = pieces.key(ofWord: piece) { return step(from: node, by: key) }
    guard let keys = pieces.keys(of: piece) else { return nil }
    return keys.reduce(node) { step(from: $0, by: $1) }
  }

  /// Appends an entry to those that end at a node.
  private mutating func link(_ entry: Int, to node: Int) {
    equals.append(-1)
    openings.end(entry, at: node)
    guard nodes[node].end >= 0 else {
      nodes[node].end = Int32(truncatingIfNeeded: entry)
      return
    }
    nodes[node].hasEquals = true
    var last = Int(nodes[node].end)
    while equals[last] >= 0 { last = Int(equals[last]) }
    equals[last] = Int32(truncatingIfNeeded: entry)
  }

  mutating func add(clitic: String) { pieces.add(clitic: clitic) }

  private mutating func step(from node: Int, by key: UInt64) -> Int {
    let edge = Self.edge(from: node, by: key)
    if let next = edges[edge] { return next }
    pieces.insert(key)
    edgeFilter.insert(edge)
    let next = newNode()
    edges.insert(next, for: edge)
    openings.add(next, from: node, by: key)
    return next
  }

  /// A node and the key of a piece combined into one number; for the root, the key itself.
  @inline(__always)
  private static func edge(from node: Int, by key: UInt64) -> UInt64 {
    key ^ (UInt64(truncatingIfNeeded: node) &* 0xBF58_476D_1CE4_E5B9)
  }

  private mutating func newNode() -> Int {
    nodes.append(Node())
    return nodes.count - 1
  }

  /// The node to which a piece leads from another one; nil if no phrase continues so.
  @inline(__always)
  private func next(from node: Int, by key: UInt64) -> Int? {
    let edge = Self.edge(from: node, by: key)
    return edgeFilter.mayContain(edge) ? edges[edge] : nil
  }

  /// All phrases in the tokens.
  func matches(in list: TokenList) -> [Match] { matches(in: list, from: 0, to: list.tokens.count) }

  /// All phrases within some of the tokens, in order of their starts, including overlapping ones.
  func matches(in list: TokenList, from first: Int, to last: Int) -> [Match] {
    let steps = pieces.steps(of: list, from: first, to: last)
    func places(of token: Int) -> Range<Int> { steps.starts[token - first]..<steps.starts[token - first + 1] }
    var matches: [Match] = []
    var frontier: [Int] = []
    var next: [Int] = []
    frontier.reserveCapacity(8)
    next.reserveCapacity(8)
    // Nodes that are reached after a quotation.
    var later: [(upper: Int, node: Int)] = []
    for lower in first..<last {
      for at in places(of: lower) {
        let key = steps.keys[at]
        openings.forEachEntry(of: key) { entry in
          let match = Match(lower: lower, upper: lower + 1, entry: entry)
          // A word may be in the alternatives of a phrase both as a whole and by its prefix.
          let known = matches.reversed().prefix { $0.lower == lower }
          if !known.contains(match) { matches.append(match) }
        }
        let mayGoOn =
          openings.mayHaveGap(key)
          || lower + 1 < last && places(of: lower + 1).contains { openings.mayBegin(key, steps.keys[$0]) }
        if mayGoOn, let opening = self.next(from: 0, by: key) { frontier.append(opening) }
      }
      var upper = lower + 1
      while !frontier.isEmpty || !later.isEmpty {
        if !later.isEmpty {
          frontier += later.filter { $0.upper == upper }.map(\.node)
          later.removeAll { $0.upper <= upper }
        }
        addJoints(to: &frontier)
        // Phrases of a single word are found above.
        for node in frontier where upper > lower + 1 {
          var entry = Int(nodes[node].end)
          while entry >= 0 {
            matches.append(Match(lower: lower, upper: upper, entry: entry))
            entry = nodes[node].hasEquals ? Int(equals[entry]) : -1
          }
        }
        if upper < last {
          for at in places(of: upper) {
            for node in frontier {
              if let to = self.next(from: node, by: steps.keys[at]) { next.append(to) }
            }
          }
          let token = list.tokens[upper]
          for node in frontier where nodes[node].gap >= 0 {
            let gap = Int(nodes[node].gap)
            if token.kind == .word, !token.isCapitalised { next.append(gap) }
            if token.kind == .mark, let end = list.quotationEnd(from: upper), end < last {
              later.append((end, gap))
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

  /// Adds the nodes to which others lead without a word.
  @inline(__always)
  private func addJoints(to frontier: inout [Int]) {
    var at = 0
    while at < frontier.count {
      var joint = Int(nodes[frontier[at]].firstJoint)
      while joint >= 0 {
        let node = Int(joints[joint].node)
        if !frontier.contains(node) { frontier.append(node) }
        joint = Int(joints[joint].next)
      }
      at += 1
    }
  }
}

extension PhraseTable.Meaning: ExpressibleByArrayLiteral {
  convenience init(arrayLiteral concepts: Concept...) { self.init(concepts) }
}
