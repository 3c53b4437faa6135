import Foundation
import Testing
import WireText

@testable import WireDocuments

/// Standfirsts, excerpts and teasers are published, so that their words count as the story's, once.
@Suite struct SummaryTests {
  static let teaser = "The last ferry of the winter left Ormsby with forty passengers and one goat on board"

  static let stories: [(path: String, text: String)] = [
    ("a.md", "---\ntitle: Ferry\nsummary: TEASER\n---\nBODY"),
    ("a.md", "---\ntitle: Ferry\nteaser: >\n  TEASER\n---\nBODY"),
    ("a.md", "+++\ntitle = \"Ferry\"\nsubtitle = \"TEASER\"\n+++\nBODY"),
    (
      "a.json",
      #"{"id":1,"date_gmt":"2026-11-01T08:00:00","title":{"rendered":"F"},"content":{"rendered":"<p>BODY</p>"},"excerpt":{"rendered":"<p>TEASER</p>\n"}}"#
    ),
    (
      "a.json", #"{"posts":[{"uuid":"u","title":"F","html":"<p>BODY</p>","custom_excerpt":"TEASER"}]}"#
    ),
    (
      "a.json",
      #"{"type":"story","version":"0.10.7","_id":"A","description":{"basic":"TEASER"},"content_elements":[{"type":"text","content":"BODY"}]}"#
    ),
    ("a.json", #"{"uri":"u","headline":"F","description_text":"TEASER","body_html":"<p>BODY</p>"}"#),
    ("a.jsonl", #"{"id":"1","text":"BODY","excerpt":"TEASER"}"#),
    (
      "a.xml",
      "<nitf><body><body.head><abstract><p>TEASER</p></abstract></body.head><body.content><p>BODY</p></body.content></body></nitf>"
    ),
    (
      "a.xml",
      """
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>C</title><item>
      <title>F</title><description>&lt;p&gt;TEASER&lt;/p&gt;</description><content:encoded><![CDATA[<p>BODY</p>]]></content:encoded>
      </item></channel></rss>
      """
    ),
    ("a.txt", "AUTHOR: A\nTITLE: F\n-----\nBODY:\nBODY\n-----\nEXCERPT:\nTEASER\n-----\n--------\n"),
  ]

  private func document(_ story: (path: String, text: String), body: String) throws -> (Document, [UInt8]) {
    let text = story.text.replacingOccurrences(of: "TEASER", with: Self.teaser)
    let parts = text.components(separatedBy: "BODY")
    // The key of Movable Type is spelt so, too.
    let file =
      parts.count > 2 ? parts[0] + "BODY" + parts[1] + body + parts[2] : parts.joined(separator: body)
    let bytes = Array(file.utf8)
    return (try #require(try read(bytes, as: story.path).first), bytes)
  }

  @Test(arguments: stories.indices) func areTextWithTheirPlace(_ index: Int) throws {
    let (document, file) = try document(Self.stories[index], body: "Nothing else happened in the harbour.")
    let attached = try #require(document.attachments.first)
    #expect(document.body.string(attached.range) == Self.teaser)
    #expect(document.attachments.count == 1 && ["summary", "subhead"].contains(attached.format))
    #expect(
      document.ownParagraphs.map { document.body.string($0.range) }.last
        == "Nothing else happened in the harbour.")
    #expect(try source(of: Self.teaser, in: document, file).contains(Self.teaser))
  }

  @Test(arguments: stories.indices) func areNoneMoreWhereTheTextSaysTheSame(_ index: Int) throws {
    let (document, _) = try document(
      Self.stories[index], body: Self.teaser + ", which a farmer had brought for his daughter.")
    #expect(document.attachments.isEmpty && document.body.paragraphs.count == 1)
  }

  @Test func captionsOfPicturesAreNone() throws {
    let picture = try #require(
      try read(#"{"uri":"u","type":"picture","description_text":"\#(Self.teaser)"}"#, as: "a.json").first)
    #expect(picture.type == .picture && picture.attachments.isEmpty && picture.body.isEmpty)
  }

  @Test func aShortOneIsALabel() throws {
    let draft = try #require(try read("---\nsubtitle: A goat sails home\n---\nWords.", as: "a.md").first)
    #expect(draft.attachments.isEmpty && draft.texts(.subhead) == ["A goat sails home"])
  }
}
