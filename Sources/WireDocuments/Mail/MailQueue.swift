import WireText

/// A message of mail, and then the documents of the files that are attached to it.
struct MailQueue {
  private var message: Document?
  private var members: ArraySlice<MemberQueue.Member> = []
  private var queue: MemberQueue

  /// The documents of a message.
  ///
  /// - Parameters:
  ///   - bytes: the message.
  ///   - map: where its bytes stood in the file.
  ///   - folder: the path below which attachments are named.
  ///   - limits: the bounds to work within; the message is the first item that they count.
  ///   - document: the document that the message will be.
  init(_ bytes: [UInt8], map: SourceMap, folder: String, limits: Limits, document: Document) {
    var inner = limits
    inner.leftOut = limits.leftOut(after: 1)
    queue = MemberQueue(path: folder, limits: inner)
    if let problem = limits.leftOut[1] {
      message = Document(origin: document.origin, lost: problem)
    } else {
      var reader = MailMessage(bytes, map: map, folder: folder, limits: limits, document: document)
      message = reader.read()
      members = reader.attachments[...]
    }
  }

  /// What is attached and was left aside so far.
  var skipped: [SkippedPart] { queue.skipped }

  /// The next document.
  ///
  /// - Throws: after the last document, why attachments were not read.
  mutating func next() throws(ReadingFault) -> Document? {
    if let document = message {
      message = nil
      return document
    }
    var document = try queue.next { () throws(ReadingFault) in members.popFirst() }
    document?.dropPlaces()
    return document
  }
}

extension Document {
  /// Forgets all places: they count the bytes of an attachment, not those of the file that it came in.
  fileprivate mutating func dropPlaces() {
    body.map = SourceMap()
    for index in fields.indices { fields[index].place = nil }
    for index in urls.indices { urls[index].place = nil }
    for index in rights.indices { rights[index].range = nil }
    for index in problems.indices { problems[index].line = nil }
  }
}
