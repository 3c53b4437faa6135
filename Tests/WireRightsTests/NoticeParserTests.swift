import Testing
import WireRights
import WireText

/// What the parser says of a text, each rule with the words that say it.
@Suite struct NoticeParserTests {
  let parser: NoticeParser

  init() throws { parser = NoticeParser(try ProgramPolicies.all.get()) }

  @Test func readsACopyrightLineWithARule() throws {
    let text = """
      Copyright 2025 The Associated Press. All rights reserved. This material may not be published, \
      broadcast, rewritten or redistributed without permission.
      """
    let statement = parser.parse(text)
    #expect(statement.isNotice)
    #expect(statement.holder?.name == "Associated Press")
    #expect(statement.holder?.asWritten == "The Associated Press")
    #expect(statement.holder?.agency == "ap")
    #expect(statement.years == [2025])
    #expect(statement.allRightsReserved.map(statement.words) == "All rights reserved")
    #expect(statement.clauses.map(\.action) == [.publish, .broadcast, .rewrite, .redistribute])
    #expect(statement.clauses.allSatisfy { $0.effect == .prohibit && $0.condition == .withoutPermission })
    let words = statement.clauses.map { statement.words($0.evidence) }
    #expect(words.allSatisfy { $0.hasPrefix("This material") && text.contains($0) })
  }

  @Test(arguments: [
    "The judge ruled that the film may not be broadcast before the trial ends.",
    "Meridian told staff that copying without permission is prohibited.",
    "Your email address will not be published. Required fields are marked *",
    "Do these words say “may not be reproduced”?",
    "",
    "\u{FEFF}\u{200B}",
  ])
  func staysSilentOnProse(_ text: String) {
    #expect(!parser.parse(text).isNotice)
  }

  @Test func keepsExactBytesBeyondASCII() throws {
    let text = "😀 © 2024 Éditions Ńorthwire Ltd. — All rights reserved."
    let statement = parser.parse(text)
    #expect(statement.holder?.asWritten == "Éditions Ńorthwire Ltd.")
    let range = try #require(statement.holder?.range)
    #expect(statement.words(range) == "Éditions Ńorthwire Ltd.")
  }

  @Test func takesLongInputInLinearTime() {
    let text = String(repeating: "may not be ", count: 20_000)
    #expect(parser.parse(text).clauses.isEmpty)
  }
}
