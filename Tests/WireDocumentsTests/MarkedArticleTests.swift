import Testing
import WireText

@testable import WireDocuments

/// What a page marks as its article, where prose elsewhere on the page is longer than its lines.
@Suite struct MarkedArticleTests {
  private static let cookies =
    "<div class='cookie-consent'><p>We use cookies to make this site better for you. Accept all of them, or choose.</p></div>"
  private static let about =
    "<div class='about'><p>The Ormsby Post is an independent newspaper in Ormsby, founded in 1907, and owned by its readers.</p></div>"
  private static let letter =
    "<div class='newsletter'><p>Get the best of our stories in your inbox every morning, free, and before you are up.</p></div>"
  private static let lines = (1...30).map { "Pier \($0) is open, quay \($0 + 30) is shut" }

  private func read(_ article: String, _ box: String, title: String = "Piers") throws -> Document {
    let page =
      "<html><head><title>\(title)</title></head><body><header><nav><a href='/'>Home</a></nav></header>\(box)"
      + "<article><h1>Piers</h1>\(article)</article><footer><p>© 2026 Ormsby Post. Contact us, imprint.</p></footer>"
      + "</body></html>"
    return try readPage(page)
  }

  private static func list(_ opening: String, _ closing: String) -> String {
    lines.map { opening + $0 + closing }.joined()
  }

  @Test(
    arguments: [
      "<ul>\(list("<li>", "</li>"))</ul>", "<table>\(list("<tr><td>", "</td></tr>"))</table>",
      "<dl>\(list("<dt>Pier</dt><dd>", "</dd>"))</dl>", list("<h3>Now</h3><p>", "</p>"),
      list("<figure><img src='a.jpg'><figcaption>", "</figcaption></figure>"),
      list("<div><span>", "</span></div>"),
    ], [cookies, about, letter])
  func shortLinesAreTheStory(article: String, box: String) throws {
    let body = try read(article, box).body.strings.joined(separator: " ")
    #expect(Self.lines.allSatisfy(body.contains))
    #expect(!["cookies", "newspaper", "inbox"].contains(where: body.contains))
  }

  @Test(arguments: [cookies, about, letter]) func flashesAreTheStory(box: String) throws {
    #expect(try read("<p>The pier is shut.</p>", box).body.strings == ["The pier is shut."])
  }

  /// An article with the headline and a text beside it may both be the story.
  @Test func longerTextsBesideItAreTakenAsWell() throws {
    let text =
      "The pier was built in 1907, and its owner said on Monday that it would have to be shut for the winter. "
    let body = try read("<p>The pier is shut.</p>", "<div><p>\(text)</p><p>\(text)</p></div>").body.strings
    #expect(body.count == 3 && body.contains("The pier is shut."))
  }

  /// A teaser may be the only article of a page whose story is not marked.
  @Test func teasersAreNotTheStory() throws {
    let text = "The pier was built in 1907, and its owner said on Monday that it would have to be shut."
    let page =
      "<html><head><title>Piers</title></head><body><div><h1>Piers</h1><p>\(text)</p></div><div>"
      + "<article><h2><a href='/x'>The ferry</a></h2><p>The ferry is back.</p></article></div></body></html>"
    let document = try readPage(page)
    #expect(document.body.strings == [text])
    let told = try #require(document.problems.first { $0.code == "left-out" })
    #expect(told.message.hasPrefix("6 words") && !told.losesText)
  }
}
