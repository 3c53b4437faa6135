import Foundation
import Testing
import WireText

@testable import WireDocuments

/// What pages keep from readers who do not pay, and from those without scripts.
@Suite struct HiddenTextTests {
  private static let story = (1...4).map {
    "The harbour office of Lindholm said on day \($0), after long talks, that the ferry would sail again, weather permitting."
  }
  private static let paid =
    "Two crews had refused to work, a spokesman said, since the wages of the summer had not been paid to anybody."

  private func page(_ part: String, head: String = "", around: String = "") throws -> Document {
    let text = Self.story.map { "<p>\($0)</p>" }.joined()
    let html =
      "<html><head>\(head)</head><body>\(around)<article><h1>Ferry</h1>\(text)\(part)</article></body></html>"
    let document = try readPage(html)
    expectPlaces(document, in: Array(html.utf8))
    return document
  }

  @Test(arguments: [
    ("<div class=\"paywall\" hidden><p>\(paid)</p></div>", "hidden part"),
    ("<div class=\"subscriber-only\" style=\"display: none\"><p>\(paid)</p></div>", "hidden part"),
    ("<section aria-hidden=\"true\"><p>\(paid)</p></section>", "hidden part"),
    ("<template id=\"premium\"><p>\(paid)</p></template>", "template"),
    ("<noscript><p>\(paid)</p></noscript>", "noscript"),
  ]) func partsThatAScriptShowsAreRead(_ part: String, _ name: String) throws {
    let document = try page(part)
    #expect(document.body.strings == Self.story + [Self.paid])
    #expect(document.attachments.map(\.name) == [name])
    #expect(document.codes.isEmpty)
  }

  @Test func partsThatThePageNamesAsItsArticleAreCopy() throws {
    let head = """
      <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry", "isAccessibleForFree": false,
      "hasPart": {"@type": "WebPageElement", "isAccessibleForFree": false, "cssSelector": "article > div.rest"}}</script>
      """
    let document = try page("<div class=\"rest sponsor\" hidden><p>\(Self.paid)</p></div>", head: head)
    #expect(document.body.strings == Self.story + [Self.paid])
    #expect(document.attachments.isEmpty)
  }

  @Test(arguments: [
    "<div class=\"cookie-consent\" hidden><p>\(paid)</p><p>\(paid)</p></div>",
    "<div class=\"login-modal\" hidden><p>\(paid)</p><p>\(paid)</p></div>",
    "<nav hidden><p>\(paid)</p><p>\(paid)</p></nav>",
    "<div hidden><ul><li><a href=\"/1\">\(paid)</a></li><li><a href=\"/2\">\(paid)</a></li></ul></div>",
    "<div hidden><form><p>\(paid)</p><p>\(paid)</p></form></div>",
  ]) func menusAndDialogsAreNone(_ part: String) throws {
    let document = try page("", around: part)
    #expect(document.body.strings == Self.story)
    #expect(!document.losesText)
  }

  @Test func paidPartsThatAreShownAreCopy() throws {
    let document = try page("<div class=\"subscriber-content\"><p>\(Self.paid)</p></div>")
    #expect(document.body.strings == Self.story + [Self.paid])
  }

  /// A page of a script, which shows nothing itself.
  private func shell(_ script: String) throws -> Document {
    let html =
      "<html><body><div id=\"app\"><p>Loading</p></div>\(script)<footer>(c) 2026 Post</footer></body></html>"
    return try readPage(html)
  }

  @Test(arguments: [
    "<script id=\"__NEXT_DATA__\" type=\"application/json\">{\"props\": {\"story\": {\"body\": \"TEXT\"}}}</script>",
    "<script>window.__STATE__ = {\"a\": [], \"article\": {\"id\": 1, \"content\": [{\"type\": \"p\", \"text\": \"TEXT\"}]}};</script>",
    "<script>var a=1; window.__STATE__ = JSON.parse(\"{\\\"body\\\": \\\"TEXT\\\"}\");</script>",
  ]) func storiesOfPagesThatAScriptBuildsAreRead(_ script: String) throws {
    let text = Self.story.joined(separator: " ")
    let document = try shell(script.replacingOccurrences(of: "TEXT", with: text))
    #expect(document.body.strings == [text])
    #expect(!document.losesText)
    #expect(document.texts(.other).contains { $0.contains("Loading") || $0.contains("2026 Post") })
  }

  @Test(arguments: [
    ("<iframe srcdoc='&lt;p&gt;\(paid)&lt;/p&gt;'></iframe>", "iframe"),
    ("<noframes><p>\(paid)</p></noframes>", "noframes"),
  ]) func textsOfFramesAreRead(_ part: String, _ name: String) throws {
    let document = try page(part)
    #expect(document.body.strings == Self.story + [Self.paid])
    #expect(document.attachments.map(\.name) == [name])
    let fragment = try #require(try read("<p>The ferry is back.</p>\(part)", as: "a.html").first)
    #expect(fragment.body.strings == ["The ferry is back.", Self.paid])
  }

  @Test func aPageOfFramesIsItsAlternative() throws {
    let html =
      "<html><head><title>F</title></head><frameset><frame src='a'><noframes><body><p>\(Self.paid)</p></body>"
    let document = try #require(try read(html + "</noframes></frameset></html>", as: "a.html").first)
    #expect(document.body.strings == [Self.paid])
  }

  @Test func aDrawingsTitleMakesNoPage() throws {
    let html = "<p>The ferry.</p><svg><title>Quay</title></svg><template><p>\(Self.paid)</p></template>"
    let document = try readPage(html)
    #expect(document.origin.dialect == "fragment" && document.body.strings == ["The ferry.", Self.paid])
  }

  @Test func storiesInCodeAreTold() throws {
    let text = Self.story.joined(separator: " ")
    let document = try shell("<script>push([1, \"5:p,\(text)\"])</script>")
    #expect(document.codes.contains("text-in-script") && document.losesText)
    let code = (1...100).map { "const a\($0) = () => { return a\($0 - 1)(); };" }.joined(separator: " ")
    let shown = try shell("<script>eval(\"\(code)\")</script>")
    #expect(!shown.losesText)
  }

  /// A template in a template is a part of its own: its links do not make the outer one a list of links.
  @Test func templatesInOneAnotherAreReadOneByOne() throws {
    let links = String(repeating: "<a href=x>A long link to another story of the site</a> ", count: 10)
    let document = try page("<template><p>\(Self.paid)</p><template>\(links)</template></template>")
    #expect(document.body.strings == Self.story + [Self.paid])
  }
}
