extension RandomAccessCollection where Index == Int {
  /// The index of the first element for which a condition holds that, once it holds, holds for all that follow.
  ///
  /// - Complexity: O(log *count*).
  @inlinable
  package func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
