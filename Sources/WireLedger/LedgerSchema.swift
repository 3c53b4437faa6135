internal import GRDB

/// The tables of the ledger, as named migration steps from an empty file to the current schema.
///
/// The number of steps that a file has completed is its `user_version`. A released step is never edited: a change is
/// a new step. The steps run in the transaction that finds them missing, so that two processes that create a ledger
/// at the same time do not both run them.
enum LedgerSchema {
  /// A migration step from one schema to the next.
  struct Step {
    var name: String
    var sql: String
  }

  /// `WCLG`: marks a SQLite file as a ledger.
  static let applicationID: Int32 = 0x5743_4C47

  /// The steps, oldest first.
  static let steps = [
    Step(name: "checks, documents, findings, uses", sql: tables + appendOnly),
    // JSON of a `UseScope`; null in rows written before this step.
    Step(name: "scopes of documents", sql: "ALTER TABLE documents ADD COLUMN scope TEXT;\n"),
  ]

  /// Columns contain what is searched by; `record` contains the whole value as JSON.
  private static let tables = """
    CREATE TABLE checks (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE,
      at INTEGER NOT NULL,
      actor_kind TEXT NOT NULL,
      actor_name TEXT NOT NULL,
      stage TEXT NOT NULL CHECK (stage IN ('draft', 'publish')),
      site TEXT,
      verdict TEXT NOT NULL,
      complete INTEGER NOT NULL CHECK (complete IN (0, 1)),
      record TEXT NOT NULL
    ) STRICT;
    CREATE INDEX checks_at ON checks (at);
    CREATE TABLE documents (
      id INTEGER PRIMARY KEY,
      check_id INTEGER NOT NULL REFERENCES checks (id),
      position INTEGER NOT NULL,
      identity TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      title TEXT,
      url TEXT,
      published_at INTEGER,
      record TEXT NOT NULL,
      UNIQUE (check_id, position)
    ) STRICT;
    CREATE INDEX documents_identity ON documents (identity);
    CREATE TABLE findings (
      id INTEGER PRIMARY KEY,
      check_id INTEGER NOT NULL REFERENCES checks (id),
      position INTEGER NOT NULL,
      rule TEXT NOT NULL,
      level TEXT NOT NULL,
      fingerprint TEXT NOT NULL,
      agency TEXT,
      item TEXT,
      clause TEXT,
      message TEXT NOT NULL,
      record TEXT NOT NULL,
      UNIQUE (check_id, position)
    ) STRICT;
    CREATE INDEX findings_fingerprint ON findings (fingerprint);
    CREATE TABLE uses (
      id INTEGER PRIMARY KEY,
      document_id INTEGER NOT NULL REFERENCES documents (id),
      position INTEGER NOT NULL,
      agency TEXT NOT NULL,
      item TEXT NOT NULL,
      record TEXT NOT NULL,
      UNIQUE (document_id, position)
    ) STRICT;
    CREATE INDEX uses_agency ON uses (agency);

    """

  /// Triggers that prevent rows from being changed or removed.
  ///
  /// `INSERT OR REPLACE` deletes without firing the delete trigger, so inserting a row that already exists is
  /// rejected as well.
  private static let appendOnly = ["checks", "documents", "findings", "uses"].map { table in
    """
    CREATE TRIGGER \(table)_are_not_changed BEFORE UPDATE ON \(table)
      BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
    CREATE TRIGGER \(table)_are_not_removed BEFORE DELETE ON \(table)
      BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
    CREATE TRIGGER \(table)_are_not_replaced BEFORE INSERT ON \(table)
      WHEN EXISTS (SELECT 1 FROM \(table) WHERE id = NEW.id\(unique(table)))
      BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

    """
  }.joined()

  private static func unique(_ table: String) -> String {
    switch table {
    case "checks": " OR key = NEW.key"
    case "uses": " OR (document_id = NEW.document_id AND position = NEW.position)"
    default: " OR (check_id = NEW.check_id AND position = NEW.position)"
    }
  }
}

extension LedgerSchema {
  /// The state of a SQLite file with regard to the ledger.
  enum State: Equatable {
    /// Nothing has been written to it.
    case empty
    /// A ledger that has completed this many steps.
    case ledger(steps: Int)
    /// A ledger with more steps than this version knows.
    case newer(steps: Int)
    /// A ledger whose tables or triggers differ from those that its steps create.
    case altered
    /// Something else.
    case foreign
  }

  /// The state of a file.
  static func state(of db: Database) throws -> State {
    let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    let objects = try objects(of: db)
    if application == 0, version == 0, objects.isEmpty { return .empty }
    guard application == applicationID else { return .foreign }
    guard version <= steps.count else { return .newer(steps: version) }
    guard version > 0, try objects == expectedObjects(after: version) else { return .altered }
    return .ledger(steps: version)
  }

  /// Runs the missing steps; must be called in a transaction.
  static func migrate(_ db: Database, from done: Int) throws {
    for step in steps.dropFirst(done) { try db.execute(sql: step.sql) }
    try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(steps.count)")
  }

  /// The SQL of each table, index, trigger and view; any addition to the schema shows up in it.
  private static func objects(of db: Database) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '') FROM sqlite_master
        WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\' ORDER BY 1
        """)
  }

  private static func expectedObjects(after count: Int) throws -> [String] {
    try DatabaseQueue().write { db in
      for step in steps.prefix(count) { try db.execute(sql: step.sql) }
      return try objects(of: db)
    }
  }
}
