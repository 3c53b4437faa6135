internal import WireMatching

/// The items of an index that advisories name, and the version chains of their stories.
struct Chains {
  /// The items that each advisory names.
  private(set) var named: [Set<String>]
  /// The items that each withdrawing advisory may refer to without naming them.
  private(set) var similar: [Set<String>]
  /// The requested items that have a usable version.
  private(set) var usable: Set<String> = []
  /// The versions before and after each item in its story.
  private var neighbours: [String: [String]] = [:]

  /// Scans the index once.
  ///
  /// - Parameters:
  ///   - advisories: the advisories whose items are looked up.
  ///   - asked: the items for which to find out whether there is a usable version.
  init(of index: WireIndex, for advisories: [ItemAdvisory], asked: Set<String>) throws(IndexFault) {
    var wanted: [AdvisoryNames.Name: [Int]] = [:]
    for (number, advisory) in advisories.enumerated() {
      for name in AdvisoryNames(advisory.record).names { wanted[name, default: []].append(number) }
    }
    let resemblances = advisories.enumerated().filter { $0.element.isOpen }.map {
      (number: $0.offset, means: Resemblance($0.element))
    }
    var named = [Set<String>](repeating: [], count: advisories.count)
    var similar = named
    var usable: Set<String> = []
    var neighbours: [String: [String]] = [:]
    try index.forEachEntry { entry in
      guard let item = WireItem(payload: entry.payload), item.isCopy else { return }
      if item.advisory == nil, asked.contains(entry.id) { usable.insert(entry.id) }
      for name in AdvisoryNames.names(of: item, id: entry.id) {
        for number in wanted[name, default: []] where advisories[number].id != entry.id {
          named[number].insert(entry.id)
        }
      }
      if !resemblances.isEmpty {
        let words = Resemblance.Item(item)
        for (number, means) in resemblances where means.mayMean(words) { similar[number].insert(entry.id) }
      }
      for other in item.follows ?? [] {
        neighbours[entry.id, default: []].append(other)
        neighbours[other, default: []].append(entry.id)
      }
    }
    (self.named, self.similar, self.usable, self.neighbours) = (named, similar, usable, neighbours)
  }

  /// The items together with all versions of their stories.
  func closure(of ids: Set<String>) -> Set<String> {
    var result = ids
    var open = Array(ids)
    while let id = open.popLast() {
      for other in neighbours[id, default: []] where result.insert(other).inserted { open.append(other) }
    }
    return result
  }
}
