import Foundation
import Testing

@testable import WireDocuments

/// Links to licences in HTML that other formats carry.
@Suite struct FragmentRightsTests {
  private static let address = "https://creativecommons.org/licenses/by-nc/4.0/"
  private static let story =
    "<p>The ferry was late again on Monday, and nobody on the quay knew why it had not come.</p>"
  private static let licence = "<p><a rel='license' href='\(address)'><img src='by-nc.png'></a></p>"
  private static let picture =
    "<figure><img src='a.jpg'><figcaption><a rel='license' href='\(address)'>CC</a></figcaption></figure>"

  private func documents(_ text: String, path: String) throws -> [Document] {
    var source = try DocumentSource(bytes: Array(text.utf8), path: path)
    var documents: [Document] = []
    while let document = try source.next() { documents.append(document) }
    return documents
  }

  private func json(_ fields: [String: String]) throws -> String {
    String(decoding: try JSONSerialization.data(withJSONObject: fields), as: UTF8.self)
  }

  /// The formats with a story in a field of HTML.
  private func files(_ html: String) throws -> [(String, String)] {
    let escaped = html.replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    return [
      (html, "story.html"),
      (try json(["id": "1", "html": html]) + "\n" + json(["id": "2", "html": html]), "stories.jsonl"),
      (
        try json([
          "uri": "urn:gull:1", "type": "text", "version": "1", "headline": "Ferry", "body_html": html,
        ]), "item.json"
      ),
      (
        "<rss version='2.0'><channel><title>T</title><item><guid>1</guid><title>Ferry</title>"
          + "<description>\(escaped)</description></item></channel></rss>", "feed.xml"
      ),
    ]
  }

  @Test func aLicenceBesideTheTextIsItsOwn() throws {
    for (text, path) in try files(Self.story + Self.licence) {
      let document = try #require(try documents(text, path: path).first)
      #expect(document.textRights.map(\.text) == [Self.address], "\(path)")
    }
  }

  @Test func aLicenceOfAPictureIsNotTheTexts() throws {
    for (text, path) in try files(Self.story + Self.picture) {
      let document = try #require(try documents(text, path: path).first)
      #expect(document.textRights.isEmpty, "\(path)")
    }
  }

  @Test func otherLinksSayNothing() throws {
    for (text, path) in try files(Self.story + "<p><a rel='nofollow' href='\(Self.address)'>a</a></p>") {
      let document = try #require(try documents(text, path: path).first)
      #expect(document.rights.isEmpty, "\(path)")
    }
  }
}
