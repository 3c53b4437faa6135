import WireMatching

/// The constants of matching as text for people.
enum SettingsText {
  /// Columns of the meanings.
  private static let width = 76

  /// Each constant with its value, and below it what it means.
  static func text(_ settings: MatchSettings) -> String {
    let constants = settings.constants
    let head =
      "One set of \(constants.count) constants is used for all data, in `match`, `check`, `scan` and `compare`.\n"
      + "They are fixed in the program; scores are in nats of surprisal.\n"
    return constants.reduce(head) { text, constant in
      text + "\n\(constant.name) = \(constant.value)\n"
        + lines(constant.meaning).map { "    \($0)\n" }.joined()
    }
  }

  private static func lines(_ text: String) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
      if lines[lines.count - 1].count + word.count + 1 > width { lines.append("") }
      lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
    }
    return lines
  }
}
