import Testing
import WireText

@testable import WireDocuments

/// JSON of a site's own: stories are found by the names of their keys, wherever they are.
@Suite struct JSONStoriesReaderTests {
  @Test(arguments: [
    #"{"title":"Ferry","body":"<p>The ferry is back.</p>","copyright":"© Nordwind"}"#,
    #"[{"title":"Ferry","body":"The ferry is back.","copyright":"© Nordwind"}]"#,
    #"{"response":{"results":[{"id":"n/1","webTitle":"Ferry","fields":{"body":"<p>The ferry is back.</p>"},"copyright":"© Nordwind"}]}}"#,
    #"{"props":{"pageProps":{"nav":[{"title":"Home"}],"article":{"headline":"Ferry","content":[{"type":"p","html":"The ferry is <i>back</i>."}],"copyright":"© Nordwind"}}}}"#,
    #"{"data":{"items":[{"node":{"frontmatter":{"title":"Ferry","copyright":"© Nordwind"},"html":"<p>The ferry is back.</p>"}}]}}"#,
  ])
  func findsTheStory(_ json: String) throws {
    let documents = try read(json, as: "a.json")
    let document = try #require(documents.first)
    #expect(documents.count == 1 && document.origin.format == "json" && document.type == .text)
    #expect(document.headline == "Ferry" && document.body.strings == ["The ferry is back."])
    #expect(document.statements == ["notice: © Nordwind"] && document.problems.isEmpty)
  }

  @Test func readsEachElementOfAnArray() throws {
    let stories = (1...3).map { #"{"id":\#($0),"headline":"Ferry \#($0)","text":"Part \#($0) of it."}"# }
    let documents = try read("[\n" + stories.joined(separator: ",\n") + "\n]", as: "a.json")
    #expect(documents.map(\.id) == ["1", "2", "3"])
    #expect(documents.map(\.body.strings) == [["Part 1 of it."], ["Part 2 of it."], ["Part 3 of it."]])
    #expect(documents.map(\.headline) == ["Ferry 1", "Ferry 2", "Ferry 3"])
  }

  /// Systems keep the status and the times of a story in a record around its fields.
  @Test(arguments: ["content", "data", "fieldData"]) func readsTheRecordAroundAStory(_ key: String) throws {
    let text = """
      {"stories": [{"name": "x", "uuid": "u-1", "isDraft": true, "first_publication_date": "2026-11-18T10:00:00Z",
      "\(key)": {"component": "article", "headline": "Ferry", "text": "The ferry is back.", "copyright": "© NW"}}]}
      """
    let document = try #require(try read(text, as: "a.json").first)
    #expect(document.headline == "Ferry" && document.body.strings == ["The ferry is back."])
    #expect(document.id == "u-1" && document.status?.value == .draft)
    #expect(document.time(.published)?.instant != nil && document.rights.map(\.text) == ["© NW"])
  }

  /// A record of one story may list others, which are no part of it.
  @Test(arguments: ["[S1, S2]", #"{"list": [S1, S2]}"#]) func aRecordLeavesOtherStories(_ list: String) throws
  {
    let items = list.replacing("S1", with: #"{"title": "One", "body": "Story one. NOT FOR SALE"}"#)
      .replacing("S2", with: #"{"title": "Two", "body": "Story two."}"#)
    let text = #"{"id": "p1", "content": {"title": "Front page", "text": "Intro"}, "items": \#(items)}"#
    let documents = try read(text, as: "a.json")
    #expect(documents.map(\.headline) == ["Front page", "One", "Two"])
    #expect(documents.map(\.body.strings) == [["Intro"], ["Story one. NOT FOR SALE"], ["Story two."]])
  }

  /// The answer of an interface is no record of the story in it.
  @Test func anAnswerIsNoRecord() throws {
    let text = #"{"status": "error", "data": {"title": "Ferry", "text": "The ferry is back."}}"#
    #expect(try read(text, as: "a.json").first?.status == nil)
  }

  /// A block may be called as a run of text is in other editors, and hold HTML.
  @Test func readsHTMLInABlockNamedText() throws {
    let text =
      #"{"title": "Ferry", "articleBody": [{"type": "text", "text": "<p>The <b>ferry</b>.</p><p>It sails.</p>"}, {"type": "quote", "quote": "At last."}]}"#
    #expect(try read(text, as: "a.json").first?.body.strings == ["The ferry.", "It sails.", "At last."])
    let inline =
      #"{"title": "F", "body": [{"type": "paragraph", "children": [{"text": "a <b"}, {"text": "> c"}]}]}"#
    #expect(try read(inline, as: "a.json").first?.body.strings == ["a <b> c"])
  }

  @Test func keepsStatusEmbargoAndHeadline() throws {
    let document = try #require(
      try read(
        #"{"title":"Ferry | Post","headline":"Ferry","content":"It is back.","status":"draft","embargo":"2027-01-05T06:00:00Z"}"#,
        as: "a.json"
      ).first)
    #expect(document.headline == "Ferry" && document.status?.value == .draft)
    #expect(document.embargo?.instant?.iso8601 == "2027-01-05T06:00:00Z")
  }

  /// A long text that stands in no story may be one whose key is not known.
  @Test func tellsTextsBesideTheStories() throws {
    let long = Array(repeating: "words of another story", count: 10).joined(separator: " ")
    let documents = try read(
      #"{"note":"\#(long)","a":{"title":"One","body":"First."},"b":{"title":"Two","body":"Second."}}"#,
      as: "a.json")
    #expect(documents.map(\.headline) == ["One", "Two"])
    #expect(documents.first?.problems.contains { $0.code == "left-out" && $0.losesText } ?? false)
    #expect(documents.last?.problems.isEmpty ?? false)
  }

  @Test func readsAnElementThatHasNoHeadline() throws {
    let documents = try read(
      #"[{"title":"One","body":"First."},{"note":"x"},{"body":"Second."}]"#, as: "a.json")
    #expect(documents.map(\.body.strings) == [["First."], [], ["Second."]])
    #expect(documents.dropFirst().first?.problems.map(\.code) == ["no-text"])
  }

  @Test func leavesOtherJSONAlone() {
    let settings = [
      #"{"title":"Settings","version":"1"}"#, #"{"title":{"a":1},"b":{"body":"x"}}"#, "[1,2]", "{}",
    ]
    for json in settings {
      #expect(throws: ReadingFault.self) { try read(json, as: "a.json") }
    }
  }

  @Test func survivesDamage() throws {
    let story = #"{"title":"One","body":"First."}"#
    let nested = String(repeating: #"{"a":["#, count: 50_000)
    #expect(throws: ReadingFault.self) { try read("[\(story),\(nested)", as: "a.json") }
    var source = try openSource(Array("[\(story),{\"title\":\"Two\",\"body\":\"Sec".utf8), as: "a.json")
    #expect(try source.next()?.headline == "One")
    #expect(throws: ReadingFault.self) { while try source.next() != nil {} }
  }
}
