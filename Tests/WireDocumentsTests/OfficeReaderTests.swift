import Testing
import WireText

@testable import WireDocuments

/// Office documents in packages: the accepted view is copy, all else has a name of its own.
@Suite struct OfficeReaderTests {
  typealias Member = ZIPWriter.Member

  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let word =
    "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' "
    + "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"

  static func relationships(_ list: [(type: String, target: String)]) -> String {
    "<Relationships>"
      + list.map { "<Relationship Type='\(office)/\($0.type)' Target='\($0.target)'/>" }.joined()
      + "</Relationships>"
  }

  /// A document of some content of the body and further parts.
  static func docx(_ body: String, main: String = "word/document.xml", parts: [Member] = []) -> [UInt8] {
    let name = main.split(separator: "/").last ?? ""
    let named = parts.compactMap { $0.name.split(separator: "/").last }.map { String($0) }
    return ZIPWriter.archive(
      [
        Member("[Content_Types].xml", "<Types/>"),
        Member(
          "_rels/.rels",
          relationships([
            ("officeDocument", main), ("metadata/core-properties", "docProps/core.xml"),
            ("custom-properties", "docProps/custom.xml"),
          ])),
        Member(
          "word/_rels/\(name).rels",
          relationships(
            named.map { ($0.split(separator: ".").first.map { String($0.filter(\.isLetter)) } ?? "", $0) })),
        Member(main, "<w:document \(word)><w:body>\(body)</w:body></w:document>"),
      ] + parts)
  }

  static func paragraph(_ text: String, style: String? = nil) -> String {
    let properties = style.map { "<w:pPr><w:pStyle w:val='\($0)'/></w:pPr>" } ?? ""
    return "<w:p>\(properties)<w:r><w:t>\(text)</w:t></w:r></w:p>"
  }

  static func document(_ body: String, parts: [Member] = []) throws -> Document {
    try #require(try read(docx(body, parts: parts), as: "draft.docx").first)
  }

