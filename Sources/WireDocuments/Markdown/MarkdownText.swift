import WireText

/// Converts Markdown to text, via HTML.
enum MarkdownText {
  /// The paragraphs of Markdown without front matter.
  ///
  /// - Parameters:
  ///   - utf8: valid UTF-8.
  ///   - map: where `utf8` is in the file.
  ///   - limits: the bounds to work within.
  /// - Returns: the paragraphs, mapped to the file, and the problems of what was left out or lost in repairs.
  static func read(
    _ utf8: [UInt8], map: SourceMap, limits: Limits
  ) -> HTMLText.Reading {
    let html = MarkdownParser.html(utf8, from: 0, isMDX: false, limits: limits)
    return read(html, map: html.text.map.composed(with: map), limits: limits)
  }

  /// The paragraphs of converted Markdown; `map` leads from its HTML to the file.
  static func read(
    _ html: MarkdownHTML, map: SourceMap, limits: Limits
  ) -> HTMLText.Reading {
    var read = HTMLText.read(html.text.utf8, map: map, limits: limits)
    if html.isCut {
      let problem = Problem(
        "limit-nodes", "more than \(limits.nodes) lines; what follows was not read", losesText: true)
      read.problems.insert(problem, at: 0)
    }
    return read
  }
}
