internal import Synchronization
internal import WireText

/// A cache of the words of the index's items that drafts led to.
///
/// A draft leads to the same item by several searches, and the drafts of one run often lead to the same items.
/// Tokenised words are kept up to `mostWords` and then dropped all at once; the cache affects nothing but time. All
/// threads of a matcher share it.
final class SourceWords: Sendable {
  /// The most words that are kept, about 36 MiB.
  private static let mostWords = 1 << 20
  /// The most words of an item that is kept.
  private static let mostWordsOfItem = 1 << 14

  private struct Kept {
    var items: [IndexPlace: TextWords] = [:]
    var words = 0
  }

  private let tokenizer: Tokenizer
  private let kept = Mutex(Kept())

  init(_ tokenizer: Tokenizer) { self.tokenizer = tokenizer }

  /// The words of an item whose text is in memory.
  func words(
    of place: IndexPlace, _ text: UnsafeBufferPointer<UInt8>, masking masked: [TextRange]
  ) -> TextWords {
    if let known = kept.withLock({ $0.items[place] }) { return known }
    let words = TextWords(tokenizer, of: text, masking: masked)
    keep(words, of: place)
    return words
  }

  private func keep(_ words: TextWords, of place: IndexPlace) {
    guard words.all.count <= Self.mostWordsOfItem else { return }
    kept.withLock { kept in
      if kept.words + words.all.count > Self.mostWords { kept = Kept() }
      if kept.items.updateValue(words, forKey: place) == nil { kept.words += words.all.count }
    }
  }
}
