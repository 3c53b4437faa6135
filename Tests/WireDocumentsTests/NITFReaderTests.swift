import Testing
import WireText

@testable import WireDocuments

@Suite struct NITFReaderTests {
  static let story = """
    <?xml version="1.0" encoding="iso-8859-1"?>
    <!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">
    <nitf version="-//IPTC//DTD NITF 3.4//EN" baselang="en-GB" xmlns="http://iptc.org/std/NITF/2006-10-18/">
      <head><title>Ferry slug</title>
        <docdata management-status="embargoed" management-doc-idref="mer.41" management-idref-status="canceled">
          <doc-id id-string="mer.42" regsrc="Meridian"/>
          <date.issue norm="20261124T090000Z"/><date.release norm="20261125T050000+0100"/>
          <date.expire norm="20270101T000000Z"/>
          <du-key key="ferry-deal" version="3"/>
          <ed-msg info="Updates with reaction"/>
          <doc.copyright holder="Meridian News &amp; Co" year="2026"/>
          <doc.rights owner="Meridian" geography="Barland" limitations="no archive" startdate="20261124"/>
          <key-list><keyword key="ferries"/></key-list>
        </docdata>
        <pubdata date.publication="20261124T090500Z" ex-ref="https://meridian.example/42"/>
      </head>
      <body>
        <body.head>
          <hedline><hl1>Ferry returns after\n\t<em>storm</em></hl1><hl2>Islanders relieved</hl2></hedline>
          <note noteclass="copyright">Copyright 2026 Meridian. All rights reserved.</note>
          <note noteclass="editorsnote"><body.content><p>Check the name.</p></body.content></note>
          <rights><rights.owner>Meridian Pool</rights.owner><rights.geography>World</rights.geography></rights>
          <byline>By Ada Fenn<byttl>Meridian Staff</byttl></byline>
          <distributor><org>Meridian Wire</org></distributor>
          <dateline><location><city>Port Ellery</city></location><story.date norm="20261124T080000Z"/></dateline>
          <abstract><p>In short.</p></abstract>
        </body.head>
        <body.content>
          <media><media-caption>A ferry.</media-caption></media>
          <p>The ferry r&#233;turned, <person>Ada</person> said.</p>
          <block><hl2>What next</hl2><ul><li>Repairs</li></ul><bq><p>We wait.</p></bq></block>
          <table><tr><td>8</td><td>9</td></tr></table>
        </body.content>
        <body.end><tagline>Bo Hale contributed.</tagline></body.end>
      </body>
    </nitf>
    """

