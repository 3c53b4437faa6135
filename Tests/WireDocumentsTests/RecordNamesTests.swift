import Testing
import WireText

@testable import WireDocuments

/// Records of a line each that refer to one another, in whatever order they stand.
@Suite struct RecordNamesTests {
  static let body =
    #"{"en":{"nodeType":"document","content":[{"nodeType":"paragraph","content":[{"nodeType":"text","value":"The ferry."}]},{"nodeType":"embedded-entry-block","data":{"target":{"sys":{"type":"Link","linkType":"Entry","id":"box"}}},"content":[]}]}}"#
  static let story =
    #"{"sys":{"id":"e","type":"Entry"},"fields":{"title":{"en":"F"},"author":{"en":{"sys":{"type":"Link","linkType":"Entry","id":"ada"}}},"body":\#(body)}}"#
  static let box = #"{"sys":{"id":"box","type":"Entry"},"fields":{"text":{"en":"The timetable."}}}"#
  static let ada = #"{"sys":{"id":"ada","type":"Entry"},"fields":{"fullName":{"en":"Ada Lindqvist"}}}"#

  @Test(arguments: [[0, 1, 2], [2, 1, 0], [1, 0, 2]]) func readsEntriesOfContentful(_ order: [Int]) throws {
    let lines = [Self.story, Self.box, Self.ada]
    for file in [
      order.map { lines[$0] }.joined(separator: "\n"),
      "[" + order.map { lines[$0] }.joined(separator: ",") + "]",
    ] {
      let documents = try read(file, as: "a.ndjson")
      let document = try #require(documents.first { $0.id == "e" })
      #expect(document.origin.format == "contentful" && document.texts(.author) == ["Ada Lindqvist"])
      #expect(document.body.strings == ["The ferry."] && document.codes.isEmpty)
      #expect(documents.first { $0.id == "box" }?.body.strings == ["The timetable."])
    }
  }

  @Test func tellsAnEntryThatNoLineHas() throws {
    let documents = try read("\(Self.story)\n\(Self.ada)", as: "a.ndjson")
    #expect(documents.first?.codes == ["body-remote"] && documents.first?.losesText == true)
  }

  /// Drafts have an identifier of their own, by which nobody refers to them.
  @Test(arguments: [false, true]) func namesWhoWroteADocumentOfSanity(_ isReversed: Bool) throws {
    let lines = [
      #"{"_id":"p","_type":"post","title":"F","author":{"_ref":"ada"},"credits":[{"_key":"1","agency":{"_ref":"nw"}}],"source":{"_ref":"gone"},"related":[{"_ref":"bo"}],"body":"The ferry."}"#,
      #"{"_id":"drafts.ada","_type":"person","name":"Ada Lindqvist"}"#,
      #"{"_id":"nw","_type":"agency","title":{"en":"Nordwind"}}"#,
      #"{"_id":"bo","_type":"person","name":"Bo"}"#,
    ]
    let documents = try read(
      (isReversed ? lines.reversed() : lines).joined(separator: "\n"), as: "a.ndjson")
    let document = try #require(documents.first { $0.id == "p" })
    #expect(
      document.fields.map { "\($0.key): \($0.text)" } == ["author: Ada Lindqvist", "credits: Nordwind"])
    #expect(document.statements == ["credit: Nordwind"])
  }
}
