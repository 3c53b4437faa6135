/// How much of an item a document uses, in the classes of usage statements.
///
/// The first case that fits applies, in the order of declaration.
public enum UseClass: String, Codable, Sendable, Hashable, CaseIterable {
  /// Paraphrased, summarised or translated.
  case derived
  /// The whole item, or nearly all of it.
  case full
  /// A large part of the item.
  case substantial
  /// Words quoted from the item.
  case quote
  /// Any smaller part.
  case excerpt

  /// The smallest share of the item's words for a use to be `full`, in thousandths.
  public static let fullPermille = 900
  /// The smallest share of the item's words for a use to be `substantial`, in thousandths.
  public static let substantialPermille = 300

  /// The class of a use.
  public init(_ use: UseRecord) {
    let isQuoted = use.attribution == .quoted || use.attribution == .both
    if ["rewritten", "summarised", "translated"].contains(use.kind) {
      self = .derived
    } else if use.sourcePermille >= Self.fullPermille {
      self = .full
    } else if use.sourcePermille >= Self.substantialPermille {
      self = .substantial
    } else {
      self = isQuoted ? .quote : .excerpt
    }
  }

  /// What belongs to the class, as shown to users.
  public var definition: String {
    switch self {
    case .derived: "the item's content in other words, however much of it"
    case .full: "at least \(Self.percent(Self.fullPermille)) of the item's words"
    case .substantial:
      "at least \(Self.percent(Self.substantialPermille)) and less than \(Self.percent(Self.fullPermille)) "
        + "of the item's words"
    case .quote: "less than \(Self.percent(Self.substantialPermille)) of the item's words, in quotation marks"
    case .excerpt:
      "less than \(Self.percent(Self.substantialPermille)) of the item's words, not in quotation marks"
    }
  }

  private static func percent(_ permille: Int) -> String { "\(permille / 10)%" }
}
