import Testing

@testable import WireRights

/// Shapes of notices that no lexicon can state: what ends a name, what an address consists of, what an adjective means.
@Suite struct NoticeShapeTests {
  private static let policies = ProgramPolicies.all

  private func statement(_ text: String) throws -> RightsStatement {
    NoticeParser(try Self.policies.get()).parse(text)
  }

  @Test(
    "digits belong to the address of a credit or a link",
    arguments: [
      ("May be republished if credited to harbour24.example.", "harbour24.example"),
      ("При цитировании обязательна ссылка на 24mayak.example.", "24mayak.example"),
      ("Przedruk z podaniem źródła: latarnia24.example.", "latarnia24.example"),
      ("При цитировании обязательна ссылка на mayak.example.", "mayak.example"),
    ])
  func addresses(_ text: String, _ address: String) throws {
    #expect(try statement(text).duties.map(\.value) == [address])
  }

  @Test(
    "a number of its own is no part of an address",
    arguments: ["Quotations of up to 24.example words are free if the source is named."])
  func numbers(_ text: String) throws {
    #expect(try statement(text).duties.map(\.value) == [nil])
  }

  @Test(
    "a rule after a name without a full stop is no part of it",
    arguments: [
      ("© 2024 Завод «Маяк» Копирование материалов сайта запрещено", "Завод «Маяк»"),
      ("© 2024 Harbour Works Copying of texts is prohibited", "Harbour Works"),
      ("©2026 Маяк Медіа Передрук матеріалів заборонено", "Маяк Медіа"),
      // An act in a name, with nothing that prohibits it.
      ("© 2024 Harbour Publishing of Gull Bay", "Harbour Publishing of Gull Bay"),
    ])
  func namesBeforeRules(_ text: String, _ holder: String) throws {
    let statement = try statement(text)
    #expect(statement.holder?.asWritten == holder)
  }

  @Test(
    "words without capitals continue a name up to the formula",
    arguments: [
      ("© 2026 Ольховская средняя школа. Все права защищены.", "Ольховская средняя школа"),
      ("© 2026 Ольховская школа. Мы рады гостям.", "Ольховская школа"),
    ])
  func namesBeforeFormula(_ text: String, _ holder: String) throws {
    #expect(try statement(text).holder?.asWritten == holder)
  }

  @Test("a bracket may follow the owner, before what it owns")
  func definedOwner() throws {
    let text = "A lap tartalma a Kikötő Hírek Alapítvány („kiadó”) szellemi tulajdona."
    #expect(try statement(text).holder?.asWritten == "Kikötő Hírek Alapítvány")
  }

  @Test(
    "exclamation marks are part of the name of a licence",
    arguments: [
      ("A szöveg Creative Commons Nevezd meg! – Ne változtasd! 3.0 licenc alatt áll.", "CC-BY-ND-3.0"),
      ("Creative Commons Nevezd meg! - Ne add el! - Így add tovább! 4.0", "CC-BY-NC-SA-4.0"),
      ("A tartalom Creative Commons licenc alatt érhető el.", "LicenseRef-CC"),
    ])
  func licences(_ text: String, _ id: String) throws {
    #expect(try statement(text).licence?.id == id)
  }

  @Test(
    "“mass” qualifies the act beside it, not what programs do or another kind of use",
    arguments: [
      ("Masowe pobieranie i scrapowanie treści są zabronione.", [Action.reproduce]),
      ("Hromadné kopírovanie, scrapovanie alebo komerčné použitie obsahu je zakázané.", [.reproduce]),
      ("Masowe kopiowanie i rozpowszechnianie treści jest zabronione.", [.reproduce, .distribute]),
    ])
  func massCopying(_ text: String, _ acts: [Action]) throws {
    let clauses = try statement(text).clauses
    let mass = clauses.filter { $0.constraints.contains { $0.kind == .count } }
    #expect(mass.map(\.action) == acts)
  }
}
