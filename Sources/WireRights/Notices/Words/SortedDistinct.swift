extension Sequence where Element: Comparable {
  /// The elements in order, each once; for a few elements far cheaper than a set.
  func sortedDistinct() -> [Element] {
    var distinct: [Element] = []
    for element in sorted() where element != distinct.last { distinct.append(element) }
    return distinct
  }
}
