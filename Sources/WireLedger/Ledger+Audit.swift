internal import GRDB
public import WireText
internal import Wirecheck

extension Ledger {
  /// Passes the checks made in a period to a body, earliest first, one at a time.
  ///
  /// The ledger is read in pages; between them it is unlocked for other processes and for the body.
  ///
  /// - Parameters:
  ///   - start: the first instant; nil for no lower bound.
  ///   - end: the instant at which the period ends, not included; nil for no upper bound.
  ///   - body: receives each check; an error it throws ends the reading and is rethrown.
  /// - Throws: a `LedgerFault`, or the body's error.
  public func forEachCheck(
    from start: Instant? = nil, to end: Instant? = nil, _ body: (CheckSummary) throws -> Void
  ) throws {
    var place = (at: start?.seconds ?? .min, id: Int64.min)
    while true {
      let page = try read { db in
        try Row.fetchAll(
          db, sql: Self.summaries + " WHERE (at, id) > (?, ?) AND at < ? ORDER BY at, id LIMIT ?",
          arguments: [place.at, place.id, end?.seconds ?? .max, Self.pageLength]
        ).map(Self.summary)
      }
      for check in page { try body(check) }
      guard let last = page.last else { return }
      place = (last.at.seconds, last.id)
    }
  }

  /// The number of checks that are read per page.
  static let pageLength = 200

  /// The check with a number, with its documents and findings; nil if there is none.
  public func check(_ id: Int64) throws(LedgerFault) -> CheckRecord? {
    try read { db in
      guard let row = try Row.fetchOne(db, sql: Self.summaries + " WHERE id = ?", arguments: [id]) else {
        return nil
      }
      return CheckRecord(
        summary: try Self.summary(row), documents: try Self.documents(of: id, in: db),
        findings: try Row.fetchAll(
          db, sql: "SELECT record FROM findings WHERE check_id = ? ORDER BY position", arguments: [id]
        ).map { try RowRecord.value(Finding.self, in: $0) })
    }
  }

  private static let summaries = """
    SELECT id, key, at, actor_kind, actor_name, record,
      (SELECT count(*) FROM documents WHERE check_id = checks.id) AS documents,
      (SELECT count(*) FROM uses JOIN documents ON documents.id = document_id WHERE check_id = checks.id) AS uses
    FROM checks
    """

  private static func summary(_ row: Row) throws -> CheckSummary {
    guard let kind = AuditActor.Kind(rawValue: try RowRecord.column("actor_kind", of: row)) else {
      throw RowFault()
    }
    return CheckSummary(
      id: try RowRecord.column("id", of: row), key: try RowRecord.column("key", of: row),
      at: try RowRecord.instant("at", of: row),
      actor: AuditActor(kind: kind, name: try RowRecord.column("actor_name", of: row)),
      run: try RowRecord.value(RunRecord.self, in: row),
      documents: try RowRecord.column("documents", of: row), uses: try RowRecord.column("uses", of: row))
  }

  private static func documents(of check: Int64, in db: Database) throws -> [DocumentUses] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT * FROM documents WHERE check_id = ? ORDER BY position", arguments: [check])
    return try rows.map { row in
      let id: Int64 = try RowRecord.column("id", of: row)
      let uses = try Row.fetchAll(
        db, sql: "SELECT record FROM uses WHERE document_id = ? ORDER BY position", arguments: [id])
      return DocumentUses(
        document: try RowRecord.value(DocumentRecord.self, in: row),
        title: try RowRecord.optional("title", of: row), url: try RowRecord.optional("url", of: row),
        publishedAt: try RowRecord.optionalInstant("published_at", of: row)?.iso8601,
        scope: try RowRecord.scope(of: row),
        uses: try uses.map { try RowRecord.value(UseRecord.self, in: $0) })
    }
  }
}
