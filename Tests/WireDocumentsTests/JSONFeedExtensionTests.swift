import Testing
import WireText

@testable import WireDocuments

/// What the extensions of JSON Feed say of an item.
@Suite struct JSONFeedExtensionTests {
  private static let end = "2026-12-09T06:00:00Z"

  private func item(_ members: String, head: String = "") throws -> Document {
    let feed =
      #"{"version":"https://jsonfeed.org/version/1.1",\#(head)"items":[{"id":"1","content_text":"The ferry.",\#(members)}]}"#
    return try #require(try read(feed, as: "a.json").first)
  }

  @Test(arguments: [
    #""_rights":{"notice":"Free to use","embargo":"\#(end)"}"#,
    #""_license":{"name":"CC0","embargoed":"\#(end)"}"#,
    #""_source":{"name":"dpa","embargo":"\#(end)"}"#,
    #""_media":{"embargo":"\#(end)","copyright":"No reuse"}"#,
    #""_site":{"canonical":"https://n.example","embargoUntil":"\#(end)"}"#,
    #""_embargo":{"until":"\#(end)"}"#,
    #""_wire":{"hold":{"embargo":["2026-12-01T06:00:00Z","\#(end)"]}}"#, #""embargo":"\#(end)""#,
    #""_wire":{"source_embargo":"\#(end)"}"#,
  ]) func keepTheEmbargo(members: String) throws {
    #expect(try item(members).embargo?.raw == Self.end)
  }

  @Test(arguments: [
    #""_related":[{"embargo":"\#(end)"}]"#, #""_wire":{"related":{"embargo":"\#(end)"}}"#,
    #""_photo_embargo":"\#(end)""#, #""_rights":{"notice":"Free to use","embargo":false}"#,
    #""summary":"An embargo""#,
  ]) func takeNoEmbargoOfOthers(members: String) throws {
    #expect(try item(members).embargo == nil)
  }

  @Test func anEmbargoOfTheFeedIsThatOfItsItems() throws {
    #expect(try item(#""title":"F""#, head: #""_embargo":"\#(Self.end)","#).embargo?.raw == Self.end)
  }

  @Test func anEndThatCannotBeReadIsTold() throws {
    let document = try item(#""_rights":{"embargo":"Monday"}"#)
    #expect(document.embargo == TimeField(.embargo, raw: "Monday", instant: nil))
    #expect(document.codes == ["time-unreadable"])
  }

  @Test func namedAfterTheSiteSayWhatTheSiteSays() throws {
    let site = #""_site":{"canonical":"https://n.example/1","byline":"Bo Ek","copyright":"No reuse"}"#
    let document = try item(site)
    #expect(document.texts(.canonical) == ["https://n.example/1"] && document.texts(.byline) == ["Bo Ek"])
    #expect(document.statements == ["notice: No reuse"])
    #expect(try item(#""_source":{"name":"Nordwind"}"#).texts(.source) == ["Nordwind"])
  }

  @Test(arguments: [
    #""_related":{"license":"CC0","title":"Another ferry"}"#,
    #""_author":{"name":"Ek","copyright":"All mine"}"#,
    #""_wire":{"source":{"license":"CC0"}}"#, #""_source_rights":{"note":"Free to use"}"#,
  ]) func stateNoRightsOfOthers(members: String) throws {
    let document = try item(members)
    #expect(document.rights.isEmpty)
    #expect(!document.texts(.other).isEmpty)
  }

  @Test func namesOfOtherWorksAreKept() throws {
    #expect(try item(#""_related":{"name":"Ferry"}"#).texts(.other) == ["Ferry"])
  }

  @Test(arguments: [
    (#""_wire":{"status":"canceled"}"#, Status.Value.canceled),
    (#""_wire":{"pubStatus":"withheld"}"#, .withheld),
    (#""_wire":{"status":"usable"}"#, nil), (#""_wire":{"order_status":"canceled"}"#, nil),
    (#""_related":{"status":"canceled"}"#, nil), (#""_similar":{"status":"killed"}"#, nil),
    (#""_recommended":[{"title":"Quay","withdrawn":"true"}]"#, nil),
    (#""_comments":[{"killed":"yes"}]"#, nil),
    (#""_stories":[{"title":"Quay","killed":"yes"},{"status":"killed"}]"#, nil),
    (#""_similar":{"withdrawn":"true"}"#, nil), (#""_wire":[{"status":"killed"}]"#, .canceled),
  ]) func mayWithholdTheItem(members: String, status: Status.Value?) throws {
    #expect(try item(members).status?.value == status)
  }

  @Test func aLongKeyIsKeptOnce() throws {
    let members = (0..<2000).map { #""a\#($0)":"x y""# }.joined(separator: ",")
    let document = try item(#""_\#(String(repeating: "k", count: 2000))":{\#(members)}"#)
    let keys = document.fields.map(\.key)
    #expect(keys.count == 2000 && keys.allSatisfy { $0.utf8.count < 100 })
  }
}
