import Testing
import WireText

@testable import WireDocuments

/// What stands around the text of a story on its page and belongs to it: its lead, its credit, its notice.
@Suite struct PageSurroundingsTests {
  private static let story = [
    "The ferry to the island is back in service after three weeks in the yard at Ormsby, its owner said on Monday.",
    "Its crew of nine said that the new engine uses a third less oil than the old one, which had run for forty years.",
    "The line carries about four thousand people a week, most of whom live on the island, and work or learn in the town.",
    "Tickets cost as much as before, and the timetable for the winter holds until the end of March, the owner said.",
    "The town paid for half of the engine, and the island, which has a school and a shop, for the other half.",
  ]
  private static let text = story.map { "<p>\($0)</p>" }.joined()

  private func read(_ body: String) throws -> Document {
    let page =
      "<html><head><title>Ferry is back</title></head><body><header><nav><a href='/'>Home</a></nav></header>\(body)"
      + "<footer><p>© 2026 Ormsby Post</p></footer></body></html>"
    return try readPage(page)
  }

  // MARK: Openings

  /// What stands above a block with the name of a text is as much of the story as the block.
  @Test(arguments: ["premium-content", "article-body", "text"])
  func keepsParagraphsAboveABlockWithAName(_ name: String) throws {
    let lead = Self.story[..<2].map { "<p>\($0)</p>" }.joined()
    let rest = (Self.story[2...] + Self.story).map { "<p>\($0)</p>" }.joined()
    let document = try read(
      "<h1>Ferry is back</h1><div class='free'>\(lead)</div><div class='\(name)'>\(rest)</div>")
    #expect(document.body.strings == Self.story + Self.story)
  }

  @Test func keepsALeadBelowAHeadlineInABlock() throws {
    let document = try read(
      "<div class='hero'><h1>Ferry is back</h1><p>\(Self.story[0])</p></div><div class='lede'><p>\(Self.story[1])</p>"
        + "</div><div class='body'>\(Self.story[2...].map { "<p>\($0)</p>" }.joined())</div>")
    #expect(document.body.strings == Self.story)
  }

  @Test func keepsParagraphsInElementsOfTheirOwn() throws {
    let blocks = Self.story + ["Few came, and some of them left."]
    let body = blocks.map { "<div class='block'><div class='inner'><p>\($0)</p></div></div>" }.joined()
    #expect(try read("<h1>Ferry is back</h1>\(body)").body.strings.prefix(5) == Self.story[...])
  }

  /// What leads elsewhere is no lead.
  @Test func leavesOutWhatIsNoProse() throws {
    let document = try read(
      "<h1>Ferry is back</h1><div><a href='/a'>The ferry of the other island is out of service until May.</a></div>"
        + "<div class='newsletter'><p>Sign up here for the letter that we send on each day of the week.</p></div>"
        + "<div class='body'>\(Self.text)</div>")
    #expect(document.body.strings == Self.story)
  }

  // MARK: Credits and bylines

  @Test(arguments: [
    ("<div class='source'>Northwire</div>", "credit: Northwire"),
    ("<div>Source: Northwire</div>", "credit: Source: Northwire"),
    ("<p class='x'>Quelle: Northwire</p>", "credit: Quelle: Northwire"),
    ("<div>出典：Northwire</div>", "credit: 出典：Northwire"),
    ("<div class='autor'>Von Jana Roe</div>", "byline: Von Jana Roe"),
    (
      "<div>2 November</div><div><span>Agency: <a href='/n'>Northwire</a></span></div>",
      "credit: Agency: Northwire"
    ),
  ]) func linesBelowTheText(line: String, expected: String) throws {
    let document = try read(
      "<div id='story'><h1>Ferry is back</h1><div class='text'>\(Self.text)</div>\(line)</div>")
    #expect(document.body.strings == Self.story)
    #expect(document.fields.map { "\($0.name): \($0.text)" }.contains(expected))
  }

  @Test func linesAboveTheText() throws {
    let document = try read(
      "<div id='story'><div class='autor'>Von Jana Roe</div><h1>Ferry is back</h1><div class='text'>\(Self.text)</div></div>"
    )
    #expect(document.texts(.byline) == ["Von Jana Roe"])
  }

