import Testing

@testable import WireRights

/// News about kills, holds and embargoes is no advisory, in whatever letters its headline is written.
struct AdvisoryHeadlineTests {
  private static let parser = Result { NoticeParser(try NoticePolicies()) }

  @Test(arguments: [
    "KILL BILL DIES", "SENATOR TO HOLD HEARING", "Embargo on Cuba lifted",
    "HOLD BANKS ACCOUNTABLE NOW", "Hold Banks Accountable Act Clears Committee",
    "WITHHOLD AID TO HARBOUR TOWNS",
    "ARMS EMBARGO DIVIDES COUNCIL", "ELIMINATE HARBOUR TOLLS, SAYS MAYOR",
  ])
  func headlinesAreNews(_ headline: String) throws {
    let statement = try Self.parser.get().parse(headline)
    #expect(statement.advisory == nil)
  }

  @Test(arguments: [
    ("KILL BEES-HIVES", Advisory.Kind.kill), ("KILL: Bees leave the old harbour", .kill),
    ("PHOTO KILL - bees in the old harbour", .kill), ("KILL KILL KILL", .kill), ("MANDATORY KILL", .kill),
    ("KILL. Editors: please kill this story, it is wrong.", .kill),
    ("HOLD BEES-HIVES pending a check of the names", .hold), ("HOLD: Ferry sinks off the old harbour", .hold),
    ("WITHHOLD: Bees leave the harbour", .hold), ("EMBARGOED: Bees leave the old harbour", .embargo),
    ("EMBARGO NOON MONDAY Bees leave the old harbour", .embargo),
    ("EMBARGO ON BEES-HIVES LIFTED", .release), ("EMBARGO LIFTED", .release),
  ])
  func advisoriesKeepTheirForm(_ text: String, _ kind: Advisory.Kind) throws {
    let statement = try Self.parser.get().parse(text)
    #expect(statement.advisory?.kind == kind)
  }
}
