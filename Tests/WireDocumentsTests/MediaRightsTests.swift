import Testing
import WireText

@testable import WireDocuments

/// What stories say of the pictures that come with them: kept with its place, and never said of the story.
@Suite struct MediaRightsTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var file: String
    var text: String
    /// The statements about pictures: scope, kind, text.
    var media: [String]
    /// Captions and credits: key, text.
    var fields: [String]

    init(_ name: String, as file: String = "a.json", _ text: String, media: [String], fields: [String]) {
      testDescription = name
      self.file = file
      self.text = text
      self.media = media
      self.fields = fields
    }
  }

  @Test(arguments: samples) func rightsOfPicturesStayTheirs(_ sample: Sample) throws {
    let file = Array(sample.text.utf8)
    let document = try #require(try read(file, as: sample.file).first)
    #expect(document.textRights.map(\.text) == ["(c) Nordwind"])
    let media = document.rights.filter { $0.medium != nil }
    #expect(media.map { "\($0.scope ?? ""): \($0.kind.rawValue): \($0.text)" } == sample.media)
    #expect(media.allSatisfy { $0.medium == .picture })
    for statement in media {
      let place = try #require(statement.range)
      #expect(String(decoding: file[place.indices], as: UTF8.self).contains(statement.text))
    }
    let said = document.fields.map { "\($0.key): \($0.text)" }
    for field in sample.fields { #expect(said.contains(field), "\(said)") }
    // Neither captions nor credits are copy.
    #expect(document.ownParagraphs.map { document.body.string($0.range) } == ["The ferry is back."])
  }

  static let samples = [
    Sample(
      "ninjs",
      #"""
      {"uri": "u", "type": "text", "headline": "Ferry", "copyrightnotice": "(c) Nordwind", "body_html": "<p>The ferry is back.</p>",
       "associations": {"main": {"type": "picture", "headline": "Quay", "byline": "Bo", "description_text": "Evening",
        "copyrightholder": "Bo Pictures", "copyrightnotice": "(c) Bo", "usageterms": ["No web", "Norway out"],
        "rightsinfo": {"linkedrights": "https://bo.example/terms"},
        "renditions": {"big": {"href": "https://bo.example/1.jpg", "title": "The big one"}}}}}
      """#,
      media: [
        "association main: holder: Bo Pictures", "association main: notice: (c) Bo",
        "association main: terms: No web", "association main: terms: Norway out",
        "association main: link: https://bo.example/terms",
      ],
      fields: [
        "association main: headline: Quay", "association main: byline: Bo",
        "association main: description_text: Evening",
      ]),
    Sample(
      "ninjs 3",
      #"""
      [{"uri": "u", "type": "text", "copyrightNotice": "(c) Nordwind", "bodies": [{"role": "main", "contentType": "text/html", "value": "<p>The ferry is back.</p>"}],
       "associations": [{"name": "photo", "type": "picture", "headlines": [{"role": "main", "value": "Quay"}],
        "usageTerms": "No web"}]}]
      """#,
      media: ["association photo: terms: No web"], fields: ["association photo: headlines: Quay"]),
    Sample(
      "AP",
      #"""
      {"api_version": "1.1", "data": {"item": {"altids": {"itemid": "i"}, "type": "text", "copyrightnotice": "(c) Nordwind",
       "body_nitf": "<p>The ferry is back.</p>", "associations": {"1": {"type": "picture", "uri": "https://n.example/1",
        "headline": "Quay", "description_caption": "Evening", "creditline": "Bo", "photographer": {"name": "Bo Lind"},
        "usageterms": ["No web"], "copyrightnotice": "(c) Bo"}}}}}
      """#,
      media: ["association 1: terms: No web", "association 1: notice: (c) Bo"],
      fields: [
        "association 1: description_caption: Evening", "association 1: creditline: Bo",
        "association 1: photographer: Bo Lind",
      ]),
    Sample(
      "dpa",
      #"""
      {"urn": "u", "pubstatus": "usable", "copyrightnotice": "(c) Nordwind",
       "article_html": "<section class=\"main\"><p>The ferry is back.</p></section>",
       "associations": [{"type": "image", "caption": "Evening", "headline": "Quay", "creditline": "Bo", "copyrightnotice": "(c) Bo"}]}
      """#,
      media: ["association 1: notice: (c) Bo"],
      fields: [
        "association 1: caption: Evening", "association 1: headline: Quay", "association 1: creditline: Bo",
      ]
    ),
    Sample(
      "Drupal",
      #"""
      {"jsonapi": {}, "data": [{"type": "node--article", "id": "n", "attributes": {"title": "Ferry", "field_copyright": "(c) Nordwind",
        "body": {"value": "<p>The ferry is back.</p>", "format": "html"}},
        "relationships": {"field_picture": {"data": {"type": "media--image", "id": "m"}}}}],
       "included": [{"type": "media--image", "id": "m", "attributes": {"name": "quay.jpg", "field_copyright": "(c) Bo", "field_caption": "Evening"},
         "relationships": {"field_media_image": {"data": {"type": "file--file", "id": "f", "meta": {"alt": "A quay", "width": 7}}}}},
        {"type": "file--file", "id": "f", "attributes": {"filename": "quay.jpg"}}]}
      """#,
      media: ["field_picture: notice: (c) Bo"],
      fields: ["field_picture: field_caption: Evening", "field_media_image: alt: A quay"]),
    Sample(
      "Contentful",
      #"""
      {"entries": [{"sys": {"id": "e"}, "fields": {"title": {"en": "Ferry"}, "copyright": {"en": "(c) Nordwind"}, "body": {"en": "The ferry is back."},
        "hero": {"en": {"sys": {"type": "Link", "linkType": "Asset", "id": "a"}}}}}],
       "assets": [{"sys": {"id": "a"}, "fields": {"title": {"en": "Quay"}, "description": {"en": "Evening"}, "copyright": {"en": "(c) Bo"},
        "file": {"en": {"contentType": "image/jpeg", "fileName": "the quay.jpg", "url": "//a.example/1"}}}}]}
      """#,
      media: ["hero: notice: (c) Bo"], fields: ["hero: title: Quay", "hero: description: Evening"]),
    Sample(
      "WordPress REST",
      #"""
      [{"id": 1, "link": "l", "title": {"rendered": "Ferry"}, "content": {"rendered": "<p>The ferry is back.</p>"},
        "meta": {"copyright": "(c) Nordwind"}, "_embedded": {"wp:featuredmedia": [{"media_type": "image", "title": {"rendered": "Quay"},
          "caption": {"rendered": "<p>Evening</p>"}, "media_details": {"sizes": {"large": {"file": "the quay.jpg"}},
            "image_meta": {"credit": "Bo", "copyright": "(c) Bo", "keywords": []}}}]}}]
      """#,
      media: ["_embedded.wp:featuredmedia: notice: (c) Bo"],
      fields: [
        "_embedded.wp:featuredmedia: caption: Evening", "_embedded.wp:featuredmedia: credit: Bo",
      ]),
    Sample(
      "RSS", as: "a.xml",
      """
      <rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
        xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><item><title>Ferry</title><dc:rights>(c) Nordwind</dc:rights>
      <content:encoded>&lt;p&gt;The ferry is back.&lt;/p&gt;</content:encoded><media:group><media:content medium="image" url="u">
      <media:credit role="photographer">Bo</media:credit><media:description>Evening</media:description>
      <media:copyright>(c) Bo</media:copyright></media:content></media:group></item></channel></rss>
      """,
      media: ["media:content: notice: (c) Bo"],
      fields: ["media:content/media:credit: Bo", "media:content/media:description: Evening"]),
  ]

  /// An entry without a story is its picture: what is said of that is said of the document.
  @Test func anEntryThatIsAPictureHasItsRights() throws {
    let document = try #require(
      try read(
        #"{"urn": "u", "pubstatus": "usable", "headline": "Quay", "article_html": null, "associations": [{"type": "image", "copyrightnotice": "(c) Bo"}]}"#,
        as: "a.json"
      ).first)
    #expect(document.type == .picture && document.textRights.map(\.text) == ["(c) Bo"])
  }

  /// A group without a picture or film in it speaks of the entry.
  @Test func rightsOfAnEmptyGroupAreTheEntrys() throws {
    let document = try #require(
      try read(
        """
        <feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><entry><title>Ferry</title>
        <content type="html">The ferry is back.</content><media:group><media:license href="https://n.example/terms">No web</media:license>
        </media:group></entry></feed>
        """,
        as: "a.xml"
      ).first)
    #expect(document.textRights.map(\.text).contains("No web"))
  }

  @Test func termsInSeveralLanguagesSayWhich() throws {
    let document = try #require(
      try read(
        #"{"uri": "u", "type": "text", "body_text": "The ferry is back.", "usageterms": {"en": "No web", "de": "Nicht im Netz"}}"#,
        as: "a.json"
      ).first)
    #expect(document.statements == ["terms: No web", "terms: Nicht im Netz"])
    #expect(document.rights.map(\.language) == ["en", "de"] && document.codes.isEmpty)
  }
}
