import Testing
import WireText

@testable import WireDocuments

/// What systems of vendors do with formats that others define.
@Suite struct VendorQuirkTests {
  private func nitf(_ content: String) throws -> Document {
    try #require(
      try read("<nitf><body><body.content>\(content)</body.content></body></nitf>", as: "a.xml").first)
  }

  @Test(arguments: ["block", "p"])
  func readsEscapedHTMLInOneElement(_ name: String) throws {
    let html = "&lt;p&gt;The &lt;b&gt;fer&lt;/b&gt;ry.&lt;/p&gt;&lt;p&gt;Back.&lt;/p&gt;"
    let document = try nitf("<\(name)>\(html)</\(name)>")
    #expect(document.body.strings == ["The ferry.", "Back."])
  }

  /// A paragraph about a tag is text.
  @Test func keepsATagThatAParagraphIsAbout() throws {
    let document = try nitf("<p>Browsers know &lt;p&gt; and &lt;b&gt; since 1993.</p>")
    #expect(document.body.strings == ["Browsers know <p> and <b> since 1993."])
  }

  @Test func readsRightsOfAFeedAsHTMLWhereItSaysSo() throws {
    let entry = { (rights: String) in
      """
      <feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><title>Ferry</title>\(rights)\
      <content type="html">The ferry.</content></entry></feed>
      """
    }
    let html = #"<rights type="html">&lt;p&gt;© &lt;b&gt;Nordwind&lt;/b&gt;&lt;/p&gt;</rights>"#
    let said = try read(entry(html), as: "a.xml")
    #expect(said.first?.statements == ["notice: © Nordwind"])
    let plain = try read(entry("<rights>© &lt;Nordwind&gt;</rights>"), as: "a.xml")
    #expect(plain.first?.statements == ["notice: © <Nordwind>"])
  }

  @Test func readsWhatTheStoriesOfACollectionSay() throws {
    let json = #"""
      {"type":"collection","version":"0.10.9","_id":"C","content_elements":[{"type":"story","_id":"S","version":"0.10.9",
      "headlines":{"basic":"Ferry"},"copyright":"© Nordwind","distributor":{"name":"Nordwind","category":"wires"},
      "content_restrictions":{"embargo":{"active":true,"end_time":"2027-01-05T06:00:00Z"}},
      "content_elements":[{"type":"text","content":"The ferry is back at the quay."}]}]}
      """#
    let document = try #require(try read(json, as: "a.json").first)
    #expect(
      document.rights.contains { $0.text == "© Nordwind" && $0.scope == "story 1" && $0.place == .body })
    #expect(document.embargo?.instant?.iso8601 == "2027-01-05T06:00:00Z")
    #expect(document.texts(.provider) == ["Nordwind"])
  }

  @Test func keepsTheNamesOfATopicSet() throws {
    let document = try #require(
      try read(
        """
        <NewsML><NewsItem><Identification/><NewsManagement><NewsItemType FormalName="TopicSet"/></NewsManagement>\
        <TopicSet><Topic><Description>Port of Vellin</Description></Topic></TopicSet></NewsItem></NewsML>
        """, as: "a.xml"
      ).first)
    #expect(document.type == .other && document.texts(.other).contains("Port of Vellin"))
  }

  @Test func takesTheBylineBetweenHeadlineAndCopy() throws {
    let message =
      "\u{1}nwx0044 4 pl 30 NWX 0311\r\nFerry/\r\n\u{2}\r\nFerry is back=\r\n(Adds quote)\r\nBy Ada Holm, NWX\r\n"
      + "   VELLIN, May 4 (NWX) - The ferry is back.\r\n   It sails at noon.\r\n\u{3}\r\n041201 GMT May 26\r\n\u{4}"
    let document = try #require(try read(message, as: "a.txt").first)
    #expect(document.texts(.byline) == ["By Ada Holm, NWX"])
    #expect(document.texts(.editorsNote) == ["(Adds quote)"])
    #expect(document.body.strings == ["VELLIN, May 4 (NWX) - The ferry is back.", "It sails at noon."])
  }

  /// A sentence that begins like a byline is copy.
  @Test func keepsASentenceThatBeginsWithBy() throws {
    let message =
      "\u{1}nwx0044 4 pl 30 NWX 0311\r\nFerry/\r\n\u{2}\r\nFerry is back=\r\nBy noon the ferry was back.\r\n"
      + "   It sails on.\r\n\u{3}\r\n041201 GMT May 26\r\n\u{4}"
    let document = try #require(try read(message, as: "a.txt").first)
    #expect(document.body.strings.first?.hasPrefix("By noon the ferry was back.") ?? false)
  }

  @Test func leavesOutTheCommentsOfMDX() throws {
    let page = try ferryPage("draft: true").body.strings
    let document = try #require(
      try read("---\ntitle: F\n---\nThe ferry.\n\n{/* ask Ada */}\n\nIt is back.\n", as: "a.mdx").first)
    #expect(page == ["The ferry."] && document.body.strings == ["The ferry.", "It is back."])
  }

  @Test func readsTheAuthorsOfATableOfTOML() throws {
    let document = try #require(
      try read("+++\ntitle = 'F'\n[[extra.authors]]\nname = 'Ada Holm'\n+++\nThe ferry.\n", as: "a.md").first)
    #expect(document.texts(.author) == ["Ada Holm"])
  }

  @Test func takesNoFlagForAnAddress() throws {
    #expect(try ferryPage("permalink: false").urls.isEmpty)
    #expect(try ferryPage("permalink: /ferry/").urls.map(\.text) == ["/ferry/"])
  }

  @Test func tellsASectionThatIsNotShown() throws {
    let namespaces =
      "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
    let file = """
      <office:document \(namespaces) office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>\
      <text:section text:display="none"><text:p>The ferry.</text:p></text:section></office:text></office:body></office:document>
      """
    let document = try #require(try read(file, as: "a.fodt").first)
    #expect(document.body.strings == ["The ferry."] && document.codes.contains("hidden-text"))
  }

  @Test func readsANodeThatIsIncludedWithAnother() throws {
    let json = #"""
      {"jsonapi":{"version":"1.0"},"data":[{"type":"node--news","id":"1","attributes":{"title":"Ferry","status":true,
      "body":{"value":"<p>The ferry.</p>"}},"relationships":{"field_related":{"data":[{"type":"node--news","id":"2"}]}}}],
      "included":[{"type":"node--news","id":"2","attributes":{"title":"Bell","status":true,"field_rights":"© Nordwind",
      "body":{"value":"<p>The bell.</p>"}}},{"type":"user--user","id":"3","attributes":{"name":"ada"}}]}
      """#
    let documents = try read(json, as: "a.json")
    #expect(documents.map(\.headline) == ["Ferry", "Bell"])
    #expect(documents.map(\.body.strings) == [["The ferry."], ["The bell."]])
    #expect(documents.map(\.statements) == [[], ["notice: © Nordwind"]])
  }

  @Test func readsTheLicenceOfThePageOfAnArticle() throws {
    let graph = #"""
      {"@graph":[{"@type":"WebPage","@id":"#page","license":"https://harbour.example/terms"},
      {"@type":"NewsArticle","headline":"Ferry","isPartOf":{"@id":"#page"}},
      {"@type":"WebPage","@id":"#other","license":"https://harbour.example/other"}]}
      """#
    let document = try readPage(
      "<html><head><script type=\"application/ld+json\">\(graph)</script></head><body><article><h1>Ferry</h1>"
        + "<p>The ferry is back at the quay of Vellin.</p></article></body></html>")
    #expect(document.statements == ["link: https://harbour.example/terms"])
  }

  @Test func takesNoAddressOfAFilmForCopy() throws {
    let dump = #"""
      [{"model":"news.page","pk":1,"fields":{"title":"Ferry","body":"[{\"type\":\"paragraph\",\"value\":\"<p>The ferry.</p>\"},{\"type\":\"embed\",\"value\":\"https://films.example/1\"}]"}}]
      """#
    let document = try #require(try read(dump, as: "a.json").first { $0.headline == "Ferry" })
    #expect(document.body.strings == ["The ferry."])
  }
}
