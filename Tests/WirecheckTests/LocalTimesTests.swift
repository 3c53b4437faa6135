import Foundation
import Testing
import WireDocuments
import WireText

@testable import Wirecheck

/// Times in fields that name no zone: those of an item are its agency's, those of a draft the site's.
struct LocalTimesTests {
  /// Rules for a draft that takes a story of Northwire, which sits in London, where summer time is an hour ahead.
  private func rules(_ fields: [String: String], now: String) throws -> [String] {
    let scene = try Scene(Story.contract(), wire: [Scene.item("NW-7", Story.text, fields)])
    return try scene.run(Story.text, now: now).findings.map(\.rule)
  }

  @Test(arguments: [
    ("2026-07-20T14:00:00", "2026-07-20T12:59:59Z", ["WC301"]),
    ("2026-07-20T14:00:00", "2026-07-20T13:00:00Z", []),
    ("2026-07-20 14:00", "2026-07-20T13:00:00Z", []),
    // Whether a day is meant to its start or to its end nobody can tell.
    ("2026-07-20", "2026-07-20T12:00:00Z", ["WC302"]),
  ])
  func embargoes(_ embargo: String, _ now: String, _ rules: [String]) throws {
    #expect(try self.rules(["embargo": embargo], now: now) == rules)
  }

  /// “IST” at an Indian agency is Indian time, elsewhere the latest that it may mean.
  @Test(arguments: [
    ("2027-07-05 18:00 IST", "Asia/Kolkata", "2027-07-05T12:30:00Z"),
    ("2027-01-05 18:00 IST", "Asia/Jerusalem", "2027-01-05T16:00:00Z"),
    ("2027-07-05 18:00 IST", "Europe/Sofia", "2027-07-05T17:00:00Z"),
    ("2026-11-01 01:30 ET", "America/New_York", "2026-11-01T06:30:00Z"),
    ("2027-07-05 18:00 GMT", "Asia/Kolkata", "2027-07-05T18:00:00Z"),
    ("05/07/2027 18:00", "Asia/Kolkata", "2027-07-05T12:30:00Z"),
  ])
  func namesOfZones(_ embargo: String, _ zone: String, _ end: String) throws {
    let line = #"{"id":"1","text":"The ferry.","embargo":"\#(embargo)"}"#
    var source = try DocumentSource(bytes: Array(line.utf8), path: "a.ndjson")
    let field = try #require(try source.next()?.embargo)
    #expect(field.end(in: TimeZone(identifier: zone), acceptsDayAlone: false)?.iso8601 == end)
  }

  /// A zone by its name in the database of zones, beside the time.
  @Test(arguments: [
    ("Europe/Oslo", "28.11.2026 06:00", "2026-11-28T05:00:00Z"),
    ("America/New_York", "2027-07-05 18:00", "2027-07-05T22:00:00Z"),
    ("Europe/Nowhere", "28.11.2026 06:00", nil), ("Europe/Oslo", "28.11.2026", nil),
    ("Europe/Oslo", "28.11.2026 06:00 GMT", "2026-11-28T06:00:00Z"),
  ])
  func zonesBesideTheTime(_ zone: String, _ time: String, _ end: String?) throws {
    let line = #"{"id":"1","text":"The ferry.","embargo":{"until":"\#(time)","timezone":"\#(zone)"}}"#
    var source = try DocumentSource(bytes: Array(line.utf8), path: "a.ndjson")
    let document = try #require(try source.next())
    let site = TimeZone(identifier: "Asia/Kolkata")
    #expect(document.embargo?.end(in: site, acceptsDayAlone: false)?.iso8601 == end)
    #expect(document.embargo?.end(in: nil, acceptsDayAlone: false)?.iso8601 == end)
  }

  @Test(arguments: [
    ("2026-07-20", "2026-07-20T22:59:59Z", []), ("2026-07-20", "2026-07-20T23:00:00Z", ["WC101"]),
    ("2026-07-20T14:00:00", "2026-07-20T13:00:00Z", ["WC101"]),
  ])
  func expiries(_ expiry: String, _ now: String, _ rules: [String]) throws {
    #expect(try self.rules(["expires": expiry], now: now) == rules)
  }

  @Test(arguments: [
    ("2026-07-20", "2026-07-19T21:00:00Z"), ("2026-07-20T10:00:00", "2026-07-20T07:00:00Z"),
    ("2026-07-20T10:00:00+01:00", "2026-07-20T09:00:00Z"), ("2026-07-20 10:00 XYZ", "2026-07-20T07:00:00Z"),
  ])
  func draftsAreDatedInTheZoneOfTheSite(_ date: String, _ instant: String) throws {
    let document = try #require(
      try Scene.documents([Scene.json(["id": "d", "text": Story.own, "published": date])]).first)
    let draft = Draft(document, try Scene.newsroom(Scene.head()))
    #expect(draft.document.time(.published)?.instant?.iso8601 == instant)
  }
}
