import Testing

@testable import WireRights

/// Orders in capitals without a space behind the full stop.
@Suite struct GluedOrderTests {
  private let parser: NoticeParser

  init() throws { parser = NoticeParser(try ProgramPolicies.all.get()) }

  /// Read like the same orders with spaces.
  @Test(arguments: [
    "EDITORIAL USE ONLY.NO ARCHIVES.BBC OUT.", "NO SALES.NO ARCHIVES.GULL TV OUT",
    "PAS D'ARCHIVES.FRANCE OUT",
    "KEIN VERKAUF.ZDF OUT", "SOLO USO EDITORIAL.NO VENTAS.MÉXICO OUT",
  ])
  func readsAsWithSpaces(_ text: String) {
    func rules(_ text: String) -> [String] {
      parser.parse(text).clauses.map { "\($0.effect) \($0.action) \($0.constraints)" }
    }
    let spaced = text.replacing(".", with: ". ")
    #expect(rules(text) == rules(spaced))
    #expect(rules(text).count > 1)
  }

  /// A full stop inside a name parts nothing.
  @Test(arguments: ["NO USE ON GULL.COM OR TIDE.COM", "GULL.COM OUT", "© GULL.TIDE NO SALES"])
  func keepsNames(_ text: String) {
    #expect(parser.reading(of: text).sentences.count == 1)
  }
}
