import Foundation
import Testing

/// How long an index keeps what agencies delivered.
@Suite struct RetentionCommandTests {
  /// Two items of Northwire and one of Meridian, one each of January, March and November.
  private static func newsroom(_ configuration: String = "") throws -> Newsroom {
    let newsroom = try Newsroom(contract: configuration, wire: nil)
    for (id, agency, month) in [
      ("NW-1", "Northwire", "01"), ("NW-3", "Northwire", "11"), ("M-2", "Meridian", "03"),
    ] {
      let text = "\(id) \(Story.paragraphs[2])"
      try newsroom.folder.write(
        "{\"id\": \"\(id)\", \"agency\": \"\(agency)\", \"published\": \"2026-\(month)-10T08:00:00Z\", "
          + "\"text\": \"\(text)\"}\n", to: "feed/\(id).jsonl")
    }
    return newsroom
  }

  private static func add(_ newsroom: Newsroom) throws -> Tool.Outcome {
    try newsroom.tool.run("index", "add", "feed", "--now", Newsroom.now)
  }

  @Test func itemsGoByAge() throws {
    let newsroom = try Self.newsroom()
    #expect(try Self.add(newsroom).output.contains("3 added"))
    let agency = try newsroom.tool.run("index", "remove", "--before", "2026-06-01", "--agency", "northwire")
    #expect(agency.output.contains("1 item from before 2026-06-01T00:00:00Z removed"))
    #expect(agency.output.contains("2 items in the index"))
    let all = try newsroom.tool.run("index", "remove", "--before", "2026-11-10T08:00:00Z", "--purge")
    #expect(all.output.contains("1 item in the index"))
    #expect(try newsroom.tool.run("index", "verify").status == 0)
    let stats = try newsroom.tool.run("index", "stats")
    #expect(stats.output.contains("removed     0") && stats.output.contains("generation  3"))
  }

  @Test func theConfigurationRefusesAndRemoves() throws {
    let newsroom = try Self.newsroom("check:\n  index-retention: 90d\n")
    let first = try Self.add(newsroom)
    #expect(first.output.contains("1 added") && first.output.contains("2 items from before the retention"))
    #expect(try Self.add(newsroom).output.contains("1 unchanged"))
    let later = try newsroom.tool.run("index", "add", "feed/NW-3.jsonl", "--now", "2027-06-01T00:00:00Z")
    #expect(later.status == 0)
    #expect(later.output.contains("removed: 1 item past the retention"))
    #expect(later.output.contains("0 items in the index"))
  }

  @Test(arguments: [[], ["--before", "soon"], ["--agency", "northwire", "x"]])
  func wrongUseIsTold(_ arguments: [String]) throws {
    let newsroom = try Self.newsroom()
    _ = try Self.add(newsroom)
    #expect(try newsroom.tool.run(["index", "remove"] + arguments).status == 2)
  }
}
