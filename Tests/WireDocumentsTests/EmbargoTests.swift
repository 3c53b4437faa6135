import Testing
import WireText

@testable import WireDocuments

/// Embargoes in every form that records and site files write: none is lost, and of several the last one ends.
@Suite struct EmbargoTests {
  private func embargo(_ raws: [String]) -> TimeField? {
    var document = Document(origin: Origin(path: "a", format: "b"))
    for raw in raws { document.addEmbargo(TimeField(.embargo, raw: raw, instant: Instant(reading: raw))) }
    return document.embargo
  }

  @Test(arguments: [
    (["2026-12-01T06:00:00Z", "2026-12-09T06:00:00Z"], "2026-12-09T06:00:00Z"),
    (["2026-12-01T06:00:00Z", "when told"], "when told"),
    (["2026-12-01T06:00:00Z", ""], ""),
    // Without a zone an end is known to a day.
    (["2026-12-01 06:00", "2026-12-09T06:00:00Z"], "2026-12-09T06:00:00Z"),
    (["2026-12-01 06:00", "2026-11-20T06:00:00Z"], "2026-12-01 06:00"),
    (["2026-12-01 06:00", "2026-12-01T09:00:00Z"], nil),
    (["2026-12-01 06:00", "2026-12-01 09:00"], "2026-12-01 09:00"),
    // A day alone says neither when nor where.
    (["2026-12-01", "2026-12-01T09:00:00Z"], "2026-12-01"),
    (["2026-12-01", "2026-12-04T09:00:00Z"], "2026-12-04T09:00:00Z"),
    (["2026-12-01", "2026-12-01 09:00"], "2026-12-01"),
  ]) func theLastOneEnds(raws: [String], raw: String?) throws {
    for order in [raws, raws.reversed()] {
      let last = try #require(embargo(order))
      guard let raw else {
        #expect(last.instant == nil && CivilTime(reading: last.raw) == nil, "\(last.raw)")
        continue
      }
      #expect(last == TimeField(.embargo, raw: raw, instant: Instant(reading: raw)))
    }
  }

  @Test func manyThatCannotBeToldStayShort() throws {
    let raws = ["2026-12-01 06:00"] + (0..<2000).map { "2026-12-01T0\($0 % 10):00:00Z" }
    #expect(try #require(embargo(raws)).raw.utf8.count < 80)
  }

  private static let end = "2026-12-09T06:00:00Z"

  @Test(arguments: [
    #""embargo":"\#(end)","embargoUntil":"2026-12-01T06:00:00Z""#,
    #""embargo":{"until":"\#(end)","reason":"Talks go on","start":"2026-12-20T06:00:00Z"}"#,
    #""embargo":{"web":"2026-12-01T06:00:00Z","print":"\#(end)"}"#,
    #""embargo":[{"date":"\#(end)"},"2026-12-01T06:00:00Z"]"#, #""embargo_web":"\#(end)""#,
    #""news_embargo":"\#(end)""#, #""embargo":{"until":"2026-12-09 06:00","timezone":"UTC"}"#,
  ]) func aLineHoldsItsEmbargo(members: String) throws {
    let document = try ferryLine(members)
    #expect(document.embargo?.instant?.iso8601 == Self.end && document.codes.isEmpty)
  }

