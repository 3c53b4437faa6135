import Testing
import WireText

@testable import WireDocuments

/// Words that a page shows beside its story are fields: no copy, and not lost.
@Suite struct WordsBesideTests {
  private static let story =
    "The harbour of Ormsby reopened on Tuesday after nine weeks of work on its northern wall, said the port."

  private func beside(_ text: String, as path: String) throws -> [String] {
    let document = try #require(try read(text, as: path).first)
    expectPlaces(document, in: Array(text.utf8))
    return document.fields.filter { $0.name == .other }.map { "\($0.key): \($0.text)" }
  }

  @Test(arguments: [
    ("a.html", "<p>See the <a href='https://a.example' title='The mayor &amp; the wall'>wall</a>.</p>"),
    ("a.html", "<p>See <a href='/wall'>the</a> <a title=' The mayor\n&amp; the wall '>wall</a>.</p>"),
    ("a.md", "See the [wall](https://a.example \"The mayor & the wall\").\n"),
    ("a.md", "See the [wall](</a wall> 'The mayor & the wall').\n"),
    ("a.md", "See the [wall][w].\n\n[w]: /wall (The mayor & the wall)\n"),
    (
      "a.json",
      #"{"uri":"u","body_html":"<p>See the <a href=\"https://a.example\" title=\"The mayor &amp; the wall\">wall</a>.</p>"}"#
    ),
    (
      "a.xml",
      "<nitf><body><body.content><p>See the <a href='x' title='The mayor &amp; the wall'>wall</a>.</p>"
        + "</body.content></body></nitf>"
    ),
  ]) func titlesOfLinks(_ path: String, _ text: String) throws {
    #expect(try beside(text, as: path) == ["a@title: The mayor & the wall"])
    let body = try read(text, as: path).first?.body.strings
    #expect(body == ["See the wall."])
  }

  /// The title is in the data of the link, and does not part its sentence.
  @Test(arguments: [
    #"{"nodeType":"document","content":[{"nodeType":"paragraph","content":[{"nodeType":"text","value":"See "},{"nodeType":"hyperlink","data":{"uri":"https://a.example","title":"Who paid"},"content":[{"nodeType":"text","value":"the wall"}]},{"nodeType":"text","value":"."}]}]}"#,
    #"{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"See "},{"type":"text","text":"the wall","marks":[{"type":"link","attrs":{"href":"/x","title":"Who paid"}}]},{"type":"text","text":"."}]}]}"#,
    #"{"root":{"children":[{"type":"paragraph","children":[{"type":"text","text":"See "},{"type":"link","url":"/x","title":"Who paid","children":[{"type":"text","text":"the wall"}]},{"type":"text","text":"."}]}]}}"#,
  ]) func titlesOfLinksInEditorsTrees(_ tree: String) throws {
    let record =
      #"{"data":[{"id":1,"attributes":{"title":"F","publishedAt":"2026-11-01T06:00:00Z","body":\#(tree)}}],"meta":{}}"#
    let document = try #require(try read(record, as: "a.json").first)
    #expect(document.body.strings == ["See the wall."])
    #expect(document.texts(.other) == ["Who paid"])
  }

  @Test func titlesThatTheTextShowsAreNotRepeated() throws {
    let text = "<p><a title='The wall' href='/'>The wall</a> <a title='https://a.example/x'>of</a> stone.</p>"
    #expect(try beside(text, as: "a.html") == [])
  }

  @Test func titlesOfBlocks() throws {
    let html =
      "<p title='Not for radio'>The ferry.</p><table summary='Ships at the quay'><tr><td>Anna</td></tr></table>"
    #expect(try beside(html, as: "a.html") == ["p@title: Not for radio", "table@summary: Ships at the quay"])
  }

  @Test func descriptionsOfPictures() throws {
    let expected = ["img@alt: A tug in [the] rain", "img@title: Photo: Ada"]
    let html = "<p>Rain. <img src='/t.png' alt='A tug in [the] rain' title='Photo: Ada'></p>"
    #expect(try beside(html, as: "a.html") == expected)
    #expect(try beside("Rain. ![A tug in [the] rain](/t.png \"Photo: Ada\")\n", as: "a.md") == expected)
  }

  @Test func titlesInTextsBesideTheStoryAreKept() throws {
    let post = #"""
      [{"id":1,"type":"post","status":"publish","title":{"rendered":"F"},"link":"https://a.example/1",
      "content":{"rendered":"<p>The ferry.</p>"},
      "acf":{"box":"<p>Nine weeks in the dry dock had <a title='Who paid'>cost</a> four million crowns in all.</p>"}}]
      """#
    let document = try #require(try read(post, as: "a.json").first)
    #expect(document.attachments.count == 1)
    #expect(document.fields.contains { $0.key == "a@title" && $0.text == "Who paid" })
  }

  @Test func moreTitlesThanAreKeptAreTold() throws {
    let links = (0..<1200).map { "<a title='T\($0)'>x</a>" }.joined(separator: " ")
    let document = try #require(try read("<p>\(links)</p>", as: "a.html").first)
    #expect(document.texts(.other).count == 1000 && document.codes.contains("many-attributes"))
  }

  @Test func singleWordsAsideOfTheStory() throws {
    let page = """
      <html><head><title>Harbour</title></head><body><main><article><h1>Harbour</h1><p>\(Self.story)</p>
      <aside>Correction</aside><p>\(Self.story)</p><aside class='info'><p>Withdrawn</p><script>var a</script></aside>
      </article></main><aside><p>Elsewhere</p></aside><aside hidden>Never</aside></body></html>
      """
    #expect(
      try beside(page, as: "a.html")
        == ["page: aside: Correction", "page: aside: Withdrawn", "page: aside: Elsewhere"])
    #expect(try read(page, as: "a.html").first?.body.strings == [Self.story, Self.story])
  }
}
