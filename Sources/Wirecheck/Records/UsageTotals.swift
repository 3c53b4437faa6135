/// The totals of a usage statement, which add up: each row counts in one contract and in one class.
public struct UsageTotals: Sendable, Hashable {
  /// A number of uses and of words.
  public struct Sum: Sendable, Hashable {
    /// Rows of the statement.
    public var uses = 0
    /// Words of the documents in the passages.
    public var words = 0

    /// A sum of nothing.
    public init() {}

    /// Adds a use; sums saturate instead of overflowing.
    mutating func add(words count: Int) {
      uses += 1
      let (sum, overflows) = words.addingReportingOverflow(max(0, count))
      words = overflows ? .max : sum
    }
  }

  /// The uses under one contract.
  public struct Contract: Sendable, Hashable {
    /// The contract's number; nil for uses whose decision is based on no contract.
    public var agreement: String?
    /// Its sum.
    public var sum: Sum
  }

  /// The sum of each contract, by number; uses without a contract come last.
  public var contracts: [Contract] = []
  /// The sum of each class, in the order of `UseClass.allCases`; zero if a class has no use.
  public var classes: [(useClass: UseClass, sum: Sum)] {
    UseClass.allCases.map { ($0, byClass[$0] ?? Sum()) }
  }
  /// The sum of all rows.
  public var all = Sum()
  /// The number of documents with at least one use.
  public var documents = 0

  private var byClass: [UseClass: Sum] = [:]

  /// The sums of some rows.
  public init(_ rows: [UsageStatement.Row]) {
    var byAgreement: [String?: Sum] = [:]
    var seen: Set<[String?]> = []
    for row in rows {
      byAgreement[row.use.agreement, default: Sum()].add(words: row.use.words)
      byClass[row.useClass, default: Sum()].add(words: row.use.words)
      all.add(words: row.use.words)
      seen.insert([row.site, row.document.id, row.document.path, String(row.document.item)])
    }
    documents = seen.count
    contracts = byAgreement.map { Contract(agreement: $0.key, sum: $0.value) }.sorted {
      guard let first = $0.agreement else { return false }
      guard let second = $1.agreement else { return true }
      return first < second
    }
  }
}

extension UsageStatement {
  /// The sums of the statement.
  public var totals: UsageTotals { UsageTotals(rows) }

  /// Definitions of the statement's terms, in the order in which they are printed.
  public static var definitions: [(term: String, meaning: String)] {
    [
      (
        "use",
        "one document with words of one item of the agency, permitted or not, found in the last check of the "
          + "document that was made for publication; an earlier check of the same document does not count. A check "
          + "of some of its channels counts for these, as a use of its own where it was decided otherwise. A check "
          + "that names channels or territories which are not the document's and its site's is a question, and "
          + "does not count"
      ),
      (
        "document",
        "its identifier or path, and its address where it states one; its headline only in a statement for the "
          + "newsroom's own use"
      ),
      (
        "published",
        "the time of publication that the document states, or, where it states none, the time of its first "
          + "check for publication"
      ),
      ("words", "words of the document in the passages that it shares with the item"),
      ("share", "words of the item in these passages, of all words of the item"),
      (
        "contract",
        "the contract and clause that the decision rests on; not every decision rests on a contract"
      ),
      (
        "outcome",
        "what the check decided: permitted (allow), permitted with a duty such as a credit (allow-with-duty), "
          + "needs a person (needs-review), not permitted (violation)"
      ),
      ("class", "one of the following, the first that fits:"),
    ] + UseClass.allCases.map { ($0.rawValue, $0.definition) }
  }

  /// A disclaimer of what the statement does not cover.
  public static let disclaimer =
    "This statement is made from recorded checks. It says nothing about documents that were not checked, and it "
    + "is not legal advice."
}
