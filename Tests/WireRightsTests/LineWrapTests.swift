import Testing
import WireText

@testable import WireRights

/// Line breaks that keep a text within a width, and those that part its lines.
@Suite struct LineWrapTests {
  private static let policies = ProgramPolicies.all

  private func statement(_ text: String) throws -> RightsStatement {
    NoticeParser(try Self.policies.get()).parse(text)
  }

  private static func breaks(_ text: String) -> [Token.Gap] {
    var list = Lexer.tokens(of: text[...])
    let gaps = list.tokens.map(\.gap)
    LineWraps.unwrap(&list, of: text[...], at: 0)
    return zip(gaps, list.tokens).filter { $0.0 == .line }.map(\.1.gap)
  }

  @Test(arguments: [
    // A name goes on in the next line, and text follows it there.
    "Nothing may be copied without permission of Red\nHarbour Press.",
    "Reproduced with kind permission of the Harbour\nNews Service",
    "© 2026 Harbour Citizen, a division of\nKestrel Network Inc. All rights reserved.",
    "© Riproduzione riservata - Corriere del\nPorto",
    "Alle Rechte beim Möwe Verlag in Ormsby, auch\ndie der Übersetzung",
    // Hangul has spaces between words.
    "저작권자 ⓒ '바다를 보는 눈과 바다를 듣는 귀의 모임'\n갈매기닷컴(gull.example), 무단전재 금지",
  ])
  func whatDidNotFitGoesOn(_ text: String) { #expect(Self.breaks(text) == [.space]) }

  @Test(arguments: [
    // Short lines, and lines into which the next word would have fitted.
    "No sales\nno archives", "© 2019 Kestrel Print\nJo Bell reports from Ormsby and from the bay",
    // The next entry of a footer, and a label.
    "© 2026 Gull News and Media Company of Ormsby\nPrivacy Policy",
    "For editorial use in newspapers in Norway only\nMandatory credit: Gull News",
    "The pictures are for use by Norwegian newspapers\n© Gull News",
    // Lists.
    "Restrictions for all users of these pictures:\n- no sales",
    "1. Editorial use in newspapers in Norway\n2. No sales",
    "(a) Editorial use in newspapers of Norway\n(b) No sales",
    "EDITORIAL USE IN NEWSPAPERS IN NORWAY ONLY\nNO SALES",
    // Scripts without spaces are cut anywhere: two lines show no width.
    "未经海鸥报社书面授权许可不得转载复制摘编或者以其他任何方式使用本网站刊载的内容\n联系我们",
  ])
  func linesOfTheirOwnStayApart(_ text: String) { #expect(Self.breaks(text) == [.line]) }

  @Test func proseIsKnownByItsLines() {
    let text = """
      Nothing on these pages may be copied without
      Permission of the Harbour News Service, whether
      for a fee or not.
      Contact
      """
    #expect(Self.breaks(text) == [.space, .space, .line])
  }

  @Test func paragraphsStayApart() {
    #expect(Self.breaks("Nothing may be copied without permission of Red\n\nHarbour Press.").isEmpty)
  }

  @Test func namesAndCreditsAreOnOneLine() throws {
    let statement = try statement(
      "The stories may be copied if credited to Gull\nNews. © 2026 Gull News Agency of Ormsby and\nBay Ltd. All rights reserved."
    )
    #expect(statement.holder?.name == "Gull News Agency of Ormsby and Bay Ltd.")
    #expect(statement.holder?.asWritten == "Gull News Agency of Ormsby and\nBay Ltd.")
    #expect(statement.duties.map(\.value) == ["Gull News"])
  }

  @Test func anchorsMayBeBrokenOverLines() throws {
    let text =
      "The harbour opened on Monday, and the ferries ran until late. Please do not\nuse images of the opening."
    let bytes = Array(text.utf8)
    let parser = NoticeParser(try Self.policies.get())
    #expect(parser.policies.anchors.first(in: Array("do not\nuse images".utf8), from: 0, to: 17) == 0)
    #expect(!parser.notices(in: bytes, paragraphs: [TextRange(0, bytes.count)]).isEmpty)
  }
}
