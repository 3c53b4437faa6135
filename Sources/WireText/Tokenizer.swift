/// Cuts UTF-8 text into folded words with their positions.
///
/// A word is a run of letters and digits; a soft hyphen or a zero-width character inside it does not end it. An
/// apostrophe between letters is dropped (`don't` is one word) but splits after one or two letters (`l'homme` is two).
/// `1,000` and `1000` are the same number. Scripts that write no spaces give one word a character. Invalid bytes
/// separate words. One pass, linear, no allocation a word.
public struct Tokenizer: Sendable {
  let functionWords: HashSet64
  let rules: [[Vocabulary.Rule]]

  /// A tokenizer that knows the words of a vocabulary.
  public init(_ vocabulary: Vocabulary = .neutral) {
    self.init(functionWords: vocabulary.functionWords, rules: vocabulary.rules)
  }

  init(functionWords: HashSet64, rules: [[Vocabulary.Rule]]) {
    self.functionWords = functionWords
    self.rules = rules
  }

  /// The words of a text in order.
  ///
  /// - Parameters:
  ///   - text: UTF-8 of at most 4 GiB; what lies beyond is not looked at.
  ///   - masked: ranges in order whose words are left out.
  public func words(in text: [UInt8], masking masked: [TextRange] = []) -> [Word] {
    var words: [Word] = []
    words.reserveCapacity(text.count / 6 + 8)
    append(wordsOf: text, masking: masked, to: &words)
    return words
  }

  /// Appends the words of a text, for callers that use one array again and again.
  public func append(wordsOf text: [UInt8], masking masked: [TextRange] = [], to words: inout [Word]) {
    text.withUnsafeBufferPointer { append(wordsOf: $0, masking: masked, to: &words) }
  }

  /// Appends the words of a text in memory that somebody else owns, such as a mapped file.
  public func append(
    wordsOf text: UnsafeBufferPointer<UInt8>, masking masked: [TextRange] = [], to words: inout [Word]
  ) {
    let end = min(text.count, Int(UInt32.max))
    guard let base = text.baseAddress, end > 0 else { return }
    var scanner = WordScanner(functionWords: functionWords, rules: rules)
    var at = 0
    for mask in masked where mask.lower < end && mask.upper > at {
      if mask.lower > at { scanner.scan(base, from: at, to: mask.lower, into: &words) }
      at = min(end, mask.upper)
    }
    if at < end { scanner.scan(base, from: at, to: end, into: &words) }
  }
}
