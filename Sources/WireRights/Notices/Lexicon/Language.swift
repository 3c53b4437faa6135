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
    var (months, articles, outs, forms): (Set<String>, Set<String>, Set<String>, Set<String>) = (
      [], [], [], []
    )
    // Once over the entries, of which there are tens of thousands.
    for entry in lexicon.entries {
      var words: [String] { Lexer.words(of: String(entry.phrase)) }
      for concept in entry.concepts {
        switch concept {
        case .effect(.out), .effect(.shutOut): outs.insert(words.joined())
        case .time(.month): months.insert(words.joined())
        case .holder(.article): articles.insert(words.joined())
        case .holder(.suffix): if let last = words.last { forms.insert(last) }
        default: break
        }
      }
    }
    (self.months, self.articles, self.outs, self.forms) = (months, articles, outs, forms)
    labels = Set(lexicon.labels.map(Lexer.words(of:)))
  }
}
