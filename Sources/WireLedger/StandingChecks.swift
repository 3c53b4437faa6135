internal import Wirecheck

/// Selects the checks of a document on which a usage statement is based: the last one of the whole document, and for
/// single channels later ones of only these.
struct StandingChecks {
  let site: String?
  let identity: String
  /// Channels that later checks have already covered.
  private var told: Set<String> = []
  /// Whether a later check covered the whole document.
  private var isWhole = false

  /// A document of a site, before any of its checks is considered.
  init(site: String?, identity: String) {
    self.site = site
    self.identity = identity
  }

  /// Considers the next check of the document; later checks must come first.
  ///
  /// - Parameter scope: the places of publication that the check is about.
  /// - Returns: the part of them for which the check counts; nil if later checks replace it completely.
  mutating func takes(_ scope: UseScope) -> UseScope? {
    guard !isWhole else { return nil }
    isWhole = scope.basis != .part
    var rest = scope
    rest.channels.removeAll { !told.insert($0).inserted }
    return rest.channels.isEmpty && !scope.channels.isEmpty ? nil : rest
  }
}
