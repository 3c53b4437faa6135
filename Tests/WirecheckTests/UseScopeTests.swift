import Testing
import WireText

@testable import Wirecheck

/// Which checks tell where a document goes out, and which ask what would be.
struct UseScopeTests {
  private static let site =
    "{id: harbour-times, territories: [BG], channels: [web, newsletter], commercial: true, timezone: Europe/Sofia}"

  private func scope(
    _ channels: [String]?, _ territories: [String]? = nil, document: [String: String] = [:]
  ) throws -> UseScope {
    let draft = try Scene.json(["id": "d", "text": Story.own].merging(document) { $1 })
    let occasion = Occasion(now: Instant(seconds: 0), channels: channels, territories: territories)
    let document = try #require(try Scene.documents([draft]).first)
    return occasion.scope(of: document, try Scene(site: Self.site).newsroom.site)
  }

  @Test(
    arguments: [
      (nil, nil, UseScope.Basis.document), (["newsletter", "web"], nil, .document), (["web"], nil, .part),
      (["print"], nil, .question), (["web", "print"], nil, .question), (nil, ["RO"], .question),
      (["web"], ["BG"], .part),
    ] as [([String]?, [String]?, UseScope.Basis)])
  func basis(_ channels: [String]?, _ territories: [String]?, _ expected: UseScope.Basis) throws {
    #expect(try scope(channels, territories).basis == expected)
  }

  @Test func headlinesUnderEmbargoAreNotKept() throws {
    func title(_ fields: [String: String]) throws -> String? {
      let draft = try Scene.json(
        ["id": "d", "title": "Bees leave", "text": Story.text].merging(fields) { $1 })
      let record = try Scene(Story.contract(), wire: [Scene.item()]).run(draft)
      return try #require(record.uses.first).title
    }
    #expect(try title([:]) == "Bees leave")
    #expect(try title(["embargo": "2026-11-27T12:00:00Z"]) == nil)
  }
}
