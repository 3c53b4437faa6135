internal import WireText

/// A piece of text with its tokens, sentences and tags.
struct Reading: Sendable {
  /// A sentence: its tokens and the tags in it.
  struct Sentence: Sendable {
    var lower: Int
    var upper: Int
    var tags: [Tag] = []
    /// Words that are typical of terms or point to them; the grammars of rules do not see them.
    var signals: [Tag] = []
    /// Words that indicate the manner of the sentence, which those grammars do not see either.
    var cues: [Tag] = []
    /// The language in which it is read; nil if it has no words of any.
    var language: Language?

    /// Whether “you”, “we” or “they” starts at a token.
    func isPronoun(at index: Int) -> Bool {
      cues.contains {
        $0.lower == index && ($0.means(.addressee) || $0.means(.speaker) || $0.means(.anaphor))
      }
    }

    /// The tokens between two others that belong to words which limit nothing.
    func fillers(in list: TokenList, from lower: Int, to upper: Int) -> Set<Int> {
      let found = language?.fillers.matches(in: list, from: lower, to: upper) ?? []
      return Set(found.lazy.flatMap { $0.lower..<$0.upper })
    }
  }

  let list: TokenList
  var sentences: [Sentence]
  let zones: ZoneNames
  var tokens: [Token] { list.tokens }

  init(_ text: Substring, at offset: Int, policies: NoticePolicies, languages: [Language]) {
    var reader = SentenceReader(text, at: offset, policies: policies, languages: languages)
    list = reader.list
    sentences = reader.sentences.indices.map { reader.read($0) }
    zones = policies.zones
  }

  /// The tokens of a reader and its sentences, which may not have been read.
  init(_ reader: SentenceReader) {
    list = reader.list
    sentences = reader.sentences
    zones = reader.zones
  }

  /// The sentence before another one, which may not start right after it: see `SentenceSplitter`.
  func sentence(before next: Sentence) -> Sentence? { sentences.last { $0.upper <= next.lower } }

  /// The sentence that ends right before a token.
  func sentence(endingBefore index: Int) -> Sentence? {
    let next = sentences.partitioningIndex { $0.upper >= index }
    return next < sentences.count && sentences[next].upper == index ? sentences[next] : nil
  }

  /// Whether a sentence ends right before a token.
  func endsSentence(before index: Int) -> Bool { sentence(endingBefore: index) != nil }

  /// Whether words of request cover a duty, which is then not required: no comma separates the two.
  func isRequested(_ duty: Tag, among tags: [Tag]) -> Bool {
    tags.contains { request in
      guard request.means(.request) else { return false }
      let (from, to) = (min(duty.upper, request.upper), max(duty.lower, request.lower))
      // One phrase may both request and name what it requests: “Beleg erbeten”.
      return from >= to || !tokens[from..<to].contains { $0.isMark(",") }
    }
  }

  /// Whether a hyphen joins a token to the one before it or after it, as in slugs and identifiers.
  func isPartOfCompound(_ index: Int, within tokens: Range<Int>) -> Bool {
    func isJoined(_ index: Int) -> Bool {
      guard index > tokens.lowerBound, index < tokens.upperBound else { return false }
      let (before, token) = (self.tokens[index - 1], self.tokens[index])
      return token.gap == .hyphen || token.gap == .none && (before.isMark("-") || token.isMark("-"))
    }
    return isJoined(index) || isJoined(index + 1)
  }

  /// Whether there is a slug or an identifier at a token, which hyphens and capitals distinguish from other words:
  /// “the embargo on ORMSBY-STRIKE”.
  func isItemName(at index: Int, in sentence: Sentence) -> Bool {
    let tokens = sentence.lower..<sentence.upper
    guard tokens.contains(index), self.tokens[index].isUpper, isPartOfCompound(index, within: tokens) else {
      return false
    }
    return tokens.contains { self.tokens[$0].isCased && !self.tokens[$0].isUpper }
  }

  /// Whether a sentence contains the name of an item.
  func isItemName(in sentence: Sentence) -> Bool {
    (sentence.lower..<sentence.upper).contains { isItemName(at: $0, in: sentence) }
  }

  /// Whether brackets hold a whole sentence, as they do notes at the head of a story: “(Adds comment, detail)”.
  func isBracketed(_ sentence: Sentence) -> Bool {
    tokens[sentence.upper - 1].isMark(in: [")", "]"])
      && (tokens[sentence.lower].isMark(in: ["(", "["])
        || sentence.lower > 0 && tokens[sentence.lower - 1].isMark(in: ["(", "["]))
  }

  /// Where a name starts after words that introduce it: with its article, if that is written as part of the name,
  /// as in “de La Vigie”.
  func nameStart(after tag: Tag) -> Int {
    let last = tag.upper - 1
    // “Citer L'Écho”, “credit US Navy”
    let isNext = tokens[last].isUpper && tag.upper < tokens.count && tokens[tag.upper].isTitle
    let isCapital = tokens[last].isShort && (tokens[last].isTitle || isNext)
    return last > tag.lower && isCapital && !tokens[tag.lower].isCapitalised ? last : tag.upper
  }

  /// Whether every token of a range is a mark or belongs to one of the tags.
  func isCovered(_ range: Range<Int>, by tags: [Tag]) -> Bool {
    list.isCovered(range, by: tags)
  }

  /// The same tokens with one of the sentences.
  func only(_ index: Int) -> Reading {
    var reading = self
    reading.sentences = [sentences[index]]
    return reading
  }

  /// The bytes of a range of tokens.
  func range(_ lower: Int, _ upper: Int) -> TextRange {
    guard lower < upper, upper <= tokens.count else { return TextRange(0, 0) }
    return TextRange(tokens[lower].lower, tokens[upper - 1].upper)
  }
}
