internal import WireText

/// A text's words, and which of them are content words.
struct TextWords {
  /// All words.
  var all: [Word] = []
  /// Positions in `all` of the content words.
  var content: [UInt32] = []
  /// The number of the text's language in the vocabulary.
  var language = 0

  /// The words of a text in memory.
  ///
  /// - Parameter masked: ranges in order whose words are left out.
  init(
    _ tokenizer: Tokenizer, of text: UnsafeBufferPointer<UInt8>, masking masked: [TextRange] = []
  ) {
    var all: [Word] = []
    all.reserveCapacity(text.count / 6 + 8)
    let language = tokenizer.append(wordsOf: text, masking: masked, to: &all)
    self.init(all, language: language)
  }

  /// A text of the given words.
  init(_ all: [Word], language: Int = 0) {
    self.all = all
    self.language = language
    content = all.content { UInt32(truncatingIfNeeded: $0) }
  }

  /// The stems of the content words in order.
  var stems: [UInt64] { content.map { all[Int($0)].stem } }

  /// The concepts of the content words, in order.
  func concepts(_ synonyms: Synonyms) -> [UInt64] { synonyms.concepts(of: stems, language: language) }

  /// The stem of a content word.
  @inline(__always)
  func stem(_ content: Int) -> UInt64 { all[Int(self.content[content])].stem }

  /// The first content word, by its number among these, at or after a word.
  func firstContent(from word: Int) -> Int {
    content.partitioningIndex { Int($0) >= word }
  }
}

extension [Word] {
  /// A value of each content word, computed from the word's position.
  ///
  /// The value of every word is written, and overwritten by the next one unless it is a content word: half of all
  /// words are, and a branch would be mispredicted at every third.
  @inline(__always)
  func content<Value: BitwiseCopyable>(_ value: (Int) -> Value) -> [Value] {
    Array<Value>(unsafeUninitializedCapacity: count) { values, kept in
      for index in indices {
        values.initializeElement(at: kept, to: value(index))
        kept &+= self[index].isContent ? 1 : 0
      }
    }
  }
}
