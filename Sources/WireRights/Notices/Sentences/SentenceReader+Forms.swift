/// Sentences behind a legal form or the letter for “year”, whose full stop may be that of the abbreviation alone.
extension SentenceReader {
  /// The sentences, with those split where a rule starts behind a legal form or a date.
  ///
  /// “Not to be used without a licence from Gull Press Ltd. Reports of Heron Wire are for personal use only.”
  ///
  /// - Parameter languages: those whose legal forms and abbreviations count.
  static func partedBehindForms(
    _ sentences: [Reading.Sentence], in list: TokenList, of languages: [Language], with tagger: inout Tagger
  ) -> [Reading.Sentence] {
    var result: [Reading.Sentence] = []
    for sentence in sentences {
      func isEnd(_ index: Int) -> Bool {
        endsForm(index, in: list, of: languages) || endsDate(index, in: list, of: languages)
      }
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

  /// Whether a date ends with a token, the full stop of the letter for “year”, before a word with a capital.
  ///
  /// “Nie publikować po 31 grudnia 2027 r. Tylko do użytku redakcyjnego.”
  private static func endsDate(_ index: Int, in list: TokenList, of languages: [Language]) -> Bool {
    guard index > 1 else { return false }
    let (stop, next) = (list.tokens[index], list.tokens[index + 1])
    let (year, letter) = (list.tokens[index - 2], list.tokens[index - 1])
    guard stop.isMark("."), stop.gap == .none, next.isCapitalised, next.gap == .space,
      !letter.isCapitalised, list.word(letter).unicodeScalars.count == 1,
      year.kind == .number, let value = Int(list.word(year).suffix(4)), (1900...2100).contains(value)
    else { return false }
    return languages.contains { $0.abbreviations.contains(list.word(letter)) }
  }

  /// Whether a token is a full stop behind a word, or letters with their full stops.
  static func isStop(_ index: Int, in list: TokenList) -> Bool {
    let token = list.tokens[index]
    return token.isDotted || token.isMark(".") && token.gap == .none
  }
}
