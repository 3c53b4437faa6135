import TestSupport
import Testing
import WireDocuments

@testable import Wirecheck

/// Headlines of any length: the time to read an item grows with its headline, not with the square of it.
struct HeadlineGrowthTests {
  @Test(
    arguments: [
      "!", "!0", ":", "\u{2014}", " - ", "EMBARGOED UNTIL 0600 GMT MAY 5: ", "Sperrfrist:", "KILL! ", "a",
    ])
  func theTimeIsLinear(_ part: String) throws {
    let reader = ItemReader(try Scene.newsroom(Scene.head()), agency: nil)
    let growth = try Growth.ofFourTimes(3000 / part.count) { count in
      let headline = String(repeating: part, count: count)
      let documents = try Scene.documents([try Scene.item("NW-7", Story.text, ["title": headline])])
      #expect(documents.first?.headline?.isEmpty == false)
      for document in documents { _ = reader.read(document) }
    }
    #expect(growth < Growth.most)
  }
}
