import Testing
import WireText

@testable import WireDocuments

@Suite struct MailReaderTests {
  static let head =
    "From: Ada Lindqvist <ada@nordwind.example>\r\nSubject: Ferry returns\r\n"
    + "Date: Thu, 26 Nov 2026 09:00:00 +0100\r\nMessage-ID: <1@nordwind.example>\r\nMIME-Version: 1.0\r\n"

  static func mail(_ rest: String) throws -> Document {
    try #require(try read(head + rest, as: "wire.eml").first)
  }

  static func multipart(_ kind: String, _ parts: [String], end: String = "--b--\r\n") -> String {
    "Content-Type: multipart/\(kind); boundary=\"b\"\r\n\r\nThis is a message in parts.\r\n"
      + parts.map { "--b\r\n\($0)\r\n" }.joined() + end
  }

  static let plain = "Content-Type: text/plain; charset=utf-8\r\n\r\nThe ferry is back."
  static let html = "Content-Type: text/html; charset=utf-8\r\n\r\n<p>The <b>ferry</b> is back.</p>"

  @Test func readsTheHeader() throws {
    let document = try Self.mail(
      "In-Reply-To: <0@nordwind.example>\r\nList-Id: Wire\r\n <wire.nordwind.example>\r\n\r\nThe ferry is back.\r\n"
    )
    #expect(
      document.origin.format == "eml" && document.headline == "Ferry returns" && document.problems.isEmpty)
    #expect(document.id == "1@nordwind.example" && document.links.map(\.id) == ["0@nordwind.example"])
    #expect(document.texts(.author) == ["Ada Lindqvist <ada@nordwind.example>"])
    #expect(document.texts(.channel) == ["Wire <wire.nordwind.example>"])
    #expect(document.time(.published)?.instant?.iso8601 == "2026-11-26T08:00:00Z")
    #expect(document.body.strings == ["The ferry is back."])
  }

  /// What stands below `-- ` is apparatus where it is shorter than the mail, and stays in the text.
  @Test(arguments: [
    ("The ferry is back in the harbour.\r\n-- \r\nAda, Nordwind\r\n", true),
    ("The ferry -- is back.\r\n\r\n--\r\nAda\r\n", true),
    ("One -- first.\r\n--\r\nThe ferry is back in the harbour.\r\n", false),
    ("The ferry is back.\r\n--\r\n", false), ("The ferry is back.\r\n--- \r\nAda\r\n", false),
  ]) func tellsASignatureFromTheCopy(_ text: String, _ isSigned: Bool) throws {
    let file = Array((Self.head + "\r\n" + text).utf8)
    let document = try #require(try read(file, as: "wire.eml").first)
    #expect(document.body.paragraphs.contains { $0.role == .apparatus } == isSigned)
    #expect(document.body.strings.joined().filter(\.isLetter) == text.filter(\.isLetter))
    expectPlaces(document, in: file)
    let html = try Self.mail(
      "Content-Type: text/html\r\n\r\n<p>The ferry is back.</p><div class=\"gmail_signature\"><p>Ada</p></div>"
    )
    #expect(html.outline == ["pa: The ferry is back.", "ap: Ada"])
  }

  @Test(arguments: [
    ("=?utf-8?Q?Die_F=C3=A4hre?=", "Die Fähre"),
    ("=?UTF-8?B?RGllIEbDpGhyZQ==?= =?utf-8?q?_ist_da?=", "Die Fähre ist da"),
    ("=?utf-8?Q?F=C3?= =?utf-8?Q?=A4hre?=", "Fähre"), ("=?iso-8859-1*de?q?F=E4hre?= bleibt", "Fähre bleibt"),
    ("=?iso-2022-jp?B?GyRCJUYlOSVIGyhC?=", "テスト"), ("a =?b and ?= c", "a =?b and ?= c"),
    ("=?utf-8?x?y?=", "=?utf-8?x?y?="), ("=?utf-8?q?y", "=?utf-8?q?y"), ("?= =?utf-8?q?y", "?= =?utf-8?q?y"),
    ("=??q?y?= =?utf-8?q?y?=", "=??q?y?= y"), ("=?utf-8?q?Die F=C3=A4hre?=", "Die Fähre"),
  ]) func decodesEncodedWords(_ raw: String, _ text: String) {
    #expect(EncodedWords.decoded(raw) == text)
  }

  /// Lists and gateways rewrite the parts and leave the header as it was.
  @Test func findsTheBoundaryThatWasChanged() throws {
    let parts = Self.multipart("mixed", [Self.plain]).replacing("--b", with: "----=_other")
    let document = try Self.mail(parts)
    #expect(document.body.strings == ["The ferry is back."] && document.codes == ["boundary-guessed"])
    let none = try Self.mail(Self.multipart("mixed", [], end: "--c\r\nThe ferry is back."))
    #expect(none.codes == ["open-multipart"])
  }

  @Test func readsParameters() {
    let value = MailParameters(
      "Text/Plain; charset=\"utf-8\"; name*0*=utf-8'de'F%C3%A4; name*1=hre.txt; note=\"a;\\\"b\"")
    #expect(value.value == "text/plain" && value["charset"] == "utf-8")
    #expect(value["name"] == "Fähre.txt" && value["note"] == "a;\"b")
  }

  /// Transfer encodings are undone on bytes, before the charset.
  @Test(arguments: [
    (
      "quoted-printable", "utf-8", "Die F=C3=\r\n=A4hre ist zur=C3=BCck=20\r\nund f=\r\n=C3=A4hrt.",
      "Die Fähre ist zurück und fährt."
    ),
    ("base64", "utf-8", "RGllIEbDpGhyZSBp\r\nc3QgenVyw7xjay4=", "Die Fähre ist zurück."),
    ("8bit", "iso-8859-1", "The ferry\u{2019}s back.", "The ferry\u{2019}s back."),
    ("Quoted-Printable", "iso-8859-1", "F=E4hre", "Fähre"),
  ]) func undoesTransferEncodings(_ encoding: String, _ charset: String, _ content: String, _ text: String)
    throws
  {
    let rest =
      "Content-Type: text/plain; charset=\(charset)\r\nContent-Transfer-Encoding: \(encoding)\r\n\r\n"
    let document = try Self.mail(rest + content + "\r\n")
    #expect(document.body.strings.map(oneLine) == [text])
    #expect(document.problems.allSatisfy { !$0.losesText })
  }

  @Test func keepsPlaces() throws {
    let file = Array(
      (Self.head
        + "Content-Transfer-Encoding: quoted-printable\r\n\r\nThe fer=\r\nry is back, F=C3=A4hre.\r\n").utf8)
    let document = try #require(try read(file, as: "a.eml").first)
    #expect(try source(of: "ferry", in: document, file) == "fer=\r\nry")
    #expect(try source(of: "Fähre", in: document, file) == "F=C3=A4hre")
    expectPlaces(document, in: file)
  }

  @Test func choosesAFormOfTheSameText() throws {
    #expect(
      try Self.mail(Self.multipart("alternative", [Self.plain, Self.html])).body.strings == [
        "The ferry is back."
      ])
    let hint = "Content-Type: text/plain\r\n\r\nSee online."
    let long =
      "Content-Type: text/html\r\n\r\n<p>The ferry is back after a week in the dock, says the captain.</p>"
    let document = try Self.mail(Self.multipart("alternative", [hint, long]))
    #expect(
      document.body.strings == [
        "The ferry is back after a week in the dock, says the captain.", "See online.",
      ])
    #expect(document.ownParagraphs.count == 1)
    let both = try Self.mail(Self.multipart("mixed", [Self.plain, "Content-Type: text/plain\r\n\r\nMore."]))
    #expect(both.body.strings == ["The ferry is back.", "More."])
  }

  @Test("What only the other form says is attached, and what both say is not")
  func attachesTheOtherForm() throws {
    let more =
      "<p>The <b>ferry</b> is back.</p><p>Its captain asks for patience.</p>"
    let html = "Content-Type: text/html; charset=utf-8\r\n\r\n\(more)"
    let document = try Self.mail(Self.multipart("alternative", [Self.plain, html]))
    let attachment = try #require(document.attachments.first)
    #expect(document.attachments.count == 1 && document.ownParagraphs.count == 1)
    #expect(attachment.name == "text/html")
    #expect(document.body.strings.suffix(1) == ["Its captain asks for patience."])
    #expect(try Self.mail(Self.multipart("alternative", [Self.plain, Self.html])).attachments.isEmpty)
  }

  @Test func namesAttachments() throws {
    let picture =
      "Content-Type: image/png; name=\"map.png\"\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw=="
    let draft =
      "Content-Type: application/octet-stream\r\nContent-Disposition: attachment;\r\n filename=draft.docx\r\n\r\nPK"
    let document = try Self.mail(Self.multipart("mixed", [Self.plain, picture, draft]))
    #expect(document.body.strings == ["The ferry is back."])
    #expect(document.texts(.other) == ["map.png", "draft.docx"])
    #expect(document.problems.map(\.losesText) == [false, true])
  }

  @Test func joinsFlowedLines() throws {
    let document = try Self.mail(
      "Content-Type: text/plain; format=flowed; delsp=yes\r\n\r\nThe ferry is ba \r\nck.\r\n From the harbour.\r\n"
    )
    #expect(document.body.strings.joined(separator: "\n").contains("is back."))
    #expect(document.body.strings.joined().contains("From the harbour."))
  }

  /// The lines of a quotation go on as others do, and its marks are no words of it.
  @Test func joinsFlowedLinesOfAQuotation() throws {
    let text =
      "Content-Type: text/plain; format=flowed\r\n\r\nSee below. \r\n> OSLO (NW) - The ferry \r\n> is back.\r\n> \r\n"
      + "> The crew \r\n>> rests.\r\n>\r\n> © NW. No web use.\r\n-- \r\nAda\r\n"
    let document = try Self.mail(text)
    #expect(
      document.body.strings.filter { $0 != "-- Ada" && $0 != "--" && $0 != "Ada" } == [
        "See below.", "OSLO (NW) - The ferry is back.", "The crew", "rests.", "© NW. No web use.",
      ])
  }

  /// A page that a browser saved is read as a page, and its files are none of its text.
  @Test func readsASavedPage() throws {
    let page =
      "<html><head><meta name=3D\"copyright\" content=3D\"=C2=A9 NW\"></head><body><nav>Home</nav>"
      + "<article><h1>Ferry</h1><p>The ferry to the is=\r\nland is back.</p></article></body></html>"
    let file =
      "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://n.example/ferry\r\nSubject: Ferry - NW\r\n"
      + "MIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n\r\n"
      + "--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
      + "Content-Location: https://n.example/ferry\r\n\r\n\(page)\r\n"
      + "--b\r\nContent-Type: text/css\r\nContent-Location: https://n.example/a.css\r\n\r\nbody { color: red }\r\n--b--\r\n"
    var source = try openSource(Array(file.utf8), as: "ferry.mhtml")
    let document = try #require(try source.next())
    #expect(document.body.strings == ["The ferry to the island is back."])
    #expect(document.headline == "Ferry" && document.statements == ["notice: © NW"])
    #expect(document.texts(.permalink) == ["https://n.example/ferry"] && document.attachments.isEmpty)
    #expect(source.skipped.map(\.path) == ["ferry.mhtml/https://n.example/a.css"])
    expectPlaces(document, in: Array(file.utf8))
  }

  @Test(arguments: [
    (Self.multipart("mixed", [Self.plain], end: ""), "truncated", true),
    (Self.multipart("mixed", [Self.plain], end: "--b--\r\nMore words.\r\n"), "trailing-content", true),
    ("Content-Type: multipart/mixed; boundary=b\r\n\r\nThe ferry is back.", "open-multipart", false),
    ("Content-Transfer-Encoding: strange\r\n\r\nThe ferry is back.", "encoding-unknown", false),
    ("Content-Transfer-Encoding: base64\r\n\r\n****VGhlIGZlcnJ5IGlzIGJhY2su", "transfer-encoding", false),
    ("no field\r\nThe ferry is back.", "bad-header", false),
  ]) func tellsDamageAndKeepsTheText(_ rest: String, _ code: String, _ loses: Bool) throws {
    let document = try Self.mail(rest)
    #expect(document.body.strings.joined().contains("The ferry is back."))
    #expect(document.problems.contains { $0.code == code && $0.losesText == loses })
  }

  /// Parts in parts without end are cut off, not followed.
  @Test func boundsDepth() throws {
    let rest = (0..<2000).map { "Content-Type: multipart/mixed; boundary=\($0)\r\n\r\n--\($0)\r\n" }.joined()
    #expect(try Self.mail(rest).codes.contains("limit-parts"))
  }

  @Test func readsAnMbox() throws {
    let message = Self.head + "\r\nThe ferry is back.\r\n>From the harbour it sails.\r\n>>From here.\r\n\r\n"
    let file = Array(("From ada@x Thu Nov 26 09:00:00 2026\r\n" + message + "From bo@x\r\n" + message).utf8)
    let documents = try read(file, as: "archive")
    #expect(documents.map(\.origin.format) == ["mbox", "mbox"] && documents.map(\.origin.item) == [1, 2])
    for document in documents {
      #expect(document.headline == "Ferry returns")
      #expect(document.body.strings.joined(separator: "\n").contains("\nFrom the harbour"))
      #expect(document.body.strings.joined(separator: "\n").contains(">From here."))
      expectPlaces(document, in: file)
    }
    let last = try #require(documents.last)
    #expect(try source(of: "sails", in: last, file) == "sails")
  }

  @Test func hiddenLinesOfHTMLAreNoCopy() throws {
    let document = try Self.mail(
      "Content-Type: text/html; charset=utf-8\r\n\r\n<div style=\"display:none\">Read it in your browser</div>"
        + "<p>The ferry is back.</p>")
    #expect(document.body.strings == ["The ferry is back."])
    #expect(document.texts(.other) == ["Read it in your browser"])
  }

  @Test func packedTextIsToldAsLost() throws {
    let document = try Self.mail(
      "Content-Type: text/plain\r\nContent-Transfer-Encoding: x-uuencode\r\n\r\nbegin 644 f\r\n#0V%T\r\n`\r\nend\r\n"
    )
    #expect(document.losesText)
  }
}
