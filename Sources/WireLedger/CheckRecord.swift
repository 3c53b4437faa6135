public import WireText
public import Wirecheck

/// A recorded check, in short.
public struct CheckSummary: Sendable, Hashable {
  /// The number of the check in its ledger.
  public var id: Int64
  /// What identifies it by its content.
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

/// A recorded check, whole.
public struct CheckRecord: Sendable, Hashable {
  /// What, who and when.
  public var summary: CheckSummary
  /// The documents with their uses, in the order of the run.
  public var documents: [DocumentUses]
  /// The findings in the order of the run, without words of documents and items.
  public var findings: [Finding]
}
