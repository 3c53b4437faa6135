import WireText

/// A file attached to a message, represented by its MIME part.
struct MailAttachment {
  /// How an attachment is handled.
  enum Content {
    /// Text for people: its documents belong to the message. They may be accompanied by documents of other formats.
    case text([Document])
    /// Items in a machine-readable format, or an archive: they are read after the message.
    case items(MemberQueue.Member)
    /// It holds no copy, or is skipped by the rules for archive members.
    case skipped(String)
  }

  /// The file name, safe to print.
  let name: String
  private let leaf: MailParts.Leaf
  private let path: String

  /// An attachment.
  ///
  /// - Parameters:
  ///   - leaf: the part.
  ///   - number: the number of the part in its message, from 1; used in the name if there is no other.
  ///   - folder: the path of the message.
  init(_ leaf: MailParts.Leaf, number: Int, folder: String) {
    self.leaf = leaf
    let given = leaf.name.map(Self.printed) ?? ""
    let base = given.isEmpty ? "part \(number)" : given
    let ending = Self.endings[leaf.type.value] ?? ""
    let isNamed = base.contains(".") && leaf.type.value != "message/rfc822" || base.hasSuffix(ending)
    name = "\(base)\(isNamed ? "" : ending)"
    path = "\(folder)/\(name)"
  }

  /// Whether it is a picture, sound, film or signature, and so holds no copy.
  var isNoText: Bool {
    let type = leaf.type.value
    return ["image/", "audio/", "video/", "font/"].contains { type.hasPrefix($0) }
      || ["application/pgp-signature", "application/pkcs7-signature", "text/x-vcard"].contains(type)
      || MemberKind.reasonToSkip(path) != nil
  }

  /// The content of the attachment; nil if no reader recognises it.
  ///
  /// - Parameters:
  ///   - message: the bytes of the message.
  ///   - map: where they are in the file.
  ///   - limits: the bounds of the message.
  /// - Throws: `ReadingFault` if it cannot be read, or not to the end.
  func content(of message: [UInt8], map: SourceMap, limits: Limits) throws(ReadingFault) -> Content? {
    let (bytes, places) = opened(in: message, map: map)
    let probe = Probe(path: path, bytes: bytes)
    let isPacked = GzipInflater.recognises(bytes)
    guard isPacked || Readers.all.contains(where: { $0.recognises(probe) }) else { return nil }
    let member = member(bytes)
    switch try MemberKind.source(of: member, limits: limits.inside) {
    case .skipped(let reason): return .skipped(reason)
    case .documents(var source):
      guard Self.texts.contains(source.format.name), !leaf.isOfDigest else { return .items(member) }
      let isPlaced = !isPacked && Readers.named(source.format.name)?.isPacked == false
      return .text(try Self.documents(of: &source, places: isPlaced ? places : SourceMap()))
    }
  }

  /// The attachment as a separate file, whatever its content.
  func member(of message: [UInt8], map: SourceMap) -> MemberQueue.Member {
    member(opened(in: message, map: map).bytes)
  }

  private func member(_ bytes: [UInt8]) -> MemberQueue.Member {
    MemberQueue.Member(path: path) { () throws(ReadingFault) in
      var rest = bytes
      return { () throws(ReadingFault) in
        defer { rest = [] }
        return rest
      }
    }
  }

  /// Its bytes without transfer encoding, text as UTF-8, and where they are in the file.
  func opened(in message: [UInt8], map: SourceMap) -> (bytes: [UInt8], places: SourceMap) {
    let content = TransferDecoding.content(
      message, leaf.body, encoding: leaf.header.raw("content-transfer-encoding"))
    let places = content.map.composed(with: map)
    guard leaf.type.value.hasPrefix("text/"), let label = leaf.type["charset"] else {
      return (content.bytes, places)
    }
    let decoded = Decoded(content.bytes, label: label)
    return (
      decoded.utf8, decoded.fileMap(of: SourceMap(identity: decoded.utf8.count)).composed(with: places)
    )
  }

  /// All documents of an attachment; a fault after the first document is reported as a problem of the last.
  private static func documents(
    of source: inout DocumentSource, places: SourceMap
  ) throws(ReadingFault) -> [Document] {
    var documents: [Document] = []
    do throws(ReadingFault) {
      while var document = try source.next() {
        if let problem = MemberKind.guess(document.origin) { document.problems.append(problem) }
        document.move(to: places)
        documents.append(document)
      }
    } catch {
      guard let last = documents.indices.last else { throw error }
      documents[last].problems.append(Problem(error.code, error.message, losesText: true))
    }
    return documents
  }

  /// Whether a document from an attachment belongs to the message as its text.
  static func isText(_ document: Document) -> Bool { texts.contains(document.origin.format) }

  /// Formats in which people write to people; all others contain items.
  private static let texts: Set<String> = {
    let readers: [any DocumentReader.Type] = [
      PlainTextReader.self, HTMLReader.self, MediumReader.self, MarkdownReader.self, DOCXReader.self,
      ODTReader.self, RTFReader.self, XMLReader.self, EMLReader.self, MboxReader.self,
    ]
    return Set(readers.map { $0.format.name })
  }()

  private static let endings = [
    "message/rfc822": ".eml", "text/plain": ".txt", "text/html": ".html", "text/rtf": ".rtf",
    "application/rtf": ".rtf", "text/csv": ".csv",
  ]

  /// A name that is safe to print and names a single file.
  private static func printed(_ name: String) -> String {
    name.printable("_", limit: 200).replacing("/", with: "_")
  }
}

extension Document {
  /// Converts all file ranges to ranges in the enclosing file; those that cannot be converted become nil.
  ///
  /// - Parameter file: the map from the offsets that the ranges use to the enclosing file.
  mutating func move(to file: SourceMap) {
    func moved(_ place: FileRange?) -> FileRange? {
      place.flatMap { file.fileRange(of: TextRange($0.lower, $0.upper)) }
    }
    body.map = body.map.composed(with: file)
    for index in fields.indices { fields[index].place = moved(fields[index].place) }
    for index in urls.indices { urls[index].place = moved(urls[index].place) }
    for index in rights.indices { rights[index].range = moved(rights[index].range) }
    for index in problems.indices { problems[index].line = nil }
  }
}
