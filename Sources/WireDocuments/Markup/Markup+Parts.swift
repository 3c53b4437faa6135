import WireText

extension Markup {
  /// Whether a node is one of several elements or is inside one.
  ///
  /// - Parameter parts: the elements in document order, none of them inside another.
  func isInside(_ node: Index, anyOf parts: [Index]) -> Bool {
    let next = parts.partitioningIndex { $0 > node }
    return next > 0 && node < end(parts[next - 1])
  }

  /// Whether one of several nodes, which are in document order, is in a range.
  static func hold(_ nodes: [Index], oneIn range: Range<Index>) -> Bool {
    let next = nodes.partitioningIndex { $0 >= range.lowerBound }
    return next < nodes.count && nodes[next] < range.upperBound
  }
}
