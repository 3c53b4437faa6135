import Testing
import WireText

@testable import WireDocuments

/// The formats of CMSs and agencies that hand over items as JSON.
@Suite struct JSONItemReaderTests {
  @Test func readsEveryResultOfASearchInArc() throws {
    let story =
      #"{"_id":"1","type":"story","headlines":{"basic":"Ferry"},"content_elements":[{"type":"text","content":"Back."}]}"#
    let documents = try read(
      #"{"type":"results","version":"0.6.0","_id":"x","content_elements":[\#(story),\#(story)],"count":2}"#,
      as: "a.json")
    #expect(
      documents.map(\.headline) == ["Ferry", "Ferry"]
        && documents.map(\.body.strings) == [["Back."], ["Back."]])
  }

  @Test func readsAPMedia() throws {
    let file = Array(
      #"""
      {"api_version": "1.1", "data": {"items": [{"meta": {}, "item": {
        "uri": "https://n.example/1", "altids": {"itemid": "abc", "friendlykey": "1"}, "version": 2, "type": "text",
        "headline": "Ferry &amp; crew", "pubstatus": "embargoed", "embargoed": "2026-11-25T06:00:00Z",
        "versioncreated": "2026-11-24T10:00:00Z", "provider": "Nordwind", "bylines": [{"by": "By ADA"}],
        "copyrightnotice": "Copyright 2026 Nordwind.", "usageterms": ["Editorial use only.", "Not Norway"],
        "ednote": "Hold", "renditions": {"nitf": {"href": "https://n.example/1.xml"}}}},
        {"item": {"altids": {"itemid": "p"}, "type": "picture", "headline": "Boat"}}]}}
      """#.utf8)
    let documents = try read(file, as: "feed.json")
    #expect(documents.map(\.type) == [.text, .picture] && documents.map(\.id) == ["abc", "p"])
    let document = try #require(documents.first)
    #expect(
      document.origin.format == "apmedia" && document.headline == "Ferry & crew" && document.version == "2")
    #expect(document.status?.value == .withheld)
    #expect(document.embargo?.instant?.iso8601 == "2026-11-25T06:00:00Z")
    #expect(document.texts(.byline) == ["By ADA"] && document.texts(.editorsNote) == ["Hold"])
    #expect(
      document.statements == [
        "notice: Copyright 2026 Nordwind.", "terms: Editorial use only.", "terms: Not Norway",
      ])
    let range = try #require(document.rights.first?.range)
    #expect(String(decoding: file[range.indices], as: UTF8.self) == "Copyright 2026 Nordwind.")
    #expect(document.problems.first { $0.code == "body-remote" }?.losesText == true)
    #expect(documents[1].problems.isEmpty)
  }

  @Test func readsDigitalwires() throws {
    let file = Array(
      #"""
      {"format": "digitalwires@1", "urn": "urn:newsml:n:1", "version": 3, "pubstatus": "canceled", "language": "de",
       "headline": "F\u00e4hre", "byline": "Von Ada", "dateline": "Hafen (nw) - ", "creditline": "nw",
       "copyrightnotice": "Copyright 2026 nw", "usageterms": "Nur f\u00fcr Kunden\nCustomers only",
       "version_created": "2026-11-24T11:00:00+01:00", "embargoed": "bald",
       "notepad": {"public": null, "nonpublic": "<p>Not for print</p>"},
       "article_html": "<header>Slugs</header><section class=\"main\"><p>Die F\u00e4hre.</p></section><section class=\"notepad\"><p>Notes</p></section>"}
      """#.utf8)
    let document = try #require(try read(file, as: "a.json").first)
    #expect(
      document.origin.format == "dpadw" && document.status?.value == .canceled && document.version == "3")
    #expect(document.body.strings == ["Die Fähre."] && document.headline == "Fähre")
    #expect(document.texts(.editorsNote) == ["Notes", "Not for print"] && document.texts(.credit) == ["nw"])
    #expect(
      document.statements == ["notice: Copyright 2026 nw", "terms: Nur für Kunden", "terms: Customers only"])
    let range = try #require(document.rights.last?.range)
    #expect(String(decoding: file[range.indices], as: UTF8.self) == "Customers only")
    #expect(document.embargo == TimeField(.embargo, raw: "bald", instant: nil))
    #expect(document.codes.contains("time-unreadable"))
    expectPlaces(document, in: file)
  }

  /// Documents of AFP's interface, as they come and in an answer of it.
  @Test func readsAFP() throws {
    let story = #"""
      {"uno":"newsml.n.20260826.doc-1","headline":"Ferry","title":"NOR-ferry","news":["Ormsby (NW) - The ferry <b>is</b> back.","\"At last,\" said the captain."],
      "lang":"en","created":"2026-08-26T11:22:39Z","published":"2026-08-26T11:39:26Z","revision":2,"provider":"NW","status":"Usable","class":"text",
      "slug":["ferry"],"advisory":"ADDS quote","creator":"ab/cd","copyright":"(c) Nordwind","embargoed":"2026-08-27T00:00:00Z","country_out":["SWE"],"city":"Ormsby","mood":"Two words"}
      """#
    for text in [story, "[\(story)]", #"{"response":{"numFound":1,"docs":[\#(story)]}}"#] {
      let file = Array(text.utf8)
      let document = try #require(try read(file, as: "a.json").first)
      #expect(
        document.origin.format == "afp" && document.id == "newsml.n.20260826.doc-1" && document.version == "2"
      )
      #expect(
        document.headline == "Ferry" && document.texts(.title) == ["NOR-ferry"] && document.type == .text)
      #expect(
        document.body.strings == ["Ormsby (NW) - The ferry is back.", "\"At last,\" said the captain."])
      #expect(document.status?.value == .usable && document.embargo?.raw == "2026-08-27T00:00:00Z")
      #expect(document.statements == ["notice: (c) Nordwind"] && document.texts(.territory) == ["SWE"])
      #expect(document.texts(.editorsNote) == ["ADDS quote"] && document.texts(.other) == ["Two words"])
      #expect(document.problems.isEmpty)
      expectPlaces(document, in: file)
    }
    let kill = try read(
      #"{"uno":"u","headline":"Ferry","news":[],"status":"Canceled","embargoed":true}"#, as: "a.json")
    #expect(kill.first?.status?.value == .canceled && kill.first?.embargo?.raw == "")
    #expect(kill.first?.codes == [])
    let picture = try read(
      #"{"uno":"u","title":"Quay","caption":"The quay","class":"picture"}"#, as: "a.json")
    #expect(picture.first?.type == .picture && picture.first?.texts(.other) == ["The quay"])
  }

  /// What stands beside the copy is published with it, and an entry without a story is its picture.
  @Test func readsDigitalwiresBesideTheStory() throws {
    let file = Array(
      #"""
      [{"urn": "u1", "pubstatus": "usable", "article_html": "<section class=\"main\"><p>Die Fähre fährt.</p></section>",
       "infobox_html": "<section><h2>Zahlen</h2><p>Zwölf Boote und vier Häfen liegen an der Strecke.</p></section>",
       "linkbox_html": "<ul><li><a href=\"https://n.example\">Fahrplan der nördlichen Linien im Winter</a></li></ul>",
       "autopublishnotice": "© nw-infocom, nw:1", "genre_names": ["Meldung"], "signal": "sig:update",
       "ednotes": [{"role": "embargo", "ednote": "Sperrfrist 19 Uhr", "is_publishable": true}],
       "associations": [{"type": "image", "caption": "Am Hafen", "creditline": "Ada/nw"}]},
      {"urn": "u2", "pubstatus": "usable", "headline": "Hafen", "article_html": null, "creditline": "Ada/nw",
       "descriptions": [{"role": "drol:caption", "description": "Boote am Hafen"}],
       "associations": [{"type": "image", "caption": "Boote am Hafen"}]}]
      """#.utf8)
    let documents = try read(file, as: "a.json")
    let story = try #require(documents.first)
    #expect(story.ownParagraphs.map { story.body.string($0.range) } == ["Die Fähre fährt."])
    #expect(story.attachments.map(\.name) == ["infobox_html", "linkbox_html"])
    #expect(story.statements == ["notice: © nw-infocom, nw:1"])
    #expect(story.texts(.editorsNote) == ["Sperrfrist 19 Uhr"])
    #expect(story.embargo?.raw == "Sperrfrist 19 Uhr")
    #expect(story.texts(.other) == ["Am Hafen", "Ada/nw", "sig:update", "Meldung"])
    let picture = try #require(documents.last)
    #expect(picture.type == .picture && picture.codes.isEmpty && picture.body.isEmpty)
    #expect(picture.texts(.other) + picture.texts(.summary) == ["Boote am Hafen", "Boote am Hafen"])
    expectPlaces(story, in: file)
  }

  @Test func readsWordPressREST() throws {
    let file = Array(
      #"""
      [{"id": 7, "date": "2026-11-24T11:00:00", "date_gmt": "2026-11-24T10:00:00", "status": "draft", "type": "post",
        "guid": {"rendered": "https://h.example/?p=7"}, "link": "https://h.example/7", "slug": "ferry",
        "title": {"rendered": "Ferry &#038; crew"}, "content": {"rendered": "<p>The f&eacute;rry.</p>", "protected": false},
        "meta": {"copyright_notice": "(c) Nordwind", "canonical_url": "https://n.example/1"},
        "_embedded": {"author": [{"name": "Ada"}]}},
       {"id": 8, "type": "post", "status": "publish", "link": "l", "title": {"rendered": "Locked"},
        "content": {"rendered": "", "protected": true}}]
      """#.utf8)
    let documents = try read(file, as: "posts.json")
    let document = try #require(documents.first)
    #expect(document.origin.format == "wprest" && document.headline == "Ferry & crew")
    #expect(document.id == "https://h.example/?p=7" && document.status?.value == .draft)
    #expect(document.body.strings == ["The férry."] && document.texts(.author) == ["Ada"])
    #expect(document.time(.published)?.instant?.iso8601 == "2026-11-24T10:00:00Z")
    #expect(
      document.statements == ["notice: (c) Nordwind"] && document.texts(.canonical) == ["https://n.example/1"]
    )
    #expect(try source(of: "férry", in: document, file) == "f&eacute;rry")
    expectPlaces(document, in: file)
    #expect(documents[1].status?.value == .private)
    #expect(documents[1].problems.first { $0.code == "body-protected" }?.losesText == true)
  }

  @Test func readsGhost() throws {
    let file = Array(
      #"""
      {"db": [{"meta": {"version": "5"}, "data": {"posts": [
        {"id": "1", "uuid": "u1", "title": "Ferry", "slug": "ferry", "status": "sent", "type": "post",
         "html": "<p>The f\u00e9rry.</p>", "published_at": 1764000000000, "canonical_url": "https://n.example/1"},
        {"id": "2", "uuid": "u2", "title": "Old", "status": "draft", "html": null, "markdown": "A *f\u00e9rry*."},
        {"id": "3", "uuid": "u3", "title": "Tree", "status": "published", "html": null, "lexical": "{\"root\":"}]}}]}
      """#.utf8)
    let documents = try read(file, as: "export.json")
    #expect(documents.map { $0.status?.value } == [.published, .draft, .published])
    #expect(documents.map { $0.body.strings } == [["The férry."], ["A férry."], []])
    #expect(documents[0].texts(.canonical) == ["https://n.example/1"])
    #expect(documents[0].time(.published)?.instant?.iso8601 == "2025-11-24T16:00:00Z")
    #expect(documents[2].problems.first { $0.code == "inner-json" }?.losesText == true)
    for document in documents { expectPlaces(document, in: file) }
    #expect {
      _ = try read(#"{"db":[{"data":{"posts":"none"}}]}"#, as: "a.json")
    } throws: { ($0 as? ReadingFault)?.code == "no-items" }
  }

  @Test func readsANS() throws {
    let file = Array(
      #"""
      {"_id": "A1", "type": "story", "version": "0.10.10", "language": "en", "headlines": {"basic": "Ferry", "web": "Boat"},
       "credits": {"by": [{"name": "Ada"}]}, "copyright": "(c) 2026 Nordwind", "canonical_url": "/ferry",
       "distributor": {"name": "Nordwind", "category": "wires", "additional_properties": {"x": "y"}},
       "syndication": {"external_distribution": false}, "publish_date": "2026-11-24T10:00:00Z",
       "content_restrictions": {"embargo": {"active": true, "description": "Until the talk"}},
       "revision": {"published": false},
       "content_elements": [{"type": "text", "content": "The <b>f\u00e9rry</b> is back."}, {"type": "header", "content": "More"},
        {"type": "list", "items": [{"type": "text", "content": "One"}, {"type": "list", "items": [{"type": "text", "text": "Two"}]}]},
        {"type": "quote", "content_elements": [{"type": "text", "content": "Late."}], "citation": {"type": "text", "content": "Bo"}},
        {"type": "image", "caption": "Not copy"}, {"type": "novelty", "content": "Kept."},
        {"type": "table", "header": [{"type": "text", "content": "H"}], "rows": [[{"type": "text", "content": "C"}]]}]}
      """#.utf8)
    let document = try #require(try read(file, as: "a.json").first)
    #expect(document.origin.format == "ans" && document.id == "A1" && document.headline == "Ferry")
    #expect(
      document.outline == [
        "pa: The férry is back.", "su: More", "li: One", "li: Two", "qu: Late.", "pa: Kept.", "ta: H",
        "ta: C",
      ])
    #expect(document.texts(.byline) == ["Ada"] && document.texts(.title) == ["Boat"])
    #expect(document.texts(.other).contains("wires") && document.texts(.other).contains("Bo"))
    #expect(
      document.statements == [
        "notice: (c) 2026 Nordwind", "credit: Nordwind", "credit: wires",
        "terms: external_distribution: false",
        "terms: Until the talk",
      ])
    // Without an end the embargo holds until further notice.
    #expect(
      document.embargo == TimeField(.embargo, raw: "", instant: nil) && document.status?.value == .draft)
    #expect(try source(of: "férry", in: document, file) == "f\\u00e9rry")
    expectPlaces(document, in: file)
  }

  /// What Arc keeps beside the copy: rights that a site added, when it will be out, words of pictures and embeds.
  @Test func readsTheMarginsOfANS() throws {
    let file = Array(
      #"""
      {"_id": "A2", "type": "story", "version": "0.10.10", "headlines": {"basic": "Ferry"}, "label": {"basic": {"text": "Sponsored"}},
       "credits": {"by": [{"name": "Ada", "additional_properties": {"original": {"byline": "Ada Lindqvist, Nordwind"}}}]},
       "distributor": {"name": "Nordwind", "additional_properties": {"usage_rights": "Web only"}},
       "additional_properties": {"copyright_line": "(c) Bay Gazette", "has_published_copy": true},
       "content_restrictions": {"geo": {"restrictions": [{"restriction_id": "bg-only"}]}},
       "workflow": {"note": "Call the desk"}, "planning": {"internal_note": "Hold for photo"},
       "promo_items": {"lead_art": {"type": "video", "description": {"basic": "A ferry film"}}},
       "publishing": {"scheduled_operations": {"publish_edition": [{"operation_date": "2026-12-02T08:00:00Z"}]}},
       "content_elements": [{"type": "text", "content": "The ferry."},
        {"type": "image", "caption": "A ferry", "alt_text": "Ferry at dawn", "credits": {"by": [{"name": "Bo"}]}},
        {"type": "gallery", "content_elements": [{"type": "image", "caption": "More ferries"}]},
        {"type": "custom_embed", "embed": {"id": "7", "config": {"text": "All ferries today"}}}]}
      """#.utf8)
    let document = try #require(try read(file, as: "a.json").first)
    #expect(document.body.strings == ["The ferry."])
    #expect(
      document.statements == [
        "credit: Nordwind", "notice: Web only", "notice: (c) Bay Gazette", "terms: bg-only",
      ])
    #expect(document.status?.value == .scheduled)
    #expect(document.time(.published)?.instant?.iso8601 == "2026-12-02T08:00:00Z")
    #expect(document.texts(.byline) == ["Ada", "Ada Lindqvist, Nordwind"])
    #expect(document.texts(.editorsNote) == ["Call the desk", "Hold for photo"])
    #expect(
      Set(document.texts(.other)).isSuperset(of: [
        "Sponsored", "A ferry film", "A ferry", "Ferry at dawn", "Bo", "More ferries", "All ferries today",
      ]))
  }

  @Test func nestedGroupsAndSecondNoticesAreTold() throws {
    let open = String(repeating: #"{"type":"element_group","content_elements":["#, count: 300)
    let close = String(repeating: "]}", count: 300)
    let deep =
      #"{"type":"story","version":"1","content_elements":["# + open + #"{"type":"text","content":"x"}"#
      + close + "]}"
    let document = try #require(try read(deep, as: "a.json").first)
    #expect(document.problems.first { $0.code == "limit-depth" }?.losesText == true)
    let twice = try #require(
      try read(
        #"{"urn":"u","article_html":"<p>w</p>","copyrightnotice":"A","copyrightnotice":"B"}"#, as: "a.json"
      ).first)
    #expect(twice.codes.contains("duplicate-key"))
  }
}
