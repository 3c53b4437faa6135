public import ArgumentParser
import Foundation
import WireMatching
import WireReports
public import WireRights
import WireText
public import Wirecheck

/// The flags that `check` and `scan` share.
struct RunFlags: ParsableArguments {
  @Option(help: ArgumentHelp("The newsroom's configuration.", valueName: "file"))
  var config: String?
  @Option(help: ArgumentHelp("The index of wire copy (default: as configured).", valueName: "folder"))
  var index: String?
  @Option(
    help: ArgumentHelp(
      "Check against keyed hashes from `index export-hashes` instead; source passages cannot be shown.",
      valueName: "file"))
  var hashes: String?
  @Option(help: ArgumentHelp("The key that the hashes were exported with.", valueName: "file"))
  var keyFile: String?
  @Option(help: ArgumentHelp("Read all inputs as this format (see `wirecheck formats`).", valueName: "name"))
  var inputFormat: String?
  @OptionGroup var reading: ReadingFlags
  @Option(help: ArgumentHelp("Decide for this time instead of the clock's.", valueName: "time"))
  var now: String?
  @Option(help: ArgumentHelp("Channel in place of the site's; may be repeated.", valueName: "name"))
  var channel: [String] = []
  @Option(help: ArgumentHelp("Territory in place of the site's; may be repeated.", valueName: "code"))
  var territory: [String] = []
  @OptionGroup var report: ReportFlags

  func validate() throws {
    try InputFormat.demand(inputFormat)
    guard (hashes == nil) == (keyFile == nil) else {
      throw ValidationError("--hashes and --key-file belong together; name both")
    }
    guard hashes == nil || index == nil else {
      throw ValidationError("name either an index (--index) or hashes (--hashes)")
    }
    for name in channel where Channel(rawValue: name) == nil {
      throw ValidationError("there is no channel `\(TerminalText.escaped(name))`")
    }
    for code in territory where Territory(code) == nil {
      throw ValidationError("`\(TerminalText.escaped(code))` is no territory; write an ISO 3166 code")
    }
  }

  /// The occasion that the flags describe.
  func occasion(stage: Use.Stage, isArchive: Bool) throws(CommandFailure) -> (Occasion, isClockGiven: Bool) {
    let (instant, isGiven) = try Clock.instant(given: now)
    return (
      Occasion(
        now: instant, stage: stage, isArchive: isArchive, channels: channel.isEmpty ? nil : channel,
        territories: territory.isEmpty ? nil : territory), isGiven
    )
  }
}

/// The flags that say how a run is told.
struct ReportFlags: ParsableArguments {
  @Option(help: ArgumentHelp("Report format: \(ReportFormats.names).", valueName: "name"))
  var format = "text"
  @Option(
    help: ArgumentHelp("Write a report to a file as well; may be repeated.", valueName: "format=file"))
  var output: [String] = []
  @Option(
    help: ArgumentHelp(
      "Words to show: none, draft, short or full (default: short; draft where CI is set).", valueName: "which"
    ))
  var excerpts: ExcerptPolicy?
  @Option(help: ArgumentHelp("Level from which a finding fails the run.", valueName: "level"))
  var failOn: FailLevel?
  @Flag(help: "Exit with 0 where there are findings; still with 3 where not everything was checked.")
  var exitZero = false
  @Option(help: ArgumentHelp("Colours: auto, always or never.", valueName: "when"))
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

  /// The words that findings may hold.
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
extension Use.Stage: ExpressibleByArgument {}

/// The level from which a run fails.
enum FailLevel: String, ExpressibleByArgument, CaseIterable {
  case error, warning, info, never

  var level: Finding.Level? { Finding.Level(rawValue: rawValue) }
}

/// When colours are used.
enum ColourChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

/// What the command takes from the environment.
enum Environment {
  /// Whether the run is part of a pipeline whose output others may read.
  static var isCI: Bool {
    guard let value = ProcessInfo.processInfo.environment["CI"] else { return false }
    return !value.isEmpty && value.lowercased() != "false" && value != "0"
  }

  /// Whether a variable is set to something.
  static func isSet(_ name: String) -> Bool {
    !(ProcessInfo.processInfo.environment[name] ?? "").isEmpty
  }

  /// A variable's value, unless it is empty.
  static func value(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
