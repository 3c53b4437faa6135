import WireText

/// HTML as text: the one walker for fragments, pages and the HTML that other formats carry.
enum HTMLText {
  /// The paragraphs of HTML, what was repaired with loss, and the licences that links in it lead to.
  typealias Reading = (body: BodyText, problems: [Problem], rights: [RightsField])

  /// The visible text of HTML in paragraphs.
  ///
  /// Scripts, styles, controls, embedded media and comments are no copy; everything else is, also captions, lists,
  /// tables and quotes, each with its role.
  ///
  /// - Parameters:
  ///   - utf8: valid UTF-8.
  ///   - map: where `utf8` stood in the file.
  ///   - limits: the bounds to work within.
  /// - Returns: the paragraphs, mapped onto the file, what was repaired with loss, and the licences that links lead to.
  static func read(
    _ utf8: [UInt8], map: SourceMap, limits: Limits = Limits()
  ) -> Reading {
    let (markup, problems) = HTMLParser.parse(utf8, limits: limits)
    var body = ParagraphWalker.body(of: markup.roots, in: markup, .html)
    body.map = body.map.composed(with: map)
    guard hasLicenceLink(markup) else { return (body, problems, []) }
    let page = HTMLPage(markup, decoded: Decoded(utf8: utf8, map: map), limits: limits)
    return (body, problems, rights(of: page))
  }

  /// The visible text of HTML that may have been escaped once more on its way: where it shows the tags of paragraphs
  /// and has none, what it shows is the HTML.
  static func readEscaped(
    _ utf8: [UInt8], map: SourceMap, limits: Limits
  ) -> Reading {
    let shown = read(utf8, map: map, limits: limits)
    let tags: [StaticString] = ["&lt;p", "&lt;br", "&lt;div"]
    let isEscaped = tags.contains { HTMLScanner.find($0, in: utf8, from: 0) != nil }
    guard isEscaped, !NewsMLG2Body.holdsHTML(utf8) else { return shown }
    return read(shown.body.utf8, map: shown.body.map, limits: limits)
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
