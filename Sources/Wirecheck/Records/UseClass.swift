/// How much of an item a document uses, in the classes that usage statements count by.
///
/// The first class that fits holds, in the order of the cases.
public enum UseClass: String, Codable, Sendable, Hashable, CaseIterable {
  /// Told in other words.
  case derived
  /// The whole item, or nearly so.
  case full
  /// A large part of the item.
  case substantial
  /// Words in quotation marks.
  case quote
  /// Any smaller part.
  case excerpt

  /// From this share of the item's words on a use is `full`, in a thousand words.
  public static let fullPermille = 900
  /// From this share of the item's words on a use is `substantial`, in a thousand words.
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

  /// What falls into the class, for people.
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
