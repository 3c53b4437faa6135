import Foundation
import Testing
import WireDocuments
import WireMatching
import WireText

@testable import Wirecheck

/// Words that several sources have: whose they are, and who had them first.
struct OriginTests {
  private static let copied = "\(Story.first) \(Story.second)\n\n\(Story.own)\n"
  private static let early = "2026-11-18T08:00:00Z"
  private static let late = "2026-11-19T18:00:00Z"

  /// A story of the newsroom's archive.
  private static func own(_ text: String, at time: String?) throws -> String {
    var fields = ["id": "HT-3", "version": "1", "agency": "harbour-times", "text": text]
    fields["published"] = time
    return try Scene.json(fields)
  }

  /// A scene in which some items are the newsroom's own.
  private static func checker(_ wire: [String], own: [String]) throws -> Checker {
    let newsroom = try Scene.newsroom(Scene.head())
    let agencies = ItemReader(newsroom, agency: nil)
    let archive = ItemReader(newsroom, agency: "harbour-times")
    let items =
      try Scene.documents(wire + Story.others).map { agencies.read($0).item }
      + Scene.documents(own).map { archive.read($0).item }
    let vocabulary = try Scene.vocabulary.get()
    return try Checker(
      newsroom, index: WireIndex(items: items, vocabulary: vocabulary), vocabulary: vocabulary)
  }