  @Test func readsAllThatAStorySays() throws {
    let reading = XMLSamples.read(Self.story)
    let document = try #require(reading.documents.first)
    #expect(reading.documents.count == 1 && reading.fault == nil)
    #expect(document.origin.format == "nitf" && document.origin.dialect == "3.4")
    #expect(document.id == "mer.42" && document.version == "3" && document.language == "en-GB")
    #expect(document.headline == "Ferry returns after storm")
    #expect(
      document.body.paragraphs.map { "\($0.role): \(document.body.string($0.range))" } == [
        "paragraph: The ferry réturned, Ada said.", "subhead: What next", "list: Repairs", "quote: We wait.",
        "table: 8 9",
      ])
    #expect(document.status == Status(.withheld, raw: "embargoed"))
    #expect(document.embargo?.instant == Instant(reading: "2026-11-25T04:00:00Z"))
    #expect(document.time(.expiry)?.raw == "20270101T000000Z")
    #expect(document.time(.published)?.raw == "20261124T090000Z")
    #expect(document.links == [ItemLink(.kills, id: "mer.41")])
    #expect(document.urls.map(\.text) == ["https://meridian.example/42"])
    #expect(document.problems.isEmpty)
  }

  @Test(arguments: [
    (Field.Name.byline, "By Ada Fenn Meridian Staff"), (.provider, "Meridian Wire"),
    (.dateline, "Port Ellery"),
    (.subhead, "Islanders relieved"), (.slug, "ferry-deal"), (.keyword, "ferries"), (.title, "Ferry slug"),
    (.editorsNote, "Updates with reaction"), (.credit, "Bo Hale contributed."), (.source, "Meridian"),
  ]) func keepsFieldsWithTheirPlaces(_ name: Field.Name, _ text: String) throws {
    let reading = XMLSamples.read(Self.story)
    let field = try #require(reading.documents.first?.field(name))
    #expect(field.text == text)
    let source = try #require(reading.cut(field.place))
    #expect(source.hasPrefix(text.prefix(4)) && source.hasSuffix(text.suffix(4)))
  }

  @Test("A notice with a name marked up in it is kept as a whole")
  func keepsNoticesWithParts() throws {
    let notice = "Copyright 2026 <rights.owner>Meridian</rights.owner>. Not for archives."
    let document = try #require(
      XMLSamples.read("<nitf><body><body.head><rights>\(notice)</rights></body.head></body></nitf>").documents
        .first)
    #expect(
      document.rights.map { "\($0.kind.rawValue): \($0.text)" } == [
        "holder: Meridian", "notice: Copyright 2026 Meridian. Not for archives.",
      ])
  }

  @Test func keepsEveryStatementOfRights() throws {
    let reading = XMLSamples.read(Self.story)
    let rights = try #require(reading.documents.first).rights
    #expect(
      rights.map { "\($0.kind.rawValue) \($0.key): \($0.text)" } == [
        "holder docdata/doc.copyright@holder: Meridian News & Co",
        "holder docdata/doc.rights@owner: Meridian",
        "terms docdata/doc.rights@limitations: no archive", "area docdata/doc.rights@geography: Barland",
        "begins docdata/doc.rights@startdate: 20261124",
        "holder body.head/rights/rights.owner: Meridian Pool",
        "area body.head/rights/rights.geography: World",
        "notice note noteclass=copyright: Copyright 2026 Meridian. All rights reserved.",
      ])
    #expect(rights.map { reading.cut($0.range) }.first == "Meridian News &amp; Co")
    #expect(reading.cut(rights.last?.range) == "Copyright 2026 Meridian. All rights reserved.")
  }

  @Test func cutsWordsOutOfTheFile() throws {
    let reading = XMLSamples.read(Self.story)
    let document = try #require(reading.documents.first)
    #expect(reading.source("ferry réturned", in: document) == "ferry r&#233;turned")
    #expect(reading.source("Ada said", in: document) == "Ada</person> said")
    #expect(reading.source("We wait.", in: document) == "We wait.")
  }

  @Test(arguments: [
    ("20261124T090000Z", "20261124T090000Z", false), ("20261124T100000+0100", "20261124T090000Z", false),
    ("20261124T090001Z", "20261124T090000Z", true), ("20261124T090000", "20261124T090000", false),
    ("20261124T110000", "20261124T090000", true), ("YYYYMMDD000000-HHMM", "20261124T090000Z", false),
    ("2026 soon", "20261124T090000Z", true), ("after the vote", "20261124T090000Z", true),
  ]) func takesALaterReleaseForAnEmbargo(_ release: String, _ issue: String, _ isEmbargo: Bool) throws {
    let text = XMLSamples.nitf("<p>x</p>").replacing(
      "<docdata>",
      with: "<docdata><date.issue norm=\"\(issue)\"/><date.release norm=\"\(release)\"/>")
    let document = try #require(XMLSamples.read(text).documents.first)
    #expect((document.embargo?.raw == release) == isEmbargo)
    let isReadable = CivilTime(reading: release) != nil
    #expect(document.problems.contains { $0.code == "time-unreadable" } == !isReadable)
  }

  /// A tagline that only signs is a credit; one that may state terms is a note, too.
  @Test(arguments: [
    ("© 2026 Nordwind. All rights reserved.", true), ("Tom Bryce reported from Oslo.", false),
    ("This material may not be published or rewritten without permission.", true),
  ]) func takesTermsOfATagline(_ line: String, _ isNote: Bool) throws {
    let file =
      "<nitf><body><body.content><p>The ferry.</p></body.content><body.end><tagline>\(line)</tagline></body.end></body></nitf>"
    let document = try #require(try read(file, as: "a.xml").first)
    #expect(document.texts(.credit) == [line])
    #expect(document.statements == (isNote ? ["note: \(line)"] : []))
  }

  @Test func keepsAnEmbargoWithoutATime() throws {
    let text = XMLSamples.nitf("<p>x</p>").replacing(
      "<docdata>", with: "<docdata management-status='embargoed'>")
    let document = try #require(XMLSamples.read(text).documents.first)
    #expect(document.embargo == TimeField(.embargo, raw: "", instant: nil))
  }

  /// A prefix of the format's elements, and a wrapper whose name is that of another format's.
  @Test(arguments: ["stories", "w:feed", "w:entry"]) func readsSeveralWithAPrefix(_ wrapper: String) throws {
    let one = { (id: String) in
      "<w:story><n:nitf><n:head><n:docdata><n:doc-id id-string=\"\(id)\"/></n:docdata></n:head><n:body>"
        + "<n:body.content><n:p>Words \(id).</n:p></n:body.content></n:body></n:nitf></w:story>"
    }
    let file = "<\(wrapper) xmlns:w=\"urn:w\" xmlns:n=\"urn:n\">\(one("1"))\(one("2"))</\(wrapper)>"
    let documents = try read(file, as: "a.xml")
    #expect(documents.map(\.origin.format) == ["nitf", "nitf"] && documents.map(\.id) == ["1", "2"])
    #expect(documents.map(\.body.strings) == [["Words 1."], ["Words 2."]])
  }

  @Test(arguments: ["nitf-doc", "spool", "n:all"]) func readsSeveralInOneWrapper(_ wrapper: String) {
    let one = "<nitf><body><body.content><p>First.</p></body.content></body></nitf>"
    let two = "<nitf><head><title>T</title></head><body><p>Second.</p></body></nitf>"
    let reading = XMLSamples.read("<\(wrapper) xmlns:n='urn:n'><head/>\(one)\n\(two)</\(wrapper)>")
    #expect(reading.documents.map(\.body.strings) == [["First."], ["Second."]])
    #expect(reading.documents.map(\.origin.item) == [1, 2])
    #expect(reading.documents.map(\.headline) == [nil, "T"])
  }

  @Test(arguments: ["<?xml version='1.0'?>", ""]) func repairsEachDocumentOfASpool(_ declaration: String) {
    let one = declaration + "<nitf><body><body.content><p>A & b</p></body.content></body></nitf>\n"
    let reading = XMLSamples.read(String(repeating: one, count: 4))
    #expect(reading.documents.map(\.body.strings) == Array(repeating: ["A & b"], count: 4))
    #expect(reading.fault == nil && reading.codes.filter { $0 == "xml-repaired" }.count == 4)
    for document in reading.documents { #expect(reading.source("A & b", in: document) == "A & b") }
  }

  @Test(arguments: ["text", "<b/>text", "<q><w/></q>0"]) func endsWithWhatFollowsTheRoot(_ end: String) {
    let reading = XMLSamples.read(XMLSamples.nitf("<p>First.</p>") + end)
    #expect(reading.documents.map(\.body.strings) == [["First."]])
    #expect(reading.fault?.code == "trailing-content")
  }

  @Test func readsDocumentsOneAfterTheOther() {
    let reading = XMLSamples.read(XMLSamples.nitf("<p>First.</p>") + "\n" + XMLSamples.nitf("<p>Second.</p>"))
    #expect(reading.documents.map(\.body.strings) == [["First."], ["Second."]])
    #expect(reading.fault == nil)
    #expect(reading.documents.allSatisfy { $0.problems.contains { $0.code == "several-documents" } })
    #expect(reading.documents.last.flatMap { reading.source("Second", in: $0) } == "Second")
  }

  @Test func handsOverWhatStandsBeforeAFault() {
    let one = "<nitf><body><body.content><p>First.</p></body.content></body></nitf>"
    let reading = XMLSamples.read("<all>\(one)\n\n  <nitf><body><body.content><p>Sec")
    #expect(reading.documents.map(\.body.strings) == [["First."]])
    #expect(reading.fault?.code == "truncated" && reading.fault?.line == 3)
  }
}