  @Test func readsTheAcceptedView() throws {
    let body = """
      <w:p><w:pPr><w:pStyle w:val="Ttl"/></w:pPr><w:r><w:t>Ferry returns</w:t></w:r></w:p>
      <w:p>
        <w:r><w:t xml:space="preserve">The fer</w:t></w:r><w:r><w:t>ry</w:t><w:noBreakHyphen/><w:t>boat</w:t></w:r>
        <w:del><w:r><w:delText> never</w:delText><w:t>gone</w:t></w:r></w:del>
        <w:ins><w:r><w:t xml:space="preserve"> is</w:t><w:tab/><w:t>back</w:t></w:r></w:ins>
        <w:moveFrom><w:r><w:t>moved away</w:t></w:r></w:moveFrom>
        <w:r><w:instrText>HYPERLINK</w:instrText></w:r>
        <w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p>
        </w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p>
        </w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>
        <w:r><w:t>.</w:t></w:r>
      </w:p>
      <w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>First stop</w:t></w:r></w:p>
      <w:tbl><w:tr><w:tc><w:p><w:r><w:t>North</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>7.52</w:t></w:r></w:p>
      </w:tc></w:tr></w:tbl>
      <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Secret</w:t></w:r></w:p>
      """
    let styles = """
      <w:styles \(Self.word)><w:style w:styleId="Ttl"><w:name w:val="Mine"/><w:basedOn w:val="B"/></w:style>
      <w:style w:styleId="B"><w:name w:val="heading 2"/><w:basedOn w:val="Ttl"/></w:style></w:styles>
      """
    let document = try Self.document(body, parts: [Member("word/styles.xml", styles)])
    #expect(
      document.outline == [
        "su: Ferry returns", "pa: The ferry\u{2011}boat is back.", "li: First stop", "ta: North", "ta: 7.52",
        "pa: Secret", "pa: In a box.",
      ])
    #expect(document.codes == ["hidden-text"])
    #expect(document.texts(.title) == ["Ferry returns"])
    let main = Array("<w:document \(Self.word)><w:body>\(body)</w:body></w:document>".utf8)
    #expect(try source(of: "is back", in: document, main).hasPrefix("is</w:t>"))
  }

  /// What the accepted view makes of paragraphs: one whose mark is deleted or moved away goes on in the next.
  @Test(arguments: [
    (
      "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>One half</w:t></w:r></w:p>"
        + "<w:p><w:r><w:t xml:space='preserve'> and the other.</w:t></w:r></w:p>" + paragraph("Next."),
      ["pa: One half and the other.", "pa: Next."]
    ),
    (
      "<w:p><w:pPr><w:framePr w:dropCap='drop'/></w:pPr><w:r><w:t>T</w:t></w:r></w:p>"
        + paragraph("he ferry."),
      ["pa: The ferry."]
    ),
    (
      "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Before</w:t></w:r></w:p><w:tbl><w:tr><w:tc>"
        + paragraph("Cell") + "</w:tc></w:tr></w:tbl>", ["pa: Before", "ta: Cell"]
    ),
    (
      "<w:p><w:pPr><w:numPr><w:numId w:val='0'/></w:numPr></w:pPr><w:r><w:t>No item</w:t></w:r></w:p>",
      ["pa: No item"]
    ),
    (
      "<w:p><w:r><mc:AlternateContent><mc:Choice/><mc:Fallback><w:t>For older programs</w:t></mc:Fallback>"
        + "</mc:AlternateContent></w:r></w:p>", ["pa: For older programs"]
    ),
  ]) func readsParagraphsAsWordDoes(_ body: String, _ outline: [String]) throws {
    #expect(try Self.document(body).outline == outline)
  }

  /// Words in attributes are fields; where links lead is kept.
  @Test func keepsDescriptionsAndLinks() throws {
    let document = try Self.document(
      "<w:p><w:r><w:drawing><docPr descr='A ferry at dawn'/></w:drawing></w:r><w:r><textpath string='FERRY DAY'/></w:r>"
        + "<w:r><w:instrText> HYPERLINK \"https://a.example/ferry\" </w:instrText></w:r><w:r><w:t>Copy.</w:t></w:r></w:p>"
    )
    #expect(document.body.strings == ["Copy."] && document.body.targets == ["https://a.example/ferry"])
    #expect(
      document.fields.map { "\($0.key): \($0.text)" } == [
        "picture description: A ferry at dawn", "word art: FERRY DAY",
      ])
  }

  @Test func keepsNotesAndPropertiesApart() throws {
    func part(_ name: String, _ root: String, _ element: String, _ text: String) -> Member {
      Member(
        "word/\(name).xml",
        "<w:\(root) \(Self.word)><w:\(element)>\(Self.paragraph(text))</w:\(element)></w:\(root)>")
    }
    let document = try Self.document(
      Self.paragraph("Copy."),
      parts: [
        part("footnotes", "footnotes", "footnote", "A foot."),
        part("endnotes", "endnotes", "endnote", "An end."),
        part("comments", "comments", "comment", "Check this."),
        Member("word/header1.xml", "<w:hdr \(Self.word)>\(Self.paragraph("Page head."))</w:hdr>"),
        Member(
          "docProps/core.xml",
          "<p xmlns:dc='d'><dc:title>Ferry</dc:title><dc:creator>Ada</dc:creator><dc:rights>© Nordwind</dc:rights>"
            + "<created>2026-11-26T08:00:00Z</created><contentStatus>Draft</contentStatus></p>"),
        Member(
          "docProps/custom.xml",
          "<Properties><property name='Credit'><v>Nordwind</v></property></Properties>"),
      ])
    #expect(document.body.strings == ["Copy."] && document.headline == "Ferry")
    #expect(
      document.fields.filter { [.other, .editorsNote, .footnote].contains($0.name) }.map {
        "\($0.key): \($0.text)"
      }
        == ["footnote: A foot.", "endnote: An end.", "comment: Check this.", "header: Page head."])
    #expect(document.texts(.author) == ["Ada"] && document.texts(.credit) == ["Nordwind"])
    #expect(document.statements == ["notice: © Nordwind"])
    #expect(document.status?.value == .draft)
    #expect(document.time(.created)?.instant?.iso8601 == "2026-11-26T08:00:00Z")
  }

  /// A status that an author filled in counts as that of the program does; a word that nobody knows is none.
  @Test(arguments: [("Draft", Status.Value.draft), ("Withheld", .withheld), ("Yes", nil)])
  func takesAStatusOfTheAuthors(_ word: String, _ value: Status.Value?) throws {
    let custom = "<Properties><property name='Status'><v>\(word)</v></property></Properties>"
    let document = try Self.document(Self.paragraph("Copy."), parts: [Member("docProps/custom.xml", custom)])
    #expect(document.status?.value == value)
  }

  /// A document in one file of XML is read as one in a package: deletions, properties and styles are no copy.
  @Test(arguments: [
    """
    <?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package
    xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part pkg:name="/_rels/.rels"><pkg:xmlData>
    RELATIONS</pkg:xmlData></pkg:part><pkg:part pkg:name="/word/_rels/document.xml.rels"><pkg:xmlData>STYLED</pkg:xmlData>
    </pkg:part><pkg:part pkg:name="/docProps/core.xml"><pkg:xmlData><c xmlns:dc="d"><dc:title>Ferry</dc:title>
    <dc:creator>Ada Vale</dc:creator></c></pkg:xmlData></pkg:part><pkg:part pkg:name="/word/media/a.jpeg">
    <pkg:binaryData>AAAA</pkg:binaryData></pkg:part><pkg:part pkg:name="/word/document.xml"><pkg:xmlData><w:document
    WORD><w:body>BODY<w:p><w:del><w:r><w:delText>Ardle </w:delText></w:r></w:del></w:p></w:body></w:document>
    </pkg:xmlData></pkg:part><pkg:part pkg:name="/word/styles.xml"><pkg:xmlData><w:styles WORD>STYLE</w:styles>
    </pkg:xmlData></pkg:part></pkg:package>
    """,
    """
    <?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument
    xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:o="urn:schemas-microsoft-com:office:office">
    <o:DocumentProperties><o:Title>Ferry</o:Title><o:Author>Ada Vale</o:Author></o:DocumentProperties><w:styles>STYLE
    </w:styles><w:body>BODY</w:body></w:wordDocument>
    """,
    """
    <?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
    office:mimetype="application/vnd.oasis.opendocument.text"><office:meta><dc:title>Ferry</dc:title>
    <dc:creator>Ada Vale</dc:creator></office:meta><office:styles/><office:body><office:text><text:tracked-changes>
    <text:changed-region><text:deletion><text:p>Ardle</text:p></text:deletion></text:changed-region>
    </text:tracked-changes><text:h>Ferry late</text:h><text:p>It was late.</text:p></office:text></office:body>
    </office:document>
    """,
  ]) func readsOneFileOfXML(_ shape: String) throws {
    let styled = Self.relationships([("styles", "styles.xml")])
    let relations = Self.relationships([
      ("officeDocument", "word/document.xml"), ("metadata/core-properties", "docProps/core.xml"),
    ])
    let text = shape.replacing("RELATIONS", with: relations).replacing("STYLED", with: styled)
      .replacing("BODY", with: Self.paragraph("Ferry late", style: "Big") + Self.paragraph("It was late."))
      .replacing("STYLE", with: "<w:style w:styleId='Big'><w:name w:val='heading 1'/></w:style>")
      .replacing("WORD", with: Self.word)
    for name in ["a.xml", "a.fodt"] {
      let document = try #require(try read(text, as: name).first)
      #expect(document.body.strings == ["Ferry late", "It was late."])
      #expect(document.body.paragraphs.map(\.role) == [.subhead, .paragraph])
      #expect(document.headline == "Ferry" && document.texts(.author) == ["Ada Vale"])
      #expect(document.codes.isEmpty && document.type == .text)
      expectPlaces(document, in: Array(text.utf8))
    }
  }

  @Test func findsTheMainPartByItsRelationship() throws {
    let file = Self.docx(Self.paragraph("Words."), main: "word/other.xml")
    #expect(try read(file, as: "a.docx").first?.body.strings == ["Words."])
  }

  @Test(arguments: ["no-main-part", "outside", "not-well-formed", "entity-dropped", "zip-member"])
  func refusesWhatIsNoDocument(_ kind: String) throws {
    var file: [UInt8]
    switch kind {
    case "no-main-part": file = ZIPWriter.archive([Member("word/document1.txt", "x")])
    case "outside": file = Self.docx("", main: "../document.xml")
    case "entity-dropped":
      file = ZIPWriter.archive([
        Member("_rels/.rels", Self.relationships([("officeDocument", "word/document.xml")])),
        Member(
          "word/document.xml",
          "<!DOCTYPE d [<!ENTITY e '<w:p/>'>]><w:document \(Self.word)><w:body>&e;</w:body></w:document>"),
      ])
    case "not-well-formed": file = Self.docx("<w:p>")
    default:
      var main = Member("word/document.xml", "<w:document/>")
      main.flags = 1
      file = ZIPWriter.archive([
        Member("_rels/.rels", Self.relationships([("officeDocument", "word/document.xml")])), main,
      ])
    }
    let fault = #expect(throws: ReadingFault.self) { try read(file, as: "a.docx") }
    #expect(fault?.code == (kind == "outside" ? "no-main-part" : kind))
    #expect(fault?.path.hasPrefix("a.docx") == true)
    file = []
  }

  /// A list of parts that a limit cuts is no document without parts.
  @Test(arguments: [1, 3, 9]) func namesTheLimitThatCutsTheListOfParts(_ nodes: Int) throws {
    var limits = Limits()
    limits.nodes = nodes
    let file = Self.docx(Self.paragraph("Words."), parts: [Member("word/footnotes.xml", "<w:footnotes/>")])
    var source = try openSource(file, as: "a.docx", limits: limits)
    let fault = #expect(throws: ReadingFault.self) { try source.next() }
    #expect(fault?.code == "limit-nodes" && fault?.message.contains("more than \(nodes) elements") == true)
  }

  @Test func tellsPartsThatAreNotRead() throws {
    let broken = try Self.document(
      Self.paragraph("W."), parts: [Member("word/footnotes.xml", "<w:footnotes>")])
    #expect(broken.problems.contains { $0.code == "part-unread" && $0.losesText })
    let chunk = try Self.document(
      Self.paragraph("W."), parts: [Member("word/aFChunk1.bin", "\u{1}\u{2}\u{3}")])
    #expect(chunk.problems.contains { $0.code == "part-unread" && $0.losesText })
  }

  /// Documents that are put in by reference are part of the text; programs that make a document of a page put in all.
  @Test func readsWhatIsPutInByReference() throws {
    let page = "<html><body><p>The ferry is back in the harbour.</p><p>© 2026 Nordwind</p></body></html>"
    let mail =
      "MIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n\r\n--b\r\n"
      + "Content-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n"
      + "Content-Location: file:///C:/fake/document.html\r\n\r\n"
      + page.replacing("©", with: "=C2=A9").replacing("<html>", with: "<html lang=3D\"en\">")
      + "\r\n--b--\r\n"
    for part in [Member("word/aFChunk1.html", page), Member("word/aFChunk1.mht", mail)] {
      let whole = try Self.document("", parts: [part])
      #expect(whole.body.strings == ["The ferry is back in the harbour.", "© 2026 Nordwind"], "\(part.name)")
      #expect(whole.attachments.isEmpty && !whole.losesText && whole.ownParagraphs.count == 2)
      let beside = try Self.document(Self.paragraph("The quay is open."), parts: [part])
      #expect(beside.body.strings.first == "The quay is open." && beside.body.paragraphs.count == 3)
      #expect(beside.attachments.map(\.name) == [part.name] && !beside.losesText)
    }
    let inner = Self.docx("", parts: [Member("word/aFChunk1.html", page)])
    let outer = try Self.document(
      Self.paragraph("The quay is open."), parts: [Member("word/subDocument1.docx", inner)])
    #expect(outer.body.strings == ["The quay is open."])
    #expect(outer.problems.contains { $0.code == "part-unread" && $0.losesText })
  }

  // MARK: OpenDocument

  static func odt(
    _ text: String, kind: String = "text", meta: String = "", manifest: String = "<m/>", styles: String = "",
    pages: String? = nil
  ) -> [UInt8] {
    let names =
      "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
      + "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' xmlns:table='t' xmlns:dc='d' "
      + "xmlns:meta='m' xmlns:draw='w' xmlns:style='s' xmlns:svg='svg' xmlns:xlink='x'"
    var type = Member("mimetype", "application/vnd.oasis.opendocument.\(kind)")
    type.isDeflated = false
    return ZIPWriter.archive(
      [
        type,
        Member(
          "content.xml",
          "<office:document-content \(names) office:version='1.3'>\(styles)<office:body><office:\(kind)>\(text)</office:\(kind)>"
            + "</office:body></office:document-content>"),
        Member(
          "meta.xml",
          "<office:document-meta \(names)><office:meta>\(meta)</office:meta></office:document-meta>"
        ),
        Member("META-INF/manifest.xml", manifest),
      ]
        + (pages.map {
          [Member("styles.xml", "<office:document-styles \(names)>\($0)</office:document-styles>")]
        } ?? []))
  }

  @Test func readsOpenDocumentText() throws {
    let file = Self.odt(
      """
      <text:tracked-changes><text:changed-region><text:deletion><text:p>Gone.</text:p></text:deletion>
      </text:changed-region></text:tracked-changes>
      <text:h>Ferry returns</text:h>
      <text:p>The<text:s text:c="3"/>ferry<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>
      <text:note-body><text:p>A foot.</text:p></text:note-body></text:note> is<text:tab/>back<draw:text-box>
      <text:p>In a box.</text:p></draw:text-box><office:annotation><dc:creator>Bo</dc:creator>
      <text:p>Check.</text:p></office:annotation>.</text:p>
      <text:list><text:list-item><text:p>First stop</text:p></text:list-item></text:list>
      <table:table><table:table-row><table:table-cell><text:p>North</text:p></table:table-cell></table:table-row>
      </table:table>
      """,
      meta:
        "<dc:title>Ferry</dc:title><meta:initial-creator>Ada</meta:initial-creator><dc:creator>Ada</dc:creator>"
        + "<meta:creation-date>2026-11-26T08:00:00Z</meta:creation-date>"
        + "<meta:user-defined meta:name='Copyright'>© Nordwind</meta:user-defined>")
    let document = try #require(try read(file, as: "draft").first)
    #expect(document.origin.format == "odt" && document.origin.dialect == "1.3" && document.problems.isEmpty)
    #expect(
      document.outline == [
        "su: Ferry returns", "pa: The ferry is back.", "li: First stop", "ta: North", "pa: In a box.",
      ])
    #expect(document.headline == "Ferry" && document.texts(.author) == ["Ada"])
    #expect(document.statements == ["notice: © Nordwind"])
    #expect(document.fields.map(\.key).contains("footnote") && document.texts(.editorsNote) == ["Bo Check."])
  }

  @Test(arguments: [
    (
      "presentation",
      "<draw:page><draw:frame><draw:text-box><text:p>The ferry.</text:p></draw:text-box></draw:frame></draw:page>"
    ),
    (
      "spreadsheet",
      "<table:table><table:table-row><table:table-cell><text:p>The ferry.</text:p></table:table-cell></table:table-row></table:table>"
    ),
  ]) func readsSlidesAndSheets(_ kind: String, _ content: String) throws {
    let documents = try read(Self.odt(content, kind: kind), as: "draft")
    #expect(documents.map(\.origin.format) == ["odt"] && documents.map(\.body.strings) == [["The ferry."]])
  }

  @Test func tellsHiddenAndEncryptedOpenDocument() throws {
    let hidden = try #require(
      try read(
        Self.odt("<text:p>W.</text:p>", styles: "<style:text-properties text:display='none'/>"), as: "a.odt"
      ).first)
    #expect(hidden.codes == ["hidden-text"])
    let fault = #expect(throws: ReadingFault.self) {
      try read(Self.odt("", manifest: "<m><encryption-data/></m>"), as: "a.odt")
    }
    #expect(fault?.code == "encrypted")
  }
}
