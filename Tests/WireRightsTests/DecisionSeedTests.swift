import Testing
import WireText

@testable import WireRights

/// The main job: agency copy with the usual notice, with and without a contract.
struct DecisionSeedTests {
  @Test func withoutContractTheNoticeDecides() throws {
    let decision = try Sample.engine().decide(
      on: Sample.item(Sample.seedNotice), contracts: [], use: Sample.use())
    let ruling = decision.deciding
    #expect(decision.outcome == .violation)
    #expect(ruling.tier == .explicitProhibition)
    #expect(ruling.reason == .noticeProhibits(.withoutPermission))
    #expect(ruling.terms.first?.words == Sample.seedWords)
    #expect(ruling.coverage == .noContract)
    #expect(
      ruling.trace.map(\.tier) == [
        .withdrawal, .timeGate, .itemRestriction, .contract, .publicLicence,
        .explicitProhibition, .quotation,
      ])
  }

  @Test(arguments: [Reuse.verbatim, .edited, .rewritten])
  func aContractPermitsForACredit(_ reuse: Reuse) throws {
    var item = Sample.item(Sample.seedNotice)
    item.services = ["news"]
    let decision = try Sample.engine().decide(
      on: item, contracts: try Sample.contracts(Sample.full), use: Sample.use(reuse),
      evidence: Sample.credited)
    #expect(decision.outcome == .allowWithDuty)
    #expect(decision.deciding.tier == .contract)
    #expect(decision.duties.map(\.state) == [.met("Northwire")])
    #expect(decision.deciding.removeBy == Sample.noon.advanced(bySeconds: 30 * 86_400))
    #expect(
      decision.summary.hasSuffix(
        "in BG is permitted by clause 4.1 of NW-2024-07, with the credit \"Northwire\""))
  }

  @Test func aMissingCreditIsAnUnmetDuty() throws {
    var item = Sample.item(Sample.seedNotice)
    item.services = ["news"]
    let decision = try Sample.engine().decide(
      on: item, contracts: try Sample.contracts(Sample.full), use: Sample.use(), evidence: Sample.uncredited)
    #expect(decision.outcome == .allowWithDuty)
    #expect(decision.duties.map(\.state) == [.missing])
  }
}
