/// Parts of exports and interfaces of content systems that real files have and that are easily lost or misplaced.
extension FormatQuirkTests {
  static let realExports = [
    Quirk(
      "Ghost: the words for mail, search engines and networks", "a.json",
      #"""
      {"db":[{"meta":{},"data":{"posts":[{"id":"1","uuid":"u","title":"F","html":"<p>The ferry.</p>"}],
        "posts_meta":[{"post_id":"1","email_subject":"Ferry is back","meta_description":"All of it","og_title":null,"feature_image_alt":"A quay"}]}}]}
      """#,
      body: ["The ferry."],
      fields: [
        "posts_meta.email_subject: Ferry is back", "posts_meta.meta_description: All of it",
        "posts_meta.feature_image_alt: A quay",
      ]),
    Quirk(
      "Drupal: the language of the original is no source", "a.json",
      #"{"jsonapi":{},"data":[{"type":"node--article","id":"a","attributes":{"title":"F","content_translation_source":"en","revision_log":"Mended the lead","body":{"value":"<p>The ferry.</p>","format":"html"}}}]}"#,
      body: ["The ferry."], fields: ["revision_log: Mended the lead"]),
    Quirk(
      "Drupal: a node of the older interface", "a.json",
      #"""
      {"nid":[{"value":5}],"uuid":[{"value":"u5"}],"type":[{"target_id":"article","target_type":"node_type"}],"status":[{"value":true}],
       "title":[{"value":"Ferry"}],"uid":[{"target_id":1,"url":"/user/1"}],"changed":[{"value":"2026-11-24T10:00:00+00:00"}],
       "path":[{"alias":"/ferry","pid":2}],"body":[{"value":"<p>The ferry.</p>","format":"html","processed":"<p>The f&eacute;rry.</p>"}],
       "field_byline":[{"value":"Ada Lindqvist"}],"field_copyright":[{"value":"(c) Nordwind"}]}
      """#,
      headline: "Ferry", body: ["The férry."],
      fields: ["path.alias: /ferry", "field_byline: Ada Lindqvist"], rights: ["notice: (c) Nordwind"]),
    Quirk(
      "Arc: the writers' agency, what is planned, and a recording", "a.json",
      #"""
      {"type":"story","version":"0.10.9","headlines":{"basic":"F"},"credits":{"by":[{"name":"Ada Lindqvist","org":"Nordwind"}]},
       "planning":{"budget_line":"Ferry, 300 words"},"content_elements":[{"type":"text","content":"The ferry."},{"type":"audio","title":"At the quay","transcript":"Here it comes"}]}
      """#,
      body: ["The ferry."],
      fields: [
        "credits.by: Ada Lindqvist", "credits.by.org: Nordwind", "planning.budget_line: Ferry, 300 words",
        "audio.title: At the quay", "audio.transcript: Here it comes",
      ]),
    Quirk(
      "WordPress: what Yoast says of the post", "a.json",
      #"{"id":1,"link":"l","title":{"rendered":"F"},"content":{"rendered":"<p>The ferry.</p>"},"yoast_head_json":{"title":"Ferry - Bay","og_title":"The ferry!","description":"All of it"}}"#,
      body: ["The ferry."],
      fields: [
        "yoast_head_json.title: Ferry - Bay", "yoast_head_json.og_title: The ferry!",
        "yoast_head_json.description: All of it",
      ]),
    Quirk(
      "Wagtail: a page as the interface hands it over", "a.json",
      #"""
      {"meta":{"total_count":1},"items":[{"id":3,"meta":{"type":"news.NewsPage","detail_url":"https://n.example/api/v2/pages/3/","html_url":"https://n.example/ferry/",
        "slug":"ferry","search_description":"All of it"},"title":"Ferry","byline":"Ada Lindqvist","body":[{"type":"paragraph","value":"<p>The ferry.</p>"}]}]}
      """#,
      headline: "Ferry", body: ["The ferry."],
      fields: [
        "meta.slug: ferry", "meta.html_url: https://n.example/ferry/", "byline: Ada Lindqvist",
        "meta.search_description: All of it",
      ]),
    Quirk(
      "Substack: boxes that ask readers to subscribe", "a.html",
      """
      <p>The ferry.</p><p class="button-wrapper"><a class="button primary"><span>Subscribe now</span></a></p>
      <div class="subscription-widget-wrap-editor"><div class="preamble"><p>Thanks for reading! Subscribe for free.</p></div></div>
      <div class="preformatted-block"><label class="hide-text">Keeps its spacing</label><pre>It sails.</pre></div>
      """,
      body: ["The ferry.", "It sails."],
      fields: [
        "subscription box: Subscribe now", "subscription box: Thanks for reading! Subscribe for free.",
        "subscription box: Keeps its spacing",
      ], codes: ["html-fragment"]),
    Quirk(
      "Substack: another post that is shown in one", "a.html",
      """
      <p>The ferry.</p><div class="embedded-post-wrap"><a class="embedded-post" href="https://n.example/p/quay">
      <div class="embedded-post-title">The quay</div><div class="embedded-post-body">Welders came to the quay.</div></a></div>
      <p>It sails.</p>
      """,
      body: ["The ferry.", "It sails."], fields: ["box of another post: The quay Welders came to the quay."],
      codes: ["html-fragment"]),
    Quirk(
      "Feed: the whole text under a name of an aggregator", "a.rss",
      "<rss xmlns:turbo='http://turbo.yandex.ru'><channel><item><title>F</title><turbo:content>&lt;p&gt;The ferry.&lt;/p&gt;</turbo:content></item></channel></rss>",
      headline: "F", body: ["The ferry."]),
    Quirk(
      "Feed: prefixes of its own for the modules", "a.rss",
      """
      <rss xmlns:c='http://purl.org/rss/1.0/modules/content/' xmlns:m='http://search.yahoo.com/mrss/'><channel><item><title>F</title>
      <m:content url='k.jpg' medium='image'><m:description>A boat at the quay.</m:description></m:content>
      <c:encoded>&lt;p&gt;The ferry.&lt;/p&gt;</c:encoded></item></channel></rss>
      """,
      headline: "F", body: ["The ferry."], fields: ["media:content/media:description: A boat at the quay."]),
    Quirk(
      "Front matter: anchors, aliases, and a quote in single quotes", "a.md",
      "---\ntitle: 'Mayor''s visit'\nauthor: &a Jo Bell\nbyline: *a\nkicker: & more\nsource:\n  name: Gull Wire\n---\n\nThe ferry.\n",
      headline: "Mayor's visit", body: ["The ferry."],
      fields: [
        "front matter: author: Jo Bell", "front matter: byline: Jo Bell", "front matter: kicker: & more",
        "front matter: source: Gull Wire",
      ], rights: ["credit: Gull Wire"],
      codes: ["front-matter"]),
  ]
}
