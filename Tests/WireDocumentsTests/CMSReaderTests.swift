import Testing
import WireText

@testable import WireDocuments

/// The exports of content systems; all stories and sites are invented.
@Suite struct CMSReaderTests {
  @Test func readsOldBlogger() throws {
    let file = Array(
      """
      <?xml version='1.0' encoding='UTF-8'?><feed xmlns='http://www.w3.org/2005/Atom'><title>Hafen</title>
      <entry><id>t</id><category scheme='http://schemas.google.com/g/2005#kind' \
      term='http://schemas.google.com/blogger/2008/kind#template'/><title>Template</title><content type='text'>x y</content></entry>
      <entry><id>p1</id><published>2026-11-24T10:00:00+01:00</published><category scheme='k' \
      term='http://schemas.google.com/blogger/2008/kind#post'/><category term='sea'/><title type='text'>Ferry</title>
      <content type='html'>&lt;p&gt;The f&#233;rry.&lt;/p&gt;</content><link rel='alternate' href='https://h.example/1'/>
      <author><name>Ada</name></author></entry>
      <entry><id>p2</id><app:control><app:draft>yes</app:draft></app:control><category scheme='k' \
      term='http://schemas.google.com/blogger/2008/kind#post'/><title>Draft</title><content type='html'>Soon.</content></entry>
      <entry><id>c</id><category scheme='k' term='http://schemas.google.com/blogger/2008/kind#comment'/><title>Re</title>
      <content type='html'>Nice.</content></entry></feed>
      """.utf8)
    let documents = try read(file, as: "blog.xml")
    #expect(documents.map(\.type) == [.other, .text, .text, .comment])
    let post = documents[1]
    #expect(
      post.origin.format == "blogger" && post.headline == "Ferry" && post.body.strings == ["The férry."])
    #expect(post.status?.value == .published && documents[2].status?.value == .draft)
    #expect(post.texts(.keyword) == ["sea"] && post.texts(.author) == ["Ada"])
    #expect(post.texts(.permalink) == ["https://h.example/1"])
    expectPlaces(post, in: file)
  }

  @Test func readsTakeoutOfBlogger() throws {
    let documents = try read(
      """
      <feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'><id>f</id>
      <entry><id>1</id><blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status><title>Ferry</title>
      <content type='html'>Back.</content><blogger:filename>/2026/11/ferry.html</blogger:filename></entry>
      <entry><id>2</id><blogger:type>PAGE</blogger:type><blogger:status>SOFT_TRASHED</blogger:status><title>Gone</title>
      <content type='html'>Gone.</content></entry>
      <entry><id>3</id><blogger:type>COMMENT</blogger:type><blogger:status>LIVE</blogger:status><title/>
      <content type='html'>Hm.</content></entry></feed>
      """, as: "feed.atom")
    #expect(documents.map(\.type) == [.text, .text, .comment])
    #expect(documents.map { $0.status?.value } == [.published, .trashed, .published])
    #expect(documents[0].texts(.permalink) == ["/2026/11/ferry.html"])
  }

  @Test func readsMovableType() throws {
    let file = Array(
      """
      AUTHOR: Ada
      TITLE: Ferry &amp; crew
      BASENAME: ferry
      STATUS: Draft
      CONVERT BREAKS: 1
      CATEGORY: Sea
      UNIQUE URL: https://h.example/ferry
      DATE: 11/24/2026 10:00:00 PM
      -----
      BODY:
      The ferry
      is back.

      It is <b>late</b>.
      -----
      EXTENDED BODY:
      More of it.
      -----
      COMMENT:
      AUTHOR: Bo
      Well done.
      -----
      --------
      TITLE: Second
      STATUS: Publish
      CONVERT BREAKS: markdown
      DATE: 03/04/2027 09:00:00 AM
      -----
      BODY:
      A *new* ferry.
      -----
      --------

      """.utf8)
    let documents = try read(file, as: "export.txt")
    let document = try #require(documents.first)
    #expect(documents.map { $0.status?.value } == [.draft, .published])
    #expect(document.origin.format == "movabletype" && document.headline == "Ferry & crew")
    #expect(document.body.strings == ["The ferry is back.", "It is late.", "More of it."])
    #expect(document.texts(.permalink) == ["https://h.example/ferry"] && document.texts(.keyword) == ["Sea"])
    #expect(document.time(.published) == TimeField(.published, raw: "11/24/2026 10:00:00 PM", instant: nil))
    #expect(document.texts(.other) == ["AUTHOR: Bo Well done."])
    #expect(documents[1].body.strings == ["A new ferry."] && documents[1].problems.isEmpty)
    #expect(documents[1].time(.published)?.raw == "2027/03/04 09:00:00 AM")
    for document in documents { expectPlaces(document, in: file) }
    let cut = try read("TITLE: Ferry\n-----\nBODY:\nThe ferry", as: "export.txt")
    #expect(cut.first?.problems.first { $0.code == "truncated" }?.losesText == true)
  }

  @Test func readsMedium() throws {
    let file = Array(
      """
      <!DOCTYPE html><html><head><title>x</title></head><body><article class="h-entry"><header><h1 class="p-name">Ferry</h1></header>
      <section data-field="subtitle" class="p-summary">Back at last</section>
      <section data-field="body" class="e-content"><section><p>The f&eacute;rry.</p><ul><li>One</li></ul></section></section>
      <footer><a class="p-author h-card" href="https://m.example/@ada">Ada</a>
      <time class="dt-published" datetime="2026-11-24T10:00:00Z">now</time>
      <a href="https://m.example/ferry" class="p-canonical">Link</a></footer></article></body></html>
      """.utf8)
    let document = try #require(try read(file, as: "posts/draft_Ferry.html").first)
    #expect(document.origin.format == "medium" && document.headline == "Ferry")
    #expect(document.body.strings == ["The férry.", "One"] && document.status?.value == .draft)
    #expect(document.texts(.author) == ["Ada"] && document.texts(.canonical) == ["https://m.example/ferry"])
    #expect(document.time(.published)?.instant?.iso8601 == "2026-11-24T10:00:00Z")
    expectPlaces(document, in: file)
    // Bytes of windows-1252 before a field, each of which takes two when it is decoded.
    let head = Array("<p class=\"\(String(repeating: "x", count: 40))\">".utf8).map { $0 == 0x78 ? 0xFF : $0 }
    let places = try #require(try read(head + file, as: "posts/draft_Ferry.html").first)
    for field in places.fields where field.name == .author {
      let place = try #require(field.place)
      #expect(String(decoding: (head + file)[place.indices], as: UTF8.self) == field.text)
    }
  }

  @Test func readsContentful() throws {
    let file = Array(
      #"""
      {"contentTypes": [{"sys": {"id": "story"}, "displayField": "kopf"}],
       "entries": [{"sys": {"id": "e1", "type": "Entry", "version": 4, "publishedVersion": 3, "createdAt": "2026-11-24T10:00:00Z",
         "contentType": {"sys": {"id": "story"}}}, "fields": {"kopf": {"en-US": "Ferry"}, "slug": {"en-US": "ferry"},
         "copyrightNotice": {"en-US": "(c) Nordwind"}, "author": {"en-US": {"sys": {"type": "Link", "id": "a"}}},
         "body": {"en-US": {"nodeType": "document", "data": {}, "content": [
           {"nodeType": "heading-2", "content": [{"nodeType": "text", "value": "More", "marks": []}]},
           {"nodeType": "paragraph", "content": [{"nodeType": "text", "value": "The f\u00e9rry "},
             {"nodeType": "hyperlink", "data": {"uri": "https://x.example"}, "content": [{"nodeType": "text", "value": "is"}]},
             {"nodeType": "text", "value": " back."}]},
           {"nodeType": "unordered-list", "content": [{"nodeType": "list-item", "content": [
             {"nodeType": "paragraph", "content": [{"nodeType": "text", "value": "One"}]}]}]},
           {"nodeType": "blockquote", "content": [{"nodeType": "paragraph", "content": [{"nodeType": "text", "value": "Late."}]}]}]}}}},
        {"sys": {"id": "p", "contentType": {"sys": {"id": "person"}}}, "fields": {"name": {"en-US": "Ada"}}}]}
      """#.utf8)
    let documents = try read(file, as: "export.json")
    let document = try #require(documents.first)
    #expect(
      document.origin.format == "contentful" && document.headline == "Ferry" && document.language == "en-US")
    #expect(
      document.outline == ["su: More", "pa: The férry is back.", "li: One", "qu: Late."])
    #expect(document.status?.value == .published && document.statements == ["notice: (c) Nordwind"])
    #expect(document.time(.created)?.instant?.iso8601 == "2026-11-24T10:00:00Z")
    #expect(documents[1].type == .other && documents[1].status?.value == .draft)
    expectPlaces(document, in: file)
    let answer = try read(
      #"""
      {"sys": {"type": "Array"}, "items": [{"sys": {"id": "e", "revision": 2, "locale": "de"}, "fields": {"title": "Fähre",
        "author": {"sys": {"id": "a"}}, "place": {"lat": 1, "lon": 2}, "body": "Die **Fähre**."}}]}
      """#, as: "a.json")
    #expect(answer.map(\.language) == ["de"] && answer.map(\.body.strings) == [["Die Fähre."]])
    #expect(answer[0].status?.value == .published && answer[0].version == "2")
  }

  @Test func readsSanityLineByLine() throws {
    let file = Array(
      #"""
      {"_id": "drafts.1", "_type": "post", "_createdAt": "2026-11-24T10:00:00Z", "title": "Ferry", "slug": {"current": "ferry"}, "body": [{"_type": "block", "style": "h2", "children": [{"_type": "span", "text": "More"}]}, {"_type": "block", "style": "normal", "markDefs": [], "children": [{"_type": "span", "text": "The f\u00e9rry "}, {"_type": "span", "marks": ["strong"], "text": "is back."}]}, {"_type": "block", "listItem": "bullet", "children": [{"_type": "span", "text": "One"}]}, {"_type": "callout", "note": "Read this too."}]}
      {"_id": broken}
      {"_id": "image-1", "_type": "sanity.imageAsset", "originalFilename": "boat.jpg"}
      """#.utf8)
    let documents = try read(file, as: "data.ndjson")
    #expect(documents.map(\.type) == [.text, .other, .picture] && documents[0].origin.format == "sanity")
    #expect(documents[0].status?.value == .draft && documents[0].texts(.slug) == ["ferry"])
    #expect(
      documents[0].outline == ["su: More", "pa: The férry is back.", "li: One", "pa: Read this too."])
    #expect(documents[1].problems.map(\.code) == ["bad-line"] && documents[1].problems[0].line == 2)
    expectPlaces(documents[0], in: file)
  }

  @Test(arguments: [
    #"[{"id": 1, "title": "Ferry", "content": "The **ferry**.", "published_at": null, "created_at": "2026-11-24T10:00:00Z"}]"#,
    #"{"data": [{"id": 1, "attributes": {"title": "Ferry", "content": "The ferry.", "publishedAt": null, "createdAt": "2026-11-24T10:00:00Z"}}], "meta": {}}"#,
    #"{"data": {"id": 1, "documentId": "d", "title": "Ferry", "publishedAt": null, "content": [{"type": "paragraph", "children": [{"type": "text", "text": "The ferry."}]}]}, "meta": {}}"#,
    #"{"type": "api::article.article", "id": 1, "data": {"title": "Ferry", "publishedAt": null, "content": "<p>The ferry.</p>"}}"#,
    #"{"articles": [{"title": "Ferry", "slug": "ferry", "published_at": null, "content": "The ferry."}], "writers": [{"name": "Ada"}]}"#,
  ])
  func readsStrapi(_ text: String) throws {
    let documents = try read(text, as: "a.json")
    let document = try #require(documents.first)
    #expect(documents.count == 1 && document.origin.format == "strapi" && document.headline == "Ferry")
    #expect(document.body.strings == ["The ferry."] && document.status?.value == .draft)
    expectPlaces(document, in: Array(text.utf8))
  }

  @Test func readsDrupal() throws {
    let file = Array(
      #"""
      {"jsonapi": {"version": "1.0"}, "data": [{"type": "node--article", "id": "u1", "attributes": {"title": "Ferry",
        "drupal_internal__vid": 7, "status": false, "langcode": "en", "created": "2026-11-24T10:00:00+00:00",
        "path": {"alias": "/ferry"}, "field_copyright": "(c) Nordwind",
        "body": {"value": "<p>The f\u00e9rry.</p>", "format": "basic_html", "summary": "In few words", "processed": "<p>The f\u00e9rry.</p>"}},
        "relationships": {"uid": {"data": {"type": "user--user", "id": "a"}},
          "field_parts": {"data": [{"type": "paragraph--text", "id": "p1"}]}}}],
       "included": [{"type": "user--user", "id": "a", "attributes": {"display_name": "Ada"}},
        {"type": "paragraph--text", "id": "p1", "attributes": {"field_words": {"value": "<p>More.</p>", "format": "html"}}}]}
      """#.utf8)
    let document = try #require(try read(file, as: "node.json").first)
    #expect(document.origin.format == "drupal" && document.id == "u1" && document.version == "7")
    #expect(document.body.strings == ["The férry.", "More."] && document.status?.value == .draft)
    #expect(document.texts(.author) == ["Ada"] && document.texts(.permalink) == ["/ferry"])
    #expect(document.statements == ["notice: (c) Nordwind"] && document.language == "en")
    #expect(document.texts(.summary) == ["In few words"])
    expectPlaces(document, in: file)
  }

  @Test func joinsPagesOfWagtail() throws {
    let file = Array(
      #"""
      [{"model": "auth.user", "pk": 1, "fields": {"username": "ada"}},
       {"model": "base.footer", "pk": 3, "fields": {"body": "<p>Foot of page.</p>"}},
       {"model": "blog.blogpage", "pk": 3, "fields": {"subtitle": "Back", "body": "[{\"type\": \"paragraph\", \"value\": \"<p>The f\\u00e9rry.</p>\"}, {\"type\": \"heading\", \"value\": {\"heading_text\": \"More\", \"size\": \"h2\"}}]"}},
       {"model": "wagtailcore.page", "pk": 3, "fields": {"title": "Ferry", "slug": "ferry", "live": true, "content_type": ["blog", "blogpage"],
         "url_path": "/home/ferry/", "first_published_at": "2026-11-24T10:00:00Z", "go_live_at": null, "owner": ["ada"]}},
       {"model": "wagtailcore.revision", "pk": 9, "fields": {"content": "{\"title\": \"Ferry 2\", \"body\": \"<p>Not yet.</p>\"}"}}]
      """#.utf8)
    let documents = try read(file, as: "dump.json")
    #expect(documents.map(\.type) == [.other, .text, .revision])
    let page = documents[1]
    #expect(page.origin.format == "wagtail" && page.headline == "Ferry" && page.status?.value == .published)
    #expect(page.body.strings == ["The férry.", "More"] && page.texts(.permalink) == ["/home/ferry/"])
    #expect(documents[2].headline == "Ferry 2" && documents[2].status?.value == .draft)
    #expect(documents[2].body.strings == ["Not yet."])
    for document in documents { expectPlaces(document, in: file) }
  }

  @Test func readsEditorsOfGhost() throws {
    let documents = try read(
      #"""
      {"posts": [{"uuid": "u1", "title": "A", "html": null, "lexical": "{\"root\":{\"children\":[{\"type\":\"paragraph\",\"children\":[{\"type\":\"extended-text\",\"text\":\"The ferry\"},{\"type\":\"linebreak\"},{\"type\":\"extended-text\",\"text\":\"is back.\"}]},{\"type\":\"html\",\"html\":\"<p>Raw.</p>\"}]}}"},
       {"uuid": "u2", "title": "B", "html": null, "mobiledoc": "{\"version\":\"0.3.1\",\"cards\":[[\"markdown\",{\"markdown\":\"A *card*.\"}]],\"sections\":[[1,\"h2\",[[0,[],0,\"More\"]]],[1,\"p\",[[0,[],0,\"The \"],[0,[0],1,\"ferry.\"]]],[10,0],[3,\"ul\",[[[0,[],0,\"One\"]]]]]}"}]}
      """#, as: "a.json")
    #expect(
      documents.map(\.outline) == [
        ["pa: The ferry is back.", "pa: Raw."], ["su: More", "pa: The ferry.", "pa: A card.", "li: One"],
      ])
  }

  @Test func joinsTheListOfSubstackWithItsTexts() throws {
    let list =
      "post_id,post_date,is_published,audience,title\n1.ferry,2026-11-24T10:00:00Z,false,only_paid,\"Ferry &amp; crew\"\n2.gone,,true,everyone,Gone\n"
    let archive = ZIPWriter.archive([
      .init("posts.csv", Array(list.utf8)), .init("posts/1.ferry.html", Array("<p>The ferry.</p>".utf8)),
      .init("posts/1.ferry.opens.csv", Array("a,b\n1,2".utf8)),
    ])
    let documents = try read(archive, as: "export.zip")
    #expect(documents.map(\.origin.format) == ["substack", "substack"])
    #expect(
      documents.map(\.headline) == ["Ferry & crew", "Gone"] && documents[0].body.strings == ["The ferry."])
    #expect(documents[0].status?.value == .draft && documents[0].texts(.other) == ["only_paid"])
    #expect(documents[1].problems.first { $0.code == "no-text" }?.losesText == true)
  }

  @Test(arguments: [1, 7, 64])
  func streamsValuesOfAnyLength(_ chunk: Int) throws {
    let line =
      #"{"_id": "i", "_type": "post", "title": "Ferry", "body": "The férry number ONE\u0020is back."}"#
    for text in ["[\(line),\n\(line)]", "\(line)\n\(line)\n", "\u{FEFF}\(line)\n\(line)"] {
      let bytes = Array(text.utf8)
      var at = 0
      let input = ByteInput { () throws(ReadingFault) in
        let piece = Array(bytes[at..<min(at + chunk, bytes.count)])
        at += piece.count
        return piece
      }
      var reader = SanityReader(input, origin: Origin(path: "a", format: "sanity"), limits: Limits())
      var documents: [Document] = []
      while let document = try reader.next() { documents.append(document) }
      #expect(
        documents.map(\.body.strings) == [
          ["The férry number ONE is back."], ["The férry number ONE is back."],
        ])
      for document in documents { expectPlaces(document, in: bytes) }
    }
  }

  /// The tree of Ghost's editor may be newer than the HTML beside it.
  @Test func whatOnlyTheEditorSaysIsAttached() throws {
    func post(_ text: String) -> String {
      #"{"posts": [{"uuid": "u", "title": "F", "html": "<p>The ferry is back in the harbour.</p>", "lexical": "{\"root\":{\"children\":[{\"type\":\"paragraph\",\"children\":[{\"type\":\"text\",\"text\":\"The ferry is back in the harbour.\"}]},{\"type\":\"paragraph\",\"children\":[{\"type\":\"text\",\"text\":\"\#(text)\"}]}]}}"}]}"#
    }
    let newer = try #require(
      try read(post("Nobody told the crew of it, the captain said."), as: "a.json").first)
    #expect(newer.ownParagraphs.map { newer.body.string($0.range) } == ["The ferry is back in the harbour."])
    #expect(newer.attachments.map(\.name) == ["editor"])
    #expect(newer.body.strings.last == "Nobody told the crew of it, the captain said.")
    #expect(try read(post(""), as: "a.json").first?.attachments.isEmpty == true)
  }
}
