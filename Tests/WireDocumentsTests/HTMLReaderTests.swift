import Foundation
import TestSupport
import Testing
import WireText

@testable import WireDocuments

@Suite struct HTMLReaderTests {
  static let prose = (1...6).map {
    "<p>Paragraph \($0) of the story says, at some length, what the harbour office told reporters on Friday, and why, "
      + "after years of talks, the ferry will sail again.</p>"
  }.joined(separator: "\n")

  /// A page with all that stands round an article.
  static func page(head: String = "", article: String = prose) -> String {
    """
    <!DOCTYPE html>
    <html lang="en"><head><meta charset="utf-8"><title>Ferry returns | Harbour Post</title>\(head)</head>
    <body><header class="site-header"><nav><ul><li><a href="/">Home</a><li><a href="/s">Sport</a></ul></nav></header>
    <div class="cookie-consent">We use cookies, as everybody does, and ask you to agree to all of them.</div>
    <main><article class="story"><h1>Ferry returns</h1><p class="byline">By Ada Lindqvist</p>
    \(article)
    <figure><img src="f.jpg"><figcaption>The ferry at its pier</figcaption></figure>
    <blockquote><p>We waited long, said the harbour master, who has run the office since 1998.</p></blockquote>
    <ul><li>First sailing on Monday, at nine</li><li>Tickets cost twelve crowns, children go free</li></ul>
    <table><thead><tr><th>Day</th><th>Time</th></tr></thead><tr><td>Monday</td><td>9:00</td></tr></table>
    <div class="share">Share this</div>
    </article>
    <div class="related"><h3>Related</h3><ul><li><a href="/1">Another story about the harbour</a></ul></div></main>
    <div id="comments"><p>A reader writes, at length, that, in his view, all of this is wrong, as ever.</p></div>
    <div class="newsletter"><p>Sign up for our newsletter, and get the news, every day, by mail.</p></div>
    <footer><p>© 2026 Harbour Post. All rights reserved.</p></footer></body></html>
    """
  }

  @Test func tellsTheArticleFromThePage() throws {
    let html = Self.page()
    let document = try #require(try read(html, as: "ferry.html").first)
    #expect(document.headline == "Ferry returns")
    #expect(document.language == "en")
    #expect(document.body.strings.filter { $0.hasPrefix("Paragraph") }.count == 6)
    for part in [
      "ca: The ferry at its pier", "li: First sailing on Monday, at nine", "ta: Day Time", "ta: Monday 9:00",
    ] {
      #expect(document.outline.contains(part))
    }
    #expect(document.outline.contains { $0.hasPrefix("qu: We waited long") })
    for stray in [
      "Home", "cookies", "Another story", "reader writes", "newsletter", "Share", "By Ada", "reserved",
    ] {
      #expect(!document.body.strings.contains { $0.contains(stray) }, "\(stray)")
    }
    #expect(document.statements == ["notice: © 2026 Harbour Post. All rights reserved."])
    #expect(document.rights.first?.place == .body)
    #expect(document.texts(.byline) == ["By Ada Lindqvist"])
    expectPlaces(document, in: Array(html.utf8))
  }

