internal import Wirecheck

/// Findings as JUnit XML, which Jenkins, GitLab, Azure and most build servers show as test results.
///
/// A suite is a document, a case a finding; an error is a failure, a warning or a remark a case that passed and says so,
/// and what was not checked is an error of the suite. Documents without findings are one case, since servers refuse
/// files without any. Form: `junit-10.xsd` of Jenkins' xunit plugin.
enum JUnitReport: ReportFormat {
  static let name = "junit"
  static let title = "JUnit XML, for Jenkins, GitLab and other build servers"

  static func render(_ run: RunRecord, options: ReportOptions) -> [UInt8] {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"wirecheck\">\n"
    for suite in suites(of: run, options: options) { text += suite.element(at: run.run.now) }
    return Array((text + "</testsuites>\n").utf8)
  }

  /// The suites of documents with findings and of inputs that were not checked, in their order, and one for all else.
  private static func suites(of run: RunRecord, options: ReportOptions) -> [Suite] {
    var suites: [Suite] = []
    var places: [String: Int] = [:]
    func add(_ element: Case, to path: String) {
      let place = places[path] ?? suites.count
      if place == suites.count { suites.append(Suite(name: options.relative(path), isFile: true)) }
      places[path] = place
      suites[place].cases.append(element)
    }
    for finding in run.findingsOfCopy { add(Case(finding), to: finding.document.path) }
    for skipped in run.run.skipped { add(Case(skipped), to: skipped.path) }
    var rest = Suite(name: "wirecheck", isFile: false)
    rest.cases.append(Case(Wording.summary(run), classname: "wirecheck"))
    return suites + [rest]
  }

  private struct Suite {
    let name: String
    /// Whether its name is the path of a file.
    let isFile: Bool
    var cases: [Case] = []

    func element(at time: String) -> String {
      let path = HTMLEscape.plain(name.isEmpty ? "-" : name)
      var text = "  <testsuite name=\"\(path)\" tests=\"\(cases.count)\" failures=\"\(count(.failure))\""
      text += " errors=\"\(count(.error))\" time=\"0\" timestamp=\"\(HTMLEscape.plain(time))\""
      text += isFile ? " file=\"\(path)\">\n" : ">\n"
      return text + cases.map(\.element).joined() + "  </testsuite>\n"
    }

    private func count(_ result: Case.Result) -> Int { cases.filter { $0.result == result }.count }
  }

  private struct Case {
    enum Result: String { case passed, failure, error }
    let name: String
    let classname: String
    let result: Result
    /// What kind of failure or error it is.
    var kind = ""
    /// What is told, the first line as the message.
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
