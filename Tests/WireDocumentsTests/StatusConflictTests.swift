import Testing
import WireText

@testable import WireDocuments

/// Items that state more than one status: the one that restricts most counts, whichever comes first.
@Suite struct StatusConflictTests {
  private func status(_ text: String, as path: String) throws -> Status.Value? {
    try #require(try read(text, as: path).first).status?.value
  }

  private static func story(_ members: String) -> String {
    #"{"_id":"1","type":"story","version":"0.10","content_elements":[{"type":"text","content":"The ferry."}],\#(members)}"#
  }
  private static let schedule =
    #""publishing":{"scheduled_operations":{"publish_edition":[{"operation_date":"2027-01-01T10:00:00Z"}]}}"#

  @Test(arguments: [
    (#""revision":{"published":true},"status":"killed""#, Status.Value.canceled),
    (#""workflow":{"status_code":"published"},"status":"withheld""#, .withheld),
    (#""status":"killed",\#(schedule)"#, .canceled), (#""status":"draft",\#(schedule)"#, .scheduled),
    (#""revision":{"published":true},\#(schedule)"#, .published),
    (#""revision":{"published":true},"workflow":{"status_code":"17"}"#, .published), (schedule, .scheduled),
  ])
  func aStoryOfArc(members: String, expected: Status.Value) throws {
    #expect(try status(Self.story(members), as: "a.json") == expected)
  }

  @Test(arguments: [
    ("true", "withheld", Status.Value.withheld), ("false", "published", .draft),
    ("true", "published", .published),
  ])
  func aPageOfWagtailAndItsRow(live: String, word: String, expected: Status.Value) throws {
    let text = """
      [{"model":"wagtailcore.page","pk":3,"fields":{"title":"F","live":\(live),"content_type":["news","storypage"]}},
       {"model":"news.storypage","pk":3,"fields":{"status":"\(word)","body":"<p>The ferry is back.</p>"}}]
      """
    #expect(try status(text, as: "a.json") == expected)
  }

  @Test func aDraftOfBloggerThatIsLive() throws {
    let text = """
      <feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'
      xmlns:app='http://purl.org/atom/app#'><id>f</id><entry><id>1</id><app:control><app:draft>yes</app:draft></app:control>
      <blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status><title>F</title>
      <content type='html'>The ferry.</content></entry></feed>
      """
    #expect(try status(text, as: "a.xml") == .draft)
  }

  @Test(arguments: [
    ("status,moderation_state", "published,withheld", Status.Value.withheld),
    ("moderation_state,status", "withheld,published", .withheld),
    ("status,state", "published,NW", .published),
    ("state,status", "NW,published", .published), ("status", "almost", .unknown),
    ("status,state", "1,0", .draft),
  ])
  func columnsOfATable(names: String, words: String, expected: Status.Value) throws {
    #expect(try status("title,body,\(names)\nF,The ferry.,\(words)\n", as: "a.csv") == expected)
  }

  @Test(arguments: ["[state, flag]", "state"]) func pathsOfAMapping(paths: String) throws {
    let mapping = try FieldMapping(parsing: "body: text\nstatus: \(paths)", file: "map.yaml")
    let text =
      "<x><text>The ferry.</text><state>published</state><state>killed</state><flag>usable</flag></x>"
    var source = try openSource(Array(text.utf8), as: "a.xml", mapping: mapping)
    #expect(try source.next()?.status == Status(.canceled, raw: "killed"))
  }

  @Test(arguments: [
    ("<Status>Ny</Status>", Status.Value.usable), ("<Status>Withheld</Status>", .withheld),
    ("<Annuleret>true</Annuleret><Status>Ny</Status>", .canceled),
  ])
  func aStoryOfRitzau(members: String, expected: Status.Value) throws {
    let text =
      "<RBNews><NewsID>1</NewsID><headline>F</headline>\(members)<content>&lt;p&gt;The ferry.&lt;/p&gt;</content></RBNews>"
    #expect(try status(text, as: "a.xml") == expected)
  }

  @Test func aFlagMakesADraftOfAPublishedRecord() throws {
    let record = { (members: String) in
      #"{"data":[{"id":1,"attributes":{"title":"F","body":"The ferry.","publishedAt":"2026-11-01T06:00:00Z",\#(members)}}],"meta":{}}"#
    }
    #expect(try status(record(#""draft":true"#), as: "a.json") == .draft)
    #expect(try status(record(#""draft":false"#), as: "a.json") == .published)
    // A match may be live, too.
    #expect(try status(record(#""live":false"#), as: "a.json") == .published)
  }

  @Test func aPageInADraftsFolderIsADraft() throws {
    for (line, expected) in [("status: published", Status.Value.draft), ("status: withheld", .withheld)] {
      #expect(try status("---\ntitle: F\n\(line)\n---\nThe ferry.\n", as: "_drafts/a.md") == expected)
    }
  }

  /// NITF in another format may withdraw the item, but releases nothing.
  @Test func aBodyMayWithdrawItsItem() throws {
    for (outer, inner, expected) in [
      ("Usable", "canceled", Status.Value.canceled), ("Canceled", "usable", .canceled),
      ("Usable", "usable", .usable),
    ] {
      let nitf = """
        <nitf><head><docdata management-status="\(inner)"/></head><body><body.content><p>The ferry.</p></body.content></body></nitf>
        """
      let file = NewsML1ReaderTests.file(
        "<Status FormalName=\"\(outer)\"/>",
        "<NewsComponent><ContentItem><DataContent>\(nitf)</DataContent></ContentItem></NewsComponent>")
      #expect(try read(file, as: "-").first?.status?.value == expected)
    }
  }
}
