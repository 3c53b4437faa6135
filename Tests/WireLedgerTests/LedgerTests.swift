import Foundation
import GRDB
import Testing
import WireText
import Wirecheck

@testable import WireLedger

@Suite struct LedgerTests {
  @Test func roundTrip() throws {
    let folder = try Folder()
    let run = try Sample.run()
    let documents = [
      try Sample.document(
        publishedAt: "2026-11-20T07:00:00Z", uses: [try Sample.use(), try Sample.use(item: "X")]),
      try Sample.document("clean", uses: []),
    ]
    let receipt = try Ledger(opening: folder.ledger).record(
      run, documents: documents, actor: Sample.editor, at: try Sample.instant())
    #expect(receipt.check == 1 && receipt.isNew && receipt.key.count == 64)

    let check = try #require(try Ledger(reading: folder.ledger).check(1))
    #expect(check.documents == documents)
    #expect(check.summary.actor == Sample.editor)
    #expect(check.summary.at == (try Sample.instant()))
    #expect(check.summary.documents == 2 && check.summary.uses == 2)
    #expect(check.summary.run.run == run.run && check.summary.run.verdict == run.verdict)
    let finding = try #require(check.findings.first)
    #expect(finding.fingerprint == run.findings.first?.fingerprint)
    #expect(finding.places.first?.bytes == [1184, 1542])
    #expect(finding.places.first?.excerpt == nil)
    #expect(try Ledger(reading: folder.ledger).check(2) == nil)
  }

  @Test func theWordsOfAContractStay() throws {
    let folder = try Folder()
    let run = try Sample.run(findings: [Sample.finding(origin: "contract")])
    try Ledger(opening: folder.ledger).record(
      run, documents: [], actor: Sample.editor, at: try Sample.instant())
    let check = try Ledger(reading: folder.ledger).check(1)
    #expect(check?.findings.first?.term?.words == Sample.canaries[2])
  }

  @Test func aCheckRecordedTwiceIsOneRow() throws {
    let folder = try Folder()
    let ledger = try Ledger(opening: folder.ledger)
    let document = try Sample.document(uses: [try Sample.use()])
    func record(_ run: RunRecord, _ actor: AuditActor = Sample.editor, at: String = "2026-11-20T06:12:03Z")
      throws
      -> Ledger.Receipt
    { try ledger.record(run, documents: [document], actor: actor, at: try Sample.instant(at)) }

    let first = try record(try Sample.run())
    let again = try record(try Sample.run())
    #expect(first.isNew && !again.isNew && first.check == again.check && first.key == again.key)
    let others = [
      try record(try Sample.run(stage: "draft")), try record(try Sample.run(policy: "sha256:77")),
      try record(try Sample.run(), at: "2026-11-20T06:12:04Z"), try record(try Sample.run(verdict: "warn")),
      try record(try Sample.run(), AuditActor(kind: .service, name: "m.okafor")),
      try record(try Sample.run(site: nil)), try record(try Sample.run(findings: [])),
    ]
    #expect(others.map(\.check) == Array(2...8) && others.allSatisfy(\.isNew))
    #expect(try count("uses", in: folder.ledger) == 8)
  }

  @Test func fieldsOfTheKeyDoNotRunIntoEachOther() throws {
    let run = try Sample.run()
    let at = try Sample.instant()
    let splits = try [("ab", "c"), ("a", "bc"), ("", "abc"), ("abc", "")].map { id, path in
      CheckKey.key(
        of: run, documents: [try Sample.document(id, path: path, uses: [])], actor: Sample.editor, at: at)
    }
    #expect(Set(splits).count == 4)
  }

  @Test(arguments: [
    "UPDATE checks SET verdict = 'pass'", "DELETE FROM checks", "UPDATE documents SET sha256 = ''",
    "DELETE FROM documents", "UPDATE findings SET level = 'info'", "DELETE FROM findings",
    "UPDATE uses SET agency = ''", "DELETE FROM uses",
    "INSERT OR REPLACE INTO checks SELECT * FROM checks",
    "INSERT OR REPLACE INTO checks SELECT 99, key, 0, 'person', '', 'draft', NULL, 'pass', 1, '' FROM checks",
    "REPLACE INTO uses SELECT * FROM uses", "REPLACE INTO findings SELECT * FROM findings",
    "REPLACE INTO documents SELECT * FROM documents",
  ])
  func nothingIsChangedOrTakenAway(_ sql: String) throws {
    let folder = try Folder()
    try Ledger(opening: folder.ledger).record(
      try Sample.run(), documents: [try Sample.document(uses: [try Sample.use()])], actor: Sample.editor,
      at: try Sample.instant())
    // A connection without any of our settings.
    let other = try DatabaseQueue(path: folder.ledger)
    let error = #expect(throws: DatabaseError.self) { try other.write { try $0.execute(sql: sql) } }
    #expect(error?.message == "the ledger is append-only")
  }

