import WireText

/// One message of mail (RFC 5322 with MIME): the text for people, its header as fields, attachments named.
struct EMLReader: WholeReader {
  static let format = Format(
    name: "eml", title: "e-mail message: its text, plain or HTML; attachments are named")

  static func recognises(_ probe: Probe) -> Bool {
    if probe.pathExtension == "eml" {
      return !MboxReader.recognises(probe) && UnknownFormat.mark(probe) == nil
    }
    return MailHeader(probe.bytes, in: 0..<probe.bytes.count).isMail
  }

  var whole: WholeInput

  func document() throws(ReadingFault) -> Document {
    let bytes = try whole.bytes()
    // A mark of UTF-8 and blank lines before the header are strays.
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let start = bytes[mark...].firstIndex { $0 > 0x20 } ?? bytes.count
    var message = MailMessage(
      Array(bytes[start...]), map: SourceMap(identity: bytes.count - start, at: start), limits: limits,
      document: Document(origin: origin))
    return message.read()
  }
}

extension MailHeader {
  /// Whether fields stand there that only mail has.
  var isMail: Bool {
    let names = Set(fields.prefix(60).map(\.name))
    return names.intersection(Self.fieldsOfMail).count >= 2
      || names.contains("from") && names.contains("subject") && names.contains("date")
  }

  private static let fieldsOfMail: Set<String> = [
    "received", "mime-version", "message-id", "return-path", "delivered-to", "content-type", "dkim-signature",
    "content-transfer-encoding",
  ]
}
