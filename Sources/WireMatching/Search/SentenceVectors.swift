internal import Glibc
internal import WireText

/// The sentences of two texts as vectors over the stems that they share, to be compared without regard to order.
///
/// The weight of a stem is −log of the share of sentences, on both sides, that contain it, so that the words of the
/// common subject distinguish its sentences the least. Vectors are flat arrays: a sentence's terms lie between two
/// offsets, in order of the terms' numbers.
struct SentenceVectors {
  /// A stem in a sentence.
  struct Term {
    var number: Int32
    var weight: Float
  }

  /// One of the two texts.
  struct Side {
    /// Sentences as ranges of the text's words.
    var sentences: [Range<Int>] = []
    /// The terms of all sentences.
    var terms: [Term] = []
    /// Where each sentence's terms begin, and where the last one's end.
    var offsets: [Int] = [0]
    /// The length of each sentence's vector.
    var norms: [Float] = []

    /// The terms of one sentence.
    @inline(__always)
    func terms(_ sentence: Int) -> Range<Int> { offsets[sentence]..<offsets[sentence + 1] }
  }

  /// The draft's sentences.
  private(set) var draft = Side()
  /// The source's sentences.
  private(set) var source = Side()
  /// The number of different terms.
  let termCount: Int

  /// The vectors of two texts.
  ///
  /// - Parameter background: the least number of sentences that is assumed, so that a word weighs something if both
  ///   texts are short.
  init(
    _ draft: TextWords, _ draftSentences: [Range<Int>], _ source: TextWords, _ sourceSentences: [Range<Int>],
    background: Int
  ) {
    var numbers = StemNumbers(capacity: draft.content.count + source.content.count)
    self.draft = Self.counts(draft, draftSentences, &numbers)
    self.source = Self.counts(source, sourceSentences, &numbers)
    termCount = numbers.count
    var frequency = [Int32](repeating: 0, count: numbers.count)
    for term in self.draft.terms { frequency[Int(term.number)] += 1 }
    for term in self.source.terms { frequency[Int(term.number)] += 1 }
    let total = Float(max(background, draftSentences.count + sourceSentences.count))
    let weights = frequency.map { logf(total / Float(max(1, $0))) }
    Self.weigh(&self.draft, weights)
    Self.weigh(&self.source, weights)
  }

  private static func counts(
    _ text: TextWords, _ sentences: [Range<Int>], _ numbers: inout StemNumbers
  ) -> Side {
    var side = Side()
    side.sentences = sentences
    side.terms.reserveCapacity(text.content.count)
    var inSentence: [Int32] = []
    for sentence in sentences {
      inSentence.removeAll(keepingCapacity: true)
      for word in sentence where text.all[word].isContent {
        inSentence.append(numbers.number(of: term(word, of: text.all, in: sentence)))
      }
      inSentence.sort()
      for number in inSentence {
        if side.terms.count > side.offsets[side.offsets.count - 1],
          side.terms[side.terms.count - 1].number == number
        {
          side.terms[side.terms.count - 1].weight += 1
        } else {
          side.terms.append(Term(number: number, weight: 1))
        }
      }
      side.offsets.append(side.terms.count)
    }
    return side
  }

  /// The term of a word: its stem; in scripts without spaces the sign with the next one, since single signs occur
  /// in every text.
  private static func term(_ index: Int, of words: [Word], in sentence: Range<Int>) -> UInt64 {
    let word = words[index]
    guard word.traits.contains(.spaceless), index + 1 < sentence.upperBound,
      words[index + 1].traits.contains(.spaceless)
    else { return word.stem }
    return word.stem &* 0x9E37_79B9_7F4A_7C15 ^ words[index + 1].stem
  }

  private static func weigh(_ side: inout Side, _ weights: [Float]) {
    for sentence in side.sentences.indices {
      var sum: Float = 0
      for at in side.terms(sentence) {
        let weight = side.terms[at].weight * weights[Int(side.terms[at].number)]
        side.terms[at].weight = weight
        sum += weight * weight
      }
      side.norms.append(sum.squareRoot())
    }
  }
}

/// Numbers stems from zero, in order of first appearance.
///
/// Open addressing over plain arrays: one look-up a content word.
struct StemNumbers {
  private var stems: [UInt64]
  private var numbers: [Int32]
  /// The number of different stems.
  private(set) var count = 0

  /// Numbers for at most `capacity` stems.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    stems = Array(repeating: 0, count: size)
    numbers = Array(repeating: -1, count: size)
  }

  /// The number of a stem; the next one where it is new.
  mutating func number(of stem: UInt64) -> Int32 {
    let at = slot(of: stem)
    if numbers[at] < 0 {
      stems[at] = stem
      numbers[at] = Int32(truncatingIfNeeded: count)
      count += 1
    }
    return numbers[at]
  }

  /// The number of a stem; nil if it has none.
  func known(_ stem: UInt64) -> Int32? {
    let number = numbers[slot(of: stem)]
    return number < 0 ? nil : number
  }

  /// The slot where a stem is, or where it belongs.
  @inline(__always)
  private func slot(of stem: UInt64) -> Int {
    let mask = stems.count - 1
    var at = Int(truncatingIfNeeded: stem) & mask
    while numbers[at] >= 0, stems[at] != stem { at = (at &+ 1) & mask }
    return at
  }
}
