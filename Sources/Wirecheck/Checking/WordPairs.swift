internal import WireText

/// Pairs of equal words that occur in the same order in two texts.
enum WordPairs {
  /// The most cells of the alignment table; larger texts are aligned by the words that occur once in each.
  private static let mostCells = 4_000_000

  /// Whether two texts can be compared word by word.
  static func isSmall(_ a: [UInt64], _ b: [UInt64]) -> Bool { b.isEmpty || a.count <= mostCells / b.count }

  /// The most pairs possible; in long texts, the most possible between anchors that occur once in each.
  static func all(_ a: [UInt64], _ b: [UInt64]) -> [(draft: Int, source: Int)] {
    guard !isSmall(a, b) else { return aligned(a, b) }
    var result: [(draft: Int, source: Int)] = []
    var (start, other) = (0, 0)
    for anchor in anchored(a, b) + [(a.count, b.count)] {
      let (left, right) = (Array(a[start..<anchor.draft]), Array(b[other..<anchor.source]))
      if isSmall(left, right) {
        result += aligned(left, right).map { ($0.draft + start, $0.source + other) }
      }
      if anchor.draft < a.count { result.append(anchor) }
      (start, other) = (anchor.draft + 1, anchor.source + 1)
    }
    return result
  }

  /// The longest common subsequence.
  static func aligned(_ a: [UInt64], _ b: [UInt64]) -> [(draft: Int, source: Int)] {
    let width = b.count + 1
    var length = [UInt16](repeating: 0, count: (a.count + 1) * width)
    for i in stride(from: a.count - 1, through: 0, by: -1) {
      for j in stride(from: b.count - 1, through: 0, by: -1) {
        length[i * width + j] =
          a[i] == b[j]
          ? length[(i + 1) * width + j + 1] &+ 1
          : max(length[(i + 1) * width + j], length[i * width + j + 1])
      }
    }
    var pairs: [(draft: Int, source: Int)] = []
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        pairs.append((i, j))
        (i, j) = (i + 1, j + 1)
      } else if length[(i + 1) * width + j] >= length[i * width + j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    return pairs
  }

  /// The longest common sequence of the words that occur once in each text.
  static func anchored(_ a: [UInt64], _ b: [UInt64]) -> [(draft: Int, source: Int)] {
    let (inDraft, inSource) = (placesOfLoneWords(a), placesOfLoneWords(b))
    let pairs = a.indices.compactMap { index -> (draft: Int, source: Int)? in
      guard inDraft[a[index]] == index, let place = inSource[a[index]], place >= 0 else { return nil }
      return (index, place)
    }
    // Longest increasing subsequence of the source indices: `ends` by length, `before` links to the previous element.
    var ends: [Int] = []
    var before = [Int](repeating: -1, count: pairs.count)
    for index in pairs.indices {
      let length = ends.partitioningIndex { pairs[$0].source >= pairs[index].source }
      before[index] = length > 0 ? ends[length - 1] : -1
      if length < ends.count { ends[length] = index } else { ends.append(index) }
    }
    var result: [(draft: Int, source: Int)] = []
    var index = ends.last ?? -1
    while index >= 0 {
      result.append(pairs[index])
      index = before[index]
    }
    return result.reversed()
  }

  /// The index of each word; -1 for words that occur more than once.
  private static func placesOfLoneWords(_ words: [UInt64]) -> [UInt64: Int] {
    var places: [UInt64: Int] = [:]
    for (index, word) in words.enumerated() { places[word] = places[word] == nil ? index : -1 }
    return places
  }
}
