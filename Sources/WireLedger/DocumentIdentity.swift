internal import WireText
internal import Wirecheck

extension DocumentUses {
  /// What makes two checks of a document checks of the same document of a site.
  ///
  /// A document that has no identifier of its own goes by its address or path.
  var identity: String {
    let hasIdentifier = document.name == nil && document.id != document.path
    return "\(hasIdentifier ? "id" : "name"):\(document.identity)"
  }

  /// When it was published by its own account.
  var published: Instant? { publishedAt.flatMap { Instant(iso8601: $0) } }
}
