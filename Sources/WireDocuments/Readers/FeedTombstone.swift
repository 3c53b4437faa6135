import WireText

/// An entry that a feed withdraws: `at:deleted-entry` (RFC 6721).
///
/// It has the identifier of the entry and no text, and is read as a document with the status canceled.
enum FeedTombstone {
  /// The local name of the element.
  static let element = "deleted-entry"

  /// The document for a withdrawn entry.
  static func read(_ item: MarkupItem) -> Document {
    var item = item
    item.document.id = item.markup.line(item.node, attribute: "ref")
    item.document.setStatus("canceled")
    item.time(.updated, item.markup.line(item.node, attribute: "when"))
    item.field(.editorsNote, item.markup.child(item.node, "comment"), key: "deleted-entry/comment")
    return item.document
  }
}
