import Testing

@testable import WireDocuments

/// Stories of Infomaker's writing programs in NewsML-G2.
@Suite struct IDFTextTests {
  private static let item = """
    <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="1" version="1"><itemMeta>\
    <links xmlns="http://www.infomaker.se/newsml/1.0"><link rel="author" title="Ada Lind" type="x-im/author"/>\
    <link rel="channel" title="Web"/></links></itemMeta><contentSet><inlineXML>\
    <idf xmlns="http://www.infomaker.se/idf/1.0"><group type="body"><element type="headline">Ferry</element>\
    <element type="preamble">The ferry is back.</element><element type="body">It is <em>very</em> old.</element>\
    <object type="x-im/image"><data><text>The quay at night</text></data></object>\
    <element type="subheadline1">Crew</element><element type="body">The crew rests.</element>\
    <object type="x-im/content-part"><data><title>Facts</title><text><element type="body">Built in 1975.</element>\
    </text></data></object></group></idf></inlineXML></contentSet></newsItem>
    """

  @Test func readsParagraphsAndBoxes() throws {
    let document = try #require(try read(Self.item, as: "a.xml").first)
    #expect(
      document.outline == [
        "pa: The ferry is back.", "pa: It is very old.", "su: Crew", "pa: The crew rests.", "su: Facts",
        "pa: Built in 1975.",
      ])
    #expect(document.headline == "Ferry" && document.texts(.author) == ["Ada Lind"])
    #expect(document.texts(.other) == ["The quay at night"])
    expectPlaces(document, in: Array(Self.item.utf8))
  }
}
