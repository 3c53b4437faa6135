import WireDocuments

/// A text with its identifier, as the matcher needs it.
struct IdentifiedText: Sendable {
  var id: String
  var text: [UInt8]

  /// The text of a document; a document without an identifier is identified by its path and item number.
  init(_ document: Document) {
    id = document.id ?? "\(document.origin.path):\(document.origin.item)"
    text = document.body.utf8
  }
}
