internal import Policies
internal import Synchronization
internal import WireYAML

/// The languages of the policies, each loaded when the first text arrives that may be in it.
///
/// Reading all of them takes about fifty milliseconds, of which a short text in one language should pay only a part.
final class LanguageShelf: Sendable {
  private let files: [PolicyFile]
  /// The words by which each language is detected.
  let heads: [Lexicon.Head]
  /// By language.
  private let places: [Place]

  /// Holds a language once it has been loaded; concurrent callers wait while it is being loaded.
  private final class Place: Sendable {
    let language = Mutex<Language?>(nil)
  }

  /// Reads the heads of the files.
  ///
  /// - Throws: `YAMLFault` with the place of an error in a head, or if there are too many languages.
  init(_ files: [PolicyFile]) throws(YAMLFault) {
    self.files = files
    var heads: [Lexicon.Head] = []
    for file in files { heads.append(try Lexicon.Head(file)) }
    self.heads = heads
    places = files.map { _ in Place() }
    if let surplus = files.dropFirst(LanguageSet.capacity - 1).first {
      throw YAMLFault(
        surplus.path, .init(line: 1, column: 1), "there are more than \(LanguageSet.capacity - 1) languages",
        next: "leave some out")
    }
  }

  /// All languages, with the cases of their files.
  ///
  /// - Throws: `YAMLFault` with the place of the first error.
  func all() throws(YAMLFault) -> [Language] {
    var languages: [Language] = []
    for file in files { languages.append(Language(try Lexicon(file))) }
    return languages
  }

  /// Some of the languages, without those whose file is faulty: `all()` reports these.
  func languages(_ indices: some Sequence<Int>) -> [Language] {
    indices.compactMap { try? language($0) }
  }

  private func language(_ index: Int) throws(YAMLFault) -> Language {
    try places[index].language.withLock { known throws(YAMLFault) in
      if let known { return known }
      let language = Language(try Lexicon(wordsOf: files[index]))
      known = language
      return language
    }
  }
}
