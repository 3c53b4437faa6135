import WireText

/// A message of mail, and then the items of wire formats that are attached to it.
struct MailQueue {
  /// The message, and items that lay in messages attached to it.
  private var ready: ArraySlice<Document> = []
  private var members: ArraySlice<MemberQueue.Member> = []
  private var queue: MemberQueue
  private var skippedTexts: [SkippedPart] = []

  /// The documents of a message.
  ///
  /// - Parameters:
  ///   - bytes: the message.
  ///   - map: where its bytes stood in the file.
  ///   - folder: the path below which attachments are named.
  ///   - limits: the bounds to work within; the message is the first item that they count.
  ///   - document: the document that the message will be.
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

  /// What is attached and was left aside so far.
  var skipped: [SkippedPart] { skippedTexts + queue.skipped }

  /// The next document.
  ///
  /// - Throws: after the last document, why attachments were not read.
  mutating func next() throws(ReadingFault) -> Document? {
    if let document = ready.popFirst() { return document }
    var document = try queue.next { () throws(ReadingFault) in members.popFirst() }
    // Places count the bytes of an attachment, not those of the file that it came in.
    document?.move(to: SourceMap())
    return document
  }
}
