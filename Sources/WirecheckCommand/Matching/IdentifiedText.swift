import WireDocuments

/// A text with its identifier, as matching needs it.
struct IdentifiedText: Sendable {
  var id: String
  var text: [UInt8]

  /// What a document holds; one without an identifier is named by its place.
  init(_ document: Document) {
    id = document.id ?? "\(document.origin.path):\(document.origin.item)"
    text = document.body.utf8
  }
}
