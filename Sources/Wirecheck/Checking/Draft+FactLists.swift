internal import WireDocuments
internal import WireText

extension Draft {
  /// Whether a range is a list of names and figures: a team sheet, a table of results, the dates and sizes of a bridge.
  ///
  /// Its parts between commas, colons, dashes, line breaks and the like are short, and nearly all begin with a capital or
  /// hold a figure; so does each word of a table's row. In scripts without capitals figures alone tell.
  func isFactList(_ range: TextRange) -> Bool {
    let first = paragraphs.firstIndex(endingAfter: range.lower)
    let parts = paragraphs[first...].prefix { $0.lower < range.upper }.indices.flatMap { index -> [String] in
      let part = TextRange(
        max(range.lower, paragraphs[index].lower), min(range.upper, paragraphs[index].upper))
      let text = document.body.string(part)
      return document.body.paragraphs[index].role == .table
        ? text.split(whereSeparator: \.isWhitespace).map(String.init) : FactList.parts(of: text)
    }
    return FactList.isList(parts)
  }
}

/// A text that is a list of names and figures.
enum FactList {
  /// Whether a text is one.
  static func isList(_ text: String) -> Bool { isList(parts(of: text)) }

  /// Whether parts of a text are those of a list.
  static func isList(_ parts: [String]) -> Bool {
    let parts = parts.filter { $0.contains { $0.isLetter || $0.isNumber } }
    let sizes = parts.map { $0.split(whereSeparator: \.isWhitespace).count }
    let words = sizes.reduce(0, +)
    let factual = parts.count { part in
      part.contains(where: \.isNumber) || part.first(where: \.isLetter)?.isUppercase == true
    }
    return parts.count >= fewestParts && words <= parts.count * meanPart
      && sizes.allSatisfy { $0 <= longestHeading } && sizes.count { $0 > longestPart } * 10 <= sizes.count
      && factual * 10 >= parts.count * 9
  }

  /// A text cut at its marks, but for those within figures such as `1,240` or `18:00`.
  static func parts(of text: String) -> [String] {
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
  /// Words of the longest heading: “Results from the league on Saturday”.
  private static let longestHeading = 10
  /// Words of the longest other part.
  private static let longestPart = 6
}
