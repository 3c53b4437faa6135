import Testing
import WireText

@testable import WireDocuments

/// What is attached to mail is read as documents of its own.
@Suite struct MailAttachmentTests {
  private static func part(_ type: String, _ name: String?, _ content: String) -> String {
    let disposition = name.map { "Content-Disposition: attachment; filename=\"\($0)\"\r\n" } ?? ""
    return "Content-Type: \(type)\r\n\(disposition)\r\n\(content)"
  }

  private static func mail(_ parts: [String], boundary: String = "b", subject: String = "Ferry") -> String {
    let head =
      "From: Ada <ada@nordwind.example>\r\nSubject: \(subject)\r\nDate: Thu, 26 Nov 2026 09:00:00 +0000\r\n"
      + "Content-Type: multipart/mixed; boundary=\(boundary)\r\n\r\n"
    let all = ["Content-Type: text/plain\r\n\r\nThe copy is attached."] + parts
    return head + all.map { "--\(boundary)\r\n\($0)\r\n" }.joined() + "--\(boundary)--\r\n"
  }

  @Test(arguments: [
    ("text/plain", "copy.txt", "The ferry is back.", "copy.txt", "text"),
    ("text/plain", nil, "The ferry is back.", "part 2.txt", "text"),
    ("text/html", "copy.html", "<p>The ferry is back.</p>", "copy.html", "html"),
    ("application/rtf", "copy", "{\\rtf1\\ansi The ferry is back.}", "copy.rtf", "rtf"),
    ("message/rfc822", nil, "Subject: Kept\r\n\r\nThe ferry is back.", "part 2.eml", "eml"),
    (
      "message/rfc822", "Re: 1.5 knots", "Subject: Kept\r\n\r\nThe ferry is back.", "Re: 1.5 knots.eml", "eml"
    ),
    (
      "application/octet-stream", "a/../copy.md", "---\ntitle: F\n---\nThe ferry is back.", "a_.._copy.md",
      "markdown"
    ),
  ]) func readsWhatIsAttached(
    _ type: String, _ name: String?, _ content: String, _ member: String, _ format: String
  ) throws {
    let part = name == nil ? Self.part(type, name, content) : Self.part(type, name, content)
    let isInline = name == nil && type == "text/plain"
    let attached =
      isInline ? part.replacing("\r\n\r\n", with: "\r\nContent-Disposition: attachment\r\n\r\n") : part
    let documents = try read(Self.mail([attached]), as: "a.eml")
    #expect(documents.count == 2 && documents.first?.problems.isEmpty == true)
    let document = try #require(documents.last)
    #expect(document.origin.path == "a.eml/\(member)" && document.origin.format == format)
    #expect(document.body.strings == ["The ferry is back."])
    #expect(document.body.map.fileRange(of: TextRange(0, 3)) == nil)
  }

  @Test func heedsTheCharsetOfAPart() throws {
    let part =
      "Content-Type: text/plain; charset=iso-8859-2\r\nContent-Disposition: attachment; filename=a.txt\r\n"
      + "Content-Transfer-Encoding: quoted-printable\r\n\r\nPrzyp=B3yn=B1=B3 prom."
    #expect(try read(Self.mail([part]), as: "a.eml").last?.body.strings == ["Przypłynął prom."])
  }

  /// A forwarded message is read with what is attached to it; below that attachments are told.
  @Test func readsOneLevelOfForwarding() throws {
    let inner = Self.mail([Self.part("text/plain", "deep.txt", "Too deep.")], boundary: "d", subject: "Third")
    let middle = Self.mail(
      [Self.part("message/rfc822", nil, inner), Self.part("text/plain", "kept.txt", "Kept words.")],
      boundary: "c", subject: "Second")
    let documents = try read(Self.mail([Self.part("message/rfc822", nil, middle)]), as: "a.eml")
    #expect(documents.map(\.headline) == ["Ferry", "Second", "Third", nil])
    #expect(documents[2].problems.contains { $0.code == "attachment-skipped" && $0.losesText })
    #expect(documents[3].body.strings == ["Kept words."])
  }

  @Test func readsTheMessagesAfterABadAttachment() throws {
    let bad = Self.mail([Self.part("application/zip", "bad.zip", "PK\u{3}\u{4} broken")])
    let file =
      "From a@x\r\n" + bad + "\r\nFrom b@x\r\n"
      + Self.mail([Self.part("text/csv", "a.csv", "title,body\nF,Words here.")])
    var source = try DocumentSource(bytes: Array(file.utf8), path: "a.mbox")
    var paths: [String] = []
    #expect {
      while let document = try source.next() { paths.append(document.origin.path) }
    } throws: { ($0 as? ReadingFault)?.path == "a.mbox/1/bad.zip" }
    #expect(paths == ["a.mbox", "a.mbox", "a.mbox/2/a.csv"])
  }

  /// An item that ended the reading process is left out by its number, whether message or attachment.
  @Test(arguments: [(1, ["lost"]), (2, ["message", "lost"])])
  func leavesOutByNumber(_ number: Int, _ expected: [String]) throws {
    var limits = Limits()
    limits.leftOut[number] = Problem("worker-crash", "it ended the process", losesText: true)
    var source = try DocumentSource(
      bytes: Array(Self.mail([Self.part("text/plain", "a.txt", "Some words.")]).utf8), path: "a.eml",
      limits: limits)
    var kinds: [String] = []
    while let document = try source.next() {
      kinds.append(
        document.codes == ["worker-crash"] ? "lost" : document.headline == nil ? "attachment" : "message")
    }
    #expect(kinds == expected)
  }
}
