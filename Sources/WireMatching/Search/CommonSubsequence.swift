internal import WireText

/// The length of the longest common subsequence of two runs of words.
///
/// Bit-parallel: 64 words of one side at a time. H. Hyyrö, "Bit-parallel LCS-length computation revisited" (2004).
struct CommonSubsequence {
  private var rowOfWord: [(word: UInt64, row: Int32)] = []
  private var masks: [UInt64] = []
  private var state: [UInt64] = []

  /// The largest product of both lengths for which the computation is worthwhile.
  static let mostCells = 1 << 28

  /// The number of words in the same order in both.
  mutating func length(_ first: ArraySlice<Word>, _ second: ArraySlice<Word>) -> Int {
    guard !first.isEmpty, !second.isEmpty else { return 0 }
    let lanes = (first.count + 63) / 64
    prepare(first, lanes)
    state = [UInt64](repeating: .max, count: lanes)
    let tableMask = rowOfWord.count - 1
    state.withUnsafeMutableBufferPointer { state in
      for word in second {
        var at = Int(truncatingIfNeeded: word.hash) & tableMask
        while rowOfWord[at].row >= 0, rowOfWord[at].word != word.hash { at = (at &+ 1) & tableMask }
        guard rowOfWord[at].row >= 0 else { continue }
        let row = Int(rowOfWord[at].row) &* lanes
        var carry: UInt64 = 0
        for lane in 0..<lanes {
          let value = state[lane]
          let common = value & masks[row &+ lane]
          let (sum, overflow) = value.addingReportingOverflow(common)
          let (total, second) = sum.addingReportingOverflow(carry)
          carry = overflow || second ? 1 : 0
          state[lane] = total | (value &- common)
        }
      }
    }
    var zeros = 0
    for lane in 0..<lanes {
      let bits = min(64, first.count - lane * 64)
      let valid = bits == 64 ? UInt64.max : (1 << UInt64(bits)) - 1
      zeros += (~state[lane] & valid).nonzeroBitCount
    }
    return zeros
  }

  private mutating func prepare(_ words: ArraySlice<Word>, _ lanes: Int) {
    var size = 16
    while size < words.count * 2 { size *= 2 }
    rowOfWord = Array(repeating: (0, -1), count: size)
    masks.removeAll(keepingCapacity: true)
    var rows: Int32 = 0
    for (index, word) in words.enumerated() {
      var at = Int(truncatingIfNeeded: word.hash) & (size - 1)
      while rowOfWord[at].row >= 0, rowOfWord[at].word != word.hash { at = (at &+ 1) & (size - 1) }
      if rowOfWord[at].row < 0 {
        rowOfWord[at] = (word.hash, rows)
        rows += 1
        masks.append(contentsOf: repeatElement(0, count: lanes))
      }
      masks[Int(rowOfWord[at].row) * lanes + index / 64] |= 1 << UInt64(index & 63)
    }
  }
}
