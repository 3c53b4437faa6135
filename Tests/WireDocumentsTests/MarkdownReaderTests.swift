import Testing
import WireText

@testable import WireDocuments

@Suite struct MarkdownReaderTests {
  @Test(arguments: [
    ("One *two* **three** _four_ ~~five~~ `six`", ["pa: One two three four five six"]),
    ("a_b_c 2*3*4 and * lone **open", ["pa: a_b_c 234 and * lone **open"]),
    ("A [link](https://x.example/a_b \"T\") and <https://y.example>", ["pa: A link and https://y.example"]),
    ("![picture](p.png) words [![alt](a.png)](b) end", ["pa:  words  end"]),
    (
      "[one][r] [two][] [three] [four]\n\n[r]: /u \"t\"\n[two]: <u>\n[Three]: u", ["pa: one two three [four]"]
    ),
    ("\\*not\\* \\[this\\] 1 < 2 & 3 &amp; &eacute;", ["pa: *not* [this] 1 < 2 & 3 & é"]),
    ("# Head #\ntext\n\nUnder\n---\nSecond\n===", ["su: Head", "pa: text", "su: Under", "su: Second"]),
    ("## Title {#anchor}\n{: .lead}\nText{: .x}", ["su: Title", "pa: Text"]),
    ("> quote\nlazy\n>\n> more\n\nout", ["qu: quote lazy", "qu: more", "pa: out"]),
    ("- a\n  b\n- c\n\n  d\n1. e\n   - f", ["li: a b", "li: c", "li: d", "li: e", "li: f"]),
    ("- [ ] open\n- [x] done", ["li: open", "li: done"]),
    ("text\n- item\n2. no item", ["pa: text", "li: item 2. no item"]),
    ("```js\nif (a < b && c) {\n```\nafter", ["pr: if (a < b && c) {", "pa: after"]),
    ("para\n\n    code *x*\n\nend", ["pa: para", "pr: code *x*", "pa: end"]),
    ("| A | B |\n|---|:-:|\n| 1 | `x` |\n\nout", ["ta: A B", "ta: 1 x", "pa: out"]),
    ("a  \nb\\\nc", ["pa: a b c"]),
    ("<div class=\"x\">\n<p>raw *not*</p>\n\n*is*\n\n</div>", ["pa: raw *not*", "pa: is"]),
    ("in <b>line</b> <span title=\"a>b\">html</span> <!-- no -->x", ["pa: in line html x"]),
    ("Note[^1].\n\n[^1]: The note.", ["pa: Note.", "pa: The note."]),
    ("***\n---\n* * *\nend", ["pa: end"]),
    ("{{< figure src=\"x\" >}}\nA {{ site.name }} word{{% b %}}s{{% /b %}}", ["pa: A […] words"]),
    // What a tag puts in stands elsewhere: among words that is shown, alone it is nothing.
    (
      "{{ toc }}\n\n- 1 {% include {{ page.x }} %}\n- two\n\n[{% image a %}](/b)\n\n{% if x %}yes{% endif %}",
      ["li: 1 […]", "li: two", "pa: yes"]
    ),
    ("<div{{ attrs }}>in</div>\n\n[a]({{ url }}) *{{ b }}* c", ["pa: in", "pa: a […] c"]),
    (
      "{{< figure src=\"x\" caption=\"The crew's boat\" alt=\"Boat\" >}}\n\nAfter",
      ["pa: The crew's boat", "pa: After"]
    ),
    ("{% if x %}\nyes\n{% endif %}{% comment %}no{% endcomment %}", ["pa: yes"]),
    ("{% raw %}{{ kept }}{% endraw %}", ["pa: {{ kept }}"]),
    ("`` a ` b `` and ` open", ["pa: a ` b and ` open"]),
    ("<figure><img src=x><figcaption>Cap</figcaption></figure>", ["ca: Cap"]),
  ]) func readsMarkdown(_ markdown: String, _ expected: [String]) throws {
    let document = try #require(try read(markdown, as: "a.md").first)
    // Left-out markup may leave a space where it stood; words are what counts.
    func words(_ lines: [String]) -> [String] { lines.map(oneLine) }
    #expect(words(document.outline) == words(expected))
    expectPlaces(document, in: Array(markdown.utf8))
  }

