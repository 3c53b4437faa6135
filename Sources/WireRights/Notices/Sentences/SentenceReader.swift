/// Splits a piece of text into sentences and reads them one by one, so that sentences that are not needed cost little.
struct SentenceReader {
  let list: TokenList
  /// The sentences without tags, in order.
  let sentences: [Reading.Sentence]
  /// The names of time zones.
  let zones: ZoneNames
  private var tagger: Tagger
  private let settler: SentenceSettler

  /// A reader of a text in its possible languages.
  init(_ text: Substring, at offset: Int, policies: NoticePolicies, languages: [Language]) {
    zones = policies.zones
    var list = Lexer.tokens(of: text, at: offset)
    LineWraps.unwrap(&list, of: text, at: offset)
    var tagger = Tagger(list, shared: policies.shared, languages: languages)
    let all = [policies.shared] + languages
    let split = SentenceSplitter(list: list, languages: all).sentences()
    let joined = Self.partedBehindForms(
      Self.joinedInPlaces(split, in: &list, with: &tagger), in: list, of: all, with: &tagger)
    let orders = Self.partedAtOrders(joined, in: list, with: &tagger)
    sentences = Self.partedAtSigns(
      Self.partedAtRules(orders, in: list, with: &tagger), in: list, with: &tagger)
    self.tagger = tagger
    self.list = list
    settler = SentenceSettler(list: list)
  }

  /// A sentence with its tags.
  mutating func read(_ index: Int) -> Reading.Sentence {
    read(index, tagger.phrases(from: sentences[index].lower, to: sentences[index].upper))
  }

  /// A sentence with its tags; nil, at much lower cost, if its phrases alone show that it cannot state rights.
  mutating func readIfTermsMayStand(_ index: Int) -> Reading.Sentence? {
    let phrases = tagger.phrases(from: sentences[index].lower, to: sentences[index].upper)
    let outline = SentenceOutline(list: list, sentence: sentences[index], parts: tagger.taken(phrases))
    return outline.mayState ? read(index, phrases) : nil
  }

  private func read(_ index: Int, _ phrases: Tagger.Phrases) -> Reading.Sentence {
    var sentence = sentences[index]
    sentence.tags = tagger.taken(phrases)
    sentence.language = tagger.language(of: phrases)
    settler.settle(&sentence)
    return sentence
  }
}
