/// A country (ISO 3166-1 alpha-2), a part of one (ISO 3166-2), a region of several (`EU`), or `worldwide`.
public struct Territory: Sendable, Hashable, CustomStringConvertible {
  /// The code, for instance `BG`, `CA-QC`, `EU`, `worldwide`.
  public let code: String

  /// Everywhere.
  public static let worldwide = Territory(known: "worldwide")

  /// A territory by its code; nil if the standard has no such code.
  ///
  /// For a part of a country, checks the country and the form of the rest (one to three letters or digits).
  public init?(_ code: String) {
    if code == "worldwide" || !Self.isCountry(code) && Region.all[code] != nil {
      self.code = code
      return
    }
    let parts = code.utf8.split(separator: 0x2D, maxSplits: 1, omittingEmptySubsequences: false)
    guard let country = parts.first, Self.isCountry(String(decoding: country, as: UTF8.self)) else {
      return nil
    }
    if parts.count == 2 {
      guard (1...3).contains(parts[1].count), parts[1].allSatisfy(Self.isUpperCaseOrDigit) else { return nil }
    }
    self.code = code
  }

  private init(known code: String) { self.code = code }

  /// The code.
  public var description: String { code }

  /// Whether the territory is `other` or a part of it.
  func isPart(of other: Territory) -> Bool {
    if code == other.code || other == .worldwide || code.hasPrefix(other.code + "-") { return true }
    guard !other.isCountry, self != .worldwide, let region = Region.all[other.code] else { return false }
    return countries.isSubset(of: region.members)
  }

  /// Whether it is a country or a part of one.
  private var isCountry: Bool { Self.isCountry(code.split(separator: "-").first.map(String.init) ?? code) }

  /// The countries that it consists of or lies in.
  private var countries: Set<String> {
    isCountry ? [String(code.prefix(2))] : Region.all[code]?.members ?? []
  }

  /// Whether it has countries in common with another, or may have; nil if it has none.
  private func meets(_ other: Territory) -> Overlap? {
    guard !isCountry || !other.isCountry else { return nil }
    if !countries.isDisjoint(with: other.countries) { return .partly }
    let disputed = (Region.all[code]?.disputed ?? []).union(Region.all[other.code]?.disputed ?? [])
    return disputed.isDisjoint(with: countries.union(other.countries)) ? nil : .unknown
  }

  /// How a use's territory overlaps the territory that a term names; text that is not a code is unknown.
  static func overlap(of used: String?, with named: String) -> Overlap {
    guard let term = Territory(named) else { return .unknown }
    return overlap(of: used.flatMap { Territory($0) }, with: term)
  }

  /// How a use's territory, if it is known, overlaps another.
  static func overlap(of used: Territory?, with term: Territory) -> Overlap {
    guard let used else { return .unknown }
    if used.isPart(of: term) { return .inside }
    return term.isPart(of: used) ? .partly : used.meets(term) ?? .outside
  }

  /// The code that is probably meant by a text that is not a code.
  public static func usual(for text: String) -> String? {
    let upper = text.uppercased()
    let meant = ["UK": "GB", "EN": "GB", "EL": "GR", "USA": "US", "WORLD": "worldwide"][upper] ?? upper
    return Territory(meant)?.code
  }

  /// Whether it is the code of a country.
  static func isCountry(_ code: String) -> Bool { CountryCodes.all.contains(code) }

  private static func isUpperCaseOrDigit(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
  }
}