  @Test func whatStandsBesideAnEmbargoIsKept() throws {
    let document = try ferryLine(#""embargo":{"until":"\#(Self.end)","reason":"Talks"}"#)
    #expect(document.texts(.other) == ["Talks"])
  }

  @Test(arguments: [
    #""embargo":true"#, #""embargo":{"until":"when told"}"#, #""embargo":{"active":true}"#,
    #""embargo":"\#(end)","embargo_until":"when told""#, #""embargo":7"#,
    #""embargo":{"date":"2026-12-09T00:00:00Z","time":"18:00"}"#, #""story_embargo":"Monday 6 am""#,
    #""embargo":{"until":"2026-12-09 06:00","timezone":"Europe/Sofia"}"#,
  ]) func anEndThatCannotBeReadIsTold(members: String) throws {
    let document = try ferryLine(members)
    let embargo = try #require(document.embargo)
    #expect(embargo.instant == nil && CivilTime(reading: embargo.raw) == nil)
    #expect(document.codes.contains("time-unreadable"))
  }

  @Test(arguments: [
    #""embargo":false"#, #""embargo":null"#, #""embargo":[]"#, #""embargo":0"#, #""embargo_web":"no""#,
    #""embargo":{"active":false}"#,
    #""photo_embargo":"\#(end)""#, #""related_embargo":"\#(end)""#, #""embargo_note":"We hold embargoes.""#,
    #""topic":"embargo""#,
  ]) func noEmbargoIsNone(members: String) throws {
    #expect(try ferryLine(members).embargo == nil && ferryLine(members).codes.isEmpty)
  }

  @Test(arguments: [
    (#""status":{"name":"canceled"}"#, Status.Value.canceled),
    (#""status":{"id":7,"label":"Withheld"}"#, .withheld),
    (#""pubstatus":"canceled""#, .canceled), (#""status":[{"value":"draft"}]"#, .draft),
    (#""status":{"name":"in the wind"}"#, .unknown),
  ]) func aStatusMayBeAnObject(members: String, status: Status.Value) throws {
    let document = try ferryLine(members)
    #expect(
      document.status?.value == status && document.codes == (status == .unknown ? ["status-unknown"] : []))
  }

  @Test func aStatusWithoutAWordIsTold() throws {
    #expect(try ferryLine(#""status":{"since":2026}"#).codes == ["status-unknown"])
  }

  @Test(arguments: [
    "embargo: \(end)\nembargo_print: 2026-12-01T06:00:00Z",
    "embargo_web: 2026-12-01T06:00:00Z\nembargo_print: \(end)",
    "embargo:\n  - 2026-12-01T06:00:00Z\n  - \(end)", "embargo:\n  until: \(end)\n  reason: Talks go on",
    "embargo_lifted: 2026-11-01T06:00:00Z\nembargo_until: \(end)",
  ]) func aPageHoldsItsEmbargo(lines: String) throws {
    #expect(try ferryPage(lines).embargo?.instant?.iso8601 == Self.end && ferryPage(lines).codes.isEmpty)
  }

  @Test(arguments: [
    ("story_embargo: Monday 6 am", true), ("embargo_web: true", true),
    ("embargo: \(end)\nembargo_date: when told", true), ("news_embargo: Monday 6 am", false),
  ]) func aPagesEmbargoThatCannotBeReadIsTold(lines: String, isEmbargo: Bool) throws {
    let document = try ferryPage(lines)
    #expect((document.embargo != nil) == isEmbargo && document.embargo?.instant == nil)
    #expect(document.codes == ["time-unreadable"])
  }

  @Test(arguments: [
    "photo_embargo: \(end)", "related_story_embargo: \(end)", "embargo_note: Monday", "embargo: false",
  ])
  func whatIsNoEmbargoOfThePage(lines: String) throws {
    let document = try ferryPage(lines)
    #expect(document.embargo == nil && document.codes.isEmpty)
    #expect(document.texts(.other).count == (lines.hasSuffix("false") ? 0 : 1))
  }

  @Test func aPressEmbargoIsTheStorys() throws {
    #expect(try ferryPage("media_embargo: \(Self.end)").embargo?.raw == Self.end)
  }

  @Test func aDumpKeepsTheLaterOfTwo() throws {
    let rows =
      #"[{"model":"wagtailcore.page","pk":3,"fields":{"title":"F","slug":"f","live":false,"#
      + #""go_live_at":"2026-12-01T06:00:00Z"}},"#
      + #"{"model":"news.page","pk":3,"fields":{"body":"<p>The ferry.</p>","embargo":"\#(Self.end)"}}]"#
    #expect(try read(rows, as: "a.json").first?.embargo?.raw == Self.end)
  }

  @Test(arguments: [
    ([end, "2026-12-01T06:00:00Z"], end), (["0", "no"], nil), (["0", "1"], "1"), (["0", end], end),
  ]) func aCustomFieldOfAPostKeepsTheLaterOfTwo(values: [String], raw: String?) throws {
    let meta = values.enumerated().map {
      "<wp:postmeta><wp:meta_key>embargo_\($0.offset)</wp:meta_key>"
        + "<wp:meta_value>\($0.element)</wp:meta_value></wp:postmeta>"
    }
    let text = """
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
      xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version><item>
      <title>F</title><content:encoded>The ferry.</content:encoded>
      <wp:post_type>post</wp:post_type>\(meta.joined())</item></channel></rss>
      """
    #expect(try read(text, as: "a.xml").first?.embargo?.raw == raw)
  }

  @Test func ninjsCountsEachEmbargo() throws {
    func item(_ value: String) throws -> Document {
      try #require(
        try read(#"{"uri":"u","headline":"F","body_text":"The ferry.","embargoed":\#(value)}"#, as: "a.json")
          .first)
    }
    #expect(try item(#"["2026-12-01T06:00:00Z","\#(Self.end)"]"#).embargo?.raw == Self.end)
    #expect(try item("false").embargo == nil)
    #expect(try item("true").embargo != nil)
  }
}
