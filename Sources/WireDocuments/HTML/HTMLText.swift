import WireText

/// Converts HTML to text: the one walker for fragments, pages and the HTML that other formats carry.
enum HTMLText {
  /// The paragraphs of HTML, the repairs that may have lost text, and the licences that it links to.
  typealias Reading = (body: BodyText, problems: [Problem], rights: [RightsField])

  /// The visible text of HTML in paragraphs.
  ///
  /// Scripts, styles, controls, embedded media, comments and boxes of the system around a post are not copy; everything
  /// else is, including captions, lists, tables and quotes, each with its role.
  ///
  /// - Parameters:
  ///   - utf8: valid UTF-8.
  ///   - map: where `utf8` is in the file.
  ///   - limits: the bounds to work within.
  /// - Returns: the paragraphs, mapped to the file, the repairs that may have lost text, and the licences that it
  ///   links to.
  static func read(
    _ utf8: [UInt8], map: SourceMap, limits: Limits = Limits()
  ) -> Reading {
    let (markup, repairs) = HTMLParser.parse(utf8, limits: limits)
    let boxes = SubscriptionBoxes.roots(in: markup, of: utf8)
    var body = ParagraphWalker.body(of: markup.roots, in: markup, .html, excluding: boxes.nodes)
    body.map = body.map.composed(with: map)
    let problems = repairs + boxes.problems
    guard hasLicenceLink(markup) else { return (body, problems, []) }
    let page = HTMLPage(markup, decoded: Decoded(utf8: utf8, map: map), limits: limits)
    return (body, problems, rights(of: page))
  }

  /// The visible text of HTML that may have been escaped twice: if it has no paragraph tags but its text shows some,
  /// the text is read as HTML.
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
