internal import Wirecheck

/// Which checks of a document a usage statement rests on: the last one of the whole, and later ones of some channels for
/// these.
struct StandingChecks {
  let site: String?
  let identity: String
  /// Channels of which a later check told.
  private var told: Set<String> = []
  /// Whether a later check was one of the whole document.
  private var isWhole = false

  /// The document of a site, of which no check was looked at yet.
  init(site: String?, identity: String) {
    self.site = site
    self.identity = identity
  }

  /// Takes the checks of the document, later ones first.
  ///
  /// - Parameter scope: where a check says that the document is public.
  /// - Returns: the part of it that the statement rests on; nil where later checks stand in its place.
  mutating func takes(_ scope: UseScope) -> UseScope? {
    guard !isWhole else { return nil }
    isWhole = scope.basis != .part
    var rest = scope
    rest.channels.removeAll { !told.insert($0).inserted }
    return rest.channels.isEmpty && !scope.channels.isEmpty ? nil : rest
  }
}
