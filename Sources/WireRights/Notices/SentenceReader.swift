/// Parts a piece of text into sentences and reads them one by one, so that those that nobody asks for cost little.
struct SentenceReader {
  let list: TokenList
  /// The sentences without tags, in order.
  let sentences: [Reading.Sentence]
  /// The names of time zones.
  let zones: ZoneNames
  private var tagger: Tagger
  private let settler: SentenceSettler

  /// A reader of a text in the languages that it may be in.
  init(_ text: Substring, at offset: Int, policies: NoticePolicies, languages: [Language]) {
    zones = policies.zones
    list = Lexer.tokens(of: text, at: offset)
    sentences = SentenceSplitter(list: list, languages: [policies.shared] + languages).sentences()
    tagger = Tagger(list, shared: policies.shared, languages: languages)
    settler = SentenceSettler(list: list)
  }

  /// A sentence with its tags.
  mutating func read(_ index: Int) -> Reading.Sentence {
    var sentence = sentences[index]
    (sentence.tags, sentence.language) = tagger.tags(from: sentence.lower, to: sentence.upper)
    settler.settle(&sentence)
    return sentence
  }
}
