import Testing
import WireText

@testable import WireDocuments

/// A licence that a page links to is the story's, a picture's or somebody else's by where the link stands.
@Suite struct LicencePlaceTests {
  struct Place: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// What stands in the head, in the article behind its paragraphs, and behind the article.
    var head = ""
    var inside = ""
    var behind = ""
    /// What the statement is about where it is not the story.
    var medium: ItemType?
  }

  private static let link =
    #"<a rel="license" href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>"#
  private static let story = String(
    repeating:
      "<p>The harbour of Ormsby stays shut until the council has mended the northern breakwater, the pilots said, and no ferry sails.</p>",
    count: 3)

  private static func page(_ place: Place) -> String {
    """
    <!DOCTYPE html><html><head><title>Harbour shut</title>\(place.head)</head><body class="single has-widgets">
    <nav class="menu"><a href="/">Home</a></nav>
    <div class="card"><article class="post has-caption"><h1>Harbour shut</h1><section>\(story)\(place.inside)</section></article></div>
    \(place.behind)</body></html>
    """
  }

  static let places = [
    Place(
      testDescription: "head",
      head: #"<link rel="license" href="https://creativecommons.org/licenses/by/4.0/">"#),
    Place(testDescription: "last paragraph", inside: "<p>This article is under \(link).</p>"),
    Place(testDescription: "foot of the article", inside: "<footer><p>\(link)</p></footer>"),
    Place(
      testDescription: "badge",
      inside:
        #"<p><a rel="license" href="https://creativecommons.org/licenses/by/4.0/"><img alt="CC" src="by.png"></a></p>"#
    ),
    Place(
      testDescription: "badge beside the link",
      inside: #"<div><img src="/licence-by.svg" alt="CC BY"> <p>\#(link)</p></div>"#),
    Place(testDescription: "foot of the page", behind: "<footer><p>\(link)</p></footer>"),
    Place(
      testDescription: "box in the foot of the page",
      behind: #"<div id="colophon"><aside class="widget">\#(link)</aside></div>"#),
    Place(
      testDescription: "microdata",
      behind: #"<p><a itemprop="license" href="https://creativecommons.org/licenses/by/4.0/">CC</a></p>"#),
    Place(
      testDescription: "caption",
      inside: "<figure><img src=q.jpg><figcaption>Jo / \(link)</figcaption></figure>",
      medium: .picture),
    Place(
      testDescription: "caption by its class",
      inside: #"<div class="wp-caption"><img src="q.jpg"><p>Jo / \#(link)</p></div>"#, medium: .picture),
    Place(
      testDescription: "line below a picture", inside: "<div><img src=q.jpg><p>Jo / \(link)</p></div>",
      medium: .picture),
    Place(
      testDescription: "microdata of a picture",
      inside:
        #"<div itemscope itemtype="https://schema.org/ImageObject"><a itemprop="license" href="https://creativecommons.org/licenses/by/4.0/">CC</a></div>"#,
      medium: .picture),
    Place(
      testDescription: "microdata of a film",
      inside:
        #"<div itemscope itemtype="https://schema.org/VideoObject"><meta itemprop="license" content="https://creativecommons.org/licenses/by/4.0/"></div>"#,
      medium: .video),
    Place(
      testDescription: "comments in the article", inside: #"<section class="comments">\#(link)</section>"#,
      medium: .comment),
    Place(
      testDescription: "comments behind it",
      behind: #"<div id="comments"><p>Comments are under \#(link).</p></div>"#,
      medium: .comment),
    Place(
      testDescription: "aside with the story's date",
      inside:
        #"<aside><p><time itemprop="datePublished" datetime="2026-11-27">Friday</time> \#(link)</p></aside>"#),
    Place(
      testDescription: "aside with the author, behind the story's section",
      inside: #"</section><aside><p><span itemprop="author">Ada</span> \#(link)</p></aside>"#),
    Place(testDescription: "aside", inside: "<aside><p>\(link)</p></aside>", medium: .other),
    Place(
      testDescription: "box at the side", behind: #"<div class="sidebar-widget">\#(link)</div>"#,
      medium: .other),
    Place(
      testDescription: "teaser", behind: #"<div class="teaser"><h3>Pier open</h3>\#(link)</div>"#,
      medium: .other),
    Place(
      testDescription: "another article", behind: "<article><h2>Pier open</h2><p>Free.</p>\(link)</article>",
      medium: .other),
    Place(
      testDescription: "card of another article in the foot",
      behind: #"<footer><div class="card"><h3>Pier open</h3>\#(link)</div></footer>"#, medium: .other),
    Place(
      testDescription: "quotation", inside: "<blockquote><p>Ships wait.</p>\(link)</blockquote>",
      medium: .other),
    Place(
      testDescription: "about something else",
      inside: #"<p about="https://pictures.example/7">Jo, \#(link)</p>"#, medium: .other),
  ]

  @Test(arguments: places) func aLicenceIsOfWhatItStandsWith(_ place: Place) throws {
    let page = Self.page(place)
    let document = try readPage(page)
    let licences = document.rights.filter { $0.text.contains("creativecommons.org/licenses/by/4.0") }
    try #require(licences.count == 1, "\(document.rights)")
    #expect(licences[0].medium == place.medium)
    #expect(document.textRights.isEmpty == (place.medium != nil))
    let range = try #require(licences[0].range)
    #expect(
      String(decoding: Array(page.utf8)[range.indices], as: UTF8.self).hasPrefix("https://creativecommons"))
  }

  /// RDFa names stories by addresses of their own: a licence in such an article is the story's.
  @Test func aStoryWithAnAddressOfItsOwnHasItsLicence() throws {
    let page = """
      <!DOCTYPE html><html><head><title>Harbour shut</title></head><body><article about="/stories/7"><h1>Harbour shut</h1>
      \(Self.story)<p>\(Self.link)</p></article></body></html>
      """
    let document = try readPage(page)
    #expect(document.textRights.contains { $0.text.contains("creativecommons.org/licenses/by/4.0") })
  }

  /// Beside a link its line says what the licence is for.
  @Test(
    arguments: [
      (
        "<p>Map: Nordkarte, \(link).</p>",
        "terms: Map: Nordkarte, CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)."
      ),
      (
        "<p>Rain.<br>Data: <i>Nordkarte</i>, \(link)<br>Wind.</p>",
        "terms: Data: Nordkarte, CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)"
      ),
      ("<p>\(link).</p>", "link: https://creativecommons.org/licenses/by/4.0/"),
    ])
  func theWordsBesideALinkAreKept(inside: String, statement: String) throws {
    let page = Self.page(Place(testDescription: "", inside: inside))
    #expect(try read(page, as: "a.html").first?.statements == [statement])
  }

  /// A notice at the side still says whose the page is.
  @Test func aNoticeAtTheSideHolds() throws {
    let behind = #"<aside><span itemprop="copyrightNotice">(c) Nordwind, no copying</span></aside>"#
    let page = Self.page(Place(testDescription: "", behind: behind))
    #expect(try read(page, as: "a.html").first?.textRights.map(\.text) == ["(c) Nordwind, no copying"])
  }
}
