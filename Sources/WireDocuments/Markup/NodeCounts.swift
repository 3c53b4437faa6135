/// Answers for every element whether it has descendants of some kind, without visiting them again.
struct NodeCounts {
  private let markup: Markup
  /// For each node, the number of nodes of the kind before it.
  private var before: [Int32] = [0]

  init(_ markup: Markup, _ isCounted: (Markup.Index) -> Bool) {
    self.markup = markup
    before.reserveCapacity(markup.nodes.count + 1)
    for node in markup.nodes.indices { before.append(before[node] + (isCounted(node) ? 1 : 0)) }
  }

  /// Whether a descendant of an element is of the kind.
  func has(below node: Markup.Index) -> Bool { before[markup.end(node)] > before[node + 1] }
}
