/// Language data about words: the function words, the endings that distinguish forms of one word, and the synonyms.
///
/// A vocabulary is data; this type holds it in the form that the tokenizer uses. The function words of all
/// languages count in every text; the endings are those of the text's language.
public struct Vocabulary: Sendable {
  /// An ending that is replaced to map the forms of one word to one stem.
  public struct Ending: Sendable, Hashable {
    /// The ending, in any typographic form.
    public var suffix: String
    /// What replaces it.
    public var replacement: String
    /// The fewest letters that must precede it.
    public var least: Int

    /// An ending of the given parts.
    public init(_ suffix: String, replacement: String = "", least: Int = 1) {
      self.suffix = suffix
      self.replacement = replacement
      self.least = least
    }
  }

  /// The word data of one language.
  public struct Language: Sendable {
    /// The language's tag, such as `en`.
    public var name: String
    /// Function words, in any case and typographic form.
    public var functionWords: [String]
    /// Endings; the longest match applies, and one that replaces itself protects its words from shorter ones.
    public var endings: [Ending]
    /// Whether all nouns are capitalised, so that a capital letter alone does not mark a name.
    public var capitalisesNouns: Bool
    /// Groups of words, or of phrases, that mean the same in news copy (see `Synonyms`).
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
    /// The first eight bytes of the suffix, and a mask of those in use.
    private let head: UInt64
    private let mask: UInt64

    init(suffix: [UInt8], replacement: [UInt8], least: Int) {
      self.suffix = suffix
      self.replacement = replacement
      self.least = least
      head = suffix.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
      mask = suffix.count < 8 ? 1 << UInt64(suffix.count * 8) - 1 : .max
    }

    /// Whether a word ends with the suffix.
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

  /// The rules that apply to the words of one language.
  struct Rules: Sendable {
    /// Endings by their last byte, longest first.
    var endings: [[Rule]]
    var capitalisesNouns = false

    /// Rules that leave all words as they are.
    static let none = Rules(endings: [])
  }

  /// Identifies what an index depends on: function words, endings and how words are folded.
  ///
  /// An index made with another identity cannot be searched with this vocabulary; synonyms are not stored in an
  /// index and may differ.
  public let identity: UInt64
  /// The languages as they were given.
  public let languages: [Language]
  let functionWords: FunctionWords
  /// By language; the first applies to a text until its function words identify another.
  let rules: [Rules]
  /// A vocabulary without function words: every word is a content word and none has an ending.
  public static let neutral = Vocabulary([])

  /// A vocabulary of at most 16 languages; the first is the default for texts whose language is unclear.
  public init(_ languages: [Language]) {
    let plain = Tokenizer(functionWords: FunctionWords([]), rules: [])
    let hashes = languages.map { language in
      language.functionWords.compactMap { word in
        let words = plain.words(in: Array(word.utf8))
        return words.count == 1 ? words[0].hash : nil
      }.sorted()
    }
    functionWords = FunctionWords(hashes)
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
    take(Self.foldingRevision)
    self.identity = identity
  }

  /// Counts the changes to `Folding` and `WordScanner`: the hashes that an index holds are of folded words.
  private static let foldingRevision: UInt64 = 3

  /// The language with most of the function words in a sample; the first if none stands out.
  ///
  /// - Parameter counts: by language, how many of the sample's function words belong to it.
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

  /// An ending in the form that it has in folded words.
  private static func folded(_ ending: String) -> [UInt8] {
    ending.unicodeScalars.flatMap { scalar -> [UInt8] in
      if scalar.isASCII { return [UInt8(scalar.value)] }
      let folding = Folding(scalar.value)
      return [folding.first, folding.second, folding.third].compactMap(Unicode.Scalar.init)
        .filter { $0.value != 0 }.flatMap { Array(UTF8.encode($0) ?? .init()) }
    }
  }
}
