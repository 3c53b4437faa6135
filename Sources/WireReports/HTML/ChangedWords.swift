/// The words of two corresponding passages, each marked if the other passage lacks it.
///
/// The longest common subsequence of words is found with Myers' algorithm (the standard library's difference of
/// collections); case and the punctuation around a word are ignored.
struct ChangedWords {
  /// A word as written, and whether the other passage has it in the same place.
  typealias Word = (text: Substring, isShared: Bool)

  /// The words of the draft.
  let draft: [Word]
  /// The words of the source.
  let source: [Word]

  /// The most words of both passages together that are compared: the time grows with the product of their lengths.
  private static let mostWords = 4_000
  /// The smallest share of common words for which changes are marked; below it the passage was rewritten, and marks
  /// would be noise.
  private static let leastShared = 0.4

  init(draft: String, source: String) {
    let words = (Self.words(draft), Self.words(source))
    let keys = (words.0.map(Self.key), words.1.map(Self.key))
    var isOnlyInDraft = Set<Int>()
    var isOnlyInSource = Set<Int>()
    if keys.0.count + keys.1.count <= Self.mostWords {
      for change in keys.0.difference(from: keys.1) {
        switch change {
        case .insert(let offset, _, _): isOnlyInDraft.insert(offset)
        case .remove(let offset, _, _): isOnlyInSource.insert(offset)
        }
      }
    }
    let shared = keys.0.count - isOnlyInDraft.count
    if Double(shared) < Self.leastShared * Double(max(keys.0.count, keys.1.count)) {
      isOnlyInDraft = []
      isOnlyInSource = []
    }
    self.draft = words.0.enumerated().map { ($1, !isOnlyInDraft.contains($0)) }
    self.source = words.1.enumerated().map { ($1, !isOnlyInSource.contains($0)) }
  }

  private static func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }

  private static func key(_ word: Substring) -> String {
    let letters = word.lowercased().filter { $0.isLetter || $0.isNumber }
    return letters.isEmpty ? String(word) : letters
  }
}
