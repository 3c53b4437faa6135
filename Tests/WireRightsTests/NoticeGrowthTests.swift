import TestSupport
import Testing
import WireText

@testable import WireRights

/// The time to find the notices of a text grows with the text, not with the square of it.
struct NoticeGrowthTests {
  private static let parser = Result { NoticeParser(try NoticePolicies()) }

  @Test(
    arguments: [
      "permitted in Norway, Sweden, ", "may not be published in Norway and ", "no use by the strangers ",
    ])
  func theTimeIsLinear(_ part: String) throws {
    let parser = try Self.parser.get()
    let growth = Growth.ofFourTimes(8000 / part.utf8.count) { count in
      let text = Array(String(repeating: part, count: count).utf8)
      _ = parser.notices(in: text, paragraphs: [TextRange(0, text.count)])
    }
    #expect(growth < Growth.most)
  }
}
