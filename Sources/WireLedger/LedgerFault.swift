internal import GRDB

/// Why a ledger could not be opened, read or written: what happened, in which file, and what to do.
public struct LedgerFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kind of fault.
  public enum Kind: String, Sendable, Hashable {
    /// There is no file, or it cannot be opened.
    case unopened
    /// The file is something else, or its tables are not a ledger's.
    case notLedger
    /// The file was written by another version of the ledger.
    case otherVersion
    /// The file is damaged.
    case damaged
    /// Another process locked the file for too long.
    case busy
    /// The file could not be written, or not so that it survives a power failure.
    case unwritten
    /// The data to record, or the query, is invalid.
    case invalid
  }

  /// The kind of fault.
  public var kind: Kind
  /// The path of the ledger as given.
  public var path: String
  /// What happened, without a full stop and without any text of documents.
  public var message: String
  /// What to do next, beginning with a verb.
  public var next: String

  /// The message, the path and the next step, on one line.
  public var description: String { "ledger \(path): \(message); \(next)" }

  init(_ kind: Kind, _ path: String, _ message: String, next: String) {
    self.kind = kind
    self.path = path
    self.message = message
    self.next = next
  }
}

extension LedgerFault {
  /// The fault for an SQLite error; its message contains no values of rows.
  init(_ error: any Error, path: String) {
    if let fault = error as? LedgerFault {
      self = fault
      return
    }
    guard let error = error as? DatabaseError else {
      if error is EncodingError {
        self.init(
          .unwritten, path, "the record has no form that the ledger can hold; nothing of it was recorded",
          next: "report it to whoever maintains wirecheck")
      } else {
        self.init(
          .damaged, path, "a row holds what no ledger writes",
          next: "restore the file from a backup and compare it with this one")
      }
      return
    }
    let said = error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_NOTADB:
      self.init(.notLedger, path, "this is no SQLite file", next: "name a wirecheck ledger")
    case .SQLITE_CORRUPT:
      self.init(.damaged, path, "the file is damaged (\(said))", next: "restore it from a backup")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(
        .busy, path, "another process is writing", next: "try again, or end the process that holds it")
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
      self.init(
        .unopened, path, "the file cannot be opened (\(said))", next: "check the path and its permissions")
    case .SQLITE_READONLY:
      self.init(
        .unopened, path, "the file or its folder may not be written, which reading needs as well",
        next: "copy the ledger into a folder of yours, or ask for the right to write")
    default:
      self.init(
        .unwritten, path, "the ledger failed (\(said))", next: "check the disk and its permissions")
    }
  }
}
