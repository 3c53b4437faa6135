import WireText

/// Converts a part of a `Markup` to paragraphs, with the position of each byte.
///
/// White space collapses as in a browser, except in preformatted text, where every line is a paragraph.
struct ParagraphWalker {
  private typealias Piece = (count: Int, file: FileRange, isExact: Bool)

  /// An element that is open while its descendants are walked.
  private struct Open {
    var end: Int
    var role: BodyText.Role
    var endsParagraph: Bool
    /// Whether its paragraph continues in the next block.
    var isJoined = false
  }

  let markup: Markup
  private let effects: [TextVocabulary.Effect]
  /// For each name number, whether the element may contain text; nil if all elements may.
  private let holdsText: [Bool]?
  private let roles: [Markup.Index: BodyText.Role]
  private let joined: Set<Markup.Index>
  /// For each name number, whether the element is a link.
  private let isLink: [Bool]
  private var targets: [String] = []
  /// For each name number, whether an attribute of the name holds words; nil if no attribute does.
  private let holdsWords: [Bool]?
  /// For each name number, how few words in such an element are more than a label; nil for others.
  let fallbacks: [Int?]
  var body = BodyText()
  private var line: [UInt8] = []
  private var pieces: [Piece] = []
  private var role = BodyText.Role.paragraph
  private var open: [Open] = []
  /// White space since the last word, as a range of the markup's text.
  private var space: FileRange?
  private var sawLineBreak = false
  /// Whether the last paragraph continues in the next block.
  private var goesOn = false

  private init(
    _ markup: Markup, _ vocabulary: TextVocabulary, roles: [Markup.Index: BodyText.Role],
    joined: Set<Markup.Index>
  ) {
    self.markup = markup
    self.roles = roles
    self.joined = joined
    isLink = markup.names.map { $0.local == "a" }
    let holdsWords = markup.names.map { Self.wordAttributes.contains($0.local) }
    self.holdsWords = holdsWords.contains(true) ? holdsWords : nil
    fallbacks = markup.names.map { Self.fallbackElements[$0.local] }
    holdsText =
      vocabulary.textElements.isEmpty
      ? nil : markup.names.map { vocabulary.textElements.contains($0.local) }
    effects = markup.names.indices.map { number in
      let name = markup.names[number]
      // `o:p` of a word processor is not a paragraph.
      let isNamed = name.prefix.isEmpty || !name.namespace.isEmpty
      let effect = isNamed ? vocabulary.effect(of: name.local) : .inline
      let isBlock = effect == .inline && vocabulary.isOpen && markup.standalone.contains(Int32(number))
      return isBlock ? .block : effect
    }
  }

  /// The paragraphs of subtrees, mapped to the input of the markup's parser.
  ///
  /// - Parameters:
  ///   - nodes: the roots of the subtrees in document order; each root is included.
  ///   - markup: the tree.
  ///   - vocabulary: the meaning of its elements.
  ///   - excluded: roots of subtrees to leave out.
  ///   - roles: the roles of blocks that are determined by styles rather than by their names.
  ///   - joined: blocks whose paragraphs continue in the next block.
  static func body(
    of nodes: some Sequence<Markup.Index>, in markup: Markup, _ vocabulary: TextVocabulary,
    excluding excluded: Set<Markup.Index> = [], roles: [Markup.Index: BodyText.Role] = [:],
    joined: Set<Markup.Index> = []
  ) -> BodyText {
    var walker = ParagraphWalker(markup, vocabulary, roles: roles, joined: joined)
    for node in nodes where !walker.body.isCut { walker.walk(node, excluding: excluded) }
    walker.flush()
    walker.body.link(to: walker.targets)
    walker.body.map = walker.body.map.composed(with: markup.map)
    return walker.body
  }

  private mutating func walk(_ root: Markup.Index, excluding excluded: Set<Markup.Index>) {
    var at = root
    let end = markup.end(root)
    while at < end, !body.isCut {
      close(upTo: at)
      let node = markup.nodes[at]
      if node.name < 0 {
        if takesText(of: node.parent) { add(markup.bytes(at)) }
        at += 1
      } else if !excluded.isEmpty && excluded.contains(at) || !enter(at) {
        at = Int(node.end)
      } else {
        at += 1
      }
    }
    close(upTo: end)
  }

  private func takesText(of parent: Int32) -> Bool {
    guard let holdsText, parent >= 0 else { return true }
    return holdsText[Int(markup.nodes[Int(parent)].name)]
  }

  /// Handles the start of an element; false if its content is not copy.
  private mutating func enter(_ node: Markup.Index) -> Bool {
    let end = markup.end(node)
    let outer = open.last?.role ?? .paragraph
    if let holdsWords, effects[Int(markup.nodes[node].name)] != .hidden { note(node, holdsWords) }
    switch effects[Int(markup.nodes[node].name)] {
    case .inline:
      if isLink[Int(markup.nodes[node].name)], let address = markup.value(node, "href") {
        targets.append(oneLine(address))
      }
      return true
    case .hidden:
      noteFallback(of: node)
      return false
    case .lineBreak:
      if outer == .preformatted { flush() } else { breakLine() }
      return true
    case .block, .row:
      if goesOn { goesOn = false } else { flush() }
      open.append(
        Open(
          end: end, role: roles[node] ?? outer, endsParagraph: true,
          isJoined: !joined.isEmpty && joined.contains(node)))
    case .role(let role):
      flush()
      open.append(Open(end: end, role: role, endsParagraph: true))
    case .literal(let literal):
      add(literal)
      return true
    case .cell:
      separate()
      open.append(Open(end: end, role: outer, endsParagraph: false))
    }
    return true
  }

