import Testing

@testable import WireRights

/// Copyright lines whose holder is followed by the number of a register, or written without capitals but the first.
@Suite struct RegisteredHolderTests {
  private static let policies = ProgramPolicies.all

  @Test(arguments: [
    ("© Björkdal AB, org.nr 556677-8899, 2024. Alla rättigheter förbehållna.", "Björkdal AB", [2024]),
    ("© Bøgeskov A/S · CVR 12345678 · 2024", "Bøgeskov A/S", [2024]),
    ("© Seedorf AG, 80539 Birkenhof, 2019", "Seedorf AG", []),
    ("© 2023 Seedorf AG, HRB 2019", "Seedorf AG", [2023]),
  ])
  func numbersAreNoYears(_ text: String, _ holder: String, _ years: [Int]) throws {
    let statement = NoticeParser(try Self.policies.get()).parse(text)
    #expect(statement.holder?.asWritten == holder)
    #expect(statement.years == years)
  }

  @Test(arguments: [
    ("© 2024 Bjørkeli vegvesen. Alle rettigheter reservert.", "Bjørkeli vegvesen"),
    ("© Bjørkeli kommune", "Bjørkeli kommune"),
    ("© Direktoratet for havbruk og fiske 2024", "Direktoratet for havbruk og fiske"),
    ("© 2024 Bjørkeli AS. Må ikke kopieres.", "Bjørkeli AS"),
    ("© 2024 Harbour Press all rights reserved", "Harbour Press"),
  ])
  func wordsWithoutCapitalsEndAName(_ text: String, _ holder: String) throws {
    #expect(NoticeParser(try Self.policies.get()).parse(text).holder?.asWritten == holder)
  }
}