  @Test func writesSurviveAPowerCut() throws {
    let folder = try Folder()
    for _ in 1...2 {
      let ledger = try Ledger(opening: folder.ledger)
      func setting(_ name: String) throws -> String? {
        try ledger.queue.writeWithoutTransaction { try String.fetchOne($0, sql: "PRAGMA \(name)") }
      }
      #expect(try setting("synchronous") == "2")
      #expect(try setting("journal_mode") == "wal")
      #expect(try setting("foreign_keys") == "1")
      #expect(try setting("trusted_schema") == "0")
    }
  }

  @Test func noTextOfDocumentsOrItemsIsStored() throws {
    let folder = try Folder()
    let ledger = try Ledger(opening: folder.ledger)
    let endless = String(repeating: "A headline that goes on. ", count: 50) + "END-OF-TITLE"
    try ledger.record(
      try Sample.run(findings: [Sample.finding(), Sample.finding(origin: "licence")]),
      documents: [try Sample.document(title: endless, uses: [try Sample.use()])], actor: Sample.editor,
      at: try Sample.instant())
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + name))
      for canary in Sample.canaries + ["END-OF-TITLE"] {
        for word in [canary, String(canary.suffix(12))] {
          #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word) in \(name)")
        }
      }
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(files.contains("ledger.sqlite"))
    #expect(try count("findings", in: folder.ledger) == 2)
  }

  @Test func nothingOfARefusedRunIsRecorded() throws {
    let folder = try Folder()
    let ledger = try Ledger(opening: folder.ledger)
    func refused(_ stage: String, _ name: String, _ seconds: Int64) throws {
      let run = try Sample.run(stage: stage)
      let error = #expect(throws: LedgerFault.self) {
        try ledger.record(
          run, documents: [], actor: AuditActor(kind: .person, name: name), at: Instant(seconds: seconds))
      }
      #expect(error?.kind == .invalid)
    }
    try refused("later", "m.okafor", 0)
    try refused("draft", "", 0)
    try refused("draft", "m.okafor", .max)
    try refused("draft", "m.okafor", .min)
    #expect(try count("checks", in: folder.ledger) == 0)
  }

  @Test func aNulInANameDoesNotEndIt() throws {
    let folder = try Folder()
    let ledger = try Ledger(opening: folder.ledger)
    try ledger.record(
      try Sample.run(), documents: [try Sample.document("a\0b", uses: [try Sample.use(agency: "x\0y")])],
      actor: Sample.editor, at: try Sample.instant())
    #expect(try ledger.agencies() == ["x\u{FFFD}y"])
    #expect(try ledger.usage(of: "x\0y", in: try Sample.november()).rows.map(\.document.id) == ["a\0b"])
  }

  @Test func checksAreListedByTime() throws {
    let folder = try Folder()
    let ledger = try Ledger(opening: folder.ledger)
    for day in ["2026-11-22", "2026-11-20", "2026-11-21"] {
      try ledger.record(
        try Sample.run(), documents: [], actor: Sample.editor, at: try Sample.instant("\(day)T00:00:00Z"))
    }
    var seen: [Int64] = []
    try ledger.forEachCheck { seen.append($0.id) }
    #expect(seen == [2, 3, 1])
    seen = []
    try ledger.forEachCheck(
      from: try Sample.instant("2026-11-21T00:00:00Z"), to: try Sample.instant("2026-11-22T00:00:00Z")
    ) { seen.append($0.id) }
    #expect(seen == [3])
    #expect(throws: Sample.BadSample.self) { try ledger.forEachCheck { _ in throw Sample.BadSample() } }
  }

  @Test func longListsComeInPagesWithoutGaps() throws {
    let folder = try Folder()
    let ledger = try Ledger(opening: folder.ledger)
    let count = Ledger.pageLength + 3
    for index in 0..<count {
      // Three checks at each instant, so that pages end between equal times.
      try ledger.record(
        try Sample.run(policy: "p\(index)", findings: []), documents: [], actor: Sample.editor,
        at: Instant(seconds: Int64(index / 3)))
    }
    var seen: [Int64] = []
    try ledger.forEachCheck {
      seen.append($0.id)
      // The ledger may be asked in between.
      let first = try ledger.check(1)
      #expect(first != nil)
    }
    #expect(seen == (1...Int64(count)).map { $0 })
  }

  private func count(_ table: String, in path: String) throws -> Int? {
    try DatabaseQueue(path: path).read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") }
  }
}