  static let yaml = """
    ---
    title: "Ferry service returns"
    author: [Ada Lindqvist, Tom Bryce]
    date: 2026-11-20T08:30:00+01:00
    lastmod: 2026-11-21 10:00
    draft: true
    source: Nordwind News
    source_url: https://nordwind.example/1
    credit: Nordwind News / Ada Lindqvist
    canonical: https://harbour.example/ferry
    copyright: © 2026 Nordwind News
    license: https://creativecommons.org/licenses/by/4.0/
    embargo: 2026-12-01T00:00:00Z
    channels: [web, app]
    territory: NO
    slug: ferry
    language: en
    permalink: /news/ferry/
    ---
    The ferry is back.
    """
  static let toml = """
    +++
    # a comment
    title = "Ferry service returns"
    author = ["Ada Lindqvist",
      "Tom Bryce"]
    date = 2026-11-20T08:30:00+01:00
    lastmod = "2026-11-21 10:00"
    draft = true
    slug = 'ferry'
    [params]
    source = "Nordwind News"
    source_url = "https://nordwind.example/1"
    credit = "Nordwind News / Ada Lindqvist"
    canonical = "https://harbour.example/ferry"
    copyright = \"\"\"\\u00A9 2026 Nordwind News\"\"\"
    license = "https://creativecommons.org/licenses/by/4.0/"
    embargo = 2026-12-01T00:00:00Z
    channels = ["web", "app"]
    territory = "NO"
    language = "en"
    permalink = "/news/ferry/"
    +++
    The ferry is back.
    """
  static let json = """
    {
      "title": "Ferry service returns", "author": ["Ada Lindqvist", "Tom Bryce"],
      "date": "2026-11-20T08:30:00+01:00", "lastmod": "2026-11-21 10:00", "draft": true,
      "source": "Nordwind News", "source_url": "https://nordwind.example/1",
      "credit": "Nordwind News / Ada Lindqvist", "canonical": "https://harbour.example/ferry",
      "copyright": "© 2026 Nordwind News", "license": "https://creativecommons.org/licenses/by/4.0/",
      "embargo": "2026-12-01T00:00:00Z", "channels": ["web", "app"], "territory": "NO", "slug": "ferry",
      "language": "en", "permalink": "/news/ferry/"
    }
    The ferry is back.
    """

  /// The syntax may stand behind the dashes.
  @Test(arguments: [
    ("---json\n{\"draft\": true}\n---\n", "json"), ("--- json\n{\"draft\": true}\n---\n", "json"),
    ("---toml\ndraft = true\n---\n", "toml"), ("---yaml\ndraft: true\n---\n", "yaml"),
    ("--- # of the desk\ndraft: true\n---\n", "yaml"),
  ])
  func readsASyntaxBehindTheDashes(_ block: String, _ dialect: String) throws {
    let document = try #require(try read(block + "The ferry is back.", as: "a.md").first)
    #expect(document.body.strings == ["The ferry is back."])
    #expect(document.origin.dialect == dialect)
    #expect(document.status?.value == .draft && document.codes.isEmpty)
  }

  @Test func runsNoProgram() throws {
    let file = "---js\nmodule.exports = { draft: true }\n---\nThe ferry is back."
    let document = try #require(try read(file, as: "a.md").first)
    #expect(document.codes == ["front-matter"] && document.losesText)
    #expect(document.body.strings.last == "The ferry is back.")
  }