  private static func outcome(_ checker: Checker, _ draft: String = copied) throws -> Checker.Outcome {
    let document = try #require(try Scene.documents([Scene.json(["id": "d", "text": draft])]).first)
    return try checker.check(
      document, on: Occasion(now: try #require(Instant(reading: "2026-11-20T12:00:00Z"))))
  }

  @Test(
    "the newsroom's copy of an agency's story does not hide the agency, unless it was there before it",
    arguments: [(late, ["WC101", "WC108"]), (nil, ["WC101", "WC108"]), (early, ["WC108"])])
  func ownCopy(_ time: String?, _ expected: [String]) throws {
    // The newsroom's story holds more of the draft's words than the agency's.
    let checker = try Self.checker(
      [Scene.item("NW-7", "\(Story.first) \(Story.second)", Story.prohibiting)],
      own: [Self.own(Self.copied, at: time)])
    let outcome = try Self.outcome(checker)
    #expect(outcome.findings.map(\.rule).sorted() == expected)
    #expect(outcome.findings.allSatisfy { $0.source?.item == "NW-7" && $0.source?.alsoIn == ["HT-3"] })
    #expect(outcome.uses.uses.isEmpty == (time == Self.early))
  }

  @Test("words that an agency had in an earlier version are the agency's")
  func earlierVersion() throws {
    let text = "\(Story.first) \(Story.second)"
    let checker = try Self.checker(
      [
        Scene.item("NW-7", "\(text) \(Story.third)", Story.prohibiting.merging(["version": "2"]) { $1 }),
        Scene.item("NW-7", text, ["published": "2026-11-17T08:00:00Z"]),
      ], own: [Self.own(Self.copied, at: Self.early)])
    let finding = try #require(try Self.outcome(checker).findings.first { $0.rule == "WC101" })
    #expect(finding.source?.version == "2")
    #expect(finding.source?.alsoIn.sorted() == ["HT-3", "NW-7 version 1"])
  }

  @Test("an item under a kill is never taken for the newsroom's")
  func killed() throws {
    let checker = try Self.checker(
      [Scene.item("NW-7", Story.text, ["ednote": "KILL: please kill this story."])],
      own: [Self.own(Self.copied, at: Self.early)])
    #expect(try Self.outcome(checker).findings.map(\.rule).contains("WC303"))
  }

  @Test("two agencies with the same words are named in order of time")
  func twoAgencies() throws {
    let release = try Scene.json([
      "id": "MN-2", "agency": "Meridian News Service", "published": Self.early, "text": Story.text,
    ])
    let scene = try Scene(wire: [Scene.item("NW-7", Story.text, Story.reserved), release])
    let finding = try #require(try scene.run(Self.copied).findings.first { $0.rule == "WC108" })
    let (first, second) = (finding.message.range(of: "MN-2"), finding.message.range(of: "NW-7"))
    #expect(try #require(first).lowerBound < #require(second).lowerBound)
    #expect(finding.level == .info && finding.fact?.contains(Self.early) == true)
  }

  @Test("the source that the document names decides, if it has all the words")
  func namedSource() throws {
    let text = "\(Story.first) \(Story.second)"
    func sources(_ meridian: String) throws -> [String?] {
      let other = try Scene.json(["id": "MN-2", "agency": "Meridian News Service", "text": meridian])
      let scene = try Scene(Story.contract(), wire: [Scene.item("NW-7", text), other])
      var items: [String?] = []
      for credit in ["Northwire", "Meridian"] {
        let draft = try Scene.json(["id": "d", "source": credit, "text": Self.copied])
        let findings = try scene.run(draft, path: "draft.jsonl").findings
        #expect(!findings.map(\.rule).contains("WC108") || meridian != text)
        items.append(findings.first { $0.rule == "WC103" }?.source?.item)
      }
      return items
    }
    let (whole, part) = (try sources(text), try sources(Story.first))
    #expect(whole == [nil, "MN-2"])
    #expect(part == [nil, nil])
  }

  @Test("of items with the same words the first by time decides, in whatever order they were added")
  func firstDecides() throws {
    let early = ["agency": "Meridian News Service", "published": Self.early]
    let late = ["published": Self.late]
    let items = [
      try Scene.json(["id": "MN-2", "text": Story.text].merging(early) { $1 }),
      try Scene.item("NW-7", Story.text, late),
    ]
    for wire in [items, items.reversed()] {
      let findings = try Scene(Story.contract(), wire: wire).run(Self.copied).findings
      #expect(findings.first { $0.rule == "WC103" }?.source?.item == "MN-2")
    }
  }

  @Test(
    "an agency that the text names decides, in whatever order items were added",
    arguments: [
      "(Northwire) — \(copied)", "\(copied)\nSource: Northwire\n", "By Ada Vell, Northwire\n\n\(copied)",
    ])
  func namedInText(_ draft: String) throws {
    let other = try Scene.json([
      "id": "MN-2", "agency": "Meridian News Service", "published": Self.early, "text": Story.text,
    ])
    let items = [other, try Scene.item("NW-7", Story.text, ["published": Self.late])]
    for wire in [items, items.reversed()] {
      let record = try Scene(Story.contract(), wire: wire).run(draft)
      #expect(record.uses.flatMap(\.uses).map(\.item) == ["NW-7"] && record.verdict != .block)
    }
  }

  @Test(
    "a kill, an embargo and a correction hold for the words also where another item of the agency has them",
    arguments: [
      (["ednote": "KILL: please kill this story."], "WC303"),
      (["embargo": "2027-01-01T00:00:00Z"], "WC301"),
      (["version": "2", "text": Story.text.replacing("four hundred", with: "fourteen")], "WC304"),
    ])
  func warnedBeside(_ order: [String: String], _ rule: String) throws {
    let digest = try Scene.item("NW-9", "\(Story.text)\n\n\(Story.own)", ["published": Self.early])
    let story = ["published": Self.late].merging(order) { $1 }
    let first = try Scene.item("NW-7", Story.text, ["version": "1", "published": Self.late])
    let later = try Scene.item("NW-7", story["text"] ?? Story.text, ["version": "2"].merging(story) { $1 })
    for wire in [[digest, first, later], [first, later, digest]] {
      let record = try Scene(Story.contract(), wire: wire).run("\(Story.text)\n")
      #expect(record.findings.map(\.rule).contains(rule))
      #expect(record.uses.flatMap(\.uses).count == 1)
    }
  }

  @Test(
    "what came out before the item is not from it, unless it was changed since or the item has an earlier version",
    arguments: [
      (["published": early], [String: String](), ["WC108"]), (["published": late], [:], ["WC103"]),
      ([:], [:], ["WC103"]),
      (["published": early, "updated": late], [:], ["WC103"]),
      (["published": early], ["version": "3"], ["WC103"]),
      (["published": early], ["status": "killed"], ["WC303"]),
      (["published": early], ["embargo": "2027-01-01T00:00:00Z"], ["WC301"]),
    ])
  func publishedBefore(_ times: [String: String], _ item: [String: String], _ expected: [String]) throws {
    let draft = try Scene.json(["id": "d", "text": Self.copied].merging(times) { $1 })
    let scene = try Scene(wire: [Scene.item("NW-7", Story.text, Story.reserved.merging(item) { $1 })])
    let record = try scene.run(draft, isArchive: true)
    #expect(record.findings.map(\.rule) == expected)
    #expect(record.uses.isEmpty == (expected == ["WC108"]))
    if expected == ["WC108"] {
      #expect(
        record.findings.first?.message.contains("the document (\(Self.early)), then Northwire item") == true)
    }
    // A draft that is not published yet cannot say so of itself.
    #expect(try !scene.run(draft).findings.map(\.rule).contains("WC108"))
  }

  @Test("an agency with the words in an earlier item is named first, and how many are meant is said")
  func earlierItemOfTheAgency() throws {
    let part = "\(Story.first) \(Story.second)"
    let wire = try [
      Scene.item("NW-7", part, ["published": Self.early]),
      Scene.item("NW-9", Story.text, Story.reserved.merging(["published": Self.late]) { $1 }),
    ]
    let other = try Scene.json([
      "id": "MN-2", "agency": "Meridian News Service", "published": "2026-11-18T09:00:00Z", "text": part,
    ])
    let draft = "\(Story.text)\n\n\(Story.own)\n"
    let finding = try #require(
      try Scene(wire: wire + [other]).run(draft).findings.first { $0.rule == "WC108" })
    #expect(finding.source?.item == "NW-9" && finding.fact?.contains("NW-7") == true)
    #expect(finding.message.hasPrefix("at least half of "))
    #expect(try !Scene(wire: wire).run(draft).findings.map(\.rule).contains("WC108"))
  }

  @Test("versions of one story are one source")
  func family() throws {
    let scene = try Scene(
      wire: [
        Scene.item("NW-7", Story.text, Story.reserved),
        Scene.item("NW-7", "\(Story.text) More follows.", Story.reserved.merging(["version": "2"]) { $1 }),
      ])
    #expect(try scene.run(Self.copied).outline == ["WC103 error"])
  }
}
