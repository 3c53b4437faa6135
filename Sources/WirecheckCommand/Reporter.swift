import ArgumentParser
import WireDocuments
import WireReports
import Wirecheck

/// Reports a run on standard output, in files and by the exit status.
struct Reporter {
  private let flags: ReportFlags
  private let open: FeedOpening

  /// - Parameters:
  ///   - flags: the requested reports and their options.
  ///   - open: opens inputs as the run did, for formats that need the lines of an input.
  init(_ flags: ReportFlags, opening open: @escaping FeedOpening) {
    self.flags = flags
    self.open = open
  }

  /// Writes all requested reports, files first.
  ///
  /// A file that cannot be written does not affect the others; the first failure is thrown at the end.
  func write(_ run: RunRecord) throws {
    var failure: CommandFailure?
    for entry in flags.output {
      guard let (name, file) = ReportFlags.split(entry) else { continue }
      let options = options(colour: false, width: 100)
      do throws(CommandFailure) {
        try ReportFile(path: file).write { output in
          try Self.write(run, as: name, options: options, to: &output)
        }
      } catch {
        failure = failure ?? error
      }
    }
    let options = options(colour: Terminal.usesColour(flags.color), width: Terminal.width)
    var output = Output.standard
    if !(flags.quiet && run.findings.isEmpty && flags.format == "text") {
      try Self.write(run, as: flags.format, options: options, to: &output)
    }
    try output.flush()
    if let failure { throw failure }
  }

  /// Ends the command with the run's exit status.
  ///
  /// - Parameter failOn: the level that the configuration sets.
  func exit(after run: RunRecord, failOn: Finding.Level?) throws {
    if run.verdict == .incomplete { throw ExitCode(ExitStatus.incomplete) }
    let threshold = flags.failOn.map(\.level) ?? failOn
    let fails = threshold.map(run.counts.holdsAny) ?? false
    if fails && !flags.exitZero { throw ExitCode(ExitStatus.findings) }
  }

  /// Writes a run in a format, piece by piece.
  static func write(
    _ run: RunRecord, as name: String, options: ReportOptions, to output: inout Output
  ) throws {
    guard let format = ReportFormats.named(name) else { throw ReportFlags.unknown(name) }
    do { try format.write(run, options: options, to: &output) } catch let fault as ReportFault {
      throw CommandFailure.incomplete(fault.description)
    }
  }

  /// The options of a report that needs no input.
  static func options(colour: Bool, width: Int) -> ReportOptions {
    var options = ReportOptions()
    options.usesColour = colour
    options.width = width
    options.rules = Rules.ofDocuments
    options.paths = Repository.paths
    return options
  }

  private func options(colour: Bool, width: Int) -> ReportOptions {
    var options = Self.options(colour: colour, width: width)
    options.contents = { [open] document in Self.contents(of: document.path, opening: open) }
    return options
  }

  /// The bytes of an input as it was checked; nil if it cannot be read again.
  private static func contents(of path: String, opening open: FeedOpening) -> [UInt8]? {
    guard path != "-" else { return nil }
    var source: any DocumentFeed
    do throws(ReadingFault) { source = try open(path) } catch { return nil }
    do throws(ReadingFault) { while try source.next() != nil {} } catch {
      // The run has reported the fault; the part before it is what was checked.
    }
    return source.bytes
  }
}
