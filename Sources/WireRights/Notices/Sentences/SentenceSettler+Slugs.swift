/// Slugs, whose words name a story and state nothing about its use.
extension SentenceSettler {
  /// Removes what the words of slugs would mean in prose: “BC-EU--Mine Rescue” is neither a territory nor data mining.
  func dropSlugs(from sentence: inout Reading.Sentence) {
    let slugs = slugs(in: sentence)
    guard !slugs.isEmpty else { return }
    sentence.tags.removeAll { tag in
      !tag.isAdvisory && slugs.contains { $0.contains(tag.lower) && tag.upper <= $0.upperBound }
    }
  }

  /// The tokens of slugs: at least two keys in capitals, a hyphen between them, and the title after two hyphens.
  private func slugs(in sentence: Reading.Sentence) -> [Range<Int>] {
    var slugs: [Range<Int>] = []
    var index = sentence.lower
    while index < sentence.upper {
      let start = index
      while index < sentence.upper, isKey(index), index == start || tokens[index].gap == .hyphen {
        index += 1
      }
      let keys = index - start
      if index == start { index += 1 }
      guard keys > 1, index < sentence.upper, tokens[index].isMark("-"), tokens[index].gap == .none else {
        continue
      }
      let end = titleEnd(from: index, in: sentence)
      if let end { (slugs, index) = (slugs + [start..<end], end) }
    }
    return slugs
  }

  private func isKey(_ index: Int) -> Bool { tokens[index].kind == .word && tokens[index].isUpper }

  /// The token after the capitalised words that hyphens without a space precede; nil if there are none.
  private func titleEnd(from hyphen: Int, in sentence: Reading.Sentence) -> Int? {
    var start = hyphen
    while start < sentence.upper, tokens[start].isMark("-"), tokens[start].gap == .none { start += 1 }
    guard start < sentence.upper, tokens[start].gap == .none, tokens[start].isCapitalised else { return nil }
    var end = start + 1
    while end < sentence.upper, tokens[end].isCapitalised, tokens[end].gap < .line { end += 1 }
    return end
  }
}
