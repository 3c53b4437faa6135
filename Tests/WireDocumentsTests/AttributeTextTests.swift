import Foundation
import Testing

@testable import WireDocuments

/// Copy that WordPress and its page builders keep in attributes, not between tags.
@Suite struct AttributeTextTests {
  static let prose = "The ferry sails again on Monday after nine weeks in the dry dock"

  private func post(_ content: String, meta: (key: String, value: String)? = nil) throws -> Document {
    let field = meta.map { meta in
      "<wp:postmeta><wp:meta_key>\(meta.key)</wp:meta_key><wp:meta_value><![CDATA[\(meta.value)]]></wp:meta_value></wp:postmeta>"
    }
    let text = """
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
      <channel><title>Post</title><wp:wxr_version>1.2</wp:wxr_version><item><title>Ferry</title>
      <content:encoded><![CDATA[\(content)]]></content:encoded><wp:post_type>post</wp:post_type>
      <wp:status>publish</wp:status>\(field ?? "")</item></channel></rss>
      """
    return try #require(try read(text, as: "a.xml").first)
  }

  @Test func aShortcodeKeepsProseBetweenQuotes() throws {
    let content = "<p>Two words.</p>[testimonial name=\"Bo\" text='\(Self.prose)' color=\"#ff00aa\"]"
    let document = try post(content)
    #expect(document.attachments.map(\.name) == ["shortcode testimonial"])
    #expect(document.body.strings == ["Two words.", Self.prose])
  }

  /// Headings and captions are copy even if they are short; other values of a few words are settings.
  @Test func aShortcodeKeepsHeadingsAndCaptions() throws {
    let content =
      "<p>Two words.</p>[caption id=\"a\" caption=\"Photo: Nordwind\"]<img src=\"a.jpg\"/>[/caption]"
      + "[vc_custom_heading text=\"Back at sea\" font=\"Some Sans Bold\"][et_toggle title=\"Why was it docked?\"]"
    #expect(
      try post(content).body.strings == [
        "Two words.", "Photo: Nordwind", "Back at sea", "Why was it docked?",
      ])
  }

  @Test(arguments: ["vc_raw_html", "fusion_code"]) func aShortcodeKeepsHTMLInBase64(_ name: String) throws {
    let html = "<p>\(Self.prose)</p>"
    let escaped = html.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    let packed = Data((name == "vc_raw_html" ? escaped : html).utf8).base64EncodedString()
    let document = try post("<p>Two words.</p>[\(name)]\(packed)[/\(name)]<p>The end.</p>")
    #expect(document.body.strings == ["Two words.", "The end.", Self.prose])
    let plain = try post("<p>Two words.</p>[\(name)]\(html)[/\(name)]")
    #expect(plain.body.strings == ["Two words.", Self.prose])
  }

  @Test(arguments: [true, false]) func aShortcodesHTMLMayBeInAnotherEncoding(_ isEscaped: Bool) throws {
    let latin: [UInt8] = Array("<p>\(Self.prose) Caf".utf8) + [0xE9] + Array("</p>".utf8)
    let bytes = isEscaped ? Array(latin.map { String(format: "%%%02X", $0) }.joined().utf8) : latin
    let packed = Data(bytes).base64EncodedString()
    let document = try post("<p>Two words.</p>[vc_raw_html]\(packed)[/vc_raw_html]")
    #expect(document.body.strings == ["Two words.", "\(Self.prose) Café"])
    #expect(document.problems.map(\.code) == ["encoding-guessed"])
  }

  @Test func aShortcodeWithoutProseAddsNothing() throws {
    let document = try post("<p>Two words.</p>[gallery ids=\"1,2,3\" size=\"large\" link=\"file\"]")
    #expect(document.attachments.isEmpty)
    #expect(document.body.strings == ["Two words."])
  }

  @Test func aPicturesDescriptionIsNoCopy() throws {
    let document = try post("<p>Two words.</p>[image src=\"q.jpg\" alt=\"\(Self.prose)\"]")
    #expect(document.attachments.isEmpty)
  }

  @Test func aShortHeadingOfAPageBuilderIsCopy() throws {
    let widgets = """
      [{"elType":"widget","settings":{"title":"Ferry back at quay","_title":"Inner section of page","align":"left"}},
      {"settings":{"editor":"<p>Nine weeks later.</p>"}}]
      """
    let document = try post("", meta: ("_elementor_data", widgets))
    #expect(document.body.strings == ["Ferry back at quay", "Nine weeks later."])
  }

  @Test func aFragmentKeepsWhatTheServerRenders() throws {
    let html = """
      <!-- wp:paragraph --><p>Two words.</p><!-- /wp:paragraph -->
      <!-- wp:harbour/box {"content":"\\u003cp\\u003e\(Self.prose).\\u003c/p\\u003e","align":"wide"} /-->
      """
    let document = try readPage(html)
    #expect(document.attachments.map(\.name) == ["block harbour/box"])
    #expect(document.body.strings == ["Two words.", Self.prose + "."])
  }

  @Test func aPostAsTypedKeepsIt() throws {
    let json = """
      [{"id": 1, "type": "post", "status": "draft", "title": {"raw": "Ferry"}, "link": "https://post.example/1",
       "content": {"rendered": "<p>The ferry is back.</p>", "raw": "<p>The ferry is back.</p><!-- wp:harbour/box {\\"text\\":\\"\(Self.prose)\\"} /-->"}}]
      """
    let document = try #require(try read(json, as: "a.json").first)
    #expect(document.body.strings == ["The ferry is back.", Self.prose])
  }
}
