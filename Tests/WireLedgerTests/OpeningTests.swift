import Foundation
import GRDB
import TestSupport
import Testing
import WireText
import Wirecheck

@testable import WireLedger

@Suite struct OpeningTests {
  @Test func makesItsFolder() throws {
    let folder = try Folder()
    let path = folder.path + "/a/b/ledger.sqlite"
    #expect(try Ledger(opening: path).agencies() == [])
    #expect(try Ledger(reading: path).agencies() == [])
  }

  @Test func readingCreatesNothing() throws {
    let folder = try Folder()
    let error = #expect(throws: LedgerFault.self) { try Ledger(reading: folder.ledger) }
    #expect(error?.kind == .unopened)
    #expect(error?.description.contains(folder.ledger) == true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }

  @Test func readingWritesNothing() throws {
    let folder = try Folder()
    _ = try Ledger(opening: folder.ledger)
    let ledger = try Ledger(reading: folder.ledger)
    let error = #expect(throws: LedgerFault.self) {
      try ledger.record(
        try Sample.run(), documents: [], actor: Sample.editor, at: try Sample.instant())
    }
    #expect(error?.kind == .unopened)
  }

  /// A record that cannot be written says nothing of the file.
  @Test func aRecordWithoutAFormIsNoDamage() throws {
    let error = EncodingError.invalidValue(1.5, .init(codingPath: [], debugDescription: ""))
    #expect(LedgerFault(error, path: "ledger.sqlite").kind == .unwritten)
    #expect(LedgerFault(RowFault(), path: "ledger.sqlite").kind == .damaged)
  }

  /// Two checks that start at the same time where there is no ledger yet: one is in the middle of making it.
  @Test func waitsForTheProcessThatCreates() throws {
    let folder = try Folder()
    let path = folder.ledger
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    // Its commit meets the other one, which looks at the file meanwhile.
    configuration.busyMode = .timeout(10)
    let other = try DatabaseQueue(path: path, configuration: configuration)
    try other.writeWithoutTransaction { try $0.beginTransaction(.immediate) }
    // A thread of its own: those of tasks may all be taken by other tests that wait.
    Thread.detachNewThread {
      Thread.sleep(forTimeInterval: 0.2)
      try? other.writeWithoutTransaction { try $0.commit() }
    }
    #expect(try Ledger(opening: path).agencies() == [])
  }

  @Test func aFolderIsNoLedger() throws {
    let folder = try Folder()
    #expect(throws: LedgerFault.self) { try Ledger(opening: folder.path) }
    #expect(throws: LedgerFault.self) { try Ledger(reading: folder.path) }
  }

  /// Files that are something else: what makes them, from the path.
  private static let strangers: [(name: String, make: @Sendable (String) throws -> Void)] = [
    (
      "garbage",
      { try Data((0..<9000).map { UInt8(truncatingIfNeeded: $0 * 131) }).write(to: URL(fileURLWithPath: $0)) }
    ),
    ("text", { try Data("agency: northwire\n".utf8).write(to: URL(fileURLWithPath: $0)) }),
    ("a header alone", { try Data("SQLite format 3\0".utf8).write(to: URL(fileURLWithPath: $0)) }),
    ("another schema", { try database($0, "CREATE TABLE notes (words TEXT)") }),
    ("another application", { try database($0, "PRAGMA application_id = 77; CREATE TABLE checks (id)") }),
    ("only a name", { try database($0, "PRAGMA application_id = \(LedgerSchema.applicationID)") }),
    (
      "a name and a version",
      { try database($0, "PRAGMA application_id = \(LedgerSchema.applicationID); PRAGMA user_version = 1") }
    ),
    ("a negative version", { try altered($0, "PRAGMA user_version = -1") }),
    ("a newer version", { try altered($0, "PRAGMA user_version = \(LedgerSchema.steps.count + 1)") }),
    ("a trigger less", { try altered($0, "DROP TRIGGER checks_are_not_changed") }),
    (
      "a trigger more",
      { try altered($0, "CREATE TRIGGER t AFTER INSERT ON checks BEGIN SELECT load_extension('x'); END") }
    ),
    ("a view", { try altered($0, "CREATE VIEW v AS SELECT 1") }),
    ("another index", { try altered($0, "DROP INDEX uses_agency") }),
  ]

