import Testing
import WireText

@testable import WireDocuments

/// NITF as the body of other formats: its copy is the copy, and all that stands around it is kept.
@Suite struct EmbeddedNITFTests {
  private static let head = """
    <head><docdata><doc.rights limitations="No archives"/><ed-msg info="Eds: hold the third paragraph"/>
    <correction info="Corrects the year"/></docdata></head>
    """
  private static let inner = """
    <body.head><hedline><hl1>Ferry sails again</hl1></hedline><byline>By Ada Lindqvist</byline>
    <dateline><location>LINDHOLM</location> <story.date>Nov. 20</story.date></dateline>
    <rights>May not be republished.</rights></body.head><body.content><p>The ferry sails.</p>
    <media media-type="image"><media-caption>The ferry at its pier</media-caption></media>
    <note noteclass="std"><body.content><p>Adds quotes</p></body.content></note></body.content>
    <body.end><tagline>Tom Bryce reported from Oslo</tagline></body.end>
    """
  private static let nitf = "<nitf>\(head)<body>\(inner)</body></nitf>"

  private static func newsItem(_ content: String) -> String {
    """
    <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x" version="1" standardversion="2.28"><itemMeta>
    <itemClass qcode="ninat:text"/></itemMeta><contentMeta><headline>Ferry</headline></contentMeta>
    <contentSet>\(content)</contentSet></newsItem>
    """
  }

  private static func newsML(_ content: String) -> String {
    """
    <NewsML Version="1.2"><NewsItem><NewsManagement><Status FormalName="Usable"/></NewsManagement><NewsComponent>
    <Role FormalName="Main"/><NewsLines><HeadLine>Ferry</HeadLine></NewsLines><ContentItem><MediaType FormalName="Text"/>
    <DataContent>\(content)</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>
    """
  }

  @Test(arguments: [
    newsItem("<inlineXML contenttype=\"application/nitf+xml\">\(nitf)</inlineXML>"), newsML(nitf),
    newsML(head + inner),
  ]) func keepsWhatStandsAroundTheCopy(_ file: String) throws {
    let document = try #require(try read(file, as: "a.xml").first)
    #expect(document.headline == "Ferry")
    #expect(document.body.strings == ["The ferry sails."])
    #expect(document.texts(.title) == ["Ferry sails again"])
    #expect(document.texts(.byline) == ["By Ada Lindqvist"])
    #expect(document.texts(.dateline) == ["LINDHOLM Nov. 20"])
    #expect(document.texts(.credit) == ["Tom Bryce reported from Oslo"])
    #expect(
      document.texts(.editorsNote) == ["Eds: hold the third paragraph", "Corrects the year", "Adds quotes"])
    #expect(document.texts(.other).contains("The ferry at its pier"))
    #expect(document.statements == ["terms: No archives", "notice: May not be republished."])
    #expect(document.rights.allSatisfy { $0.place == .body })
  }

  @Test func sectionsBesideTheMainOneAreForEditors() throws {
    let html = """
      <header><ul><li>Ferry/Lindholm</li></ul></header><section class="main"><p>The ferry sails.</p></section>
      <section class="notepad"><h2>Notepad</h2><p class="np-nonpublic">Hold until Friday</p></section><footer>dpa xy</footer>
      """
    let file = Self.newsItem(
      "<inlineXML><html xmlns=\"http://www.w3.org/1999/xhtml\"><body>\(html)</body></html></inlineXML>")
    let json = """
      {"urn": "urn:x", "version_created": "2026-11-26T10:00:00Z", "headline": "Ferry", "article_html":
      "\(html.replacing("\"", with: "\\\"").replacing("\n", with: " "))", "notepad": {"closing_html": "<p>Ends</p>"}}
      """
    for (text, path) in [(file, "a.xml"), (json, "a.json")] {
      let document = try #require(try read(text, as: path).first)
      #expect(document.body.strings == ["The ferry sails."])
      #expect(document.texts(.editorsNote).first == "Notepad Hold until Friday")
      #expect(document.texts(.other) == ["Ferry/Lindholm", "dpa xy"])
    }
    #expect(try read(json, as: "a.json").first?.texts(.editorsNote).last == "Ends")
  }

  @Test func addressesOfTextsElsewhereAreKept() throws {
    let remote = Self.newsItem("<remoteContent href=\"https://nordwind.example/1.html\"/>")
    let document = try #require(try read(remote, as: "a.xml").first)
    #expect(document.codes == ["body-remote"])
    #expect(document.texts(.other) == ["https://nordwind.example/1.html"])
    let package = """
      <packageItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:p" version="1"><groupSet><group>
      <itemRef residref="urn:a"><pubStatus qcode="stat:canceled"/><title>Gone</title></itemRef></group></groupSet></packageItem>
      """
    let bundle = try #require(try read(package, as: "a.xml").first)
    #expect(bundle.links == [ItemLink(.other, id: "urn:a")])
    #expect(bundle.texts(.other) == ["Gone", "urn:a stat:canceled"])
  }
}
