import WireText
package import WireTrees

/// XML as a tree of elements, for rights expressions that are read separately from their document.
package enum ElementTree {
  /// An expression has few elements.
  private static let limits: Limits = {
    var limits = Limits()
    limits.wholeInputBytes = 4 << 20
    limits.depth = 64
    limits.nodes = 200_000
    return limits
  }()

  /// The root element of XML; nil if it is not well-formed or exceeds a limit.
  ///
  /// Undeclared prefixes are accepted: an expression may be cut out of the document that declares them.
  package static func root(of xml: [UInt8]) -> Element? {
    guard let first = xml.first(where: { $0 > 0x20 && $0 < 0x80 }), first == UInt8(ascii: "<"),
      let read = try? XMLDocument.all(in: ByteInput(xml), path: "", limits: limits), read.fault == nil,
      let document = read.documents.first, read.documents.count == 1, let root = document.markup.root
    else { return nil }
    return element(root, in: document.markup, source: xml)
  }

  /// The limits bound the depth of the tree, and with it the recursion.
  private static func element(_ node: Markup.Index, in markup: Markup, source: [UInt8]) -> Element {
    let name = markup.qualifiedName(node)
    var element = Element(name: name.local, prefix: name.prefix, namespace: name.namespace)
    var places: [FileRange] = []
    for attribute in markup.attributes[Int(markup.nodes[node].lower)..<Int(markup.nodes[node].upper)] {
      element.attributes.append((markup.names[Int(attribute.name)].local, markup.string(attribute)))
      if let place = markup.place(attribute) { places.append(place) }
    }
    var text = ""
    for child in markup.children(node) {
      if markup.isElement(child) {
        let inner = self.element(child, in: markup, source: source)
        if !inner.range.isEmpty { places.append(FileRange(inner.range)) }
        element.children.append(inner)
      } else {
        let words = oneLine(markup.string(child))
        if !words.isEmpty, let place = markup.place(child) { places.append(place) }
        text += text.isEmpty || words.isEmpty ? words : " " + words
      }
    }
    element.text = text
    element.range = range(places, in: source)
    return element
  }

  /// The range from the tag before the first place to the end of the tag after the last.
  private static func range(_ places: [FileRange], in source: [UInt8]) -> Range<Int> {
    guard let lower = places.map(\.lower).min(), let upper = places.map(\.upper).max(), upper <= source.count
    else { return 0..<0 }
    let start = source[..<min(lower, source.count)].lastIndex(of: UInt8(ascii: "<")) ?? lower
    let end = source[upper...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? upper
    return start..<max(start, end)
  }
}
