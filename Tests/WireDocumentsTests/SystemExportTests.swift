import Testing
import WireText

@testable import WireDocuments

/// What systems write in their own way: envelopes of their store, states as numbers, texts that are cut.
@Suite struct SystemExportTests {
  @Test func dumpsOfElasticsearchHoldRecords() throws {
    func line(_ id: String, _ state: String) -> String {
      #"{"_index": "archive", "_type": "items", "_id": "\#(id)", "_score": 1, "_source": {"guid": "g\#(id)", "type": "text", "pubstatus": "\#(state)", "headline": "F", "body_html": "<p>The ferry.</p>", "usageterms": "No web", "versioncreated": "2025-05-05T10:00:00+0000"}}"#
    }
    let documents = try read("\(line("1", "canceled"))\n\(line("2", "usable"))\n", as: "a.jsonl")
    #expect(documents.map(\.id) == ["g1", "g2"] && documents.map(\.origin.format) == ["ninjs", "ninjs"])
    #expect(documents.map { $0.status?.value } == [.canceled, .usable])
    #expect(documents.map(\.statements) == [["terms: No web"], ["terms: No web"]])
    #expect(documents.map(\.body.strings) == [["The ferry."], ["The ferry."]])
  }

  @Test func dumpsOfPlainRecordsAreLines() throws {
    let line = #"{"_index":"a","_id":"1","_source":{"id":"7","text":"The ferry.","license":"No web"}}"#
    let document = try #require(try read(Array("\(line)\n".utf8), as: "a.jsonl").first)
    #expect(document.id == "7" && document.body.strings == ["The ferry."])
    #expect(document.statements == ["terms: No web"])
    let place = try #require(document.rights.first?.range)
    #expect(String(decoding: Array(line.utf8)[place.indices], as: UTF8.self) == "No web")
  }

  @Test func keysOfAStoryMayBeginWithAnUnderscore() throws {
    let document = try #require(
      try read(#"{"_source":"x","id":"7","text":"The ferry."}"#, as: "a.jsonl").first)
    #expect(document.id == "7" && document.body.strings == ["The ferry."])
  }

  @Test func statesOfDrupalAreNumbers() throws {
    let node =
      #"[{"vid": "9", "uid": "1", "title": "F", "status": "0", "nid": "7", "body": {"und": [{"value": "<p>The ferry sails.</p>"}]}}]"#
    let document = try #require(try read(node, as: "a.json").first)
    #expect(document.status?.value == .draft && document.id == "7" && document.problems.isEmpty)
  }

  @Test func joomlaHasATrash() throws {
    let article =
      #"{"data": [{"type": "articles", "id": "5", "attributes": {"id": 5, "title": "F", "text": "<p>The ferry sails.</p>", "state": -2, "created_by_alias": "Ada Berg", "publish_up": "2031-01-01 00:00:00", "publish_down": "0000-00-00 00:00:00", "metadata": {"rights": "No reprint"}}}]}"#
    let table = #"""
      id,title,introtext,state,created_by_alias,publish_up,publish_down,metadata
      5,F,<p>The ferry sails.</p>,-2,Ada Berg,2031-01-01 00:00:00,0000-00-00 00:00:00,"{""robots"":"""",""rights"":""No reprint""}"
      """#
    for (text, path) in [(article, "a.json"), (table, "a.csv")] {
      let document = try #require(try read(text, as: path).first)
      #expect(document.status?.value == .trashed && document.texts(.byline) == ["Ada Berg"])
      #expect(document.statements == ["notice: No reprint"] && document.problems.isEmpty)
      #expect(document.times.map(\.raw) == ["2031-01-01 00:00:00"])
    }
  }

  @Test func aTextForMembersIsCut() throws {
    func post(_ access: String) throws -> Document {
      let text =
        #"{"posts": [{"id": "1", "uuid": "u", "title": "F", "html": "<p>The ferry.</p>", "visibility": "paid", "access": \#(access)}]}"#
      return try #require(try read(text, as: "a.json").first)
    }
    #expect(try post("false").problems.filter(\.losesText).map(\.code) == ["body-cut"])
    #expect(try post("true").problems.isEmpty)
  }

  @Test func packedFieldsUnderOtherKeysStateRights() throws {
    let packed = #"a:2:{s:9:"copyright";s:4:"© N";s:7:"embargo";s:20:"2031-01-01T00:00:00Z";}"#
    for (key, value) in [
      ("legal", packed), ("legal", #"{"copyright":"© N","embargo":"2031-01-01T00:00:00Z"}"#),
      ("wire_box", #"{"embargo":"2031-01-01T00:00:00Z"}"#),
    ] {
      let meta =
        "<wp:postmeta><wp:meta_key>\(key)</wp:meta_key><wp:meta_value><![CDATA[\(value)]]></wp:meta_value></wp:postmeta>"
      let export = XMLSamples.export(XMLSamples.post(7, "<p>The ferry.</p>", more: meta))
      let document = try #require(XMLSamples.read(export).documents.first)
      #expect(document.embargo?.instant?.iso8601 == "2031-01-01T00:00:00Z" && document.problems.isEmpty)
      #expect(document.statements == (key == "legal" ? ["limited: © N"] : []))
    }
  }
}
