/// The words of one language, prepared for searching texts.
final class Language: Sendable {
  /// The contents of the file.
  let lexicon: Lexicon
  let phrases: PhraseTable
  /// Words that limit nothing.
  let fillers: PhraseTable
  /// Words after which a full stop does not end a sentence.
  let abbreviations: Set<String>
  /// The names of months, as one word each.
  let months: Set<String>
  /// The articles, as one word each, with which a sentence may start.
  let articles: Set<String>
  /// The single words for what is shut out: “OUT”.
  let outs: Set<String>
  /// The legal forms behind names, the last word of each: “ltd”, “b.v”.
  let forms: Set<String>
  /// Labels before a notice, as folded words.
  let labels: Set<[String]>

  /// A language of a lexicon.
  ///
  /// - Parameter names: further phrases that are names in every language.
  init(_ lexicon: Lexicon, names: [(phrase: String, concept: Concept)] = []) {
    self.lexicon = lexicon
    var phrases = PhraseTable(phrases: lexicon.entries.count + names.count)
    for (number, entry) in lexicon.entries.enumerated() {
      phrases.add(entry.phrase, entry.meaning, number: number)
    }
    for clitic in lexicon.clitics { phrases.add(clitic: clitic) }
    for name in names { phrases.add(name.phrase[...], [name.concept]) }
    self.phrases = phrases
    var fillers = PhraseTable()
    for filler in lexicon.fillers { fillers.add(filler[...], []) }
    for clitic in lexicon.clitics { fillers.add(clitic: clitic) }
    self.fillers = fillers
    abbreviations = Set(lexicon.abbreviations.map { Lexer.words(of: $0).joined() })
    func words(_ isMeant: (Concept) -> Bool) -> Set<String> {
      Set(
        lexicon.entries.filter { $0.concepts.contains(where: isMeant) }
          .map { Lexer.words(of: String($0.phrase)).joined() })
    }
    months = words(\.isMonth)
    articles = words { $0 == .holder(.article) }
    outs = words { $0 == .effect(.out) || $0 == .effect(.shutOut) }
    forms = Set(
      lexicon.entries.filter { $0.concepts.contains(.holder(.suffix)) }
        .compactMap { Lexer.words(of: String($0.phrase)).last })
    labels = Set(lexicon.labels.map(Lexer.words(of:)))
  }
}
