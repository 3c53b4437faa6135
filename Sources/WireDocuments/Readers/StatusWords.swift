import Policies
import WireYAML

extension Document {
  /// Sets the status from a word; an unknown word is reported.
  mutating func setStatus(_ word: String) {
    let value = StatusWords.value(word)
    status = Status(value, raw: word)
    if value == .unknown {
      problems.append(Problem("status-unknown", "the status is a word that nobody knows"))
    }
  }
}

/// The words that formats and sites use for the publication status, in all languages: `Policies/Statuses/`.
enum StatusWords {
  /// Flags that say that an item was withdrawn, in lower case.
  static let withdrawals: Set<String> = ["retracted", "withdrawn", "killed"]

  /// The state that a word means; `unknown` for others.
  static func value(_ word: String) -> Status.Value {
    let last = word.split { $0 == ":" || $0 == "/" || $0 == "#" }.last ?? ""
    return words[normal(last)] ?? .unknown
  }

  /// A word in the spelling of the table: lower case, words separated by one space, all kinds of “i” as one, whose
  /// capitals Turkish parts otherwise than others.
  private static func normal(_ word: some StringProtocol) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in word.lowercased().unicodeScalars where scalar != "\u{307}" {
      plain.append(scalar == "ı" ? "i" : scalar)
    }
    return String(plain).split { $0 == "_" || $0 == "-" || $0.isWhitespace }.joined(separator: " ")
  }

  /// The states by their words, read at the first use.
  ///
  /// The tests require that the files can be read; a faulty one would leave its words unknown.
  private static let words: [String: Status.Value] = {
    var words: [String: Status.Value] = [:]
    for file in PolicyFile.all(in: "Statuses") {
      for (state, names) in (try? table(file)) ?? [] {
        for name in names { words[normal(name)] = state }
      }
    }
    return words
  }()

  /// The words of a file by their state, in order.
  static func table(_ file: PolicyFile) throws(YAMLFault) -> [(state: Status.Value, words: [String])] {
    let tree = try PackedYAML.tree(of: file.packed, orOf: file.text, name: file.path)
    var reader = try YAMLReader(tree, file: file.path)
    var table: [(state: Status.Value, words: [String])] = []
    for entry in reader.all() {
      guard let state = Status.Value(rawValue: entry.name) else {
        throw entry.fault("there is no status `\(entry.name)`", next: "see `Status.Value`")
      }
      table.append((state, try entry.texts()))
    }
    return table
  }
}
