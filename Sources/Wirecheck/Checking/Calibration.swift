internal import Foundation

/// How often innocent drafts are flagged, measured on stories that cannot have been copied from the items they
/// are compared with.
///
/// A story of the newsroom's own that was published before an item cannot have been copied from it, so each
/// match between the two is a false alarm: common wording, a statement that both quote, a text that both took
/// from elsewhere. A story is compared only with the items published after it, whereas a draft of today is
/// compared with all of them; each story is therefore weighted by the share of the index that it is compared with.
public struct Calibration: Sendable, Equatable {
  /// A story that was flagged although it is innocent.
  public struct Alarm: Sendable, Equatable, Codable {
    /// The story's identifier, or its path.
    public var story: String
    /// The item's identifier.
    public var item: String
    /// The strength, in nats of surprisal.
    public var score: Double
    /// Words of the story in the matching passages.
    public var words: Int
    /// The longest run of equal words; a long run is probably a text that both took from elsewhere.
    public var longestRun: Int
  }

  /// One row of the calibration table: how many innocent drafts reach a score.
  public struct Row: Sendable, Equatable {
    /// The lowest score of the row; 0 covers everything that is reported.
    public var score: Double
    /// Stories that reach it.
    public var stories: Int
    /// The same per thousand drafts checked against the whole index.
    public var perThousand: Double
    /// Upper confidence bound (95 %) of `perThousand`.
    public var perThousandAtMost: Double
  }

  /// Stories that were measured.
  public private(set) var stories = 0
  /// The number of drafts, each checked against the whole index, that these stories are equivalent to.
  public private(set) var drafts = 0.0
  /// Stories without a time, or published after every item.
  public private(set) var unusable = 0
  /// The alarms, in the order of the stories.
  public private(set) var alarms: [Alarm] = []

  /// The scores of the table.
  private static let scores: [Double] = [0, 60, 80, 100, 150, 200, 300, 500]

  /// Nothing measured.
  public init() {}

  /// Adds the result of one story.
  public mutating func add(_ trial: Trial) {
    guard trial.exposure > 0 else {
      unusable += 1
      return
    }
    stories += 1
    drafts += trial.exposure
    alarms += trial.alarms
  }

  /// The result of one story.
  public struct Trial: Sendable, Equatable {
    /// The share of the index's items that were published after the story.
    public var exposure: Double
    /// The matches with those items.
    public var alarms: [Alarm]
  }

  /// The table, by ascending score.
  public var rows: [Row] {
    Self.scores.map { score in
      let count = Set(alarms.filter { $0.score >= score }.map(\.story)).count
      return Row(
        score: score, stories: count,
        perThousand: min(1000, Double(count) * 1000 / max(drafts, .leastNonzeroMagnitude)),
        perThousandAtMost: min(1000, Self.mostExpected(count) * 1000 / max(drafts, .leastNonzeroMagnitude)))
    }
  }

  /// The upper bound of a Poisson mean: `count` or fewer events have a probability of 5 % (Garwood, 1936).
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
