import Testing
import WireText

@testable import WireDocuments

/// Stories of Arc that stand in something else: the data of a page, the state of one that was saved, and operations.
@Suite struct ArcEnvelopeTests {
  private static let text =
    "Barges carried the last load of coal down to the harbour before the lock gates froze for the winter."
  private static let story = #"""
    {"type": "story", "version": "0.10.9", "_id": "F0", "headlines": {"basic": "Barges"}, "distributor": {"name":
    "Nordwind", "category": "wires"}, "copyright": "© Nordwind", "content_restrictions": {"embargo": {"active": true,
    "end_time": "2031-01-01T00:00:00Z"}}, "content_elements": [{"type": "text", "content": "\#(text)"}]}
    """#

  private func expectStatements(_ document: Document) {
    #expect(document.embargo?.instant?.iso8601 == "2031-01-01T00:00:00Z")
    #expect(document.times.count { $0.role == .embargo } == 1)
    #expect(document.statements.contains("notice: © Nordwind") && document.texts(.provider) == ["Nordwind"])
    #expect(document.body.strings == [Self.text])
  }

  @Test(arguments: ["Barges", "Harbour news"]) func pagesKeepTheirRights(title: String) throws {
    for script in [
      "<script>Fusion.globalContent=\(Self.story);</script>",
      #"<script id="__NEXT_DATA__" type="application/json">{"props": {"story": \#(Self.story)}}</script>"#,
    ] {
      expectStatements(
        try readPage("<html><head><title>\(title)</title></head><body><div></div>\(script)</body></html>"))
    }
  }

  @Test func aStateIsAStory() throws {
    let documents = try read(#"{"globalContent": \#(Self.story), "globalContentConfig": {}}"#, as: "a.json")
    #expect(documents.map(\.id) == ["F0"] && documents.first?.origin.format == "ans")
    expectStatements(try #require(documents.first))
  }

  @Test func anOperationMayKillAStory() throws {
    func read(_ operation: String, _ body: String) throws -> Document {
      let text =
        #"{"organization_id": "o", "operation": "\#(operation)", "type": "content-operation", "id": "Z1", "body": \#(body)}"#
      return try #require(try WireDocumentsTests.read(text, as: "a.json").first)
    }
    let deleted = try read("delete-story", Self.story)
    #expect(deleted.status?.value == .canceled && deleted.id == "F0" && deleted.headline == "Barges")
    let gone = try read("delete-story", "null")
    #expect(gone.status?.value == .canceled && gone.id == "Z1")
    #expect(try read("update-story", Self.story).status?.value != .canceled)
  }
}
