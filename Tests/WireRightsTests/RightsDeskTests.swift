import Testing
import WireText

@testable import WireRights

/// Notices whose misreading would permit what their words bar.
@Suite struct RightsDeskTests {
  private static let policies = ProgramPolicies.all

  private func parse(_ text: String) throws -> RightsStatement {
    try NoticeParser(Self.policies.get()).parse(text)
  }

  /// The statements of a body of one paragraph.
  private func body(_ text: String) throws -> [RightsStatement] {
    let bytes = Array(text.utf8)
    return try NoticeParser(Self.policies.get()).notices(in: bytes, paragraphs: [TextRange(0, bytes.count)])
      .map(\.statement)
  }

  /// The rules, each as a line.
  private func rules(_ text: String) throws -> [String] {
    try parse(text).clauses.map { clause in
      let limits = clause.constraints.map { limit in
        limit.comparison == .eq
          ? "\(limit.kind.rawValue)=\(limit.value)"
          : "\(limit.kind.rawValue) \(limit.comparison) \(limit.value)"
      }
      return ([clause.effect.rawValue, clause.action.rawValue] + limits).joined(separator: " ")
    }
  }

  @Test(arguments: [
    ("Norway Out. Sweden out. No Sales.", ["territory=NO", "territory=SE"]),
    ("Norway out, no sales", ["territory=NO"]),
    ("Norway OUT. Harbour Post Out. Editorial use only.", ["territory=NO", "recipient=Harbour Post"]),
  ])
  func whatIsOutInMixedCaseStaysOut(_ text: String, _ outs: [String]) throws {
    let rules = try rules(text)
    for out in outs { #expect(rules.contains("prohibit use " + out)) }
    #expect(!rules.contains { $0.hasPrefix("prohibit resell ") })
  }

  @Test(arguments: [
    ("The U.S. Harbour Survey’s photos may not be reused.", "prohibit use"),
    ("Photos by the U.S. Harbour Survey may not be reused.", "prohibit use"),
    ("This report, produced by the UK Pilot Authority, may not be published.", "prohibit publish"),
    ("This report may not be published in the UK.", "prohibit publish territory=GB"),
  ])
  func aCountryInANameIsNoLimit(_ text: String, _ rule: String) throws {
    #expect(try rules(text) == [rule])
  }

  @Test(arguments: [
    "This report may be published. A credit and a link are required.",
    "You may republish this; attribution and a link back are compulsory.",
    "You may republish our stories. Both a byline and a hyperlink must appear.",
  ])
  func twoDutiesInOnePhraseAreBothRead(_ text: String) throws {
    let statement = try parse(text)
    #expect(Set(statement.duties.map(\.kind)) == [.credit, .linkBack])
    #expect(statement.clauses.map(\.condition) == [.ifDutiesMet])
  }

  @Test func theAddressOfALinkIsNoCredit() throws {
    let duties = try parse("This may be published. A credit and a link to harbour.example are required.")
      .duties
    #expect(duties.first { $0.kind == .linkBack }?.value == "harbour.example")
    #expect(duties.first { $0.kind == .credit }.map(\.value) == .some(nil))
  }

  @Test(arguments: [
    "This report may be published. Ads must not stand beside it.",
    "This report may be published. Ask us first.",
    "You may republish this story. The photographs may not.",
  ])
  func anUnreadBarAfterAPermissionIsTold(_ text: String) throws {
    #expect(try parse(text).residue.count == 1)
    let body = try body(text)
    #expect(body.contains { !$0.residue.isEmpty })
  }

  @Test func aDutyAfterAPermissionInABodyCounts() throws {
    let text = "This report may be published. A link to our website is required."
    let body = try body(text)
    #expect(body.flatMap(\.duties).map(\.kind) == [.linkBack])
  }

  @Test(arguments: [
    "Please do not use our story FERRY-Quota until further notice.",
    "Do not use the story FERRY-Quota until further notice.",
    "HOLD HOLD HOLD: Do not use the story FERRY-Quota until further notice.",
    "Please do not run the picture until we know who took it.",
  ])
  func anOrderToWaitIsAHold(_ text: String) throws {
    #expect(try parse(text).advisory?.kind == .hold)
    #expect(try rules(text) == ["prohibit publish time-before=event:release-of-hold"])
  }

  @Test(arguments: [
    "Do not use the water until further notice, the council said.",
    "You may not publish our content until you have registered.",
    "Do not use this story.",
  ])
  func otherOrdersAreNoHold(_ text: String) throws {
    #expect(try parse(text).advisory?.kind != .hold)
  }

  @Test(arguments: [
    ("Embargo 25.11. 06:00 Uhr", "XXXX-11-25T06:00"), ("EMBARGO bis 25.11. 6 Uhr", "XXXX-11-25T06:00"),
    ("Sperrfrist bis 25.11.26 18 Uhr", "2026-11-25T18:00"),
  ])
  func theHourAfterADayIsNoYear(_ text: String, _ time: String) throws {
    #expect(try parse(text).clauses.flatMap(\.constraints).map(\.value) == [time])
  }

  @Test(arguments: [
    ("May not be published until 24 hours after publication.", "prohibit publish time-before=issue+PT24H"),
    (
      "This report may not be published before 48 hours after transmission.",
      "prohibit publish time-before=transmission+PT48H"
    ),
    ("No use after 24 hours", "prohibit use time-after=transmission+PT24H"),
  ])
  func whatIsBarredUntilAPeriodEndsIsFreeAfterIt(_ text: String, _ rule: String) throws {
    #expect(try rules(text) == [rule])
  }
}
