import Testing
import WireText

@testable import WireDocuments

/// Times whose zone has a name, in the formats that have times.
@Suite struct ZoneNameTests {
  private static func inputs(_ time: String) -> [(path: String, text: String)] {
    [
      ("a.md", "---\ntitle: F\nembargo: \(time)\n---\nThe ferry.\n"),
      ("a.ndjson", #"{"id":"1","text":"The ferry.","embargo":"\#(time)"}"#),
      ("a.json", #"{"uri":"u","body_text":"The ferry.","embargoed":"\#(time)"}"#),
      ("a.csv", "title,body,embargo\nF,The ferry sails.,\"\(time)\"\n"),
      (
        "a.html",
        "<html><head><meta name='embargo' content='\(time)'></head><body><p>The ferry.</p></body></html>"
      ),
      (
        "a.xml",
        "<newsItem guid='u' version='1'><itemMeta><embargoed>\(time)</embargoed></itemMeta><contentSet>"
          + "<inlineData contenttype='text/plain'>The ferry.</inlineData></contentSet></newsItem>"
      ),
      (
        "b.xml",
        "<NewsML><NewsItem><NewsManagement><Status FormalName='Embargoed'/><StatusWillChange><FutureStatus "
          + "FormalName='Usable'/><DateAndTime>\(time)</DateAndTime></StatusWillChange></NewsManagement>"
          + "<NewsComponent><ContentItem><DataContent><p>The ferry.</p></DataContent></ContentItem></NewsComponent>"
          + "</NewsItem></NewsML>"
      ),
      (
        "c.xml",
        "<nitf><head><docdata management-status='embargoed'><date.release norm='\(time)'/></docdata></head><body>"
          + "<body.content><p>The ferry.</p></body.content></body></nitf>"
      ),
    ]
  }

  private func expect(_ time: String, _ instant: String, isClear: Bool) throws {
    for (path, text) in Self.inputs(time) {
      let document = try #require(try read(text, as: path).first, "\(path)")
      #expect(document.embargo?.instant?.iso8601 == instant, "\(path): \(time)")
      #expect(document.codes.contains("zone-unclear") != isClear, "\(path): \(time)")
    }
  }

  @Test func namesWithOneMeaning() throws {
    try expect("2027-01-05 18:00 ET", "2027-01-05T23:00:00Z", isClear: true)
    try expect("July 5, 2027 6 p.m. ET", "2027-07-05T22:00:00Z", isClear: true)
    try expect("2027-01-05 18:00 PKT", "2027-01-05T13:00:00Z", isClear: true)
  }

  /// An embargo ends at the latest of the instants that its time may mean.
  @Test func namesWithSeveralMeanings() throws {
    try expect("2027-07-05 18:00 IST", "2027-07-05T17:00:00Z", isClear: false)
    try expect("2027-01-05 18:00 CEST", "2027-01-05T17:00:00Z", isClear: false)
    try expect("2027-01-05 18:00 XYZ", "2027-01-06T06:00:00Z", isClear: false)
  }

  /// Another time of the same story says which of the zones with that name its writer keeps.
  @Test func anotherTimeTellsTheZone() throws {
    func end(_ other: String) throws -> (end: String?, isClear: Bool) {
      let document = try ferryLine(#""embargo":"2027-07-05 18:00 IST","updated":"\#(other)""#)
      return (document.embargo?.instant?.iso8601, !document.codes.contains("zone-unclear"))
    }
    #expect(try end("2027-07-04T09:00:00+05:30") == ("2027-07-05T12:30:00Z", true))
    #expect(try end("2027-07-04T09:00:00Z") == ("2027-07-05T17:00:00Z", false))
    #expect(try end("2027-07-04T09:00:00+03:00") == ("2027-07-05T17:00:00Z", false))
  }

  /// “03/04” is March in one country and April in another: an embargo ends on the later day, a right on the earlier.
  @Test func daysWithSeveralMeanings() throws {
    try expect("05.07.2027 18:00 GMT", "2027-07-05T18:00:00Z", isClear: true)
    let document = try ferryPage(
      "embargo: 05/07/2027 18:00 GMT\nexpirydate: 05/07/2027 18:00 GMT\ndate: 05/07/2027 18:00 GMT")
    #expect(document.embargo?.instant?.iso8601 == "2027-07-05T18:00:00Z")
    #expect(document.time(.expiry)?.instant?.iso8601 == "2027-05-07T18:00:00Z")
    #expect(document.time(.published)?.instant == nil && document.codes.contains("date-unclear"))
    #expect(try ferryPage("embargo: 25/07/2027 18:00 GMT").codes == [])
  }

  @Test func aRightEndsAtTheEarliest() throws {
    let document = try ferryPage("expirydate: 2027-07-05 18:00 IST\ndate: 2027-07-05 18:00 IST")
    #expect(document.time(.expiry)?.instant?.iso8601 == "2027-07-05T12:30:00Z")
    #expect(document.time(.published)?.instant == nil && document.codes.contains("zone-unclear"))
  }

  @Test func ofSeveralEmbargoesTheLastCounts() throws {
    func end(_ other: String) throws -> String? {
      let document = try ferryLine(#""embargo":"2027-07-05 18:00 IST","embargo_until":"\#(other)""#)
      return document.embargo?.instant?.iso8601
    }
    #expect(try end("2027-07-05T17:00:00Z") == "2027-07-05T17:00:00Z")
    #expect(try end("2027-07-05T12:00:00Z") == "2027-07-05T17:00:00Z")
    #expect(try end("2027-07-05T15:00:00Z") == nil)
  }

  @Test func aZoneBesideTheTime() throws {
    let line = #""embargo":{"until":"2027-07-05 18:00","timezone":"ZONE"}"#
    for (zone, instant) in [("ET", "2027-07-05T22:00:00Z"), ("IST", "2027-07-05T17:00:00Z")] {
      #expect(try ferryLine(line.replacing("ZONE", with: zone)).embargo?.instant?.iso8601 == instant)
    }
  }
}
