import Testing
import WireText

@testable import WireDocuments

/// Comments of readers and of editors on a page, which are no copy.
@Suite struct ConversationTests {
  private static let story =
    "The ferry to the island is back, and its owner said that it would sail on Monday."

  private func read(_ after: String, inside: String = "") throws -> Document {
    let page =
      "<html><head><title>Ferry is back</title></head><body><article><h1>Ferry is back</h1><p>\(Self.story)</p>\(inside)"
      + "</article>\(after)</body></html>"
    return try readPage(page)
  }

  private static func entries(_ name: String, _ person: String) -> String {
    (1...4).map {
      "<div class='\(name)'>\(person)<p>I have said for \($0) years that the old engine would not last, and now see.</p></div>"
    }.joined()
  }
  private static let person = "<span class='name'>Walker</span>"

  @Test(arguments: [
    "kommentare", "comentarios", "reacties", "commentaires", "opinie", "responses", "discussion",
    "user-opinions",
    "coral-talk", "spotim", "hyvor-talk", "zzz",
  ]) func entriesOfPeopleBelowTheArticle(name: String) throws {
    let document = try read(
      "<section class='\(name)'><h2>4</h2>\(Self.entries("entry", Self.person))</section>")
    #expect(document.body.strings == [Self.story])
    #expect(document.codes.contains("comments-skipped"))
  }

  @Test(arguments: ["leserkommentare", "reactions"]) func entriesWithoutPeople(name: String) throws {
    let document = try read("<section id='\(name)'><h2>Meinungen</h2>\(Self.entries("entry", ""))</section>")
    #expect(document.body.strings == [Self.story] && document.codes.contains("comments-skipped"))
  }

  @Test(arguments: ["kommentare", "spotim"]) func namedOnesInTheArticle(name: String) throws {
    let document = try read("", inside: "<div id='\(name)'>\(Self.entries("entry", ""))</div>")
    #expect(document.body.strings == [Self.story] && document.codes.contains("comments-skipped"))
  }

  /// Text below the article that is no conversation: paragraphs, parts with headings, a single entry, and stories of a
  /// category whose name is “Kommentare”.
  @Test(arguments: [
    "<div class='more'>\((1...4).map { "<p>The owner said on day \($0) that the engine had not failed once, and that it would not.</p>" }.joined())</div>",
    "<div class='more'>\(entries("part", "<h3>On the quay</h3><b class='name'>Ada</b>"))</div>",
    "<div class='category-kommentare'>\((1...4).map { "<p>The owner said on day \($0) that the engine had not failed once, and that it would not.</p>" }.joined())</div>",
  ]) func furtherTextIsNotSkipped(text: String) throws {
    #expect(try !read(text).codes.contains("comments-skipped"))
  }

  @Test func commentsOfEditorsInDocuments() throws {
    let page = """
      <html><head></head><body class="doc-content"><p><span>The council shut the pool.</span><sup><a href="#cmnt1"
      id="cmnt_ref1">[a]</a></sup></p><p>It said so<sup><a href="#cmnt2" id="cmnt_ref2">[b]</a></sup> on Monday.</p>
      <div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Is this ours?</span></p><p>Or the wire's?</p></div>
      <div><p><a href="#cmnt_ref2" id="cmnt2">[b]</a><span>On Tuesday.</span></p></div></body></html>
      """
    let document = try readPage(page)
    #expect(document.body.strings == ["The council shut the pool.", "It said so on Monday."])
    let told = try #require(document.problems.first { $0.code == "comments-skipped" })
    #expect(told.message.contains("editors") && !told.losesText)
  }
}
