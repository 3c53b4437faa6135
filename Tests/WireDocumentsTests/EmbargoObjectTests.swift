import Testing
import WireText

@testable import WireDocuments

/// Embargoes that are objects and lists, and whose they are; flags that say that there is none; several statuses.
@Suite struct EmbargoObjectTests {
  private static let end = "2027-01-01T10:00:00Z"

  private func feed(_ members: String) throws -> Document {
    let text =
      #"{"version":"https://jsonfeed.org/version/1.1","title":"F","items":[{"id":"1","content_text":"The ferry.","#
    return try #require(try read(text + members + "}]}", as: "a.json").first)
  }

  @Test(
    "the last end of the parts counts, each with its own zone or that of the object around it",
    arguments: [
      (
        #"[{"until":"2027-01-01T10:00","zone":"UTC"},{"until":"2027-01-01T12:00","zone":"UTC"}]"#,
        "2027-01-01T12:00:00Z"
      ),
      (
        #"{"zone":"UTC","print":"2027-01-01T10:00","web":{"until":"2027-01-01T12:00"}}"#,
        "2027-01-01T12:00:00Z"
      ),
      (#"{"from":"2026-01-01T10:00:00Z","until":"2027-01-01T10:00:00Z"}"#, "2027-01-01T10:00:00Z"),
      (#"{"created_at":"2028-01-01T10:00:00Z","until":"2027-01-01T10:00:00Z"}"#, "2027-01-01T10:00:00Z"),
      (#"{"usable_from":"2028-01-01T10:00:00Z","print":"2027-01-01T10:00:00Z"}"#, "2028-01-01T10:00:00Z"),
      (#"{"enabled":false,"until":"2027-01-01T10:00:00Z"}"#, "2027-01-01T10:00:00Z"),
      (#"[{"until":"2027-01-01T10:00:00Z"},{"note":"Talks"}]"#, "2027-01-01T10:00:00Z"),
      (#"{"until":"2027-01-01T10:00:00Z","channels":[{"name":"web"},"app"]}"#, "2027-01-01T10:00:00Z"),
      (#"{"lifted_at":"2027-01-01T10:00:00Z"}"#, "2027-01-01T10:00:00Z"),
      (#"{"until_tz":"2027-01-01T12:00:00+02:00"}"#, "2027-01-01T10:00:00Z"),
      (#"{"until":"2027-01-01T10:00:00Z","time":"none"}"#, "2027-01-01T10:00:00Z"),
      // No end is told.
      (#"{"zone":"UTC"}"#, nil), (#"["2027-01-01T10:00:00Z","when told"]"#, nil),
      (#"{"note":"Hold for Talks"}"#, nil),
      (#"{"from":"2026-01-01T10:00:00Z"}"#, nil), (#"{"from":{"date":"2026-01-01T10:00:00Z"}}"#, nil),
      (#"[{"until":"2027-01-01T10:00","zone":"UTC"},{"until":"when told"}]"#, nil),
      (#"{"until":"2027-01-01T10:00","zone":["UTC","EST"]}"#, nil), (#"{"enabled":"yes"}"#, nil),
    ] as [(String, String?)])
  func objectsHaveTheirEnds(embargo: String, end: String?) throws {
    let found = try #require(try ferryLine(#""embargo":\#(embargo)"#).embargo)
    #expect(found.instant == end.flatMap { Instant(reading: $0) })
  }

  @Test func aPageMayNameItsEndUsable() throws {
    let lines = "embargo:\n  usable_from: 2028-01-01T10:00:00Z\n  print: 2027-01-01T10:00:00Z"
    #expect(try ferryPage(lines).embargo?.raw == "2028-01-01T10:00:00Z")
  }

  /// The time without a zone may be that of another place.
  @Test(arguments: ["10:00", "12:00"]) func aTimeWithoutItsZoneIsNoOther(clock: String) throws {
    let both = try ferryLine(#""embargo":"2027-01-01 10:00","embargo_until":"2027-01-01T\#(clock):00Z""#)
    #expect(both.embargo != nil && both.embargo?.instant == nil)
  }

  @Test(arguments: [
    #"{"enabled":0}"#, #"{"enabled":"no"}"#, #"{"lifted":true}"#, #""false""#, "{}", "[]", "null",
    #"{"until":null}"#,
    #""none""#,
  ]) func whatDeniesAnEmbargoIsNone(embargo: String) throws {
    #expect(try ferryLine(#""embargo":\#(embargo)"#).embargo == nil)
    #expect(try feed(#""_wire":{"embargo":\#(embargo)}"#).embargo == nil)
  }

  @Test(arguments: ["embargo:", "embargo: []", "embargo: null", "embargo: ~", "embargo:\n  enabled: false"])
  func aPageWithoutOneHasNone(lines: String) throws {
    #expect(try ferryPage(lines).embargo == nil)
  }

  @Test func anEmptyTextIsNoDenial() throws {
    #expect(try ferryLine(#""embargo":"""#).embargo?.raw == "")
  }

  @Test func aPageHoldsAFlag() throws {
    #expect(try ferryPage("embargo: true").embargo != nil)
    #expect(try ferryPage("embargo:\n  enabled: true").embargo != nil)
  }

  @Test(arguments: [("next_embargo", true), ("text_and_photo_embargo", true), ("photo_embargo", false)])
  func aKeySaysWhoseItIs(key: String, isOfStory: Bool) throws {
    #expect(try (ferryLine(#""\#(key)":"\#(Self.end)""#).embargo != nil) == isOfStory)
  }

  @Test(arguments: [
    ("wire", true), ("media", true), ("photo", false), ("recommended", false), ("next", false),
    ("similar", false),
  ]) func aGroupSaysWhoseItIs(key: String, isOfStory: Bool) throws {
    #expect(try (ferryLine(#""\#(key)":{"embargo":"\#(Self.end)","note":"x"}"#).embargo != nil) == isOfStory)
    #expect(try (ferryPage("\(key):\n  embargo: \(Self.end)").embargo != nil) == isOfStory)
    #expect(try (feed(#""_\#(key)":{"embargo":"\#(Self.end)"}"#).embargo != nil) == isOfStory)
  }

  @Test func anExtensionIsTheItemsOwn() throws {
    for value in [
      #"{"title":"F","embargo":"\#(Self.end)"}"#, #"{"story":{"title":"F","embargo":"\#(Self.end)"}}"#,
      #"[{"embargo":"\#(Self.end)"}]"#,
    ] {
      #expect(try feed(#""_wire":\#(value)"#).embargo?.raw == Self.end)
    }
    #expect(try feed(#""_links":[{"killed":true}]"#).status == nil)
  }

  @Test(arguments: [
    (#""status":"published","killed":"true""#, Status.Value.canceled),
    (#""status":"published","state":"canceled""#, .canceled),
    (#""status":"published","state":"ready""#, .published),
  ]) func aSiteMayWithdrawARecord(members: String, status: Status.Value) throws {
    let text =
      #"{"data":[{"id":1,"attributes":{"title":"F","body":"The ferry.","publishedAt":"2026-11-01T06:00:00Z",\#(members)}}],"meta":{}}"#
    #expect(try read(text, as: "a.json").first?.status?.value == status)
  }

  @Test func itemsOfAnExtensionKeepTheirs() throws {
    #expect(try feed(#""_wire":{"items":[{"title":"Quay","embargo":"\#(Self.end)"}]}"#).embargo == nil)
    #expect(try feed(#""_images":[{"url":"u","embargo":"\#(Self.end)"}]"#).embargo == nil)
  }

  @Test(arguments: [
    (#""killed":true,"status":{"name":"published"}"#, Status.Value.canceled),
    (#""killed":"true""#, .canceled),
    (#""status":"withheld","pubstatus":"usable""#, .withheld),
    (#""pubstatus":"usable","status":"canceled""#, .canceled),
    (#""status":"draft","killed":"yes""#, .canceled), (#""status":"draft","pubstatus":"usable""#, .draft),
    (#""status":"usable","pubstatus":"published""#, .published),
    (#""killed":"3 people","status":"usable""#, .usable),
  ]) func theStatusThatRestrictsMostCounts(members: String, status: Status.Value) throws {
    #expect(try ferryLine(members).status?.value == status)
  }

  @Test func anExtensionMayWithdrawTheItem() throws {
    for members in [#""_wire":{"killed":true}"#, #""_killed":true"#, #""_wire":{"killed":"true"}"#] {
      #expect(try feed(members).status?.value == .canceled)
    }
    #expect(try feed(#""_wire":{"killed":3}"#).status == nil)
    #expect(try ferryPage("draft: true\nstatus: withheld").status?.value == .withheld)
    #expect(try ferryPage("status: published\nkilled: 1").status?.value == .published)
  }

  /// Many objects with zones, keys and elements are read in time that grows with them.
  @Test(.timeLimit(.minutes(60))) func manyPartsCostNoMoreThanTheirText() throws {
    let parts = (0..<20_000).map { #"{"until":"2027-01-01T10:00","zone":"somewhere \#($0)"}"# }.joined(
      separator: ",")
    let document = try ferryLine(#""embargo":[\#(parts)]"#)
    #expect(document.embargo?.instant == nil && (document.embargo?.raw.count ?? 0) < 2000)
  }
}
