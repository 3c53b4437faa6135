internal import WireText

/// The names and numbers of a text, each once, with their weights.
///
/// A name is a word with a capital letter within a sentence that the text nowhere writes with a small one: neither
/// the first words of sentences count nor those of a headline in capitals. Where all nouns are capitalised, a name
/// is a word that follows another such word anywhere in the text. Words count by their concepts, so that
/// spelled-out figures, nations and months are the same fact in all their forms, and a title is not a fact if a
/// synonym of it has a small letter.
struct TextFacts {
  private let stems: TextStems
  /// By number of a stem: the nats of the fact; 0 if it is not a fact.
  private let nats: [Float]
  /// The sum of all nats.
  let total: Float
  /// The number of facts.
  let count: Int
  /// The number of its other content words, each counted once.
  var otherCount: Int { nats.count - count }

  /// The facts of a text.
  ///
  /// - Parameters:
  ///   - concepts: those of its content words.
  ///   - surprisal: the weight of each content word, by its number among these.
  init(
    _ text: PairMatcher.Text, _ concepts: [UInt64], surprisal: (Int) throws(IndexFault) -> Float
  ) throws(IndexFault) {
    let (words, sentences) = (text.words, text.sentences)
    let stems = TextStems(concepts)
    let numbers = stems.numbers
    var isFact = [Bool](repeating: true, count: stems.count)
    var places = [Int32](repeating: -1, count: stems.count)
    var next = 0
    for (content, place) in words.content.enumerated() {
      while next < sentences.count, sentences[next].lowerBound < Int(place) { next += 1 }
      let traits = words.all[Int(place)].traits
      if traits.isDisjoint(with: [.number, .capitalised, .noun]) {
        isFact[Int(numbers[content])] = false
      } else if traits.contains(.noun) {
        continue
      } else if traits.contains(.number) || next >= sentences.count || sentences[next].lowerBound > Int(place)
      {
        places[Int(numbers[content])] = Int32(truncatingIfNeeded: content)
      }
    }
    var nats = [Float](repeating: 0, count: stems.count)
    for (number, content) in places.enumerated() where content >= 0 && isFact[number] {
      nats[number] = try surprisal(Int(content))
    }
    self.stems = stems
    self.nats = nats
    total = nats.reduce(0, +)
    count = nats.count { $0 > 0 }
  }

  /// A count of facts, each counted once.
  struct Tally {
    /// By number of a stem: the last round in which it was counted.
    fileprivate var rounds: [Int32]
    fileprivate var round: Int32 = 1
    /// The number counted.
    fileprivate(set) var count = 0
    /// Their weight in nats.
    fileprivate(set) var nats: Float = 0

    /// Resets the count.
    mutating func clear() {
      round &+= 1
      count = 0
      nats = 0
    }
  }

  /// An empty tally.
  var none: Tally { Tally(rounds: Array(repeating: 0, count: nats.count)) }

  /// Counts a content word of the text if it is a fact.
  @inline(__always)
  func count(_ content: Int, in tally: inout Tally) { count(number: Int(stems.numbers[content]), in: &tally) }

  @inline(__always)
  private func count(number: Int, in tally: inout Tally) {
    guard nats[number] > 0, tally.rounds[number] != tally.round else { return }
    tally.rounds[number] = tally.round
    tally.count += 1
    tally.nats += nats[number]
  }

  /// The facts that occur in another text, in any order and case.
  ///
  /// - Parameter concepts: those of the other text's content words.
  func shared(with concepts: [UInt64]) -> Tally {
    var tally = none
    for concept in concepts {
      if let number = stems.number(of: concept) { count(number: Int(number), in: &tally) }
    }
    return tally
  }

  /// The number of the text's other content words, each counted once, that occur in another text.
  ///
  /// - Parameter concepts: those of the other text's content words.
  func otherWordsShared(with concepts: [UInt64]) -> Int {
    var isCounted = [Bool](repeating: false, count: nats.count)
    for concept in concepts {
      guard let number = stems.number(of: concept), nats[Int(number)] == 0 else { continue }
      isCounted[Int(number)] = true
    }
    return isCounted.count { $0 }
  }

  /// The content words from the first to the last of the counted facts; nil if there are none.
  func range(of tally: Tally) -> ClosedRange<Int>? {
    func isCounted(_ number: Int32) -> Bool { tally.rounds[Int(number)] == tally.round }
    guard let first = stems.numbers.firstIndex(where: isCounted),
      let last = stems.numbers.lastIndex(where: isCounted)
    else { return nil }
    return first...last
  }
}
