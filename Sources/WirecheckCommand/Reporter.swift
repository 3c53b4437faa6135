import ArgumentParser
import Foundation
import WireDocuments
import WireReports
import Wirecheck

/// Tells a run: on standard output, in files, and by the exit status.
struct Reporter {
  private let flags: ReportFlags

  init(_ flags: ReportFlags) { self.flags = flags }

  /// Writes all reports that were asked for, files first.
  ///
  /// A file that cannot be written does not cost the others; the first fault is thrown at the end.
  func write(_ run: RunRecord) throws {
    var failure: CommandFailure?
    for entry in flags.output {
      guard let (name, file) = ReportFlags.split(entry) else { continue }
      let bytes = try Self.render(run, as: name, options: Self.options(colour: false, width: 100))
      do throws(CommandFailure) { try ReportFile(path: file).write(bytes) } catch {
        failure = failure ?? error
      }
    }
    let options = Self.options(colour: Terminal.usesColour(flags.color), width: Terminal.width)
    var output = Output.standard
    if !(flags.quiet && run.findings.isEmpty && flags.format == "text") {
      try output.write(
        String(decoding: try Self.render(run, as: flags.format, options: options), as: UTF8.self))
    }
    try output.flush()
    if let failure { throw failure }
  }

  /// Ends the command with the status that the run has earned.
  ///
  /// - Parameter failOn: the level that the configuration sets.
  func exit(after run: RunRecord, failOn: Finding.Level?) throws {
    if run.verdict == .incomplete { throw ExitCode(ExitStatus.incomplete) }
    let threshold = flags.failOn.map(\.level) ?? failOn
    let fails = threshold.map { level in run.findings.contains { $0.level >= level } } ?? false
    if fails && !flags.exitZero { throw ExitCode(ExitStatus.findings) }
  }

  /// A run in a format.
  static func render(
    _ run: RunRecord, as name: String, options: ReportOptions
  ) throws -> [UInt8] {
    guard let format = ReportFormats.named(name) else { throw ReportFlags.unknown(name) }
    do throws(ReportFault) { return try format.render(run, options: options) } catch {
      throw CommandFailure.incomplete(error.description)
    }
  }

  /// The options of a report.
  static func options(colour: Bool, width: Int) -> ReportOptions {
    var options = ReportOptions()
    options.usesColour = colour
    options.width = width
    options.rules = Rules.all
    options.paths = Repository.paths
    options.contents = { document in contents(of: document.path) }
    return options
  }

  /// The bytes of an input as it was checked, where it is a file that can be read again.
  private static func contents(of path: String) -> [UInt8]? {
    guard path != "-", var source = try? DocumentSource(path: path) else { return nil }
    while let document = try? source.next() { _ = document }
    return source.bytes
  }
}
