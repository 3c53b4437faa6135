import Foundation
import Testing
import WireDocuments
import WireMatching
import WireRights
import WireText

@testable import Wirecheck

/// Words of an item under embargo stand nowhere in a record, whatever the report may show.
struct EmbargoSecrecyTests {
  /// The words of the story that are of no other part of a run.
  private static let canaries = [
    "beekeepers", "dravin", "hives", "barge", "poplars", "lamps", "humming", "spokeswoman", "blossom",
    "swarms", "boardroom",
    "canarynotice", "canaryheadline",
  ]

  private func expectNoCanary(in record: RunRecord, _ comment: Comment) throws {
    let encoder = JSONEncoder()
    let json = String(decoding: try encoder.encode(record), as: UTF8.self).lowercased()
    #expect(!record.findings.isEmpty)
    for canary in Self.canaries { #expect(!json.contains(canary), comment) }
  }

  private static let embargo = ["embargo": "2026-11-30T06:00:00Z"]
  private static let wire: [[String: String]] = [
    ["text": Story.text],
    ["text": Story.text, "notice": "© 2026 Northwire. All rights reserved."],
    ["text": "\(Story.text)\n© 2026 Northwire. This canarynotice may not be published."],
    ["text": Story.text, "embargo": "until the water board has met"],
    ["text": Story.text, "embargo": ""],
  ]

  @Test(arguments: wire, ExcerptPolicy.allCases)
  func nothingOfTheItem(_ fields: [String: String], _ policy: ExcerptPolicy) throws {
    let item = try Scene.item("NW-7", Story.text, Self.embargo.merging(fields) { $1 })
    let draft = try Scene.json([
      "id": "d", "headline": "Canaryheadline on the canal",
      "text":
        "\(Story.first)\n© 2026 Northwire. This canarynotice may not be published.\n\(Story.second) \(Story.third)",
    ])
    for terms in ["", Story.contract(", duties: [{credit: [Northwire]}]")] {
      let scene = try Scene(terms, wire: [item])
      for stage in [Use.Stage.draft, .publish] {
        let record = try scene.run(draft, stage: stage, excerpts: policy)
        try expectNoCanary(in: record, "\(terms) \(stage) \(record.findings.map(\.message))")
      }
    }
  }

  @Test func theTestSeesWordsThatAreShown() throws {
    let record = try Scene(wire: [Scene.item()]).run(Story.text, excerpts: .full)
    let json = String(decoding: try JSONEncoder().encode(record), as: UTF8.self).lowercased()
    #expect(json.contains("beekeepers") && json.contains("boardroom"))
  }

  @Test func aKillDoesNotLiftTheSecrecy() throws {
    let scene = try Scene(
      wire: [
        Scene.item("NW-7", Story.text, Self.embargo),
        Scene.item("NW-7", "", ["version": "2", "status": "killed"]),
      ])
    let record = try scene.run(Story.text, excerpts: .full)
    #expect(record.outline == ["WC303 error"])
    try expectNoCanary(in: record, "killed")
  }

  @Test func wordsAreShownWhenTheEmbargoIsOver() throws {
    let scene = try Scene(wire: [Scene.item("NW-7", Story.text, Self.embargo)])
    let record = try scene.run(Story.text, now: "2026-11-30T06:00:00Z", excerpts: .full)
    #expect(record.findings.first?.source?.passages.first?.excerpt.head.hasPrefix("Beekeepers") == true)
  }

  /// A note that says the embargo again sets no other one, and none that nobody can read; one that says more does.
  @Test(
    arguments: [
      ("embargoedreason", "EMBARGO", []), ("embargoedreason", "The bank asked for it.", []),
      ("ednote", "EMBARGO: not for publication before 0600 GMT", []),
      ("ednote", "EMBARGO: not for publication before 0900 GMT", ["WC302 error"]),
      ("ednote", "EMBARGO: not for publication until further notice", ["WC302 error"]),
    ])
  func aRepeatedEmbargoEndsWithTheOneOnRecord(_ key: String, _ note: String, _ expected: [String]) throws {
    let item = try Scene.json([
      "uri": "NW-7", "version": "1", "type": "text", "embargoed": "2026-11-30T06:00:00Z", key: note,
      "versioncreated": "2026-11-29T20:00:00Z", "body_text": Story.text,
    ])
    let newsroom = try Scene.newsroom(Scene.head() + Story.contract())
    var source = try DocumentSource(bytes: Array(item.utf8), path: "item.json")
    let document = try #require(try source.next())
    let reader = ItemReader(newsroom, agency: "northwire")
    let vocabulary = try Scene.vocabulary.get()
    let items = try [document] + Scene.documents(Story.others)
    let index = try WireIndex(items: items.map { reader.read($0).item }, vocabulary: vocabulary)
    let scene = Scene(
      newsroom: newsroom, checker: try Checker(newsroom, index: index, vocabulary: vocabulary))
    let before = try scene.run(Story.text, now: "2026-11-30T05:59:59Z", excerpts: .full)
    #expect(before.findings.first?.rule.hasPrefix("WC30") == true)
    try expectNoCanary(in: before, "\(note)")
    let after = try scene.run(Story.text, now: "2026-11-30T06:00:00Z", excerpts: .full)
    #expect(after.outline == expected, "\(after.findings.map(\.message))")
  }

  @Test func aNearMissOfTheCreditIsNotQuoted() throws {
    let text = Story.text.replacing("humming alone", with: "humming (Northwine) alone")
    let scene = try Scene(
      Story.contract(", duties: [{credit: [Northwire]}]"), wire: [Scene.item("NW-7", text, Self.embargo)])
    let record = try scene.run(text, stage: .draft, excerpts: .full)
    #expect(record.outline == ["WC202 info"])
    #expect(!"\(record)".lowercased().contains("northwine"))
  }
}
