import WireReports
import WireRights
import Wirecheck

/// The examples of a rule as text for people: the wire's items, the document, the result.
enum RuleExampleText {
  /// The examples of a rule, run when called; empty if there are none.
  static func text(_ rule: RuleDescription) throws -> String {
    guard let examples = Rules.examples(of: rule.id) else { return "" }
    let failing = examples.failing
    var text =
      "\nAn example that fails (agencies and stories are invented), checked \(circumstances(of: failing)):\n"
    if failing.site != RuleExample.usualSite { text += part("In wirecheck.yaml", failing.site) }
    if !failing.terms.isEmpty { text += part("In wirecheck.yaml", failing.terms) }
    if !failing.wire.isEmpty { text += part("In the wire", failing.wire.joined(separator: "\n")) }
    text += part("The document", failing.draft)
    text += part("What happens", try outcome(of: failing))
    text += "\nIt passes where \(examples.difference):\n"
    text += difference(failing, examples.passing)
    return text + part("What happens", try outcome(of: examples.passing))
  }

  private static func circumstances(of example: RuleExample) -> String {
    "for \(example.now)" + (example.isArchive ? ", published before" : ", stage \(example.stage.rawValue)")
  }

  /// The part in which the passing example differs from the failing one.
  private static func difference(_ failing: RuleExample, _ passing: RuleExample) -> String {
    var text = ""
    if failing.now != passing.now { text += part("The time", passing.now) }
    if failing.site != passing.site { text += part("In wirecheck.yaml", passing.site) }
    if failing.terms != passing.terms { text += part("In wirecheck.yaml", passing.terms) }
    if failing.wire != passing.wire { text += part("In the wire", passing.wire.joined(separator: "\n")) }
    if failing.draft != passing.draft { text += part("The document", passing.draft) }
    return text
  }

  private static func outcome(of example: RuleExample) throws -> String {
    let findings = try example.record().findings
    if findings.isEmpty { return "nothing stands in the way" }
    return findings.map { "\($0.level.rawValue)[\($0.rule)]: \($0.message)" }.joined(separator: "\n")
  }

  /// A title followed by indented lines, wrapped at the page width.
  private static func part(_ title: String, _ body: String) -> String {
    let lines = body.split(separator: "\n", omittingEmptySubsequences: false).flatMap { wrapped(String($0)) }
    let text = lines.map { $0.isEmpty ? "\n" : "    \($0)\n" }.joined()
    return "\n  \(title):\n\n" + (body.hasSuffix("\n") ? String(text.dropLast()) : text)
  }

  /// The page width in columns.
  private static let width = 84

  /// A line wrapped between words; continuation lines keep the line's indentation.
  private static func wrapped(_ line: String) -> [String] {
    let indent = String(line.prefix { $0 == " " })
    let words = String(line.dropFirst(indent.count))
    guard !words.isEmpty else { return [""] }
    return Wrapping.lines(of: words, width: width - indent.count).map { TerminalText.escaped(indent + $0) }
  }
}
