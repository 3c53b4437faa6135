import Foundation
import Testing
import WireDocuments
import WireMatching
import WireText

@testable import Wirecheck

struct IngestTests {
  /// A folder for an index with items about other things, gone after the test.
  final class Folder {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path

    init() throws {
      let reader = ItemReader(try Scene.newsroom(Scene.head()), agency: nil)
      let writer = try IndexWriter(at: path, vocabulary: Scene.vocabulary.get())
      for document in try Scene.documents(Story.others) { try writer.add(reader.read(document).item) }
      try writer.commit()
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  /// Adds lines to an index and commits, as one call of `index add`.
  @discardableResult
  private func add(
    _ lines: [String], to folder: Folder, agency: String? = nil
  ) throws -> (tally: Ingest.Tally, index: WireIndex) {
    let newsroom = try Scene.newsroom(Scene.head())
    let writer = try IndexWriter(at: folder.path, vocabulary: Scene.vocabulary.get())
    var ingest = Ingest(ItemReader(newsroom, agency: agency), into: writer)
    for document in try Scene.documents(lines) { try ingest.add(document) }
    let index = try ingest.commit()
    return (ingest.tally, index)
  }

  /// Rules and levels found in a draft that takes the story, under a contract that permits it.
  private func outline(
    _ folder: Folder, draft: String = Story.text, now: String = "2026-11-20T12:00:00Z"
  ) throws -> [String] {
    let newsroom = try Scene.newsroom(Scene.head() + Story.contract())
    let vocabulary = try Scene.vocabulary.get()
    let checker = try Checker(newsroom, index: WireIndex(opening: folder.path), vocabulary: vocabulary)
    let document = try #require(try Scene.documents([Scene.json(["id": "d", "text": draft])]).first)
    let outcome = try checker.check(
      document, on: Occasion(now: try #require(Instant(reading: now))), excerpts: .short)
    return outcome.findings.map { "\($0.rule) \($0.level.rawValue)" }
      + (outcome.uses.uses.isEmpty ? ["nothing"] : [])
  }

  @Test func addingTwiceChangesNothing() throws {
    let folder = try Folder()
    let lines = [
      try Scene.item(), try Scene.item("NW-8", "\(Story.own) \(Story.third)", Story.reserved),
      try Scene.json(["id": "NW-9", "agency": "Northwire", "text": "", "status": "killed"]),
      try Scene.item("NW-10", "KILL. Editors: please kill this story, it is wrong.", ["slug": "BEES"]),
      try Scene.item("NW-11", Story.own, ["slug": "BEES"]),
    ]
    let first = try add(lines, to: folder)
    let second = try add(lines, to: folder)
    #expect(first.tally.added > 0 && first.tally.changed == 0)
    #expect(second.tally.added == 0 && second.tally.changed == 0)
    #expect(second.tally.unchanged == first.tally.added)
    #expect(second.index.itemCount == first.index.itemCount)
  }

  @Test func newerVersionSupersedes() throws {
    let folder = try Folder()
    try add([Scene.item()], to: folder)
    let (tally, index) = try add(
      [Scene.item("NW-7", Story.text + " Corrected.", ["version": "2"])], to: folder)
    #expect(tally.added == 1)
    let entries = try index.entries(withID: "NW-7")
    #expect(entries.filter { !$0.isSuperseded }.map(\.version) == [entries.map(\.version).max()])
    #expect(try outline(folder) == [])
  }

  @Test("agencies with the same identifier do not replace or withdraw each other's items")
  func identifiersOfSeveralAgencies() throws {
    let folder = try Folder()
    try add([Scene.item("77")], to: folder, agency: "northwire")
    try add([Scene.item("77", "\(Story.own) \(Story.own)")], to: folder, agency: "meridian")
    #expect(try outline(folder) == [])
    let kill = try Scene.json(["id": "77", "version": "2", "status": "killed", "text": ""])
    try add([kill], to: folder, agency: "meridian")
    #expect(try outline(folder) == [])
    let index = try add(
      [Scene.item("77", Story.text + " Corrected.", ["version": "2"])], to: folder, agency: "northwire"
    ).index
    #expect(try index.entries(withID: "77").count == 2 && index.entries(withID: "meridian:77").count == 2)
    // Whose kill it is, nobody knows: it is believed.
    try add([Scene.json(["id": "77", "version": "3", "status": "killed", "text": ""])], to: folder)
    #expect(try outline(folder) == ["WC303 error"])
  }

  private static let kills: [[String: String]] = [
    ["version": "2", "status": "killed"],
    ["version": "1", "status": "killed"],
    ["status": "killed"],
    ["status": "killed", "updated": "2026-11-19T08:00:00Z"],
    ["status": "killed", "updated": "2026-11-19T10:00:00Z"],
    ["version": "2", "status": "withheld"],
    ["version": "2", "status": "killed", "text": "Editors: this item was withdrawn."],
    ["version": "1", "status": "killed", "text": "Editors: this item was withdrawn."],
  ]

  @Test(arguments: kills)
  func killIsFoundBeforeAndAfterItsItem(_ fields: [String: String]) throws {
    let kill = try Scene.json(["id": "NW-7", "agency": "Northwire", "text": ""].merging(fields) { $1 })
    for versioned in [true, false] {
      let item =
        try versioned ? Scene.item() : Scene.json(["id": "NW-7", "agency": "Northwire", "text": Story.text])
      for order in [[item, kill], [kill, item, kill], [item, kill, item]] {
        let folder = try Folder()
        for line in order { try add([line], to: folder) }
        #expect(try outline(folder) == ["WC303 error"], "\(order)")
      }
    }
  }

  /// A senator who calls on the house to kill a bill withdraws no item; an editors' note at the head of one does.
  @Test func wordsOfAStoryWithdrawNothing() throws {
    let newsroom = try Scene.newsroom(Scene.head())
    let reader = ItemReader(newsroom, agency: "northwire")
    let story = (0..<30).map { "The ferry left quay \($0) at noon." }.joined(separator: "\n")
    let kill = "KILL. Editors: kill this story, it is wrong. A kill is mandatory."
    let headline = "Senator calls on house to kill this story of a tax"
    let texts = [kill, kill + "\n" + story, story + "\n" + kill, headline + "\n" + story]
    let states = try Scene.documents(texts.map { try Scene.item("NW-1", $0) }).map {
      reader.read($0).record.status
    }
    #expect(states == [.canceled, .canceled, .usable, .usable])
  }

  /// A picture that may not be used leaves the story beside it as it is, and whose it is says nothing of the story.
  @Test func termsOfAPictureAreNotTheStorys() throws {
    let json = #"""
      {"uri": "u", "type": "text", "body_text": "The ferry left quay seven at noon.", "usageterms": "Editorial use only",
       "associations": {"main": {"type": "picture", "copyrightholder": "Northwire", "usageterms": "Not for web"}}}
      """#
    var source = try DocumentSource(bytes: Array(json.utf8), path: "a.json")
    let document = try #require(try source.next())
    let record = ItemReader(try Scene.newsroom(Scene.head()), agency: nil).read(document).record
    #expect(record.rights.map(\.text) == ["Editorial use only"] && record.agency.isEmpty)
  }

  @Test func laterVersionLiftsHoldAndKill() throws {
    for status in ["withheld", "killed"] {
      let folder = try Folder()
      try add(
        [Scene.item(), Scene.item("NW-7", Story.text, ["version": "2", "status": status])], to: folder)
      #expect(try outline(folder) == ["WC303 error"])
      try add([Scene.item("NW-7", Story.text, ["version": "3"])], to: folder)
      #expect(try outline(folder) == [])
    }
  }

  /// An agency's system that has not released an item, or put it away, gives no leave to use it.
  @Test(arguments: ["draft", "pending", "private", "trash", "expired"])
  func whatIsNotReleasedIsHeld(_ status: String) throws {
    let line = try Scene.item("NW-7", Story.text, ["status": status])
    let folder = try Folder()
    try add([line], to: folder, agency: "northwire")
    #expect(try outline(folder) == ["WC303 error"])
  }

  /// A newsroom's own drafts hold nothing back, and a word that nobody knows says nothing.
  @Test func otherStatesHoldNothing() throws {
    for (status, agency) in [("draft", "harbour-times"), ("routine", "northwire")] {
      let folder = try Folder()
      try add([Scene.item("NW-7", Story.text, ["status": status])], to: folder, agency: agency)
      #expect(try !outline(folder).contains("WC303 error"))
    }
  }

  @Test func whatIsScheduledWaitsForItsTime() throws {
    let folder = try Folder()
    let fields = ["status": "scheduled", "published": "2026-11-30T06:00:00Z"]
    try add([Scene.item("NW-7", Story.text, fields)], to: folder, agency: "northwire")
    #expect(try outline(folder) == ["WC301 error"])
    #expect(try outline(folder, now: "2026-11-30T06:00:00Z") == [])
  }

  @Test func anEmbargoThatANewerVersionLeavesOutIsTold() throws {
    let folder = try Folder()
    try add([Scene.item("NW-7", Story.text, ["embargo": "2026-11-30T06:00:00Z"])], to: folder)
    #expect(try outline(folder) == ["WC301 error"])
    #expect(try outline(folder, now: "2026-11-30T06:00:00Z") == [])
    try add([Scene.item("NW-7", Story.text, ["version": "2"])], to: folder)
    #expect(try outline(folder) == ["WC302 warning"])
    #expect(try outline(folder, now: "2026-11-30T06:00:00Z") == [])
    // The agency says so.
    let release = [
      "version": "3", "ednote": "RELEASE: the embargo is lifted.", "published": "2026-11-19T11:00:00Z",
    ]
    try add([Scene.item("NW-7", Story.text, release)], to: folder)
    #expect(try outline(folder) == [])
  }

  @Test func embargoWithoutTextChangesItsItem() throws {
    let folder = try Folder()
    try add([Scene.item()], to: folder)
    try add([Scene.item("NW-7", "", ["version": "2", "embargo": "2026-11-30T06:00:00Z"])], to: folder)
    #expect(try outline(folder) == ["WC301 error"])
  }

  @Test(arguments: ["1", "20261119080000", "9223372036854775807"], [true, false])
  func killByLinkReachesItemsOfAnyVersion(_ version: String, _ isFirst: Bool) throws {
    let folder = try Folder()
    let kill = try Scene.item("NW-20", "Editors: see below.", ["published": "2026-11-19T09:00:00Z"])
    let item = try Scene.item("NW-7", Story.text, ["version": version])
    for lines in isFirst ? [[kill], [item, kill]] : [[item], [kill]] {
      let writer = try IndexWriter(at: folder.path, vocabulary: Scene.vocabulary.get())
      var ingest = Ingest(ItemReader(try Scene.newsroom(Scene.head()), agency: nil), into: writer)
      for var document in try Scene.documents(lines) {
        // The advisory itself is usable; what it does is in its link.
        if document.id == "NW-20" { document.links = [ItemLink(.kills, id: "NW-7")] }
        try ingest.add(document)
      }
      _ = try ingest.commit()
      #expect(ingest.tally.unmatched.map(\.name) == (lines == [kill] && isFirst ? ["NW-7"] : []))
    }
    #expect(try outline(folder) == ["WC303 error"])
  }

  @Test func killBySlugReachesItsAgencysItemsOnly() throws {
    let folder = try Folder()
    let advisory = "KILL. Editors: please kill the story slugged BEES, it is wrong."
    let (tally, index) = try add(
      [
        Scene.item("NW-7", Story.text, ["slug": "BEES"]),
        Scene.item("ME-7", Story.own, ["slug": "bees", "agency": "Meridian News Service"]),
        Scene.item("NW-9", advisory, ["slug": "bees", "published": "2026-11-19T09:00:00Z"]),
      ], to: folder)
    #expect(tally.unmatched.isEmpty && tally.withdrawals == 1)
    #expect(try outline(folder) == ["WC303 error"])
    #expect(try index.entries(withID: "ME-7").count == 1)
  }

  @Test func advisoriesThatNameNothingAreReported() throws {
    let advisory = "KILL. Editors: please kill this story, it is wrong."
    let (tally, _) = try add(
      [
        Scene.item("NW-8", advisory, ["slug": "NOT-THERE"]), Scene.item("NW-9", advisory),
        Scene.item("NW-7", Story.text, ["slug": "OTHER"]),
      ], to: try Folder())
    #expect(Set(tally.unmatched.map(\.name)) == ["NOT-THERE", "NW-9"])
  }

  /// “For release” over an item is about the item itself, unless it names another.
  @Test func aReleaseOverAnItemSpeaksOfTheItem() throws {
    let copy =
      "The ferry line from Ormsby to the islands opened on Monday, and nine fishermen came to see the boat leave the harbour at noon with flags and a band."
    let (tally, _) = try add(
      [
        Scene.item("NW-8", "FOR IMMEDIATE RELEASE\n\n" + copy, [:]),
        Scene.item("NW-9", "For release: 3 December 2026, 10 a.m.\n\n" + copy, [:]),
      ], to: try Folder())
    #expect(tally.unmatched.isEmpty)
    let (other, _) = try add(
      [Scene.item("NW-10", "The embargo on the story slugged LOST-BOAT is lifted.\n\n" + copy, [:])],
      to: try Folder())
    #expect(other.unmatched.map(\.name) == ["NW-10"])
  }

  @Test func emptyDocumentsAndNamelessItemsAreCounted() throws {
    let (tally, index) = try add(
      [Scene.json(["id": "a", "text": ""]), Scene.json(["id": "b", "text": Story.own])], to: try Folder())
    #expect(tally.empty == 1 && tally.withoutAgency == 1 && index.itemCount == 1 + Story.others.count)
  }

  @Test func textsFromStandardInputDoNotReplaceEachOther() throws {
    let documents = try ["one", "two"].map { word in
      try #require(try Scene.documents([Scene.json(["text": "\(Story.own) \(word)"])], path: "-").first)
    }
    #expect(Set(documents.map(ItemReader.id)).count == 2)
  }
}

/// That what an ingest does is seen at once, or not at all.
@Suite struct IngestCommitTests {
  @Test func anItemAndTheKillThatNamesItAreOneCommit() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("ingest-\(UUID().uuidString)")
      .path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let newsroom = try Scene.newsroom(Scene.head())
    let writer = try IndexWriter(at: path, vocabulary: try Scene.vocabulary.get())
    var ingest = Ingest(ItemReader(newsroom, agency: "northwire"), into: writer)
    let kill = try Scene.json([
      "id": "KILL-1", "status": "canceled", "version": "1", "published": "2026-11-19T09:00:00Z",
      "headline": "Kill NW-7", "text": "Editors: kill NW-7.",
    ])
    for document in try Scene.documents([Scene.item("NW-7", Story.text), kill]) { try ingest.add(document) }
    let index = try ingest.commit()
    #expect(index.generation == 1)
    #expect(try index.entries(withID: "NW-7").count == 2)
    try WireIndex(opening: path).verify()
  }
}
