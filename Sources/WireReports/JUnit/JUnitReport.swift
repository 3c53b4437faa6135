internal import Wirecheck

/// Findings as JUnit XML, which Jenkins, GitLab, Azure and most build servers show as test results.
///
/// A suite is a document, a case is a finding; an error is a failure, a warning or remark is a case that passed with
/// a message, and an input that was not checked is an error of its suite. Documents without findings are represented
/// by a single case, since servers reject files without any. Format: `junit-10.xsd` of Jenkins' xunit plugin.
enum JUnitReport: ReportFormat {
  static let name = "junit"
  static let title = "JUnit XML, for Jenkins, GitLab and other build servers"

  static func write(
    _ run: RunRecord, options: ReportOptions, to output: inout (some ReportOutput & ~Copyable)
  ) throws {
    try output.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"wirecheck\">\n")
    for suite in suites(of: run) {
      let name = options.relative(suite.path)
      try output.write(
        start(
          of: name, tests: suite.findings.count + suite.skipped.count, failures: suite.failures,
          errors: suite.skipped.count, file: name, at: run.run.now))
      for position in suite.findings { try output.write(Case(run.findings[position]).element) }
      for skipped in suite.skipped { try output.write(Case(skipped).element) }
      try output.write("  </testsuite>\n")
    }
    try output.write(
      start(of: "wirecheck", tests: 1, failures: 0, errors: 0, file: nil, at: run.run.now)
        + Case(Wording.summary(run), classname: "wirecheck").element + "  </testsuite>\n</testsuites>\n")
  }

  private static func start(
    of name: String, tests: Int, failures: Int, errors: Int, file: String?, at time: String
  ) -> String {
    let path = { (name: String) in HTMLEscape.plain(name.isEmpty ? "-" : name) }
    let attributes = [
      ("name", path(name)), ("tests", "\(tests)"), ("failures", "\(failures)"), ("errors", "\(errors)"),
      ("time", "0"), ("timestamp", HTMLEscape.plain(time)),
    ]
    let all = attributes + (file.map { [("file", path($0))] } ?? [])
    return "  <testsuite \(all.map { "\($0)=\"\($1)\"" }.joined(separator: " "))>\n"
  }

  /// The suites of documents with findings and of inputs that were not checked, in order.
  private static func suites(of run: RunRecord) -> [Suite] {
    var suites: [Suite] = []
    var places: [String: Int] = [:]
    func place(of path: String) -> Int {
      if let place = places[path] { return place }
      places[path] = suites.count
      suites.append(Suite(path: path))
      return suites.count - 1
    }
    let isAboutSkipped = run.isAboutSkipped
    for (position, finding) in run.findings.enumerated() where !isAboutSkipped(finding) {
      let place = place(of: finding.document.path)
      suites[place].findings.append(position)
      if finding.level == .error { suites[place].failures += 1 }
    }
    for skipped in run.run.skipped { suites[place(of: skipped.path)].skipped.append(skipped) }
    return suites
  }

  /// The results for one path; findings by their positions in the run.
  private struct Suite {
    let path: String
    var findings: [Int] = []
    var failures = 0
    var skipped: [RunRecord.Skipped] = []
  }

  private struct Case {
    enum Result: String { case passed, failure, error }
    let name: String
    let classname: String
    let result: Result
    /// The kind of failure or error.
    var kind = ""
    /// The text; its first line is the message.
    var lines: [String] = []

    /// A case that passed.
    init(_ name: String, classname: String) {
      (self.name, self.classname, result) = (name, classname, .passed)
    }

    init(_ finding: Finding) {
      name = "\(finding.name) [\(finding.fingerprint)]"
      classname = finding.rule
      result = finding.level == .error ? .failure : .passed
      kind = finding.level.rawValue
      let place = Wording.place(of: finding.document, at: finding.places.first?.file)
      let term = finding.term.map { "decided by \(Wording.clause($0)), \(Wording.place(of: $0))" }
      lines = [Wording.message(of: finding), place] + [term].compactMap { $0 } + finding.help
    }

    init(_ skipped: RunRecord.Skipped) {
      name = "not checked: \(skipped.reason)"
      classname = "incomplete"
      result = .error
      kind = "incomplete"
      lines = [skipped.message] + (skipped.line.map { ["line \($0)"] } ?? [])
    }

    var element: String {
      let start =
        "    <testcase classname=\"\(HTMLEscape.plain(classname))\" name=\"\(HTMLEscape.plain(name))\" time=\"0\""
      guard let message = lines.first else { return start + "/>\n" }
      let text = lines.map(HTMLEscape.plain).joined(separator: "\n")
      let inner =
        result == .passed
        ? "<system-out>\(kind): \(text)</system-out>"
        : "<\(result.rawValue) type=\"\(kind)\" message=\"\(HTMLEscape.plain(message))\">\(text)</\(result.rawValue)>"
      return "\(start)>\n      \(inner)\n    </testcase>\n"
    }
  }
}
