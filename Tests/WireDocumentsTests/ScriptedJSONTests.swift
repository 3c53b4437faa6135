import Testing
import WireText

@testable import WireDocuments

/// JSON in the call of a function, or behind code that keeps browsers from running it.
@Suite struct ScriptedJSONTests {
  private static let feed =
    #"{"version": "https://jsonfeed.org/version/1.1", "title": "F", "items": [{"id": "1", "title": "Ferry (new)", "content_text": "The ferry is back (again);"}]}"#

  @Test(arguments: [
    ("take(", ");"), ("/**/cb_1.items[\"a\"](", ")"), ("window.api.take (\n", "\n) ;\n"),
    ("/**/ typeof cb === 'function' && cb(", ");"), (")]}',\n", ""), ("while(1);", ""), ("for (;;);", "\n"),
    ("])}while(1);</x>", ""), ("\u{FEFF}take(", ");"),
  ])
  func readsWhatIsInTheCall(_ before: String, _ behind: String) throws {
    let text = before + Self.feed + behind
    let document = try #require(try read(text, as: "a.js").first)
    #expect(document.origin.format == "feed" && document.headline == "Ferry (new)")
    #expect(document.body.strings == ["The ferry is back (again);"] && document.problems.isEmpty)
    // Places are those in the file.
    let place = try #require(document.body.map.fileRange(of: TextRange(0, 3)))
    #expect(String(decoding: Array(text.utf8)[place.indices], as: UTF8.self) == "The")
  }

  /// A large input comes in pieces, and its end in none of the first.
  @Test func readsALargeInput() throws {
    let item =
      #"{"uri": "urn:1", "headline": "Ferry", "body_text": "The ferry is back.", "versioncreated": "x"}"#
    let list = Array(repeating: item, count: 3000).joined(separator: ",\n")
    let documents = try read("take([\(list)])" + String(repeating: " ", count: 500) + ";", as: "a.js")
    #expect(documents.count == 3000 && documents.allSatisfy { $0.origin.format == "ninjs" })
  }

  @Test(arguments: ["take({a: 1});", "Ferry (back) is new.", "take(", "while(1); and so on", "f(1)"])
  func leavesOtherTextAsItIs(_ text: String) throws {
    #expect(try read(text, as: "a.txt").first?.body.strings == [text])
  }
}
