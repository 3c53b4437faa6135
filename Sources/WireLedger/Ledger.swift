internal import Foundation
internal import GRDB

/// The record of every check and publication: who, when, which document, under which policy, with what result.
///
/// A ledger is a SQLite file to which rows are only ever added. It stores identifiers, hashes and numbers, never the
/// text of documents and items. A check that `record` has acknowledged survives a crash of the process and a power
/// failure. Several processes may use one ledger at the same time; a writer waits for the others.
public struct Ledger: Sendable {
  /// The path as given.
  public let path: String
  let queue: DatabaseQueue

  /// How long a process waits for other writers, in seconds.
  ///
  /// SQLite does not queue writers, so the timeout must be long enough for many writers on a slow disk.
  private static let patience = 60

  /// Opens a ledger for recording; creates it, and its folder, if it does not exist.
  ///
  /// - Throws: a `LedgerFault` if the file is something else, was written by a newer version, or cannot be written so
  ///   that it survives a power failure. A file that is not a ledger is left unchanged.
  public init(opening path: String) throws(LedgerFault) {
    try Self.makeFolder(of: path)
    if try Self.holdsSomething(path) {
      // First look at the file read-only: opening it for recording switches its journal to WAL.
      let reading = try Self.connect(path, isReadOnly: true)
      _ = try Self.perform(path) { try reading.read { try Self.demandLedger($0, path, mayBeEmpty: true) } }
    }
    let queue = try Self.connect(path, isReadOnly: false)
    try Self.perform(path) {
      try queue.writeWithoutTransaction { db in
        // GRDB sets NORMAL when it switches to WAL, after `prepareDatabase`; so it is set here, and verified.
        try db.execute(sql: "PRAGMA synchronous = FULL")
        try Self.demandDurability(db, path)
        try db.inTransaction(.immediate) {
          let done = try Self.demandLedger(db, path, mayBeEmpty: true)
          if done < LedgerSchema.steps.count { try LedgerSchema.migrate(db, from: done) }
          return .commit
        }
      }
    }
    self.path = path
    self.queue = queue
  }

  /// Opens a ledger for reading; no ledger is created or changed.
  ///
  /// SQLite creates its lock and log files next to the ledger while reading, so the folder must be writable.
  ///
  /// - Throws: a `LedgerFault` if there is no file, or it is not a ledger of this version.
  public init(reading path: String) throws(LedgerFault) {
    guard try Self.holdsSomething(path) else {
      throw LedgerFault(
        .unopened, path, "there is no ledger here",
        next: "name one with --ledger, or record a first check with `wirecheck check --ledger \(path)`")
    }
    let queue = try Self.connect(path, isReadOnly: true)
    try Self.perform(path) {
      _ = try queue.read { try Self.demandLedger($0, path, mayBeEmpty: false) }
    }
    self.path = path
    self.queue = queue
  }
}

extension Ledger {
  /// Runs a read transaction; SQLite errors become faults.
  func read<Value>(_ body: (Database) throws -> Value) throws(LedgerFault) -> Value {
    try Self.perform(path) { try queue.read(body) }
  }

  /// Runs a write transaction, after all other writers are done.
  func write<Value>(_ body: (Database) throws -> Value) throws(LedgerFault) -> Value {
    try Self.perform(path) {
      try queue.writeWithoutTransaction { db in
        var value: Value?
        try db.inTransaction(.immediate) {
          value = try body(db)
          return .commit
        }
        guard let value else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
        return value
      }
    }
  }

  private static func perform<Value>(_ path: String, _ body: () throws -> Value) throws(LedgerFault) -> Value
  {
    do { return try body() } catch { throw LedgerFault(error, path: path) }
  }

  private static func connect(_ path: String, isReadOnly: Bool) throws(LedgerFault) -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.busyMode = .timeout(TimeInterval(patience))
    if !isReadOnly { configuration.journalMode = .wal }
    configuration.prepareDatabase { db in
      // The file may come from somebody else: nothing in its schema may call functions with side effects, and pages
      // are verified when they are read.
      try db.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
      try db.execute(sql: "PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON")
    }
    let settings = configuration
    let end = ContinuousClock.now + .seconds(patience)
    while true {
      do throws(LedgerFault) {
        return try perform(path) { try DatabaseQueue(path: path, configuration: settings) }
      } catch {
        // SQLite does not wait, whatever its timeout, if another process is about to write while a file is switched
        // to WAL: it considers that a deadlock.
        guard error.kind == .busy, ContinuousClock.now < end else { throw error }
        usleep(10_000)
      }
    }
  }

  /// The number of schema steps that the ledger has completed, 0 for an empty file.
  private static func demandLedger(_ db: Database, _ path: String, mayBeEmpty: Bool) throws -> Int {
    switch try LedgerSchema.state(of: db) {
    case .empty where mayBeEmpty: return 0
    case .ledger(let steps) where mayBeEmpty || steps == LedgerSchema.steps.count: return steps
    case .ledger:
      throw LedgerFault(
        .otherVersion, path, "it was written by an older version",
        next: "record a check with this version, which brings it up to date")
    case .newer(let steps):
      throw LedgerFault(
        .otherVersion, path,
        "it has version \(steps), and this wirecheck knows versions up to \(LedgerSchema.steps.count)",
        next: "use a newer wirecheck")
    case .altered:
      throw LedgerFault(
        .notLedger, path, "its tables or triggers are not those of a ledger; it was altered",
        next: "restore it from a backup and find out who changed it")
    case .empty, .foreign:
      throw LedgerFault(.notLedger, path, "this is no wirecheck ledger", next: "name another file")
    }
  }

  private static func demandDurability(_ db: Database, _ path: String) throws {
    let synchronous = try Int.fetchOne(db, sql: "PRAGMA synchronous")
    let journal = try String.fetchOne(db, sql: "PRAGMA journal_mode")
    guard synchronous == 2, journal == "wal" else {
      throw LedgerFault(
        .unwritten, path,
        "the file system does not allow write-ahead logging with full synchronisation",
        next: "put the ledger on a local disk")
    }
  }

  /// Whether there is a file with content; throws if it cannot be a SQLite file.
  private static func holdsSomething(_ path: String) throws(LedgerFault) -> Bool {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return false }
    guard !isFolder.boolValue else {
      throw LedgerFault(.unopened, path, "this is a folder", next: "name a file")
    }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw LedgerFault(.unopened, path, "the file cannot be read", next: "check its permissions")
    }
    defer { try? handle.close() }
    let start: Data
    do { start = try handle.read(upToCount: 16) ?? Data() } catch {
      throw LedgerFault(.unopened, path, "the file cannot be read", next: "check the disk")
    }
    guard !start.isEmpty else { return false }
    guard start == Data("SQLite format 3\0".utf8) else {
      throw LedgerFault(.notLedger, path, "this is no wirecheck ledger", next: "name another file")
    }
    return true
  }

  private static func makeFolder(of path: String) throws(LedgerFault) {
    let folder = (path as NSString).deletingLastPathComponent
    guard !folder.isEmpty, !FileManager.default.fileExists(atPath: folder) else { return }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw LedgerFault(
        .unopened, path, "its folder cannot be made", next: "check the path and its permissions")
    }
  }
}
