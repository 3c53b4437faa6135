import Testing
import WireText

@testable import WireDocuments

/// Embargoes and withdrawals in places where only one format or a site's own fields have them.
@Suite struct GroupedEmbargoTests {
  private static let end = "2026-12-09T06:00:00Z"
  private static let before = "2026-12-01T06:00:00Z"

  private func post(_ members: String) throws -> Document {
    let text = #"""
      [{"id":1,"date_gmt":"2026-11-01T00:00:00","link":"https://n.example/1","type":"post","status":"publish",
      "title":{"rendered":"F"},"content":{"rendered":"<p>The ferry.</p>"},\#(members)}]
      """#
    return try #require(try read(text, as: "a.json").first)
  }

  private func record(_ members: String) throws -> Document {
    let text =
      #"{"data":[{"id":1,"attributes":{"title":"F","body":"The ferry.","publishedAt":"2026-11-01T06:00:00Z","#
      + #"\#(members)}}],"meta":{}}"#
    return try #require(try read(text, as: "a.json").first)
  }

  private func story(_ members: String) throws -> Document {
    let text =
      #"{"type":"story","version":"0.10.7","_id":"A","headlines":{"basic":"F"},"#
      + #""content_elements":[{"type":"text","content":"The ferry."}],\#(members)}"#
    return try #require(try read(text, as: "a.json").first)
  }

  @Test func aGroupOfFieldsHoldsTheEmbargo() throws {
    let group = #""wire":{"agency":"Nordwind","embargo":"\#(Self.end)"}"#
    #expect(try ferryLine(group).embargo?.raw == Self.end)
    #expect(try ferryLine(#""meta":{\#(group)}"#).embargo?.raw == Self.end)
    #expect(try post(#""acf":{\#(group)}"#).embargo?.raw == Self.end)
    #expect(try record(group).embargo?.raw == Self.end)
    #expect(try story(#""additional_properties":{\#(group)}"#).embargo?.raw == Self.end)
    #expect(
      try story(#""additional_properties":{"embargo":{"until":"\#(Self.end)"}}"#).embargo?.raw == Self.end)
    #expect(try ferryPage("wire:\n  agency: Nordwind\n  embargo: \(Self.end)").embargo?.raw == Self.end)
  }

  @Test(arguments: [
    #""related":{"embargo":"\#(end)"}"#, #""sidebar":{"title":"Quay","embargo":"\#(end)"}"#,
    #""stories":[{"embargo":"\#(end)"}]"#, #""wire":{"photo_embargo":"\#(end)"}"#,
    #""wire":{"related":{"embargo":"\#(end)"}}"#,
  ]) func anotherWorkKeepsItsOwn(group: String) throws {
    #expect(try ferryLine(group).embargo == nil)
    #expect(try post(#""acf":{\#(group)}"#).embargo == nil)
    #expect(try record(group).embargo == nil)
    #expect(try story(#""additional_properties":{\#(group)}"#).embargo == nil)
  }

  @Test func aRelatedTableOfAPageKeepsItsOwn() throws {
    #expect(try ferryPage("related:\n  embargo: \(Self.end)").embargo == nil)
    #expect(try ferryPage("sidebar:\n  title: Quay\n  embargo: \(Self.end)").embargo == nil)
  }

  @Test func aSpanEndsWithItsEnd() throws {
    let text =
      #"{"jsonapi":{"version":"1.0"},"data":[{"type":"node--article","id":"1","attributes":{"title":"F","status":true,"#
      + #""body":{"value":"<p>The ferry.</p>"},"field_embargo":{"value":"\#(Self.before)","end_value":"\#(Self.end)"}}}]}"#
    #expect(try read(text, as: "a.json").first?.embargo?.raw == Self.end)
  }

  @Test(arguments: [
    (["20261201T060000Z", "20261209T060000Z"], "20261209T060000Z"),
    (["20261209T060000Z", "Monday"], "Monday"),
    (["20261209T060000Z", "20261031T060000Z"], "20261209T060000Z"), (["20261031T060000Z"], nil),
  ]) func aStoryMayHaveSeveralReleases(norms: [String], raw: String?) throws {
    let releases = norms.map { #"<date.release norm="\#($0)"/>"# }.joined()
    let text = """
      <nitf><head><docdata><date.issue norm="20261101T000000Z"/>\(releases)</docdata></head>
      <body><body.content><p>The ferry.</p></body.content></body></nitf>
      """
    #expect(try read(text, as: "a.xml").first?.embargo?.raw == raw)
  }

  @Test(arguments: [
    ("killed: true", Status.Value.canceled), ("retracted: yes\nstatus: published", .canceled),
    ("withdrawn: false", nil), ("killed: 3", nil), ("killed: true\ndraft: true", .canceled),
  ]) func aPageMayBeWithdrawn(lines: String, status: Status.Value?) throws {
    #expect(try ferryPage(lines).status?.value == status)
  }

  @Test(arguments: [
    (#""killed":true,"status":"published""#, Status.Value.canceled), (#""retracted":true"#, .canceled),
    (#""killed":false"#, nil), (#""killed":7"#, nil), (#""wire":{"killed":true}"#, nil),
  ]) func aLineMayBeWithdrawn(members: String, status: Status.Value?) throws {
    #expect(try ferryLine(members).status?.value == status)
  }

  @Test func aRecordMayBeWithdrawn() throws {
    #expect(try record(#""retracted":true"#).status?.value == .canceled)
    #expect(try record(#""retracted":false"#).status?.value == .published)
  }

  @Test(arguments: [
    (#""workflow":{"status_code":6},"status":"canceled""#, Status.Value.canceled),
    (#""workflow":{"status_code":"published"},"status":"canceled""#, .canceled),
    (#""workflow":{"status_code":6}"#, .unknown),
  ]) func aCodeOfTheSiteHidesNoStatus(members: String, status: Status.Value) throws {
    #expect(try story(members).status?.value == status)
  }
}
