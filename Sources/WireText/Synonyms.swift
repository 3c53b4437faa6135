internal import Synchronization

/// The synonyms of news copy, language by language, with one look-up a word.
///
/// A group of synonyms is compiled to one concept, by the stems of its words. A language's groups are compiled when
/// its first text arrives, since compiling all languages takes longer than matching a dozen drafts. A word in two
/// groups is ambiguous and keeps its own stem, as does every word of a text whose language has no synonyms.
public final class Synonyms: Sendable {
  /// The entry for a stem of one language.
  private struct Slot {
    /// The stem, or two of them combined; zero for a free slot.
    var key: UInt64 = 0
    /// What it stands for: the concept of its group, or the stem itself if the word is ambiguous or not a synonym.
    var concept: UInt64 = 0
    /// Whether a synonym of two words begins with this stem.
    var beginsPair = false
  }

  private let vocabulary: Vocabulary
  /// By language, for those used so far: open addressing; empty for a language without synonyms.
  private let tables: Mutex<[Int: [Slot]]>

  /// The synonyms of a vocabulary.
  public init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    tables = Mutex([:])
  }

  /// What each of a text's content words stands for: its stem, or the concept of its group.
  ///
  /// - Parameters:
  ///   - stems: of the content words in order.
  ///   - language: the number of the text's language in the vocabulary.
  public func concepts(of stems: [UInt64], language: Int) -> [UInt64] {
    let table = table(language)
    guard !table.isEmpty else { return stems }
    return stems.indices.map { at in
      guard let slot = Self.find(stems[at], table) else { return stems[at] }
      if slot.beginsPair, at + 1 < stems.count,
        let pair = Self.find(Self.pair(stems[at], stems[at + 1]), table)
      {
        return pair.concept
      }
      return slot.concept
    }
  }

  /// The table of a language; concurrent callers wait while it is being compiled.
  private func table(_ language: Int) -> [Slot] {
    tables.withLock { tables in
      if let known = tables[language] { return known }
      guard vocabulary.languages.indices.contains(language) else { return [] }
      let tokenizer = Tokenizer(
        functionWords: vocabulary.functionWords, rules: [vocabulary.rules[language]])
      let groups = vocabulary.languages[language].synonyms
      let table = Self.table(groups.map { $0.map { Self.stems(of: $0, tokenizer) } })
      tables[language] = table
      return table
    }
  }

  /// The stems of a synonym; for a phrase, those of its first two content words.
  private static func stems(of synonym: String, _ tokenizer: Tokenizer) -> [UInt64] {
    tokenizer.words(in: Array(synonym.utf8)).filter(\.isContent).prefix(2).map(\.stem)
  }

  private static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
    WordHash.finish(first &+ (second &<< 1), length: 16)
  }

  private static func table(_ groups: [[[UInt64]]]) -> [Slot] {
    var size = 8
    while size < groups.reduce(0, { $0 + $1.count }) * 4 { size *= 2 }
    guard !groups.isEmpty else { return [] }
    var table = [Slot](repeating: Slot(), count: size)
    for group in groups {
      let keys = group.compactMap { stems in
        stems.count == 2 ? pair(stems[0], stems[1]) : stems.first
      }
      guard let first = keys.first else { continue }
      let concept = pair(first, first)
      for key in keys {
        let at = place(of: key, table)
        let isNew = table[at].concept == 0 || table[at].concept == concept
        table[at].key = key
        table[at].concept = isNew ? concept : key
      }
    }
    for stems in groups.joined() where stems.count == 2 {
      let at = place(of: stems[0], table)
      if table[at].key == 0 { table[at] = Slot(key: stems[0], concept: stems[0]) }
      table[at].beginsPair = true
    }
    return table
  }

  /// The slot where a key is, or where it belongs.
  @inline(__always)
  private static func place(of key: UInt64, _ table: [Slot]) -> Int {
    let mask = table.count - 1
    var at = Int(truncatingIfNeeded: key) & mask
    while table[at].key != 0, table[at].key != key { at = (at &+ 1) & mask }
    return at
  }

  @inline(__always)
  private static func find(_ key: UInt64, _ table: [Slot]) -> Slot? {
    let slot = table[place(of: key, table)]
    return slot.key == 0 ? nil : slot
  }
}
