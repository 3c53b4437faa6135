/// Sentences behind a legal form, whose full stop may be that of the abbreviation alone.
extension SentenceReader {
  /// The sentences, with those split where a rule starts behind a legal form.
  ///
  /// “Not to be used without a licence from Gull Press Ltd. Reports of Heron Wire are for personal use only.”
  ///
  /// - Parameter languages: those whose legal forms count.
  static func partedBehindForms(
    _ sentences: [Reading.Sentence], in list: TokenList, of languages: [Language], with tagger: inout Tagger
  ) -> [Reading.Sentence] {
    var result: [Reading.Sentence] = []
    for sentence in sentences {
      func isEnd(_ index: Int) -> Bool { endsForm(index, in: list, of: languages) }
      if (sentence.lower..<sentence.upper - 1).contains(where: isEnd) {
        result += wholeParts(parts(of: sentence, in: list, after: isEnd), in: list, with: &tagger)
      } else {
        result.append(sentence)
      }
    }
    return result
  }

  /// Whether a legal form ends with a token, its full stop or “S.A.”, before a word with a capital.
  private static func endsForm(_ index: Int, in list: TokenList, of languages: [Language]) -> Bool {
    let (token, next) = (list.tokens[index], list.tokens[index + 1])
    guard index > 0, isStop(index, in: list), next.isCapitalised, next.gap >= .space else { return false }
    let form = list.word(token.isDotted ? index : index - 1)
    return languages.contains { $0.forms.contains(form) }
  }

  /// Whether a token is a full stop behind a word, or letters with their full stops.
  static func isStop(_ index: Int, in list: TokenList) -> Bool {
    let token = list.tokens[index]
    return token.isDotted || token.isMark(".") && token.gap == .none
  }
}
