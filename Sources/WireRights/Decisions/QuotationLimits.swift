internal import Policies
public import WireYAML

/// How much a newsroom's writers may quote without permission: house rules, not law.
public struct QuotationLimits: Sendable, Hashable {
  /// The profile that supplies the defaults, for instance `eu`.
  public var profile: String
  /// The most words of one quotation.
  public var maxWordsPerQuote: Int
  /// The most words of one item, all quotations together.
  public var maxTotalWords: Int
  /// The largest share of an item, 0 to 1.
  public var maxShareOfSource: Double
  /// The longest permitted run of equal words.
  public var maxLongestRun: Int
  /// Whether the source has to be named.
  public var requireAttribution: Bool
  /// Whether the words must be in quotation marks.
  public var requireQuotationMarks: Bool
  /// Whether publication on the web requires a link to the source.
  public var requireLinkOnWeb: Bool
  /// The purposes for which quoting is free.
  public var purposes: Set<Purpose>
  /// Whether pictures may be quoted.
  public var appliesToImages: Bool
  /// Items shorter than this, in words, are exempt from the limit by share.
  public var shortSourceFloorWords: Int
  /// The most words of an extract that is exempt from the press publishers' right; 0 for no exemption.
  public var veryShortExtractWords: Int

  /// A limit that a quotation exceeds.
  public struct Excess: Sendable, Hashable {
    /// What is limited.
    public enum Measure: String, Sendable, Hashable, Codable {
      case wordsPerQuote, totalWords, longestRun, permilleOfSource
    }
    /// What is limited.
    public var measure: Measure
    /// How much is taken.
    public var taken: Int
    /// The limit.
    public var limit: Int
  }

  /// The profiles embedded in the program, by name.
  ///
  /// - Throws: `YAMLFault` if an embedded file is faulty.
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

  /// The limits of a newsroom: a profile with individual numbers overridden.
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

  /// The default profile: the strictest of them.
  public static let usualProfile = "custom"

  private init(
    _ reader: inout YAMLReader, profile: String, base: QuotationLimits?
  ) throws(YAMLFault) {
    /// A key may be omitted only if there is a profile to supply it.
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
