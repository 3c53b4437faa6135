internal import WireText
internal import Wirecheck

extension DocumentUses {
  /// The identity by which checks of one site are recognised as checks of the same document.
  ///
  /// A document without an identifier of its own is identified by its address or path.
  var identity: String {
    let hasIdentifier = document.name == nil && document.id != document.path
    return "\(hasIdentifier ? "id" : "name"):\(document.identity)"
  }

  /// The time of publication that the document states.
  var published: Instant? { publishedAt.flatMap { Instant(iso8601: $0) } }
}
