/// The name of a time zone next to a time of day, and the offsets from UTC that it may mean.
///
/// Fields take all abbreviations from here, notices those that are no words of their language's lexicon.
package struct ZoneName {
  /// Its letters in lower case.
  let letters: [UInt8]
  /// Whether it is written in capitals, as abbreviations of zones are.
  let isCapital: Bool

  init(letters: [UInt8], isCapital: Bool) {
    self.letters = letters
    self.isCapital = isCapital
  }

  /// An abbreviation whose offsets are known; nil for other words.
  ///
  /// - Parameter abbreviation: in lower case.
  package init?(abbreviation: String) {
    self.init(letters: Array(abbreviation.utf8), isCapital: true)
    let isKnown =
      Self.fixed[letters] ?? Self.american[letters] ?? Self.northernSummer[letters]
      ?? Self.southernSummer[letters]
    guard isKnown != nil || Self.several[letters] != nil else { return nil }
  }

  /// The offsets in seconds, in order, one for most names; empty for a word that is no name of a zone, such as “Uhr”.
  ///
  /// - Parameters:
  ///   - date: the day.
  ///   - second: the second of the day.
  package func offsets(on date: CivilTime, at second: Int) -> [Int] {
    if let minutes = Self.fixed[letters] { return [minutes * 60] }
    if let hours = Self.american[letters] { return american(hours, date, second) }
    if let minutes = Self.several[letters] { return minutes.map { $0 * 60 } }
    if let minutes = Self.northernSummer[letters] { return summer(minutes, (4...10).contains(date.month)) }
    if let minutes = Self.southernSummer[letters] { return summer(minutes, !(4...10).contains(date.month)) }
    guard isCapital, (2...5).contains(letters.count), !Self.clockWords.contains(letters) else { return [] }
    // Whatever it means.
    return [-12 * 3600, 14 * 3600]
  }

  /// Summer time in another season is a mistake: the writer may have meant that of the season.
  private func summer(_ minutes: Int, _ isSummer: Bool) -> [Int] {
    isSummer ? [minutes * 60] : [(minutes - 60) * 60, minutes * 60]
  }

  /// The time of a zone of the United States, which is summer time from the second Sunday of March to the first of
  /// November (Energy Policy Act of 2005); either for years before.
  private func american(_ standard: Int, _ date: CivilTime, _ second: Int) -> [Int] {
    let winter = standard * 3600
    let summer = winter + 3600
    guard date.year >= 2007 else { return [winter, summer] }
    switch date.month {
    case 3:
      let isDay = date.sundaysBefore == 1 && date.isSunday
      return date.sundaysBefore > 1 || isDay && second >= 7200 ? [summer] : [winter]
    case 4...10: return [summer]
    case 11 where date.sundaysBefore == 0:
      guard date.isSunday else { return [summer] }
      // The hour from one to two comes twice.
      return second < 3600 ? [summer] : second < 7200 ? [winter, summer] : [winter]
    default: return [winter]
    }
  }

  private static func table<Value>(_ names: [String: Value]) -> [[UInt8]: Value] {
    Dictionary(uniqueKeysWithValues: names.map { (Array($0.utf8), $1) })
  }

  private static func hours(_ names: [String: Int]) -> [[UInt8]: Int] { table(names).mapValues { $0 * 60 } }

  /// Names that have one offset wherever agencies use them, in minutes.
  private static let fixed: [[UInt8]: Int] = hours([
    "z": 0, "gmt": 0, "ut": 0, "utc": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6,
    "pst": -8, "pdt": -7, "akst": -9, "hst": -10, "adt": -3, "art": -3, "brt": -3, "clst": -3, "uyt": -3,
    "clt": -4, "vet": -4, "bot": -4, "cot": -5, "pet": -5, "wet": 0, "cet": 1, "mez": 1, "wat": 1, "eet": 2,
    "cat": 2, "sast": 2, "msk": 3, "eat": 3, "trt": 3, "gst": 4, "pkt": 5, "uzt": 5, "wib": 7, "ict": 7,
    "hkt": 8, "sgt": 8, "awst": 8, "wita": 8, "pht": 8, "myt": 8, "jst": 9, "kst": 9, "wit": 9, "aest": 10,
    "nzst": 12,
  ]).merging(
    table(["slst": 330, "npt": 345, "irst": 210, "acst": 570, "mmt": 390, "nst": -210, "ndt": -150])
  ) { $1 }
  /// Names without the season: standard time in hours.
  private static let american = table(["et": -5, "ct": -6, "mt": -7, "pt": -8, "akt": -9])
  /// Names that zones with different offsets share, in minutes: Irish, Israel and Indian time; Atlantic and Arabian;
  /// Amazon and Armenian; Samoan and Singaporean; Western Australian and West Samoan.
  private static let several: [[UInt8]: [Int]] = table([
    "ist": [60, 120, 330], "ast": [-240, 180], "amt": [-240, 240], "sst": [-660, 480], "wst": [480, 780],
  ])
  private static let northernSummer = hours([
    "akdt": -8, "west": 1, "bst": 1, "cest": 2, "mesz": 2, "eest": 3, "idt": 3,
  ])
  private static let southernSummer = table(["acdt": 630, "aedt": 660, "nzdt": 780])
  /// Words after a time of day that name no zone.
  static let clockWords = [
    "uhr", "h", "hours", "hrs", "hr", "hs", "uur", "am", "pm", "noon", "local",
  ].map { Array($0.utf8) }
}

extension CivilTime {
  fileprivate var isSunday: Bool { daysSinceSunday == 0 }

  /// The number of Sundays of the month before the day.
  fileprivate var sundaysBefore: Int {
    let last = isSunday ? day - 7 : day - daysSinceSunday
    return last < 1 ? 0 : (last + 6) / 7
  }

  private var daysSinceSunday: Int { ((Self.day(year: year, month: month, day: day) + 4) % 7 + 7) % 7 }
}
