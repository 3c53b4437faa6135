import Testing
import WireText

@testable import WireDocuments

/// What is attached to mail is read: text as part of the message, items of wires as documents of their own.
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

  /// What people write is part of the message, apart from its own words and with its places in the file.
  @Test(arguments: [
    ("text/plain", "copy.txt", "The ferry is back.", "copy.txt", "text"),
    ("text/plain", nil, "The ferry is back.", "part 2.txt", "text"),
    ("text/plain", "a\u{202E}b.txt", "The ferry is back.", "a_b.txt", "text"),
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
  ]) func takesInTheTextThatIsAttached(
    _ type: String, _ name: String?, _ content: String, _ member: String, _ format: String
  ) throws {
    let part = Self.part(type, name, content)
    let isInline = name == nil && type == "text/plain"
    let attached =
      isInline ? part.replacing("\r\n\r\n", with: "\r\nContent-Disposition: attachment\r\n\r\n") : part
    let mail = Self.mail([attached])
    let documents = try read(mail, as: "a.eml")
    #expect(documents.count == 1 && documents.first?.problems.contains(where: \.losesText) == false)
    let document = try #require(documents.first)
    #expect(document.ownParagraphs.map { document.body.string($0.range) } == ["The copy is attached."])
    let attachment = try #require(document.attachments.first)
    #expect(attachment.name == member && attachment.format == format)
    #expect(attachment.headline == ["markdown": "F", "eml": "Kept"][format])
    #expect(document.body.string(attachment.range) == "The ferry is back.")
    #expect(try source(of: "ferry is", in: document, Array(mail.utf8)) == "ferry is")
    expectPlaces(document, in: Array(mail.utf8))
  }

  /// Items of wires and archives are documents of their own behind the message.
  @Test(arguments: [
    (
      "application/xml", "a.xml",
      "<nitf><body><body.content><p>The ferry is back.</p></body.content></body></nitf>", "nitf"
    ),
    ("application/json", "a.json", #"{"uri":"u","headline":"F","body_text":"The ferry is back."}"#, "ninjs"),
    ("text/csv", "a.csv", "title,body\nF,The ferry is back.", "csv"),
  ]) func readsAttachedItemsAsDocuments(
    _ type: String, _ name: String, _ content: String, _ format: String
  ) throws {
    let documents = try read(Self.mail([Self.part(type, name, content)]), as: "a.eml")
    #expect(documents.map(\.origin.format) == ["eml", format])
    #expect(documents[0].attachments.isEmpty && documents[1].origin.path == "a.eml/\(name)")
    #expect(documents[1].body.strings == ["The ferry is back."])
    #expect(documents[1].body.map.fileRange(of: TextRange(0, 3)) == nil)
  }

  @Test func readsTheMessagesOfADigestAsDocuments() throws {
    let digest =
      "From: a@h.example\r\nSubject: Digest\r\nDate: Thu, 26 Nov 2026 09:00:00 +0000\r\n"
      + "Content-Type: multipart/digest; boundary=b\r\n\r\n"
      + ["One", "Two"].map { "--b\r\n\r\nSubject: \($0)\r\n\r\nWords of \($0).\r\n" }.joined() + "--b--\r\n"
    #expect(try read(digest, as: "a.eml").map(\.headline) == ["Digest", "One", "Two"])
  }

  /// What a list or a carrier puts under a message is no copy of its writer; a text behind a picture is.
  @Test(arguments: [
    ("-- \r\nThe list of Nordwind", true), ("______________\r\nThe list", true), ("More words.", false),
  ]) func keepsFootersApart(_ text: String, _ isFooter: Bool) throws {
    let mail = Self.mail(["Content-Type: text/plain\r\n\r\n\(text)"])
    let document = try #require(try read(mail, as: "a.eml").first)
    #expect(document.attachments.map(\.name) == (isFooter ? ["footer"] : []))
    #expect(document.ownParagraphs.count == (isFooter ? 1 : 2))
    #expect(String(decoding: document.body.utf8, as: UTF8.self).hasSuffix(text))
  }

  @Test func keepsTheRightsOfWhatIsAttached() throws {
    let page =
      "<html><head><title>Ferry</title><meta name=\"copyright\" content=\"© Nordwind\"></head>"
      + "<body><p>The ferry is back.</p></body></html>"
    let document = try #require(
      try read(Self.mail([Self.part("text/html", "a.html", page)]), as: "a.eml").first)
    #expect(document.statements == ["notice: © Nordwind"] && document.rights[0].scope == "a.html")
    #expect(document.headline == "Ferry" && document.attachments[0].headline == "Ferry")
  }

  @Test func heedsTheCharsetOfAPart() throws {
    let part =
      "Content-Type: text/plain; charset=iso-8859-2\r\nContent-Disposition: attachment; filename=a.txt\r\n"
      + "Content-Transfer-Encoding: quoted-printable\r\n\r\nPrzyp=B3yn=B1=B3 prom."
    let mail = Self.mail([part])
    let document = try #require(try read(mail, as: "a.eml").first)
    #expect(document.body.strings.last == "Przypłynął prom.")
    #expect(try source(of: "Przypłynął", in: document, Array(mail.utf8)) == "Przyp=B3yn=B1=B3")
  }

  /// A forwarded message is read with what is attached to it; below that attachments are told.
  @Test func readsOneLevelOfForwarding() throws {
    let inner = Self.mail([Self.part("text/plain", "deep.txt", "Too deep.")], boundary: "d", subject: "Third")
    let item = "<nitf><body><body.content><p>An item.</p></body.content></body></nitf>"
    let middle = Self.mail(
      [
        Self.part("message/rfc822", nil, inner), Self.part("text/plain", "kept.txt", "Kept words."),
        Self.part("application/xml", "a.xml", item),
      ],
      boundary: "c", subject: "Second")
    let documents = try read(Self.mail([Self.part("message/rfc822", nil, middle)]), as: "a.eml")
    #expect(documents.map(\.origin.format) == ["eml", "nitf"])
    let mail = documents[0]
    #expect(mail.attachments.map(\.headline) == ["Second", "Third", nil])
    #expect(
      mail.attachments.map(\.name) == ["part 2.eml", "part 2.eml/part 2.eml", "part 2.eml/kept.txt"])
    #expect(mail.problems.contains { $0.code == "attachment-skipped" && $0.losesText })
    #expect(mail.attachments.last.map { mail.body.string($0.range) } == "Kept words.")
  }

  @Test(arguments: [
    (#"{\rtf1 {\fonttbl"#, "a.rtf", "application/rtf"), ("PK\u{3}\u{4}", "a.docx", "application/msword"),
    ("%PDF-1.4", "a.pdf", "application/pdf"),
  ]) func tellsWhatCannotBeRead(_ content: String, _ name: String, _ type: String) throws {
    let mail = Self.mail([Self.part(type, name, content)])
    var source = try DocumentSource(bytes: Array(mail.utf8), path: "a.eml")
    var problems: [Problem] = []
    do throws(ReadingFault) {
      while let document = try source.next() { problems += document.problems }
    } catch {
      problems.append(Problem(error.code, error.message, losesText: true))
    }
    #expect(problems.contains { $0.losesText })
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
      bytes: Array(Self.mail([Self.part("text/csv", "a.csv", "body\nSome words.")]).utf8), path: "a.eml",
      limits: limits)
    var kinds: [String] = []
    while let document = try source.next() {
      kinds.append(
        document.codes == ["worker-crash"] ? "lost" : document.origin.format == "csv" ? "item" : "message")
    }
    #expect(kinds == expected)
  }

  /// A message that ended the process is read without its attachments, which follow; one of them may be left out.
  @Test func readsAttachmentsApart() throws {
    let mail = Self.mail([
      Self.part("text/plain; charset=iso-8859-1", "copy.txt", "The ferry is back."),
      Self.part("text/html", "bad.html", "<p>Whatever ended it.</p>"),
      Self.part("image/png", "a.png", "PNG"),
    ])
    var limits = Limits()
    limits.apart = [1]
    limits.leftOut[3] = Problem("worker-crash", "it ended the process", losesText: true)
    var source = try DocumentSource(bytes: Array(mail.utf8), path: "a.eml", limits: limits)
    var documents: [Document] = []
    while let document = try source.next() { documents.append(document) }
    #expect(documents.map(\.origin.path) == ["a.eml", "a.eml/copy.txt", "a.eml/bad.html"])
    #expect(documents.map(\.body.strings) == [["The copy is attached."], ["The ferry is back."], []])
    #expect(documents.first?.attachments.isEmpty == true)
    #expect(documents.first?.codes == ["attachments-apart", "attachment-skipped"])
    #expect(documents.map { $0.problems.contains(where: \.losesText) } == [false, false, true])
  }

  @Test func numbersFollow() {
    var limits = Limits()
    limits.apart = [1, 3]
    limits.leftOut[4] = Problem("worker-crash", "it ended the process")
    let rest = limits.following(2)
    #expect(rest.apart == [1] && Set(rest.leftOut.keys) == [2])
    #expect(limits.inside.apart.isEmpty && limits.inside.leftOut.isEmpty)
  }
}
