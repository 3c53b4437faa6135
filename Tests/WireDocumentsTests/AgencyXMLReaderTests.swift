import Testing
import WireText

@testable import WireDocuments

@Suite struct AgencyXMLReaderTests {
  static func item(
    _ more: String = "", content: String = "&lt;p&gt;The &lt;b&gt;ferry&lt;/b&gt; is back.&lt;/p&gt;"
  ) -> String {
    "<RBNews><NewsID>n1</NewsID><PublishDate>2026-11-26T09:00:00.25</PublishDate><strapline>NET/FERRY</strapline>"
      + "<headline>Ferry &amp;amp; harbour</headline><town>Harbour</town><origin>/nordwind/</origin><version>2</version>"
      + "<content>\(content)</content><byLine>Ada Lindqvist</byLine><Status>New news</Status>"
      + "<TilRedaktionen>Embargoed map follows.</TilRedaktionen>\(more)</RBNews>"
  }

  @Test func readsRBNewsAloneAndInAQueue() throws {
    for text in [
      Self.item(),
      "<Response xmlns='http://x/'><List xmlns=''>\(Self.item())\(Self.item())</List></Response>",
    ] {
      let file = Array(text.utf8)
      let documents = try read(file, as: "wire.xml")
      #expect(documents.count == (text.contains("List") ? 2 : 1))
      let document = try #require(documents.last)
      #expect(document.origin.dialect == "rbnews" && document.id == "n1" && document.version == "2")
      #expect(document.headline == "Ferry & harbour" && document.body.strings == ["The ferry is back."])
      #expect(document.texts(.byline) == ["Ada Lindqvist"] && document.texts(.source) == ["/nordwind/"])
      #expect(document.texts(.dateline) == ["Harbour"] && document.texts(.slug) == ["NET/FERRY"])
      #expect(document.texts(.editorsNote) == ["Embargoed map follows."])
      #expect(document.status?.value == .usable && document.status?.raw == "New news")
      #expect(document.time(.published)?.raw == "2026-11-26T09:00:00.25" && document.problems.isEmpty)
      expectPlaces(document, in: file)
    }
  }

  @Test func readsACancelWithoutText() throws {
    let document = try #require(
      try read(Self.item("<Annuleret>true</Annuleret><replacedID>n0</replacedID>", content: ""), as: "a.xml")
        .first)
    #expect(document.status?.value == .canceled && document.codes == ["no-text"])
    #expect(document.links == [ItemLink(.replaces, id: "n0")])
  }

  @Test(arguments: [
    ("<HoldFlag>false</HoldFlag><EmbargoTime>0001-01-01T00:00:00</EmbargoTime>", nil, nil),
    (
      "<HoldFlag>true</HoldFlag><EmbargoTime>2026-11-27T06:00:00</EmbargoTime>", Status.Value.withheld,
      "2026-11-27T06:00:00"
    ),
  ]) func readsJimi(_ more: String, _ status: Status.Value?, _ embargo: String?) throws {
    let text =
      "<Publish><PublishID>1</PublishID><ContentItem><SystemSlug>s1</SystemSlug><SlugProper>Ferry</SlugProper>\(more)"
      + "<Headline>Ferry returns</Headline><Credit>NORDWIND</Credit><UpdateNote>With art.</UpdateNote>"
      + "<ContentText>&lt;p&gt;The &lt;replaced captured=\"boat\"&gt;ferry&lt;/replaced&gt; is back.&lt;/p&gt;</ContentText>"
      + "</ContentItem></Publish>"
    let file = Array(text.utf8)
    let document = try #require(try read(file, as: "a.xml").first)
    #expect(document.origin.dialect == "jimi" && document.id == "s1" && document.headline == "Ferry returns")
    #expect(document.body.strings == ["The ferry is back."] && document.problems.isEmpty)
    #expect(document.texts(.credit) == ["NORDWIND"] && document.texts(.editorsNote) == ["With art."])
    #expect(document.status?.value == status && document.embargo?.raw == embargo)
    expectPlaces(document, in: file)
  }

  @Test func readsAPressRelease() throws {
    let text =
      "<release id='7' lang='no'><longurl>https://nordwind.example/7</longurl>"
      + "<body>&lt;p&gt;The f&amp;aelig;rry is back.&lt;/p&gt;</body><embargo>27.11.2026 06:00</embargo>"
      + "<leadtext>After a week.</leadtext><publicationDate>26.11.2026 09:00</publicationDate>"
      + "<title>Ferry</title><type id='1'><label>Press release</label></type>"
      + "<publisher><name>Bay Ferries</name></publisher></release>"
    let document = try #require(try read(text, as: "a.xml").first)
    #expect(document.headline == "Ferry" && document.body.strings == ["The færry is back."])
    #expect(document.id == "7" && document.language == "no" && document.problems.isEmpty)
    #expect(document.embargo?.raw == "27.11.2026 06:00" && document.embargo?.instant == nil)
    #expect(document.texts(.permalink) == ["https://nordwind.example/7"])
    #expect(document.texts(.provider) == ["Bay Ferries"] && document.texts(.service) == ["Press release"])
    let strange = try read(text.replacing("26.11.2026 09:00", with: "soon"), as: "a.xml").first
    #expect(strange?.codes == ["time-unreadable"])
  }

  @Test func keepsWhatNoTableNames() throws {
    let jimi = """
      <Publish><ContentItem><Headline>Ferry</Headline><SlugProper>FERRY</SlugProper><EditorNote>Hold</EditorNote>
      <HandlingInstructions>Not for web</HandlingInstructions><ContentText>&lt;p&gt;The ferry is back.&lt;/p&gt;</ContentText>
      <Photo><Caption>Pier</Caption></Photo><Length>3</Length></ContentItem></Publish>
      """
    let item = try #require(try read(jimi, as: "a.xml").first)
    #expect(item.texts(.editorsNote) == ["Hold", "Not for web"])
    #expect(item.texts(.other) == ["Pier"])
    let ritzau = """
      <RBNews><NewsID>1</NewsID><headline>Ferry</headline><content>&lt;p&gt;The ferry is back.&lt;/p&gt;</content>
      <EmbargoDate>2026-11-27T10:00:00+01:00</EmbargoDate><Copyright>(c) Nordwind</Copyright></RBNews>
      """
    let news = try #require(try read(ritzau, as: "a.xml").first)
    #expect(news.embargo?.instant?.iso8601 == "2026-11-27T09:00:00Z")
    #expect(news.statements == ["notice: (c) Nordwind"])
  }
}
