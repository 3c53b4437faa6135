import Testing
import WireDocuments
import WireText

@testable import Wirecheck

/// Where only a picture of an agency is used, it is the picture's credit that is owed; agencies are invented.
struct PictureCreditTests {
  private static let owed = Story.contract(", duties: [{credit: [Northwire]}]")
  private static let caption =
    "A beekeeper lifts the last of four hundred hives from a barge on the Dravin canal late on Monday night, after the"
    + " council sprayed its poplars."

  private static func page(caption: String, byline: String = "Staff reporter", after: String = "") -> String {
    """
    <html lang="en"><head><title>Bees on the move</title><meta name="author" content="\(byline)"></head><body><article>
    <h1>Bees on the move</h1><p>\(Story.own)</p>
    <figure><img src="bees.jpg"><figcaption>\(caption)</figcaption></figure>\(after)
    <p>The honey was dark, the bread was fresh, and nobody in the market square wanted to talk about poplars at all.</p>
    <p>\(Story.own.replacing("eleven", with: "twelve"))</p></article></body></html>
    """
  }

  private func findings(_ page: String, wire: [String]) throws -> [Finding] {
    var source = try DocumentSource(bytes: Array(page.utf8), path: "draft.html", format: "html")
    let document = try #require(try source.next())
    let now = try #require(Instant(iso8601: "2026-11-20T12:00:00Z"))
    return try Scene(Self.owed, wire: wire).checker.check(document, on: Occasion(now: now)).findings
  }

  private func outline(_ page: String) throws -> [String] {
    try findings(page, wire: [Scene.item("NW-P", Self.caption)]).map { "\($0.rule) \($0.level.rawValue)" }
  }

  @Test(arguments: ["Photo: Ilse Dorran/Northwire", "(Northwire/Ilse Dorran)", "Northwire"])
  func theCreditOfThePictureCounts(_ credit: String) throws {
    #expect(try outline(Self.page(caption: "\(Self.caption) \(credit)")) == [])
  }

  @Test func theCreditMayStandBesideTheCaption() throws {
    #expect(try outline(Self.page(caption: Self.caption, after: "<p>Photo: Northwire</p>")) == [])
  }

  @Test func theBylineCreditsNoPicture() throws {
    let found = try findings(
      Self.page(caption: Self.caption, byline: "Ilse Dorran, Northwire"),
      wire: [Scene.item("NW-P", Self.caption)])
    #expect(found.map(\.rule) == ["WC201"])
    #expect(found.first?.message.hasSuffix("the credit “Northwire” is missing under the picture") == true)
    #expect(found.first?.help == ["Add the credit “Northwire” to the picture's credit line"])
  }

  @Test func wordsOfTheTextBesideThePictureAskTheText() throws {
    let page = Self.page(caption: "\(Self.caption) Photo: Northwire").replacing(
      "<p>The honey", with: "<p>\(Story.first)</p><p>\(Story.second)</p><p>The honey")
    let found = try findings(page, wire: [Scene.item()])
    #expect(found.map(\.rule) == ["WC201"])
    #expect(found.first?.help == ["Add the credit “Northwire” to the byline or credit line"])
  }
}