  @Test(arguments: [(yaml, "yaml"), (toml, "toml"), (json, "json")])
  func readsFrontMatter(_ text: String, _ dialect: String) throws {
    let document = try #require(try read(text, as: "content/ferry.md").first)
    #expect(document.origin.dialect == dialect)
    #expect(document.outline == ["pa: The ferry is back."])
    #expect(document.headline == "Ferry service returns")
    #expect(document.id == "ferry")
    #expect(document.language == "en")
    #expect(document.status?.value == .draft)
    #expect(document.texts(.author) == ["Ada Lindqvist", "Tom Bryce"])
    #expect(document.texts(.channel) == ["web", "app"])
    #expect(document.texts(.territory) == ["NO"])
    #expect(document.texts(.source) == ["Nordwind News"])
    #expect(document.texts(.canonical) == ["https://harbour.example/ferry"])
    #expect(document.texts(.original) == ["https://nordwind.example/1"])
    #expect(document.texts(.permalink) == ["/news/ferry/"])
    #expect(
      Set(document.statements) == [
        "notice: © 2026 Nordwind News", "link: https://creativecommons.org/licenses/by/4.0/",
        "credit: Nordwind News", "credit: Nordwind News / Ada Lindqvist",
      ])
    #expect(document.time(.published)?.instant?.iso8601 == "2026-11-20T07:30:00Z")
    // No zone is written, none is assumed.
    #expect(document.time(.updated)?.raw == "2026-11-21 10:00")
    #expect(document.time(.updated)?.instant == nil)
    #expect(document.embargo?.instant?.iso8601 == "2026-12-01T00:00:00Z")
    #expect(document.problems.isEmpty)
    let notice = try #require(document.rights.first { $0.kind == .notice }?.range)
    let cut = String(decoding: Array(text.utf8)[notice.indices], as: UTF8.self)
    #expect(cut.contains("2026 Nordwind News"))
    expectPlaces(document, in: Array(text.utf8))
  }

  @Test(arguments: [
    (
      "---\ntitle: Budget: the details\ncopyright: Nordwind\n---\ntext", "front-matter", "Budget: the details"
    ),
    ("---\n\ttitle: x\ncredit: Tab\ttab\n---\ntext", "front-matter", nil),
    ("---\ntitle: one\ntitle: two\n---\ntext", "duplicate-key", "one"),
    ("---\ntitle: &a [x]\nb: *a\n---\ntext", "front-matter", nil),
    ("---\ntitle: !!python/object:os.system x\n---\ntext", "front-matter", nil),
    ("---\n- no map\n---\ntext", "front-matter", nil),
    ("+++\ntitle = bare word\ndraft = true\n+++\ntext", "front-matter", nil),
    (";;;\n{\"title\": \"x\",}\n;;;\ntext", "front-matter", nil),
    ("---\ntitle: never closed\n\ntext", "front-matter-open", nil),
    ("{\"title\": \"x\", }\ntext", "front-matter", nil),
    ("---\ndate: soon\n---\ntext", "time-unreadable", nil),
  ]) func saysWhatItCouldNotRead(_ text: String, _ code: String, _ headline: String?) throws {
    let document = try #require(try read(text, as: "a.md").first)
    #expect(document.codes.contains(code))
    #expect(document.body.strings.last?.hasSuffix("text") == true)
    if let headline { #expect(document.headline == headline) }
  }

  /// Metadata without a fence, as MultiMarkdown and Nikola have it; a text that only starts with a colon has none.
  @Test(arguments: [
    (
      "Title: Ferry: back\nDate: 2026-11-24\nSummary: It is\n    back.\nStatus: draft\n\nWords.",
      "Ferry: back", true
    ),
    ("<!--\n.. title: Ferry\n.. date: 2026-11-24\n.. status: draft\n-->\n\nWords.", "Ferry", true),
    ("Note: this is new.\n\nWords.", nil, false), ("Title of a book\nDate: today\n\nWords.", nil, false),
    ("<!-- Ferry -->\n\nWords.", nil, false),
  ]) func readsMetadataWithoutAFence(_ text: String, _ headline: String?, _ isDraft: Bool) throws {
    let document = try #require(try read(text, as: "a.md").first)
    #expect(document.headline == headline && (document.status?.value == .draft) == isDraft)
    #expect((document.body.strings.count == 1) == (isDraft || text.hasPrefix("<")))
    #expect(document.body.strings.last == "Words.")
  }

  @Test func keepsWhatBrokenFrontMatterStillSays() throws {
    let text = "---\ntitle: A: b\nauthor:\n  - Ada\n  - 'Tom'\nembargo:\nrights: \"All: kept\" # c\n---\nx"
    let document = try #require(try read(text, as: "a.md").first)
    #expect(document.texts(.author) == ["Ada", "Tom"])
    #expect(document.statements == ["notice: All: kept"])
    #expect(document.embargo?.raw == "")
  }

  @Test func readsByteOrderMarkAndCarriageReturns() throws {
    let text = "\u{FEFF}---\r\ntitle: t\r\n---\r\none\r\ntwo\r\n"
    let document = try #require(try read(text, as: "a.md").first)
    #expect(document.headline == "t")
    #expect(document.outline == ["pa: one two"])
    #expect(try source(of: "one two", in: document, Array(text.utf8)) == "one\r\ntwo")
  }

  @Test func mapsWordsThroughMarkup() throws {
    let text =
      "---\ntitle: t\n---\n> The *min*ister said \\*no\\*\n> to [the plan](https://a.example) &amp; left.\n"
    let file = Array(text.utf8)
    let document = try #require(try read(text, as: "a.md").first)
    #expect(document.outline == ["qu: The minister said *no* to the plan & left."])
    #expect(try source(of: "minister", in: document, file) == "min*ister")
    #expect(try source(of: "the plan", in: document, file) == "the plan")
    #expect(try source(of: "&", in: document, file) == "&amp;")
    #expect(try source(of: "no* to", in: document, file) == "no\\*\n> to")
  }

  @Test func takesHTMLWithFrontMatterAndDates() throws {
    let text = "---\ntitle: t\n---\n<p>One {{ x }} <b>two</b>\n\n    three</p>"
    let document = try #require(try read(text, as: "_drafts/2026-11-20-story.html").first)
    #expect(document.outline == ["pa: One two three"])
    #expect(document.status?.value == .draft)
    #expect(document.time(.published)?.raw == "2026-11-20")
    #expect(document.time(.published)?.instant == nil)
  }

  @Test(
    .timeLimit(.minutes(60)),
    arguments: [
      "> ", "- ", "[", "[a](", "[a](b (", "<a ", "*a _b ", "a**b", "{{ ", "{% raw %}", "`a``b", "x ", "a\n",
      "![x][", "|a", "(",
      "<!", "[x]: y\n", "\\", "&", "<b>x",
    ]) func losesNothingInSilence(_ unit: String) throws
  {
    let text = String(repeating: unit, count: 20_000) + "\n\nmarker words\n"
    let document = try #require(try read(text, as: "a.md").first)
    #expect(document.body.strings.last?.hasSuffix("marker words") == true)
  }

  @Test(arguments: ["<script>", "<!-- ", "<style>"])
  func saysThatOpenMarkupHidesText(_ start: String) throws {
    let document = try #require(try read("before\n\n\(start)\n\nmarker words\n", as: "a.md").first)
    #expect(document.problems.contains { $0.losesText })
  }

  @Test func boundsAliasBombs() throws {
    var text = "---\na0: &a0 [x, x]\n"
    for level in 1...30 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1), *a\(level - 1)]\n" }
    text += "title: bomb\n---\ntext"
    let document = try #require(try read(text, as: "a.md").first)
    #expect(document.headline == "bomb")
    #expect(document.problems.contains { $0.code == "front-matter" && $0.losesText })
  }

  @Test func refusesBinary() {
    #expect(throws: ReadingFault.self) { try read([UInt8](repeating: 0xA5, count: 4096), as: "a.md") }
    #expect(throws: ReadingFault.self) { try read(Array("\u{7F}ELF".utf8) + [0, 1, 2], as: "a.md") }
  }
}
