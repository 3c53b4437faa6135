import Testing
import WireText

@testable import WireDocuments

/// Boxes that a system puts into the text of a post when it shows or exports it: no copy of the post.
@Suite struct SystemBoxTests {
  private func post(_ html: String) throws -> Document {
    let escaped = html.replacing("\"", with: "\\\"")
    let json =
      #"[{"id":3,"title":{"rendered":"Ferry"},"content":{"rendered":"\#(escaped)","protected":false},"link":"https://harbour.example/3"}]"#
    return try #require(try read(json, as: "a.json").first)
  }

  @Test(arguments: [
    #"<div class="sharedaddy sd-sharing-enabled"><h3>Share this:</h3><ul><li>Chirper</li></ul></div>"#,
    #"<div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3><a href="/2">Harbour fair</a></div>"#,
    #"<div class="kg-card kg-cta-card"><div><p>Become a member today</p></div></div>"#,
    #"<div class="kg-card kg-signup-card"><h2>Join us</h2></div>"#,
    #"<aside class="gh-post-upgrade-cta"><p>This post is for subscribers</p></aside>"#,
    #"<div class="addtoany_share_save_container"><a href="x">Mail this to a friend</a></div>"#,
    #"<div class="kg-card kg-bookmark-card"><a href="x"><div>Another page</div><div>Its words</div></a></div>"#,
  ])
  func leavesTheBoxOut(_ box: String) throws {
    let document = try post("<p>The ferry is back.</p>\(box)<p>It sails at noon.</p>")
    #expect(document.body.strings == ["The ferry is back.", "It sails at noon."])
    #expect(document.codes == ["boxes-skipped"])
  }

  /// A story under such a name is copy.
  @Test func keepsALongBox() throws {
    let story = Array(repeating: "The ferry is back at last.", count: 20).joined(separator: " ")
    let document = try post(#"<div class="sharedaddy"><p>\#(story)</p></div>"#)
    #expect(document.body.strings == [story] && document.problems.isEmpty)
  }

  @Test func readsAListWhoseFirstPostHasNoText() throws {
    let documents = try read(
      #"[{"id":1,"title":{"rendered":"One"},"link":"https://harbour.example/1"},{"id":2,"title":{"rendered":"Two"},"content":{"rendered":"<p>Text.</p>"},"link":"https://harbour.example/2"}]"#,
      as: "a.json")
    #expect(documents.map(\.headline) == ["One", "Two"])
    #expect(documents.map(\.origin.format) == ["wprest", "wprest"])
    #expect(documents.last?.body.strings == ["Text."])
  }
}
