public import WireText
public import Wirecheck

/// A document of a check, with the wire items that it uses.
public struct DocumentUse: Sendable, Hashable {
  /// The document as it was checked.
  public var document: DocumentRecord
  /// Its headline, where it has one; the ledger keeps the first 300 characters.
  public var title: String?
  /// Where it is published, where that is known.
  public var url: String?
  /// When it was published by its own account; nil where it does not say.
  public var publishedAt: Instant?
  /// The uses of wire items, one for each item.
  public var uses: [UseRecord]

  /// A document with its uses.
  public init(
    document: DocumentRecord, title: String? = nil, url: String? = nil, publishedAt: Instant? = nil,
    uses: [UseRecord]
  ) {
    self.document = document
    self.title = title
    self.url = url
    self.publishedAt = publishedAt
    self.uses = uses
  }

  /// What makes two checks of a document checks of the same document of a site.
  ///
  /// A document that has no identifier of its own goes by its path, which other items of the file share.
  var identity: String {
    document.id == document.path ? "path:\(document.item):\(document.path)" : "id:\(document.id)"
  }
}
