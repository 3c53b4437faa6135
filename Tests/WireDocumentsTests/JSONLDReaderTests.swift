import Testing
import WireText

@testable import WireDocuments

/// JSON-LD in a file of its own.
@Suite struct JSONLDReaderTests {
  @Test func readsAnArticle() throws {
    let file =
      #"{"@context":"https://schema.org","@graph":[{"@type":"Organization","@id":"nw","name":"Nordwind"},"#
      + #"{"@type":"NewsArticle","headline":"Ferry &amp; quay","articleBody":"The ferry.\n\nThe quay.","#
      + #""copyrightHolder":{"@id":"nw"},"datePublished":"2026-11-24T10:00:00Z","author":{"name":"Ada Fenn"}}]}"#
    for path in ["a.jsonld", "a.json"] {
      let document = try #require(try read(file, as: path).first)
      #expect(document.origin.format == "jsonld" && document.headline == "Ferry & quay")
      #expect(
        document.body.strings == ["The ferry.", "The quay."] && document.statements == ["holder: Nordwind"])
      #expect(document.time(.published)?.instant?.iso8601 == "2026-11-24T10:00:00Z")
      #expect(
        document.texts(.author) == ["Ada Fenn"])
      expectPlaces(document, in: Array(file.utf8))
    }
  }

  /// The end of a script element ends nothing here; of several articles one is read, and that is told.
  @Test func saysWhatItLeavesOut() throws {
    let file =
      #"[{"@context":"https://schema.org","@type":"NewsArticle","articleBody":"The </script> quay is open."},"#
      + #"{"@context":"https://schema.org","@type":"NewsArticle","articleBody":"The ferry."}]"#
    let document = try #require(try read(file, as: "a.json").first)
    #expect(document.body.strings.joined().contains("quay is open.") && document.codes == ["further-body"])
    #expect(document.losesText)
  }

  @Test func otherThingsAreNoArticle() {
    #expect(throws: ReadingFault.self) {
      try read(#"{"@context":"https://schema.org","@type":"Organization","name":"Nordwind"}"#, as: "a.json")
    }
  }

  @Test func brokenOnesAreFaults() {
    #expect(throws: ReadingFault.self) {
      try read(#"{"@context":"https://schema.org","@type":"NewsArticle","articleBody":"The"#, as: "a.json")
    }
  }
}
