import Testing
import WireText

@testable import WireDocuments

/// Words that nodes show without a text of their own, and texts in several forms that differ.
@Suite struct EditorTreeLabelTests {
  private func document(_ body: String) throws -> Document {
    let line = #"{"id":"1","body":\#(body)}"#
    let document = try #require(try read(line, as: "a.ndjson").first)
    expectPlaces(document, in: Array(line.utf8))
    return document
  }

  private static func sentence(_ node: String) -> String {
    #"{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"See "},\#(node),{"type":"text","text":" now."}]}]}"#
  }

  @Test(arguments: [
    #"{"type":"mention","title":"Ada Fenn"}"#,
    #"{"type":"inlineCard","attrs":{"url":"u","title":"Ada Fenn"}}"#,
    #"{"type":"mention","character":"Ada Fenn","children":[{"text":""}]}"#,
    #"{"type":"mention","title":"Ada Fenn","children":[{"type":"text","text":"\#u{FEFF}"}]}"#,
    #"{"type":"inlineBlock","fields":{"title":"Ada Fenn"}}"#,
    #"{"type":"mention","attrs":{"label":"Ada Fenn","id":"7"}}"#,
  ]) func aTitleIsShownInItsSentence(node: String) throws {
    let document = try document(Self.sentence(node))
    #expect(document.body.strings == ["See Ada Fenn now."] && document.fields.isEmpty)
  }

  @Test func whatElseANodeSaysIsKept() throws {
    let node =
      #"{"type":"mention","attrs":{"label":"Ada Fenn","description":"Harbour master"},"title":"Of the north"}"#
    let document = try document(Self.sentence(node))
    #expect(document.body.strings == ["See Ada Fenn now."])
    #expect(Set(document.fields.map(\.text)) == ["Harbour master", "Of the north"])
  }

  @Test(arguments: [
    (#"{"type":"strong","runs":["closed"]}"#, "", ["closed"]),
    (#"{"type":"mention","label":{"en":"Ada Fenn"}}"#, "", ["Ada Fenn"]),
    (#"{"type":"mention","title":"Ada","data":"Of the north"}"#, "Ada", ["Of the north"]),
    (#"{"type":"mention","content":"","label":"Ada"}"#, "Ada", []),
    (#"{"type":"mention","title":"Ada","note":"harbour","color":"red"}"#, "Ada", ["harbour"]),
    (
      #"{"type":"mention","attrs":{"label":"Ada","description":"Master","userType":"DEFAULT"}}"#, "Ada",
      ["Master"]
    ),
  ]) func singleWordsAreKept(node: String, shown: String, fields: [String]) throws {
    let document = try document(Self.sentence(node))
    #expect(document.body.strings == ["See \(shown) now."] && document.fields.map(\.text) == fields)
  }

  /// A link shows its title on request only.
  @Test func anEmptyLinkShowsNothing() throws {
    let document = try document(
      Self.sentence(#"{"type":"link","title":"A title of it","children":[{"text":""}]}"#))
    #expect(document.body.strings == ["See  now."] && document.fields.map(\.text) == ["A title of it"])
  }

  @Test func anObjectAmongSpansIsInTheirSentence() throws {
    let body = { (node: String) in
      #"[{"_type":"block","children":[{"_type":"span","text":"The "},\#(node),{"_type":"span","text":" opened."}]}]"#
    }
    let term = try document(
      body(#"{"_type":"glossaryTerm","title":"slipway","definition":"A ramp for ships"}"#))
    #expect(term.body.strings == ["The slipway opened."] && term.fields.map(\.text) == ["A ramp for ships"])
    let picture = try document(body(#"{"_type":"image","caption":"A slipway"}"#))
    #expect(picture.body.strings == ["The", "A slipway", "opened."])
  }

  @Test(arguments: [
    (
      #"{"intro":{"text":"Short words.","html":"<p>Longer words of it.</p>"},"main":{"text":"The ferry."}}"#,
      ["Short words.", "Longer words of it.", "The ferry."]
    ),
    (
      #"{"intro":{"text":"Short words.","html":"<p>Short <b>words</b>.</p>"},"main":{"text":"The ferry."}}"#,
      ["Short words.", "The ferry."]
    ),
  ]) func aTextInSeveralFormsLosesNone(body: String, expected: [String]) throws {
    let document = try document(body)
    #expect(document.body.strings == expected && document.fields.isEmpty)
  }

  @Test func aPieceInSeveralFormsLosesNone() throws {
    let document = try document(
      #"[{"text":"The ferry ","html":"The <b>ferry</b> "},{"text":"is back","html":"was never gone"}]"#)
    #expect(
      document.body.strings == ["The ferry is back"] && document.fields.map(\.text) == ["was never gone"])
  }
}
