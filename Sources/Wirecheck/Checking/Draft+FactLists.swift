internal import WireDocuments
internal import WireText

extension Draft {
  /// Whether a range is a list of names and figures: a team sheet, a table of results, the dates and sizes of a bridge.
  ///
  /// Its parts between commas, colons, dashes, line breaks and the like are short, and nearly all begin with a
  /// capital or contain a figure; the same holds for each word of a table row. In scripts without capitals only
  /// figures count.
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
  /// Whether a text is a list of names and figures.
  static func isList(_ text: String) -> Bool { isList(parts(of: text)) }

  /// Whether the parts of a text form such a list.
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

  /// Splits a text at punctuation and line breaks, except inside figures such as `1,240` or `18:00`.
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
  /// The fewest parts of a list.
  private static let fewestParts = 5
  /// The most words of a part, on average.
  private static let meanPart = 3
  /// The most words of a heading: “Results from the league on Saturday”.
  private static let longestHeading = 10
  /// The most words of any other part.
  private static let longestPart = 6
}
