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
  /// Whether it says only whether or how money is earned beside the use, not what the use is for.
  var isBesideUse: Bool { self == .noncommercial || self == .adSupported || self == .paywalled }

  /// Whether it is editorial or a kind of it.
  var isEditorial: Bool { self == .editorial || implied.contains(.editorial) }
}

extension Set<Purpose> {
  /// What a use is for, without how money is earned beside it and without what another of its purposes implies; all
  /// purposes if nothing else is left.
  ///
  /// Editorial use is usually commercial too; research or private study that also serves commerce is for more than it
  /// says.
  var ends: Set<Purpose> {
    let own = filter { !$0.isBesideUse }
    let implied = Set(own.flatMap(\.implied))
    let isEditorial = own.contains(where: \.isEditorial)
    let ends = own.filter { !implied.contains($0) && !($0 == .commercial && isEditorial) }
    return ends.isEmpty ? self : ends
  }
}
