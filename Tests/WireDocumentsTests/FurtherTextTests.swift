import Foundation
import Testing
import WireText

@testable import WireDocuments

/// What stands beside the text that is read is lost nowhere.
@Suite struct FurtherTextTests {
  private static let story =
    "The harbour master said that the pier would stay shut until the ice was gone and the lamps were back."
  private static let news = "Divers meanwhile found the anchor of a brig that sank there in another century."

  @Test func ofASecondBodyWhatIsNewIsKept() throws {
    let json = """
      {"uri":"u","body_html":"<p>\(Self.story)</p>","body_text":"\(Self.story)\\n\(Self.news)"}
      """
    let document = try #require(try read(json, as: "a.json").first)
    #expect(document.body.strings == [Self.story, Self.news])
    #expect(document.attachments.map(\.name) == ["body text"])
    #expect(try source(of: Self.news, in: document, Array(json.utf8)) == Self.news)
  }

  @Test(arguments: [
    #"<p>The harbour master said “that the pier” would stay shut &mdash; until</p><p>the ice was gone and the lamps were back.</p>"#,
    "<p>THE HARBOUR MASTER said that the pier would stay shut until the ice was gone and the lamps were back!</p>",
  ]) func theSameInOtherMarkupIsNotNew(_ other: String) throws {
    let document = try #require(
      try read(#"{"uri":"u","body_html":"\#(other)","body_text":"\#(Self.story)"}"#, as: "a.json").first)
    #expect(document.attachments.isEmpty)
  }

  @Test func aFlashBesideTheStoryIsKept() throws {
    let document = try #require(
      try read(#"{"uri":"u","body_html":"<p>\#(Self.story)</p>","body_flash":"Pier shut"}"#, as: "a.json")
        .first)
    #expect(document.body.strings == [Self.story, "Pier shut"])
  }

  @Test func frontMatterHoldsPagesOfBlocks() throws {
    let text = """
      ---
      title: Pier
      sections:
        - type: text
          content: |
            \(Self.story)
        - type: quote
          text: "\(Self.news)"
      ---
      """
    let document = try #require(try read(text, as: "a.md").first)
    #expect(document.body.strings == [Self.story, Self.news] && document.codes.isEmpty)
    #expect(try source(of: Self.news, in: document, Array(text.utf8)) == Self.news)
    let titled = try #require(
      try read("---\ntitle: \(Self.story) \(Self.news) \(Self.story)\n---\nShort.", as: "a.md").first)
    #expect(titled.body.strings.count == 2)
  }

  @Test func elementsThatStandTwiceAreReadTwice() throws {
    let post = XMLSamples.post(1, Self.story).replacingOccurrences(
      of: "</content:encoded>",
      with: "</content:encoded><content:encoded><![CDATA[\(Self.news)]]></content:encoded>")
    let export = XMLSamples.read(XMLSamples.export(post))
    #expect(export.documents.first?.body.strings == [Self.story, Self.news])
    let feed = """
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:y="http://news.example/"><channel>
      <item><title>F</title><content:encoded>\(Self.story)</content:encoded><content:encoded>\(Self.news)</content:encoded></item>
      <item><title>G</title><description>Only a few words.</description><y:full-text>\(Self.story)</y:full-text></item>
      </channel></rss>
      """
    let items = try read(feed, as: "a.xml")
    #expect(items[0].body.strings == [Self.story, Self.news])
    #expect(items[1].body.strings == [Self.story] && items[1].codes.isEmpty)
    #expect(items[1].texts(.summary) == ["Only a few words."])
  }

  @Test func blocksThatTheServerRendersKeepTheirCopyInAttributes() throws {
    let content = """
      <!-- wp:acf/testimonial {"name":"acf/testimonial","data":{"quote":"\(Self.news)"}} /-->
      <!-- wp:paragraph {"placeholder":"\(Self.story)"} --><p>\(Self.story)</p><!-- /wp:paragraph -->
      """
    let document = try #require(
      XMLSamples.read(XMLSamples.export(XMLSamples.post(1, content))).documents.first)
    #expect(document.body.strings == [Self.story, Self.news])
    #expect(document.attachments.map(\.name) == ["block acf/testimonial"])
  }

  @Test func paragraphsThatAnAnswerOnlyNamesAreTold() throws {
    let json = """
      {"jsonapi":{"version":"1.0"},"data":[{"type":"node--article","id":"u","attributes":{"title":"Pier","status":true,
      "body":{"value":"<p>Shut.</p>"}},"relationships":{"field_parts":{"data":[{"type":"paragraph--text","id":"p1"},
      {"type":"paragraph--text","id":"p2"}]}}}],"included":[{"type":"paragraph--text","id":"p2",
      "attributes":{"field_text":{"value":"<p>\(Self.news)</p>","format":"basic"}}}]}
      """
    let document = try #require(try read(json, as: "a.json").first)
    #expect(document.body.strings == ["Shut.", Self.news])
    let problem = try #require(document.problems.first { $0.code == "body-remote" })
    #expect(problem.losesText && problem.message.contains("1 paragraphs"))
  }

  @Test func whatIsLeftOutOfAPageIsCounted() throws {
    let paragraphs = (1...4).map { "<p>\(Self.story) Day \($0) was calm, cold, and bright.</p>" }.joined()
    func page(_ part: String) throws -> [Problem] {
      let text = "<html><body><article><h1>Pier</h1>\(paragraphs)\(part)</article></body></html>"
      return try readPage(text).problems
    }
    #expect(try page("").isEmpty)
    let aside = try #require(try page("<aside><p>\(Self.news)</p></aside>").first)
    #expect(aside.code == "left-out" && aside.message.hasPrefix("14 words") && !aside.losesText)
  }
}
