import Testing

@testable import WireDocuments

/// Bylines as systems write them into pages.
@Suite struct PageBylineTests {
  private static let story =
    "<p>From January on the market stands in the cathedral square, where it stood until 1938.</p>"
    + "<p>The traders pay no rent in the first year, the council decided on Monday evening.</p>"

  private func bylines(_ body: String) throws -> [String] {
    let document = try readPage(
      "<!DOCTYPE html><html><head><title>Market moves | Post</title></head><body><nav>Home</nav>\(body)</body></html>"
    )
    #expect(document.body.strings.count == 2)
    return document.texts(.byline)
  }

  @Test func typo3() throws {
    let page =
      "<div class='news news-single'><div class='article'><div class='header'><h1>Market moves</h1></div>"
      + "<div class='footer'><p><span class='news-list-date'>10.11.2026</span> <span class='news-list-author'>By Jana Ek"
      + "</span></p></div><div class='news-text-wrap'>\(Self.story)</div></div></div>"
    #expect(try bylines(page) == ["By Jana Ek"])
  }

  /// The foot of the page is not that of the story.
  @Test func whoMadeTheSiteIsNotTheAuthor() throws {
    let page =
      "<h1>Market moves</h1><main>\(Self.story)</main><div class='footer'><span class='author'>Site by Kai Orn</span></div>"
    #expect(try bylines(page).isEmpty)
  }

  @Test(arguments: [
    "<div class='node__meta'><span class='node__submitted'>Submitted by <span class='field field--name-uid'>"
      + "<span about='/user/1' typeof='schema:Person' property='schema:name'>Edda Lunt</span></span> on Mon</span></div>",
    "<div class='meta submitted'><span property='dc:date'>Submitted by <span class='username' typeof='sioc:UserAccount'>"
      + "Edda Lunt</span> on Mon, 11/16/2026 - 10:00</span></div>",
  ])
  func drupal(_ line: String) throws {
    let page =
      "<article class='node'><h1>Market moves</h1>\(line)<div class='field field--name-body'>\(Self.story)</div></article>"
    #expect(try bylines(page) == ["Edda Lunt"])
  }

  /// The title of another story is no reason to read a brief with looser rules.
  @Test func aBriefHasNoMoreThanItsText() throws {
    let page =
      "<article><h1>Market moves</h1><div class='entry-content'>\(Self.story)<div class='related'><h2>More on this</h2>"
      + "<ul><li><a href='/q'>Quay to be widened next summer</a></li></ul></div></div></article>"
    #expect(try bylines(page).isEmpty)
  }
}
