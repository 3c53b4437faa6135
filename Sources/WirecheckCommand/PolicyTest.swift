import ArgumentParser
import WireReports
import WireRights
import WireYAML
import Wirecheck

/// `wirecheck policy test`: runs the test cases in the policies.
struct PolicyTest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract:
      "Run the cases of all policies, and of the newsroom's contracts where there is a configuration.",
    discussion: """
      Exit status: 0 all cases pass, 1 a case fails, 2 a case cannot be run, or there is none. With --coverage also \
      lists the clauses and the entries of lexicons that no case exercises.

      The cases of a contract stand in it, one decision each:

        cases:
          - name: full story, web, Bulgaria
            given: {use: publish, channel: web, territory: BG, at: 2026-11-20T10:00:00Z}
            expect: allow-with-duty
            clause: "4.1"

      `given` may also have `purpose` and `commercial`; all but `use` and `at` may be left out. What is expected is \
      allow, allow-with-duty, needs-review or violation; `clause` is the one that is to decide, and may be left out.
      """)

  @OptionGroup var folder: PolicyFolder
  @Option(help: ArgumentHelp("The newsroom's configuration.", valueName: "file"))
  var config: String?
  @Option(help: ArgumentHelp("Only cases of files whose path contains this.", valueName: "text"))
  var only: String?
  @Flag(help: "List the clauses and the entries of lexicons that no case exercises.")
  var coverage = false
  @Flag(help: "Also name the cases that pass.")
  var verbose = false

  func run() throws {
    let policies = try folder.policies()
    let guidelines = try folder.guidelines(policies.agencies)
    let engine = try reading(DecisionEngine.builtIn)
    let newsroom = try Workspace.workspace(config: config, inputs: [])?.newsroom
    let all =
      (try reading { () throws(YAMLFault) in try policies.caseResults() })
      + guidelines.caseResults(engine: engine)
      + (newsroom.map { room in room.contracts.flatMap { $0.caseResults(engine: room.engine) } } ?? [])
    let results = all.filter { only.map($0.place.file.contains) ?? true }
    var output = Output.standard
    for result in results where verbose || result.verdict != .passed {
      try output.writeLine(TerminalText.escaped(result.description))
    }
    if coverage {
      var uncovered = try reading { () throws(YAMLFault) in try policies.uncovered() }
      for guideline in guidelines.all { uncovered += guideline.contract.uncovered(engine: engine) }
      if let newsroom {
        for contract in newsroom.contracts { uncovered += contract.uncovered(engine: newsroom.engine) }
      }
      for gap in uncovered where only.map(gap.place.file.contains) ?? true {
        try output.writeLine(TerminalText.escaped("UNTESTED \(gap)"))
      }
    }
    let tally = Tally(results)
    try output.writeLine("\(tally)")
    try output.flush()
    if tally.errors > 0 || results.isEmpty { throw ExitCode(ExitStatus.usage) }
    if tally.failures > 0 { throw ExitCode(ExitStatus.findings) }
  }

  /// The number of cases by result.
  private struct Tally: CustomStringConvertible {
    var passed = 0
    var failures = 0
    var errors = 0

    init(_ results: [CaseResult]) {
      for result in results {
        switch result.verdict {
        case .passed: passed += 1
        case .failed: failures += 1
        case .error: errors += 1
        }
      }
    }

    var description: String {
      passed + failures + errors == 0
        ? "no case was found" : "\(passed) pass, \(failures) fail, \(errors) cannot be run"
    }
  }
}
