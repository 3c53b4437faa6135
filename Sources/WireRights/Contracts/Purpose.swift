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
  /// Whether it says only how money is earned beside the use, which decides on commerce and not on what it is for.
  var isAboutMoney: Bool {
    switch self {
    case .commercial, .noncommercial, .adSupported, .paywalled: true
    default: false
    }
  }
}

extension Set<Purpose> {
  /// What a use is for, without how money is earned beside it and without what another of its purposes implies; all
  /// purposes if nothing else is left.
  var ends: Set<Purpose> {
    let implied = Set(flatMap(\.implied))
    let ends = filter { !$0.isAboutMoney && !implied.contains($0) }
    return ends.isEmpty ? self : ends
  }
}
