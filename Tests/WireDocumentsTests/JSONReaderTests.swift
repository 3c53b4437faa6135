import Testing
import WireText
import WireTrees

@testable import WireDocuments

struct JSONReaderTests {
  @Test("events come in order with their places")
  func events() throws {
    let bytes = Array(#"{"a": [1, -2.5e3, true, null], "b": {}}"#.utf8)
    var reader = JSONReader(bytes)
    var events: [JSONReader.Event] = []
    repeat { events.append(try reader.next()) } while events.last != .end
    #expect(
      events == [
        .beginObject, .key(JSONString(range: 2..<3, isPlain: true)), .beginArray, .number(7..<8),
        .number(10..<16), .bool(true), .null, .endArray, .key(JSONString(range: 32..<33, isPlain: true)),
        .beginObject, .endObject, .endObject, .end,
      ])
  }

  @Test(
    "what is no JSON is refused with line and column",
    arguments: [
      ("", 1, 1), ("[1,]", 1, 4), ("[1\n2]", 2, 1), ("{\"a\" 1}", 1, 6), ("{\"a\":1,}", 1, 8), ("[01]", 1, 3),
      ("[1.]", 1, 4), ("[\"\t\"]", 1, 3), ("[\"\\x\"]", 1, 3), ("[\"\\u12G4\"]", 1, 3), ("tru", 1, 1),
      ("[1]]", 1, 4), ("[\"abc", 1, 6), ("{'a':1}", 1, 2), ("\u{FEFF}[1]", 1, 1), ("[\r\n1\r2]", 3, 1),
      ("[+1]", 1, 2), ("[NaN]", 1, 2), ("{\"a\":1 \"b\":2}", 1, 8), ("[1", 1, 3),
    ])
  func faults(text: String, line: Int, column: Int) {
    let bytes = Array(text.utf8)
    var reader = JSONReader(bytes)
    let fault = #expect(throws: JSONFault.self) { while try reader.next() != .end {} }
    #expect(fault?.line == line && fault?.column == column)
  }

  @Test("depth is bounded without recursion")
  func depth() {
    let deep = [UInt8](repeating: 0x5B, count: 100_000)
    #expect(JSONShape.fault(deep, limits: Limits())?.code == "limit-depth")
  }

  @Test("strings are decoded with their places, halves of characters are replaced and counted")
  func strings() throws {
    let source = #""aé\n\ud83c\udf88b\ud83cx""#
    let bytes = Array(source.utf8)
    var reader = JSONReader(bytes)
    guard case .string(let string) = try reader.next() else {
      Issue.record("no string")
      return
    }
    var text: [UInt8] = []
    var map = SourceMap()
    let repairs = string.decode(from: bytes, at: 100, into: &text, map: &map)
    #expect(String(decoding: text, as: UTF8.self) == "aé\n🎈b\u{FFFD}x")
    #expect(repairs.loneSurrogates == 1)
    #expect(map.fileRange(of: TextRange(4, 8)) == FileRange(106, 118))
    #expect(map.fileRange(of: TextRange(8, 9)) == FileRange(118, 119))
  }

  @Test("several values may follow one another where asked for")
  func many() throws {
    var reader = JSONReader(Array("{} [1]\n2 ".utf8), takesMany: true)
    var count = 0
    while try reader.next() != .end { count += 1 }
    #expect(count == 6)
  }
}

struct JSONLinesTests {
  @Test("a bad line is a document with its problem, the others are read")
  func badLine() throws {
    let lines =
      "{\"id\": 1, \"text\": \"One.\"}\n{\"id\": 2, \"text\": \n\n{\"id\": \"3\", \"text\": \"Three.\"}"
    let documents = Array(try DocumentSource(bytes: Array(lines.utf8), path: "f.jsonl"))
    #expect(documents.map(\.id) == ["1", nil, "3"])
    #expect(documents[1].problems.map(\.code) == ["bad-line"])
    #expect(documents[1].problems.first?.line == 2)
    #expect(documents[1].problems.first?.losesText == true)
    #expect(documents[2].origin.item == 3)
  }

  @Test("every field lands in its place as written")
  func fields() throws {
    let line = #"""
      {"id":"A","text":"x","headline":" Two\n lines ","version":3,"agency":"northwire","byline":"By Ann Vale","status":"killed","embargo":"2026-11-24T10:00","published":"2026-11-24T08:00:00Z","rights":["© 2026 Northwire.","Second."],"usageterms":"No web.","url":"https://x.example/1","language":"en","rights":"Third."}
      """#
    let document = try #require(Array(try DocumentSource(bytes: Array(line.utf8), path: "f")).first)
    #expect(document.headline == "Two lines")
    #expect(document.version == "3")
    #expect(document.field(.provider)?.text == "northwire")
    #expect(document.status == Status(.canceled, raw: "killed"))
    #expect(document.embargo == TimeField(.embargo, raw: "2026-11-24T10:00", instant: nil))
    #expect(document.time(.published)?.instant?.iso8601 == "2026-11-24T08:00:00Z")
    #expect(document.rights.map(\.text) == ["© 2026 Northwire.", "Second.", "No web.", "Third."])
    #expect(document.problems.map(\.code) == ["duplicate-key"])
  }
}
