internal import Policies
internal import WireYAML

/// The beginnings of lines that point readers elsewhere, in all languages: “Tags: …”, “Read more at …”.
///
/// A name in such a line is not a credit.
struct PointerWords: Sendable {
  private struct Phrase {
    var words: [String]
    /// Whether it counts only if a colon follows.
    var isLabel: Bool
  }

  private var byFirstWord: [String: [Phrase]] = [:]

  /// Reads the files of `Policies/Pointers/`: for each language `labels` and `openings`.
  ///
  /// - Throws: `YAMLFault` with the place.
  init(_ files: [PolicyFile]) throws(YAMLFault) {
    for file in files.all(in: "Pointers") {
      var reader = try YAMLReader(file.tree(), file: file.path)
      for language in reader.all() {
        var entry = try language.mapping()
        try add(try entry.required("labels"), isLabel: true)
        try add(try entry.required("openings"), isLabel: false)
        try entry.finish()
      }
    }
  }

  private mutating func add(_ field: YAMLField, isLabel: Bool) throws(YAMLFault) {
    for text in try field.texts() {
      let words = foldedWords(text)
      guard let first = words.first else {
        throw field.fault("`\(text)` has no word", next: "write how a line begins")
      }
      byFirstWord[first, default: []].append(Phrase(words: words, isLabel: isLabel))
    }
  }

  /// Whether a line begins with one of them.
  func open(_ line: String) -> Bool {
    let text = FoldedText(line)
    guard let first = text.words.first, let phrases = byFirstWord[first] else { return false }
    return phrases.contains { phrase in
      guard text.words.starts(with: phrase.words) else { return false }
      let behind = text.scalars[text.ranges[phrase.words.count - 1].upperBound...]
      return !phrase.isLabel
        || behind.first { !$0.properties.isWhitespace }.map { ":：".unicodeScalars.contains($0) } == true
    }
  }
}
