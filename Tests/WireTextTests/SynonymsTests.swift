import Testing
import WireText

/// What words stand for.
struct SynonymsTests {
  private static func vocabulary(_ synonyms: [[String]]) -> Vocabulary {
    Vocabulary([
      .init(
        functionWords: ["the", "of", "and", "to", "in"], endings: [.init("s", least: 3)], synonyms: synonyms),
      .init(functionWords: ["der", "die", "das", "und", "im"], synonyms: [["gift", "toxin"]]),
    ])
  }

  /// What the words of meaning of a text stand for, as the numbers of the first words that stand for the same.
  private func ideas(_ text: String, _ synonyms: [[String]]) -> [Int] {
    let vocabulary = Self.vocabulary(synonyms)
    var words: [Word] = []
    let language = Tokenizer(vocabulary).append(wordsOf: Array(text.utf8), to: &words)
    let stems = words.filter(\.isContent).map(\.stem)
    let concepts = Synonyms(vocabulary).concepts(of: stems, language: language)
    return concepts.map { concepts.firstIndex(of: $0) ?? -1 }
  }

  @Test(
    "words of one group stand for the same, in all their forms",
    arguments: [
      ("cop officers boat", [["officer", "cop"]], [0, 0, 2]),
      ("premier of the Prime Ministers boat", [["premier", "prime minister"]], [0, 0, 2, 3]),
      ("premier prime boat minister", [["premier", "prime minister"]], [0, 1, 2, 3]),
      ("ecb and the European Central Bank", [["European Central Bank", "ECB"]], [0, 0, 2, 3]),
      ("eleven 11 twelve", [["11", "eleven"]], [0, 0, 2]),
      ("cop boat", [["the", "of"], []], [0, 1]),
    ])
  func groups(_ text: String, _ synonyms: [[String]], _ expected: [Int]) {
    #expect(ideas(text, synonyms) == expected)
  }

  @Test("a word in two groups is ambiguous and stands for itself, the others stay together")
  func ambiguous() {
    let synonyms = [["bank", "lender", "creditor"], ["shore", "bank", "coast"]]
    #expect(ideas("lender creditor bank shore coast", synonyms) == [0, 0, 2, 3, 3])
  }

  @Test("synonyms are those of the text's language")
  func languages() {
    #expect(ideas("der Hafen und das Lager im Norden und das gift und toxin", []) == [0, 1, 2, 3, 3])
    #expect(ideas("the port of the gift and the toxin", []) == [0, 1, 2])
    let stems: [UInt64] = [3, 5]
    #expect(Synonyms(.neutral).concepts(of: stems, language: 0) == stems)
  }

  @Test("an index holds nothing of synonyms: with others it is the same vocabulary")
  func identity() {
    #expect(Self.vocabulary([["officer", "cop"]]).identity == Self.vocabulary([]).identity)
  }
}
