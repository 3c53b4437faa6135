internal import Foundation
public import WireDocuments
public import WireMatching
public import WireText

/// How often innocent drafts are flagged: measured on stories that cannot have been taken from the items they are held
/// against.
///
/// A story of the newsroom's own that came out before an item cannot have been copied from it, so each match of the two
/// is a false alarm: words that many write, a statement that both quote, a text that both had from elsewhere. A
/// story meets only the items after it, and a draft of today meets all of them; the stories are therefore counted by
/// the share of the index that they meet.
public struct Calibration: Sendable, Equatable {
  /// A story that was flagged though it is innocent.
  public struct Alarm: Sendable, Equatable, Codable {
    /// The story's identifier, or its place.
    public var story: String
    /// The item's identifier.
    public var item: String
    /// The strength, in nats of surprisal.
    public var score: Double
    /// Words of the story in the passages.
    public var words: Int
    /// The longest run of equal words: a long one is likely a text that both had from elsewhere.
    public var longestRun: Int
  }

  /// One line of the calibrated table: how many innocent drafts reach a score.
  public struct Row: Sendable, Equatable {
    /// The least score; 0 for everything that is reported.
    public var score: Double
    /// Stories that reach it.
    public var stories: Int
    /// These in a thousand drafts against the whole index.
    public var perThousand: Double
    /// The bound below which that number lies with 95 % confidence.
    public var perThousandAtMost: Double
  }

  /// Stories that were measured.
  public private(set) var stories = 0
  /// How many drafts against the whole index they stand for.
  public private(set) var drafts = 0.0
  /// Stories that tell no time, or came out after every item.
  public private(set) var unusable = 0
  /// The alarms, in the order of the stories.
  public private(set) var alarms: [Alarm] = []

  /// The scores of the table.
  private static let scores: [Double] = [0, 60, 80, 100, 150, 200, 300, 500]

  /// Nothing measured.
  public init() {}

  /// Adds what a story came to.
  public mutating func add(_ trial: Trial) {
    guard trial.exposure > 0 else {
      unusable += 1
      return
    }
    stories += 1
    drafts += trial.exposure
    alarms += trial.alarms
  }

  /// What one story came to.
  public struct Trial: Sendable, Equatable {
    /// The share of the index's items that it meets as an innocent.
    public var exposure: Double
    /// The matches with these.
    public var alarms: [Alarm]
  }

  /// The table, for rising scores.
  public var rows: [Row] {
    Self.scores.map { score in
      let count = Set(alarms.filter { $0.score >= score }.map(\.story)).count
      return Row(
        score: score, stories: count,
        perThousand: min(1000, Double(count) * 1000 / max(drafts, .leastNonzeroMagnitude)),
        perThousandAtMost: min(1000, Self.mostExpected(count) * 1000 / max(drafts, .leastNonzeroMagnitude)))
    }
  }

  /// The mean for which so few events, or fewer, would be seen once in twenty times (Poisson; Garwood, 1936).
  static func mostExpected(_ count: Int) -> Double {
    var (low, high) = (0.0, Double(count) * 2 + 20)
    for _ in 0..<60 {
      let mean = (low + high) / 2
      var term = exp(-mean)
      var sum = term
      for event in stride(from: 1, through: count, by: 1) {
        term *= mean / Double(event)
        sum += term
      }
      if sum > 0.05 { low = mean } else { high = mean }
    }
    return high
  }
}

/// Holds stories against an index to see what is flagged though it is innocent.
public struct Calibrator: Sendable {
  private let checker: Checker
  private let index: WireIndex
  private let now: Instant
  /// Times of the items, sorted; nil where every story is innocent.
  private let times: [Instant]?

  /// A calibrator.
  ///
  /// - Parameters:
  ///   - checker: the newsroom.
  ///   - index: its index.
  ///   - areInnocent: whether every story is innocent whatever its time, for sets that nothing was copied into.
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

  /// What a story comes to.
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
    for reuse in try checker.reuses(in: draft, on: Occasion(now: now)) {
      guard let usage = reuse.prose, try isAlarm(reuse, after: time) else { continue }
      alarms.append(
        Calibration.Alarm(
          story: draft.record.id, item: reuse.match.source, score: reuse.match.score, words: usage.words,
          longestRun: usage.longestRun))
    }
    return Calibration.Trial(exposure: exposure, alarms: alarms)
  }

  /// Whether a story from a time cannot have taken its words from the item, or from another that holds them too.
  private func isAlarm(_ reuse: ItemReuse, after time: Instant?) throws(IndexFault) -> Bool {
    guard let time else { return true }
    var all = [reuse.state.entry]
    for id in reuse.match.alsoIn + [reuse.match.source] {
      all += try index.entries(withID: id)
    }
    return all.allSatisfy { $0.time.map { $0 > time } ?? false }
  }
}
