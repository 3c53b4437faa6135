package import WireText

/// Keyed hashes of the runs of words of a text: all of them, or the winnowed ones.
///
/// A run is `length` words in a row, folded, including function words. Of every `window` runs in a row the one with
/// the least hash is kept (winnowing; Schleimer, Wilkerson and Aiken, 2003), so that two texts that share `length +
/// window - 1` words in a row share a kept run, and the kept runs of a copied stretch leave no word between them
/// uncovered.
package struct WordRuns: Sendable {
  /// The number of words in a run.
  package static let length = 6
  /// The number of consecutive runs of which one is kept.
  package static let window = 5
  /// The most times that a run is kept of one text.
  private static let mostRepeats = 8

  /// A run of a text: its hash and the number of its first word.
  package struct Run: Sendable, Equatable {
    package var hash: UInt64
    package var place: UInt32
  }

  private let hash: SipHash

  /// Runs under a key.
  package init(_ hash: SipHash) { self.hash = hash }

  /// All runs of some words.
  func all(_ words: [Word]) -> [Run] {
    guard words.count >= Self.length else { return [] }
    return (0...words.count - Self.length).map { place in
      Run(hash: hash(words[place..<place + Self.length].lazy.map(\.hash)), place: UInt32(place))
    }
  }

  /// The winnowed runs of some words.
  package func kept(_ words: [Word]) -> [Run] {
    let runs = all(words)
    var kept: [Run] = []
    var repeats: [UInt64: Int] = [:]
    var least = -1
    for end in runs.indices where end + 1 >= min(Self.window, runs.count) {
      let start = max(0, end + 1 - Self.window)
      if least >= start {
        // Of equal hashes the last one is taken, so that a repeated word does not keep every run.
        if runs[end].hash > runs[least].hash { continue }
        least = end
      } else {
        least = start
        for index in start...end where runs[index].hash <= runs[least].hash { least = index }
      }
      let run = runs[least]
      if repeats[run.hash, default: 0] < Self.mostRepeats { kept.append(run) }
      repeats[run.hash, default: 0] += 1
    }
    return kept
  }
}