  @Test func readsMetadata() throws {
    let head = """
      <link rel="canonical" href="https://post.example/ferry"><link rel="license" href="https://l.example/by">
      <meta name="copyright" content="Harbour Post &amp; others"><meta name="dcterms.rights" content="No reuse">
      <meta property="og:title" content="Social title"><meta name="author" content="Ada Lindqvist">
      <meta name="original-source" content="https://nordwind.example/1">
      <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite"},
      {"@type": ["NewsArticle"], "headline": "Ferry &quot;returns&quot;", "datePublished": "2026-11-20T08:00:00Z",
      "dateModified": "2026-11-21", "author": [{"name": "Ada Lindqvist"}, "Tom Bryce"],
      "publisher": {"@type": "Organization", "name": "Harbour Post"}, "copyrightHolder": {"name": "Nordwind"},
      "copyrightNotice": "(c) Nordwind", "creditText": "Nordwind/AL", "license": {"url": "https://l.example/x"},
      "isBasedOn": "https://nordwind.example/2", "articleBody": "Only a teaser."}]}</script>
      """
    let html = Self.page(head: head)
    let document = try #require(try read(html, as: "ferry.html").first)
    #expect(document.headline == "Ferry \"returns\"")
    #expect(document.texts(.canonical) == ["https://post.example/ferry"])
    #expect(document.texts(.original) == ["https://nordwind.example/1", "https://nordwind.example/2"])
    #expect(document.texts(.author) == ["Ada Lindqvist", "Tom Bryce", "Ada Lindqvist"])
    #expect(document.texts(.provider) == ["Harbour Post"])
    #expect(document.time(.published)?.instant?.iso8601 == "2026-11-20T08:00:00Z")
    #expect(document.time(.updated)?.instant == nil)
    #expect(
      document.rights.filter { $0.place == .field }.map { "\($0.kind.rawValue): \($0.text)" } == [
        "notice: (c) Nordwind", "holder: Nordwind", "link: https://l.example/x", "credit: Nordwind/AL",
        "notice: Harbour Post & others", "notice: No reuse", "link: https://l.example/by",
      ])
    // The teaser is shorter than the page.
    #expect(document.body.strings.filter { $0.hasPrefix("Paragraph") }.count == 6)
    for right in document.rights where right.key.hasPrefix("JSON-LD") {
      let range = try #require(right.range)
      #expect(String(decoding: Array(html.utf8)[range.indices], as: UTF8.self) == right.text)
    }
  }

  @Test func takesLinkedTextThatThePageHides() throws {
    let long = (1...40).map { "Sentence \($0) of the whole text, which the page does not show." }.joined(
      separator: "\\n")
    let head = """
      <script type="application/ld+json">
      [{"@type": "NewsArticle", "headline": "Ferry", "articleBody": "\(long)"}]</script>
      """
    let html = Self.page(head: head, article: "<p>Only the start, for those who do not pay.</p>")
    let document = try #require(try read(html, as: "ferry.html").first)
    #expect(document.ownParagraphs.count == 40)
    // What the page shows beside it is not lost.
    #expect(document.attachments.map(\.name) == ["page"])
    expectPlaces(document, in: Array(html.utf8))
  }

  @Test(
    arguments: [
      ("{\"@type\": \"NewsArticle\", \"headline\": ", "Ferry returns"),
      ("{\"@type\": \"NewsArticle\", \"headline\": \"With\na line end\"}", "With a line end"),
      ("//<![CDATA[\n{\"@type\":\"Article\",\"headline\":\"Wrapped\"}\n//]]>", "Wrapped"),
      ("{&quot;@type&quot;:&quot;Article&quot;,&quot;headline&quot;:&quot;Escaped&quot;}", "Escaped"),
      (LongText(.times(100_000, "[")), "Ferry returns"),
    ] as [(LongText, String)]) func brokenLinkedDataIsTold(_ json: LongText, _ headline: String) throws
  {
    let html = Self.page(head: "<script type=\"application/ld+json\">\(json.text)</script>")
    let document = try readPage(html)
    #expect(document.codes.contains("json-ld"))
    #expect(document.headline == headline)
    #expect(document.body.strings.filter { $0.hasPrefix("Paragraph") }.count == 6)
  }

  @Test func takesTheLedeThatStandsBesideTheText() throws {
    let lede =
      "The ferry that links both banks of the harbour is back, two years after it was laid up for repairs."
    let html = Self.page(article: "<div class=\"lede\">\(lede)</div><div class=\"text\">\(Self.prose)</div>")
    let document = try readPage(html)
    #expect(document.body.strings.contains(lede))
  }

  @Test func takesAllOfAFragment() throws {
    let html =
      "<h2>Head</h2><p class=\"sidebar\">Short &amp; <a href=x>linked</a></p><div class=comment>kept</div>"
    let document = try #require(try read(html, as: "paste.html").first)
    #expect(document.outline == ["su: Head", "pa: Short & linked", "pa: kept"])
    #expect(document.headline == nil)
    expectPlaces(document, in: Array(html.utf8))
  }

  @Test(arguments: ["<p style=\"display: none\">", "<p hidden>", "<p aria-hidden=true>"])
  func leavesOutWhatIsNeverSeen(_ tag: String) throws {
    let html = Self.page(article: Self.prose + tag + "Unseen words, a few of them, for machines.</p>")
    let document = try readPage(html)
    #expect(!document.body.strings.contains { $0.contains("Unseen") })
  }

  @Test(arguments: [
    "<script type=\"text/javascript\" async>if (a<b) {}</script>", "<iframe src=x allowfullscreen></iframe>",
    "<style media=all>p > a {}</style>",
  ]) func rawElementsWithAttributesEnd(_ element: String) throws {
    let document = try #require(try read("<p>before</p>\(element)<p>after</p>", as: "a.html").first)
    #expect(document.body.strings == ["before", "after"])
    #expect(document.codes == ["html-fragment"])
  }

  @Test(
    .timeLimit(.minutes(60)),
    arguments: [
      LongText("<html><body>", .times(20_000, "<div>")), LongText("<html><body>", .times(20_000, "<p>")),
      LongText("<html><body><table>", .times(10_000, "<tr><td>x"), "</table>"),
      LongText("<html><body>", .times(5_000, "<ul><li><a href=x>y</a>")),
      "<html><body>a\u{0}b ",
      LongText("<html><body><p", .times(20_000) { " a\($0)=1" }, ">"),
      LongText("<html><body>", .times(1_250_000, "lorem ipsum ")),
    ] as [LongText]) func losesNothingInSilence(_ start: LongText) throws
  {
    let html = start.text + "<p>These are, after all that, the marker words.</p>"
    let document = try read(html, as: "a.html").first
    let isKept = document?.body.strings.contains { $0.contains("marker words") } ?? false
    #expect(isKept || document?.problems.contains { $0.losesText } == true)
  }

  /// A notice that is a link is told by its words and its address, a licence by its address.
  @Test(arguments: [
    (
      "<a itemprop='copyrightNotice' href='https://h.example/c'>© 2026 Harbour Post</a>",
      ["notice: © 2026 Harbour Post", "link: https://h.example/c"]
    ),
    ("<a itemprop='license' href='https://l.example/by'>CC BY</a>", ["link: https://l.example/by"]),
    ("<meta itemprop='copyrightNotice' content='© Harbour Post'>", ["notice: © Harbour Post"]),
  ]) func readsMicrodataOfRights(_ markup: String, _ statements: [String]) throws {
    let page =
      "<!DOCTYPE html><html><head><title>Ferry</title></head><body><article><p>The ferry is back in the harbour.</p>"
      + "</article><footer>\(markup)</footer></body></html>"
    let document = try readPage(page)
    #expect(
      document.rights.filter { $0.place == .field }.map { "\($0.kind.rawValue): \($0.text)" } == statements)
  }

  @Test(arguments: [
    "<section id=\"comments\">COMMENTS</section>", "<ol class=\"comment-list\">COMMENTS</ol>", "COMMENTS",
    "<div class=\"post-comments wide\">COMMENTS</div>",
  ]) func commentsOfReadersAreNoCopy(_ thread: String) throws {
    let story =
      "The mole was closed on Friday, the office said, after a crane, some 30 metres high, had begun to lean; it is to be "
      + "taken down, piece by piece, by a firm from Lindholm, which built it in 1974, and which has now been paid in advance."
    let comments = (1...8).map {
      "<div class=\"comment\"><p>In my view, number \($0), all of this was known for years, and nobody cared at all.</p></div>"
    }
    let html =
      "<html><body><article><h1>Mole</h1><p>\(story)</p></article>"
      + thread.replacingOccurrences(of: "COMMENTS", with: comments.joined()) + "</body></html>"
    let document = try readPage(html)
    #expect(document.body.strings == [story])
    #expect(document.problems.contains { $0.code == "comments-skipped" && $0.message.contains("136 words") })
  }

  @Test func aColumnOfOpinionIsNoComment() throws {
    let html = Self.page().replacingOccurrences(of: "class=\"story\"", with: "class=\"comment\"")
    let document = try readPage(html)
    #expect(document.body.strings.filter { $0.hasPrefix("Paragraph") }.count == 6)
  }

  @Test(arguments: [
    ("<ol>", "<li>", "</li>", "</ol>"),
    (
      "<div class=\"gallery\">", "<figure><img src=\"a.jpg\"><figcaption>", "</figcaption></figure>", "</div>"
    ),
    ("<dl>", "<dd>", "</dd>", "</dl>"),
  ]) func storiesOfListsAndCaptionsAreRead(_ open: String, _ before: String, _ after: String, _ close: String)
    throws
  {
    let items = (1...4).map {
      "Picture \($0) shows, as the office said on Friday, the mole after the storm of the year \(1970 + $0), which took the light, the crane and two boats."
    }
    let html =
      "<html><body><nav><ul><li><a href=\"/1\">News</a></li></ul></nav>\(open)"
      + items.map { before + $0 + after }.joined()
      + "\(close)<footer><p>The Post, a paper of Lindholm. About us.</p></footer></body></html>"
    let document = try readPage(html)
    #expect(document.body.strings == items)
  }

  /// The foot of an article may hold its end; signs of copyright, links and short lines are none of it.
  @Test(arguments: [
    (
      "<p>The lifeboat of Varna reached the crews at dawn, and nobody was hurt, the coastguard said in the evening.</p>",
      true
    ),
    (
      "<p>The lifeboat of Varna reached the crews at dawn, <a href='/2'>the coastguard</a> said late in the evening.</p>",
      false
    ),
    (
      "<p>© 2026 Harbour Post. All that stands in this paper is protected and may not be copied by anybody.</p>",
      false
    ),
    ("<p>Filed from Varna.</p><p>Ada Lindqvist, 40.</p>", false),
  ])
  func endsInTheFootOfAnArticle(_ foot: String, isCopy: Bool) throws {
    let story = (1...4).map {
      "<p>Trawler \($0) struck an unlit buoy in the night, the harbour office said on Thursday, and took water until noon.</p>"
    }
    let html =
      "<html><head><title>Buoy</title></head><body><article><h1>Buoy</h1>\(story.joined())<footer>\(foot)</footer></article></body></html>"
    let document = try readPage(html)
    #expect(document.body.paragraphs.count == (isCopy ? 5 : 4))
  }

  @Test func readsMicrodataAndMicroformats() throws {
    let story =
      "<p>The mole was closed on Friday, the harbour office said, after a crane had begun to lean.</p>"
    let microdata = """
      <html><head><title>Post</title></head><body><div itemscope itemtype="https://schema.org/NewsArticle">
      <h1 itemprop="headline">Mole closed</h1><div itemprop="author" itemscope itemtype="https://schema.org/Person">
      <span itemprop="name">Ada Lindqvist</span></div><span itemprop="publisher" itemscope><meta itemprop="name" content="Harbour Post">
      </span><a itemprop="isBasedOn" href="https://nordwind.example/1">more</a><a itemprop="usageInfo" href="https://nordwind.example/use">Use</a>
      <div itemprop="articleBody">\(story)</div></div><div itemscope itemtype="https://schema.org/NewsArticle">
      <a href="/2"><span itemprop="headline">Other</span></a><span itemprop="author">Tom Bryce</span></div></body></html>
      """
    let document = try readPage(microdata)
    #expect(document.headline == "Mole closed")
    #expect(document.texts(.author) == ["Ada Lindqvist"])
    #expect(document.texts(.provider) == ["Harbour Post"])
    #expect(document.texts(.original) == ["https://nordwind.example/1"])
    #expect(document.statements == ["link: https://nordwind.example/use"])
    let format = """
      <html><head><title>Post</title></head><body><div class="hnews hentry"><h1 class="entry-title">Mole closed</h1>
      <span class="writtenby">Ada Lindqvist</span><div class="entry-content">\(story)\(story)</div>
      <span class="copyright">(c) 2026 Nordwind. May not be republished.</span></div></body></html>
      """
    let entry = try readPage(format)
    #expect(entry.headline == "Mole closed")
    #expect(entry.texts(.byline) == ["Ada Lindqvist"])
    #expect(entry.statements == ["notice: (c) 2026 Nordwind. May not be republished."])
  }
}
