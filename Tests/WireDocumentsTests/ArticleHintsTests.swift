import Testing

@testable import WireDocuments

/// What classes and ids say of the parts of a page.
@Suite struct ArticleHintsTests {
  /// Names of classes that say how a part of the story looks.
  @Test func namesOfLooksAreNoNamesOfParts() throws {
    let paragraph =
      "<p>The mole was closed on Friday, the harbour office said, after a crane had begun to lean.</p>"
    let story = paragraph + paragraph + paragraph
    let page = """
      <html><head><title>Mole closed</title></head><body><header class="page-header"><h2 class="header">Harbour Post</h2></header>
      <article><h1>Mole closed</h1>\(story)\(story)<h2 class="subheader">Who built the crane</h2>\(story)
      <p class="has-extra-large-font-size">Nobody knew who had built it, and nobody wanted to.</p>\(story)
      <div class="form"><h2 class="form-header form-header-success">Thanks!</h2><p>Sent.</p></div>
      <div class="related-header"><h3 class="related-header">More on moles</h3></div></article></body></html>
      """
    let document = try readPage(page)
    #expect(document.outline.contains("su: Who built the crane"))
    #expect(document.body.strings.contains("Nobody knew who had built it, and nobody wanted to."))
    #expect(!document.body.strings.contains("More on moles"))
    #expect(!document.body.strings.contains("Thanks!"))
    #expect(!document.body.strings.contains("Harbour Post"))
  }
}
