internal import WireText

/// A run of equal words on both sides.
struct ExactRun {
  /// Words of the draft.
  var draft: Range<Int>
  /// Words of the source.
  var source: Range<Int>
}

/// Finds runs of equal words in two texts, longest possible, left to right.
///
/// Every `width` words of the source are hashed into a table of first and last places; a run of the draft is extended from
/// where its hash is found and the search goes on behind it, so that each word is looked at a few times only, however
/// often a text repeats itself. A rolling hash of plain numbers: the loop allocates nothing a word.
struct ExactRuns {
  /// Words from which a run counts.
  static let width = 8
  private static let mostPlaces = 8

  /// The runs in order of the draft; they do not overlap there.
  static func runs(_ draft: [Word], _ source: [Word]) -> [ExactRun] {
    guard draft.count >= width, source.count >= width else { return [] }
    let table = Table(source)
    var result: [ExactRun] = []
    var at = 0
    var hash = Rolling(draft)
    while at + width <= draft.count {
      if let run = table.longest(hash.value(at), draft, at, source) {
        result.append(run)
        at = run.draft.upperBound
      } else {
        at += 1
      }
    }
    return result
  }

  /// The hash of `width` words from a place on, made from the one before it where that is known.
  private struct Rolling {
    static let base: UInt64 = 0x9E37_79B9_7F4A_7C15
    static let power: UInt64 = (1..<width).reduce(1) { power, _ in power &* base }
    let words: [Word]
    private var at = -1
    private var hash: UInt64 = 0

    init(_ words: [Word]) { self.words = words }

    mutating func value(_ place: Int) -> UInt64 {
      if place == at &+ 1, at >= 0 {
        hash =
          (hash &- words[at].hash &* Self.power) &* Self.base &+ words[place &+ width &- 1].hash
      } else {
        hash = 0
        for word in words[place..<place + width] { hash = hash &* Self.base &+ word.hash }
      }
      at = place
      return hash
    }
  }

  /// The places of the source by hash: a chain of the latest ones each.
  private struct Table {
    private var heads: [Int32]
    private var next: [Int32]
    private let mask: Int

    init(_ source: [Word]) {
      var size = 16
      while size < source.count { size *= 2 }
      mask = size - 1
      heads = Array(repeating: -1, count: size)
      next = Array(repeating: -1, count: source.count)
      var hash = Rolling(source)
      for place in 0...source.count - width {
        let slot = slot(hash.value(place))
        next[place] = heads[slot]
        heads[slot] = Int32(place)
      }
    }

    private func slot(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash ^ (hash &>> 32)) & mask }

    /// The longest run that starts at a place of the draft.
    func longest(_ hash: UInt64, _ draft: [Word], _ at: Int, _ source: [Word]) -> ExactRun? {
      var best: ExactRun?
      var place = heads[slot(hash)]
      var tried = 0
      while place >= 0, tried < mostPlaces {
        let there = Int(place)
        var count = 0
        while at + count < draft.count, there + count < source.count,
          draft[at + count].hash == source[there + count].hash
        { count += 1 }
        if count >= width, count > best?.draft.count ?? 0 {
          best = ExactRun(draft: at..<at + count, source: there..<there + count)
        }
        place = next[there]
        tried += 1
      }
      return best
    }
  }
}
