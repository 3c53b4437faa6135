/// What languages know about their words: which are grammar, which endings part the forms of one word, and which words
/// are exchanged for one another.
///
/// A vocabulary is data; this type holds it in the shape that the tokenizer can use. The words of grammar of all
/// languages count in every text; the endings are those of the language that the text is in.
public struct Vocabulary: Sendable {
  /// An ending that is replaced to bring the forms of one word together.
  public struct Ending: Sendable, Hashable {
    /// The ending, in any typography.
    public var suffix: String
    /// What stands in its place.
    public var replacement: String
    /// The least number of letters that must stand before it.
    public var least: Int

    /// An ending of the given parts.
    public init(_ suffix: String, replacement: String = "", least: Int = 1) {
      self.suffix = suffix
      self.replacement = replacement
      self.least = least
    }
  }

  /// What one language knows about its words.
  public struct Language: Sendable {
    /// The language's tag, such as `en`.
    public var name: String
    /// Words of grammar, in any case and typography.
    public var functionWords: [String]
    /// Endings; the longest that fits is taken, and one that replaces itself protects its words from shorter ones.
    public var endings: [Ending]
    /// Whether all nouns have a capital letter, so that one alone tells no name.
    public var capitalisesNouns: Bool
    /// Groups of words, or names of several words, that say the same in news (see `Synonyms`).
    public var synonyms: [[String]]

    /// A language of the given words and endings.
    public init(
      name: String = "", functionWords: [String] = [], endings: [Ending] = [],
      capitalisesNouns: Bool = false, synonyms: [[String]] = []
    ) {
      self.name = name
      self.functionWords = functionWords
      self.endings = endings
      self.capitalisesNouns = capitalisesNouns
      self.synonyms = synonyms
    }
  }

  /// An ending in folded bytes.
  struct Rule: Sendable {
    let suffix: [UInt8]
    let replacement: [UInt8]
    let least: Int
    /// The first eight bytes of the suffix, and which of them there are.
    private let head: UInt64
    private let mask: UInt64

    init(suffix: [UInt8], replacement: [UInt8], least: Int) {
      self.suffix = suffix
      self.replacement = replacement
      self.least = least
      head = suffix.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
      mask = suffix.count < 8 ? 1 << UInt64(suffix.count * 8) - 1 : .max
    }

    /// Whether a word ends so.
    ///
    /// - Parameter bytes: readable for at least eight bytes past `count`.
    @inline(__always)
    func fits(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
      let kept = count &- suffix.count
      guard kept >= least else { return false }
      let end = UInt64(littleEndian: UnsafeRawPointer(bytes + kept).loadUnaligned(as: UInt64.self))
      guard end & mask == head else { return false }
      return suffix.indices.dropFirst(8).allSatisfy { bytes[kept + $0] == suffix[$0] }
    }
  }

  /// What is done to the words of one language.
  struct Rules: Sendable {
    /// Endings by their last byte, longest first.
    var endings: [[Rule]]
    var capitalisesNouns = false

    /// Rules that leave all words as they are.
    static let none = Rules(endings: [])
  }

  /// Identifies what an index holds of the vocabulary: words of grammar and endings.
  ///
  /// An index made with another one cannot be searched with this one; synonyms stand in no index and may be others.
  public let identity: UInt64
  /// The languages as they were given.
  public let languages: [Language]
  let functionWords: GrammarWords
  /// By language; the first is what a text is read in until its words of grammar tell another.
  let rules: [Rules]
  /// A vocabulary without grammar: every word carries meaning, none has an ending.
  public static let neutral = Vocabulary([])

  /// A vocabulary of languages, of which the first is taken where a text does not tell; 16 at most.
  public init(_ languages: [Language]) {
    let plain = Tokenizer(functionWords: GrammarWords([]), rules: [])
    let hashes = languages.map { language in
      language.functionWords.compactMap { word in
        let words = plain.words(in: Array(word.utf8))
        return words.count == 1 ? words[0].hash : nil
      }.sorted()
    }
    functionWords = GrammarWords(hashes)
    self.languages = languages
    rules = languages.map { Rules(endings: Self.rules($0.endings), capitalisesNouns: $0.capitalisesNouns) }
    var identity = WordHash.seed
    func take(_ value: UInt64) { identity = WordHash.finish(identity ^ value, length: 8) }
    for (hashes, rules) in zip(hashes, rules) {
      hashes.forEach(take)
      for rule in rules.endings.joined() {
        rule.suffix.forEach { take(UInt64($0)) }
        take(256)
        rule.replacement.forEach { take(UInt64($0)) }
        take(512 + UInt64(clamping: rule.least))
      }
      take(rules.capitalisesNouns ? 1025 : 1024)
    }
    self.identity = identity
  }

  /// The language that most of the words of grammar in a sample belong to; the first where none stands out.
  ///
  /// - Parameter counts: by language, how many words of grammar of the sample it has.
  static func language(_ counts: [Int]) -> Int {
    guard let first = counts.first, let best = counts.indices.max(by: { (counts[$0], $1) < (counts[$1], $0) })
    else { return 0 }
    return counts[best] > 2 * first + 1 ? best : 0
  }

  private static func rules(_ endings: [Ending]) -> [[Rule]] {
    var rules: [[Rule]] = Array(repeating: [], count: 256)
    for ending in endings {
      let suffix = folded(ending.suffix)
      guard let last = suffix.last else { continue }
      let letter = last < 0x80 ? 1 : 2
      rules[Int(last)].append(
        Rule(
          suffix: suffix, replacement: Array(folded(ending.replacement).prefix(8)),
          least: ending.least * letter))
    }
    return rules.map { $0.sorted { $0.suffix.count > $1.suffix.count } }
  }

  /// An ending as it stands in folded words.
  private static func folded(_ ending: String) -> [UInt8] {
    ending.unicodeScalars.flatMap { scalar -> [UInt8] in
      if scalar.isASCII { return [UInt8(scalar.value)] }
      let folding = Folding(scalar.value)
      return [folding.first, folding.second, folding.third].compactMap(Unicode.Scalar.init)
        .filter { $0.value != 0 }.flatMap { Array(UTF8.encode($0) ?? .init()) }
    }
  }
}
