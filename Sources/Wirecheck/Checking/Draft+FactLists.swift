internal import WireDocuments
internal import WireText

extension Draft {
  /// Whether a range is a list of names and figures: a team sheet, the dates and sizes of a bridge.
  ///
  /// Its parts between commas, colons, dashes, line breaks and the like are short, and nearly all begin with a capital or
  /// hold a figure. In scripts without capitals figures alone tell.
  func isFactList(_ range: TextRange) -> Bool {
    let parts = Self.parts(of: document.body.string(range)).filter {
      $0.contains { $0.isLetter || $0.isNumber }
    }
    let sizes = parts.map { $0.split(whereSeparator: \.isWhitespace).count }
    let words = sizes.reduce(0, +)
    let factual = parts.count { part in
      part.contains(where: \.isNumber) || part.first(where: \.isLetter)?.isUppercase == true
    }
    return parts.count >= Self.fewestParts && words <= parts.count * Self.meanPart
      && sizes.allSatisfy { $0 <= Self.longestPart } && factual * 10 >= parts.count * 9
  }

  /// A text cut at its marks, but for those within figures such as `1,240` or `18:00`.
  private static func parts(of text: String) -> [String] {
    let characters = Array(text)
    var parts = [""]
    for (index, character) in characters.enumerated() {
      let isInFigure =
        index > 0 && index + 1 < characters.count && characters[index - 1].isNumber
        && characters[index + 1].isNumber
      if character.isNewline || marks.contains(character) && !isInFigure {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts
  }

  private static let marks: Set<Character> = [
    ",", ";", ":", ".", "(", ")", "/", "|", "•", "·", "–", "—", "、", "，", "；",
  ]
  /// Fewer parts are no list.
  private static let fewestParts = 5
  /// Words of a part, in the mean.
  private static let meanPart = 3
  /// Words of the longest part.
  private static let longestPart = 6
}
