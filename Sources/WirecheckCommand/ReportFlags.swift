public import ArgumentParser
import WireReports
public import Wirecheck

/// Options that control how a run is reported.
struct ReportFlags: ParsableArguments {
  @Option(help: ArgumentHelp("Report format: \(ReportFormats.names).", valueName: "name"))
  var format = "text"
  @Option(
    help: ArgumentHelp("Write a report to a file as well; may be repeated.", valueName: "format=file"))
  var output: [String] = []
  @Option(
    help: ArgumentHelp(
      "Which words to show (default: short; draft where CI is set).", valueName: "which"
    ))
  var excerpts: ExcerptPolicy?
  @Option(help: ArgumentHelp("Level from which a finding fails the run.", valueName: "level"))
  var failOn: FailLevel?
  @Flag(help: "Exit with 0 even where there are findings; still with 3 where not everything was checked.")
  var exitZero = false
  @Option(help: ArgumentHelp("Whether to use colours.", valueName: "when"))
  var color = ColourChoice.auto
  @Flag(name: .shortAndLong, help: "Print findings only.")
  var quiet = false

  func validate() throws {
    if ReportFormats.named(format) == nil { throw Self.unknown(format) }
    for entry in output where Self.split(entry).flatMap({ ReportFormats.named($0.format) }) == nil {
      throw ValidationError(
        "`--output \(TerminalText.escaped(entry))` is not FORMAT=FILE; formats: \(ReportFormats.names)")
    }
    for file in output.compactMap({ Self.split($0)?.file }) where !ReportFile(path: file).hasFolder {
      throw ValidationError(
        "--output: \(TerminalText.escaped(file)) has no folder to stand in (make it first)")
    }
  }

  /// Which words may appear in findings.
  var excerptPolicy: ExcerptPolicy { excerpts ?? (Environment.isCI ? .draft : .short) }

  static func unknown(_ format: String) -> ValidationError {
    ValidationError("there is no report `\(TerminalText.escaped(format))`; one of: \(ReportFormats.names)")
  }

  static func split(_ entry: String) -> (format: String, file: String)? {
    guard let equals = entry.firstIndex(of: "=") else { return nil }
    let file = String(entry[entry.index(after: equals)...])
    return file.isEmpty ? nil : (String(entry[..<equals]), file)
  }
}

extension ExcerptPolicy: ExpressibleByArgument {}
