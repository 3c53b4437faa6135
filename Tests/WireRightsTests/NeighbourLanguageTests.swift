import Policies
import Testing

@testable import WireRights

/// Danish, Norwegian and Swedish share most of their words, so that a sentence may be read in the wrong one of them.
@Suite struct NeighbourLanguageTests {
  private static let neighbours = ["da", "no", "sv"]

  /// Which language is taken must not hang on the order of the files.
  @Test func everyCasePassesInAnyOrderOfTheLexicons() throws {
    let policies = try NoticePolicies(files: PolicyFile.everything.reversed())
    let results = try policies.caseResults()
    let failures = results.filter { $0.verdict != .passed }
    let report = failures.map(\.description).joined(separator: "\n")
    #expect(results.count > 100)
    #expect(failures.isEmpty, "\(report)")
  }

  /// Read with a neighbour's words alone, a notice may say less, but never that something prohibited is free.
  @Test(arguments: neighbours)
  func readingWithTheOthersWordsDoesNoHarm(_ other: String) throws {
    let kept = ["und", other].map { "Languages/\($0).yaml" }
    let files = PolicyFile.everything.filter { !$0.path.hasPrefix("Languages/") || kept.contains($0.path) }
    let parser = try NoticeParser(NoticePolicies(files: files))
    for own in Self.neighbours { try read(own, with: parser, in: other) }
  }

  private func read(_ own: String, with parser: NoticeParser, in other: String) throws {
    let file = try #require(PolicyFile.all(in: "Languages").first { $0.path == "Languages/\(own).yaml" })
    for example in try Lexicon(file).cases {
      let statement = parser.parse(example.text)
      if example.expected == ["none"] {
        let isNotice = statement.isNotice
        #expect(!isNotice, "\(other) reads a notice in \(own): \(example.text)")
      }
      let prohibited = example.expected.filter { $0.hasPrefix("prohibit ") }.map {
        $0.split(separator: " ")[1]
      }
      let permitted = example.expected.filter { $0.hasPrefix("permit ") }.map { $0.split(separator: " ")[1] }
      for clause in statement.clauses where clause.effect == .permit && clause.condition == .none {
        let action = Substring(clause.action.rawValue)
        let isHarm = prohibited.contains(action) && !permitted.contains(action)
        #expect(!isHarm, "\(other) permits \(action) in \(own): \(example.text)")
      }
    }
  }
}
