internal import WireMatching
internal import WireText

/// Cuts passages at the draft's paragraphs, so that a report can point to one paragraph at a time.
///
/// Each part knows the words of the source that it stands for: both sides are aligned word by word (longest common
/// subsequence; in long passages of words that stand once), and a part takes the source's words between its first and
/// its last aligned word.
struct PassageParts {
  /// A part of a passage that lies in one paragraph of the draft.
  struct Part {
    var draft: TextRange
    var source: TextRange
  }

  private let draft: Draft
  private let content: ItemContent
  /// Larger passages are aligned by the words that stand once on either side.
  private static let mostCells = 4_000_000
  /// Words in common that make a paragraph a part, whatever else stands in it.
  private static let manyWords = 8
  /// Words in common below which a paragraph is no part.
  private static let fewestWords = 4

  init(_ draft: Draft, content: ItemContent) {
    self.draft = draft
    self.content = content
  }

  /// The parts of a passage, in the draft's order; at least one.
  func parts(of passage: Passage) -> [Part] {
    let ranges = paragraphs(of: passage.draft).filter { !draft.words(in: $0).isEmpty }
    guard content.hasText else {
      return (ranges.isEmpty ? [passage.draft] : ranges).map { Part(draft: $0, source: passage.source) }
    }
    let sourceText = content.text
    guard ranges.count > 1, passage.source.upper <= sourceText.count else {
      return [Part(draft: passage.draft, source: passage.source)]
    }
    let words = Array(draft.words(in: passage.draft))
    let others = Self.words(of: sourceText, in: passage.source)
    guard !others.isEmpty else { return [Part(draft: passage.draft, source: passage.source)] }
    let (a, b) = (words.map(\.hash), others.map(\.hash))
    let isSmall = a.count <= Self.mostCells / b.count
    let pairs = isSmall ? Self.aligned(a, b) : Self.anchored(a, b)
    var next = 0
    let parts = ranges.compactMap { range -> Part? in
      while next < pairs.count, Int(words[pairs[next].draft].end) <= range.lower { next += 1 }
      let first = next
      while next < pairs.count, Int(words[pairs[next].draft].start) < range.upper { next += 1 }
      guard isPart(range, common: next - first, isComplete: isSmall) else { return nil }
      return Part(
        draft: range,
        source: TextRange(Int(others[pairs[first].source].start), Int(others[pairs[next - 1].source].end)))
    }
    return parts.isEmpty ? [Part(draft: passage.draft, source: passage.source)] : parts
  }

  /// Whether a paragraph has enough in common with the source to be shown: a few words at the edge of a passage
  /// point nowhere.
  ///
  /// - Parameter isComplete: whether all common words are known, and not only those that stand once on either side.
  private func isPart(_ range: TextRange, common: Int, isComplete: Bool) -> Bool {
    guard isComplete else { return common > 0 }
    return common >= Self.manyWords
      || common >= Self.fewestWords && common * 2 >= draft.words(in: range).count
  }

  /// The parts of a range that lie in one paragraph each.
  private func paragraphs(of range: TextRange) -> [TextRange] {
    let first = draft.paragraphs.firstIndex(endingAfter: range.lower)
    return draft.paragraphs[first...].prefix { $0.lower < range.upper }.map {
      TextRange(max($0.lower, range.lower), min($0.upper, range.upper))
    }
  }

  private static func words(of text: [UInt8], in range: TextRange) -> [Word] {
    Tokenizer().words(in: Array(text[range.indices])).map { word in
      var word = word
      word.start += UInt32(range.lower)
      word.end += UInt32(range.lower)
      return word
    }
  }

  /// Pairs of equal words in order, as many as there can be.
  private static func aligned(_ a: [UInt64], _ b: [UInt64]) -> [(draft: Int, source: Int)] {
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

  /// Pairs of words that stand once on either side, as many as can be in order.
  private static func anchored(_ a: [UInt64], _ b: [UInt64]) -> [(draft: Int, source: Int)] {
    let (inDraft, inSource) = (placesOfLoneWords(a), placesOfLoneWords(b))
    let pairs = a.indices.compactMap { index -> (draft: Int, source: Int)? in
      guard inDraft[a[index]] == index, let place = inSource[a[index]], place >= 0 else { return nil }
      return (index, place)
    }
    // The longest rising sequence of places in the source: ends of the best sequences by length, and what came before.
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

  /// Where each word stands; -1 for words that stand more than once.
  private static func placesOfLoneWords(_ words: [UInt64]) -> [UInt64: Int] {
    var places: [UInt64: Int] = [:]
    for (index, word) in words.enumerated() { places[word] = places[word] == nil ? index : -1 }
    return places
  }
}
