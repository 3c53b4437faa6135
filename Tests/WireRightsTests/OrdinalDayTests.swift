import Testing
import WireRights

/// Days of dates as ordinal numbers, with the endings and signs of several languages.
@Suite struct OrdinalDayTests {
  let parser: NoticeParser

  init() throws { parser = NoticeParser(try ProgramPolicies.all.get()) }

  private func gate(_ text: String) -> String? {
    parser.parse(text).clauses.first { $0.effect == .prohibit }?
      .constraints.first { $0.kind == .timeBefore }?.value
  }

  @Test(arguments: [
    "Embargo fino al 1° maggio 2026", "Da non pubblicare prima del 1° maggio 2026",
    "Bajo embargo hasta el 1° de mayo de 2026", "Sob embargo até 1.º de maio de 2026",
    "Sob embargo até 1º de maio de 2026", "Sous embargo jusqu’au 1er mai 2026", "Sperrfrist: 1. Mai 2026",
    "Embargoed until 1st of May 2026",
  ])
  func isReadWithItsEnding(_ text: String) {
    #expect(gate(text) == "2026-05-01")
  }

  @Test func isNoNumberBeforeOtherWords() {
    #expect(gate("Embargo fino alle 10 e poi da maggio 2026") != "2026-05-10")
  }
}
