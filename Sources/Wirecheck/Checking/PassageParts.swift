internal import WireMatching
internal import WireText

/// Cuts passages at the draft's paragraphs, so that a report can point to one paragraph at a time.
///
/// Each part knows the words of the source that it stands for: both sides are aligned word by word (longest common
/// subsequence), and a part takes the source's words between its first and its last aligned word.
struct PassageParts {
  /// A part of a passage that lies in one paragraph of the draft.
  struct Part {
    var draft: TextRange
    var source: TextRange
  }

  private let draft: Draft
  private let sourceText: [UInt8]
  /// Larger passages are not aligned; their parts point to the passage's whole source range.
  private static let mostCells = 4_000_000
  /// Words in common below which a paragraph is no part.
  private static let fewestWords = 4

  init(_ draft: Draft, sourceText: [UInt8]) {
    self.draft = draft
    self.sourceText = sourceText
  }

  /// The parts of a passage, in the draft's order; at least one.
  func parts(of passage: Passage) -> [Part] {
    let inside = draft.paragraphs.compactMap { paragraph -> TextRange? in
      let lower = max(paragraph.lower, passage.draft.lower)
      let upper = min(paragraph.upper, passage.draft.upper)
      return lower < upper ? TextRange(lower, upper) : nil
    }
    let ranges = inside.filter { !draft.words(in: $0).isEmpty }
    guard ranges.count > 1, passage.source.upper <= sourceText.count else {
      return [Part(draft: passage.draft, source: passage.source)]
    }
    let words = Array(draft.words(in: passage.draft))
    let others = sourceWords(of: passage)
    guard !others.isEmpty, words.count * others.count <= Self.mostCells else {
      return ranges.map { Part(draft: $0, source: passage.source) }
    }
    let pairs = Self.aligned(words.map(\.hash), others.map(\.hash))
    let parts = ranges.compactMap { range -> Part? in
      let inRange = pairs.filter { range.overlaps(words[$0.draft].range) }
      // A few words in common at the edge of a passage point nowhere.
      guard let first = inRange.first, let end = inRange.last, inRange.count >= Self.fewestWords else {
        return nil
      }
      return Part(
        draft: range, source: TextRange(Int(others[first.source].start), Int(others[end.source].end)))
    }
    return parts.isEmpty ? [Part(draft: passage.draft, source: passage.source)] : parts
  }

  private func sourceWords(of passage: Passage) -> [Word] {
    let words = Tokenizer().words(in: Array(sourceText[passage.source.indices]))
    return words.map { word in
      var word = word
      word.start += UInt32(passage.source.lower)
      word.end += UInt32(passage.source.lower)
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
}
