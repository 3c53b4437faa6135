import ArgumentParser
import WireDocuments
import WireMatching
import WireReports
import WireText
import WireTrees
import WireYAML
import Wirecheck

/// `wirecheck index calibrate`: measures the rate of false alarms on the newsroom's own archive.
struct IndexCalibrate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Measure how many false alarms there are, on stories of your own that came before the wire.",
    discussion: """
      Every story counts as innocent of the items that came out after it: what matches nevertheless is a false alarm, \
      or a text that both had from elsewhere, which a person can tell from the list. A story meets a part of the \
      index only, and counts for that part of a draft. With --innocent every story counts against every item, for \
      sets that nothing was copied into, such as news of another place or time.
      """)

  @OptionGroup var flags: IndexFlags
  @Flag(help: "Count every story as innocent of every item, whatever their times.")
  var innocent = false
  @Flag(help: "Print one JSON object, with every alarm.")
  var json = false
  @OptionGroup var format: InputFormatOption
  @Option(help: ArgumentHelp("Measure for this time instead of the clock's.", valueName: "time"))
  var now: String?
  @OptionGroup var inputs: ReadingFlags
  @Argument(
    help: ArgumentHelp(
      "Your own stories: files, folders or exports; `-` is standard input.", valueName: "path"))
  var paths: [String]

  /// How many stories are kept in memory at a time.
  private static let batch = 256

  func run() throws {
    let (newsroom, path) = try flags.located()
    let vocabulary = try reading { () throws(YAMLFault) in try Vocabulary.standard() }
    let instant = try Clock.instant(given: now).instant
    let calibrator = try indexing { () throws(IndexFault) in
      let index = try WireIndex(opening: path)
      let checker = try Checker(newsroom, index: index, vocabulary: vocabulary)
      return try Calibrator(checker, index: index, areInnocent: innocent, now: instant)
    }
    var diagnostics = Diagnostics()
    var calibration = Calibration()
    var listing = FileTree.files(paths)
    let open = try inputs.opening(listing.files, as: format.name)
    for fault in listing.unreadable { try diagnostics.report(fault.description) }
    for file in listing.files {
      do {
        var source = try open(file)
        while case let batch = try Self.next(&source), !batch.isEmpty {
          let trials = parallelMap(batch) { story in
            Result { () throws(IndexFault) in try calibrator.trial(story) }
          }
          for trial in trials { calibration.add(try indexing { () throws(IndexFault) in try trial.get() }) }
        }
      } catch let fault as ReadingFault {
        if !listing.leavesAside(fault) { try diagnostics.report(fault.description) }
      }
    }
    for remark in listing.remarks { try diagnostics.note(remark) }
    guard calibration.stories > 0 else {
      throw CommandFailure.usage(
        "no story to measure with: \(calibration.unusable) tell no time or came out after every item (name older "
          + "stories, or a set that nothing was copied into with --innocent)")
    }
    var output = Output.standard
    try output.write(
      json ? CalibrationText.json(calibration, path).line + "\n" : CalibrationText.text(calibration, path))
    try output.flush()
    try diagnostics.exitIfIncomplete()
  }

  private static func next(_ source: inout any DocumentFeed) throws(ReadingFault) -> [Document] {
    var stories: [Document] = []
    while stories.count < batch, let story = try source.next() {
      if !story.body.isEmpty { stories.append(story) }
    }
    return stories
  }
}
