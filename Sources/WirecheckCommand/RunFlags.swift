import ArgumentParser
import WireReports
import WireRights
import WireText
import Wirecheck

/// The options that `check` and `scan` share.
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
  @Option(help: ArgumentHelp("Use this time instead of the current one.", valueName: "time"))
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
    try UseArguments.demand(channels: channel, territories: territory)
  }

  /// The occasion that the options describe.
  func occasion(stage: Use.Stage, isArchive: Bool) throws(CommandFailure) -> (Occasion, isClockGiven: Bool) {
    let (instant, isGiven) = try Clock.instant(given: now)
    return (
      Occasion(
        now: instant, stage: stage, isArchive: isArchive, channels: channel.isEmpty ? nil : channel,
        territories: territory.isEmpty ? nil : territory), isGiven
    )
  }
}
