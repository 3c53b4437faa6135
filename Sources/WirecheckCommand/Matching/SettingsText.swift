import WireMatching
import WireReports
import WireText

/// The constants and synonyms of the matcher as text for people.
enum SettingsText {
  /// The width of the explanations, in columns.
  private static let width = 76

  /// Each constant with its value, followed by its meaning; then the number of synonyms in each language.
  static func text(_ settings: MatchSettings, _ vocabulary: Vocabulary) -> String {
    constants(settings)
      + "\nSynonyms, by which names, titles and figures are compared (`Policies/Matching`):\n"
      + vocabulary.languages.filter { !$0.synonyms.isEmpty }.map { language in
        let words = language.synonyms.reduce(0) { $0 + $1.count }
        return "    \(language.name): \(language.synonyms.count) groups of \(words) words\n"
      }.joined()
  }

  private static func constants(_ settings: MatchSettings) -> String {
    let constants = settings.constants
    let head =
      "One set of \(constants.count) constants is used for all data, in `match`, `check`, `scan` and `compare`.\n"
      + "They are fixed in the program; scores are in nats of surprisal.\n"
    return constants.reduce(head) { text, constant in
      text + "\n\(constant.name) = \(constant.value)\n"
        + Wrapping.lines(of: constant.meaning, width: width).map { "    \($0)\n" }.joined()
    }
  }
}
