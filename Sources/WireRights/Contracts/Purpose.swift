/// What copy is used for.
public enum Purpose: String, Sendable, Hashable, CaseIterable, Codable {
  case editorial, criticism, review, commentary, commercial, noncommercial, personal, research, advertising
  case marketing, promotional, merchandise, paywalled
  case newsReporting = "news-reporting"
  case privateStudy = "private-study"
  case inHouse = "in-house"
  case aiTraining = "ai-training"
  case mediaMonitoring = "media-monitoring"
  case adSupported = "ad-supported"

  /// The purposes that this one implies.
  var implied: [Purpose] {
    switch self {
    case .newsReporting, .commentary, .criticism, .review: [.editorial]
    case .personal, .privateStudy: [.noncommercial]
    case .advertising, .marketing, .promotional, .merchandise: [.commercial]
    case .adSupported, .paywalled, .mediaMonitoring: [.commercial]
    default: []
    }
  }
}