  @Test(arguments: strangers.map(\.name))
  func strangersAreRefusedAndLeftAlone(_ name: String) throws {
    let folder = try Folder()
    let stranger = try #require(Self.strangers.first { $0.name == name })
    try stranger.make(folder.ledger)
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.ledger))
    for open in [Ledger.init(opening:), Ledger.init(reading:)] as [(String) throws -> Ledger] {
      let error = #expect(throws: LedgerFault.self) { try open(folder.ledger) }
      let expected: [LedgerFault.Kind] = name == "a newer version" ? [.otherVersion] : [.notLedger, .damaged]
      #expect(error.map { expected.contains($0.kind) } == true, "\(String(describing: error))")
      #expect(error?.description.contains(folder.ledger) == true)
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.ledger)) == before)
  }

  @Test func anOlderLedgerIsBroughtUpToDate() throws {
    let folder = try Folder()
    let first = try #require(LedgerSchema.steps.first)
    try Self.database(
      folder.ledger,
      first.sql
        + """
        PRAGMA application_id = \(LedgerSchema.applicationID); PRAGMA user_version = 1;
        INSERT INTO checks VALUES (1, 'k', \(try Sample.instant().seconds), 'person', 'm.okafor', 'publish',
          'harbour-times', 'pass', 1, '{}');
        INSERT INTO documents VALUES (1, 1, 1, 'id:a', '5d41', NULL, NULL, NULL,
          '{"id": "a", "path": "a.md", "item": 1, "sha256": "5d41", "words": 160}');
        """)
    #expect(throws: LedgerFault.self) { try Ledger(reading: folder.ledger) }
    let ledger = try Ledger(opening: folder.ledger)
    try ledger.record(
      try Sample.run(),
      documents: [
        try Sample.document(
          "b", scope: UseScope(channels: ["web"], territories: [], basis: .part), uses: [try Sample.use()])
      ],
      actor: Sample.editor, at: try Sample.instant())
    #expect(
      try Ledger(reading: folder.ledger).usage(of: "northwire", in: try Sample.november()).rows.count == 1)
    #expect(try Ledger(reading: folder.ledger).check(2)?.documents.first?.scope?.basis == .part)
  }

  @Test func aLedgerCutAnywhereIsRefusedOrRead() throws {
    let folder = try Folder()
    let whole = try filled(folder, checks: 20)
    var refused = 0
    for length in stride(from: 0, to: whole.count, by: 509) {
      let path = folder.path + "/cut-\(length).sqlite"
      try whole.prefix(length).write(to: URL(fileURLWithPath: path))
      if try !isRead(path) { refused += 1 }
    }
    #expect(refused > 10)
  }

  @Test func aLedgerWithDamagedBytesIsRefusedOrRead() throws {
    let folder = try Folder()
    let whole = try filled(folder, checks: 20)
    var random = SplitMix(seed: 7)
    var refused = 0
    for round in 0..<300 {
      var bytes = whole
      for _ in 0...Int(random.next() % 8) {
        bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
      }
      let path = folder.path + "/damaged-\(round).sqlite"
      try bytes.write(to: URL(fileURLWithPath: path))
      if try !isRead(path) { refused += 1 }
    }
    #expect(refused > 30)
  }

  @Test func rowsThatNoLedgerWritesAreFaults() throws {
    let folder = try Folder()
    let rows = [
      "9223372036854775807, 'person', 'x', 'publish', NULL, 'pass', 1, '{}'",
      "-9223372036854775808, 'person', 'x', 'publish', NULL, 'pass', 1, '{}'",
      "0, 'ghost', 'x', 'publish', NULL, 'pass', 1, '{}'",
      "0, 'person', 'x', 'publish', NULL, 'pass', 1, '{'",
    ]
    for (index, row) in rows.enumerated() {
      let path = folder.path + "/row-\(index).sqlite"
      try Self.altered(
        path,
        """
        INSERT INTO checks (key, at, actor_kind, actor_name, stage, site, verdict, complete, record)
        VALUES ('k', \(row))
        """)
      let ledger = try Ledger(reading: path)
      let error = #expect(throws: LedgerFault.self) { _ = try ledger.check(1) }
      #expect(error?.kind == .damaged)
    }
  }

  /// Whether a ledger is read to its end; false where it is refused with a fault of the ledger.
  private func isRead(_ path: String) throws -> Bool {
    do {
      let ledger = try Ledger(reading: path)
      try ledger.forEachCheck { _ = try ledger.check($0.id) }
      _ = try ledger.usage(of: "northwire", in: try Sample.november())
      return true
    } catch is LedgerFault {
      return false
    }
  }

  /// The bytes of a ledger with some checks.
  private func filled(_ folder: Folder, checks: Int) throws -> Data {
    do {
      let ledger = try Ledger(opening: folder.ledger)
      for index in 0..<checks {
        try ledger.record(
          try Sample.run(), documents: [try Sample.document("d\(index)", uses: [try Sample.use()])],
          actor: Sample.editor, at: Instant(seconds: try Sample.instant().seconds + Int64(index)))
      }
      try ledger.queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    }
    return try Data(contentsOf: URL(fileURLWithPath: folder.ledger))
  }

  private static func database(_ path: String, _ sql: String) throws {
    try DatabaseQueue(path: path).write { try $0.execute(sql: sql) }
  }

  /// A ledger that somebody worked on.
  private static func altered(_ path: String, _ sql: String) throws {
    do { _ = try Ledger(opening: path) }
    try database(path, sql)
    try DatabaseQueue(path: path).writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
  }
}
