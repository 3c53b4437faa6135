internal import GRDB
internal import WireText
public import Wirecheck

extension Ledger {
  /// What was used of an agency's copy in a period; a statement without rows where nothing was.
  ///
  /// - Parameters:
  ///   - agency: the agency's identifier.
  ///   - period: the period in which documents were published.
  ///   - site: the site; nil for all sites.
  public func usage(
    of agency: String, in period: UsageStatement.Period, site: String? = nil
  ) throws(LedgerFault) -> UsageStatement {
    try read { db in
      let rows = try Self.rows(of: agency, in: period, site: site, db)
      return UsageStatement(
        agency: agency, agencyName: rows.last?.use.agencyName ?? agency, period: period, site: site,
        rows: rows,
        basis: try Self.basis(of: period, site: site, db))
    }
  }

  /// The identifiers of the agencies whose items were used, ordered.
  public func agencies() throws(LedgerFault) -> [String] {
    try read {
      try String.fetchAll($0, sql: "SELECT DISTINCT agency FROM uses WHERE agency <> '' ORDER BY agency")
    }
  }

  private static func rows(
    of agency: String, in period: UsageStatement.Period, site: String?, _ db: Database
  ) throws -> [UsageStatement.Row] {
    let rows = try Row.fetchCursor(
      db, sql: usesOfLastChecks,
      arguments: [
        "agency": stored(agency), "site": site.map { stored($0) }, "start": period.start.seconds,
        "end": period.end.seconds,
      ])
    var result: [UsageStatement.Row] = []
    while let row = try rows.next() {
      let next = try self.row(row)
      guard let last = result.last, isSameUse(last, next) else {
        result.append(next)
        continue
      }
      // Two versions of one item in one document are one use: the one with more words.
      if next.use.words > last.use.words { result[result.count - 1] = next }
    }
    return result
  }

  private static func isSameUse(_ a: UsageStatement.Row, _ b: UsageStatement.Row) -> Bool {
    a.site == b.site && a.document == b.document && a.use.item == b.use.item
  }

  private static func row(_ row: Row) throws -> UsageStatement.Row {
    let stated = try RowRecord.optionalInstant("stated_at", of: row)
    return UsageStatement.Row(
      check: try RowRecord.column("check_id", of: row), site: try RowRecord.optional("site", of: row),
      document: try RowRecord.value(DocumentRecord.self, in: row),
      title: try RowRecord.optional("title", of: row), url: try RowRecord.optional("url", of: row),
      publishedAt: try stated ?? RowRecord.instant("first_at", of: row), isTimeStated: stated != nil,
      use: try RowRecord.value(UseRecord.self, in: row, "use_record"))
  }

  /// Uses in the last publication check of each document; the definitions of `UsageStatement` in SQL.
  ///
  /// Later is a later time, or a later place in the ledger at the same time.
  private static let usesOfLastChecks = """
    WITH published AS (
      SELECT documents.id, documents.check_id, checks.site, identity, title, url, documents.record,
        row_number() OVER newest AS age,
        first_value(published_at) OVER (
          PARTITION BY site, identity
          ORDER BY published_at IS NULL, checks.at DESC, checks.id DESC, documents.position DESC) AS stated_at,
        min(checks.at) OVER (PARTITION BY site, identity) AS first_at
      FROM documents JOIN checks ON checks.id = check_id
      WHERE stage = 'publish' AND (:site IS NULL OR site = :site) AND identity IN (
        SELECT identity FROM documents JOIN uses ON document_id = documents.id WHERE agency = :agency)
      WINDOW newest AS (
        PARTITION BY site, identity ORDER BY checks.at DESC, checks.id DESC, documents.position DESC)
    )
    SELECT check_id, site, title, url, published.record, stated_at, first_at, uses.record AS use_record
    FROM published JOIN uses ON document_id = published.id
    WHERE age = 1 AND agency = :agency
      AND coalesce(stated_at, first_at) >= :start AND coalesce(stated_at, first_at) < :end
    ORDER BY coalesce(stated_at, first_at), site, identity, item, uses.position
    """

  private static func basis(
    of period: UsageStatement.Period, site: String?, _ db: Database
  ) throws -> UsageStatement.Basis {
    let last = try Row.fetchOne(db, sql: "SELECT id, at FROM checks ORDER BY id DESC LIMIT 1")
    let incomplete = try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM checks WHERE stage = 'publish' AND complete = 0 AND at >= :start AND at < :end
          AND (:site IS NULL OR site = :site)
        """,
      arguments: [
        "start": period.start.seconds, "end": period.end.seconds, "site": site.map { stored($0) },
      ])
    return UsageStatement.Basis(
      lastCheck: try last.map { try RowRecord.column("id", of: $0) },
      lastCheckAt: try last.map { try RowRecord.instant("at", of: $0) }, incompleteChecks: incomplete ?? 0,
      toolVersion: toolVersion)
  }
}
