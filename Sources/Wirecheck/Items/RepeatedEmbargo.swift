internal import Foundation
internal import WireRights
internal import WireText

/// Notes that repeat an embargo whose end is already recorded with the item.
///
/// A note that gives a time without a day, or no time at all, would otherwise remain for ever as an unreadable
/// embargo.
extension WireItem {
  /// Whether a field only explains an embargo whose end is recorded.
  func onlyExplainsEmbargo(_ key: String) -> Bool { embargoUntil != nil && Self.isEmbargoReason(key) }

  /// Whether a ninjs field gives the reason for an embargo.
  static func isEmbargoReason(_ key: String) -> Bool { key == "embargoedreason" }

  /// Removes from a statement the embargoes without a day that end at the recorded time of day.
  func leaveOutRepeatedEmbargo(of statement: inout RightsStatement, _ newsroom: Newsroom) {
    guard let end = embargoUntil else { return }
    let zones = [TimeZone(secondsFromGMT: 0), homeZone(newsroom)].compactMap(\.self)
    let item = ItemTerms(agency: agency)
    statement.clauses.removeAll { [statement] clause in
      var alone = statement
      alone.clauses = [clause]
      guard case .unreadable? = alone.embargo(on: item) else { return false }
      return Self.times(in: statement.words(clause.evidence))
        .contains { time in zones.contains { Self.timeOfDay(end, in: $0) == time } }
    }
  }

  /// The times of day in words, such as `1315` or `13:15`, as hours times 100 plus minutes.
  private static func times(in words: String) -> [Int] {
    words.split { !($0.isNumber || $0 == ":" || $0 == ".") }
      .map { $0.filter(\.isNumber) }.filter { (3...4).contains($0.count) }.compactMap { Int($0) }
  }

  private static func timeOfDay(_ seconds: Int64, in zone: TimeZone) -> Int {
    let date = Date(timeIntervalSince1970: TimeInterval(seconds))
    let day = (Int(seconds % 86_400) + zone.secondsFromGMT(for: date)) % 86_400
    let minutes = (day + 86_400) % 86_400 / 60
    return minutes / 60 * 100 + minutes % 60
  }
}
