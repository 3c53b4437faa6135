import Testing

@testable import WireRights

/// Purposes outside of which a use is prohibited, and rules behind the duty that a permission depends on.
@Suite struct ExceptedPurposeTests {
  private static let policies = ProgramPolicies.all

  private func clauses(_ text: String) throws -> [Clause] {
    NoticeParser(try Self.policies.get()).parse(text).clauses
  }

  @Test(arguments: [
    "画像は報道以外の目的には使用できません。", "보도 외 목적으로 사용할 수 없습니다.",
  ])
  func onePhraseNamesThePurposeAndTheException(_ text: String) throws {
    let rules = try clauses(text)
    #expect(rules.map(\.constraints) == [[Constraint(.purpose, "news-reporting", .neq)]])
    #expect(rules.map(\.effect) == [.prohibit])
  }

  @Test func orderWithAnExceptionIsNoWithdrawal() throws {
    let statement = NoticeParser(try Self.policies.get()).parse("資料は個人利用以外に使用しないでください。")
    #expect(statement.advisory == nil)
    #expect(statement.clauses.map(\.constraints) == [[Constraint(.purpose, "personal", .neq)]])
  }

  @Test(arguments: ["歡迎轉載，惟須註明出處，並不得用於營利。", "欢迎转载，但须注明出处，不得用于商业用途。"])
  func ruleBehindADutyIsOneOfItsOwn(_ text: String) throws {
    let rules = try clauses(text)
    #expect(rules.filter { $0.effect == .permit }.map(\.constraints) == [[]])
    let barred = rules.filter { $0.effect == .prohibit }
    #expect(barred.map(\.constraints) == [[Constraint(.purpose, "commercial")]])
  }

  @Test func commercialUseOnRequestIsNoNoteToEditors() throws {
    let text = "Untuk penggunaan komersial harap hubungi redaksi."
    let statement = NoticeParser(try Self.policies.get()).parse(text)
    #expect(statement.advisory == nil)
    #expect(statement.clauses.map(\.condition) == [.withoutPermission])
  }

  @Test(arguments: ["严禁未经授权转载、商用或二次改编。", "未经许可，禁止转载、改编、商用。"])
  func purposeInAListOfActsIsAUse(_ text: String) throws {
    let rules = try clauses(text)
    #expect(rules.allSatisfy { $0.effect == .prohibit && $0.condition == .withoutPermission })
    let limited = rules.filter { !$0.constraints.isEmpty }
    #expect(limited.map(\.action) == [.use])
    #expect(limited.map(\.constraints) == [[Constraint(.purpose, "commercial")]])
    #expect(Set(rules.map(\.action)) == [.publish, .derive, .use])
  }

  @Test func onlyBehindAProhibitionIsARuleOfItsOwn() throws {
    let rules = try clauses("谢绝转载，仅供个人阅读。")
    #expect(rules.map(\.action) == [.publish, .use])
    #expect(rules.map(\.constraints) == [[], [Constraint(.purpose, "personal", .neq)]])
  }
}
