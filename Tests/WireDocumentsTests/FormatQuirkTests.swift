import Testing
import WireText

@testable import WireDocuments

/// Words that formats keep beside the copy, and bodies in forms that are rare: nothing of them is lost in silence.
@Suite struct FormatQuirkTests {
  /// A file, with what a reader makes of its first document.
  struct Quirk: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var path: String
    var content: String
    var headline: String?
    var body: [String] = []
    /// `key: text` of fields that must be there.
    var fields: [String] = []
    /// All rights as `kind: text`, with the scope of those that are not the story's: `notice: © Ek [cover, picture]`.
    var rights: [String] = []
    var codes: [String] = []
    /// The names of what is attached.
    var attached: [String] = []

    init(
      _ name: String, _ path: String, _ content: String, headline: String? = nil, body: [String] = [],
      fields: [String] = [],
      rights: [String] = [], codes: [String] = [], attached: [String] = []
    ) {
      testDescription = name
      self.path = path
      self.content = content
      self.headline = headline
      self.body = body
      self.fields = fields
      self.rights = rights
      self.codes = codes
      self.attached = attached
    }
  }

  @Test(arguments: wire + sites + exports + realWires + realExports)
  func keepsAllWords(_ quirk: Quirk) throws {
    let document = try #require(try read(quirk.content, as: quirk.path).first)
    if let headline = quirk.headline { #expect(document.headline == headline) }
    #expect(document.body.strings == quirk.body)
    let said = (document.fields + document.urls).map { "\($0.key): \($0.text)" }
    #expect(Set(quirk.fields).isSubset(of: said), "\(said)")
    #expect(document.scopedStatements == quirk.rights)
    #expect(document.codes == quirk.codes)
    #expect(document.attachments.map(\.name) == quirk.attached)
  }

  private static let wire: [Quirk] = [
    Quirk(
      "ninjs: what an agency added under names of its own", "a.json",
      #"{"uri":"u","standard":{"name":"ninjs","version":"2.1"},"type":"text","headline":"Ferry","preamble":"All ferries are back in the harbour of Ormsby today.","bylines":[{"byline":"Ada Lindqvist","initials":"al"}],"desk_message":"Call the quay","dat":"ORM","places":[{"name":"The quay"}],"body_html5":"<p>The ferry.</p>"}"#,
      headline: "Ferry", body: ["The ferry.", "All ferries are back in the harbour of Ormsby today."],
      fields: ["bylines: Ada Lindqvist", "desk_message: Call the quay"], attached: ["preamble"]),
    Quirk(
      "NewsML-G2: the kind of text", "a.xml",
      "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='u'><contentMeta><genre qcode='genre:Press_Release'><name>Press release</name></genre></contentMeta><contentSet><inlineData>The ferry.</inlineData></contentSet></newsItem>",
      body: ["The ferry."], fields: ["contentMeta/genre/name: Press release"]),
    Quirk(
      "NewsML 1: what a revision does, the kind of text", "a.xml",
      "<NewsML><NewsItem><Identification><NewsIdentifier><RevisionId PreviousRevision='1' Update='U'>2</RevisionId></NewsIdentifier></Identification><NewsComponent><DescriptiveMetadata><Language FormalName='en'/><Genre FormalName='Advertorial'/></DescriptiveMetadata><ContentItem><DataContent>The ferry.</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>",
      body: ["The ferry."],
      fields: ["NewsIdentifier/RevisionId@Update: U", "DescriptiveMetadata/Genre: Advertorial"]),
    Quirk(
      "ninjs 3: the kind of text", "a.json",
      #"{"uri":"u","genres":[{"name":"Press release"}],"body_text":"The ferry."}"#,
      body: ["The ferry."], fields: ["genres: Press release"]),
    Quirk(
      "NITF: the kind of text", "a.xml",
      "<nitf><head><tobject><tobject.property tobject.property.type='Press Release'/></tobject></head><body><body.content><p>The ferry.</p></body.content></body></nitf>",
      body: ["The ferry."], fields: ["head/tobject/tobject.property: Press Release"]),
    Quirk(
      "ninjs 1: bodies and descriptions beside the story", "a.json",
      #"{"uri":"u","body_html":"<p>The ferry.</p>","body_footer":"<p>Contact: desk</p>","description_text":"What it is","body_teaser":"A ferry"}"#,
      body: ["The ferry."],
      fields: ["body footer: Contact: desk", "body teaser: A ferry", "description_text: What it is"]),
    Quirk(
      "ninjs 2: an abstract and sub-headlines", "a.json",
      #"{"uri":"u","headlines":[{"value":"F"}],"subheadlines":[{"value":"After the storm"}],"bodies":[{"role":"abstract","contenttype":"text/plain","value":"In short."},{"role":"main","contenttype":"text/html","value":"<p>The ferry.</p>"}]}"#,
      body: ["The ferry."], fields: ["body abstract: In short.", "subheadlines: After the storm"]),
    Quirk(
      "ninjs 3: only a caption is a body", "a.json",
      #"{"uri":"u","pubStatus":"usable","bodies":[{"role":"caption","contentType":"text/plain","value":"A ferry."}]}"#,
      body: ["A ferry."]),
    Quirk(
      "NewsML-G2: a planned coverage", "a.xml",
      "<planningItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='p'><newsCoverageSet><newsCoverage><planning><headline>Storm</headline><description>What we send.</description><edNote>Ring us.</edNote></planning></newsCoverage></newsCoverageSet></planningItem>",
      fields: [
        "planning/headline: Storm", "planning/description: What we send.", "planning/edNote: Ring us.",
      ]),
    Quirk(
      "NewsML-G2: a concept", "a.xml",
      "<conceptItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='c'><concept><name>Ferry day</name><definition>All ferries.</definition><related><name>No name</name></related></concept></conceptItem>",
      fields: ["concept/name: Ferry day", "concept/definition: All ferries."]),
    Quirk(
      "NewsML-G2: references of a package", "a.xml",
      "<packageItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='k'><groupSet><group><itemRef><title>Map</title><description>A map.</description></itemRef></group></groupSet></packageItem>",
      fields: ["itemRef/title: Map", "itemRef/description: A map."]),
    Quirk(
      "NewsML 1: base64", "a.xml",
      "<NewsML><NewsItem><NewsComponent><ContentItem><Encoding Notation='Base64'><DataContent>VGhlIGZlcnJ5Lg==</DataContent></Encoding></ContentItem></NewsComponent></NewsItem></NewsML>",
      body: ["The ferry."]),
    Quirk(
      "NewsML 1: an update of parts", "a.xml",
      "<NewsML><NewsItem><Update><InsertAfter DuidRef='x'><p>New words.</p></InsertAfter></Update></NewsItem></NewsML>",
      codes: ["update-only"]),
    Quirk(
      "NewsML 1: content of no medium elsewhere", "a.xml",
      "<NewsML><NewsItem><NewsComponent><ContentItem Href='1.xml'/></NewsComponent></NewsItem></NewsML>",
      codes: ["body-remote"]),
    Quirk(
      "NITF: captions and a bibliography", "a.xml",
      "<nitf><body><body.content><p>The ferry.</p><media><media-producer>NW</media-producer><media-caption>A ferry.</media-caption></media></body.content><body.end><bibliography>Ferries, 1999</bibliography></body.end></body></nitf>",
      body: ["The ferry."],
      fields: [
        "media/media-caption: A ferry.", "media/media-producer: NW", "body.end/bibliography: Ferries, 1999",
      ]),
    Quirk(
      "ANPA: lines between head and text", "a.tst",
      "\u{16}\u{16}\u{1}s0001\u{1F}-----\nr s\u{14}\u{12} BC-NW--Glance 08-18\n\u{2}^BC-NW--Glance<\n^Ferry Glance=\n^All Times CET=\n\u{8}North;7\n\u{3}NW-WF-08-18-26 2017GMT<\n\u{4}",
      body: ["All Times CET", "North;7"]),
    Quirk(
      "ANPA: a head without marks", "a.tst",
      "\u{16}\u{16}\u{1}B0001\u{1F}-----\nr n\u{13}\u{11} NW-Ferry 02-09\n\u{2}NW-Ferry\nFerry returns\nBy ADA\n   HARBOUR (NW) - It is back.\n\tAll are well.\n\u{3}NW-WF-02-10-26 0423GMT\n\u{4}",
      headline: "Ferry returns", body: ["HARBOUR (NW) - It is back.", "All are well."],
      fields: ["head: NW-Ferry", "head: By ADA"]),
    Quirk(
      "ANPA: a digest of headlines", "a.tst",
      "\u{16}\u{16}\u{1}V0001\u{1F}-----\nr e\u{13}\u{11} NW-Top-News 02-09\n\u{2}^NW-Top-News,0176<\n^NW Top News at noon\n^Ferry returns\n^Harbour reopens\n\t\u{3}NW-WF-02-10-26 0423GMT<\n\u{4}",
      body: ["Ferry returns", "Harbour reopens"]),
    Quirk(
      "NewsML-G2: rights of the NITF inside", "a.xml",
      "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='u'><contentSet><inlineXML><nitf><head><docdata><doc.copyright holder='Nordwind'/></docdata></head><body><body.content><p>The ferry.</p></body.content></body></nitf></inlineXML></contentSet></newsItem>",
      body: ["The ferry."], rights: ["holder: Nordwind"]),
    Quirk(
      "Atom: markup in a plain title is none of its words", "a.xml",
      "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title type='text'>The &lt;i&gt;ferry&lt;/i&gt;</title><content>Is back.</content></entry></feed>",
      headline: "The ferry", body: ["Is back."]),
    Quirk(
      "RSS: a title only of a picture, a licence in words", "a.xml",
      "<rss xmlns:media='http://search.yahoo.com/mrss/'><channel><item><image><title>Ferry</title></image><svg xmlns='s'><title>Not this</title></svg><description>Is back.</description><media:group><media:license>Free for schools</media:license></media:group></item></channel></rss>",
      headline: "Ferry", body: ["Is back."], rights: ["notice: Free for schools"], codes: ["summary-only"]),
  ]

  private static let sites: [Quirk] = [
    Quirk(
      "Arc: what stands beside the text", "a.json",
      #"{"_id":"1","type":"story","version":"0.10","content_elements":[{"type":"text","content":"<p>The ferry.</p>"},{"type":"image","caption":"A ferry."},{"type":"endorsement","endorsement":"Read it."},{"type":"oembed_response","raw_oembed":{"html":"<p>A post</p>"}},{"type":"link_list","title":"More","items":[{"type":"interstitial_link","content":"On ferries"}]}],"promo_items":{"basic":{"caption":"Promo."}}}"#,
      body: ["The ferry."],
      fields: [
        "image.caption: A ferry.", "endorsement.endorsement: Read it.",
        "oembed_response.raw_oembed.html: A post",
        "link_list.title: More", "link_list.items: On ferries", "promo_items.basic.caption: Promo.",
      ]),
    Quirk(
      "Arc: a collection with stories", "a.json",
      #"{"type":"collection","version":"0.10","headlines":{"basic":"F"},"content_elements":[{"type":"text","content":"The ferry."},{"type":"story","content_elements":[{"type":"text","content":"Quite another story of a harbour."}]}]}"#,
      body: ["The ferry.", "Quite another story of a harbour."], attached: ["story 1"]),
    Quirk(
      "Contentful: an entry in two languages", "a.json",
      #"{"entries":[{"sys":{"id":"1"},"fields":{"title":{"en-US":"Ferry","de":"Fähre"},"body":{"en-US":"The ferry is back.","de":"Die Fähre fährt wieder im Hafen."}}}]}"#,
      headline: "Ferry", body: ["The ferry is back.", "Die Fähre fährt wieder im Hafen."], attached: ["de"]),
    Quirk(
      "WordPress REST: copy in a custom field", "a.json",
      #"[{"id":1,"link":"l","title":{"rendered":"F"},"content":{"rendered":"<p>The ferry.</p>"},"acf":{"rows":[{"text":"<p>Quite another story of a harbour and its crew.</p>"}],"size":"large"}}]"#,
      body: ["The ferry.", "Quite another story of a harbour and its crew."], attached: ["acf rows"]),
    Quirk(
      "Ghost: a card with a header", "a.json",
      #"{"posts":[{"uuid":"u","title":"F","lexical":"{\"root\":{\"children\":[{\"type\":\"header\",\"header\":\"Ferry\",\"subheader\":\"Back\"}]}}"}]}"#,
      body: ["Ferry", "Back"]),
    Quirk(
      "Drupal: a paragraph of plain text", "a.json",
      #"{"jsonapi":{},"data":[{"type":"node--article","id":"a","attributes":{"title":"F"},"relationships":{"p":{"data":[{"type":"paragraph--quote","id":"p"}]}}}],"included":[{"type":"paragraph--quote","id":"p","attributes":{"field_quote":"The ferry is back in port.","field_kind":"pull quote"}}]}"#,
      body: ["The ferry is back in port."], fields: ["field_kind: pull quote"]),
    Quirk(
      "Sanity: footnotes and cells", "a.ndjson",
      #"{"_id":"1","_type":"post","title":"F","body":[{"_type":"block","children":[{"_type":"span","text":"The ferry."}],"markDefs":[{"_type":"footnote","text":"Or boat."},{"_type":"link","href":"https://a.example"}]},{"_type":"table","rows":[{"_type":"row","cells":["Seven","Eight"]}]}]}"#
        + "\n", body: ["The ferry.", "Or boat.", "Seven", "Eight"]),
    Quirk(
      "RSS: HTML that was escaped twice", "a.xml",
      "<rss version='2.0'><channel><item><description>&amp;lt;p&amp;gt;The ferry.&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;Its crew.&amp;lt;/p&amp;gt;</description></item></channel></rss>",
      body: ["The ferry.", "Its crew."], codes: ["summary-only"]),
    Quirk(
      "RSS: tags that are written about", "a.xml",
      "<rss version='2.0'><channel><item><description><![CDATA[<b>How</b> to use &lt;p&gt;.]]></description></item></channel></rss>",
      body: ["How to use <p>."], codes: ["summary-only"]),
    Quirk(
      "WXR: a reusable block", "a.xml",
      XMLSamples.export(XMLSamples.post(1, "<p>The ferry.</p><!-- wp:block {\"ref\":123} /-->")),
      body: ["The ferry."], codes: ["reusable-block"]),
    Quirk(
      "a page for those who pay, and not for machines", "a.html",
      #"<html><head><meta name="robots" content="noai"><script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script></head><body><p>The ferry is back in the harbour, and the crew is on board again.</p></body></html>"#,
      body: ["The ferry is back in the harbour, and the crew is on board again."],
      fields: ["JSON-LD: isaccessibleforfree: false", "meta: robots: noai"], rights: ["data-mining: noai"]),
    Quirk(
      "Ghost: who wrote a post, in tables", "a.json",
      #"{"db":[{"data":{"posts":[{"id":"1","uuid":"u","title":"F","html":"<p>The ferry.</p>"}],"users":[{"id":"7","name":"Ada"},{"id":"8","name":"Bo"}],"posts_authors":[{"post_id":"1","author_id":"8"},{"post_id":"1","author_id":"7"}],"tags":[{"id":"3","name":"Wire"}],"posts_tags":[{"post_id":"1","tag_id":"3"}],"posts_meta":[{"post_id":"1","feature_image_caption":"A ferry"}]}}]}"#,
      body: ["The ferry."],
      fields: [
        "users.name: Bo", "users.name: Ada", "tags.name: Wire", "posts_meta.feature_image_caption: A ferry",
      ]),
    Quirk(
      "Ghost: the caption of the picture", "a.json",
      #"{"posts":[{"uuid":"u","title":"F","html":"<p>The ferry.</p>","feature_image_caption":"A <i>ferry</i>"}]}"#,
      body: ["The ferry."], fields: ["feature_image_caption: A ferry"]),
    Quirk(
      "JSON Feed: two contents of different words", "a.json",
      #"{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","content_html":"<p>The ferry.</p>","content_text":"Quite another story of a harbour and its crew."}]}"#,
      body: ["The ferry.", "Quite another story of a harbour and its crew."], attached: ["content_text"]),
    Quirk(
      "AP: the story beside the item, its address in a list", "a.json",
      #"{"api_version":"2.0","data":{"item":{"altids":{"itemid":"1"},"type":"text","headline":"Ferry","infosource":[{"name":"NW"}],"links":[{"rel":"canonical","href":"https://n.example/1"}],"renditions":{"nitf":{"href":"https://n.example/1.xml"}}}},"nitf":{"body_html":"<p>The ferry.</p>"}}"#,
      headline: "Ferry", body: ["The ferry."], fields: ["infosource: NW"]),
    Quirk(
      "NewsML-G2: a body in a vendor's elements", "a.xml",
      "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='u'><contentSet><inlineXML><idf xmlns='i'><group><element>The ferry.</element><element>Is back.</element></group></idf></inlineXML></contentSet></newsItem>",
      body: ["The ferry.", "Is back."]),
    Quirk(
      "ninjs: a further body", "a.json",
      #"{"uri":"a","body_html":"<p>The ferry.</p>","body_extra":"Quite another story of a harbour and its crew."}"#,
      body: ["The ferry.", "Quite another story of a harbour and its crew."], attached: ["body extra"]),
    Quirk(
      "NewsML 1: a story in two languages, a headline in small letters", "a.xml",
      "<NewsML><NewsItem><NewsComponent><NewsComponent xml:lang='nl'><Role FormalName='Body'/><NewsLines><Headline>Veer</Headline></NewsLines><ContentItem><DataContent>De veerboot is terug in de haven.</DataContent></ContentItem></NewsComponent><NewsComponent xml:lang='fr'><Role FormalName='Body'/><ContentItem><DataContent>Le ferry rentre au port.</DataContent></ContentItem></NewsComponent></NewsComponent></NewsItem></NewsML>",
      headline: "Veer", body: ["De veerboot is terug in de haven.", "Le ferry rentre au port."],
      attached: ["part 2 (fr)"]),
    Quirk(
      "NewsML-G2: renditions that say other things", "a.xml",
      "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='u'><contentSet><inlineData>The ferry is back.</inlineData><inlineData contenttype='text/html'>&lt;p&gt;The ferry is back.&lt;/p&gt;</inlineData><inlineData>Quite another story of a harbour and its crew.</inlineData></contentSet></newsItem>",
      body: ["The ferry is back.", "Quite another story of a harbour and its crew."],
      attached: ["rendition 3"]),
    Quirk(
      "microdata of the page and of its pictures", "a.html",
      "<html><body itemscope itemtype='https://schema.org/NewsArticle'><figure><span itemprop='copyrightHolder'>Pool</span></figure><div itemprop='image' itemscope itemtype='https://schema.org/ImageObject'><meta itemprop='license' content='x'></div><p>The ferry is back in the harbour, and the crew is on board again.</p><span itemprop='copyrightNotice'>(c) Nordwind</span><link itemprop='license' href='https://l.example/by'></body></html>",
      body: ["Pool", "The ferry is back in the harbour, and the crew is on board again.", "(c) Nordwind"],
      rights: [
        "notice: (c) Nordwind", "holder: Pool [figure, picture]", "terms: x [figure, picture]",
        "link: https://l.example/by",
      ]),
  ]
}
