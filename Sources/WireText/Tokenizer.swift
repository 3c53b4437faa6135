/// Cuts UTF-8 text into folded words with their positions.
///
/// A word is a run of letters and digits; a soft hyphen or a zero-width character inside it does not end it. An
/// apostrophe between letters is dropped (`don't` is one word) but splits after one or two letters (`l'homme` is
/// two). `1,000` and `1000` are the same number. In scripts without spaces each character is a word. Invalid bytes
/// separate words. The endings that are removed are those of the language detected at the text's start. Linear
/// time; no allocation a word.
public struct Tokenizer: Sendable {
  /// The bytes at the start of a text by which its language is detected.
  private static let sample = 1024

  private let functionWords: FunctionWords
  /// By language; never empty.
  private let rules: [Vocabulary.Rules]

  /// A tokenizer that knows the words of a vocabulary.
  public init(_ vocabulary: Vocabulary = .neutral) {
    self.init(functionWords: vocabulary.functionWords, rules: vocabulary.rules)
  }

  init(functionWords: FunctionWords, rules: [Vocabulary.Rules]) {
    self.functionWords = functionWords
    self.rules = rules.isEmpty ? [.none] : rules
  }

  /// The words of a text in order.
  ///
  /// - Parameters:
  ///   - text: UTF-8 of at most 4 GiB; anything beyond is ignored.
  ///   - masked: ranges in order whose words are left out.
  public func words(in text: [UInt8], masking masked: [TextRange] = []) -> [Word] {
    var words: [Word] = []
    words.reserveCapacity(text.count / 6 + 8)
    append(wordsOf: text, masking: masked, to: &words)
    return words
  }

  /// Appends the words of a text, for callers that reuse one array.
  ///
  /// - Returns: the number of the text's language in the vocabulary.
  @discardableResult
  public func append(
    wordsOf text: [UInt8], masking masked: [TextRange] = [], to words: inout [Word]
  ) -> Int {
    text.withUnsafeBufferPointer { append(wordsOf: $0, masking: masked, to: &words) }
  }

  /// Appends the words of a text in memory that the caller owns, such as a mapped file.
  ///
  /// - Returns: the number of the text's language in the vocabulary.
  @discardableResult
  public func append(
    wordsOf text: UnsafeBufferPointer<UInt8>, masking masked: [TextRange] = [], to words: inout [Word]
  ) -> Int {
    guard let base = text.baseAddress else { return 0 }
    let open = Self.open(min(text.count, Int(UInt32.max)), masked)
    let (start, rest) = rules.count > 1 ? Self.parted(open, base) : ([], open)
    let first = words.count
    var scanner = scanner(0)
    scanner.scan(base, start, into: &words)
    let language = language(of: words[first...])
    if language > 0 {
      words.removeSubrange(first...)
      scanner = self.scanner(language)
      scanner.scan(base, start, into: &words)
    }
    scanner.scan(base, rest, into: &words)
    if rules[language].capitalisesNouns { Self.keepNames(&words[first...]) }
    return language
  }

  /// Turns `.capitalised` into `.noun` on words that follow no capitalised word, for languages that capitalise nouns.
  ///
  /// "Anwalt Riedwein" holds a name, "der Anwalt" none.
  private static func keepNames(_ words: inout ArraySlice<Word>) {
    for at in words.indices.reversed() where words[at].traits.contains(.capitalised) {
      let follows =
        at > words.startIndex && words[at - 1].traits.contains(.capitalised)
        && words[at].start - words[at - 1].end == 1
      if follows { continue }
      words[at].traits.remove(.capitalised)
      words[at].traits.insert(.noun)
    }
  }

  private func scanner(_ language: Int) -> WordScanner {
    WordScanner(functionWords: functionWords, rules: rules[language])
  }

  /// The ranges of a text that are not masked.
  private static func open(_ end: Int, _ masked: [TextRange]) -> [Range<Int>] {
    var open: [Range<Int>] = []
    var at = 0
    for mask in masked where mask.lower < end && mask.upper > at {
      if mask.lower > at { open.append(at..<mask.lower) }
      at = min(end, mask.upper)
    }
    if at < end { open.append(at..<end) }
    return open
  }

  /// Splits the ranges into those at the text's start that determine its language, and the others.
  private static func parted(
    _ open: [Range<Int>], _ text: UnsafePointer<UInt8>
  ) -> (start: [Range<Int>], rest: [Range<Int>]) {
    var left = sample
    for (number, range) in open.enumerated() {
      if range.count > left {
        var cut = range.lowerBound + left
        while cut < range.upperBound, text[cut] != UInt8(ascii: " ") { cut += 1 }
        return (open[..<number] + [range.lowerBound..<cut], [cut..<range.upperBound] + open[(number + 1)...])
      }
      left -= range.count
    }
    return (open, [])
  }

  /// The language of a text, by the function words among those at its start.
  private func language(of words: ArraySlice<Word>) -> Int {
    var counts = [Int](repeating: 0, count: rules.count)
    for word in words where word.traits.contains(.function) {
      var languages = functionWords.languages(word.hash)
      while languages != 0 {
        counts[languages.trailingZeroBitCount] += 1
        languages &= languages - 1
      }
    }
    return Vocabulary.language(counts)
  }
}
