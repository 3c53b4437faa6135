import Testing
import WireText

@testable import WireDocuments

@Suite struct FeedReaderTests {
  /// Atom 1.0 packs what its type says is neither text nor XML, Atom 0.3 what its mode says.
  @Test(arguments: [
    ("type='application/octet-stream'", "VGhlIDxiPmZlcnJ5PC9iPg==", "The ferry", ["The ferry"]),
    ("type='application/x-story' mode='base64'", " VGhlIGZl\ncnJ5 ", "The ferry", ["The ferry"]),
    ("type='text/html' mode='base64'", "VGhlIDxiPmZlcnJ5PC9iPg==", "The ferry", ["The ferry"]),
    ("type='text/plain' mode='escaped'", "VGhlIGZlcnJ5", "VGhlIGZlcnJ5", ["VGhlIGZlcnJ5"]),
    ("type='image/png'", "iVBORw0KGgo=", "iVBORw0KGgo=", []),
  ]) func unpacksBase64(_ attributes: String, _ content: String, _ headline: String, _ body: [String]) throws
  {
    let entry =
      "<entry><title \(attributes)>\(content)</title><content \(attributes)>\(content)</content></entry>"
    let feed = "<feed xmlns='http://www.w3.org/2005/Atom'>\(entry)</feed>"
    let document = try #require(try read(feed, as: "a.xml").first)
    #expect(document.headline == headline && document.body.strings == body)
    #expect(document.codes.contains("body-encoded") == body.isEmpty)
  }

  static let rss = """
    <?xml version="1.0"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:media="http://search.yahoo.com/mrss/" xmlns:cc="http://creativecommons.org/ns#">
    <channel><title>Harbour Post</title><language>en</language><copyright>© Harbour Post</copyright>
    <item><title>Ferry &amp;amp; crew</title><link>https://harbour.example/1</link><guid>h-1</guid>
      <pubDate>Tue, 24 Nov 2026 10:00:00 +0100</pubDate><dc:creator>Ada Lindqvist</dc:creator>
      <dc:rights>Nordwind News. No archives.</dc:rights><cc:license>https://licence.example/by</cc:license>
      <media:content><media:title>Not the title</media:title><media:copyright>Picture Pool</media:copyright></media:content>
      <source url="https://nordwind.example/feed">Nordwind</source><description>Short &lt;b&gt;text&lt;/b&gt;.</description>
      <content:encoded><![CDATA[<p>The f&eacute;rry is back.</p><h2>More</h2>]]></content:encoded></item>
    <item><title>Second</title><description>&lt;p&gt;Only a summary&lt;/p&gt;</description></item>
    <item><title>Third</title><pubDate>soon</pubDate></item>
    </channel></rss>
    """
  static let atom = """
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sv"><title>Nordwind</title><rights>(c) Nordwind</rights>
    <entry xmlns:app="http://www.w3.org/2007/app"><id>tag:1</id><title type="html">Ferry &amp;amp; &lt;i&gt;crew&lt;/i&gt;</title>
      <link rel="alternate" href="https://nordwind.example/1"/><link rel="license" href="https://licence.example/by"/>
      <link rel="via" href="https://first.example/1"/><author><name>Ada</name></author>
      <updated>2026-11-24T10:00:00Z</updated><app:control><app:draft>yes</app:draft></app:control>
      <source><title>First Wire</title><rights>First Wire only</rights></source>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The férry is back.</p></div></content></entry>
    <entry><title>a &lt; b</title><content type="text">One &lt;p&gt; is no tag.</content></entry>
    <entry><title>Far</title><content src="https://far.example/1"/></entry></feed>
    """

  static let rdf = """
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel rdf:about="c"><title>Nordwind</title><dc:rights>Nordwind only</dc:rights></channel>
    <item rdf:about="https://nordwind.example/1"><title>One</title><dc:date>2026-11-24</dc:date></item></rdf:RDF>
    """

