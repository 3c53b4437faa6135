import Testing
import WireText

@testable import WireDocuments

/// Elements of a feed's own are read by their names, and what no name explains is kept.
@Suite struct FeedOwnElementTests {
  private static let body = "The ferry to Ormsby was late again because of the fog over the sound."

  private func document(_ elements: String) throws -> Document {
    let feed = """
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:gp="urn:gull"><channel><title>G</title>
      <item><title>Ferry</title><content:encoded><![CDATA[<p>\(Self.body)</p>]]></content:encoded>\(elements)</item></channel></rss>
      """
    let document = try #require(try read(feed, as: "a.xml").first)
    expectPlaces(document, in: Array(feed.utf8))
    #expect(document.ownParagraphs.map { document.body.string($0.range) } == [Self.body])
    return document
  }

  @Test(arguments: [
    ("gp:dek", Field.Name.subhead), ("kicker", .title), ("byline", .byline), ("gp:credit", .credit),
    ("gp:Lede", .summary), ("gp:wireService", .provider), ("dateline", .dateline), ("edNote", .editorsNote),
  ]) func namesOfStories(_ element: String, _ field: Field.Name) throws {
    let document = try document("<\(element)>Gull Press &amp; Sons</\(element)>")
    #expect(document.texts(field) == ["Gull Press & Sons"])
    #expect(document.statements == (field == .credit ? ["credit: Gull Press & Sons"] : []))
  }

  @Test(arguments: [
    ("gp:usageterms", "terms"), ("copyrightNotice", "notice"), ("gp:copyright_holder", "holder"),
    ("reprint-rights", "notice"), ("gp:restrictions", "terms"),
  ]) func rights(_ element: String, _ kind: String) throws {
    #expect(try document("<\(element)>Not in Wexford</\(element)>").statements == ["\(kind): Not in Wexford"])
  }

  @Test func proseUnderAnyNameIsKept() throws {
    let line = "What drivers need to know before the weekend comes to the town"
    let long = Array(repeating: "The harbour office asks drivers to stay away.", count: 8).joined(
      separator: " ")
    let read = try document(
      "<gp:box>\(line)</gp:box><gp:story2>\(long)</gp:story2><gp:related>\(long)</gp:related><gp:x>No more</gp:x>"
    )
    #expect(read.texts(.other) == [line, long] && read.attachments.map(\.name) == ["story2"])
    #expect(read.attachments.first.map { read.body.string($0.range) } == long)
  }

  /// Agencies put NITF or a text under a name of their own beside a summary.
  @Test(arguments: [
    "<nitf><head><title>No</title></head><body><body.head><byline>By Ada Vale</byline></body.head><body.content><p>BODY</p></body.content></body></nitf>",
    "<gp:articleText>BODY</gp:articleText>", "<story><p>BODY</p></story>",
  ]) func storiesUnderAnotherName(_ element: String) throws {
    let feed =
      "<rss version='2.0' xmlns:gp='urn:gull'><channel><title>G</title><item><title>Ferry</title>"
      + "<description>Late again</description>\(element.replacing("BODY", with: Self.body))</item></channel></rss>"
    let document = try #require(try read(feed, as: "a.xml").first)
    #expect(document.body.strings == [Self.body] && document.codes.isEmpty)
    #expect(document.texts(.byline) == (element.contains("Ada") ? ["By Ada Vale"] : []))
  }
}
