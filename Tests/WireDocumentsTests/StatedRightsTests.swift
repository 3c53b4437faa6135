import Testing
import WireText

@testable import WireDocuments

/// Statements of rights in places where only one format has them.
@Suite struct StatedRightsTests {
  private func nitf(head: String = "", _ content: String) throws -> Document {
    let text =
      "<nitf><head><docdata/></head><body><body.head>\(head)</body.head><body.content>\(content)</body.content></body></nitf>"
    return try #require(try read(text, as: "a.xml").first)
  }

  @Test func rightsInAPictureOfNITFStayItsOwn() throws {
    let document = try nitf(
      """
      <p>The ferry is back.</p><media media-type="image"><media-metadata name="copyright" value="(c) Bo"/>
      <media-metadata name="width" value="640"/><media-reference mime-type="image/jpeg" source="q.jpg"
      copyright="2026 Lumen" source-credit="Lumen"/><media-caption><p>The quay.</p></media-caption></media>
      """)
    #expect(document.textRights.isEmpty)
    #expect(document.statements == ["notice: 2026 Lumen", "notice: (c) Bo"])
    #expect(document.rights.allSatisfy { $0.medium == .picture && $0.scope == "media" })
    #expect(document.texts(.other) == ["The quay.", "Lumen"])
    #expect(document.body.strings == ["The ferry is back."])
  }

  @Test func aDateForMachinesCounts() throws {
    let document = try nitf(
      head: """
        <rights><rights.startdate norm="20261120">20 Nov</rights.startdate><rights.enddate>30 Nov</rights.enddate></rights>
        """, "<p>The ferry is back.</p>")
    #expect(document.statements == ["begins: 20261120", "ends: 30 Nov"])
  }

  @Test func partsOfAnAddressAreWords() throws {
    let document = try nitf(
      "<p>Write to <postaddr><addressee><person>Ada Lindqvist</person></addressee><delivery.point>Quay 1</delivery.point></postaddr> now.</p>"
    )
    #expect(document.body.strings.joined(separator: " ") == "Write to Ada Lindqvist Quay 1 now.")
  }

  @Test func usageRightsOfTheMediaAPIAreReadInParts() throws {
    let text = """
      {"data": {"item": {"altids": {"itemid": "n1"}, "type": "text", "headline": "Ferry", "body_text": "The ferry is back.",
       "expires": "2026-12-24T00:00:00Z", "usagerights": [{"usagetype": "Online", "geography": ["NO", "SE"],
       "rightsholder": "Nordwind", "limitations": ["No archive"], "startdate": "2026-11-20", "enddate": "2026-12-20"}]}}}
      """
    let document = try #require(try read(text, as: "a.json").first)
    #expect(
      document.statements == [
        "terms: Online", "area: NO", "area: SE", "holder: Nordwind", "terms: No archive",
        "begins: 2026-11-20", "ends: 2026-12-20",
      ])
    #expect(document.time(.expiry)?.instant == Instant(reading: "2026-12-24T00:00:00Z"))
  }

  @Test func aLinkFieldOfDrupalKeepsItsText() throws {
    let text = """
      {"jsonapi": {"version": "1.0"}, "data": [{"type": "node--article", "id": "n1", "attributes": {"title": "Ferry",
       "status": true, "body": {"value": "<p>The ferry is back.</p>", "format": "html"},
       "field_source": {"uri": "https://n.example/1", "title": "Nordwind"}, "field_credit": {"uri": "https://n.example", "title": ""}}}]}
      """
    let document = try #require(try read(text, as: "a.json").first)
    #expect(document.texts(.source) == ["Nordwind", "https://n.example/1"])
    #expect(document.statements.contains("credit: Nordwind"))
    #expect(document.texts(.credit) == ["https://n.example"])
  }

  @Test func aStoryOfArcKeepsItsCorrectionsAndThePicturesRights() throws {
    let text = """
      {"type": "story", "version": "0.10.9", "_id": "A1", "headlines": {"basic": "Ferry"},
       "content_elements": [{"type": "text", "content": "The ferry is back."},
        {"type": "image", "caption": "The quay", "copyright": "(c) Lumen"},
        {"type": "video", "headlines": {"basic": "Crossing"}, "transcript": "We cast off at nine."}],
       "promo_items": {"basic": {"type": "image", "copyright": "(c) Bo"}},
       "corrections": [{"type": "correction", "correction_type": "correction", "text": "The pier is number two."}]}
      """
    let document = try #require(try read(text, as: "a.json").first)
    #expect(document.body.strings == ["The ferry is back."])
    #expect(document.textRights.isEmpty)
    #expect(document.statements == ["notice: (c) Bo", "notice: (c) Lumen"])
    #expect(
      document.texts(.other) == ["The quay", "Crossing", "We cast off at nine.", "The pier is number two."])
  }

  @Test func rightsInFrontMatterMayBeAMap() throws {
    let text = """
      ---
      title: Ferry
      rights:
        holder: Nordwind
        notice: (c) 2026 Nordwind
        license: https://l.example/p
        author: Ada Lindqvist
      ---
      The ferry is back.
      """
    let document = try #require(try read(text, as: "a.md").first)
    #expect(
      document.statements == ["holder: Nordwind", "notice: (c) 2026 Nordwind", "link: https://l.example/p"])
    #expect(document.texts(.author) == ["Ada Lindqvist"])
  }
}
