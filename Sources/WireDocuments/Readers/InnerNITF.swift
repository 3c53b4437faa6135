import WireText

/// A document of NITF in an item of another format: as elements, escaped, in CDATA, or in a string of JSON.
struct InnerNITF {
  /// The element with its head and its copy.
  let root: Markup.Index
  /// The tree, whose map leads to the file.
  let markup: Markup
  /// What was repaired or lost.
  let problems: [Problem]

  /// Whether text is NITF: its elements have names that HTML does not have.
  static func isNITF(_ utf8: [UInt8]) -> Bool {
    let signs: [StaticString] = ["<body.content", "<nitf>", "<nitf "]
    return signs.contains { HTMLScanner.find($0, in: utf8, from: 0) != nil }
  }

  /// The NITF in a text; nil if it is none.
  static func found(in utf8: [UInt8], map: SourceMap, limits: Limits) -> InnerNITF? {
    isNITF(utf8) ? InnerNITF(utf8, map: map, limits: limits) : nil
  }

  /// Reads a text that is NITF, strictly if it is well-formed, and otherwise with the repairs of HTML; nil if it has no
  /// element.
  init?(_ utf8: [UInt8], map: SourceMap, limits: Limits) {
    let strict = XMLParser.parse(utf8, in: XMLPreamble.end(utf8).offset..<utf8.count, limits: limits)
    var read = (markup: strict.markup, problems: strict.problems)
    read.markup.standalone = read.markup.ownBlocks()
    if strict.fault != nil { read = HTMLParser.parse(utf8, limits: limits) }
    read.markup.map = read.markup.map.composed(with: map)
    guard let first = read.markup.root else { return nil }
    let root =
      read.markup.nodes.indices.first { read.markup.name($0) == "nitf" }
      ?? NITFBody.root(in: first, of: read.markup) ?? first
    self.init(root: root, markup: read.markup, problems: read.problems)
  }

  /// The NITF in an element, as elements or as its text; nil if there is none.
  ///
  /// - Parameter isPacked: whether the text is base64.
  init?(in node: Markup.Index, of markup: Markup, isPacked: Bool = false) {
    if let root = NITFBody.root(in: node, of: markup) {
      self.init(root: root, markup: markup, problems: [])
      return
    }
    guard !markup.children(node).contains(where: { markup.isElement($0) }),
      let (utf8, map) = isPacked ? markup.packedText(node) : markup.content(node),
      let found = Self.found(in: utf8, map: map, limits: markup.limits)
    else { return nil }
    self = found
  }

  private init(root: Markup.Index, markup: Markup, problems: [Problem]) {
    self.root = root
    self.markup = markup
    self.problems = problems
  }

  /// The copy.
  func text(problems: inout [Problem]) -> BodyText {
    problems += self.problems
    return NITFBody.text(of: root, in: markup, problems: &problems)
  }

  /// Completes the document of the item around it with its headline and what it states outside its copy.
  func complete(_ document: inout Document) {
    document.headline = document.headline ?? NITFBody.headline(of: root, in: markup)
    NITFBody.complete(&document, with: root, in: markup)
  }
}