  private mutating func close(upTo at: Int) {
    while let last = open.last, last.end <= at {
      if last.isJoined {
        goesOn = true
      } else if last.endsParagraph {
        flush()
      } else {
        separate()
      }
      open.removeLast()
    }
  }

  private mutating func breakLine() {
    guard !line.isEmpty else { return }
    if sawLineBreak { flush() } else { separate() }
    sawLineBreak = !line.isEmpty
  }

  /// Separates the words before and after this point.
  private mutating func separate() {
    if !line.isEmpty, space == nil, let last = pieces.last?.file.upper { space = FileRange(last, last) }
  }
}

extension ParagraphWalker {
  private mutating func add(_ range: Range<Int>) {
    if open.last?.role == .preformatted { return addLines(range) }
    var at = range.lowerBound
    while at < range.upperBound {
      let start = at
      if markup.text[at] <= 0x20 {
        while at < range.upperBound, markup.text[at] <= 0x20 { at += 1 }
        if !line.isEmpty, space == nil { space = FileRange(start, at) }
        continue
      }
      at = wordsEnd(from: at, to: range.upperBound)
      addSpace()
      append(start..<at)
    }
  }

  /// The end of a run of words that are separated by single spaces.
  private func wordsEnd(from start: Int, to end: Int) -> Int {
    markup.text.withUnsafeBufferPointer { text in
      var at = plainEnd(of: UnsafeRawBufferPointer(text), from: start, to: end)
      while at < end {
        if text[at] <= 0x20 {
          guard text[at] == 0x20, at + 1 < end, text[at + 1] > 0x20 else { return at }
        }
        at += 1
      }
      return at
    }
  }

  /// An offset up to which there are only words separated by single spaces; a fast lower bound for `wordsEnd`.
  private func plainEnd(of text: UnsafeRawBufferPointer, from start: Int, to end: Int) -> Int {
    var at = start
    while at + 8 < end {
      let bytes = EightBytes(text, at: at)
      let spaces = bytes.equal(to: 0x20)
      guard !bytes.holdsOne(below: 0x20), spaces & spaces >> 8 == 0 else { break }
      // A space at the end is examined again together with what follows.
      at += spaces >> 63 == 0 ? 8 : 7
    }
    return at
  }

  private mutating func addLines(_ range: Range<Int>) {
    for run in markup.text[range].split(separator: 0x0A, omittingEmptySubsequences: false) {
      if run.startIndex > range.lowerBound { flush() }
      let upper = run.last == 0x0D ? run.endIndex - 1 : run.endIndex
      if run.startIndex < upper {
        addSpace()
        append(run.startIndex..<upper)
      }
    }
  }

  private mutating func addSpace() {
    sawLineBreak = false
    guard let space else { return }
    self.space = nil
    line.append(0x20)
    let isExact = space.count == 1 && markup.text[space.lower] == 0x20
    addPiece((1, space, isExact))
  }

  private mutating func append(_ range: Range<Int>) {
    if line.isEmpty { role = open.last?.role ?? .paragraph }
    markup.text.withUnsafeBufferPointer { line.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range])) }
    addPiece((range.count, FileRange(range), true))
  }

  private mutating func addPiece(_ piece: Piece) {
    if let last = pieces.last, last.isExact, piece.isExact, last.file.upper == piece.file.lower {
      pieces[pieces.count - 1] = (
        last.count + piece.count, FileRange(last.file.lower, piece.file.upper), true
      )
    } else {
      pieces.append(piece)
    }
  }

  private mutating func add(_ literal: TextVocabulary.StaticLiteral) {
    guard literal != .space else { return separate() }
    addSpace()
    if line.isEmpty { role = open.last?.role ?? .paragraph }
    let at = pieces.last?.file.upper ?? 0
    line += literal.rawValue.utf8
    addPiece((literal.rawValue.utf8.count, FileRange(at, at), false))
  }

  private mutating func flush() {
    goesOn = false
    space = nil
    sawLineBreak = false
    guard !line.isEmpty else { return }
    if Self.hasWord(line) {
      if body.paragraphs.count < markup.limits.paragraphs {
        body.append(line, from: pieces, role: role)
      } else {
        body.isCut = true
      }
    }
    line.removeAll(keepingCapacity: true)
    pieces.removeAll(keepingCapacity: true)
  }

  /// Whether anything is visible besides white space, soft hyphens and zero-width characters.
  private static func hasWord(_ line: [UInt8]) -> Bool {
    if line.contains(where: { $0 > 0x20 && $0 < 0x7F }) { return true }
    return String(decoding: line, as: UTF8.self).unicodeScalars.contains {
      !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint && $0.value > 0x20
    }
  }
}
