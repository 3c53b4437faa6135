import Foundation
import Testing
import WireText
import WireYAML

@testable import WireRights

/// Values that decision tests are made of: an invented agency, its notices, contracts and uses.
enum Sample {
  static let agencies = ["northwire", "meridian"]
  static let days = DayBoundary(TimeZone(identifier: "Europe/Sofia") ?? .gmt)
  static let noon = instant("2026-11-20T10:00:00Z")

  static func instant(_ text: String) -> Instant {
    Instant(iso8601: text) ?? Instant(seconds: 0)
  }

  static func engine(_ profile: DecisionEngine.Profile = .standard) throws -> DecisionEngine {
    DecisionEngine(profile: profile, quotation: try limits("custom"), licences: try .builtIn())
  }

  static func limits(_ profile: String) throws -> QuotationLimits {
    try #require(try QuotationLimits.builtIn()[profile])
  }

  /// The contracts of a `contracts:` text.
  static func contracts(_ yaml: String) throws(YAMLFault) -> [Contract] {
    let value = try YAMLValue(parsing: yaml, name: "wirecheck.yaml")
    let field = YAMLField(name: "contracts", value: value, file: "wirecheck.yaml")
    return try ContractReader(agencies: agencies, days: days).contracts(in: field)
  }

  /// A statement whose clauses point at the first occurrence of the words that say them.
  static func statement(
    _ text: String, _ clauses: [(Clause, String)] = [], holder: String? = "Northwire",
    agency: String? = "northwire", reserved: String? = nil, licence: String? = nil,
    advisory: Advisory.Kind? = nil, duties: [Duty] = []
  ) -> RightsStatement {
    var statement = RightsStatement(text: text)
    statement.isNotice = true
    if let holder, let range = range(of: holder, in: text) {
      statement.holder = Holder(name: holder, asWritten: holder, agency: agency, range: range)
    }
    statement.allRightsReserved = reserved.flatMap { range(of: $0, in: text) }
    statement.licence = licence.map { LicenceReference(id: $0, evidence: TextRange(0, text.utf8.count)) }
    statement.advisory = advisory.map { Advisory($0, evidence: TextRange(0, text.utf8.count)) }
    statement.duties = duties
    statement.clauses = clauses.map { clause, words in
      var clause = clause
      clause.evidence = range(of: words, in: text) ?? TextRange(0, text.utf8.count)
      return clause
    }
    return statement
  }

  static func range(of words: String, in text: String) -> TextRange? {
    guard let range = text.range(of: words) else { return nil }
    return TextRange(
      text.utf8.distance(from: text.startIndex, to: range.lowerBound),
      text.utf8.distance(from: text.startIndex, to: range.upperBound))
  }

  static func prohibit(
    _ action: Action, _ condition: Condition = .none, _ constraints: [Constraint] = [], target: String? = nil
  ) -> Clause {
    Clause(
      .prohibit, action, condition: condition, constraints: constraints, target: target,
      evidence: TextRange(0, 0))
  }

  static func permit(
    _ action: Action, _ condition: Condition = .none, _ constraints: [Constraint] = [], target: String? = nil
  ) -> Clause {
    Clause(
      .permit, action, condition: condition, constraints: constraints, target: target,
      evidence: TextRange(0, 0))
  }

  static let seedWords = "may not be published, broadcast, rewritten or redistributed without permission"

  /// The notice that most agency copy ends with.
  static let seedNotice = statement(
    "Copyright 2026 Northwire. All rights reserved. This material \(seedWords).",
    [Action.publish, .broadcast, .rewrite, .redistribute].map {
      (prohibit($0, .withoutPermission), seedWords)
    },
    reserved: "All rights reserved")

  static func item(_ statements: RightsStatement...) -> ItemTerms {
    var item = ItemTerms(
      agency: "northwire", names: ["Northwire"],
      statements: statements.map { SourcedStatement($0, source: "body") })
    item.creditForms = [CreditForm("Northwire")].compactMap { $0 }
    return item
  }

  static func use(
    _ reuse: Reuse = .verbatim, on channels: [String] = ["web"], in territories: [String] = ["BG"],
    at instant: Instant = noon, stage: Use.Stage = .publish,
    extent: Extent = Extent(words: 90, sourceWords: 100, longestRun: 90, isQuoted: false)
  ) -> Use {
    Use(
      Use.actions(for: reuse, on: channels), on: channels, in: territories, at: instant, stage: stage,
      isCommercial: true, extent: extent)
  }

  static let credited = Evidence(credits: [CreditText("By Ada Petrova, Northwire", in: .field)])
  static let uncredited = Evidence(credits: [CreditText("By Ada Petrova", in: .field)])

  static let full = """
    - agency: northwire
      agreement: NW-2024-07
      from: 2024-07-01
      until: 2027-06-30
      clauses:
        - id: "4.1"
          text: The Client may publish and edit Items on its website and in its newsletter.
          permit: [publish, rewrite]
          channels: [web, newsletter]
          territories: [BG]
          duties:
            - credit: ["Northwire", "(Northwire)", "By NAME, Northwire"]
        - id: "4.2"
          text: Items of the Sports service may not be republished online.
          prohibit: [publish]
          channels: [web]
          services: [sports]
        - id: "4.5"
          text: Items are removed from all services after thirty days.
          retention: 30 days
    """
}
