import TestSupport
import Testing
import WireText

@testable import WireDocuments

@Suite struct NINJSReaderTests {
  @Test func aBodyMayBeMarkdown() throws {
    let text =
      ##"{"uri":"u","bodies":[{"contentType":"text/markdown","value":"# Ferry\n\nThe **ferry** is back."}]}"##
    #expect(try read(text, as: "a.json").first?.outline == ["su: Ferry", "pa: The ferry is back."])
  }

  static let one = #"""
    {"uri": "urn:nordwind:1", "version": "3", "type": "text", "pubstatus": "usable", "language": "en",
     "headline": "Ferry &amp; harbour", "byline": "Ada Lindqvist", "source": "Nordwind", "slugline": "FERRY",
     "versioncreated": "2026-11-20T08:30:00Z", "firstcreated": "2026-11-20T08:00:00Z", "embargoed": "Monday",
     "expires": "2027-01-01T00:00:00Z", "ednote": "Adds quotes", "evolvedfrom": "urn:nordwind:0",
     "copyrightholder": "Nordwind News", "copyrightnotice": "(c) 2026 Nordwind News",
     "usageterms": ["Not for Norway", "", "No archives"], "altids": {"guid": "nw-guid-7781", "slot": ""},
     "rightsinfo": {"langid": "http://odrl", "linkedrights": "https://r.example/1"},
     "body_text": "The f\u00e9rry is back.", "body_html": "<p>The f\u00e9rry <b>is<\/b> back.</p><h2>More</h2>",
     "associations": {"main": {"type": "picture", "copyrightnotice": "Picture only"}}}
    """#
  static let three = #"""
    [{"uri": "urn:nordwind:1", "version": 3, "type": "text", "pubStatus": "usable", "language": "en",
     "headlines": [{"role": "print", "value": "Short"}, {"role": "main", "value": "Ferry & harbour"}],
     "byline": "Ada Lindqvist", "infoSources": [{"name": "Nordwind", "role": "source"}], "slugLine": "FERRY",
     "versionCreated": "2026-11-20T08:30:00Z", "firstCreated": "2026-11-20T08:00:00Z", "embargoed": "Monday",
     "expires": "2027-01-01T00:00:00Z", "edNote": "Adds quotes", "evolvedFrom": "urn:nordwind:0",
     "copyrightHolder": "Nordwind News", "copyrightNotice": "(c) 2026 Nordwind News",
     "usageTerms": ["Not for Norway", "No archives"], "altIds": [{"role": "guid", "value": "nw-guid-7781"}],
     "rightsInfo": {"langId": "http://odrl", "linkedRights": "https://r.example/1"},
     "bodies": [{"role": "main", "contentType": "text/plain", "value": "The f\u00e9rry is back."},
       {"role": "main", "contentType": "text/html", "value": "<p>The f\u00e9rry <b>is<\/b> back.</p><h2>More</h2>"}],
     "associations": [{"name": "main", "type": "picture", "copyrightNotice": "Picture only"}]}]
    """#

  @Test(
    "states in the words of several systems",
    arguments: [
      ("usable", Status.Value.usable), ("released", .usable), ("withheld", .withheld), ("held", .withheld),
      ("canceled", .canceled), ("stat:canceled", .canceled), ("spiked", .canceled), ("retracted", .canceled),
      ("deleted", .canceled), ("unpublished", .canceled), ("expired", .withheld), ("on hold", .withheld),
      ("in_progress", .draft), ("routine", .unknown),
    ])
  func states(_ word: String, _ value: Status.Value) throws {
    let json = Self.one.replacing(#""pubstatus": "usable""#, with: #""pubstatus": "\#(word)""#)
    let document = try #require(try read(json, as: "feed.json").first)
    #expect(document.status == Status(value, raw: word))
    #expect(document.problems.contains { $0.code == "status-unknown" } == (value == .unknown))
  }

  @Test(arguments: [one, three]) func readsAllFields(_ json: String) throws {
    let documents = try read(json, as: "feed.json")
    #expect(documents.count == 1)
    let document = try #require(documents.first)
    #expect(document.origin.format == "ninjs")
    #expect(document.type == .text)
    #expect(document.id == "urn:nordwind:1")
    #expect(document.version == "3")
    #expect(document.headline == "Ferry & harbour")
    #expect(document.outline == ["pa: The férry is back.", "su: More"])
    #expect(document.status?.value == .usable)
    #expect(document.language == "en")
    #expect(document.texts(.byline) == ["Ada Lindqvist"])
    #expect(document.texts(.source) == ["Nordwind"])
    #expect(document.texts(.slug) == ["FERRY"])
    #expect(document.texts(.identifier) == ["nw-guid-7781"])
    #expect(document.texts(.editorsNote) == ["Adds quotes"])
    #expect(document.links.map(\.id) == ["urn:nordwind:0"])
    #expect(document.time(.updated)?.instant?.iso8601 == "2026-11-20T08:30:00Z")
    #expect(document.time(.expiry)?.instant != nil)
    // An embargo that cannot be read is one.
    #expect(document.embargo == TimeField(.embargo, raw: "Monday", instant: nil))
    #expect(document.codes.contains("time-unreadable"))
    #expect(
      document.statements == [
        "holder: Nordwind News", "notice: (c) 2026 Nordwind News", "terms: Not for Norway",
        "terms: No archives",
        "link: https://r.example/1", "notice: Picture only",
      ])
    // What is said of a picture is not said of the story.
    #expect(document.textRights.count == 5 && document.rights.last?.scope == "association main")
    let notice = try #require(document.rights.first { $0.kind == .notice }?.range)
    #expect(String(decoding: Array(json.utf8)[notice.indices], as: UTF8.self) == "(c) 2026 Nordwind News")
    expectPlaces(document, in: Array(json.utf8))
    #expect(try source(of: "férry is", in: document, Array(json.utf8)) == #"f\u00e9rry <b>is"#)
  }

  @Test(arguments: [
    (#"{"uri":"a","headline":"x","copyrightnotice":"one","copyrightnotice":""}"#, "duplicate-key"),
    (#"{"uri":"a","headline":"x","body_text":"cut \ud83d here"}"#, "lone-surrogate"),
    (#"{"uri":"a","headline":["x"],"byline":7,"body_text":{"no":1}}"#, "unexpected-type"),
    (#"{"uri":"a","version":"# + String(repeating: "9", count: 500) + "}", "huge-number"),
    (#"{"uri":"a","type":"text"}"#, "no-text"),
    (
      #"{"uri":"a","type":"text","body_text":"x","associations":{"b":{"type":"text","#
        + #""body_text":"a story of its own that is quite long enough","associations":{"c":{"type":"text","body_text":"a story in a story that is quite long enough"}}}}}"#,
      "association-left-out"
    ),
  ]) func saysWhatIsOdd(_ json: String, _ code: String) throws {
    let document = try #require(try read(json, as: "a.json").first)
    #expect(document.codes.contains(code))
  }

  /// A sidebar is read with the story it came with, its rights stay its own, and the caption of a picture is no copy.
  @Test func readsAssociatedStories() throws {
    let json = #"""
      {"uri":"a","type":"text","headline":"Ferry","body_html":"<p>The ferry is back.</p>",
       "authors":[{"name":"Ada Lindqvist","role":"writer"}],"keywords":["ferry"],
       "extra":{"copyright_line":"(c) Bay Gazette","kicker":"At the quay"},
       "associations":{
         "sidebar":{"type":"text","headline":"The crew","copyrightnotice":"(c) Crew Press",
           "body_html":"<p>Nine people work on the ferry every day.</p>"},
         "photo":{"type":"picture","copyrightnotice":"(c) Bo","body_text":"The ferry at the quay in the evening, seen from town"}}}
      """#
    let document = try #require(try read(json, as: "a.json").first)
    #expect(document.body.strings == ["The ferry is back.", "Nine people work on the ferry every day."])
    #expect(document.attachments.map(\.name) == ["association sidebar"])
    #expect(document.attachments.first?.headline == "The crew" && document.headline == "Ferry")
    #expect(document.textRights.map(\.text) == ["(c) Bay Gazette", "(c) Crew Press"])
    #expect(document.textRights.last?.scope == "association sidebar")
    let picture = try #require(document.rights.first { $0.medium == .picture })
    #expect(picture.text == "(c) Bo" && picture.scope == "association photo")
    #expect(document.texts(.author) == ["Ada Lindqvist"] && document.texts(.keyword) == ["ferry"])
    #expect(document.texts(.other).contains("The ferry at the quay in the evening, seen from town"))
    #expect(document.texts(.title) == ["At the quay"] && document.codes.isEmpty)
    expectPlaces(document, in: Array(json.utf8))
  }

  /// Superdesk's own form of its items; the time in UTC counts where it is later.
  @Test(arguments: [
    (#""embargo":"2026-12-01T11:00:00+0000""#, "2026-12-01T11:00:00Z"),
    (
      #""embargo":"2026-12-01T11:00:00+0000","schedule_settings":{"utc_embargo":"2026-12-01T12:00:00+0000"}"#,
      "2026-12-01T12:00:00Z"
    ),
    (#""embargo":null,"schedule_settings":{"utc_embargo":null}"#, nil),
  ])
  func readsTheEmbargoOfSuperdesk(_ members: String, _ end: String?) throws {
    let json = #"{"guid":"1","type":"text","headline":"F","body_html":"<p>The ferry.</p>",\#(members)}"#
    let document = try #require(try read(json, as: "a.json").first)
    #expect(document.embargo?.instant?.iso8601 == end && document.codes.isEmpty)
  }

  @Test func keepsBothOfTwoNotices() throws {
    let json = #"{"uri":"a","headline":"x","copyrightnotice":"one","copyrightnotice":"two"}"#
    #expect(try read(json, as: "a.json").first?.statements == ["notice: one", "notice: two"])
  }

  @Test func readsNITFInsideAValue() throws {
    let json = #"""
      {"uri":"a","headline":"x","bodies":[{"contenttype":"application/nitf+xml","value":
      "<nitf><head><docdata><doc.copyright holder='Nordwind'/></docdata></head><body><body.head><hedline><hl1>Ferry</hl1></hedline><byline>By Ada</byline></body.head><body.content><block><p>One.</p>
      <hl2>Two</hl2></block></body.content></body></nitf>"}]}
      """#.replacing("\n", with: " ")
    let document = try #require(try read(json, as: "a.json").first)
    // Its other lines are fields, and what its head says of rights is the body's, not the object's.
    #expect(document.outline == ["su: Ferry", "pa: One.", "su: Two"])
    #expect(document.texts(.title) == ["Ferry"] && document.texts(.byline) == ["By Ada"])
    #expect(document.rights.map(\.place) == [.body] && document.statements == ["holder: Nordwind"])
  }

  @Test(arguments: ["feed.ndjson", "feed.json"]) func readsOneObjectALine(_ path: String) throws {
    let lines = #"""
      {"uri":"a","headline":"One","body_text":"first"}
      {"uri":"b","headline":"Two","body_text":"bro ken",}
      {"uri":"c","headline":"Three","body_text":"third"}
      """#
    let documents = try read(lines, as: path)
    #expect(documents.map(\.headline) == ["One", nil, "Three"])
    #expect(documents[1].codes == ["bad-line"])
    #expect(documents[1].problems[0].line == 2)
    #expect(documents[1].problems[0].losesText)
    for document in documents { expectPlaces(document, in: Array(lines.utf8)) }
  }

  @Test func countsLinesOverManyBadOnes() throws {
    let lines = #"{"uri":"a","headline":"One"}"# + "\n" + String(repeating: "x\n", count: 20_000)
    let documents = try read(lines + #"{"uri":"b","byline":9}"#, as: "feed.ndjson")
    #expect(documents.count == 20_002)
    #expect(documents[20_000].problems.first?.line == 20_001)
    #expect(documents.last?.problems.first?.line == 20_002)
  }

  @Test(
    arguments: [
      #"{"uri":"a","headline":"x",}"#, #"{"uri":"a","headline":NaN}"#, "[{\"uri\":\"a\",\"headline\":\"x\"}",
      LongText("{\"uri\":\"a\",\"headline\":\"x\",\"subject\":", .times(100_000, "[")),
    ] as [LongText]) func tellsWhereJSONBreaks(_ json: LongText)
  {
    #expect { _ = try read(json.text, as: "a.json") } throws: { ($0 as? ReadingFault)?.line != nil }
  }

  @Test func isUTF16Told() throws {
    let json = #"{"uri":"a","headline":"x","body_text":"Größe"}"#
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in json.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let document = try #require(try read(bytes, as: "a.json").first)
    #expect(document.body.strings == ["Größe"])
    #expect(document.codes.contains("encoding-guessed"))
    let range = try #require(document.body.map.fileRange(of: TextRange(0, 7)))
    let units = stride(from: range.lower, to: range.upper, by: 2).map {
      UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8
    }
    #expect(String(decoding: units, as: UTF16.self).contains("Größe"))
  }

  /// What a new version stands in place of, as TT says it.
  @Test func itemsReplaceOthers() throws {
    let item =
      #"{"uri":"https://n.example/7","type":"text","headline":"Ferry","body_text":"The ferry.","replacing":["https://n.example/6"]}"#
    #expect(try read(item, as: "a.json").first?.links == [ItemLink(.replaces, id: "https://n.example/6")])
  }
}
