import Testing
import WireText

@testable import WireDocuments

/// NITF that is the text of an element of another format.
@Suite struct InnerNITFTests {
  private static let nitf =
    #"<nitf><head><docdata management-status="canceled"><date.release norm="20310101T000000Z"/>"#
    + #"<doc.rights limitations="No archive"/></docdata></head><body><body.head><byline>By Ada Lind</byline>"#
    + "</body.head><body.content><p>The ferry is back.</p></body.content></body></nitf>"
  private static let escaped = nitf.replacing("<", with: "&lt;")
  private static let packed = "<![CDATA[<?xml version=\"1.0\"?>\(nitf)]]>"

  private static func newsML1(_ content: String) -> String {
    "<NewsML><NewsItem><NewsManagement><Status FormalName=\"Usable\"/></NewsManagement><NewsComponent><NewsLines>"
      + "<HeadLine>Ferry</HeadLine></NewsLines><ContentItem><DataContent>\(content)</DataContent></ContentItem>"
      + "</NewsComponent></NewsItem></NewsML>"
  }

  private static func newsMLG2(_ content: String) -> String {
    #"<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:g:1" version="1"><contentMeta>"#
      + "<headline>Ferry</headline></contentMeta><contentSet><inlineData contenttype=\"application/nitf+xml\">"
      + "\(content)</inlineData></contentSet></newsItem>"
  }

  private static func rss(_ content: String) -> String {
    #"<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item>"#
      + "<title>Ferry</title><content:encoded>\(content)</content:encoded></item></channel></rss>"
  }

  @Test(arguments: [
    newsML1(escaped), newsML1(packed), newsMLG2(escaped), newsMLG2(packed), rss(escaped), rss(packed),
  ])
  func saysAllThatItSaysInElements(_ file: String) throws {
    let document = try #require(try read(file, as: "a.xml").first)
    #expect(document.body.strings == ["The ferry is back."])
    #expect(document.headline == "Ferry" && document.texts(.byline) == ["By Ada Lind"])
    #expect(document.status?.value == .canceled)
    #expect(document.embargo?.instant?.iso8601 == "2031-01-01T00:00:00Z")
    #expect(document.statements == ["terms: No archive"])
    expectPlaces(document, in: Array(file.utf8))
  }

  /// Repairs of HTML read what is not well-formed.
  @Test func readsNITFThatIsNotWellFormed() throws {
    let broken = Self.packed.replacing("ferry is", with: "ferry & quay are")
    let document = try #require(try read(Self.newsML1(broken), as: "a.xml").first)
    #expect(document.body.strings == ["The ferry & quay are back."])
    #expect(document.status?.value == .canceled && document.statements == ["terms: No archive"])
  }

  /// A story about the format is none in it.
  @Test func leavesAStoryAboutNITFAlone() throws {
    let html = Self.rss("&lt;p&gt;Write &amp;lt;nitf&amp;gt; first.&lt;/p&gt;")
    let document = try #require(try read(html, as: "a.xml").first)
    #expect(document.body.strings == ["Write <nitf> first."])
  }

  @Test func keepsTheItemThatAKillNames() throws {
    let nitf = Self.nitf.replacing(
      "management-status", with: "management-doc-idref=\"old1\" management-status")
    let entry =
      #"<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><title>Ferry</title>"#
      + "<content type=\"application/xml\">\(nitf)</content></entry></feed>"
    let document = try #require(try read(entry, as: "a.xml").first)
    #expect(document.links == [ItemLink(.kills, id: "old1")])
    #expect(document.status?.value == .canceled)
  }
}
