public import WireText

/// A run of equal words on both sides.
public struct ExactRun {
  /// Words of the draft.
  public var draft: Range<Int>
  /// Words of the source.
  public var source: Range<Int>

  /// The part of the run within some of the draft's words; nil if there is none.
  public func clamped(to words: Range<Int>) -> ExactRun? {
    let part = draft.clamped(to: words)
    guard !part.isEmpty else { return nil }
    let start = source.lowerBound + part.lowerBound - draft.lowerBound
    return ExactRun(draft: part, source: start..<start + part.count)
  }
}

/// Finds runs of equal words in two texts, the longest possible, left to right.
///
/// Every `width` words of the source are hashed into a table of first and last positions; a run of the draft is
/// extended from where its hash is found and the search continues after it, so that each word is visited a few
/// times only, however repetitive a text is. A rolling hash of plain numbers: no allocation in the loop.
public struct ExactRuns {
  private static let mostPlaces = 8

  /// The runs in order of the draft; they do not overlap there.
  ///
  /// - Parameter width: the fewest words of a run.
  public static func runs(_ draft: [Word], _ source: [Word], width: Int = 8) -> [ExactRun] {
    guard draft.count >= width, source.count >= width else { return [] }
    let table = Table(source, width: width)
    var result: [ExactRun] = []
    var at = 0
    var hash = Rolling(draft, width: width)
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

  /// The hash of `width` words from a position on, derived from the one before it if that is known.
  private struct Rolling {
    private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15
    private let words: [Word]
    private let width: Int
    private let power: UInt64
    private var at = -1
    private var hash: UInt64 = 0

    init(_ words: [Word], width: Int) {
      self.words = words
      self.width = width
      power = (1..<width).reduce(1) { power, _ in power &* Self.base }
    }

    mutating func value(_ place: Int) -> UInt64 {
      if place == at &+ 1, at >= 0 {
        hash =
          (hash &- words[at].hash &* power) &* Self.base &+ words[place &+ width &- 1].hash
      } else {
        hash = 0
        for word in words[place..<place + width] { hash = hash &* Self.base &+ word.hash }
      }
      at = place
      return hash
    }
  }

  /// The positions of the source by hash, each with a chain of the latest ones.
  private struct Table {
    private var heads: [Int32]
    private var next: [Int32]
    private let mask: Int
    private let width: Int

    init(_ source: [Word], width: Int) {
      self.width = width
      var size = 16
      while size < source.count { size *= 2 }
      mask = size - 1
      heads = Array(repeating: -1, count: size)
      next = Array(repeating: -1, count: source.count)
      var hash = Rolling(source, width: width)
      for place in 0...source.count - width {
        let slot = slot(hash.value(place))
        next[place] = heads[slot]
        heads[slot] = Int32(place)
      }
    }

    private func slot(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash ^ (hash &>> 32)) & mask }

    /// The longest run that starts at a position of the draft.
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
