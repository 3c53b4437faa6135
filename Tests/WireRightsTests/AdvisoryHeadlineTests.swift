import Testing

@testable import WireRights

/// News about kills, holds and embargoes is no advisory, in whatever letters its headline is written.
struct AdvisoryHeadlineTests {
  private static let parser = Result { NoticeParser(try ProgramPolicies.all.get()) }

  @Test(arguments: [
    "KILL BILL DIES", "SENATOR TO HOLD HEARING", "Embargo on Cuba lifted",
    "HOLD BANKS ACCOUNTABLE NOW", "Hold Banks Accountable Act Clears Committee",
    "WITHHOLD AID TO HARBOUR TOWNS",
    "ARMS EMBARGO DIVIDES COUNCIL", "ELIMINATE HARBOUR TOLLS, SAYS MAYOR", "EMBARGO ON CUBA LIFTED",
    "EMBARGO ON HARBOUR TRADE ENDED", "STILL NO PLAN FOR ITALY", "NO SALES TAX FOR THE INTERNET",
    "NO TV DEBATE FOR THE MAYOR", "HARBOUR BUDGET OUT OF STEP WITH FRANCE", "ITALY OUT OF THE CUP",
    "WITH TIME RUNNING OUT, MAYORS ACT", "CANCELED: SPRING PARADE IN THE OLD HARBOUR",
    "WITHDRAWN: MAYOR PULLS THE HARBOUR BILL",
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
    ("WITHDRAWN: Bees leave the old harbour. The story was sent in error.", .kill),
    ("CANCELLED: “Bees leave the old harbour”", .kill), ("WITHDRAWN: BEES-HIVES for Monday papers", .kill),
    ("EMBARGO ON BEES-HIVES LIFTED", .release), ("EMBARGO LIFTED", .release),
    ("ITALY OUT", .usageRestriction), ("HARBOUR TV OUT", .usageRestriction),
    ("NO SALES IN ITALY", .usageRestriction), ("NO TV, NO RADIO", .usageRestriction),
    ("ITALY OUT, NO ARCHIVES", .usageRestriction),
  ])
  func advisoriesKeepTheirForm(_ text: String, _ kind: Advisory.Kind) throws {
    let statement = try Self.parser.get().parse(text)
    #expect(statement.advisory?.kind == kind)
  }
}
