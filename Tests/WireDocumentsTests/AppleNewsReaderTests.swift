import Testing
import WireText

@testable import WireDocuments

/// Apple News Format.
@Suite struct AppleNewsReaderTests {
  private static let article = #"""
    {"version": "1.7", "identifier": "a-1", "title": "Meadow sold", "subtitle": "After a century",
     "language": "en", "layout": {"columns": 7, "width": 1024},
     "metadata": {"authors": ["Nell Rook"], "canonicalURL": "https://a.example/1",
       "datePublished": "2026-11-18T10:00:00Z", "excerpt": "It goes."},
     "components": [
       {"role": "title", "text": "Meadow sold"}, {"role": "intro", "text": "It had one owner."},
       {"role": "byline", "text": "By Nell Rook"},
       {"role": "photo", "URL": "bundle://a.jpg", "caption": "The meadow at noon"},
       {"role": "body", "format": "html", "text": "<p>The meadow was sold on <b>Monday</b>.</p><p>Cows stay.</p>"},
       {"role": "container", "components": [
         {"role": "heading2", "text": "What next"},
         {"role": "body", "format": "markdown", "text": "It is *mown* twice.\n\nThen hay."},
         {"role": "gallery", "items": [{"URL": "x", "caption": {"text": "Hay <1>", "format": "none"}}]}]},
       {"role": "pullquote", "text": "Grass is grass."}, {"role": "banner_advertisement"},
       {"role": "htmltable", "html": "<table><tr><td>Hay</td></tr></table>"},
       {"role": "link_button", "text": "Subscribe now"}],
     "documentStyle": {}, "componentTextStyles": {}}
    """#

  @Test func readsTheComponents() throws {
    let document = try #require(try read(Self.article, as: "article.json").first)
    #expect(document.origin.format == "applenews" && document.id == "a-1" && document.language == "en")
    #expect(document.headline == "Meadow sold" && document.problems.isEmpty)
    #expect(
      document.body.strings == [
        "The meadow at noon", "The meadow was sold on Monday.", "Cows stay.", "What next",
        "It is mown twice.",
        "Then hay.", "Hay <1>", "Grass is grass.", "Hay",
      ])
    #expect(
      document.body.paragraphs.map(\.role) == [
        .caption, .paragraph, .paragraph, .subhead, .paragraph, .paragraph, .caption, .quote, .table,
      ])
    #expect(document.field(.author)?.text == "Nell Rook" && document.field(.byline)?.text == "By Nell Rook")
    #expect(
      document.fields.filter { $0.name == .subhead }.map(\.text) == ["After a century", "It had one owner."])
    #expect(document.address(.canonical) == "https://a.example/1")
    #expect(document.time(.published)?.instant != nil && document.status == nil)
  }

  @Test(arguments: [
    (#""state": "LIVE""#, Status.Value.published), (#""state": "TAKEN_DOWN""#, .trashed),
    (#""state": "LIVE", "isPreview": true"#, .draft),
  ])
  func readsTheStateInTheAnswerOfTheInterface(_ members: String, _ status: Status.Value) throws {
    let text = #"{"data": {"type": "article", \#(members), "document": \#(Self.article)}}"#
    let document = try #require(try read(text, as: "a.json").first)
    #expect(document.origin.format == "applenews" && document.status?.value == status)
    #expect(document.body.strings.contains("Cows stay."))
  }
}
