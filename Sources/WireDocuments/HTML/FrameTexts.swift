import WireText

/// Copy in the frames of a page: the text of an inner frame (`srcdoc`), and what is shown instead of frames.
enum FrameTexts {
  /// Attaches those that hold prose.
  ///
  /// - Parameters:
  ///   - markup: the page.
  ///   - decoded: the input of the markup's parser.
  ///   - further: the texts attached so far.
  ///   - document: receives the texts; one without a text of its own gets the first as its body.
  ///   - limits: the bounds to work within.
  static func attach(
    from markup: Markup, _ decoded: Decoded, beside further: inout AlternativeTexts,
    to document: inout Document,
    limits: Limits
  ) {
    guard let names = frames(in: markup) else { return }
    for node in markup.nodes.indices where names.contains(markup.nodes[node].name) {
      guard let (name, utf8, map) = text(of: node, in: markup) else { continue }
      let read = HTMLText.read(utf8, map: decoded.fileMap(of: map), limits: limits)
      guard read.body.wordCount(inParagraphsOf: PageRemainder.fewestWords) > 0 else { continue }
      document.problems += read.problems
      if document.body.isEmpty {
        document.body = read.body
      } else {
        further.attach(read.body, name: name, format: "hidden", to: &document, limits: limits)
      }
    }
  }

  /// The numbers of the names of such elements; nil for most pages, which have none.
  private static func frames(in markup: Markup) -> Set<Int32>? {
    let names = markup.names.indices.filter { ["iframe", "noframes"].contains(markup.names[$0].local) }
    return names.isEmpty ? nil : Set(names.map(Int32.init))
  }

  private static func text(
    of node: Markup.Index, in markup: Markup
  ) -> (name: String, utf8: [UInt8], map: SourceMap)? {
    if markup.name(node) == "noframes" {
      let (utf8, map) = markup.content(node)
      return ("noframes", utf8, map)
    }
    guard let value = markup.attribute(node, "srcdoc") else { return nil }
    let utf8 = Array(markup.text[Int(value.lower)..<Int(value.upper)])
    let map = SourceMap(identity: utf8.count, at: Int(value.lower)).composed(with: markup.map)
    return ("iframe", utf8, map)
  }
}
