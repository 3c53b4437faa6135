internal import WireText
internal import WireYAML

/// Drafts a contract from the sentences of a terms page, for a person to read and confirm.
///
/// Every clause stands below the sentences that it came from. A sentence of which anything was not understood (a
/// condition, a relative clause, an exception), or which says what contracts have no key for, is no clause but a
/// comment that says what was seen, so that each sentence stands in one place. What introduces a list and permits is one
/// clause with the duties of the list's items.
public struct ContractDraft: Sendable {
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
    hasNumbers = sentences.contains { $0.ownNumber != nil }
    let readers = sentences.map(DraftReader.init)
    let lists = Self.lists(sentences, readers)
    for index in sentences.indices where !lists.taken.contains(index) {
      read(sentences[index], readers[index], items: lists.duties[index]?.map { readers[$0] } ?? [])
    }
  }

  /// How many clauses were drafted.
  public var clauseCount: Int { clauses.count }

  // MARK: Reading

  /// The items that belong to the grant before their list, by the grant's place, and the places of all of these.
  private static func lists(
    _ sentences: [Sentence], _ readers: [DraftReader]
  ) -> (duties: [Int: [Int]], taken: Set<Int>) {
    var grants: [Int: Int] = [:]
    var duties: [Int: [Int]] = [:]
    for (index, sentence) in sentences.enumerated() {
      switch sentence.role {
      case .opening(let list) where readers[index].isGrant: grants[list] = index
      case .item(let list) where readers[index].isDutyOnly:
        if let grant = grants[list] { duties[grant, default: []].append(index) }
      default: break
      }
    }
    return (duties, Set(duties.values.joined()))
  }

  private mutating func read(_ sentence: Sentence, _ reader: DraftReader, items: [DraftReader]) {
    for (index, clause) in reader.clauses.enumerated() {
      var clause = clause
      clause.number = number(clause.number)
      if clause.isGrant, index == reader.clauses.firstIndex(where: \.isGrant) {
        for item in items.flatMap(\.clauses) { clause.add(dutiesOf: item) }
      }
      clauses.append(clause)
    }
    guard let remark = reader.remark else { return }
    let place = sentence.ownNumber.map { "clause \($0), " } ?? ""
    remarks.append("\(place)\(remark): \(sentence.text)")
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
