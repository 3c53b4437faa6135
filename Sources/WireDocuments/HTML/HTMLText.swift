import WireText

/// HTML as text: the one walker for fragments, pages and the HTML that other formats carry.
enum HTMLText {
  /// The visible text of HTML in paragraphs.
  ///
  /// Scripts, styles, controls, embedded media and comments are no copy; everything else is, also captions, lists,
  /// tables and quotes, each with its role.
  ///
  /// - Parameters:
  ///   - utf8: valid UTF-8.
  ///   - map: where `utf8` stood in the file.
  ///   - limits: the bounds to work within.
  /// - Returns: the paragraphs, mapped onto the file, and what was repaired with loss.
  static func read(
    _ utf8: [UInt8], map: SourceMap, limits: Limits = Limits()
  ) -> (body: BodyText, problems: [Problem]) {
    let (markup, problems) = HTMLParser.parse(utf8, limits: limits)
    var body = ParagraphWalker.body(of: markup.roots, in: markup, .html)
    body.map = body.map.composed(with: map)
    return (body, problems)
  }

  /// HTML as one line: tags removed, character references decoded, white space collapsed.
  ///
  /// Used for headlines and names in fields that hold HTML.
  static func line(_ html: String) -> String {
    guard html.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
      return oneLine(html)
    }
    return oneLine(read(Array(html.utf8), map: SourceMap()).body.strings.joined(separator: " "))
  }
}
