internal import WireText
internal import WireYAML

/// Drafts a contract from the sentences of a terms page, for a person to read and confirm.
///
/// Every clause follows the sentences that it came from, as comments. A sentence that was not understood completely
/// (a condition, a relative clause, an exception), or for which contracts have no key, becomes a comment that says
/// what was found, so that each sentence appears once. A grant that introduces a list is one clause with the duties
/// of the list's items.
public struct ContractDraft: Sendable {
  private var clauses: [DraftClause] = []
  private var remarks: [String] = []
  private var usedNumbers: Set<String> = []
  /// Whether the page numbers its clauses, so that invented numbers could be mistaken for its own.
  private let hasNumbers: Bool
  /// The most bytes that a draft holds; files of twice that size are still read.
  private static let mostBytes = 1 << 19
  private let agency: String
  private let origin: ContractOrigin

  /// A draft.
  ///
  /// - Parameters:
  ///   - sentences: the page's sentences in order.
  ///   - agency: the agency's identifier.
  ///   - names: the agency's names, which are no restriction in its own terms.
  ///   - origin: the page.
  public init(_ sentences: [Sentence], agency: String, names: [String] = [], origin: ContractOrigin) {
    self.agency = agency
    self.origin = origin
    hasNumbers = sentences.contains { $0.ownNumber != nil }
    let known = Set(names.map { DraftReader.name($0) })
    let readers = sentences.map { DraftReader($0, names: known) }
    let lists = DraftLists(sentences, readers)
    for index in sentences.indices where !lists.isTaken(index) {
      read(sentences[index], lists.clauses(of: index, readers), readers[index].remark)
    }
  }

  // MARK: Reading

  private mutating func read(_ sentence: Sentence, _ drafted: [DraftClause], _ remark: String?) {
    for clause in drafted {
      var clause = clause
      clause.number = number(clause.number)
      clauses.append(clause)
    }
    guard let remark else { return }
    let place = sentence.ownNumber.map { "clause \($0), " } ?? ""
    remarks.append("\(place)\(remark): \(sentence.text)")
  }

  /// The page's own number, with a suffix if several clauses come from it; else a number that the page does not use.
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

  /// The draft as YAML that `ContractReader` accepts.
  public var yaml: String {
    var lines = [
      "# Drafted by machine from \(YAMLText.comment(origin.page)). Until it is confirmed it decides nothing: what it permits",
      "# and what it prohibits is left to a person.",
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
    if !remarks.isEmpty { lines.append("# Sentences of the page that no clause above came from, and why:") }
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
