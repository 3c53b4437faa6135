/// A file that is attached to a message, by the part that holds it.
struct MailAttachment {
  private let leaf: MailParts.Leaf
  private let path: String

  /// An attachment.
  ///
  /// - Parameters:
  ///   - leaf: the part.
  ///   - number: the number of the part in its message, from 1, which names it where nothing else does.
  ///   - folder: the path of the message.
  init(_ leaf: MailParts.Leaf, number: Int, folder: String) {
    self.leaf = leaf
    let given = leaf.name.map(Self.printed) ?? ""
    let name = given.isEmpty ? "part \(number)" : given
    let ending = Self.endings[leaf.type.value] ?? ""
    let isNamed = name.contains(".") && leaf.type.value != "message/rfc822" || name.hasSuffix(ending)
    path = "\(folder)/\(name)\(isNamed ? "" : ending)"
  }

  /// Whether it is a picture, sound or film, or a signature, and so holds no copy.
  var isNoText: Bool {
    let type = leaf.type.value
    return ["image/", "audio/", "video/", "font/"].contains { type.hasPrefix($0) }
      || ["application/pgp-signature", "application/pkcs7-signature", "text/x-vcard"].contains(type)
      || MemberKind.reasonToSkip(path) != nil
  }

  /// The file as a member of its message; nil where no reader takes it.
  ///
  /// - Parameter message: the bytes of the message.
  func member(of message: [UInt8]) -> MemberQueue.Member? {
    let content = TransferDecoding.content(
      message, leaf.body, encoding: leaf.header.raw("content-transfer-encoding"))
    var bytes = content.bytes
    if leaf.type.value.hasPrefix("text/"), let label = leaf.type["charset"] {
      bytes = Decoded(bytes, label: label).utf8
    }
    let probe = Probe(path: path, bytes: bytes)
    guard GzipInflater.recognises(bytes) || Readers.all.contains(where: { $0.recognises(probe) }) else {
      return nil
    }
    return MemberQueue.Member(path: path) { () throws(ReadingFault) in
      var rest = bytes
      return { () throws(ReadingFault) in
        defer { rest = [] }
        return rest
      }
    }
  }

  private static let endings = [
    "message/rfc822": ".eml", "text/plain": ".txt", "text/html": ".html", "text/rtf": ".rtf",
    "application/rtf": ".rtf", "text/csv": ".csv",
  ]

  /// A name that is safe to print and names one file.
  private static func printed(_ name: String) -> String {
    String(
      String.UnicodeScalarView(
        name.unicodeScalars.prefix(200).map { $0.value < 0x20 || $0.value == 0x7F || $0 == "/" ? "_" : $0 }))
  }
}
