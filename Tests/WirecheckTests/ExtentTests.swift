import Testing
import WireRights

@testable import Wirecheck

/// How much a draft takes of an item, in the unit that the item's notice counts it by.
struct ExtentTests {
  private static let one = Story.first.count
  private static let two = Story.first.count + 1 + Story.second.count

  @Test(
    arguments: [
      // The words that are taken end before the full stop.
      ("You may publish up to \(one) characters of this text.", Story.first, "allow"),
      ("You may publish up to \(one - 10) characters of this text.", Story.first, "needs-review"),
      ("You may publish up to \(two) characters of this text.", "\(Story.first) \(Story.second)", "allow"),
      (
        "You may publish up to \(two - 10) characters of this text.", "\(Story.first) \(Story.second)",
        "needs-review"
      ),
      ("Up to two sentences may be published.", "\(Story.first) \(Story.second)", "allow"),
      ("Up to one sentence may be published.", "\(Story.first) \(Story.second)", "needs-review"),
      ("Up to two sentences may be published.", Story.text, "needs-review"),
    ])
  func aDraftIsHeldToTheUnit(_ notice: String, _ taken: String, _ outcome: String) throws {
    let scene = try Scene(wire: [try Scene.item("NW-7", Story.text, ["notice": notice])])
    let record = try scene.run("\(Story.own)\n\n\(taken)\n\nWe have asked for more.")
    #expect(record.uses.first?.uses.first?.outcome == outcome)
  }
}
