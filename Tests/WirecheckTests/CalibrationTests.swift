import Foundation
import Testing
import WireDocuments
import WireMatching
import WireText

@testable import Wirecheck

/// False alarms, measured on stories that came before the wire.
@Suite struct CalibrationTests {
  /// Items of Northwire with their days in November, and the others of the scene without a time.
  private static func calibrator(
    _ items: [(id: String, day: String, text: String)], innocent: Bool = false
  ) throws -> Calibrator {
    let scene = try Scene(
      wire: items.map { try Scene.item($0.id, $0.text, ["published": "2026-11-\($0.day)T08:00:00Z"]) })
    let archive = try #require(scene.checker.archive as? TextArchive)
    return try Calibrator(
      scene.checker, index: archive.index, areInnocent: innocent, now: Instant(seconds: 1_800_000_000))
  }

  private static func story(_ text: String, day: String?) throws -> Document {
    var fields = ["id": "story", "text": text]
    if let day { fields["published"] = "2026-11-\(day)T08:00:00Z" }
    return try #require(try Scene.documents([Scene.json(fields)]).first)
  }

  private static let shared = [("NW-7", "19", Story.text), ("NW-8", "10", Story.own)]

  /// The day of a story that holds an item's text; what it counts for, and the alarms.
  static let cases: [(day: String?, exposure: Double, alarms: [String])] = [
    ("01", 1, ["NW-7"]), ("12", 0.5, ["NW-7"]), ("19", 0, []), ("20", 0, []), (nil, 0, []),
  ]

  @Test(arguments: cases.indices) func onlyItemsAfterTheStoryCount(_ number: Int) throws {
    let (day, exposure, alarms) = Self.cases[number]
    let trial = try Self.calibrator(Self.shared).trial(Self.story("\(Story.own) \(Story.text)", day: day))
    #expect(trial.exposure == exposure)
    #expect(trial.alarms.map(\.item).filter { $0 == "NW-7" } == alarms)
  }

  @Test func anEarlierItemWithTheSameWordsExplainsThem() throws {
    let items = [("NW-6", "02", Story.text), ("NW-7", "19", Story.text)]
    let trial = try Self.calibrator(items).trial(Self.story(Story.text, day: "05"))
    #expect(trial.exposure == 0.5 && trial.alarms.isEmpty)
  }

  @Test func ownWordsAreNoAlarmAndSetsMayBeInnocentAsAWhole() throws {
    let own = try Self.calibrator([("NW-7", "19", Story.text)]).trial(Self.story(Story.own, day: "01"))
    #expect(own.exposure == 1 && own.alarms.isEmpty)
    let innocent = try Self.calibrator(Self.shared, innocent: true)
    #expect(try innocent.trial(Self.story(Story.text, day: nil)).alarms.map(\.item) == ["NW-7"])
  }

  @Test func storiesCountByWhatTheyMeet() {
    var calibration = Calibration()
    func alarm(_ score: Double) -> Calibration.Alarm {
      Calibration.Alarm(story: "s\(score)", item: "i", score: score, words: 12, longestRun: 9)
    }
    calibration.add(.init(exposure: 0.5, alarms: [alarm(50), alarm(90)]))
    for _ in 0..<199 { calibration.add(.init(exposure: 0.5, alarms: [])) }
    calibration.add(.init(exposure: 0, alarms: []))
    #expect(calibration.stories == 200 && calibration.drafts == 100 && calibration.unusable == 1)
    #expect(calibration.rows.map(\.stories) == [2, 1, 1, 0, 0, 0, 0, 0])
    #expect(calibration.rows[0].perThousand == 20)
    #expect(
      zip(calibration.rows, calibration.rows.dropFirst()).allSatisfy {
        $0.perThousandAtMost >= $1.perThousandAtMost
      })
  }

  /// Upper limits for the mean of counts with 95 % confidence, from tables of the Poisson distribution.
  static let limits: [(count: Int, mean: Double)] = [
    (0, 2.996), (1, 4.744), (2, 6.296), (5, 10.513), (10, 16.962),
  ]

  @Test(arguments: limits.indices) func theBoundIsPoissons(_ number: Int) {
    #expect(abs(Calibration.mostExpected(Self.limits[number].count) - Self.limits[number].mean) < 0.001)
  }
}
