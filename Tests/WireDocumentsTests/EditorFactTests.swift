import Testing
import WireText

@testable import WireDocuments

/// Single words of editors' blocks that are copy: labels of facts, speakers of quotations.
@Suite struct EditorFactTests {
  private func document(_ body: String) throws -> Document {
    let line = #"{"id":"1","body":\#(body)}"#
    let document = try #require(try read(line, as: "a.ndjson").first)
    expectPlaces(document, in: Array(line.utf8))
    return document
  }

  @Test(arguments: [
    (
      #"[{"_type":"factBox","title":"Fleet","items":[{"label":"Ferries","text":"Twelve on the line"},{"label":"Crew","text":"Ninety"}]}]"#,
      ["Fleet", "Ferries", "Twelve on the line", "Crew", "Ninety"]
    ),
    (
      #"[{"__component":"shared.facts","heading":"Fleet","facts":[{"label":"Ferries","value":12},{"term":"Quay","definition":"North"}]}]"#,
      ["Fleet", "Ferries", "12", "Quay", "North"]
    ),
    (#"[{"_type":"stat","name":"Ferries","number":"12"}]"#, ["Ferries", "12"]),
    (#"[{"__component":"shared.quote","quote":"We sail.","author":"Ost"}]"#, ["We sail.", "Ost"]),
    (
      #"[{"_type":"pullQuote","text":"We sail.","speaker":"Ost","source":"https://x.example/a"}]"#,
      ["We sail.", "Ost"]
    ),
    (#"[{"type":"quote","content":"We sail.","author":{"name":"Ost","slug":"ost"}}]"#, ["We sail.", "Ost"]),
  ]) func areCopy(body: String, expected: [String]) throws {
    #expect(try document(body).body.strings == expected)
  }

  /// What has a target is a button or a link.
  @Test(arguments: [
    #"[{"_type":"text","content":"The ferry."},{"_type":"more","label":"More","text":"Timetable","url":"https://x.example"}]"#,
    #"[{"_type":"text","content":"The ferry."},{"_type":"box","label":"wide","width":12}]"#,
    #"[{"_type":"text","content":"The ferry.","name":"lead"}]"#,
  ]) func labelsOfOtherThingsAreNot(body: String) throws {
    let words = try document(body).body.strings
    #expect(!words.contains("More") && !words.contains("wide") && words.first?.contains("The ferry.") == true)
  }

  /// A card with another page is no copy, but kept.
  @Test func cardsOfOtherPagesAreNot() throws {
    let post =
      #"{"db":[{"data":{"posts":[{"id":"1","title":"F","status":"published","mobiledoc":"{\"version\":\"0.3.1\",\"atoms\":[],\"cards\":[[\"bookmark\",{\"url\":\"u\",\"metadata\":{\"title\":\"Another ferry story\"}}]],\"markups\":[],\"sections\":[[1,\"p\",[[0,[],0,\"The ferry.\"]]],[10,0]]}"}]}}]}"#
    let document = try #require(try read(post, as: "a.json").first)
    #expect(document.body.strings == ["The ferry."] && document.texts(.other).contains("Another ferry story"))
    let story =
      "<html><body><article class='h-entry'><h1 class='p-name'>F</h1><section data-field='body'><p>The ferry.</p>"
      + "<div class='graf graf--mixtapeEmbed'><a href='u'><strong>Another story</strong></a></div></section></article></body></html>"
    let medium = try #require(try read(story, as: "a.html", format: "medium").first)
    #expect(medium.body.strings == ["The ferry."] && medium.texts(.other) == ["Another story"])
  }
}
