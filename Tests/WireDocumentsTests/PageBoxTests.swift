import Testing
import WireText

@testable import WireDocuments

/// Lines and boxes in the article of a page that are not of the story.
@Suite struct PageBoxTests {
  private static let story = [
    "The ferry to the island is back in service after three weeks in the yard at Ormsby, its owner said on Monday.",
    "Its crew of nine said that the new engine uses a third less oil than the old one, which had run for forty years.",
    "The line carries about four thousand people a week, most of whom live on the island, and work or learn in the town.",
    "Tickets cost as much as before, and the timetable for the winter holds until the end of March, the owner said.",
  ]

  private func read(_ inside: String, after: String = "") throws -> Document {
    let paragraphs = Self.story.map { "<p>\($0)</p>" }
    let page =
      "<html><head><title>Ferry is back</title></head><body><main><article><h1>Ferry is back</h1>"
      + paragraphs[..<2].joined() + inside + paragraphs[2...].joined() + after
      + "</article></main></body></html>"
    return try readPage(page)
  }

  @Test(arguments: [
    "<p><strong>READ MORE: <a href='/x'>The history of the harbour in pictures</a></strong></p>",
    "<p>RELATED: <a href='/x'>Five ferries that closed before</a></p>",
    "<p><a href='/x'>Read also: Five ferries that closed before</a></p>",
    "<div><p><b>Lesen Sie auch:</b> <a href='/x'>Fünf Fähren, die es nicht mehr gibt</a></p></div>",
    "<p>Lire aussi : <a href='/x'>Cinq bateaux qui ne naviguent plus</a></p>",
    "<h3>Related: <a href='/x'>Five ferries that closed before</a></h3>",
  ]) func linesToOtherStoriesAreNone(line: String) throws {
    let document = try read(line)
    #expect(document.body.strings == Self.story)
    #expect(document.fields.contains { $0.key == "page: aside" })
  }

  /// A title may be shortened and have the site's name behind it; one that is something else goes before the heading.
  @Test(arguments: [
    ("Ferry is back after – Harbour Post", "Ferry is back after three weeks"),
    ("Ferry is back after | Harbour Post", "Ferry is back after three weeks"),
    ("Harbour news of today | Harbour Post", "Harbour news of today | Harbour Post"),
    ("Ferry | Harbour Post", "Ferry | Harbour Post"),
  ]) func theHeadingGoesBeforeAShortTitle(title: String, headline: String) throws {
    let page =
      "<html><head><title>\(title)</title></head><body><article><h1>Ferry is back after three weeks</h1>"
      + Self.story.map { "<p>\($0)</p>" }.joined() + "</article></body></html>"
    #expect(try readPage(page).headline == headline)
  }

  @Test(arguments: ["amp-ad", "amp-sidebar", "amp-consent"])
  func boxesOfAMPAreNone(name: String) throws {
    let document = try read("<\(name) width='3'><div placeholder>Sponsored message</div></\(name)>")
    #expect(document.body.strings == Self.story)
  }

  /// Without a link, or with more words than the link, a line is a sentence.
  @Test(arguments: [
    "<p>Read more books, the owner said.</p>",
    "<p>Related: the owner of the <a href='/x'>quay</a> said that he would not sell it to the town or to anybody else.</p>",
    "<p><a href='/x'>Five ferries that closed before the line did</a></p>",
  ]) func sentencesAre(line: String) throws {
    #expect(try read(line).body.strings.count == Self.story.count + 1)
  }

  @Test func requestsToSubscribeAreNone() throws {
    let wall =
      "<div class='paywall-barrier'><h3>Continue reading</h3><p>Subscribe to the Post for nine crowns a month and read "
      + "all of it on every device that you own.</p><button>Subscribe now</button></div>"
    let document = try read(wall)
    #expect(
      document.body.strings == Self.story && document.fields.contains { $0.text.contains("nine crowns") })
    // What stands behind a wall is the story.
    let behind = try read("<div class='paywall'><p>\(Self.story[0])</p></div>")
    #expect(behind.body.strings.count == Self.story.count + 1)
  }

  @Test(arguments: [
    "<div class='paywall-box'><h2>Subscribe now</h2><p>To read on you need a subscription for nine crowns a month.</p></div>",
    "<section amp-access='NOT granted'><p>To read on you need a subscription for nine crowns a month.</p></section>",
    "<section subscriptions-section='content-not-granted'><p>Subscribe for nine crowns a month.</p></section>",
  ]) func requestsToSubscribeWithoutButtons(box: String) throws {
    let document = try read(box)
    #expect(
      document.body.strings == Self.story && document.fields.contains { $0.text.contains("nine crowns") })
  }

  @Test(arguments: [
    "<div class='paywall-box'>", "<section amp-access='granted'>",
    "<section subscriptions-section='content'>",
  ])
  func whatIsForSubscribersIsTheStory(opening: String) throws {
    let end = opening.hasPrefix("<div") ? "</div>" : "</section>"
    #expect(try read("\(opening)<p>\(Self.story[0])</p>\(end)").body.strings.count == Self.story.count + 1)
  }

  @Test func conversationsAreComments() throws {
    let entries = ["walker", "salt"].map {
      "<li class='post'><span class='author'>\($0)</span><p>I said for years that the old engine would not last, and now see.</p></li>"
    }
    let document = try read("", after: "<div id='thread'><ul>\(entries.joined())</ul></div>")
    #expect(document.body.strings == Self.story && document.codes.contains("comments-skipped"))
    // Entries with headings are parts of a story.
    let live = entries.map { $0.replacing("<p>", with: "<h2>News</h2><p>") }
    let blog = try read("", after: "<div id='thread'><ul>\(live.joined())</ul></div>")
    #expect(blog.body.strings.contains { $0.contains("I said for years") })
  }
}
