import Testing

@testable import WireDocuments

/// Names of agencies in fields that sites call in their own ways, and of one word each.
@Suite struct AttributionTests {
  @Test(arguments: [
    ("field_attribution", Field.Name.credit), ("field_news_agency", .provider), ("field_wire", .other),
    ("field_news_source", .source), ("field_kicker", .title),
  ]) func fieldsOfDrupal(_ key: String, _ name: Field.Name) throws {
    let json =
      #"{"jsonapi":{},"data":[{"type":"node--article","id":"u","attributes":{"title":"F","body":{"value":"<p>The ferry.</p>","#
      + #""format":"x"},"\#(key)":"Nordwind"}}]}"#
    let document = try #require(try read(json, as: "a.json").first)
    #expect(document.texts(name) == ["Nordwind"])
    #expect(document.rights.contains { $0.kind == .credit } == (key == "field_attribution"))
  }

  /// Who said a quotation is not the source of the story.
  @Test func aSpeakerIsNoSource() throws {
    let json =
      #"{"jsonapi":{},"data":[{"type":"node--article","id":"u","attributes":{"title":"F"},"relationships":{"field_parts":"#
      + #"{"data":[{"type":"paragraph--quote","id":"p"}]}}}],"included":[{"type":"paragraph--quote","id":"p","attributes":"#
      + #"{"field_quote":"The ferry will be back in May.","field_attribution":"Arden"}}]}"#
    let document = try #require(try read(json, as: "a.json").first)
    #expect(document.body.strings == ["The ferry will be back in May."])
    #expect(document.texts(.credit) == [] && document.texts(.other) == ["Arden"] && document.rights.isEmpty)
  }

  @Test func otherFormats() throws {
    #expect(try ferryPage("attribution: Nordwind").texts(.credit) == ["Nordwind"])
    #expect(try ferryLine(#""attribution":"Nordwind""#).texts(.credit) == ["Nordwind"])
    #expect(try ferryLine(#""news_agency":"Nordwind""#).texts(.provider) == ["Nordwind"])
    let rows = try read("title,body,attribution\nF,The ferry.,Nordwind\n", as: "a.csv")
    #expect(rows.first?.rights.map(\.text) == ["Nordwind"])
  }

  @Test(arguments: ["attribution: true", "credit: false", "wireservice: no"])
  func aFlagNamesNobody(_ line: String) throws {
    let document = try ferryPage(line)
    #expect(document.texts(.provider) == [] && document.texts(.credit) == [] && document.rights.isEmpty)
  }

  @Test func anAgencyInFrontMatter() throws {
    #expect(try ferryPage("params:\n  wire: Nordwind").texts(.other) == ["Nordwind"])
    #expect(try ferryPage("params:\n  layout: Nordwind").texts(.other) == [])
  }

  @Test func aFilmInASitemap() throws {
    let xml =
      "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:v='http://www.google.com/schemas/sitemap-video/1.1'>"
      + "<url><loc>https://a.example/1</loc><v:video><v:title>Divers</v:title><v:description>At work</v:description>"
      + "<v:restriction relationship='allow'>NO SE</v:restriction></v:video></url></urlset>"
    let document = try #require(try read(xml, as: "a.xml").first)
    #expect(document.texts(.other) == ["Divers", "At work"])
    #expect(document.rights.map(\.text) == ["allow: NO SE"] && document.rights.first?.medium == .video)
  }

  @Test func tagsInTermsOfNewsMLG2() throws {
    let xml =
      "<newsItem guid='u' version='1'><rightsInfo><usageTerms>Digital: &lt;p&gt;NONE&lt;/p&gt; Print: &lt;b&gt;ANY&lt;/b&gt;"
      + "</usageTerms><copyrightNotice>Under 3 &lt; 5 words</copyrightNotice></rightsInfo><contentSet><inlineData "
      + "contenttype='text/plain'>The ferry.</inlineData></contentSet></newsItem>"
    let document = try #require(try read(xml, as: "a.xml").first)
    #expect(document.rights.map(\.text) == ["Digital: NONE Print: ANY", "Under 3 < 5 words"])
  }

  @Test func aTranscriptInAFeed() throws {
    let xml =
      "<rss version='2.0' xmlns:media='http://search.yahoo.com/mrss/'><channel><item><title>F</title><description>The "
      + "ferry sails from the quay to the island and back.</description><media:content url='a.mp3' medium='audio'><media:text>The bell rings.</media:text>"
      + "</media:content></item></channel></rss>"
    let document = try #require(try read(xml, as: "a.xml").first)
    #expect(document.body.strings == ["The ferry sails from the quay to the island and back."])
    #expect(document.codes == ["summary-only"])
    #expect(document.fields.contains { $0.key == "media:content/media:text" && $0.text == "The bell rings." })
  }

  @Test func aCaptionEndsBeforeTheText() throws {
    let body = #"[caption id="x"]<img src="a.jpg"/> The pier[/caption]The ferry sails."#
    let xml =
      "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/' "
      + "xmlns:wp='http://wordpress.org/export/1.2/'><channel><wp:wxr_version>1.2</wp:wxr_version><item><title>F</title>"
      + "<content:encoded><![CDATA[\(body)]]></content:encoded><wp:post_type>post</wp:post_type></item></channel></rss>"
    let document = try #require(try read(xml, as: "a.xml").first)
    #expect(document.body.strings == ["The pier", "The ferry sails."])
    expectPlaces(document, in: Array(xml.utf8))
  }
}
