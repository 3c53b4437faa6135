import Testing

@testable import WireRights

/// To whom rights belong, after verbs that name an owner only next to a word for the rights or the material.
@Suite struct OwnershipTests {
  private static let policies = ProgramPolicies.all

  @Test(arguments: [
    ("Das Urheberrecht liegt beim Seedorf Verlag.", "Seedorf Verlag"),
    ("Ophavsretten tilfalder Søholm Forlag.", "Søholm Forlag"),
    ("Les droits d'auteur appartiennent aux Éditions du Phare.", "Éditions du Phare"),
    ("Materialet tilhører Fjordposten.", "Fjordposten"),
  ])
  func rightsHaveAnOwner(_ text: String, _ owner: String) throws {
    let statement = NoticeParser(try Self.policies.get()).parse(text)
    #expect(statement.holder?.asWritten == owner)
  }

  @Test(arguments: [
    "Die Verantwortung liegt beim Finanzministerium.", "Sejren tilfalder Søholm i aften.",
    "La maison appartient à Jean Dupont.", "Ansvaret ligger hos Statnett.",
  ])
  func otherThingsHaveNone(_ text: String) throws {
    #expect(try !NoticeParser(Self.policies.get()).parse(text).isNotice)
  }
}
