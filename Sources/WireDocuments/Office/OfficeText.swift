import WireText

/// The text of a part of an office document: the copy, followed by floating text boxes.
struct OfficeText {
  let markup: Markup
  let vocabulary: TextVocabulary
  /// The roles of blocks according to their styles.
  var roles: [Markup.Index: BodyText.Role] = [:]
  /// Subtrees that are not copy.
  var excluded: Set<Markup.Index> = []
  /// Text boxes, in document order; inline, their text would split the paragraph that they are anchored to.
  var boxes: [Markup.Index] = []
  /// Paragraphs that continue in the next one.
  var joined: Set<Markup.Index> = []

  /// The copy in a node.
  func body(of root: Markup.Index, limits: Limits) -> BodyText {
    let apart = excluded.union(boxes)
    var body = body(of: [root], excluding: apart)
    let inside = root..<markup.end(root)
    for box in boxes where inside.contains(box) && !isExcluded(box) {
      body.append(contentsOf: self.body(of: markup.children(box), excluding: apart), limits: limits)
    }
    return body
  }

  private func body(of nodes: some Sequence<Markup.Index>, excluding apart: Set<Markup.Index>) -> BodyText {
    ParagraphWalker.body(of: nodes, in: markup, vocabulary, excluding: apart, roles: roles, joined: joined)
  }

  /// The text of a node on one line, including text boxes.
  func line(of node: Markup.Index) -> String {
    oneLine(body(of: markup.children(node), excluding: excluded).strings.joined(separator: " "))
  }

  /// Whether a node is in content that is not copy.
  func isExcluded(_ node: Markup.Index) -> Bool {
    markup.outward(from: node).contains { here in
      if case .hidden = vocabulary.effect(of: markup.name(here)) { true } else { excluded.contains(here) }
    }
  }
}
