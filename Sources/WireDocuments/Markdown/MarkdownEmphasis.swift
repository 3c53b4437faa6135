/// Pairs emphasis delimiters as CommonMark does ("process emphasis").
enum MarkdownEmphasis {
  /// The bytes of all delimiters that are part of a pair.
  static func marks(of runs: [MarkdownInline.Delimiter]) -> [(range: Range<Int>, mark: MarkdownInline.Mark)] {
    var runs = runs
    var marks: [(range: Range<Int>, mark: MarkdownInline.Mark)] = []
    var openers: [Int] = []
    /// For each kind of closing run, the number of openers that are known not to match.
    var bottoms: [Int: Int] = [:]
    for index in runs.indices {
      while runs[index].closes, runs[index].lower < runs[index].upper {
        let closer = runs[index]
        let kind = Int(closer.byte) * 6 + (closer.upper - closer.lower) % 3 * 2 + (closer.opens ? 1 : 0)
        let bottom = min(bottoms[kind] ?? 0, openers.count)
        guard let found = openers[bottom...].lastIndex(where: { fits(runs[$0], closer) }) else {
          bottoms[kind] = openers.count
          break
        }
        openers.removeSubrange((found + 1)...)
        let opener = openers[found]
        let width = min(2, runs[opener].upper - runs[opener].lower, closer.upper - closer.lower)
        marks.append((runs[opener].upper - width..<runs[opener].upper, .drop))
        marks.append((closer.lower..<closer.lower + width, .drop))
        runs[opener].upper -= width
        runs[index].lower += width
        if runs[opener].lower == runs[opener].upper { openers.removeLast() }
        for (key, value) in bottoms where value > openers.count { bottoms[key] = openers.count }
      }
      if runs[index].opens, runs[index].lower < runs[index].upper { openers.append(index) }
    }
    return marks
  }

  private static func fits(_ opener: MarkdownInline.Delimiter, _ closer: MarkdownInline.Delimiter) -> Bool {
    guard opener.byte == closer.byte else { return false }
    let sum = opener.upper - opener.lower + closer.upper - closer.lower
    // "If one of the delimiters can both open and close, the sum must not be a multiple of 3."
    return !(opener.closes || closer.opens) || sum % 3 != 0
      || (opener.upper - opener.lower) % 3 == 0
  }
}
