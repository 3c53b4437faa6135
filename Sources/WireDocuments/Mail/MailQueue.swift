import WireText

/// Reads a mail message, and then the items in wire formats that are attached to it.
struct MailQueue {
  /// The message, and items from messages attached to it.
  private var ready: ArraySlice<Document> = []
  private var members: ArraySlice<MemberQueue.Member> = []
  private var queue: MemberQueue
  private var skippedTexts: [SkippedPart] = []

  /// The documents of a message.
  ///
  /// - Parameters:
  ///   - bytes: the message.
  ///   - map: where its bytes are in the file.
  ///   - folder: the path under which attachments are named.
  ///   - limits: the bounds to work within; the message counts as the first item.
  ///   - document: the document for the message.
  init(_ bytes: [UInt8], map: SourceMap, folder: String, limits: Limits, document: Document) {
    if let problem = limits.leftOut[1] {
      ready = [Document(origin: document.origin, lost: problem)]
    } else {
      var reader = MailMessage(bytes, map: map, folder: folder, limits: limits, document: document)
      ready = [reader.read()] + reader.items[...]
      members = reader.members[...]
      skippedTexts = reader.skipped
    }
    queue = MemberQueue(path: folder, limits: limits.following(ready.count))
  }

  /// The attachments skipped so far.
  var skipped: [SkippedPart] { skippedTexts + queue.skipped }

  /// The next document.
  ///
  /// - Throws: after the last document, the reason why attachments could not be read.
  mutating func next() throws(ReadingFault) -> Document? {
    if let document = ready.popFirst() { return document }
    var document = try queue.next { () throws(ReadingFault) in members.popFirst() }
    // File ranges would be offsets in the attachment, not in the enclosing file.
    document?.move(to: SourceMap())
    return document
  }
}
