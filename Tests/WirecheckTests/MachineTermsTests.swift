import Testing
import WireRights

@testable import Wirecheck

/// Vocabularies for machines, each read as its specification says.
@Suite struct MachineTermsTests {
  private static func statements(_ text: String) throws -> [RightsStatement] {
    let expressions = try Scene.newsroom(Scene.head() + "\n").expressions
    return try #require(expressions.statements(file: text))
  }

  private static func rsl(_ licence: String) -> String {
    #"<rsl xmlns="https://rslstandard.org/rsl"><content url="/">\#(licence)</content></rsl>"#
  }

  private static func xmp(_ properties: String) -> String {
    #"""
    <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" \#
    xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/" \#
    xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"><rdf:Description>\#(properties)</rdf:Description>\#
    </rdf:RDF></x:xmpmeta>
    """#
  }

  /// RSL is about automated processing: whatever it permits or prohibits, people’s publishing is no part of it.
  @Test(arguments: [
    #"<license><permits type="usage">all</permits><payment type="free"/></license>"#,
    #"<license><prohibits type="geo">NO</prohibits></license>"#,
    #"<license><permits type="user">personal</permits><prohibits type="usage">all</prohibits></license>"#,
  ])
  func termsForCrawlersArePartOfNoPublication(_ licence: String) throws {
    let clauses = try Self.statements(Self.rsl(licence)).flatMap(\.clauses)
    #expect(!clauses.isEmpty)
    let machines: Set<Action> = [.tdm, .trainAI, .aiInput, .index]
    #expect(clauses.allSatisfy { machines.contains($0.action) })
  }

  /// The address of a site stands for all of it, unless the file is about several sites.
  @Test(arguments: [
    ("https://gull.example/", "", nil as String?), ("https://gull.example", "", nil),
    ("https://gull.example/*", "", nil),
    ("https://gull.example/sports/", "", "location:https://gull.example/sports/"),
    ("https://gull.example/", "https://tern.example/", "location:https://gull.example/"),
  ])
  func addressesOfSites(_ url: String, _ other: String, _ target: String?) throws {
    let more = other.isEmpty ? "" : #"<content url="\#(other)"><license/></content>"#
    let licence = #"<license><prohibits type="usage">ai-train</prohibits></license>"#
    let content = #"<content url="\#(url)">\#(licence)</content>\#(more)"#
    let clauses = try Self.statements(#"<rsl xmlns="https://rslstandard.org/rsl">\#(content)</rsl>"#)
      .flatMap(\.clauses)
    #expect(clauses.first?.target == target)
  }

  @Test func placesOfSeveralElementsAddToEachOther() throws {
    let places = #"<permits type="geo">NO</permits><permits type="geo">SE</permits>"#
    let clauses = try Self.statements(
      Self.rsl(#"<license><permits type="usage">search</permits>\#(places)</license>"#)
    ).flatMap(\.clauses)
    let limits = Set(clauses.flatMap(\.constraints).map { "\($0.comparison.rawValue) \($0.value)" })
    #expect(limits == ["eq NO|SE", "neq NO|SE"])
  }

  @Test func manyPlacesAreReadSoon() throws {
    let place = #"<permits type="geo">NO SE</permits>"#
    let many = (0..<20_000).map { "X\($0)" }.joined(separator: " ")
    let clock = ContinuousClock()
    let spent = try clock.measure {
      _ = try Self.statements(Self.rsl("<license>\(String(repeating: place, count: 8000))</license>"))
      let found = try Self.statements(
        Self.rsl(#"<license><permits type="geo">\#(many)</permits></license>"#))
      #expect(found.allSatisfy { !$0.residue.isEmpty })
    }
    #expect(spent < .seconds(20))
  }

  @Test func allUsesOfRSLAreThoseOfMachines() throws {
    let clauses = try Self.statements(
      Self.rsl(#"<license><permits type="usage">all</permits></license>"#)
    ).flatMap(\.clauses)
    #expect(clauses.map(\.action) == [.tdm, .trainAI, .aiInput, .index])
    #expect(clauses.allSatisfy { $0.effect == .permit && $0.condition == .none })
  }

  @Test(arguments: [
    ("<plus:LicenseEndDate>2026-06-30</plus:LicenseEndDate>", "time-after=2026-06-30"),
    ("<plus:LicenseStartDate>2026-07-01</plus:LicenseStartDate>", "time-before=2026-07-01"),
  ])
  func datesOfPLUSLimitTheUse(_ property: String, _ limit: String) throws {
    let clauses = try Self.statements(Self.xmp(property)).flatMap(\.clauses)
    #expect(clauses.map(\.effect) == [.prohibit] && clauses.map(\.action) == [.use])
    #expect(clauses.flatMap(\.constraints).map { "\($0.kind.rawValue)=\($0.value)" } == [limit])
  }

  @Test(arguments: [
    "<plus:LicenseEndDate>summer</plus:LicenseEndDate>",
    "<plus:TermsAndConditionsURL>https://gull.example/terms</plus:TermsAndConditionsURL>",
    "<xmpRights:WebStatement>https://gull.example/rights</xmpRights:WebStatement>",
  ])
  func whatPLUSLeavesOpenIsTold(_ property: String) throws {
    #expect(try Self.statements(Self.xmp(property)).contains { !$0.residue.isEmpty })
  }

  /// PLUS has fields of their own for where and in what a work may not be used.
  @Test(arguments: ["RegionConstraints", "MediaConstraints", "ProductOrServiceConstraints"])
  func constraintsOfPLUSAreTerms(_ name: String) throws {
    let read = try Self.statements(Self.xmp("<plus:\(name)>Not for use in Norway.</plus:\(name)>"))
    #expect(read.flatMap(\.clauses).map(\.effect) == [.prohibit])
    let unread = try Self.statements(Self.xmp("<plus:\(name)>Second tier only</plus:\(name)>"))
    #expect(unread.contains { !$0.residue.isEmpty })
  }

  @Test func textFieldsOfPLUSAreTerms() throws {
    let found = try Self.statements(
      Self.xmp(
        "<plus:CopyrightOwnerName>Gull Photo</plus:CopyrightOwnerName>"
          + "<plus:TermsAndConditionsText>No sales.</plus:TermsAndConditionsText>"
          + "<plus:CreditLineRequired>http://ns.useplus.org/ldf/vocab/CR-CCI</plus:CreditLineRequired>"))
    #expect(found.contains { $0.holder?.name == "Gull Photo" })
    #expect(found.flatMap(\.clauses).map(\.action) == [.resell])
    #expect(found.flatMap(\.duties).map(\.kind) == [.credit])
  }

  /// The text of a nested property was read once for each that holds it.
  @Test func propertiesInPropertiesAreReadOnce() throws {
    let (start, end) = ("<xmpRights:UsageTerms>", "</xmpRights:UsageTerms>")
    let nested = String(repeating: start, count: 40) + "No sales." + String(repeating: end, count: 40)
    let found = try Self.statements(Self.xmp(nested))
    #expect(found.flatMap(\.clauses).map(\.action) == [.resell])
  }

  @Test func noCreditLineIsNoDuty() throws {
    let found = try Self.statements(
      Self.xmp(
        "<plus:DataMining>http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED</plus:DataMining>"
          + "<plus:CreditLineRequired>http://ns.useplus.org/ldf/vocab/CR-NRQ</plus:CreditLineRequired>"))
    #expect(found.flatMap(\.duties).isEmpty)
  }

  @Test(arguments: [
    "Link: <https://creativecommons.org/licenses/by-nc/4.0/>; rel=\"license\"",
    "Link: <https://gull.example/2>; rel=\"next\", <https://creativecommons.org/licenses/by-nc/4.0/>; rel=license",
  ])
  func aLinkToAKnownLicenceNamesIt(_ header: String) {
    let statement = ResponseHeaders.statement(header)
    #expect(statement?.licence?.id == "https://creativecommons.org/licenses/by-nc/4.0/")
    #expect(statement?.residue.isEmpty == true)
  }

  @Test(arguments: [
    "Link: <https://gull.example/creativecommons.org/licenses/by/4.0/>; rel=\"license\"",
    "Link: <https://creativecommons.org.gull.example/licenses/by/4.0/>; rel=\"license\"",
    "Link: <https://creativecommons.org/licenses/by/4.0/>; rel=\"next\", <https://gull.example/t>; rel=\"license\"",
    "Link: <https://creativecommons.org/licenses/by/4.0/>; rel=license, <https://gull.example/t>; rel=license",
    "Link: <https://creativecommons.org/licenses/by/4.0/>; rel=license; anchor=\"https://gull.example/p\"",
  ])
  func aLinkElsewhereNamesNone(_ header: String) {
    let statement = ResponseHeaders.statement(header)
    #expect(statement?.licence == nil && statement?.residue.isEmpty == false)
  }

  @Test func anotherRelationIsNoLicence() {
    let header = "Link: <https://creativecommons.org/licenses/by/4.0/>; rel=license-of"
    #expect(ResponseHeaders.statement(header) == nil)
  }
}
