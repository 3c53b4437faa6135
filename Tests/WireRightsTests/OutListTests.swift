import Testing

@testable import WireRights

/// Lists of who, where and what is shut out, each item of which is a rule of its own.
@Suite struct OutListTests {
  private static let policies = Result { try NoticePolicies() }

  @Test(arguments: [
    ("TV OUT, HARBOUR POST OUT, GULL OUT", ["channel tv", "recipient HARBOUR POST", "recipient GULL"]),
    ("CHINA OUT; THE SUN OUT", ["territory CN", "recipient THE SUN"]),
    ("New York Daily Gull OUT, Le Phare OUT", ["recipient New York Daily Gull", "recipient Le Phare"]),
    ("Gull OUT. PAP out. Poland out", ["recipient Gull", "recipient PAP", "territory PL"]),
    ("Poland Out, Harbour Post Out", ["territory PL", "recipient Harbour Post"]),
    ("Local newspapers OUT in Norway", ["channel newspaper territory NO"]),
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
