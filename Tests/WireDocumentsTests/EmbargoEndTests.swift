import Testing
import WireText

@testable import WireDocuments

/// Embargoes that must not end too early, and what is no embargo at all.
@Suite struct EmbargoEndTests {
  private static let end = "2027-03-01T10:00:00Z"

  /// The same members in an item of each format of sites and feeds.
  private func sites(_ members: String) throws -> [Document] {
    let post =
      #"[{"id":1,"date_gmt":"2026-11-01T00:00:00","link":"https://n.example/1","type":"post","status":"publish","#
      + #""title":{"rendered":"F"},"content":{"rendered":"<p>The ferry.</p>"},"acf":{\#(members)}}]"#
    let record =
      #"{"data":[{"id":1,"attributes":{"title":"F","body":"The ferry.","publishedAt":"2026-11-01T06:00:00Z","#
      + #"\#(members)}}],"meta":{}}"#
    let story =
      #"{"type":"story","version":"0.10.7","_id":"A","headlines":{"basic":"F"},"#
      + #""content_elements":[{"type":"text","content":"The ferry."}],\#(members)}"#
    let feed =
      #"{"version":"https://jsonfeed.org/version/1.1","title":"F","items":[{"id":"1","content_text":"The ferry.","#
      + #""_x":{\#(members)}}]}"#
    return try [post, record, story, feed].map { try #require(try read($0, as: "a.json").first) }
  }

  @Test(
    "an end that cannot be told is none that was read",
    arguments: [
      #"{"london":"\#(end)","new_york":"2027-03-01T10:00:00"}"#,
      #"["2027-03-01T10:00+09:00","2027-03-01T10:00"]"#,
      #"{"date":{"$date":"2027-03-01T00:00:00Z"},"time":"22:00"}"#,
      #"{"until":{"date":"2027-03-01T00:00:00Z"},"hour":"22"}"#,
      #"{"date":"2027-03-01T00:00:00Z","time":{"hour":22}}"#,
      #"{"press_release_issued":"2026-01-01T10:00Z","until":"after the speech"}"#,
      #"{"released_updated":"2026-01-01T10:00Z","until":"after the speech"}"#,
      #"{"release_created":"2026-01-01T10:00Z"}"#, #"{"live_since":"2026-01-01T10:00Z"}"#,
      #"{"note":true}"#,
      #"{"lifted":"no"}"#, #"{"lifted":false}"#, #"{"expired":0}"#,
      #"{"active":false,"until":"after the speech"}"#, #"[{"active":false},{"note":"Talks"}]"#,
      #"{"web":{"active":false},"print":{"reason":"Talks"}}"#,
      #"{"until":"2027-03-01T10:00","print":{"timezone":"+01:00"}}"#,
      #"{"until":"2027-03-01T10:00","until_tz":"2027-03-01T12:00Z"}"#,
    ])
  func cannotBeTold(embargo: String) throws {
    let found = try #require(try ferryLine(#""embargo":\#(embargo)"#).embargo)
    #expect(found.instant == nil, "\(found.raw)")
  }

  @Test(arguments: [
    (#"{"until":"2027-03-01T10:00","until_tz":"2027-03-01T10:00:00Z"}"#, end),
    (
      #"{"until":"2027-03-01T10:00","timezone":{"offset":"+01:00","name":"Europe/Oslo"}}"#,
      "2027-03-01T09:00:00Z"
    ),
    (#"{"until":"2027-03-01T10:00","meta":{"timezone":"+01:00"}}"#, "2027-03-01T09:00:00Z"),
    (#"{"active":false,"until":"\#(end)"}"#, end), (#"{"release_start":"\#(end)"}"#, end),
  ]) func canBeTold(embargo: String, end: String) throws {
    #expect(try ferryLine(#""embargo":\#(embargo)"#).embargo?.instant == Instant(reading: end))
  }

  @Test func aPageIsReadLikeALine() throws {
    let cities = try ferryPage("embargo:\n  london: \(Self.end)\n  new_york: 2027-03-01T10:00:00").embargo
    #expect(cities != nil && cities?.instant == nil)
    #expect(try ferryPage("embargo:\n  lifted: false").embargo != nil)
    #expect(try ferryPage("embargo:\n  lifted: null").embargo == nil)
    #expect(try ferryPage("embargo:\n  active: false\n  reason: Talks").embargo == nil)
  }

  @Test(
    "a field that nobody filled in, a remark and a flag are no embargo",
    arguments: [
      #""embargo":"""#, #""embargo_until":"""#, #""embargo":"","embargo_note":"""#,
      #""embargo_lifted":true"#, #""embargo_lifted":"yes""#, #""no_embargo":true"#,
      #""embargo_note":"Words of it""#, #""embargo_note":["Words of it"]"#,
      #""embargo_note":{"text":"Words of it"}"#, #""embargo":{"active":false,"reason":"Talks"}"#,
      #""embargo":{"active":false,"timezone":"UTC"}"#,
      #""embargo":{"web":{"active":false,"reason":"Talks"}}"#,
      #""embargo":{"active":false,"web":{"reason":"Talks"}}"#,
      #""news_items":[{"title":"Q","embargo":"\#(end)"}]"#,
    ])
  func noEmbargo(members: String) throws {
    for document in try sites(members) {
      #expect(document.embargo == nil, "\(document.origin.format)")
      #expect(!members.contains("Words") || document.fields.contains { $0.text == "Words of it" })
    }
  }

  /// What a form says of every story is no embargo of this one; “not lifted” by itself is.
  @Test(
    arguments: [
      (#""embargo":{"lifted":false,"until":null}"#, false), (#""embargo":{"lifted":false,"date":""}"#, false),
      (#""embargoed":false,"embargo":{"lifted":false}"#, false),
      (#""embargo":{"lifted":"no"},"has_embargo":"no""#, false),
      (#""embargo":{"embargoed":false,"lifted":false}"#, false),
      (#""embargo":{"lifted":false}"#, true), (#""embargoed":true,"embargo":{"lifted":false}"#, true),
      (#""embargo":{"lifted":false,"until":"after the speech"}"#, true),
      (#""embargo":{"lifted":false,"reason":"Talks","until":null}"#, true),
      (#""embargo":{"lifted":false,"until":"\#(end)"},"embargoed":false"#, true),
      (#""embargo":{"lifted":false},"photo_embargo":false"#, true),
    ] as [(String, Bool)])
  func notLiftedIsNoEmbargoWhereNoneIsSet(members: String, isSet: Bool) throws {
    for document in try sites(members) + [ferryLine(members)] {
      #expect((document.embargo != nil) == isSet, "\(document.origin.format)")
    }
  }

  @Test func notLiftedInPagesAndMappings() throws {
    #expect(try ferryPage("embargoed: false\nembargo:\n  lifted: false").embargo == nil)
    #expect(try ferryPage("embargo:\n  lifted: false\n  until:").embargo == nil)
    #expect(try ferryPage("embargo:\n  lifted: false\n  until: \(Self.end)").embargo?.raw == Self.end)
    func mapped(_ members: String, _ path: String) throws -> Document? {
      let mapping = try FieldMapping(parsing: "body: text\nembargo: \(path)", file: "m.yaml")
      var source = try openSource(
        Array(#"{"text":"The ferry.",\#(members)}"#.utf8), as: "a.json", mapping: mapping)
      return try source.next()
    }
    #expect(try mapped(#""e":{"lifted":false,"until":null}"#, "e")?.embargo == nil)
    #expect(try mapped(#""embargoed":false,"e":{"lifted":false}"#, "e")?.embargo == nil)
    #expect(try mapped(#""e":{"lifted":false}"#, "e")?.embargo != nil)
    #expect(try mapped(#""e":{"lifted":true}"#, "e.lifted")?.embargo == nil)
    #expect(try mapped(#""e":{"lifted":"\#(Self.end)"}"#, "e.lifted")?.embargo?.raw == Self.end)
  }

  @Test(arguments: [
    #""embargo_lifted":"\#(end)""#, #""embargo_note":"\#(end)""#, #""embargo_info":{"until":"\#(end)"}"#,
    #""embargo":{"active":false,"until":"\#(end)"}"#, #""embargo":true,"no_embargo":false"#,
    #""embargo_status":"after the speech""#, #""embargo":{"reason":"Talks"}"#,
  ]) func anEmbargo(members: String) throws {
    for document in try sites(members) { #expect(document.embargo != nil, "\(document.origin.format)") }
  }

  @Test(arguments: [
    ("film_review", true), ("photo_desk", true), ("video_news", true), ("news_items", true),
    ("photo_story", true), ("photo", false), ("image_meta", false), ("related_items", false),
    ("items", false), ("image_file", false), ("see_also", false), ("photo_1", false), ("media_file", true),
  ]) func aGroupIsNamedByItsLastWord(key: String, isOfStory: Bool) throws {
    #expect(try (ferryLine(#""\#(key)":{"embargo":"\#(Self.end)"}"#).embargo != nil) == isOfStory)
    #expect(try (ferryPage("\(key):\n  embargo: \(Self.end)").embargo != nil) == isOfStory)
  }

  @Test(arguments: [
    ("items_embargo", true), ("embargo_links", true), ("see_embargo", true), ("related_embargo", false),
    ("photo_embargo", false),
  ]) func aKeyOfAnEmbargoIsTheStorys(key: String, isOfStory: Bool) throws {
    #expect(try (ferryLine(#""\#(key)":"\#(Self.end)""#).embargo != nil) == isOfStory)
  }
}
