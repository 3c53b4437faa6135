public import WireDocuments
public import WireMatching
public import WireText

/// Checks innocent stories against an index to measure false alarms.
public struct Calibrator: Sendable {
  private let checker: Checker
  private let index: WireIndex
  private let now: Instant
  /// Publication times of the items, sorted; nil if every story counts as innocent.
  private let times: [Instant]?

  /// A calibrator.
  ///
  /// - Parameters:
  ///   - checker: the newsroom.
  ///   - index: its index.
  ///   - areInnocent: whether every story counts as innocent whatever its time, for collections that contain no
  ///     copied text.
  ///   - now: the time of the measurement.
  public init(
    _ checker: Checker, index: WireIndex, areInnocent: Bool, now: Instant
  ) throws(IndexFault) {
    self.checker = checker
    self.index = index
    self.now = now
    guard !areInnocent else {
      times = nil
      return
    }
    var times: [Instant] = []
    try index.forEachEntry { if let time = $0.time { times.append(time) } }
    self.times = times.sorted()
  }

  /// The result of checking one story.
  public func trial(_ story: Document) throws(IndexFault) -> Calibration.Trial {
    var exposure = 1.0
    var time: Instant?
    if let times {
      guard let own = ItemReader.time(of: story), !times.isEmpty else {
        return Calibration.Trial(exposure: 0, alarms: [])
      }
      time = own
      exposure = Double(times.count - times.partitioningIndex { $0 > own }) / Double(times.count)
      guard exposure > 0 else { return Calibration.Trial(exposure: 0, alarms: []) }
    }
    let draft = Draft(story, checker.newsroom)
    var alarms: [Calibration.Alarm] = []
    for reuse in try checker.reuses(in: draft, on: Occasion(now: now)) where !reuse.isSecondary {
      guard let usage = reuse.prose, try isAlarm(reuse, after: time) else { continue }
      alarms.append(
        Calibration.Alarm(
          story: draft.record.id, item: reuse.match.source, score: reuse.match.score, words: usage.words,
          longestRun: usage.longestRun))
    }
    return Calibration.Trial(exposure: exposure, alarms: alarms)
  }

  /// Whether all items that have the words, in all their versions, were published after the story.
  private func isAlarm(_ reuse: ItemReuse, after time: Instant?) throws(IndexFault) -> Bool {
    guard let time else { return true }
    var all = [reuse.state.entry]
    for id in reuse.match.alsoIn + [reuse.match.source] {
      all += try index.entries(withID: id)
    }
    return all.allSatisfy { $0.time.map { $0 > time } ?? false }
  }
}
