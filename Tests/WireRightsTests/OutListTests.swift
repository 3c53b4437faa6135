import Testing

@testable import WireRights

/// Lists of who, where and what is shut out, each item of which is a rule of its own.
@Suite struct OutListTests {
  private static let policies = ProgramPolicies.all

  @Test(arguments: [
    ("TV OUT, HARBOUR POST OUT, GULL OUT", ["channel tv", "recipient HARBOUR POST", "recipient GULL"]),
    ("CHINA OUT; THE SUN OUT", ["territory CN", "recipient THE SUN"]),
    ("New York Daily Gull OUT, Le Phare OUT", ["recipient New York Daily Gull", "recipient Le Phare"]),
    ("Gull OUT. PAP out. Poland out", ["recipient Gull", "recipient PAP", "territory PL"]),
    ("Poland Out, Harbour Post Out", ["territory PL", "recipient Harbour Post"]),
    ("Local newspapers OUT in Norway", ["channel newspaper territory NO"]),
    ("OUT: Norway, Sweden, Harbour Post", ["territory NO", "territory SE", "recipient Harbour Post"]),
    ("OUT: NORWAY/SWEDEN", ["territory NO", "territory SE"]),
    ("OUT in Norway, Sweden", ["territory NO", "territory SE"]),
    ("OUT FOR: Norway and Sweden", ["territory NO", "territory SE"]),
    (
      "GULLBLADET, TERNEBLADET AND NORWAY OUT",
      ["recipient GULLBLADET", "recipient TERNEBLADET", "territory NO"]
    ),
    ("HARBOUR CHINA POST, NORWAY OUT", ["recipient HARBOUR CHINA POST", "territory NO"]),
    ("HARBOUR AND ROWE OUT", ["recipient HARBOUR", "recipient ROWE"]),
    ("CHANNEL 6 GLENMORE OUT, CHANNEL 7 OUT", ["recipient CHANNEL 6 GLENMORE", "recipient CHANNEL 7"]),
    ("BBC, CHANNEL 4 OUT", ["recipient BBC", "recipient CHANNEL 4"]),
    ("CHANNEL 4, BBC OUT", ["recipient CHANNEL 4", "recipient BBC"]),
    ("Not for use by Channel 6 Glenmore.", ["recipient Channel 6 Glenmore"]),
    ("GULL/JO BELL NORWAY OUT", ["territory NO"]),
    ("(Jo Bell, Gull Photo) NORWAY OUT", ["territory NO"]),
    ("Greenland, Faroe Islands and Åland OUT", ["territory GL", "territory FO", "territory AX"]),
    ("ITALY AND SAN MARINO OUT", ["territory IT", "territory SM"]),
    ("NEW MEXICO OUT, NEW SOUTH WALES OUT", ["territory US-NM", "territory AU-NSW"]),
  ])
  func everyItemIsARule(_ text: String, _ limits: [String]) throws {
    let statement = NoticeParser(try Self.policies.get()).parse(text)
    let read = statement.clauses.map { clause in
      clause.constraints.map { "\($0.kind.rawValue) \($0.value)" }.joined(separator: " ")
    }
    #expect(read == limits)
    #expect(statement.clauses.allSatisfy { $0.effect == .prohibit && $0.action == .use })
  }

  @Test(arguments: ["ITALY OUT, FRANCE IN: THE LINE-UP FOR SATURDAY", "Bell out, Doe out", "Bell out"])
  func aLineUpIsNone(_ text: String) throws {
    #expect(try !NoticeParser(Self.policies.get()).parse(text).isNotice)
  }
}
