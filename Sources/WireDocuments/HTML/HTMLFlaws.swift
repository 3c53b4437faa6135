/// The structural defects of a page that were repaired.
struct HTMLFlaws {
  /// Whether elements were moved out of their parents because they were nested too deeply.
  var wasFlattened = false
  /// Whether a run of text was longer than the limit.
  var hasLongRun = false
  /// Whether an element whose text is not copy lacked an end tag and may have swallowed copy.
  var wasHiddenOpen = false
  /// Whether the input ended without the page's own end tag inside elements that require one.
  var isCut = false

  /// The problems to report for these and for defects of tags and comments.
  ///
  /// - Parameters:
  ///   - markup: the defects that the scanner found.
  ///   - limits: the bounds to work within.
  func problems(_ markup: Set<HTMLScanner.Flaw>, limits: Limits) -> [Problem] {
    var all: [Problem] = []
    if markup.contains(.openTag) {
      all.append(Problem("html-open-tag", "a tag is not closed before the next or the end", losesText: true))
    }
    if markup.contains(.openComment) {
      all.append(
        Problem("html-open-comment", "a comment, section or instruction is not closed", losesText: true))
    }
    if markup.contains(.openElement) || wasHiddenOpen {
      all.append(
        Problem(
          "html-open-element",
          "a script, form control or similar is not closed, so that its text may be copy",
          losesText: true))
    }
    if isCut {
      all.append(
        Problem("truncated", "the page ends inside of its elements: it may have been cut", losesText: true))
    }
    if wasFlattened {
      all.append(
        Problem(
          "limit-depth", "elements nested deeper than \(limits.depth) levels were flattened", losesText: true)
      )
    }
    if hasLongRun {
      all.append(
        Problem(
          "limit-text-run", "a run of text is longer than \(limits.textRunBytes) bytes", losesText: true))
    }
    return all
  }
}
