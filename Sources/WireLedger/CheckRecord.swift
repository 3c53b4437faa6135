public import WireText
public import Wirecheck

/// The summary of a recorded check.
public struct CheckSummary: Sendable, Hashable {
  /// The number of the check in its ledger.
  public var id: Int64
  /// The key that identifies it by its content.
  public var key: String
  /// When it was made.
  public var at: Instant
  /// Who made it.
  public var actor: AuditActor
  /// The run, without its findings.
  public var run: RunRecord
  /// How many documents were recorded.
  public var documents: Int
  /// How many uses of wire items were recorded.
  public var uses: Int
}

/// A recorded check with its documents and findings.
public struct CheckRecord: Sendable, Hashable {
  /// The summary: what was checked, by whom and when.
  public var summary: CheckSummary
  /// The documents with their uses, in the order of the run.
  public var documents: [DocumentUses]
  /// The findings in the order of the run, without words of documents and items.
  public var findings: [Finding]
}
