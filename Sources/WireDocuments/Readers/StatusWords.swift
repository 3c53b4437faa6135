import Policies
import WireText
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

  /// Sets the status from a flag of a record: that it was withdrawn, or `published: true` and `draft: true`, which are
  /// no times; does nothing for other keys.
  mutating func setStatus(flag key: String, _ isYes: Bool) {
    if StatusWords.withdraws(key, "\(isYes)") { setStatus(Status(.canceled, raw: "\(key): true")) }
    let name = StoryKeys.normal(key)
    if isYes, name == "draft" || name == "isdraft" { setStatus(Status(.draft, raw: "\(key): true")) }
    guard status == nil, ["published", "ispublished", "live", "draft", "isdraft"].contains(name) else {
      return
    }
    let isOut = name.hasSuffix("draft") ? !isYes : isYes
    status = Status(isOut ? .published : .draft, raw: "\(key): \(isYes)")
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
  private static let withdrawals: Set<String> = [
    "retracted", "withdrawn", "killed", "spiked", "canceled", "cancelled",
  ]
  /// What may stand beside them in a key: `is_killed`, `date_withdrawn`.
  private static let besideWithdrawals: Set<String> = [
    "is", "was", "at", "on", "date", "time", "flag", "field", "story", "article", "post", "item",
  ]
  /// The longest value that may be a flag or a time, in bytes.
  private static let longestFlag = 64

  /// What flags say that systems keep as numbers: Drupal and Joomla, which also has a trash.
  static let flags: [String: Status.Value] = ["1": .published, "0": .draft, "-2": .trashed]

  /// Whether a key names such a flag.
  static func namesWithdrawal(_ key: String) -> Bool {
    let words = KeyWords(key).words
    return words.contains(where: withdrawals.contains)
      && words.allSatisfy { withdrawals.contains($0) || besideWithdrawals.contains($0) }
  }

  /// Whether such a flag is set, or has the time when it was.
  ///
  /// - Parameter isOne: whether the number 1 is a flag; it may be one of people: “killed: 1”.
  static func withdraws(_ key: String, _ word: String, isOne: Bool = false) -> Bool {
    guard word.utf8.count <= longestFlag else { return false }
    return (FlagWords.isYes(word, isOne: isOne) || word.utf8.count >= 8 && CivilTime(field: word) != nil)
      && namesWithdrawal(key)
  }

  /// The status of a site's own field, if it withdraws the item or holds it back; other words may be about anything.
  static func held(_ key: String, _ word: String, isOne: Bool = false) -> Status? {
    let status = stated(key, word, isOne: isOne)
    return status?.value == .withheld || status?.value == .canceled ? status : nil
  }

  /// The status of a field that an author filled in; nil for other fields, and for words that nobody knows.
  static func stated(_ key: String, _ word: String, isOne: Bool = false) -> Status? {
    if withdraws(key, word, isOne: isOne) { return Status(.canceled, raw: "\(key): \(word)") }
    guard word.utf8.count <= longestFlag, names.contains(StoryKeys.normal(key)) else { return nil }
    let value = value(word)
    return value == .unknown ? nil : Status(value, raw: word)
  }

  /// The names of fields for the status, in normal form; those that may have other meanings have known words only.
  private static let names = certainNames.union(possibleNames)
  static let certainNames: Set<String> = [
    "creativeworkstatus", "pubstatus", "publicationstatus", "publishstatus", "publishingstatus",
  ]
  static let possibleNames = StoryKeys.statuses.union([
    "articlestatus", "contentstatus", "documentstatus", "editorialstatus", "pagestatus", "poststatus",
    "storystatus", "workflowstatus",
  ])

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
    var reader = try YAMLReader(file.tree(), file: file.path)
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
