import Testing
import WireText

@testable import WireDocuments

/// Fields of a site's own, and places in a page, that withdraw a story or hold it back.
@Suite struct WithdrawnRecordTests {
  private func post(_ members: String) throws -> Document {
    let text =
      #"[{"id":1,"date_gmt":"2026-11-01T00:00:00","link":"https://n.example/1","type":"post","status":"publish","#
      + #""title":{"rendered":"F"},"content":{"rendered":"<p>The ferry.</p>"},\#(members)}]"#
    return try #require(try read(text, as: "a.json").first)
  }

  private func export(_ key: String, _ value: String) throws -> Status.Value? {
    let text = """
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
      <channel><wp:wxr_version>1.2</wp:wxr_version><item><title>F</title><content:encoded>The ferry.</content:encoded>
      <wp:post_type>post</wp:post_type><wp:status>publish</wp:status><wp:postmeta><wp:meta_key>\(key)</wp:meta_key>
      <wp:meta_value>\(value)</wp:meta_value></wp:postmeta></item></channel></rss>
      """
    return try read(text, as: "a.xml").first?.status?.value
  }

  @Test(arguments: [
    (#""acf":{"killed":true}"#, Status.Value.canceled), (#""meta":{"is_withdrawn":"yes"}"#, .canceled),
    (#""acf":{"retracted_at":"2026-11-28T10:00:00Z"}"#, .canceled),
    (#""story_status":"withheld"# + "\"", .withheld),
    (#""acf":{"killed":false}"#, .published), (#""acf":{"people_killed":"yes"}"#, .published),
    (#""acf":{"killed":"3"}"#, .published), (#""acf":{"story_status":"draft"}"#, .published),
    (
      #""yoast_head_json":{"schema":{"@graph":[{"@type":"NewsArticle","creativeWorkStatus":"Withdrawn"}]}}"#,
      .canceled
    ),
    (
      #""yoast_head_json":{"schema":{"@graph":[{"@type":"ImageObject","creativeWorkStatus":"Withdrawn"}]}}"#,
      .published
    ),
  ]) func posts(members: String, status: Status.Value) throws {
    #expect(try post(members).status?.value == status)
  }

  @Test func linkedDataOfAPostMaySetAnEmbargo() throws {
    let end = "2027-01-01T00:00:00Z"
    let schema =
      #""yoast_head_json":{"schema":{"@graph":[{"@type":"NewsArticle","embargoUntil":"\#(end)"}]}}"#
    #expect(try post(schema).embargo?.raw == end)
  }

  @Test(arguments: [
    ("killed", "1", Status.Value.canceled), ("_killed", "yes", .canceled),
    ("story_status", "Withheld", .withheld),
    ("killed", "0", .published), ("killed", "12", .published),
    ("_wp_trash_meta_status", "withheld", .published),
  ]) func exports(key: String, value: String, status: Status.Value) throws {
    #expect(try export(key, value) == status)
  }

  @Test(
    arguments: [
      ("killed", ["1", "0"], [Status.Value.canceled, nil]), ("cancelled", ["true", ""], [.canceled, nil]),
      ("killed", ["1", "12"], [nil, nil]), ("Withdrawn at", ["2026-11-28 10:00", ""], [.canceled, nil]),
      ("people killed", ["1", "yes"], [nil, nil]), ("Spiked", ["1", "no"], [.canceled, nil]),
    ] as [(String, [String], [Status.Value?])])
  func columns(name: String, cells: [String], statuses: [Status.Value?]) throws {
    let rows = cells.map { "F,The ferry sails on Monday.,\($0)\n" }
    let documents = try read("title,body,\(name)\n" + rows.joined(), as: "a.csv")
    #expect(documents.map { $0.status?.value } == statuses)
  }

  @Test(
    arguments: [
      ("<span property='schema:creativeWorkStatus' content='Withdrawn'>x</span>", Status.Value.canceled),
      ("<span property='http://schema.org/creativeWorkStatus'>Killed</span>", .canceled),
      ("<div typeof='schema:Book'><span property='schema:creativeWorkStatus'>Killed</span></div>", nil),
      ("<span about='#book' property='schema:creativeWorkStatus'>Killed</span>", nil),
      ("<span property='schema:name'>Killed</span>", nil),
    ] as [(String, Status.Value?)])
  func propertiesOfRDFa(part: String, status: Status.Value?) throws {
    let story = "<p>The ferry is back at the quay after nine weeks in the dry dock, said the office.</p>"
    let page = "<html><body><article typeof='schema:NewsArticle'>\(story)\(part)</article></body></html>"
    #expect(try read(page, as: "a.html").first?.status?.value == status)
  }

  @Test func anEmbargoOfRDFa() throws {
    let page =
      "<html><body><article><p>The ferry is back at the quay.</p><time property='x:embargoUntil' "
      + "datetime='2027-01-01T00:00:00Z'>New Year</time></article></body></html>"
    #expect(try read(page, as: "a.html").first?.embargo?.raw == "2027-01-01T00:00:00Z")
  }

  @Test func propertiesOfOfficeFiles() throws {
    let rtf =
      #"{\rtf1{\*\userprops{\propname Status}\proptype30{\staticval killed}}{\header Not before noon}The ferry.\par}"#
    let document = try #require(try read(rtf, as: "a.rtf").first)
    #expect(document.status?.value == .canceled && document.texts(.editorsNote) == ["Not before noon"])
  }

  @Test func headersOfMail() throws {
    let mail =
      "From: a@n.example\nSubject: F\nX-Embargo: 2027-01-01T00:00:00Z\nX-Copyright: (c) Northwire\n\nThe ferry.\n"
    let document = try #require(try read(mail, as: "a.eml").first)
    #expect(document.embargo?.raw == "2027-01-01T00:00:00Z")
    #expect(document.rights.map(\.text) == ["(c) Northwire"])
  }

  /// Elements of a feed's own, in whatever namespace.
  @Test(
    arguments: [
      ("<w:status>killed</w:status>", Status.Value.canceled, nil),
      ("<w:killed>true</w:killed>", .canceled, nil),
      ("<w:embargo>2027-01-01T00:00:00Z</w:embargo>", nil, "2027-01-01T00:00:00Z"),
      ("<w:status>final</w:status><w:embargo/><w:embargo_note>Ask Bo</w:embargo_note>", nil, nil),
      ("<media:status xmlns:media='http://search.yahoo.com/mrss/'>killed</media:status>", nil, nil),
    ] as [(String, Status.Value?, String?)])
  func elementsOfFeeds(element: String, status: Status.Value?, embargo: String?) throws {
    let feed =
      "<rss version='2.0' xmlns:w='urn:w'><channel><item><title>F</title><description>The ferry.</description>"
      + "\(element)</item></channel></rss>"
    let document = try #require(try read(feed, as: "a.xml").first)
    #expect(document.status?.value == status && document.embargo?.raw == embargo)
  }

  @Test func rightsOfPRISM() throws {
    let feed =
      "<rss version='2.0' xmlns:prism='urn:p'><channel><item><title>F</title><description>The ferry.</description>"
      + "<prism:usageRights>No archive</prism:usageRights></item></channel></rss>"
    #expect(try read(feed, as: "a.xml").first?.statements == ["terms: No archive"])
  }

  @Test(arguments: [#""field_killed":true"#, #""field_story_status":"spiked""#])
  func fieldsOfDrupal(member: String) throws {
    let node =
      #"{"data":[{"type":"node--article","id":"u","attributes":{"title":"F","status":true,"#
      + #""body":{"value":"<p>The ferry.</p>"},\#(member)}}],"jsonapi":{"version":"1.0"}}"#
    #expect(try read(node, as: "a.json").first?.status?.value == .canceled)
  }

  @Test func aMappedFlagWithdraws() throws {
    let mapping = try FieldMapping(
      parsing: "items: story\nbody: body\nstatus: [status, killed]", file: "m.yaml")
    for (flag, status) in [("true", Status.Value.canceled), ("false", .published)] {
      let text =
        "<all><story><status>published</status><killed>\(flag)</killed><body><p>The ferry.</p></body></story></all>"
      var source = try openSource(Array(text.utf8), as: "a.xml", mapping: mapping)
      #expect(try source.next()?.status?.value == status)
    }
  }

  @Test func theEndOfAScheduledStory() throws {
    let story =
      #"{"type":"story","version":"0.10.7","_id":"A","headlines":{"basic":"F"},"content_elements":[{"type":"text","#
      + #""content":"The ferry."}],"publishing":{"scheduled_operations":{"unpublish_edition":[{"operation_date":"#
      + #""2027-01-01T00:00:00Z"}]}}}"#
    #expect(try read(story, as: "a.json").first?.time(.expiry)?.raw == "2027-01-01T00:00:00Z")
  }
}
