import Testing
import WireText

@testable import WireDocuments

/// Which text in the data of a page's script is the story.
@Suite struct ScriptTextTests {
  private static let story = (1...12).map { "On day \($0) the ferry sailed to the island." }.joined(
    separator: " ")
  private static let other = (1...40).map { "In year \($0) the quay was longer than now." }.joined(
    separator: " ")

  private func read(_ data: String) throws -> Document {
    let page =
      "<html><head><title>Ferry is back | Ormsby Post</title></head><body><div id='__next'></div>"
      + "<script id='__NEXT_DATA__' type='application/json'>\(data)</script></body></html>"
    return try readPage(page)
  }

  @Test(arguments: [
    #""comments":[{"author":"Joe","text":"\#(other)"}]"#,
    #""articleComments":{"nodes":[{"body":"\#(other)"}]}"#,
    #""related":[{"title":"Quay","body":"\#(other)"}]"#, #""mostRead":[{"body":"\#(other)"}]"#,
    #""x":[{"__typename":"Comment","body":"\#(other)"}]"#,
  ]) func commentsAndOtherStoriesAreNot(data: String) throws {
    let document = try read(#"{"props":{"article":{"id":1,"body":"\#(Self.story)"},\#(data)}}"#)
    #expect(document.body.strings == [Self.story] && !document.losesText)
  }

  @Test func commentsAreTold() throws {
    let document = try read(#"{"article":{"body":"\#(Self.story)"},"comments":[{"text":"\#(Self.other)"}]}"#)
    #expect(document.codes.contains("comments-skipped"))
    // A page of nothing else is one whose story was not found.
    #expect(try read(#"{"comments":[{"text":"\#(Self.other)"}]}"#).losesText)
  }

  @Test func theTextOfTheHeadlineGoesFirst() throws {
    let document = try read(
      #"{"a":{"title":"Quay","body":"\#(Self.other)"},"b":{"title":"Ferry is back","content":{"body":"\#(Self.story)"}}}"#
    )
    #expect(document.body.strings == [Self.story])
    let told = try #require(document.problems.first { $0.code == "left-out" })
    #expect(!told.losesText)
  }

  /// Where nothing says which of two texts is the story, the rest may be it.
  @Test func textsOfUnknownStoriesAreALoss() throws {
    let document = try read(#"{"a":{"body":"\#(Self.other)"},"b":{"body":"\#(Self.story)"}}"#)
    #expect(document.body.strings == [Self.other])
    #expect(!document.losesText && document.codes.contains("left-out"))
    let even = try read(#"{"a":{"body":"\#(Self.other)"},"b":{"body":"\#(Self.other)"}}"#)
    #expect(even.losesText)
  }

  @Test func paragraphsInAListAreOneText() throws {
    let document = try read(
      #"{"zz":[{"k":"p","text":"\#(Self.other)"},{"k":"p","text":"\#(Self.story)"},{"k":"img"}]}"#)
    #expect(document.body.strings == [Self.other, Self.story])
  }
}
