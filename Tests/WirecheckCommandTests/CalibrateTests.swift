import Foundation
import Testing

/// `index calibrate` on a newsroom's own archive.
@Suite struct CalibrateTests {
  /// What the command prints as JSON.
  struct Told: Decodable {
    struct Row: Decodable {
      var score: Double
      var stories: Int
      var per_thousand: Double
    }
    struct Alarm: Decodable {
      var story: String
      var item: String
    }
    var stories: Int
    var drafts: Double
    var left_aside: Int
    var table: [Row]
    var alarms: [Alarm]
  }

  private static func newsroom() throws -> Newsroom {
    let newsroom = try Newsroom(wire: nil)
    func line(_ id: String, _ month: String, _ text: String) -> String {
      "{\"id\": \"\(id)\", \"published\": \"2026-\(month)-10T08:00:00Z\", \"text\": \"\(text)\"}\n"
    }
    let text = Story.paragraphs.joined(separator: " ")
    try newsroom.folder.write(
      line("NW-1", "06", text) + line("NW-2", "03", "The mole has a new lamp, and it is yellow."),
      to: "feed.jsonl")
    try newsroom.folder.write(
      line("before", "01", text) + line("between", "04", "Our own reporter counted the lamps of the harbour.")
        + line("after", "11", text) + "{\"id\": \"undated\", \"text\": \"No day stands here.\"}\n",
      to: "own.jsonl")
    #expect(try newsroom.tool.run("index", "add", "feed.jsonl", "--agency", "northwire").status == 0)
    return newsroom
  }

  @Test func storiesBeforeTheWireAreMeasured() throws {
    let newsroom = try Self.newsroom()
    let outcome = try newsroom.tool.run("index", "calibrate", "own.jsonl", "--json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let told = try JSONDecoder().decode(Told.self, from: Data(outcome.output.utf8))
    #expect(told.stories == 2 && told.drafts == 1.5 && told.left_aside == 2)
    #expect(told.alarms.map(\.story) == ["before"] && told.alarms.map(\.item) == ["NW-1"])
    #expect(told.table.first?.stories == 1 && abs((told.table.first?.per_thousand ?? 0) - 666.667) < 0.01)
    let text = try newsroom.tool.run("index", "calibrate", "own.jsonl")
    #expect(text.output.contains("At this setting: 666.7 false alarms in 1,000 drafts"))
    #expect(text.output.contains("before: item NW-1, score "))
    #expect(!text.output.contains(Story.canary))
    let innocent = try newsroom.tool.run("index", "calibrate", "own.jsonl", "--innocent", "--json")
    #expect(try JSONDecoder().decode(Told.self, from: Data(innocent.output.utf8)).alarms.count == 2)
  }

  @Test func nothingToMeasureWithIsTold() throws {
    let newsroom = try Self.newsroom()
    try newsroom.folder.write(Story.reported, to: "draft.md")
    #expect(try newsroom.tool.run("index", "calibrate", "draft.md").status == 2)
    let missing = try newsroom.tool.run("index", "calibrate", "missing", "own.jsonl")
    #expect(
      missing.status == 3 && missing.errors.contains("missing") && missing.output.contains("At this setting"))
    #expect(try newsroom.tool.run("index", "calibrate", "own.jsonl", "--index", "none").status == 3)
  }
}
