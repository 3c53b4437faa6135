import Foundation
import Testing
import WireText
import Wirecheck

@testable import WireLedger

@Suite struct UsageTests {
  private func ledger(in folder: Folder) throws -> Ledger { try Ledger(opening: folder.ledger) }

  private func record(
    _ documents: [DocumentUses], into ledger: Ledger, stage: String = "publish",
    site: String? = "harbour-times", complete: Bool = true, at: String = "2026-11-20T06:12:03Z"
  ) throws {
    try ledger.record(
      try Sample.run(stage: stage, site: site, complete: complete), documents: documents,
      actor: Sample.editor,
      at: try Sample.instant(at))
  }

  private func items(_ ledger: Ledger, site: String? = nil) throws -> [String] {
    try ledger.usage(of: "northwire", in: try Sample.november(), site: site).rows.map(\.use.item)
  }

  @Test func onlyChecksForPublicationCount() throws {
    let folder = try Folder()
    let ledger = try ledger(in: folder)
    try record([try Sample.document(uses: [try Sample.use(item: "A")])], into: ledger, stage: "draft")
    #expect(try items(ledger) == [])
    try record([try Sample.document(uses: [try Sample.use(item: "B")])], into: ledger)
    #expect(try items(ledger) == ["B"])
  }

  @Test func aLaterCheckOfADocumentSupersedes() throws {
    let folder = try Folder()
    let ledger = try ledger(in: folder)
    let first = [try Sample.use(item: "A"), try Sample.use(item: "B")]
    try record([try Sample.document(uses: first)], into: ledger)
    // Recorded later, but made earlier: it changes nothing.
    try record(
      [try Sample.document(uses: [try Sample.use(item: "OLD")])], into: ledger, at: "2026-11-19T00:00:00Z")
    #expect(try items(ledger) == ["A", "B"])
    // The draft stage does not supersede either.
    try record(
      [try Sample.document(uses: [])], into: ledger, stage: "draft", at: "2026-11-21T00:00:00Z")
    #expect(try items(ledger) == ["A", "B"])
    // A check after the period, under another path: the document keeps the time of its first check.
    try record(
      [try Sample.document(path: "moved.md", uses: [try Sample.use(item: "B")])], into: ledger,
      at: "2026-12-05T00:00:00Z")
    #expect(try items(ledger) == ["B"])
    let row = try #require(try ledger.usage(of: "northwire", in: try Sample.november()).rows.first)
    #expect(
      row.publishedAt == (try Sample.instant("2026-11-19T00:00:00Z")) && !row.isTimeStated && row.check == 4)
    // Of two checks at the same time the one that stands later in the ledger holds.
    try record([try Sample.document(uses: [])], into: ledger, at: "2026-12-05T00:00:00Z")
    #expect(try items(ledger) == [])
  }

  @Test func statedTimesComeFirst() throws {
    let folder = try Folder()
    let ledger = try ledger(in: folder)
    func check(_ id: String, stated: String?, at: String) throws {
      try record(
        [try Sample.document(id, publishedAt: stated, uses: [try Sample.use(item: id)])], into: ledger, at: at
      )
    }
    try check("october", stated: "2026-10-31T23:59:59Z", at: "2026-11-20T00:00:00Z")
    try check("first", stated: "2026-11-01T00:00:00Z", at: "2026-12-20T00:00:00Z")
    try check("last", stated: "2026-11-30T23:59:59Z", at: "2026-12-20T00:00:00Z")
    try check("december", stated: "2026-12-01T00:00:00Z", at: "2026-11-20T00:00:00Z")
    try check("kept", stated: "2026-11-10T00:00:00Z", at: "2026-10-20T00:00:00Z")
    try check("kept", stated: nil, at: "2026-12-20T00:00:00Z")
    #expect(try items(ledger) == ["first", "kept", "last"])
  }

  @Test func documentsAreToldApart() throws {
    let folder = try Folder()
    let ledger = try ledger(in: folder)
    let path = "export.jsonl"
    try record(
      try (1...3).map {
        try Sample.document(path, path: path, item: $0, uses: [try Sample.use(item: "i\($0)")])
      },
      into: ledger)
    #expect(try items(ledger) == ["i1", "i2", "i3"])
    try record([try Sample.document(uses: [try Sample.use(item: "A")])], into: ledger, site: "one")
    try record([try Sample.document(uses: [try Sample.use(item: "B")])], into: ledger, site: "two")
    try record([try Sample.document(uses: [try Sample.use(item: "C")])], into: ledger, site: nil)
    #expect(Set(try items(ledger)) == ["i1", "i2", "i3", "A", "B", "C"])
    #expect(try items(ledger, site: "two") == ["B"])
    #expect(try items(ledger, site: "nowhere") == [])
  }

  @Test func anItemCountsOnceInADocument() throws {
    let folder = try Folder()
    let ledger = try ledger(in: folder)
    let uses = [("2", 10), ("3", 30), ("4", 20)].map { version, words in
      Result { try Sample.use(version: version, words: words) }
    }
    try record([try Sample.document(uses: try uses.map { try $0.get() })], into: ledger)
    let statement = try ledger.usage(of: "northwire", in: try Sample.november())
    #expect(statement.rows.map(\.use.version) == ["3"])
    #expect(statement.totals.all.words == 30)
  }

  /// Records checks of one document, each of some channels with an outcome, and tells the rows of the statement.
  private func rows(_ checks: [(channels: [String], basis: UseScope.Basis, outcome: String?)]) throws
    -> [String]
  {
    let folder = try Folder()
    let ledger = try ledger(in: folder)
    for (hour, check) in checks.enumerated() {
      let scope = UseScope(channels: check.channels, territories: ["BG"], basis: check.basis)
      let uses = try check.outcome.map { [try Sample.use(outcome: $0)] } ?? []
      try record(
        [try Sample.document(scope: scope, uses: uses)], into: ledger, at: "2026-11-20T0\(hour):00:00Z")
    }
    return try ledger.usage(of: "northwire", in: try Sample.november()).rows.map {
      "\($0.channels.joined(separator: " ")) in \($0.territories.joined(separator: " ")): \($0.use.outcome)"
    }
  }

  @Test func aCheckOfOneChannelLeavesTheOthers() throws {
    let all = (["web", "newsletter"], UseScope.Basis.document, "allow" as String?)
    #expect(
      try rows([all, (["web"], .part, "violation")]) == ["web in BG: violation", "newsletter in BG: allow"])
    #expect(try rows([all, (["web"], .part, nil)]) == ["newsletter in BG: allow"])
    // What is decided alike is one use.
    #expect(try rows([all, (["web"], .part, "allow")]) == ["web newsletter in BG: allow"])
    // A later check of the whole stands in place of all.
    #expect(try rows([(["web"], .part, "violation"), all]) == ["web newsletter in BG: allow"])
    #expect(try rows([all, (["web"], .document, "violation")]) == ["web in BG: violation"])
  }

  @Test func aQuestionAboutAnotherChannelIsNoUse() throws {
    let web = (["web"], UseScope.Basis.document, "allow" as String?)
    #expect(try rows([web, (["print"], .question, "violation")]) == ["web in BG: allow"])
    #expect(try rows([(["print"], .question, "violation")]) == [])
  }

  @Test func otherAgenciesStayOut() throws {
    let folder = try Folder()
    let ledger = try ledger(in: folder)
    try record(
      [
        try Sample.document(uses: [
          try Sample.use(), try Sample.use(agency: "meridian", name: "Meridian", item: "M"),
        ])
      ],
      into: ledger)
    #expect(try items(ledger) == ["NW-0417"])
    #expect(try ledger.agencies() == ["meridian", "northwire"])
    let none = try ledger.usage(of: "nobody", in: try Sample.november())
    #expect(none.rows.isEmpty && none.totals.all.uses == 0 && none.agencyName == "nobody")
  }

  @Test func theBasisTellsHowFarTheLedgerWent() throws {
    let folder = try Folder()
    let ledger = try ledger(in: folder)
    #expect(try ledger.usage(of: "northwire", in: try Sample.november()).basis.lastCheck == nil)
    try record([], into: ledger, complete: false)
    try record([], into: ledger, stage: "draft", complete: false)
    try record([], into: ledger, complete: false, at: "2026-12-20T00:00:00Z")
    let basis = try ledger.usage(of: "northwire", in: try Sample.november()).basis
    #expect(basis.lastCheck == 3 && basis.incompleteChecks == 1)
    #expect(basis.lastCheckAt == (try Sample.instant("2026-12-20T00:00:00Z")))
  }
}
