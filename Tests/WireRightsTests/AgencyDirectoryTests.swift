import Testing
import WireRights
import WireText
import WireYAML

/// Agencies by name and mark, those of a newsroom's configuration among them.
@Suite struct AgencyDirectoryTests {
  private static let kestrel = Agency(
    id: "kestrel", name: "Kestrel Financial News", aliases: ["Kestrel"], credits: ["KFN"],
    datelines: ["(Kestrel) —"], timeZone: "Europe/London")

  @Test func findsAgenciesByWholeNames() throws {
    let agencies = try ProgramPolicies.agencies.get()
    #expect(agencies.agency(named: "The Associated Press")?.id == "ap")
    #expect(agencies.agency(named: "ТАСС")?.id == "tass")
    #expect(agencies.agency(named: "Associated Newspapers") == nil)
    #expect(agencies.agency(id: "dpa")?.timeZone == "Europe/Berlin")
  }

  @Test func takesAgenciesOfAConfiguration() throws {
    let policies = try NoticePolicies(agencies: [Self.kestrel])
    let statement = NoticeParser(policies).parse("© 2026 Kestrel. All rights reserved.")
    #expect(statement.holder?.agency == "kestrel")
    #expect(statement.holder?.name == "Kestrel Financial News")
  }

  @Test(arguments: [
    ("id: ap\nname: Another Press\ntimezone: Europe/London", "exists already"),
    ("id: other\nname: Associated Press\ntimezone: Europe/London", "is also a name of `ap`"),
  ])
  func refusesAnAgencyThatIsTaken(_ yaml: String, _ message: String) throws {
    let agency = try Agency(reading: Self.field(yaml))
    let fault = #expect(throws: YAMLFault.self) { try NoticePolicies(agencies: [agency]) }
    #expect(fault?.file == "wirecheck.yaml")
    #expect(fault?.message.contains(message) ?? false)
  }

  @Test(arguments: [
    ("id: gull\nname: Gull\nzone: Europe/London", "timezone"),
    ("id: gull\nname: Gull\ntimezone: Europe/London\nalias: [G]", "alias"),
    ("[gull]", "keys and values"),
  ])
  func saysWhatIsWrongWithADescription(_ yaml: String, _ message: String) {
    let fault = #expect(throws: YAMLFault.self) { try Agency(reading: Self.field(yaml)) }
    #expect(fault?.message.contains(message) ?? false)
  }

  private static func field(_ yaml: String) throws -> YAMLField {
    YAMLField(
      name: "agencies", value: try YAMLValue(parsing: yaml, name: "wirecheck.yaml"), file: "wirecheck.yaml")
  }

  @Test(arguments: [
    ("RIGA (AP) — The river rose.", [("ap", AgencyMark.Form.dateline, "(AP) —")]),
    ("LONDON, May 4 (Reuters) - Shares fell.", [("reuters", .dateline, "(Reuters) -")]),
    ("PORT ELLEN (Kestrel) – Rye fell.", [("kestrel", .dateline, "(Kestrel) –")]),
    ("By Mara Lind, Associated Press", [("ap", .credit, "Associated Press")]),
    ("Photo: AFP / Jo Bell", [("afp", .credit, "AFP")]),
    ("The papal visit and pa and ma said nothing.", []),
    ("KFN", [("kestrel", .credit, "KFN")]),
    ("", []),
  ])
  func findsMarksOfAgencies(_ text: String, _ expected: [(String, AgencyMark.Form, String)]) throws {
    let agencies = try AgencyDirectory(adding: [Self.kestrel])
    let bytes = Array(("é. " + text).utf8)
    let marks = agencies.agencyMarks(in: bytes, range: TextRange(4, bytes.count))
    #expect(marks.map(\.agency.id) == expected.map(\.0))
    #expect(marks.map(\.form) == expected.map(\.1))
    #expect(marks.map { String(decoding: bytes[$0.range.indices], as: UTF8.self) } == expected.map(\.2))
  }

  @Test func findsMarksInBytesThatAreNoText() throws {
    let bytes: [UInt8] = [0xFF, 0xC3, 0x28] + Array("AP".utf8) + [0x20, 0xE2, 0x82]
    let marks = try ProgramPolicies.agencies.get().agencyMarks(in: bytes, range: TextRange(0, bytes.count))
    #expect(marks.map(\.range) == [TextRange(3, 5)])
  }
}
