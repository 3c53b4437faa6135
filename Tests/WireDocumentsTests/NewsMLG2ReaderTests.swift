import Testing
import WireText

@testable import WireDocuments

@Suite struct NewsMLG2ReaderTests {
  static func item(
    _ content: String, kind: String = "newsItem", itemClass: String = "text", meta: String = "",
    rights: String = "", head: String = ""
  ) -> String {
    """
    <\(kind) xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:kestrel:7" version="2" standardversion="2.34" \
    xml:lang="en">\(rights)<itemMeta><itemClass qcode="ninat:\(itemClass)"/><provider qcode="k:kestrel"/>\
    <versionCreated>2026-11-24T10:00:00Z</versionCreated>\(meta)</itemMeta>\
    <contentMeta>\(head)</contentMeta><contentSet>\(content)</contentSet></\(kind)>
    """
  }

  static func first(_ text: String) throws -> (XMLSamples.Reading, Document) {
    let reading = XMLSamples.read(text)
    return (reading, try #require(reading.documents.first))
  }

  @Test func wordsOfAPlanAreKept() throws {
    let plan =
      "<planningItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='urn:kestrel:9'><itemMeta><itemClass qcode='plinat:newscoverage'/></itemMeta>"
      + "<contentMeta><headline>Harbour vote</headline></contentMeta><newsCoverageSet><newsCoverage><newsCoverageStatus qcode='ncostat:int'>"
      + "<name>Coverage planned</name></newsCoverageStatus><planning><slugline>FERRY-VOTE</slugline><by>Ada Fenn</by><edNote>Text at noon</edNote>"
      + "<assignedTo><name>North desk</name></assignedTo></planning></newsCoverage></newsCoverageSet></planningItem>"
    let (_, document) = try Self.first(plan)
    #expect(document.texts(.slug) == ["FERRY-VOTE"] && document.texts(.byline) == ["Ada Fenn"])
    #expect(document.texts(.editorsNote) == ["Text at noon"])
    #expect(document.texts(.other) == ["Coverage planned", "North desk"])
  }

  @Test(arguments: [
    (
      "<inlineXML><nitf xmlns='n'><head><title>no</title></head><body><body.head><byline>no</byline></body.head>"
        + "<body.content><p>One&amp;two</p></body.content></body></nitf></inlineXML>", ["One&two"]
    ),
    (
      "<inlineXML><html xmlns='h'><head><title>no</title></head><body><p>A</p><p>B</p></body></html></inlineXML>",
      ["A", "B"]
    ),
    (
      "<inlineXML><html><body><header>slugs</header><section class='main x'><p>Copy</p></section>"
        + "<section class='notepad'><p>no</p></section></body></html></inlineXML>", ["Copy"]
    ),
    ("<inlineData contenttype='text/plain'>One\n\nTwo &lt; three</inlineData>", ["One", "Two < three"]),
    ("<inlineData contenttype='text/html'>&lt;p&gt;A &amp;amp; b&lt;/p&gt;c</inlineData>", ["A & b", "c"]),
    (
      "<inlineData contenttype='text/plain'><![CDATA[<p>Escaped\nwords</p>]]></inlineData>", ["Escaped words"]
    ),
    ("<inlineXML> </inlineXML><inlineData>Second rendition</inlineData>", ["Second rendition"]),
    ("<inlineXML><p>Bare</p></inlineXML>", ["Bare"]),
    ("<inlineXML/>", []),
    ("<inlineData encoding='base64'>VGhlIGZlcnJ5\nIGlzIGJhY2su</inlineData>", ["The ferry is back."]),
    ("<inlineData encoding='base64'>PHA+VGhlPC9wPjxwPmZlcnJ5PC9wPg==</inlineData>", ["The", "ferry"]),
  ]) func readsBodies(_ content: String, _ expected: [String]) throws {
    let (reading, document) = try Self.first(Self.item(content))
    #expect(document.body.strings == expected)
    for word in ["Copy", "Bare", "words", "rendition", "three"] where expected.last?.contains(word) ?? false {
      #expect(reading.source(word, in: document) == word)
    }
  }

  @Test func namesWhatIsNotInTheFile() throws {
    let remote = Self.item("<remoteContent href='https://k.example/7.txt'/>")
    #expect(try Self.first(remote).1.problems.map(\.code) == ["body-remote"])
    #expect(try Self.first(remote).0.losesText)
    let picture = Self.item("<remoteContent href='https://k.example/7.jpg'/>", itemClass: "picture")
    #expect(try Self.first(picture).1.problems.isEmpty)
    let encoded = Self.item("<inlineData encoding='zip'>@@@@</inlineData>")
    #expect(try Self.first(encoded).1.problems.map(\.code) == ["body-encoded"])
  }

  @Test func keepsRightsAsFound() throws {
    let rights = """
      <rightsInfo><accountable literal="Desk"/><copyrightHolder qcode="k:kestrel"><name xml:lang="en">Kestrel</name>\
      <name xml:lang="de">Turmfalke</name></copyrightHolder><copyrightNotice xml:lang="en" \
      href="https://k.example/c">© 2026 Kestrel</copyrightNotice><usageTerms xml:lang="de">Nur Print</usageTerms>\
      <usageTerms>No archive</usageTerms><link rel="irel:rightspolicy" href="https://k.example/p"/>\
      <dataMining uri="http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED"/>\
      <rightsExpressionXML langid="odrl"><o:Policy xmlns:o="o" uid="p1"><o:permission/></o:Policy>\
      </rightsExpressionXML><rightsInfoExtProperty rel="k:dataMining" value="no"/><novel>Ask first</novel></rightsInfo>\
      <rightsInfo scope="rscp:archive" idrefs="part1"><usageTerms>30 days</usageTerms></rightsInfo>\
      <rightsInfo><copyrightHolder literal=""/><copyrightNotice/></rightsInfo>
      """
    let (reading, document) = try Self.first(Self.item("", rights: rights))
    #expect(
      document.rights.map { "\($0.kind.rawValue)|\($0.text)|\($0.language ?? "")|\($0.scope ?? "")" } == [
        "credit|Desk||", "holder|Kestrel|en|", "holder|Turmfalke|de|", "notice|© 2026 Kestrel|en|",
        "link|https://k.example/c|en|", "terms|Nur Print|de|", "terms|No archive||",
        "link|https://k.example/p||",
        "data-mining|http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED||",
        "expression|<o:Policy uid=\"p1\"><o:permission></o:permission></o:Policy>||", "data-mining|no||",
        "terms|Ask first||", "terms|30 days||rscp:archive part1",
        "expression|rscp:archive||rscp:archive part1", "expression|part1||rscp:archive part1",
      ])
    #expect(document.rights.filter { $0.kind == .link }.last?.key == "rightsInfo/link rel=irel:rightspolicy")
    for field in document.rights where field.range != nil { #expect(reading.cut(field.range) == field.text) }
    #expect(document.rights.filter { $0.range != nil }.count == 13)
  }

  @Test func tellsThatNobodyIsNamedAsHolder() throws {
    let blank = "<rightsInfo><copyrightHolder><name/></copyrightHolder><copyrightNotice/></rightsInfo>"
    let document = try Self.first(Self.item("", rights: blank)).1
    #expect(document.statements == ["holder: "] && document.codes == ["holder-blank"])
  }

  @Test(arguments: [
    ("<embargoed>2026-11-25T06:00:00+01:00</embargoed>", "2026-11-25T06:00:00+01:00", "2026-11-25T05:00:00Z"),
    ("<embargoed/>", "", nil), ("<embargoed>when told</embargoed>", "when told", nil), ("", nil, nil),
  ]) func keepsEmbargoes(_ meta: String, _ raw: String?, _ instant: String?) throws {
    let document = try Self.first(Self.item("", meta: meta)).1
    #expect(document.embargo?.raw == raw)
    #expect(document.embargo?.instant?.iso8601 == instant)
  }

  /// The end of use stands among the data of the item or of its content, an identifier of other systems with the latter.
  @Test func keepsExpiryAndOtherIdentifiers() throws {
    let expires = "<expires>2026-12-01T06:00:00+01:00</expires>"
    let other = "<altId type=\"k:guid\">nw-guid-7781</altId>"
    for item in [Self.item("", meta: expires, head: other), Self.item("", head: other + expires)] {
      let document = try Self.first(item).1
      #expect(document.time(.expiry)?.instant?.iso8601 == "2026-12-01T05:00:00Z")
      #expect(document.texts(.identifier) == ["nw-guid-7781"])
    }
  }

  @Test(arguments: [
    ("qcode='stat:canceled'", Status.Value.canceled, "stat:canceled"),
    (
      "uri='http://cv.iptc.org/newscodes/pubstatusg2/withheld'", .withheld,
      "http://cv.iptc.org/newscodes/pubstatusg2/withheld"
    ),
    ("literal='odd'", .unknown, "odd"),
  ]) func keepsTheStatus(_ attribute: String, _ value: Status.Value, _ raw: String) throws {
    let document = try Self.first(Self.item("", meta: "<pubStatus \(attribute)/>")).1
    #expect(document.status == Status(value, raw: raw))
    #expect(try Self.first(Self.item("")).1.status == Status(.usable, raw: ""))
  }

  @Test func readsHeadlinesFieldsAndLinks() throws {
    let head = """
      <urgency>3</urgency><by>Cy Dorn</by><creditline>Kestrel/Pool</creditline><dateline>Rye, Nov 24</dateline>\
      <infoSource literal="Town hall"/><slugline>rye-price</slugline><language tag="en-GB"/>\
      <headline role="hld:subHeadline">Small print</headline><headline xml:lang="de">Roggen</headline>\
      <headline xml:lang="en">Rye &#38; oats</headline><keyword>grain</keyword>
      """
    let meta = """
      <firstCreated>2026-11-24T09:00:00Z</firstCreated><edNote>Hold for art</edNote>\
      <link rel="irel:previousVersion" residref="urn:kestrel:6"/><link rel="irel:seeAlso" href="https://x.example"/>\
      <link rel="irel:translatedFrom" residref="urn:kestrel:1"/>
      """
    let document = try Self.first(Self.item("", meta: meta, head: head)).1
    #expect(document.id == "urn:kestrel:7" && document.version == "2" && document.origin.dialect == "2.34")
    #expect(document.headline == "Rye & oats" && document.language == "en-GB")
    #expect(document.field(.byline)?.text == "Cy Dorn" && document.field(.credit)?.text == "Kestrel/Pool")
    #expect(document.field(.dateline)?.text == "Rye, Nov 24" && document.field(.source)?.text == "Town hall")
    #expect(document.field(.slug)?.text == "rye-price" && document.field(.subhead)?.text == "Small print")
    #expect(
      document.field(.provider)?.text == "k:kestrel" && document.field(.editorsNote)?.text == "Hold for art")
    #expect(document.time(.updated)?.raw == "2026-11-24T10:00:00Z")
    #expect(document.time(.created)?.raw == "2026-11-24T09:00:00Z")
    #expect(
      document.links == [
        ItemLink(.replaces, id: "urn:kestrel:6"), ItemLink(.translates, id: "urn:kestrel:1"),
      ])
  }

  @Test func readsEveryItemOfAMessage() {
    let items = [
      ("packageItem", "composite"), ("newsItem", "text"), ("newsItem", "picture"), ("conceptItem", "x"),
      ("newsItem", "video"), ("planningItem", "x"),
    ]
    let all = items.map { Self.item("", kind: $0.0, itemClass: $0.1) }.joined(separator: "\n")
    let reading = XMLSamples.read("<newsMessage xmlns='m'><header/><itemSet>\(all)</itemSet></newsMessage>")
    // The package stands first in the file and comes last.
    #expect(reading.documents.map(\.type) == [.text, .picture, .other, .video, .other, .package])
    #expect(reading.documents.map(\.origin.item) == [2, 3, 4, 5, 6, 1])
    #expect(reading.documents.allSatisfy { $0.origin.format == "newsmlg2" })
  }

  @Test func leavesNewsML1Alone() {
    let reading = XMLSamples.read("<NewsML><NewsItem><nitf><body/></nitf></NewsItem></NewsML>")
    #expect(reading.documents.map(\.origin.format) == ["newsml12"])
  }
}
