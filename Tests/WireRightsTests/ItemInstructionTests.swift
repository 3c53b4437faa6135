import Testing
import WireText

@testable import WireRights

/// What an item's own instructions do to copy that a contract permits.
@Suite struct ItemInstructionTests {
  private let parser: NoticeParser

  init() throws { parser = NoticeParser(try ProgramPolicies.all.get()) }

  private static let contract = """
    - agency: northwire
      agreement: NW-2024-07
      actions: [publish, modify]
      channels: [web]
    """

  private func decide(
    _ instruction: String, _ use: Use, evidence: Evidence = Sample.credited
  ) throws -> Decision {
    var item = Sample.item()
    item.names = ["Northwire", "Northern Wire"]
    item.statements = [SourcedStatement(parser.parse(instruction), source: "ednote", isInstruction: true)]
    return try Sample.engine().decide(
      on: item, contracts: try Sample.contracts(Self.contract), use: use, evidence: evidence)
  }

  /// A bar by territory, the territory of the use, and whether it reaches it.
  @Test(arguments: [
    ("Not for use in the European Union", "BG", Outcome.violation),
    ("Not for use in the European Union", "CH", .allow),
    ("NOT FOR USE IN THE BALKANS", "BG", .violation), ("NOT FOR USE IN THE BALKANS", "RO", .needsReview),
    ("NOT FOR USE IN THE BALKANS", "SE", .allow), ("EUROPE OUT", "BG", .violation),
    ("EUROPE OUT", "CA-QC", .allow),
    ("Not for publication in Bulgaria or Greece", "GR", .violation),
    ("Not for publication in Bulgaria or Greece", "RO", .allow),
    ("Not for publication outside Bulgaria", "RO", .violation),
    ("Nicht zur Veröffentlichung in Bulgarien", "BG", .violation),
    ("Не для публикации в Болгарии", "BG", .violation),
    ("غير مخصص للاستخدام في بلغاريا", "BG", .violation), ("غير مخصص للاستخدام في بلغاريا", "RO", .allow),
    ("No use in BG, RO", "RO", .violation), ("No use in BG, RO", "GR", .allow), ("BG OUT", "BG", .violation),
    ("Bulgaria Out", "BG", .violation), ("Bulgarie exclue", "BG", .violation),
    ("Interdit en Bulgarie", "BG", .violation),
    ("Für Bulgarien gesperrt", "BG", .violation), ("Excluida Bulgaria", "BG", .violation),
    ("Vietato in Bulgaria", "BG", .violation), ("Attention Bulgarian clients: do not use", "BG", .violation),
    ("Attention Bulgarian clients: do not use", "SE", .allow),
    ("Nicht für bulgarische Kunden", "BG", .violation),
    ("For use in the EU only", "BG", .allow), ("For use in the EU only", "US", .violation),
    // Where this holds nobody knows, so that no contract outranks it.
    ("Not for use in the Levant", "BG", .needsReview),
  ])
  func barsTerritories(_ instruction: String, _ territory: String, _ expected: Outcome) throws {
    #expect(try decide(instruction, Sample.use(in: [territory])).outcome == expected)
  }

  private static let half = Extent(words: 50, sourceWords: 100, longestRun: 50, isQuoted: false)

  /// An instruction on the form of the item, and what whole, edited and half copies come to.
  @Test(arguments: [
    ("This story must not be shortened", Outcome.allow, Outcome.violation),
    ("Not to be edited", .allow, .violation), ("Text must run unedited", .allowWithDuty, .violation),
  ])
  func bindsTheForm(_ instruction: String, _ whole: Outcome, _ edited: Outcome) throws {
    #expect(try decide(instruction, Sample.use(.verbatim)).outcome == whole)
    #expect(try decide(instruction, Sample.use(.edited)).outcome == edited)
  }

  @Test func asksForTheWhole() throws {
    let note = "Must be used in full"
    #expect(try decide(note, Sample.use()).outcome == .allowWithDuty)
    let decision = try decide(note, Sample.use(extent: Self.half))
    #expect(decision.outcome == .violation)
    #expect(decision.deciding.tier == .itemRestriction)
  }

  /// A general notice in a field for instructions is no restriction of the one item.
  @Test func leavesGeneralNoticesToContracts() throws {
    let notice = "This material may not be published, broadcast, rewritten or redistributed."
    #expect(try decide(notice, Sample.use(.edited)).outcome < .violation)
  }

  /// One of the agency's names asks for the agency's credit, in whichever form it accepts.
  @Test(arguments: [
    ("Please credit Northern Wire", "By Ada Petrova, Northwire", true),
    ("Mandatory credit: Northern Wire", "By Ada Petrova, Northwire", true),
    ("Mandatory credit: Harbour Times", "By Ada Petrova, Northwire", false),
  ])
  func takesTheAgencysNamesForEachOther(_ note: String, _ byline: String, _ isMet: Bool) throws {
    let evidence = Evidence(credits: [CreditText(byline, in: .field)])
    let duties = try decide(note, Sample.use(), evidence: evidence).duties.filter { $0.kind == .credit }
    #expect(!duties.isEmpty)
    #expect(duties.allSatisfy { $0.isMet == isMet })
  }

  /// What may not be done without the credit may be done with it, in every language.
  @Test(arguments: [
    "May not be used without naming the source.",
    "This story may not be published without credit to Northwire.",
    "No part may be reproduced without acknowledgement of the source.",
    "Not to be published without the byline.",
    "Darf nicht ohne Quellenangabe veröffentlicht werden.",
    "Reproduction interdite sans mention de la source.",
    "Prohibida la reproducción sin citar la fuente.", "Riproduzione vietata senza citare la fonte.",
    "É proibida a reprodução sem citar a fonte.", "Перепечатка без ссылки на источник запрещена.",
    "Забранява се препечатването без посочване на източника.", "Kaynak gösterilmeden yayımlanamaz.",
  ])
  func whatACreditLifts(_ notice: String) throws {
    func outcome(_ evidence: Evidence) throws -> Outcome {
      var item = Sample.item(parser.parse(notice))
      item.creditForms = [CreditForm("Northwire")].compactMap { $0 }
      return try Sample.engine().decide(on: item, contracts: [], use: Sample.use(), evidence: evidence)
        .outcome
    }
    #expect(try outcome(Sample.credited) == .allowWithDuty)
    #expect(try outcome(Sample.uncredited) == .violation)
  }
}
