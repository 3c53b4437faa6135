internal import Synchronization
internal import WireText

/// The words of the index's items, as far as drafts led to them.
///
/// A draft leads to the same item by several ways, and the drafts of one run often to the same items. What was tokenised is
/// kept up to `mostWords` words and then forgotten all at once; what is kept changes nothing but time. One for all threads
/// of a matcher.
final class SourceWords: Sendable {
  /// About 36 MiB.
  private static let mostWords = 1 << 20
  /// Longer items are not kept.
  private static let mostWordsOfItem = 1 << 14

  private struct Kept {
    var items: [IndexPlace: TextWords] = [:]
    var words = 0
  }

  private let tokenizer: Tokenizer
  private let kept = Mutex(Kept())

  init(_ tokenizer: Tokenizer) { self.tokenizer = tokenizer }

  /// The words of an item whose text lies in memory.
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
