import Foundation
import Testing
import WireDocuments
import WireMatching
import WireRights
import WireText

@testable import Wirecheck

/// Advisories under identifiers of their own change what may be done with the items that they name.
struct AdvisoryTests {
  private static let slug = ["slug": "BEES-HIVES", "headline": "Bees leave the old harbour"]

  /// Adds each group of lines in a call of `index add` of its own; what was not matched in the last.
  @discardableResult
  private func add(_ groups: [[String]], to folder: IngestTests.Folder) throws -> [Ingest.Unmatched] {
    var unmatched: [Ingest.Unmatched] = []
    for lines in groups {
      let writer = try IndexWriter(at: folder.path, vocabulary: Scene.vocabulary.get())
      var ingest = Ingest(ItemReader(try Scene.newsroom(Scene.head()), agency: nil), into: writer)
      for document in try Scene.documents(lines) { try ingest.add(document) }
      _ = try ingest.commit()
      unmatched = ingest.tally.unmatched
    }
    return unmatched
  }

  /// Rules, levels and state of the item, for a draft that takes the story under a contract that permits it.
  private func outline(_ folder: IngestTests.Folder, now: String) throws -> [String] {
    let newsroom = try Scene.newsroom(Scene.head() + Story.contract())
    let checker = try Checker(
      newsroom, index: WireIndex(opening: folder.path), vocabulary: Scene.vocabulary.get())
    let document = try #require(try Scene.documents([Scene.json(["id": "d", "text": Story.text])]).first)
    let outcome = try checker.check(
      document, on: Occasion(now: try #require(Instant(reading: now))), excerpts: .full)
    #expect(!outcome.uses.uses.isEmpty)
    return outcome.findings.map { "\($0.rule) \($0.level.rawValue) \($0.source?.status ?? "")" }
  }

  private func item(_ fields: [String: String] = [:], _ text: String = Story.text) throws -> String {
    try Scene.item("NW-7", text, Self.slug.merging(fields) { $1 })
  }

  private func advisory(_ text: String, at hour: String, _ fields: [String: String] = [:]) throws -> String {
    let time = ["published": "2026-11-20T\(hour):00Z"]
    return try Scene.item("NW-20", text, time.merging(fields) { $1 })
  }

  /// All ways in which two lines can come.
  private func orders(_ a: String, _ b: String) -> [[[String]]] {
    [[[a, b]], [[b, a]], [[a], [b]], [[b], [a]]]
  }

  private static let releases = [
    "RELEASE: the embargo on the story slugged BEES-HIVES is lifted.",
    "Editors: the item NW-7 is released, it is cleared for immediate release.",
    "Embargo lifted: \u{201C}Bees leave the old harbour\u{201D} may now be used.",
  ]

  @Test(arguments: releases)
  func releaseLiftsAnEmbargoFromItsTimeOn(_ text: String) throws {
    let embargoes = [
      ["embargo": "2026-11-30T06:00:00Z"],
      ["ednote": "EMBARGOED until 0600 GMT, 30 November 2026"],
    ]
    for embargo in embargoes {
      for order in orders(try item(embargo), try advisory(text, at: "10:00")) {
        let folder = try IngestTests.Folder()
        try add(order, to: folder)
        #expect(try outline(folder, now: "2026-11-20T09:59:59Z") == ["WC301 error embargoed"], "\(order)")
        #expect(try outline(folder, now: "2026-11-20T10:00:00Z") == [], "\(order)")
        try add(order, to: folder)
        #expect(try outline(folder, now: "2026-11-20T10:00:00Z") == [], "added again")
      }
    }
  }

  @Test func releaseOfAnotherItemLiftsNothing() throws {
    let folder = try IngestTests.Folder()
    let release = try advisory("RELEASE: the embargo on the story slugged WASPS-2 is lifted.", at: "10:00")
    let unmatched = try add([[item(["embargo": "2026-11-30T06:00:00Z"]), release]], to: folder)
    #expect(unmatched.map(\.kind) == [.release])
    #expect(try outline(folder, now: "2026-11-20T12:00:00Z") == ["WC301 error embargoed"])
  }

  @Test func embargoThatCameLaterStands() throws {
    let folder = try IngestTests.Folder()
    let release = try advisory(Self.releases[0], at: "10:00")
    let again = try Scene.item(
      "NW-21", "EMBARGO: The story slugged BEES-HIVES is embargoed until 0600 GMT, 30 November 2026.",
      ["published": "2026-11-20T11:00:00Z"])
    try add([[item(["embargo": "2026-11-30T06:00:00Z"]), release, again]], to: folder)
    #expect(try outline(folder, now: "2026-11-20T12:00:00Z") == ["WC301 error embargoed"])
    #expect(try outline(folder, now: "2026-11-30T06:00:00Z") == [])
  }

  @Test func embargoAndHoldAreSetAndLifted() throws {
    for (text, finding) in [
      (
        "EMBARGO: The story slugged BEES-HIVES is embargoed until 0600 GMT, 30 November 2026.",
        "WC301 error embargoed"
      ),
      ("HOLD: Please withhold the story slugged BEES-HIVES.", "WC303 error withheld"),
    ] {
      for order in orders(try item(), try advisory(text, at: "09:00")) {
        let folder = try IngestTests.Folder()
        try add(order, to: folder)
        #expect(try outline(folder, now: "2026-11-20T12:00:00Z") == [finding], "\(order)")
        let release = try Scene.item("NW-30", Self.releases[1], ["published": "2026-11-20T13:00:00Z"])
        #expect(try add([[release]], to: folder).isEmpty)
        #expect(try outline(folder, now: "2026-11-20T12:00:00Z") == [finding], "\(order)")
        #expect(try outline(folder, now: "2026-11-20T13:00:00Z") == [], "\(order)")
      }
    }
  }

  /// Soft hyphens and joiners, which nobody sees, are no part of a name, whoever of the two wrote them.
  @Test(arguments: ["BEES-HIVES", "BE\u{AD}ES-HIVES", "BEES-HI\u{200D}VES"])
  func namesAreComparedWithoutInvisibleMarks(_ slug: String) throws {
    for (own, named) in [(slug, "BEES-HIVES"), ("BEES-HIVES", slug)] {
      let folder = try IngestTests.Folder()
      let hold = try advisory("HOLD: Please withhold the story slugged \(named).", at: "09:00")
      try add([[item(["slug": own]), hold]], to: folder)
      #expect(try outline(folder, now: "2026-11-20T12:00:00Z") == ["WC303 error withheld"])
    }
  }

  /// Words of an item whose text or advisory puts it under embargo are shown to nobody.
  @Test func embargoInWordsKeepsSecrets() throws {
    let folder = try IngestTests.Folder()
    let text = "EMBARGOED UNTIL 0600 GMT, 30 NOVEMBER 2026\n\(Story.text)"
    try add([[item([:], text)]], to: folder)
    let outline = try outline(folder, now: "2026-11-20T12:00:00Z")
    #expect(outline == ["WC301 error embargoed"])
  }

  @Test(arguments: [
    (
      "CORRECTION: In the story slugged WASPS-2 the number of nests was wrong. It was forty.",
      Advisory.Kind.correction
    ),
    ("EMBARGO: The story slugged WASPS-2 is embargoed until 0600 GMT, 30 November 2026.", .embargo),
    ("RELEASE: the embargo on the story slugged WASPS-2 is lifted.", .release),
    ("HOLD: Please withhold the story slugged WASPS-2.", .hold),
    ("KILL. Editors: please kill the story slugged WASPS-2.", .kill),
  ])
  func whatNamesNothingIsReported(_ text: String, _ kind: Advisory.Kind) throws {
    let folder = try IngestTests.Folder()
    let advisory = try advisory(text, at: "10:00")
    #expect(try add([[item(), advisory]], to: folder).map(\.kind) == [kind])
    let wasps = try Scene.item("NW-8", Story.own, ["slug": "WASPS-2"])
    #expect(try add([[wasps], [advisory]], to: folder).isEmpty)
  }

  @Test func restrictionHoldsForTheItemThatItNames() throws {
    let advisory = try advisory("ADVISORY: The item NW-7 is not for use in Bulgaria.", at: "10:00")
    for order in orders(try item(), advisory) {
      let folder = try IngestTests.Folder()
      try add(order, to: folder)
      #expect(try outline(folder, now: "2026-11-20T12:00:00Z") == ["WC401 error usable"], "\(order)")
    }
  }

  /// A kill that names nothing known puts what it may mean in review, until the item that it names has come.
  @Test func openKillPutsSimilarItemsInReview() throws {
    let kills = [
      try advisory("KILL. Editors: please kill this story.", at: "10:00", ["slug": "BEES-HIVES-2"]),
      try advisory(
        "KILL. Please kill the story headlined \u{201C}Bees leave old harbour in barges\u{201D}.", at: "10:00"
      ),
    ]
    let meant = try Scene.item(
      "NW-9", Story.own, ["slug": "BEES-HIVES-2", "headline": "Bees leave old harbour in barges"])
    for kill in kills {
      for order in orders(try item(), kill) {
        let folder = try IngestTests.Folder()
        try add(order, to: folder)
        #expect(try outline(folder, now: "2026-11-20T12:00:00Z") == ["WC303 warning usable"], "\(order)")
        try add([[meant]], to: folder)
        #expect(try outline(folder, now: "2026-11-20T12:00:00Z") == [], "\(order)")
      }
    }
  }

  @Test func openKillReportsWhatItMayMean() throws {
    let folder = try IngestTests.Folder()
    let kill = try advisory("KILL. Editors: please kill this story.", at: "10:00", ["slug": "BEES-HIVES-2"])
    #expect(
      try add([[item(), kill]], to: folder) == [
        Ingest.Unmatched(kind: .kill, name: "BEES-HIVES-2", similar: 1)
      ])
    let other = try IngestTests.Folder()
    let far = try item(["slug": "WASPS", "headline": "Wasps come to the new harbour"])
    #expect(try add([[far, kill]], to: other).map(\.similar) == [0])
    let later = try item(["published": "2026-11-21T08:00:00Z"])
    #expect(try add([[later, kill]], to: IngestTests.Folder()).map(\.similar) == [0])
  }

  /// The pass over an index for advisories looks at the first bytes only.
  @Test func advisoriesAreKnownByTheirFirstBytes() throws {
    var item = WireItem(agency: "northwire")
    item.slug = "\"advisory"
    #expect(!ItemAdvisory.mayBe(item.payload))
    item.advisoryKind = .kill
    #expect(ItemAdvisory.mayBe(item.payload))
    item.advisory = "Please kill"
    #expect(ItemAdvisory.mayBe(item.payload))
  }
}
