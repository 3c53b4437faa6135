/// Parts of exports and answers of content systems that are easily lost.
extension FormatQuirkTests {
  static let exports = [
    Quirk(
      "Drupal: paragraphs within paragraphs, some of which are not included", "a.json",
      #"""
      {"jsonapi":{},"data":[{"type":"node--article","id":"a","attributes":{"title":"F"},"relationships":{"parts":{"data":[
        {"type":"paragraph--group","id":"g"},{"type":"paragraph--text","id":"t"},{"type":"unknown","id":"missing"}]},
        "tags":{"data":[{"type":"taxonomy_term--tags","id":"elsewhere"}]}}}],
       "included":[{"type":"paragraph--text","id":"t","attributes":{"field_words":{"value":"<p>Last.</p>","format":"html"}}},
        {"type":"paragraph--group","id":"g","attributes":{},"relationships":{"inner":{"data":[{"type":"paragraph--quote","id":"q"},{"type":"paragraph--text","id":"gone"}]}}},
        {"type":"paragraph--quote","id":"q","attributes":{"field_quote":"Late again","field_author":"Bo"}}]}
      """#,
      body: ["Late again", "Last."], fields: ["field_author: Bo"], codes: ["body-remote"]),
    Quirk(
      "Drupal: a table with its caption, and numbers that are none", "a.json",
      #"""
      {"jsonapi":{},"data":[{"type":"node--article","id":"a","attributes":{"title":"F"},"relationships":{"parts":{"data":[{"type":"paragraph--table","id":"t"}]}}}],
       "included":[{"type":"paragraph--table","id":"t","attributes":{"field_rows":{"value":[["Day","Time"],["Monday","nine"]],"format":null,"caption":"Sailings"},"field_grid":{"value":[[1,2],[3,4]],"caption":"Not shown"}}}]}
      """#,
      body: ["Sailings", "Day", "Time", "Monday", "nine"]),
    Quirk(
      "Drupal: what the head of the page says", "a.json",
      #"""
      {"jsonapi":{},"data":[{"type":"node--article","id":"a","attributes":{"title":"F","body":{"value":"<p>The ferry.</p>","format":"html"},
        "field_source_link":{"uri":"https://n.example/1","title":"The source of it"},
        "metatag":[{"tag":"meta","attributes":{"name":"copyright","content":"(c) Nordwind"}},{"tag":"link","attributes":{"rel":"canonical","href":"https://n.example/2"}}]}}]}
      """#,
      body: ["The ferry."],
      fields: ["field_source_link: https://n.example/1", "metatag canonical: https://n.example/2"],
      rights: ["notice: (c) Nordwind"]),
    Quirk(
      "Drupal: writers and agencies as records of their own", "a.json",
      #"""
      {"jsonapi":{},"data":[{"type":"node--article","id":"a","attributes":{"title":"F","body":{"value":"<p>The ferry.</p>","format":"html"}},
        "relationships":{"uid":{"data":{"type":"user--user","id":"u"}},"field_author":{"data":[{"type":"node--person","id":"p"}]},
          "field_source":{"data":{"type":"taxonomy_term--agency","id":"t"}},"field_tags":{"data":[{"type":"taxonomy_term--tags","id":"k"}]}}}],
       "included":[{"type":"user--user","id":"u","attributes":{"display_name":"admin"}},{"type":"node--person","id":"p","attributes":{"title":"Ada Lindqvist"}},
        {"type":"taxonomy_term--agency","id":"t","attributes":{"name":"Nordwind"}},{"type":"taxonomy_term--tags","id":"k","attributes":{"name":"Ferries"}}]}
      """#,
      body: ["The ferry."],
      fields: ["uid: admin", "field_author: Ada Lindqvist", "field_source: Nordwind", "field_tags: Ferries"],
      rights: ["credit: Nordwind"]),
    Quirk(
      "Contentful: an entry in the text that is not in the answer", "a.json",
      #"""
      {"sys":{"type":"Array"},"items":[{"sys":{"id":"e","revision":1,"locale":"en"},"fields":{"title":"F",
        "author":{"sys":{"type":"Link","linkType":"Entry","id":"w"}},"related":{"sys":{"type":"Link","linkType":"Entry","id":"x"}},
        "body":{"nodeType":"document","content":[{"nodeType":"paragraph","content":[{"nodeType":"text","value":"The ferry."}]},
          {"nodeType":"embedded-entry-block","data":{"target":{"sys":{"type":"Link","linkType":"Entry","id":"gone"}}},"content":[]}]}}}],
       "includes":{"Entry":[{"sys":{"id":"w"},"fields":{"name":"Ada"}}]}}
      """#,
      headline: "F", body: ["The ferry."], fields: ["author: Ada"], codes: ["body-remote"]),
    Quirk(
      "Contentful: a story whose sections are not in the answer", "a.json",
      #"{"sys":{"type":"Array"},"items":[{"sys":{"id":"e","revision":1,"locale":"en"},"fields":{"title":"F","sections":[{"sys":{"type":"Link","linkType":"Entry","id":"s"}}]}}]}"#,
      headline: "F", codes: ["body-remote"]),
    Quirk(
      "Contentful: what editors call an entry is no headline", "a.json",
      #"""
      {"contentTypes":[{"sys":{"id":"story"},"displayField":"internalName"}],"entries":[{"sys":{"id":"e","contentType":{"sys":{"id":"story"}}},
        "fields":{"internalName":{"en":"2026-11 ferry, second try"},"title":{"en":"Ferry"},"copy":{"en":"The harbour master said that all ferries sail."}}}]}
      """#,
      headline: "Ferry", body: ["The harbour master said that all ferries sail."],
      fields: ["internalName: 2026-11 ferry, second try"]),
    Quirk(
      "Strapi: a zone of components under a name of the site's own", "a.json",
      #"""
      {"data":[{"id":1,"documentId":"d","title":"F","publishedAt":null,"createdAt":"2026-11-24T10:00:00Z",
        "page":[{"__component":"shared.rich-text","id":3,"body":"All **ferries** are back in the harbour of Ormsby."},
          {"__component":"shared.quote","id":4,"title":"The harbour master","body":"At last."},
          {"__component":"shared.media","file":{"mime":"image/jpeg","url":"/1.jpg","name":"the quay.jpg","caption":"The quay of Ormsby"}}],
        "author":{"id":9,"documentId":"a","fullName":"Ada Lindqvist"},"seo":{"metaDescription":"All that is known of the ferries in one place."}}]}
      """#,
      body: ["All ferries are back in the harbour of Ormsby.", "The harbour master", "At last."],
      fields: [
        "author: Ada Lindqvist", "seo: All that is known of the ferries in one place.",
        "file: caption: The quay of Ormsby",
      ]),
    Quirk(
      "Strapi 4: relations, and a second text in another language", "a.json",
      #"""
      {"data":[{"id":1,"attributes":{"title":"F","content":"The ferry is back.","publishedAt":null,"createdAt":"2026-11-24T10:00:00Z",
        "author":{"data":{"id":2,"attributes":{"username":"ada"}}},"writers":{"data":[]},"authors":{"data":[{"id":3,"attributes":{"firstname":"Bo","lastname":"Ek"}}]},
        "sidebar":"Seven crews have asked for new lamps since June.","note":"Call the quay",
        "localizations":{"data":[{"id":7,"attributes":{"title":"Fähre","content":"Die Fähre ist nach einer Woche wieder im Hafen."}}]}}}]}
      """#,
      body: [
        "The ferry is back.", "Seven crews have asked for new lamps since June.",
        "Die Fähre ist nach einer Woche wieder im Hafen.",
      ], fields: ["author: ada", "authors: Bo Ek", "note: Call the quay"],
      attached: ["sidebar", "localizations"]),
    Quirk(
      "Movable Type: a custom field of many lines", "a.txt",
      "TITLE: F\nSTATUS: Publish\n-----\nBODY:\nThe ferry.\n-----\nCF50_STANDFIRST:\nAll crews are on board again, she said.\n-----\nNOTE:\nLate again.\n-----\n--------\n",
      body: ["The ferry.", "NOTE: Late again.", "All crews are on board again, she said."],
      codes: ["unknown-part"], attached: ["CF50_STANDFIRST"]),
    Quirk(
      "Blogger: what a post says for search engines", "feed.atom",
      "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'><entry><id>1</id><blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status><title>F</title><content type='html'>The ferry.</content><blogger:metaDescription>All ferries are back.</blogger:metaDescription></entry></feed>",
      body: ["The ferry."], fields: ["blogger:metaDescription: All ferries are back."]),
    Quirk(
      "WordPress REST: what Yoast says of the post", "a.json",
      #"""
      [{"id":1,"link":"l","title":{"rendered":"F"},"content":{"rendered":"<p>The ferry.</p>"},"coauthors":[{"display_name":"Ada"}],
        "yoast_head_json":{"schema":{"@context":"https://schema.org","@graph":[{"@type":"WebPage","name":"Page"},
          {"@type":"NewsArticle","author":{"name":"Ada"},"copyrightNotice":"(c) Nordwind","copyrightHolder":{"@type":"Organization","name":"NW"},
           "license":"https://l.example/by","isBasedOn":"https://n.example/1"}]}}}]
      """#,
      body: ["The ferry."],
      fields: ["coauthors: Ada", "yoast_head_json.schema: isBasedOn: https://n.example/1"],
      rights: ["notice: (c) Nordwind", "holder: NW", "link: https://l.example/by"]),
    Quirk(
      "WordPress REST: copy in a field that a plugin registered", "a.json",
      #"[{"id":1,"link":"l","title":{"rendered":"F"},"content":{"rendered":"<p>The ferry.</p>"},"story_part_two":"<p>Quite another story of a harbour and its crew.</p>","jetpack-related-posts":[{"excerpt":"Quite another post of this site and its many readers."}]}]"#,
      body: ["The ferry.", "Quite another story of a harbour and its crew."], attached: ["story_part_two"]),
    Quirk(
      "WordPress REST: a text that was typed and is not shown", "a.json",
      #"[{"id":1,"link":"l","title":{"rendered":"F"},"content":{"raw":"<!-- wp:paragraph --><p>The ferry.</p><!-- /wp:paragraph -->","rendered":""}}]"#,
      body: ["The ferry."]),
    Quirk(
      "WXR: the name of who writes, terms in custom fields", "a.xml",
      XMLSamples.export(
        "<wp:author><wp:author_login>ada7</wp:author_login><wp:author_display_name>Ada Lind</wp:author_display_name></wp:author>"
          + XMLSamples.post(
            1, "<p>The ferry.</p>",
            more: """
              <dc:creator>ada7</dc:creator>\
              <wp:postmeta><wp:meta_key>usage_terms</wp:meta_key><wp:meta_value>Norway out</wp:meta_value></wp:postmeta>\
              <wp:postmeta><wp:meta_key>editors_note</wp:meta_key><wp:meta_value>Hold for Monday</wp:meta_value></wp:postmeta>
              """)),
      body: ["The ferry."],
      fields: [
        "wp:author_display_name: Ada Lind", "dc:creator: ada7", "postmeta editors_note: Hold for Monday",
      ],
      rights: ["terms: Norway out"]),
    Quirk(
      "Atom: who writes is said of the feed", "a.xml",
      "<feed xmlns='http://www.w3.org/2005/Atom'><title>Bay</title><author><name>Ada</name></author><entry><title>F</title><content type='html'>The ferry.</content></entry></feed>",
      headline: "F", body: ["The ferry."], fields: ["channel/author/name: Ada"]),
    Quirk(
      "RSS: restrictions", "a.xml",
      """
      <rss version='2.0' xmlns:media='http://search.yahoo.com/mrss/' xmlns:dcterms='http://purl.org/dc/terms/' xmlns:content='c'><channel>
      <media:credit>Nordwind</media:credit><item><content:encoded>The ferry.</content:encoded>
      <media:restriction relationship='deny' type='country'>no se</media:restriction><dcterms:accessRights>Members only</dcterms:accessRights></item></channel></rss>
      """,
      body: ["The ferry."], fields: ["channel/media:credit: Nordwind"],
      rights: ["terms: deny country: no se", "terms: Members only"]),
    Quirk(
      "JSON Feed: what is said of the feed and in extensions", "a.json",
      #"{"version":"https://jsonfeed.org/version/1.1","title":"Bay","language":"nb","authors":[{"name":"Ada"}],"_copyright":{"text":"(c) Bay"},"items":[{"id":"1","content_text":"The ferry.","_rights":{"notice":"(c) Nordwind"}}]}"#,
      body: ["The ferry."], fields: ["feed title: Bay", "feed authors: Ada"],
      rights: ["notice: (c) Nordwind", "notice: (c) Bay"]),
    Quirk(
      "Ghost: cards that ask readers to do something, and cards with copy", "a.json",
      #"{"posts":[{"uuid":"u","title":"F","lexical":"{\"root\":{\"children\":[{\"type\":\"codeblock\",\"code\":\"if a < b\",\"caption\":\"Code\"},{\"type\":\"product\",\"productTitle\":\"Boat\",\"productDescription\":\"Floats\"},{\"type\":\"signup\",\"heading\":\"Sign up now\"},{\"type\":\"email-cta\",\"html\":\"<p>Read on here</p>\"},{\"type\":\"header\",\"header\":\"Ferry\",\"buttonText\":\"Read more\"}]}}"}]}"#,
      body: ["if a < b", "Code", "Boat", "Floats", "Ferry"],
      fields: ["signup: Sign up now", "email-cta: Read on here", "buttontext: Read more"]),
    Quirk(
      "Ghost: a line that was broken by hand", "a.json",
      #"{"posts":[{"uuid":"u","title":"F","mobiledoc":"{\"atoms\":[[\"soft-return\",\"\",{}],[\"mention\",\"Ada\",{}]],\"cards\":[],\"sections\":[[1,\"p\",[[0,[],0,\"The ferry\"],[1,[],0,0],[0,[],0,\"is back,\"],[1,[],0,1]]]]}"}]}"#,
      body: ["The ferry is back, Ada"]),
    Quirk(
      "Wagtail: a table of single words", "a.json",
      #"[{"model":"blog.blogpage","pk":3,"fields":{"title":"F","body":"[{\"type\":\"table\",\"value\":{\"data\":[[\"Boat\",\"Time\"],[\"Vega\",\"Seven\"]]}}]"}}]"#,
      body: ["Boat", "Time", "Vega", "Seven"]),
    Quirk(
      "Wagtail: who writes is a row of its own", "a.json",
      #"""
      [{"model":"auth.user","pk":1,"fields":{"username":"ada","first_name":"Ada","last_name":"Lindqvist"}},
       {"model":"wagtailcore.page","pk":3,"fields":{"title":"F","live":true,"owner":["ada"]}},
       {"model":"blog.blogpage","pk":3,"fields":{"author":7,"source":8,"body":"<p>The ferry.</p>"}},
       {"model":"blog.author","pk":7,"fields":{"name":"Bo Ek"}}]
      """#,
      body: ["The ferry."], fields: ["owner: Ada Lindqvist", "author: Bo Ek", "source: 8"]),
    Quirk(
      "Sanity: a title for each language", "a.ndjson",
      #"{"_id":"1","_type":"post","title":{"_type":"localeString","nb":"Ferje","en":"Ferry"},"body":"The ferry."}"#
        + "\n",
      headline: "Ferje", body: ["The ferry."], fields: ["title: Ferry"]),
    Quirk(
      "dpa: notes within the text, boxes of any name", "a.json",
      #"{"urn":"u","pubstatus":"usable","article_html":"<header>Slug line</header><section class=\"main\"><p>The ferry.</p></section><section class=\"notepad\"><p>Not for print</p></section>","factbox_html":"<p>Nine people work on it every day.</p>","notepad":{"closing_html":"<p>End of notes</p>"}}"#,
      body: ["The ferry.", "Nine people work on it every day."],
      fields: [
        "article_html/header: Slug line", "article_html/section.notepad: Not for print",
        "notepad.closing_html: End of notes",
      ], attached: ["factbox_html"]),
    Quirk(
      "AP: the script of a film", "a.json",
      #"{"api_version":"1.1","data":{"item":{"altids":{"itemid":"1"},"type":"video","headline":"Ferry","description_summary":"In few words","script":{"nitf":"<p>The ferry is back in port.</p>"},"renditions":{}}}}"#,
      headline: "Ferry", body: ["The ferry is back in port."], fields: ["description_summary: In few words"],
      attached: ["script"]),
  ]
}
