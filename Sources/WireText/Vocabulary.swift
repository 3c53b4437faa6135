/// What a language knows about its words: which are grammar, and which endings may be taken off.
///
/// A vocabulary is data; this type holds it in the shape that the tokenizer can use. Several languages can share one.
public struct Vocabulary: Sendable {
  /// An ending that is replaced to bring the forms of one word together.
  public struct Ending: Sendable, Hashable {
    /// The ending, folded.
    public var suffix: String
    /// What stands in its place.
    public var replacement: String
    /// The least number of bytes that must stand before it.
    public var least: Int

    /// An ending of the given parts.
    public init(_ suffix: String, replacement: String = "", least: Int = 1) {
      self.suffix = suffix
      self.replacement = replacement
      self.least = least
    }
  }

  struct Rule: Sendable {
    var suffix: [UInt8]
    var replacement: [UInt8]
    var least: Int
  }

  /// Identifies the vocabulary; an index made with another one cannot be searched with this one.
  public let identity: UInt64
  /// Rules by last byte, in the order in which they are tried; the first that fits is taken.
  let rules: [[Rule]]
  let functionWords: HashSet64

  /// A vocabulary without grammar: every word carries meaning, none has an ending.
  public static let neutral = Vocabulary(functionWords: [], endings: [])

  /// A vocabulary of the given words and endings.
  ///
  /// - Parameters:
  ///   - functionWords: in any case and typography.
  ///   - endings: tried in this order; one that replaces a suffix by itself protects it.
  public init(functionWords: [String], endings: [Ending]) {
    var rules: [[Rule]] = Array(repeating: [], count: 256)
    for ending in endings {
      let suffix = Array(ending.suffix.utf8)
      guard let last = suffix.last else { continue }
      rules[Int(last)].append(
        Rule(suffix: suffix, replacement: Array(ending.replacement.utf8.prefix(8)), least: ending.least))
    }
    let plain = Tokenizer(functionWords: HashSet64([]), rules: [])
    var hashes: [UInt64] = []
    var words: [Word] = []
    for word in functionWords {
      plain.append(wordsOf: Array(word.utf8), to: &words)
      if words.count == 1 { hashes.append(words[0].hash) }
      words.removeAll(keepingCapacity: true)
    }
    hashes.sort()
    self.rules = rules
    self.functionWords = HashSet64(hashes)
    var identity = WordHash.seed
    func take(_ value: UInt64) { identity = WordHash.finish(identity ^ value, length: 8) }
    hashes.forEach(take)
    for rule in rules.joined() {
      rule.suffix.forEach { take(UInt64($0)) }
      take(256)
      rule.replacement.forEach { take(UInt64($0)) }
      take(512 + UInt64(clamping: rule.least))
    }
    self.identity = identity
  }
}
