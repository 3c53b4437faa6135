import Testing
import WireRights

/// Embargoes until the papers of a day are out.
@Suite struct EditionEmbargoTests {
  let parser: NoticeParser

  init() throws { parser = NoticeParser(try ProgramPolicies.all.get()) }

  private func gate(_ text: String) -> Constraint? {
    let statement = parser.parse(text)
    guard statement.advisory?.kind == .embargo else { return nil }
    return statement.clauses.first { $0.effect == .prohibit }?.constraints.first { $0.kind == .timeBefore }
  }

  @Test(
    arguments: [
      ("For Monday papers", .monday), ("For Monday’s papers", .monday),
      ("Frei für die Montagausgaben", .monday),
      ("Pour les journaux de samedi", .saturday), ("Per le edizioni di sabato", .saturday),
      ("Lauantain lehtiin", .saturday), ("A szombati lapokba", .saturday),
      ("Cumartesi gazeteleri için", .saturday),
      ("Do gazet sobotnich", .saturday), ("Для суботніх газет", .saturday),
      ("Pre sobotné vydania", .saturday),
      ("للنشر في صحف السبت", .saturday), ("untuk koran edisi Sabtu", .saturday),
    ] as [(String, Weekday)])
  func lastsUntilADayOfTheWeek(_ text: String, _ weekday: Weekday) throws {
    let found = try #require(gate(text))
    #expect(found.value == "XXXX-XX-XX" && found.weekday == weekday)
  }

  @Test(arguments: [
    "For AMs of Nov. 28", "Pour les éditions du samedi 28 novembre", "За броевете от 28 ноември", "供11月28日见报",
  ])
  func lastsUntilADate(_ text: String) {
    #expect(gate(text)?.value == "XXXX-11-28")
  }

  @Test(arguments: [
    "For tomorrow’s papers", "Per i giornali di domani", "Para os jornais de amanhã", "紙面解禁：28日付夕刊",
  ])
  func isOpenWhereNoDayIsNamed(_ text: String) {
    #expect(gate(text)?.value == "unknown")
  }

  /// Papers that nothing is kept for, and sentences that only speak of them.
  @Test(arguments: [
    "In Monday’s papers", "The Monday papers", "What the papers say on Monday", "For papers",
    "For Monday papers the council printed a map of the harbour.",
    "Für die Zeitungen ist Freitag ein guter Tag",
  ])
  func readsNoneInOtherWords(_ text: String) {
    #expect(gate(text) == nil)
  }
}
