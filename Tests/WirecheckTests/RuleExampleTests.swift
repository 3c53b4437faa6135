import Testing

@testable import Wirecheck

/// Runs what `explain` shows, and sees to it that no rule is without it.
struct RuleExampleTests {
  @Test(arguments: Rules.ofDocuments.map(\.id))
  func failingExampleIsFound(_ rule: String) throws {
    let examples = try #require(Rules.examples(of: rule))
    let record = try examples.failing.record()
    let found = record.findings.filter { $0.rule == examples.rule }
    #expect(!found.isEmpty, "\(record.findings.map { "\($0.rule): \($0.message)" })")
    let level = Rules.named(examples.rule)?.level
    #expect(found.contains { $0.level == level }, "\(found.map(\.level))")
    #expect(found.allSatisfy { $0.level < .error || $0.term != nil || $0.fact != nil })
  }

  @Test(arguments: Rules.ofDocuments.map(\.id))
  func passingExampleIsNot(_ rule: String) throws {
    let examples = try #require(Rules.examples(of: rule))
    let record = try examples.passing.record()
    #expect(
      record.findings.map { "\($0.rule): \($0.message)" } == [],
      "nothing else is wrong with it either, WC801 apart")
  }

  @Test(arguments: Rules.ofDocuments)
  func everyRuleIsWhole(_ rule: RuleDescription) throws {
    #expect(try /WC[1-9][0-9]{2}/.wholeMatch(in: rule.id) != nil)
    #expect(try /[a-z]+(-[a-z]+)+/.wholeMatch(in: rule.name) != nil)
    #expect(!rule.title.isEmpty && !rule.title.hasSuffix("."))
    #expect(rule.explanation.hasPrefix("Fires ") && rule.explanation.hasSuffix("."))
    #expect(Rules.examples.count { $0.rule == rule.id } == 1)
    let first = rule.help.prefix { $0 != " " }
    #expect(first.first?.isUppercase == true && !rule.help.hasSuffix("."))
    #expect(!["The", "A", "An", "This", "It", "If", "You", "Please"].contains(String(first)))
  }

  @Test func identifiersAndNamesAreUnique() {
    let ids = Rules.ofDocuments.map(\.id)
    #expect(ids == Array(Set(ids)).sorted())
    #expect(Set(Rules.ofDocuments.map(\.name)).count == ids.count)
    #expect(Rules.examples.map(\.rule).sorted() == ids)
    #expect(Set(Rules.all.map(\.id)).count == Rules.all.count)
    #expect(Set(Rules.all.map(\.name)).count == Rules.all.count)
  }
}
