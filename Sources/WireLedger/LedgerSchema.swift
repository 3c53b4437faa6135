internal import GRDB

/// The tables of the ledger, as named steps from an empty file to the present form.
///
/// The number of steps that a file has behind it is its `user_version`. A released step is never edited: a change
/// is a step of its own. The steps run in the transaction that finds them missing, so that two processes that
/// create a ledger at the same time do not both run them.
enum LedgerSchema {
  /// A step from one form to the next.
  struct Step {
    var name: String
    var sql: String
  }

  /// `WCLG`: marks a SQLite file as a ledger.
  static let applicationID: Int32 = 0x5743_4C47

  /// The steps, oldest first.
  static let steps = [
    Step(name: "checks, documents, findings, uses", sql: tables + appendOnly),
    // JSON of a `UseScope`; null in rows from before.
    Step(name: "scopes of documents", sql: "ALTER TABLE documents ADD COLUMN scope TEXT;\n"),
  ]

  /// Columns are what is searched by; `record` holds the whole, as JSON.
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

  /// Nothing that was written is changed or taken away.
  ///
  /// `INSERT OR REPLACE` deletes without firing the trigger for deletions, so a row that is there already is
  /// refused as well.
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
  /// What a SQLite file is, as far as the ledger is concerned.
  enum State: Equatable {
    /// Nothing has been written into it.
    case empty
    /// A ledger with so many steps behind it.
    case ledger(steps: Int)
    /// A ledger with more steps than are known here.
    case newer(steps: Int)
    /// A ledger whose tables or triggers are not those that its steps make.
    case altered
    /// Something else.
    case foreign
  }

  /// What a file is.
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

  /// Runs the steps that a file lacks; to be called in a transaction.
  static func migrate(_ db: Database, from done: Int) throws {
    for step in steps.dropFirst(done) { try db.execute(sql: step.sql) }
    try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(steps.count)")
  }

  /// The text of each table, index, trigger and view; a row that is added to the schema shows in it.
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
