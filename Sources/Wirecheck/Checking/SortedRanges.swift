internal import WireText

extension RandomAccessCollection where Index == Int, Element == TextRange {
  /// The index of the first range that ends after a byte; the ranges are in order and do not overlap.
  func firstIndex(endingAfter byte: Int) -> Int { partitioningIndex { $0.upper > byte } }

  /// Whether one of the ranges, which are in order and do not overlap, has something of another.
  func overlap(_ range: TextRange) -> Bool {
    let index = firstIndex(endingAfter: range.lower)
    return index < count && self[index].overlaps(range)
  }
}

extension [TextRange] {
  /// The ranges sorted, with overlapping and adjacent ones merged.
  func merged() -> [TextRange] {
    var result: [TextRange] = []
    for range in sorted() where !range.isEmpty {
      if let last = result.last, range.lower <= last.upper {
        result[result.count - 1] = TextRange(last.lower, Swift.max(last.upper, range.upper))
      } else {
        result.append(range)
      }
    }
    return result
  }
}