  @Test func linesBetweenTheLeadAndTheText() throws {
    let document = try read(
      "<article><header class='post-header'><h1>Ferry is back</h1><p>After weeks in the yard, the ferry sails again.</p></header>"
        + "<div class='credits'>Northwire</div><div class='c'>\(Self.text)</div></article>")
    #expect(document.body.strings.count == Self.story.count + 1 && document.texts(.credit) == ["Northwire"])
  }

  /// Menus, lines that send readers elsewhere, and what stands behind another block are not about the story.
  @Test(arguments: [
    "<ul><li>Source: Northwire</li></ul>", "<nav>Source: Northwire</nav>", "<div>Read more: Northwire</div>",
    "<div><img src='a.jpg'>\(String(repeating: "Another story, about the quay. ", count: 12))</div><div>Source: Northwire</div>",
  ]) func otherLinesAreNoCredits(line: String) throws {
    let document = try read(
      "<div id='story'><h1>Ferry is back</h1><div class='text'>\(Self.text)</div>\(line)</div>")
    #expect(document.texts(.credit).isEmpty)
  }

  // MARK: Notices

  @Test(arguments: [
    "<footer><p>© 2026 Northwire. Not for republication.</p></footer>",
    "<aside><p>© 2026 Northwire. Not for republication.</p></aside>",
    "<small class='source-footer'>Copyright Northwire 2026. Not for republication.</small>",
  ]) func noticesOfTheArticle(notice: String) throws {
    let document = try read("<article><h1>Ferry is back</h1>\(Self.text)\(notice)</article>")
    #expect(document.body.strings == Self.story)
    #expect(document.scopedStatements.count == 2)
    let own = try #require(document.scopedStatements.first)
    #expect(document.rights.map(\.place) == [.field, .body])
    #expect(own.hasPrefix("notice: ") && own.contains("Northwire") && own.hasSuffix("Not for republication."))
    #expect(document.scopedStatements.last == "notice: © 2026 Ormsby Post")
  }

  /// The notice of a picture or of a quoted story in the article is not the story's.
  @Test func noticesOfOtherThingsInTheArticle() throws {
    let document = try read(
      "<article><h1>Ferry is back</h1>\(Self.text)<aside><figure><img src='a.jpg'><figcaption>© 2026 Ada Roe</figcaption></figure></aside>"
        + "<aside class='related card'><p>© 2026 Tidewire</p></aside></article>")
    #expect(document.scopedStatements.filter { !$0.hasSuffix("]") } == ["notice: © 2026 Ormsby Post"])
  }

  // MARK: Leads

  @Test(arguments: [
    "<header class='entry-header'><h1>Ferry is back</h1><div class='entry-excerpt'><p>LEAD</p></div></header><div class='entry-content'>TEXT</div>",
    "<header><h1>Ferry is back</h1><p>LEAD</p></header><div class='c'>TEXT</div>",
    "<header><h1>Ferry is back</h1><div class='lead'>LEAD</div></header>TEXT",
    "<div class='post-header'><h1>Ferry is back</h1><p>LEAD</p></div><div>TEXT</div>",
  ]) func leadsInTheHeader(article: String) throws {
    let lead = "After three weeks in the yard, the ferry to the island sails again."
    let document = try read(
      "<article>\(article.replacing("LEAD", with: lead).replacing("TEXT", with: Self.text))</article>")
    #expect(document.body.strings == [lead] + Self.story)
  }

  @Test(arguments: [
    "<p class='byline'>By Ada Roe, our reporter on the island, and by her friends at the yard.</p>",
    "<figure><img src='a.jpg'><figcaption>The ferry at its quay on the island, on the day before it came to the yard.</figcaption></figure>",
    "<p><a href='/x'>Read our report on the yard at Ormsby, which has mended ships since 1907, in full.</a></p>",
    "<ul><li>The ferry sails again, its owner said on the quay on Monday.</li></ul>",
  ]) func otherPartsOfHeadersAreNoLeads(part: String) throws {
    let document = try read(
      "<article><header><h1>Ferry is back</h1>\(part)</header><div class='c'>\(Self.text)</div></article>")
    #expect(document.body.strings == Self.story)
  }
}
