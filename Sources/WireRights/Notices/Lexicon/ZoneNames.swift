internal import Foundation
internal import Policies
internal import Synchronization
internal import WireText
internal import WireYAML

/// The names of time zones, and of towns and countries used in news for their time: the words next to a clock time.
///
/// They are not words of the lexicons, since “Paris” means a time nowhere else. The files are read at the first
/// time of day with words next to it.
final class ZoneNames: Sendable {
  private let files: [PolicyFile]
  private let table = Mutex<PhraseTable?>(nil)

  /// The names in the files of `Policies/Zones/`.
  init(_ files: [PolicyFile]) { self.files = files.all(in: "Zones") }

  /// The zone of the longest name from a token on, and the token after it; nil if none is known.
  ///
  /// A zone is an offset, `Z`, a name in the IANA time zone database or an abbreviation in capitals (see `ZoneName`).
  func zone(at index: Int, upTo upper: Int, in list: TokenList) -> (zone: String, upper: Int)? {
    guard let found = longest(at: index, upTo: upper, in: list) else {
      return index < upper && Self.isAbbreviation(at: index, in: list)
        ? (list.word(index).uppercased(), index + 1) : nil
    }
    guard case .zone(let zone) = found.word else { return nil }
    return (zone, found.upper)
  }

  /// Whether a word is an abbreviation in capitals whose offsets are known: “EST”.
  static func isAbbreviation(at index: Int, in list: TokenList) -> Bool {
    index < list.tokens.count && list.tokens[index].isUpper && ZoneName(abbreviation: list.word(index)) != nil
  }

  /// The token after a word that announces a zone name next to it: “time”, “heure de”; nil for others.
  func localTime(at index: Int, upTo upper: Int, in list: TokenList) -> Int? {
    guard let found = longest(at: index, upTo: upper, in: list), found.word == .localTime else { return nil }
    return found.upper
  }

  /// Reads the files to report errors in them; in normal use a faulty file means that no name is known.
  func requireNames() throws(YAMLFault) { _ = try Self.table(files) }

  private func longest(
    at index: Int, upTo upper: Int, in list: TokenList
  ) -> (word: Concept.TimeWord, upper: Int)? {
    let end = min(upper, index + Self.longestName)
    guard index < end else { return nil }
    return table.withLock { table in
      let names = table ?? ((try? Self.table(files)) ?? PhraseTable())
      table = names
      let longest = names.matches(in: list, from: index, to: end).filter { $0.lower == index }
        .max { $0.upper < $1.upper }
      guard let longest, case .time(let word)? = names.entries[longest.entry].concepts.first else {
        return nil
      }
      return (word, longest.upper)
    }
  }

  /// The most words of a name.
  private static let longestName = 5

  /// Reads the files: a mapping of zones, as offsets or by their names in the IANA time zone database, to names,
  /// and of `local-time` to the words next to such names.
  ///
  /// - Throws: `YAMLFault` with the place; also for a zone unknown to the system.
  static func table(_ files: [PolicyFile]) throws(YAMLFault) -> PhraseTable {
    var table = PhraseTable()
    for file in files {
      let value = try file.tree()
      var reader = try YAMLReader(value, file: file.path)
      for zone in reader.all() {
        let word: Concept.TimeWord = zone.name == "local-time" ? .localTime : .zone(zone.name)
        guard !zone.name.contains("/") || TimeZone(identifier: zone.name) != nil else {
          throw zone.fault("`\(zone.name)` is no time zone", next: "see the IANA time zone database")
        }
        let meaning: PhraseTable.Meaning = [.time(word)]
        for name in try zone.texts() { table.add(name[...], meaning) }
      }
    }
    return table
  }
}