  @Test(
    "The whole text is found in the modules that carry it",
    arguments: [
      "<yandex:full-text>The ferry is back.</yandex:full-text>", "<fulltext>The ferry is back.</fulltext>",
      "<media:text>The ferry is back.</media:text>",
      "<content:items><r:Bag><r:li><content:item><r:value>The ferry is back.</r:value></content:item></r:li></r:Bag></content:items>",
    ])
  func readsWholeTexts(_ element: String) throws {
    let item = "<item><title>Ferry</title><description>Only a hint</description>\(element)</item>"
    let feed = """
      <rss version="2.0" xmlns:yandex="http://news.yandex.ru" xmlns:media="http://search.yahoo.com/mrss/"
        xmlns:content="http://purl.org/rss/1.0/modules/content/"
        xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel><title>Nordwind</title>\(item)</channel></rss>
      """
    let document = try #require(try read(feed, as: "feed.xml").first)
    #expect(document.body.strings == ["The ferry is back."] && !document.codes.contains("summary-only"))
  }

  @Test func readsAnItemWithItsFieldsAndRights() throws {
    let file = Array(Self.rss.utf8)
    let documents = try read(file, as: "feed.xml")
    #expect(documents.map(\.headline) == ["Ferry & crew", "Second", "Third"])
    let document = try #require(documents.first)
    #expect(document.origin.dialect == "rss 2.0" && document.id == "h-1" && document.language == "en")
    #expect(document.outline == ["pa: The férry is back.", "su: More"])
    #expect(document.texts(.byline) == ["Ada Lindqvist"] && document.texts(.source) == ["Nordwind"])
    #expect(document.texts(.permalink) == ["https://harbour.example/1"])
    #expect(document.time(.published)?.instant?.iso8601 == "2026-11-24T09:00:00Z")
    // The item's own statements first, then the part's, then the feed's.
    #expect(
      document.statements == [
        "notice: Nordwind News. No archives.", "link: https://licence.example/by", "notice: Picture Pool",
        "notice: © Harbour Post",
      ])
    #expect(document.rights.map(\.place) == [.field, .field, .field, .file])
    let range = try #require(document.rights.first?.range)
    #expect(String(decoding: file[range.indices], as: UTF8.self) == "Nordwind News. No archives.")
    #expect(try source(of: "férry", in: document, file) == "f&eacute;rry")
    expectPlaces(document, in: file)
    #expect(documents[1].codes == ["summary-only"] && documents[1].body.strings == ["Only a summary"])
    #expect(documents[2].codes.sorted() == ["no-text", "time-unreadable"])
  }

  @Test func readsAtom() throws {
    let file = Array(Self.atom.utf8)
    let documents = try read(file, as: "-")
    #expect(documents.map(\.headline) == ["Ferry & crew", "a < b", "Far"])
    let document = try #require(documents.first)
    #expect(document.status?.value == .draft && document.language == "sv" && document.id == "tag:1")
    #expect(document.body.strings == ["The férry is back."])
    #expect(
      document.texts(.original) == ["https://first.example/1"] && document.texts(.source) == ["First Wire"])
    #expect(
      document.statements == [
        "link: https://licence.example/by", "notice: First Wire only", "notice: (c) Nordwind",
      ])
    expectPlaces(document, in: file)
    #expect(documents[1].body.strings == ["One <p> is no tag."])
    #expect(documents[2].problems.first { $0.code == "body-remote" }?.losesText == true)
  }

  /// A feed that is read item by item says the same of each item as one that is read in one piece.
  @Test(arguments: [(rss, "<item>"), (atom, "<entry"), (rdf, "<item ")])
  func readsArchivesAlike(_ feed: String, before item: String) throws {
    let padding = "<!-- \(String(repeating: "filler ", count: 200_000)) -->"
    let start = try #require(feed.firstRange(of: item)).lowerBound
    let large = String(feed[..<start]) + padding + String(feed[start...])
    let usual = try read(feed, as: "-")
    let archive = try read(large, as: "-")
    #expect(!usual.isEmpty && archive.map(\.outline) == usual.map(\.outline))
    #expect(archive.map(\.statements) == usual.map(\.statements))
    #expect(archive.map { $0.fields.map(\.text) } == usual.map { $0.fields.map(\.text) })
    #expect(archive.map(\.codes) == usual.map(\.codes) && archive.map(\.id) == usual.map(\.id))
    #expect(archive.first?.origin.dialect == usual.first?.origin.dialect)
    #expect(archive.first?.language == usual.first?.language)
    for document in archive { expectPlaces(document, in: Array(large.utf8)) }
  }

  @Test(arguments: [
    (rss, "</channel>", "<copyright>© Nordwind</copyright>", "notice: © Nordwind"),
    (atom, "</feed>", "<link href='https://l.example' rel='license'/>", "link: https://l.example"),
  ]) func tellsOfRightsBehindTheItemsOfAnArchive(
    _ feed: String, _ end: String, _ late: String, _ statement: String
  ) throws {
    let feed = feed.replacing(end, with: late + end)
    #expect(try read(feed, as: "-").first?.statements.last == statement)
    let padding = String(repeating: "filler ", count: 200_000)
    let first = try #require(feed.firstRange(of: end == "</feed>" ? "<entry" : "<item")).lowerBound
    let large = feed[..<first] + "<!-- \(padding) -->" + feed[first...]
    let fault = #expect(throws: ReadingFault.self) { try read(String(large), as: "-") }
    #expect(fault?.code == "late-rights")
  }

  /// The text of an item in the elements that have it, whatever their prefix; mathematics is text too.
  @Test(arguments: [
    (
      "<body xmlns='http://www.w3.org/1999/xhtml'><p>The ferry is <b>back</b>.</p></body>",
      "The ferry is back."
    ),
    (
      "<x:body xmlns:x='http://www.w3.org/1999/xhtml'><x:p>The ferry is back.</x:p></x:body>",
      "The ferry is back."
    ),
    ("<fullitem>&lt;p>The ferry is back.&lt;/p></fullitem>", "The ferry is back."),
    (
      "<description>&lt;p>It is &lt;math>&lt;mi>a&lt;/mi>&lt;mo>=&lt;/mo>&lt;mn>2&lt;/mn>&lt;annotation>a=2&lt;/annotation>&lt;/math>.&lt;/p></description>",
      "It is a=2."
    ),
  ])
  func readsTheTextOfAnItem(_ element: String, _ text: String) throws {
    let document = try #require(
      try read("<rss version='2.0'><channel><item><title>F</title>\(element)</item></channel></rss>", as: "-")
        .first)
    #expect(document.body.strings == [text])
  }

  /// The feed that an entry was taken from has a title, which is not that of the entry.
  @Test func takesNoHeadlineFromTheSource() throws {
    let document = try #require(
      try read(
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><source><title>First Wire</title></source>"
          + "<content>Words.</content></entry></feed>", as: "-"
      ).first)
    #expect(document.headline == nil && document.texts(.source) == ["First Wire"])
  }

  @Test func readsRSS1WithTheChannelBesideTheItems() throws {
    let documents = try read(Self.rdf, as: "-")
    #expect(documents.map(\.id) == ["https://nordwind.example/1"])
    #expect(documents.first?.statements == ["notice: Nordwind only"])
    #expect(documents.first?.texts(.channel) == ["Nordwind"])
  }

  @Test func readsJSONFeed() throws {
    let file = Array(
      #"""
      {"version": "https://jsonfeed.org/version/1.1", "title": "Nordwind", "items": [
        {"id": "1", "title": "Ferry", "url": "https://n.example/1", "date_published": "2026-11-24T10:00:00Z",
         "authors": [{"name": "Ada"}], "content_html": "<p>The f\u00e9rry.</p>"},
        {"id": "2", "content_text": "Plain.\nWords"}]}
      """#.utf8)
    let documents = try read(file, as: "feed.json")
    #expect(documents.map { $0.body.strings } == [["The férry."], ["Plain.", "Words"]])
    #expect(documents.first?.texts(.author) == ["Ada"] && documents.first?.origin.dialect == "json")
    for document in documents { expectPlaces(document, in: file) }
  }

  /// The window is much smaller than the file, and what stands around the items is passed over.
  @Test func readsJSONFeedAsItStreams() throws {
    let other = #""more": {"items": [{"id": "no"}]}, "n": 1"#
    let items = (0..<3000).map {
      #"{"id": "\#($0)", "content_text": "\#(String(repeating: "word ", count: 80))"}"#
    }
    let list = items.joined(separator: ",\n")
    let feed = #"{"version": "https://jsonfeed.org/version/1", \#(other), "items": [\#(list)], \#(other)}"#
    #expect(try read(feed, as: "feed.json").map(\.id) == (0..<3000).map(String.init))
    let cut =
      #"{"version": "https://jsonfeed.org/version/1", "items": [{"id": "1", "content_text": "One"}, {"id""#
    var source = try DocumentSource(bytes: Array(cut.utf8), path: "feed.json")
    #expect(try source.next()?.id == "1")
    #expect(throws: ReadingFault.self) { try source.next() }
    let none = #"{"version": "https://jsonfeed.org/version/1", "items": {"id": "1"}}"#
    #expect(throws: ReadingFault.self) { try read(none, as: "feed.json") }
  }

  @Test func readsASitemap() throws {
    let file = Array(
      """
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
      <url><loc>https://n.example/1</loc><news:news><news:publication><news:name>Nordwind</news:name>
      <news:language>en</news:language></news:publication><news:publication_date>2026-11-24</news:publication_date>
      <news:title>Ferry</news:title></news:news></url><url><loc>https://n.example/2</loc></url></urlset>
      """.utf8)
    let documents = try read(file, as: "-")
    #expect(documents.map(\.headline) == ["Ferry", nil] && documents.map(\.type) == [.text, .navigation])
    #expect(documents.first?.texts(.provider) == ["Nordwind"] && documents.first?.language == "en")
    #expect(documents.map { $0.problems.contains(where: \.losesText) } == [true, false])
  }

  @Test("PRISM's dates: the latest modification and the last embargo count")
  func readsPRISMDates() throws {
    func feed(_ times: String) -> String {
      """
      <rss xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"><channel><item><title>F</title><description>The ferry.</description>
      <prism:publicationDate>2026-11-24T08:00:00Z</prism:publicationDate>\(times)</item></channel></rss>
      """
    }
    let modified = ["26", "27", "25"].map {
      "<prism:modificationDate>2026-11-\($0)T08:00:00Z</prism:modificationDate>"
    }
    let embargoes = ["29", "28"].map { "<prism:embargoDate>2026-11-\($0)T08:00:00Z</prism:embargoDate>" }
    let end = "<prism:killDate>2026-12-01T00:00:00Z</prism:killDate>"
    let all = (modified + embargoes + [end]).joined()
    let document = try #require(try read(feed(all), as: "a.rss").first)
    #expect(document.time(.published)?.instant?.iso8601 == "2026-11-24T08:00:00Z")
    #expect(document.time(.updated)?.instant?.iso8601 == "2026-11-27T08:00:00Z")
    #expect(document.times.filter { $0.role == .updated }.count == 3)
    #expect(document.time(.expiry)?.instant?.iso8601 == "2026-12-01T00:00:00Z")
    #expect(document.embargo?.instant?.iso8601 == "2026-11-29T08:00:00Z")
    for order in [embargoes + [unreadable], [unreadable] + embargoes] {
      let document = try #require(try read(feed(order.joined()), as: "a.rss").first)
      #expect(document.embargo?.raw == "when the ship sails" && document.embargo?.instant == nil)
    }
    #expect(try read(feed("<killDates>2026</killDates>"), as: "a.rss").first?.time(.expiry) == nil)
  }

  private let unreadable = "<prism:embargoDate>when the ship sails</prism:embargoDate>"

  /// An entry around a whole item of an agency is that item, with what the feed says of all.
  @Test func readsNewsMLG2InAtom() throws {
    let item =
      "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='urn:n:1' version='3'><rightsInfo><usageTerms>Not for use on websites.</usageTerms></rightsInfo><itemMeta><embargoed>2026-12-01T11:00:00Z</embargoed><pubStatus qcode='stat:withheld'/></itemMeta><contentSet><inlineXML><p xmlns='http://www.w3.org/1999/xhtml'>The ferry.</p></inlineXML></contentSet></newsItem>"
    let feed =
      "<feed xmlns='http://www.w3.org/2005/Atom'><rights>(c) Nordwind</rights><entry><id>1</id><content type='application/vnd.iptc.g2.newsitem+xml'>\(item)</content></entry><entry><id>2</id><content>The quay.</content></entry></feed>"
    let documents = try read(feed, as: "a.xml")
    #expect(documents.map(\.id) == ["urn:n:1", "2"])
    #expect(documents.map { $0.body.strings } == [["The ferry."], ["The quay."]])
    #expect(documents[0].status?.value == .withheld)
    #expect(documents[0].embargo?.instant?.iso8601 == "2026-12-01T11:00:00Z")
    #expect(documents[0].statements == ["terms: Not for use on websites.", "notice: (c) Nordwind"])
  }
}
