internal import GRDB
internal import WireText
public import Wirecheck

extension Ledger {
  /// The use of an agency's copy in a period; a statement without rows if there was none.
  ///
  /// - Parameters:
  ///   - agency: the agency's identifier.
  ///   - period: the period in which documents were published.
  ///   - site: the site to limit the statement to; nil for all sites.
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
    let checks = try Row.fetchCursor(
      db, sql: checksForPublication,
      arguments: [
        "agency": stored(agency), "site": site.map { stored($0) }, "start": period.start.seconds,
        "end": period.end.seconds,
      ])
    let uses = try db.makeStatement(
      sql: "SELECT record FROM uses WHERE document_id = ? AND agency = ? ORDER BY item, position")
    var result: [(identity: String, row: UsageStatement.Row)] = []
    var standing: StandingChecks?
    while let check = try checks.next() {
      let site = try RowRecord.optional("site", of: check) as String?
      let identity: String = try RowRecord.column("identity", of: check)
      var current =
        standing.flatMap { $0.site == site && $0.identity == identity ? $0 : nil }
        ?? StandingChecks(site: site, identity: identity)
      // Checks recorded before scopes were stored count as checks of the whole document.
      let told = try RowRecord.scope(of: check)
      if let scope = current.takes(told ?? UseScope(channels: [], territories: [], basis: .document)) {
        let id: Int64 = try RowRecord.column("id", of: check)
        for use in try self.uses(of: id, by: stored(agency), uses) {
          result.append((identity, try row(check, use, scope)))
        }
      }
      standing = current
    }
    return inOrder(result)
  }

  /// A document's uses of an agency's copy, by item; of two versions of one item, the use with more words counts.
  private static func uses(of document: Int64, by agency: String, _ statement: Statement) throws
    -> [UseRecord]
  {
    var result: [UseRecord] = []
    let rows = try Row.fetchCursor(statement, arguments: [document, agency])
    while let row = try rows.next() {
      let use = try RowRecord.value(UseRecord.self, in: row)
      guard let last = result.last, last.item == use.item else {
        result.append(use)
        continue
      }
      if use.words > last.words { result[result.count - 1] = use }
    }
    return result
  }

  private static func row(_ row: Row, _ use: UseRecord, _ scope: UseScope) throws -> UsageStatement.Row {
    let stated = try RowRecord.optionalInstant("stated_at", of: row)
    return UsageStatement.Row(
      check: try RowRecord.column("check_id", of: row), site: try RowRecord.optional("site", of: row),
      channels: scope.channels, territories: scope.territories,
      document: try RowRecord.value(DocumentRecord.self, in: row),
      title: try RowRecord.optional("title", of: row), url: try RowRecord.optional("url", of: row),
      publishedAt: try stated ?? RowRecord.instant("first_at", of: row), isTimeStated: stated != nil,
      use: use)
  }

  /// Rows ordered by time, site, document and item; channels of a document with the same decision share one row.
  private static func inOrder(_ rows: [(identity: String, row: UsageStatement.Row)])
    -> [UsageStatement.Row]
  {
    func key(_ row: (identity: String, row: UsageStatement.Row)) -> (Instant, String, String, String) {
      (row.row.publishedAt, row.row.site ?? "", row.identity, row.row.use.item)
    }
    // Equal rows stay in the ledger's order, in which later checks come first.
    let sorted = rows.enumerated().sorted {
      let (first, second) = (key($0.element), key($1.element))
      return first == second ? $0.offset < $1.offset : first < second
    }.map(\.element)
    var result: [(identity: String, row: UsageStatement.Row)] = []
    for next in sorted {
      guard let last = result.last, key(last) == key(next), last.row.use == next.row.use,
        last.row.document.sha256 == next.row.document.sha256
      else {
        result.append(next)
        continue
      }
      result[result.count - 1].row.channels += next.row.channels
    }
    return result.map(\.row)
  }

  /// The publication checks of every document that uses an agency's copy, later ones of a document first; they
  /// implement the definitions of `UsageStatement` in SQL.
  ///
  /// A check is later if its time is later, or, at the same time, if its number in the ledger is higher.
  private static let checksForPublication = """
    WITH published AS (
      SELECT documents.id, documents.check_id, checks.site, identity, title, url, documents.record, scope,
        row_number() OVER newest AS age,
        first_value(published_at) OVER (
          PARTITION BY site, identity
          ORDER BY published_at IS NULL, checks.at DESC, checks.id DESC, documents.position DESC) AS stated_at,
        min(checks.at) OVER (PARTITION BY site, identity) AS first_at
      FROM documents JOIN checks ON checks.id = check_id
      WHERE stage = 'publish' AND (:site IS NULL OR site = :site)
        AND coalesce(scope ->> '$.basis', '') <> '\(UseScope.Basis.question.rawValue)' AND identity IN (
          SELECT identity FROM documents JOIN uses ON document_id = documents.id WHERE agency = :agency)
      WINDOW newest AS (
        PARTITION BY site, identity ORDER BY checks.at DESC, checks.id DESC, documents.position DESC)
    )
    SELECT id, check_id, site, identity, title, url, record, scope, stated_at, first_at FROM published
    WHERE coalesce(stated_at, first_at) >= :start AND coalesce(stated_at, first_at) < :end
    ORDER BY site, identity, age
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
