extension RandomAccessCollection where Index == Int {
  /// The index of the first element that satisfies a condition which, once true, is true for all following elements.
  ///
  /// - Complexity: O(log *count*).
  @inlinable
  package func partitioningIndex<Fault>(where holds: (Element) throws(Fault) -> Bool) throws(Fault) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if try holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
