/// The effects of a markup language's elements on their text.
struct TextVocabulary {
  /// The effect of an element on its text.
  enum Effect: Hashable {
    /// None: it is part of a line.
    case inline
    /// Starts and ends a paragraph.
    case block
    /// Starts and ends a paragraph with a role, which blocks inside it inherit.
    case role(BodyText.Role)
    /// A row of a table.
    case row
    /// A cell, separated from its neighbours by a space.
    case cell
    /// A line break: one acts as a space, two end a paragraph.
    case lineBreak
    /// Represents some characters, for instance a hyphen.
    case literal(StaticLiteral)
    /// Its text is not copy.
    case hidden
  }

  /// The characters that an element represents.
  enum StaticLiteral: String { case space = " ", hyphen = "\u{2011}", slash = "/" }

  /// The elements that contain text, if other text is only layout of the file; empty if all elements may.
  let textElements: Set<String>
  /// Whether writers put elements of their own among those of the vocabulary.
  let isOpen: Bool
  private let effects: [String: Effect]
  private let other: @Sendable (String) -> Effect

  private init(
    textElements: Set<String> = [], isOpen: Bool = false, effects: [String: Effect],
    other: @escaping @Sendable (String) -> Effect
  ) {
    self.textElements = textElements
    self.isOpen = isOpen
    self.effects = effects
    self.other = other
  }

  /// The effect of an element with a local name.
  func effect(of name: String) -> Effect { effects[name] ?? other(name) }

  /// HTML and XHTML.
  static let html = TextVocabulary(
    isOpen: true,
    effects: [
      "blockquote": .role(.quote), "li": .role(.list), "dt": .role(.list), "dd": .role(.list),
      "figcaption": .role(.caption), "pre": .role(.preformatted), "listing": .role(.preformatted),
      "xmp": .role(.preformatted), "table": .role(.table), "tr": .row, "td": .cell, "th": .cell,
      "br": .lineBreak,
    ],
    other: { name in
      let tag = HTMLTag.of(name)
      if tag.contains(.heading) { return .role(.subhead) }
      if tag.contains(.hidden) { return .hidden }
      return tag.contains(.block) ? .block : .inline
    })

  /// XML of any kind: each element is a paragraph, except those that are inline in HTML.
  static let anyXML = TextVocabulary(
    effects: ["title": .block],
    other: { name in
      if !HTMLTag.isKnown(name) { return .block }
      let effect = TextVocabulary.html.effect(of: name)
      return effect == .hidden ? .block : effect
    })

  /// IDF of Infomaker, whose elements hold lines of HTML.
  static let idf = TextVocabulary(
    isOpen: true,
    effects: [
      "element": .block, "group": .block, "object": .block, "data": .block, "text": .block,
      "title": .role(.subhead),
    ],
    other: { TextVocabulary.html.effect(of: $0) })

  /// NITF 2.5 to 3.x, `body.content` and its descendants.
  static let nitf = TextVocabulary(
    isOpen: true,
    effects: [
      "bq": .role(.quote), "li": .role(.list), "dt": .role(.list), "dd": .role(.list),
      "hl1": .role(.subhead), "hl2": .role(.subhead), "pre": .role(.preformatted), "table": .role(.table),
      "nitf-table": .role(.table), "tr": .row, "nitf-table-row": .row, "td": .cell, "th": .cell,
      "nitf-col": .cell, "br": .lineBreak, "p": .block, "block": .block, "ul": .block, "ol": .block,
      "dl": .block, "fn": .block, "hr": .block, "caption": .block, "credit": .block, "body.content": .block,
      "hedline": .block, "byline": .block, "distributor": .block, "dateline": .block, "rights": .block,
      "note": .hidden, "abstract": .block, "tagline": .block, "body.end": .block, "datasource": .block,
      "custom-table": .block, "postaddr": .block, "addressee": .block, "delivery.point": .block,
      "media": .hidden, "nitf-table-metadata": .hidden, "frac": .cell, "frac-sep": .hidden,
      "frac-den": .literal(.slash),
    ],
    other: { name in
      // NITF files borrow from HTML; no NITF element has the name of an element that HTML hides, except these.
      name == "object" || name == "title" ? .inline : TextVocabulary.html.effect(of: name)
    })

  /// WordprocessingML (ECMA-376 part 1, chapter 17), with insertions accepted and deletions left out.
  static let word = TextVocabulary(
    textElements: ["t"],
    effects: [
      "p": .block, "tbl": .role(.table), "tr": .row, "tc": .cell, "tab": .cell, "ptab": .cell,
      "br": .lineBreak, "cr": .lineBreak, "noBreakHyphen": .literal(.hyphen), "del": .hidden,
      "moveFrom": .hidden, "rt": .hidden,
    ],
    other: { _ in .inline })

  /// OpenDocument text (1.3 part 3, chapter 5).
  static let openDocument = TextVocabulary(
    effects: [
      "p": .block, "h": .role(.subhead), "list-item": .role(.list), "list-header": .role(.list),
      "table": .role(.table), "table-row": .row, "table-cell": .cell, "tab": .cell, "s": .literal(.space),
      "line-break": .lineBreak, "section": .block, "index-body": .block, "annotation": .hidden,
      "tracked-changes": .hidden, "note": .hidden, "forms": .hidden, "ruby-text": .hidden,
      "binary-data": .hidden, "event-listeners": .hidden, "script": .hidden,
    ],
    other: { _ in .inline })
}
