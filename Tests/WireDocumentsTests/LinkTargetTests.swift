import Testing
import WireText

@testable import WireDocuments

/// Where the links of a text lead is evidence, also where the text does not show it.
@Suite struct LinkTargetTests {
  @Test(arguments: [
    (
      "a.html",
      "<p>The <a href='https://a.example/ferry?x=1&amp;y=2'>ferry</a> <a href='/home'>here</a> <a name='x'>x</a>"
        + " <a href=' HTTP://b.example '>is</a> <a href='https://a.example/ferry?x=1&amp;y=2'>back</a></p>"
    ),
    (
      "a.md",
      "The [ferry](https://a.example/ferry?x=1&y=2 \"A ferry\") ![x](https://i.example/x.png) [is][b] [back](/home).\n\n"
        + "[b]: HTTP://b.example\n"
    ),
    (
      "a.rtf",
      #"{\rtf1 The {\field{\*\fldinst{HYPERLINK "https://a.example/ferry?x=1&y=2" \\o "A ferry"}}{\fldrslt{ferry}}} {\field{\*\fldinst HYPERLINK "HTTP://b.example"}{\fldrslt is}} back on {\field{\*\fldinst{PAGE}}{\fldrslt 3}}.\par}"#
    ),
    (
      "a.xml",
      "<nitf><body><body.content><p>The <a href='https://a.example/ferry?x=1&amp;y=2'>ferry</a> "
        + "<a href='HTTP://b.example'>is</a> back.</p></body.content></body></nitf>"
    ),
    (
      "a.json",
      #"{"uri":"u","body_html":"<p>The <a href=\"https://a.example/ferry?x=1&amp;y=2\">ferry</a> <a href=\"HTTP://b.example\">is</a> back.</p>"}"#
    ),
    (
      "a.json",
      #"{"sys":{"id":"e","revision":1},"fields":{"title":"T","body":{"nodeType":"document","content":[{"nodeType":"paragraph","content":[{"nodeType":"text","value":"The "},{"nodeType":"hyperlink","data":{"uri":"https://a.example/ferry?x=1&y=2"},"content":[{"nodeType":"text","value":"ferry"}]},{"nodeType":"hyperlink","data":{"uri":"HTTP://b.example"},"content":[{"nodeType":"text","value":" is"}]}]},{"nodeType":"embedded-asset-block","data":{"url":"https://i.example/x.png"},"content":[]}]}}}"#
    ),
    (
      "a.ndjson",
      #"{"_id":"s","_type":"post","title":"T","body":[{"_type":"block","children":[{"_type":"span","marks":["l","m"],"text":"The ferry"}],"markDefs":[{"_key":"l","_type":"link","href":"https://a.example/ferry?x=1&y=2"},{"_key":"m","_type":"link","href":"HTTP://b.example"}]}]}"#
    ),
  ]) func keepsWhereLinksLead(_ path: String, _ text: String) throws {
    let document = try #require(try read(text, as: path).first)
    #expect(document.body.targets == ["https://a.example/ferry?x=1&y=2", "HTTP://b.example"])
    #expect(!document.body.strings.joined().contains("example"))
  }

  @Test func tellsTextWithoutLinksFromTextWhoseLinksNobodyReads() throws {
    #expect(try read("<p>The ferry is back.</p>", as: "a.html").first?.body.targets == [])
    #expect(try read("The ferry is back.", as: "a.md").first?.body.targets == [])
    #expect(try read("The ferry is back.", as: "a.txt").first.map { $0.body.targets == nil } == true)
  }

  @Test func keepsNoMoreThanReportsNeed() throws {
    let page = (0..<5000).map { "<a href='https://a.example/\($0)'>x</a>" }.joined(separator: " ")
    #expect(try read("<p>\(page)</p>", as: "a.html").first?.body.targets?.count == 1000)
  }
}
