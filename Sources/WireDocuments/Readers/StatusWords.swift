import Policies
import WireYAML

extension Document {
  /// Sets the status, unless one that was said before restricts more: what was withdrawn or held back stays so.
  mutating func setStatus(_ new: Status) {
    if new.value.restriction >= status?.value.restriction ?? 0 { status = new }
  }

  /// Sets the status from a word, by the same rule; an unknown word is reported.
  mutating func setStatus(_ word: String) {
    let value = StatusWords.value(word)
    setStatus(Status(value, raw: word))
    if value == .unknown {
      problems.append(Problem("status-unknown", "the status is a word that nobody knows"))
    }
  }
}

extension Status.Value {
  /// How much it restricts, from nothing to all use.
  fileprivate var restriction: Int {
    switch self {
    case .usable, .published: 0
    // Nobody knows what it says.
    case .unknown: 1
    case .scheduled: 2
    case .private: 3
    case .draft: 4
    case .trashed: 5
    case .withheld: 6
    case .canceled: 7
    }
  }
}

/// The words that formats and sites use for the publication status, in all languages: `Policies/Statuses/`.
enum StatusWords {
  /// Flags that say that an item was withdrawn, in lower case.
  private static let withdrawals: Set<String> = ["retracted", "withdrawn", "killed"]

  /// Whether such a flag is set; a number may be one of people: “killed: 1”.
  static func withdraws(_ key: String, _ word: String) -> Bool {
    withdrawals.contains(key.lowercased()) && ["true", "yes", "on"].contains(word.lowercased())
  }

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
