import Testing
import WireText

@testable import WireDocuments

/// Times and licences as microformats write them, and addresses that are identifiers.
@Suite struct MicroformatTests {
  private func page(_ times: String) throws -> Document {
    let html = """
      <html><head><title>F</title></head><body><div class="hnews hentry"><h1 class="entry-title">Ferry returns</h1>\(times)
      <div class="entry-content">\(HTMLReaderTests.prose)</div></div></body></html>
      """
    return try readPage(html)
  }

  @Test(arguments: [
    #"<span class="published"><span class="value">2026-11-24</span> <span class="value">09:00 CET</span></span>"#,
    #"<time class="dt-published">2026-11-24T09:00:00+01:00</time>"#,
    #"<p class="date published">24 November 2026, 08:00 GMT</p>"#,
    #"<abbr class="published" title="2026-11-24T08:00:00Z">Tuesday</abbr><p class="published">2026-11-25</p>"#,
  ]) func aTimeIsReadFromItsText(times: String) throws {
    let document = try page(times)
    #expect(document.times.map(\.role) == [.published])
    #expect(document.time(.published)?.instant == Instant(reading: "2026-11-24T08:00:00Z"))
  }

  @Test(arguments: [
    #"<p class="published">on Tuesday</p>"#, #"<p class="publisher">2026-11-24</p>"#,
  ]) func otherTextIsNoTime(times: String) throws {
    #expect(try page(times).times.isEmpty)
  }

  @Test(arguments: [
    #"<a rel="item-license" href="https://n.example/l">Licence</a>"#,
    #"<a class="item-license" href="https://n.example/l">Licence</a>"#,
    #"<a class="item-license url" rel="nofollow item-license" href="https://n.example/l">Licence</a>"#,
  ]) func theItemsLicenceIsAClassOrARelation(link: String) throws {
    #expect(try page("<p>\(link)</p>").statements == ["link: https://n.example/l"])
  }

  @Test(arguments: [
    ("<guid>https://h.example/1</guid>", ["https://h.example/1"]),
    (#"<guid isPermaLink="true">https://h.example/1</guid>"#, ["https://h.example/1"]),
    (#"<guid isPermaLink="false">https://h.example/1</guid>"#, []), ("<guid>h-1</guid>", []),
    ("<guid>https://h.example/?p=1</guid><link>https://h.example/1</link>", ["https://h.example/1"]),
  ])
  func anIdentifierMayBeTheAddress(members: String, addresses: [String]) throws {
    let feed = """
      <rss version="2.0"><channel><title>T</title><item><title>Ferry</title>\(members)<description>The ferry is back.</description>
      </item></channel></rss>
      """
    let document = try #require(try read(feed, as: "a.xml").first)
    #expect(document.texts(.permalink) == addresses && document.id?.isEmpty == false)
  }
}
