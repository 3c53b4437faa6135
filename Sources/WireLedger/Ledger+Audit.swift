internal import GRDB
public import WireText
internal import Wirecheck

extension Ledger {
  /// Hands over the checks made in a period, earliest first, one at a time.
  ///
  /// The ledger is read in pages, and it is free for others, and for the body, between them.
  ///
  /// - Parameters:
  ///   - start: the first instant; nil for the beginning.
  ///   - end: the first instant that no longer counts; nil for no end.
  ///   - body: takes a check; what it throws ends the reading and is thrown on.
  /// - Throws: a `LedgerFault`, or what the body throws.
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

  /// The number of checks that are read at a time.
  static let pageLength = 200

  /// The check of a number, with its documents and findings; nil where there is none.
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
