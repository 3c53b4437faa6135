import Testing

@testable import WireDocuments

/// Pages whose story is in an unusual form: a list, a table, data for a script, elements of the site's own.
@Suite struct PageDialectTests {
  private static let sentences = [
    "The harbour authority said on Tuesday that it would close the eastern pier for six weeks.",
    "Engineers found the damage in October, when a fishing boat struck the outer fender.",
    "The ferry leaves from the western quay until the work is finished, the operator said.",
    "The town council discusses a fund for shops near the pier at its meeting on Monday.",
  ]
  private static let footer =
    "<footer><p>Harbour Daily is published by Harbour Media House, Quay Street 4. All rights reserved. Printing"
    + " needs permission.</p><ul><li><a href='/i'>Imprint</a></li></ul></footer>"

  private func page(_ body: String, head: String = "") throws -> Document {
    let text =
      "<!DOCTYPE html><html><head><title>Pier to close</title>\(head)</head><body>\(body)\(Self.footer)</body></html>"
    return try readPage(text)
  }

  private func each(_ form: (String) -> String) -> String { Self.sentences.map(form).joined() }

  /// The longest text on the page that is no list stands in the footer.
  @Test func aListIsTheStory() throws {
    let list = each { "<li><strong>Point.</strong> \($0)</li>" }
    let document = try page("<article><h1>Four things to know</h1><ol>\(list)</ol></article>")
    #expect(document.body.strings.suffix(4) == Self.sentences.map { "Point. \($0)" }[...])
  }

  @Test func aTableIsTheStory() throws {
    let rows = (1...6).map { "<tr><td>Party \($0)</td><td>\($0)000</td></tr>" }.joined()
    let document = try page(
      "<article><h1>Results</h1><table><caption>Votes</caption>\(rows)</table></article>")
    #expect(document.body.strings.contains("Party 6 6000"))
    #expect(!document.body.strings.contains { $0.contains("Harbour Media House") })
  }

  @Test func updatesOfALiveBlog() throws {
    let updates = Self.sentences.map { #"{"@type":"BlogPosting","headline":"Pier","articleBody":"\#($0)"}"# }
    let data =
      #"{"@type":"LiveBlogPosting","headline":"Pier","liveBlogUpdate":[\#(updates.joined(separator: ","))]}"#
    let document = try page("", head: "<script type='application/ld+json'>\(data)</script>")
    #expect(document.body.strings.filter { $0 != "Pier" }.starts(with: Self.sentences))
  }

  @Test func elementsOfTheSite() throws {
    let document = try page("<h-story><h-text>" + each { "<h-par>\($0)</h-par>" } + "</h-text></h-story>")
    #expect(document.body.strings == Self.sentences)
    let inline = try page(
      "<article>" + each { "<p>\($0) <x-name>Ada</x-name>, <x-name>Bo</x-name>.</p>" } + "</article>")
    #expect(inline.body.strings == Self.sentences.map { "\($0) Ada, Bo." })
  }

  /// Blocks of a site builder, one of which is a quotation set apart.
  @Test func quotationBetweenBlocks() throws {
    let texts = Self.sentences.map {
      "\($0.dropLast()), and nobody on the quay could say whether that was true."
    }
    let text = texts.map { "<p>\($0)</p>" }
    let document = try page(
      "<article><h1>Pier to close</h1><div><div class='col'>"
        + "<div class='block html-block'><div class='block-content'>\(text[0])\(text[1])</div></div>"
        + "<div class='block quote-block'><figure><blockquote>A quay is no road</blockquote></figure></div>"
        + "<div class='block html-block'><div class='block-content'>\(text[2])\(text[3])</div></div>"
        + "</div></div></article>")
    let expected: [String] = [texts[0], texts[1], "A quay is no road", texts[2], texts[3]]
    #expect(document.body.strings == expected)
  }

  @Test func dataInAnAttribute() throws {
    let paragraphs = each { "&lt;p&gt;\($0)&lt;/p&gt;" }
    let asHTML = try page("<div data-content=\"\(paragraphs)\"></div>")
    #expect(asHTML.body.strings == Self.sentences && asHTML.origin.dialect == "page, script")
    let json = "{&quot;props&quot;:{&quot;body&quot;:&quot;\(paragraphs)&quot;}}"
    #expect(try page("<div id=\"app\" data-page=\"\(json)\"></div>").body.strings == Self.sentences)
  }

  /// What a browser shows instead of what it cannot play is for readers, and no copy.
  @Test(arguments: [
    ("<object data='a.svg'><p>The map of the pier</p></object>", "object", "The map of the pier"),
    ("<video src='a'><p>A diver</p> <p>at work</p></video>", "video", "A diver at work"),
    ("<audio>Listen: <script>x()</script>the bell</audio>", "audio", "Listen: the bell"),
    ("<canvas>Votes by party</canvas>", "canvas", "Votes by party"),
  ]) func wordsInsteadOfMedia(_ html: String, _ key: String, _ words: String) throws {
    let story = "<article>" + each { "<p>\($0)</p>" } + html + "</article>"
    for document in [try page(story), try readPage(story)] {
      #expect(document.body.strings == Self.sentences)
      #expect(document.fields.contains { $0.name == .other && $0.key == key && $0.text == words })
    }
  }

  @Test func shortLabelsOfControlsAreNoWords() throws {
    let labels = try page(
      "<article>" + each { "<p>\($0)</p>" }
        + "<textarea>Your text</textarea><svg><title>Share</title></svg></article>"
    )
    #expect(!labels.fields.contains { ["textarea", "svg"].contains($0.key) })
    let copy = Self.sentences.joined(separator: "\n")
    let form = try page("<article>" + each { "<p>\($0)</p>" } + "<textarea>\(copy)</textarea></article>")
    #expect(form.fields.contains { $0.key == "textarea" && $0.text.contains("Engineers found") })
  }

  @Test func wordsOfAPoll() throws {
    let data =
      #"{"id":1,"question":"Should the pier close?","options":["Yes, now","No"],"url":"https://a.example/b c"}"#
    let html = "<p>The ferry.</p><div data-attrs=\"\(data.replacing("\"", with: "&quot;"))\"></div>"
    let document = try readPage(html)
    #expect(
      document.fields.filter { $0.key == "div@data-attrs" }.map(\.text) == [
        "Should the pier close?", "Yes, now",
      ])
    #expect(
      try read("<p data-attrs='{[ broken'>The ferry.</p>", as: "a.html").first?.body.strings == ["The ferry."]
    )
  }
}
