import Testing
import WireRights
import WireText

/// Words of notices that look like terms and from which nothing could be read.
@Suite struct NoticeResidueTests {
  let parser: NoticeParser

  init() throws { parser = NoticeParser(try ProgramPolicies.all.get()) }

  private static let house = """
    Onward conveyance hereof is subject to the forbearances of the Third Schedule, save as therein excepted, and \
    subscribers shall govern themselves accordingly.
    """

  /// A text, and the words of it that are residue.
  @Test(arguments: [
    ("Item supplied to correspondents of the House upon the accustomed footing. \(house)", [house]),
    (
      "© 2026 Northwire. Licensees shall observe the tariff annexed hereto. All rights reserved.",
      ["Licensees shall observe the tariff annexed hereto."]
    ),
    // What one effect governs is read, and what the other governs is not.
    (
      "This report may not be published without permission, but subscribers shall heed the tariff annexed hereto.",
      ["but subscribers shall heed the tariff annexed hereto."]
    ),
    (
      "For syndication rights, contact desk@northwire.example.",
      ["For syndication rights, contact desk@northwire.example."]
    ),
  ])
  func pointsAtTheWords(_ text: String, _ residue: [String]) {
    let statement = parser.parse(text)
    #expect(statement.isNotice)
    #expect(statement.residue.map(statement.words) == residue)
  }

  @Test(arguments: [
    "Copyright 2026 Northwire. All rights reserved. This material may not be published or broadcast.",
    "© 2026 Northwire. For syndication rights, contact desk@northwire.example.",
    "© 2026 Northwire. Northwire and the heron are registered trademarks of Northwire Ltd.",
    "© 2026 Northwire. Use of this site constitutes acceptance of our User Agreement and Privacy Policy.",
    "© 2026 Northwire. Northwire is not responsible for the content of external sites.",
    "EDITORIAL USE ONLY. NO SALES. NO ARCHIVES.",
    "She said the licensee shall pay the tariff set out in the schedule annexed hereto.",
    "The ferry was late again on Monday.",
  ])
  func leavesNothingOfWhatIsUnderstood(_ text: String) {
    let statement = parser.parse(text)
    #expect(statement.residue.map(statement.words) == [])
  }

  @Test func isFoundInABody() throws {
    let text = "HARBOUR (Northwire) — The ferry was late again on Monday.\n\n" + Self.house + "\n"
    let bytes = Array(text.utf8)
    let found = parser.notices(in: bytes, paragraphs: Paragraphs.ranges(in: bytes))
    let notice = try #require(found.first)
    #expect(found.count == 1)
    let residue = try #require(notice.statement.residue.first)
    #expect(notice.statement.words(residue) == Self.house)
    let start = notice.range.lower + residue.lower
    #expect(String(decoding: bytes[start..<(start + residue.count)], as: UTF8.self) == Self.house)
  }

  @Test(arguments: [
    "The treaty shall enter into force once both parliaments have consented, subject to the limitations of its annex.",
    "Under the bill, landlords must not raise rents beyond the terms of the tariff, subject to exceptions.",
  ])
  func staysSilentOnProse(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(parser.notices(in: bytes, paragraphs: Paragraphs.ranges(in: bytes)).isEmpty)
  }
}
