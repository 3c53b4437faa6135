import Testing
import WireText

@testable import WireDocuments

/// What feeds state of rights, and what they withdraw.
@Suite struct FeedStatementTests {
  private func atom(_ entries: String) -> String {
    """
    <feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0"><title>Post</title>
    <rights type="html">&amp;copy; 2026 Harbour &amp;amp; Post</rights>\(entries)</feed>
    """
  }
  private let entry = "<entry><id>urn:1</id><title>Ferry</title><content>The ferry is back.</content></entry>"
  private let deleted =
    "<at:deleted-entry ref=\"urn:9\" when=\"2026-11-20T08:00:00Z\"><at:comment>Wrong pier.</at:comment></at:deleted-entry>"

  @Test func rightsInHTMLAreDecoded() throws {
    let document = try #require(try read(atom(entry), as: "a.xml").first)
    #expect(document.statements == ["notice: © 2026 Harbour & Post"])
  }

  @Test func rightsInPlainTextStayAsTheyAre() throws {
    let text = """
      <rss version="2.0"><channel><title>P</title><copyright>© 2026 A &amp; B &lt; C</copyright>
      <item><title>Ferry</title><description>The ferry is back.</description></item></channel></rss>
      """
    #expect(try read(text, as: "a.xml").first?.statements == ["notice: © 2026 A & B < C"])
  }

  @Test func theAddressOfALicenceStaysAsWritten() throws {
    let feed = atom("<entry><id>urn:1</id><license>http://l.example/?a=1&amp;copy=2</license></entry>")
    let statements = try read(feed, as: "a.xml").first?.statements ?? []
    #expect(statements.contains("link: http://l.example/?a=1&copy=2"), "\(statements)")
  }

  @Test func aWithdrawnEntryIsCanceled() throws {
    let documents = try read(atom(deleted + entry), as: "a.xml")
    #expect(documents.map(\.id) == ["urn:1", "urn:9"])
    #expect(documents.map { $0.status?.value } == [nil, .canceled])
    let last = try #require(documents.last)
    #expect(last.body.isEmpty)
    #expect(last.texts(.editorsNote) == ["Wrong pier."])
    #expect(last.time(.updated)?.instant == Instant(reading: "2026-11-20T08:00:00Z"))
  }

  /// A large feed is read entry by entry, where a withdrawn entry cannot be returned: that is never silent.
  @Test(arguments: [true, false]) func aLargeFeedSaysThatItWithdraws(_ isFirst: Bool) throws {
    let filler = String(repeating: "The ferry is back. ", count: 1000)
    let many = (1...70).map { "<entry><id>urn:\($0)</id><content>\(filler)</content></entry>" }.joined()
    var source = try openSource(
      Array(atom(isFirst ? deleted + many : many + deleted).utf8), as: "a.xml")
    var count = 0
    let fault = try #require(
      throws: ReadingFault.self,
      performing: { while try source.next() != nil { count += 1 } })
    #expect(count == 70)
    #expect(fault.code == "deletions-unread")
  }

  @Test func aLicenceOfAPictureIsNotThePages() throws {
    let text = """
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
      <url><loc>https://post.example/1</loc><image:image><image:loc>https://post.example/q.jpg</image:loc>
      <image:caption>The quay</image:caption><image:license>https://lumen.example/l</image:license></image:image></url></urlset>
      """
    let document = try #require(try read(text, as: "a.xml").first)
    #expect(document.statements == ["link: https://lumen.example/l"])
    #expect(document.textRights.isEmpty)
    #expect(document.texts(.other) == ["The quay"])
  }
}
