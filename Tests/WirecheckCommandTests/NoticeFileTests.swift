import Foundation
import Testing

/// `notice` with a file of documents: what was not read is named, and what was read is explained.
@Suite struct NoticeFileTests {
  private static let notice = "© 2026 Northwire. This material may not be published without permission."

  @Test func anExportThatBreaksOffIsNamed() throws {
    let folder = try Folder()
    let item = { (text: String) in
      "<item><title>Harbour</title><content:encoded><![CDATA[<p>The ferry stops at noon, and the crew went home early."
        + "</p><p>\(text)</p>]]></content:encoded><wp:post_type>post</wp:post_type>"
        + "<wp:status>publish</wp:status></item>"
    }
    let export = """
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" \
      xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Harbour Post</title>\(item(Self.notice))
      """
    try folder.write(export + item(Self.notice) + "</channel></rss>", to: "whole.xml")
    let whole = try Tool(folder: folder).run("notice", "whole.xml")
    #expect(whole.status == 0 && whole.errors.isEmpty)
    #expect(whole.output.components(separatedBy: "holder: Northwire").count == 3)
    try folder.write(export + item(Self.notice).prefix(80), to: "cut.xml")
    let cut = try Tool(folder: folder).run("notice", "cut.xml")
    #expect(cut.status == 3 && cut.output.contains("holder: Northwire"))
    #expect(cut.errors.contains("cut.xml") && cut.errors.contains("ends early"), "\(cut.errors)")
  }

  @Test func aLineThatCannotBeReadIsNamed() throws {
    let folder = try Folder()
    let line = "{\"id\": \"a\", \"text\": \"\(Self.notice)\"}\n"
    try folder.write(line + "{\"id\": \"b\", \"te\n" + line, to: "lines.jsonl")
    let outcome = try Tool(folder: folder).run("notice", "lines.jsonl")
    #expect(outcome.status == 3 && outcome.errors.contains("lines.jsonl:2"), "\(outcome.errors)")
    #expect(outcome.output.components(separatedBy: "holder: Northwire").count == 3)
  }

  @Test func noticesBeyondTheFirstThousandAreNamed() throws {
    let folder = try Folder()
    let line = "{\"id\": \"a\", \"text\": \"© 2026 Northwire.\"}\n"
    try folder.write(String(repeating: line, count: 1000), to: "lines.jsonl")
    #expect(try Tool(folder: folder).run("notice", "lines.jsonl").status == 0)
    try folder.write(String(repeating: line, count: 1001), to: "lines.jsonl")
    let outcome = try Tool(folder: folder).run("notice", "lines.jsonl")
    #expect(outcome.status == 3 && outcome.errors.contains("only the first 1000 notices"))
  }

  @Test func theAddressOfALicenceIsExplained() throws {
    let folder = try Folder()
    let story = String(
      repeating: "<p>The ferry stops at noon, and the crew went home early, said the harbour master.</p>",
      count: 4)
    try folder.write(
      """
      <!DOCTYPE html><html><head><title>Ferry</title><script type="application/ld+json">{"@type": "NewsArticle", \
      "license": "https://creativecommons.org/licenses/by-nd/4.0/", "usageInfo": "https://harbour.example/terms"}</script>
      </head><body><article><h1>Ferry</h1>\(story)</article></body></html>
      """, to: "page.html")
    let outcome = try Tool(folder: folder).run("notice", "page.html")
    #expect(outcome.output.contains("licence: CC-BY-ND-4.0"), "\(outcome.output)")
    #expect(outcome.output.contains("not understood: “https://harbour.example/terms”"), "\(outcome.output)")
  }
}
