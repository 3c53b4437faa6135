internal import WireText
internal import Wirecheck

extension DocumentUses {
  /// What makes two checks of a document checks of the same document of a site.
  ///
  /// A document that has no identifier of its own goes by its path, which other items of the file share.
  var identity: String {
    document.id == document.path ? "path:\(document.item):\(document.path)" : "id:\(document.id)"
  }

  /// When it was published by its own account.
  var published: Instant? { publishedAt.flatMap { Instant(iso8601: $0) } }
}
