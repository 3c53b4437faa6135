internal import WireText
internal import WireYAML

/// Drafts a contract from the sentences of a terms page, for a person to read and confirm.
///
/// Every line that is written stands below the sentence that it came from; sentences that say nothing that a contract
/// can hold, or that were not understood, are kept as comments, those that look like terms first marked as such. A
/// permit with a limit that contracts have no key for is left to the person: to leave the limit out would widen it.
public struct ContractDraft: Sendable {
  /// One sentence of the page, as the notice parser read it.
  public struct Sentence: Sendable {
    /// What it says.
    public var statement: RightsStatement
    /// The words before it that it goes on from, for instance `You may not:` before a list; empty for none.
    public var lead: String
    /// The number of the clause that it stands in, where the page has one apart from its words.
    public var number: String?

    /// A sentence of the given parts.
    public init(_ statement: RightsStatement, lead: String = "", number: String? = nil) {
      self.statement = statement
      self.lead = lead
      self.number = number
    }
  }

  private var clauses: [DraftClause] = []
  private var remarks: [String] = []
  private var usedNumbers: Set<String> = []
  /// Whether the page numbers its clauses, so that other numbers would be taken for its own.
  private let hasNumbers: Bool
  /// The most that a draft holds, in bytes; files of twice that are still read.
  private static let mostBytes = 1 << 19
  private let agency: String
  private let origin: ContractOrigin

  /// A draft.
  ///
  /// - Parameters:
  ///   - sentences: the page's sentences in order.
  ///   - agency: the agency's identifier.
  ///   - origin: the page.
  public init(_ sentences: [Sentence], agency: String, origin: ContractOrigin) {
    self.agency = agency
    self.origin = origin
    hasNumbers = sentences.contains { DraftReader.number(of: $0) != nil }
    for sentence in sentences { read(sentence) }
  }

  /// How many clauses were drafted.
  public var clauseCount: Int { clauses.count }

  // MARK: Reading

  private mutating func read(_ sentence: Sentence) {
    let text = sentence.statement.text
    guard sentence.statement.isNotice else {
      let mark = sentence.statement.residue.isEmpty ? "nothing read" : "unread, looks like a term"
      return remarks.append("\(mark): \(text)")
    }
    let reader = DraftReader(sentence)
    for draft in reader.clauses {
      var draft = draft
      draft.number = number(draft.number)
      clauses.append(draft)
    }
    let kinds = reader.remarks.isEmpty && reader.clauses.isEmpty ? ["no term of a contract"] : reader.remarks
    let place = DraftReader.number(of: sentence).map { "clause \($0), " } ?? ""
    remarks += kinds.map { "\(place)\($0): \(text)" }
  }

  /// The page's own number, with a further one where several clauses come from it; else one that the page has not.
  private mutating func number(_ own: String?) -> String {
    let start = own ?? (hasNumbers ? "unnumbered" : nil)
    var next = start == nil ? clauses.count + 1 : 1
    while true {
      let number = start.map { next == 1 && own != nil ? $0 : "\($0)-\(next)" } ?? String(next)
      if usedNumbers.insert(number).inserted { return number }
      next += 1
    }
  }

  // MARK: Writing

  /// The draft as YAML that `ContractReader` takes.
  public var yaml: String {
    var lines = [
      "# Drafted by machine from \(YAMLText.comment(origin.page)). Until it is confirmed, what it permits is left to a person.",
      "# Read each clause against the sentence above it, correct what is wrong, and write what is missing; then",
      "# `wirecheck policy check --confirm THIS-FILE --by YOUR-NAME`.",
      "agency: \(YAMLText.scalar(agency))",
      "agreement: \(YAMLText.scalar("terms of \(origin.page)"))",
      "drafted:",
      "  from: \(YAMLText.scalar(origin.page))",
    ]
    if let digest = origin.digest { lines.append("  text: \(YAMLText.scalar(digest))") }
    if clauses.isEmpty { lines.append("clauses: []") } else { lines.append("clauses:") }
    for clause in clauses { lines += clause.lines }
    if !remarks.isEmpty { lines.append("# Sentences of the page that no clause above came from:") }
    var size = lines.reduce(0) { $0 + $1.utf8.count }
    for (index, remark) in remarks.enumerated() {
      let line = "# - \(YAMLText.comment(remark))"
      size += line.utf8.count + 1
      guard size < Self.mostBytes else {
        lines.append("# - \(remarks.count - index) further sentences are left out; read the page itself")
        break
      }
      lines.append(line)
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// A clause of a draft, with the words that each of its lines came from.
struct DraftClause: Sendable {
  struct Line: Sendable {
    var key: String
    var value: String
    var words: String
  }
  var number: String?
  var sentence: String
  var entries: [Line]

  fileprivate var lines: [String] {
    var lines = ["  # \(YAMLText.comment(sentence))", "  - id: \(YAMLText.scalar(number ?? ""))"]
    lines.append("    text: \(YAMLText.scalar(sentence))")
    for entry in entries {
      // Words that are the whole sentence stand above already.
      let words = entry.words == sentence ? "" : "  # “\(YAMLText.comment(entry.words))”"
      lines.append("    \(entry.key): \(entry.value)\(words)")
    }
    return lines
  }
}
