import Testing
import WireRights

@testable import Wirecheck

/// Embargoes, kills and holds that stand in the document itself; agencies and stories are invented.
struct OwnGateTests {
  private func outline(
    _ fields: [String: String] = [:], _ text: String, now: String = "2026-11-26T10:00:00Z",
    stage: Use.Stage = .publish
  ) throws -> [String] {
    let draft = try Scene.json(["id": "d", "text": text].merging(fields) { $1 })
    return try Scene().run(draft, now: now, stage: stage).outline
  }

  @Test(arguments: [
    ("2026-11-27T12:00:00Z", "2026-11-27T11:59:59Z", ["WC301 error"]),
    ("2026-11-27T12:00:00Z", "2026-11-27T12:00:00Z", []),
    // The site is in Sofia.
    ("2026-11-27T12:00:00", "2026-11-27T10:00:00Z", []),
    ("when the bell has rung", "2026-11-27T10:00:00Z", ["WC302 error"]),
  ])
  func anEmbargoInAField(_ embargo: String, _ now: String, _ expected: [String]) throws {
    #expect(try outline(["embargo": embargo], Story.own, now: now) == expected)
  }

  @Test(arguments: [
    ("EMBARGOED UNTIL 1200 GMT FRIDAY, NOVEMBER 27", ["WC301 error"]),
    ("Sperrfrist: 27. November 2026, Redebeginn", ["WC302 error"]),
    ("KILL KILL KILL Do not use this story.", ["WC303 error"]),
    ("EMBARGOED UNTIL 1200 GMT WEDNESDAY, NOVEMBER 25", []),
  ])
  func anOrderInTheText(_ order: String, _ expected: [String]) throws {
    #expect(try outline([:], "\(order)\n\n\(Story.own)") == expected)
  }

  @Test func aDraftMayBePrepared() throws {
    #expect(try outline(["embargo": "2026-11-27T12:00:00Z"], Story.own, stage: .draft) == [])
  }

  @Test func aStoryThatTellsOfOneHasNone() throws {
    let text =
      "The ministry lifted the embargo on grain, and the captain asked the crew to kill the engine. \(Story.own)"
    #expect(try outline([:], text) == [])
  }
}
