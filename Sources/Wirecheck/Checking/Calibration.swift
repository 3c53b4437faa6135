internal import Foundation

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
