/// Tells for every element whether nodes of some kind lie below it, without looking at them again.
struct NodeCounts {
  private let markup: Markup
  /// How many of the nodes before each are of the kind.
  private var before: [Int32] = [0]

  init(_ markup: Markup, _ isCounted: (Markup.Index) -> Bool) {
    self.markup = markup
    before.reserveCapacity(markup.nodes.count + 1)
    for node in markup.nodes.indices { before.append(before[node] + (isCounted(node) ? 1 : 0)) }
  }

  /// Whether a descendant of an element is of the kind.
  func has(below node: Markup.Index) -> Bool { before[markup.end(node)] > before[node + 1] }
}
