internal import Foundation
internal import GRDB
public import WireText
public import Wirecheck

extension Ledger {
  /// The ledger's confirmation that a check is safely on disk.
  public struct Receipt: Sendable, Hashable {
    /// The number of the check in this ledger, from 1.
    public var check: Int64
    /// The key that identifies the check by its content, SHA-256 in hexadecimal.
    public var key: String
    /// Whether the check was added; false if it was already in the ledger.
    public var isNew: Bool
  }

  /// Records a run with all its documents, findings and uses, in one transaction.
  ///
  /// A run at the stage `publish` counts as the publication of its documents. Recording the same run twice gives one
  /// check. Excerpts are left out: no text of documents or items is stored.
  ///
  /// - Parameters:
  ///   - run: what was checked, with what, and what was found.
  ///   - documents: every document that was checked, including those without uses.
  ///   - actor: who made the check.
  ///   - instant: the time of the check, by the clock that `run.run.clock` names.
  /// - Throws: a `LedgerFault` if the check is not safely on disk; nothing of it is stored then.
  @discardableResult
  public func record(
    _ run: RunRecord, documents: some Collection<DocumentUses>, actor: AuditActor, at instant: Instant
  ) throws(LedgerFault) -> Receipt {
    try demandSense(run, documents, actor, instant)
    let key = CheckKey.key(of: run, documents: documents, actor: actor, at: instant)
    return try write { db in
      if let known = try Int64.fetchOne(db, sql: "SELECT id FROM checks WHERE key = ?", arguments: [key]) {
        return Receipt(check: known, key: key, isNew: false)
      }
      let check = try Self.insert(run, key, actor, instant, into: db)
      for (position, document) in documents.enumerated() {
        try Self.insert(document, position + 1, of: check, into: db)
      }
      for (position, finding) in run.findings.enumerated() {
        try Self.insert(finding.wordless, position + 1, of: check, into: db)
      }
      return Receipt(check: check, key: key, isNew: true)
    }
  }

  private func demandSense(
    _ run: RunRecord, _ documents: some Collection<DocumentUses>, _ actor: AuditActor, _ instant: Instant
  ) throws(LedgerFault) {
    func refuse(_ message: String) -> LedgerFault {
      LedgerFault(.invalid, path, message, next: "correct the caller; nothing was recorded")
    }
    guard ["draft", "publish"].contains(run.run.stage) else {
      throw refuse("the stage is neither `draft` nor `publish`")
    }
    guard !actor.name.isEmpty else { throw refuse("a check needs the name of who made it") }
    guard Instant.recordable.contains(instant),
      documents.allSatisfy({ $0.published.map { Instant.recordable.contains($0) } ?? true })
    else {
      throw refuse("a time is before the year 1 or after 9999")
    }
  }

  private static func insert(
    _ run: RunRecord, _ key: String, _ actor: AuditActor, _ instant: Instant, into db: Database
  ) throws -> Int64 {
    try db.execute(
      sql: """
        INSERT INTO checks (key, at, actor_kind, actor_name, stage, site, verdict, complete, record)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        key, instant.seconds, actor.kind.rawValue, stored(actor.name), run.run.stage,
        run.run.site.map(stored),
        run.verdict.rawValue, run.run.complete ? 1 : 0, try RowRecord.text(of: run.withoutFindings),
      ])
    return db.lastInsertedRowID
  }

  private static func insert(
    _ document: DocumentUses, _ position: Int, of check: Int64, into db: Database
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO documents (check_id, position, identity, sha256, title, url, published_at, record, scope)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        check, position, stored(document.identity), stored(document.document.sha256),
        document.title.map { stored($0, atMost: titleLength) },
        document.url.map { stored($0, atMost: urlLength) },
        document.published?.seconds, try RowRecord.text(of: document.document),
        try document.scope.map { try RowRecord.text(of: $0) },
      ])
    let row = db.lastInsertedRowID
    for (position, use) in document.uses.enumerated() {
      try db.execute(
        sql: "INSERT INTO uses (document_id, position, agency, item, record) VALUES (?, ?, ?, ?, ?)",
        arguments: [row, position + 1, stored(use.agency), stored(use.item), try RowRecord.text(of: use)])
    }
  }

  private static func insert(
    _ finding: Finding, _ position: Int, of check: Int64, into db: Database
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO findings
          (check_id, position, rule, level, fingerprint, agency, item, clause, message, record)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        check, position, stored(finding.rule), finding.level.rawValue, stored(finding.fingerprint),
        (finding.source?.agency).map { stored($0) }, (finding.source?.item).map { stored($0) },
        (finding.term?.clause).map { stored($0) }, stored(finding.message), try RowRecord.text(of: finding),
      ])
  }

  /// The most characters of a title: titles are kept so that people recognise documents, not as their text.
  static let titleLength = 300
  /// The most characters of an address.
  static let urlLength = 2000

  /// Text as a column can store it: SQLite ends text at a NUL, so NULs are replaced.
  static func stored(_ text: String) -> String {
    text.utf8.contains(0) ? text.replacing("\0", with: "\u{FFFD}") : text
  }

  private static func stored(_ text: String, atMost count: Int) -> String {
    stored(String(String.UnicodeScalarView(text.unicodeScalars.prefix(count))))
  }
}

extension Instant {
  /// The instants in the years 1 to 9999, which ISO 8601 can represent.
  static let recordable = Instant(seconds: -62_135_596_800)...Instant(seconds: 253_402_300_799)
}
