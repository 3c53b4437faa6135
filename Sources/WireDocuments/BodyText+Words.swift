extension BodyText {
  /// Its words, parted by white space.
  var wordCount: Int { wordCount(inParagraphsOf: 0) }

  /// The words of its paragraphs that have at least so many; shorter ones are labels, links and buttons.
  func wordCount(inParagraphsOf fewest: Int) -> Int {
    strings.reduce(0) { sum, paragraph in
      let count = paragraph.split(whereSeparator: \.isWhitespace).count
      return count >= fewest ? sum + count : sum
    }
  }
}
