import Foundation
import Policies
import Testing
import WireText
import WireYAML

@testable import WireRights

/// Every case of every policy file, and the files themselves.
@Suite struct PolicyCaseTests {
  private static let results: [CaseResult] = (try? ProgramPolicies.all.get().caseResults()) ?? []

  @Test func everyCasePasses() {
    let failures = Self.results.filter { if case .failed = $0.verdict { true } else { false } }
    #expect(failures.isEmpty, "\(failures.map(\.description).joined(separator: "\n"))")
  }

  @Test func everyCaseCanBeRun() {
    let errors = Self.results.filter { if case .error = $0.verdict { true } else { false } }
    #expect(errors.isEmpty, "\(errors.map(\.description).joined(separator: "\n"))")
  }

  /// A policy without a case that exercises it is unfinished.
  @Test(arguments: ["Languages", "Agencies", "Licences"])
  func everyFileHasCases(_ folder: String) {
    let tested = Set(Self.results.map(\.place.file))
    let untested = PolicyFile.all(in: folder).map(\.path).filter { !tested.contains($0) }
    #expect(!PolicyFile.all(in: folder).isEmpty)
    #expect(untested.isEmpty, "\(untested)")
  }

  @Test func idsAreTheNamesOfTheFiles() throws {
    let policies = try ProgramPolicies.all.get()
    for lexicon in try ProgramPolicies.languages.get().map(\.lexicon) {
      #expect(lexicon.file == "Languages/\(lexicon.language).yaml")
    }
    for agency in policies.agencies.agencies { #expect(agency.place?.file == "Agencies/\(agency.id).yaml") }
    for licence in policies.licences {
      let id = licence.id.lowercased().replacing("licenseref-", with: "")
      #expect(licence.file == "Licences/\(id).yaml")
    }
  }

  /// The search for anchors must never hide a notice.
  @Test func everyNoticeOfACaseHasAnAnchor() throws {
    let policies = try ProgramPolicies.all.get()
    for lexicon in try ProgramPolicies.languages.get().map(\.lexicon) {
      for example in lexicon.cases where example.expected != ["none"] {
        let bytes = AnchorText(Array(example.text.utf8)).bytes
        #expect(
          policies.anchors.first(in: bytes, from: 0, to: bytes.count) != nil,
          "\(lexicon.file):\(example.position.line)")
      }
    }
  }

  @Test(
    arguments: [
      ("prohibit publish", nil), ("permit use if-duties-met channel=web|tv territory!=IT target=image", nil),
      ("duty credit Northwire", nil), ("none", nil), ("prohibit", "needs an action"),
      ("prohibit publish sometimes", "neither a condition nor a limit"), ("forbid publish", "no word"),
      ("year soon", "needs a number"), ("advisory shout", "no advisory"), ("duty bow", "no duty"),
    ] as [(String, String?)])
  func tellsLinesThatCannotBeMeant(_ line: String, _ fault: String?) {
    let found = StatementLines.fault(in: line)
    #expect((found == nil) == (fault == nil))
    if let fault { #expect(found?.contains(fault) ?? false) }
  }
}

/// The cases that contracts bring along.
@Suite struct ContractCaseTests {
  private static let terms = """
    - agency: northwire
      agreement: NW-1
      clauses:
        - {id: a, text: Publish., permit: [publish], channels: [web], territories: [BG], duties: [credit: Northwire]}
        - {id: b, text: No sale., prohibit: [resell]}
      cases:

    """

  @Test(arguments: [
    ("{use: publish, channel: web, territory: BG, at: 2026-11-20T10:00:00Z}", "allow-with-duty", "a", "ok"),
    ("{use: publish, channel: web, territory: BG, at: 2026-11-20T10:00:00Z}", "violation", "a", "FAIL"),
    ("{use: resell, channel: web, territory: BG, at: 2026-11-20T10:00:00Z}", "violation", "b", "ok"),
    ("{use: resell, channel: web, territory: BG, at: 2026-11-20T10:00:00Z}", "violation", "a", "FAIL"),
    (
      "{use: publish, channel: web, territory: BG, at: 2026-11-20T10:00:00Z}", "allow-with-duty", "z", "ERROR"
    ),
  ])
  func runsThem(_ given: String, _ expect: String, _ clause: String, _ verdict: String) throws {
    let yaml = Self.terms + "    - {name: case, given: \(given), expect: \(expect), clause: \(clause)}\n"
    let contract = try #require(try Sample.contracts(yaml).first)
    let results = contract.caseResults(engine: try Sample.engine())
    #expect(results.count == 1)
    #expect(results.allSatisfy { $0.description.hasPrefix(verdict) }, "\(results)")
  }
}
