internal import Policies
public import WireYAML

/// How much a newsroom lets its writers quote without leave: numbers of the house, not law.
public struct QuotationLimits: Sendable, Hashable {
  /// The profile that the numbers start from, for instance `eu`.
  public var profile: String
  /// The most words of one quotation.
  public var maxWordsPerQuote: Int
  /// The most words of one item, all quotations together.
  public var maxTotalWords: Int
  /// The largest share of an item, 0 to 1.
  public var maxShareOfSource: Double
  /// The longest run of equal words.
  public var maxLongestRun: Int
  /// Whether the source has to be named.
  public var requireAttribution: Bool
  /// Whether the words have to stand in quotation marks.
  public var requireQuotationMarks: Bool
  /// Whether a link has to lead to the source on the web.
  public var requireLinkOnWeb: Bool
  /// The purposes for which quoting is free.
  public var purposes: Set<Purpose>
  /// Whether pictures may be quoted.
  public var appliesToImages: Bool
  /// Items shorter than this, in words, are not measured by share.
  public var shortSourceFloorWords: Int
  /// The most words of an extract that is free of the press publishers' right; 0 where no extract is.
  public var veryShortExtractWords: Int

  /// A limit that a quotation is over.
  public struct Excess: Sendable, Hashable {
    /// What is limited.
    public enum Measure: String, Sendable, Hashable, Codable {
      case wordsPerQuote, totalWords, longestRun, permilleOfSource
    }
    /// What is limited.
    public var measure: Measure
    /// How much is taken.
    public var taken: Int
    /// How much may be.
    public var limit: Int
  }

  /// The profiles that come with the tool, by name.
  ///
  /// - Throws: `YAMLFault` where an embedded file is faulty.
  public static func builtIn() throws(YAMLFault) -> [String: QuotationLimits] {
    var profiles: [String: QuotationLimits] = [:]
    for file in PolicyFile.all(in: "Jurisdictions") {
      let value = try file.tree()
      var reader = try YAMLReader(value, file: file.path)
      let name = try reader.required("profile").text()
      _ = reader.optional("notes")
      profiles[name] = try QuotationLimits(&reader, profile: name, base: nil)
    }
    return profiles
  }

  /// The limits of a newsroom: a profile, changed number by number.
  ///
  ///     quotes:
  ///       profile: eu
  ///       max-words-per-quote: 30
  ///
  /// - Throws: `YAMLFault` for an unknown profile or key and for a number out of range.
  public init(
    reading field: YAMLField, profiles: [String: QuotationLimits]
  ) throws(YAMLFault) {
    var reader = try field.mapping()
    let name = reader.optional("profile")
    let known = profiles.keys.sorted()
    let profile = try name?.text(among: known) ?? Self.usualProfile
    guard let base = profiles[profile] else {
      throw field.fault(
        "`\(field.name)` needs a profile", next: "add `profile:`, one of: \(known.joined(separator: ", "))")
    }
    try self.init(&reader, profile: profile, base: base)
  }

  /// The profile of a newsroom that names none: the strictest of them.
  public static let usualProfile = "custom"

  private init(
    _ reader: inout YAMLReader, profile: String, base: QuotationLimits?
  ) throws(YAMLFault) {
    /// A key may be left out only where there is a profile to take it from.
    func field(_ key: String) throws(YAMLFault) -> YAMLField? {
      base == nil ? try reader.required(key) : reader.optional(key)
    }
    func count(_ key: String, _ usual: Int?) throws(YAMLFault) -> Int {
      guard let field = try field(key) else { return usual ?? 0 }
      let number = try field.integer()
      guard (0...1_000_000).contains(number) else {
        throw field.fault("`\(key)` must be between 0 and 1000000", next: "write a number of words")
      }
      return number
    }
    func flag(_ key: String, _ usual: Bool?) throws(YAMLFault) -> Bool {
      try field(key)?.flag() ?? usual ?? false
    }
    self.profile = profile
    maxWordsPerQuote = try count("max-words-per-quote", base?.maxWordsPerQuote)
    maxTotalWords = try count("max-total-words", base?.maxTotalWords)
    maxLongestRun = try count("max-longest-run", base?.maxLongestRun)
    shortSourceFloorWords = try count("short-source-floor-words", base?.shortSourceFloorWords)
    veryShortExtractWords = try count("very-short-extract-words", base?.veryShortExtractWords)
    maxShareOfSource = base?.maxShareOfSource ?? 0
    if let share = try field("max-share-of-source") { maxShareOfSource = try share.share() }
    requireAttribution = try flag("require-attribution", base?.requireAttribution)
    requireQuotationMarks = try flag("require-quotation-marks", base?.requireQuotationMarks)
    requireLinkOnWeb = try flag("require-link-on-web", base?.requireLinkOnWeb)
    appliesToImages = try flag("applies-to-images", base?.appliesToImages)
    purposes = base?.purposes ?? []
    if let field = try field("purposes") { purposes = Set(try field.choices(Purpose.self)) }
    try reader.finish()
  }
}
