import Testing
import WireText
import WireYAML

@testable import WireDocuments

/// Inputs of any shape by a mapping file, and CSV without one.
@Suite struct MappingTests {
  private static let rules = """
    items: records.story
    title: [head.web, head.main]
    body: [lead, text]
    status: state
    statuses: {out: published, off: draft}
    date: when
    url: link
    rights: legal.notice
    terms: legal.terms
    byline: by.name
    id: "@key"
    """

  private func documents(_ bytes: [UInt8], _ mapping: String, as path: String) throws -> [Document] {
    var source = try openSource(bytes, as: path, mapping: FieldMapping(parsing: mapping, file: "map.yaml"))
    var documents: [Document] = []
    while let document = try source.next() { documents.append(document) }
    return documents
  }

  @Test(arguments: [
    #"{"records": [{"story": [{"head": {"main": "Ferry"}, "lead": "Back.", "text": "<p>The f\u00e9rry.</p>", "state": "off", "when": "2026-11-24T10:00:00Z", "link": "https://h.example/1", "legal": {"notice": "(c) Nordwind", "terms": ["One", "Two"]}, "by": [{"name": "Ada"}]}]}]}"#,
    "<x><records><Story key='k'><head><main>Ferry</main></head><lead>Back.</lead><text>&lt;p>The f&#xe9;rry.&lt;/p></text><state>off</state><when>2026-11-24T10:00:00Z</when><link>https://h.example/1</link><legal><notice>(c) Nordwind</notice><terms>One</terms><terms>Two</terms></legal><by><name>Ada</name></by></Story></records></x>"
      .replacing("Story", with: "story"),
  ])
  func readsJSONAndXML(_ text: String) throws {
    let bytes = Array(text.utf8)
    let all = try documents(bytes, Self.rules, as: "a")
    let document = try #require(all.first)
    #expect(all.count == 1 && document.origin.format == "mapping" && document.headline == "Ferry")
    #expect(document.body.strings == ["Back.", "The férry."] && document.status?.value == .draft)
    #expect(document.time(.published)?.instant?.iso8601 == "2026-11-24T10:00:00Z")
    #expect(document.statements == ["notice: (c) Nordwind", "terms: One", "terms: Two"])
    #expect(document.texts(.permalink) == ["https://h.example/1"] && document.texts(.byline) == ["Ada"])
    expectPlaces(document, in: bytes)
  }

  /// Elements elsewhere with the name of an item are none; their names may be those of HTML's elements.
  @Test(arguments: ["item", "b", "i"]) func itemsStandAtTheirPath(_ name: String) throws {
    let text =
      "<x><menu><\(name)><t>Menu</t><text>About us</text></\(name)></menu><Rows><\(name)><t>Ferry</t>"
      + "<text>The <\(name)>ferry</\(name)>.</text></\(name)></Rows></x>"
    for path in ["rows.\(name)", "x.rows.\(name)"] {
      let found = try documents(Array(text.utf8), "items: \(path)\ntitle: t\nbody: text", as: "a.xml")
      #expect(found.map(\.headline) == ["Ferry"] && found.first?.body.strings == ["The ferry."])
    }
    let all = try documents(Array(text.utf8), "items: other.\(name)\ntitle: t\nbody: text", as: "a.xml")
    #expect(all.map(\.headline) == ["Menu", "Ferry"])
  }

  @Test func readsCSVByMapping() throws {
    let bytes = Array("Kopf;Rumpf;Recht\r\n\"Fähre; alt\";\"Die \"\"Fähre\"\"\r\nist da.\";(c) nw\r\n".utf8)
    let all = try documents(bytes, "title: kopf\nbody: rumpf\nrights: recht", as: "a.csv")
    let document = try #require(all.first)
    #expect(all.count == 1 && document.headline == "Fähre; alt" && document.statements == ["notice: (c) nw"])
    #expect(document.body.strings == [#"Die "Fähre" ist da."#])
    expectPlaces(document, in: bytes)
    #expect {
      _ = try documents(bytes, "body: text", as: "a.csv")
    } throws: { ($0 as? ReadingFault)?.code == "mapping-column" }
  }

  private static let end = "2027-01-01T10:00:00Z"

  /// An item as JSON, as XML and as CSV.
  private func embargoes(_ text: String, json: String? = nil) throws -> [TimeField?] {
    let inputs = [
      (#"{"text":"The ferry.","hold":\#(json ?? "\"\(text)\"")}"#, "a"),
      ("<x><text>The ferry.</text><hold>\(text)</hold></x>", "a.xml"),
      ("text;hold\nThe ferry.;\(text)\n", "a.csv"),
    ]
    return try inputs.map { input, path in
      let all = try documents(Array(input.utf8), "body: text\nembargo: hold", as: path)
      #expect(all.count == 1)
      return all.first?.embargo
    }
  }

  @Test(arguments: [
    "false", "no", "No", "0", "none", "NULL", "n/a", "0000-00-00 00:00:00", "0001-01-01T00:00:00",
  ])
  func whatDeniesAnEmbargoIsNone(text: String) throws {
    #expect(try embargoes(text) == [nil, nil, nil])
    let csv = try read("title,body,embargo\nFerry,The ferry is back.,\(text)\n", as: "a.csv")
    #expect(csv.first?.embargo == nil && csv.first?.codes == [])
  }

  @Test(arguments: [end, "until the talks end", "true", "1"]) func whatStatesAnEmbargoIsOne(text: String)
    throws
  {
    for embargo in try embargoes(text) {
      #expect(embargo?.raw == text && embargo?.instant == Instant(reading: text))
    }
  }

  /// A mapping says that its path leads to the embargo, whatever the names in it.
  @Test(arguments: ["\"\(end)\"", #"{"until":"\#(end)"}"#, "true"]) func namesInThePath(json: String) throws {
    let input = #"{"text":"The ferry.","notes":{"no_hold":\#(json)}}"#
    let all = try documents(Array(input.utf8), "body: text\nembargo: notes.no_hold", as: "a")
    #expect(all.first?.embargo?.instant == (json == "true" ? nil : Instant(reading: Self.end)))
    #expect(all.first?.embargo != nil)
  }

  /// CSV and XML have no other way to say nothing; an empty text in JSON is one without an end, as in JSON Lines.
  @Test func emptyEmbargoes() throws {
    let found = try embargoes("")
    #expect(found.map { $0?.raw } == ["", nil, nil])
  }

  @Test(arguments: [
    (#"{"until":"2027-01-01T10:00","zone":"UTC"}"#, true), (#"{"enabled":false}"#, false), ("false", false),
    ("null", false), (#"["2026-12-01T10:00:00Z","2027-01-01T10:00:00Z"]"#, true),
  ]) func aMappingReadsTheObjectsOfJSON(json: String, isHeld: Bool) throws {
    let embargo = try embargoes("", json: json)[0]
    #expect(embargo?.instant == (isHeld ? Instant(reading: Self.end) : nil) && (embargo != nil) == isHeld)
  }

  @Test func aPathThatLeadsNowhereIsTold() throws {
    let document = try #require(try documents(Array(#"{"a": "words"}"#.utf8), "body: text", as: "a").first)
    #expect(document.problems.first { $0.code == "mapping-path" }?.losesText == true)
  }

  @Test(arguments: [
    ("title: a", "map.yaml:1:1: the key `body` is missing"),
    ("body: a\nstatuses: {x: gone}", "map.yaml:2:15: `gone` is no state"),
    ("body: a\ntitel: b", "map.yaml:2:1: unknown key `titel` (did you mean `title`?)"),
    ("body: a\ndelimiter: ab", "map.yaml:2:12: `delimiter` must be one character"),
    ("body: [a", "map.yaml:2:1: did not find"),
  ])
  func faultsOfMappingFilesHaveAPlace(_ text: String, _ start: String) {
    #expect { _ = try FieldMapping(parsing: text, file: "map.yaml") } throws: {
      ($0 as? YAMLFault)?.description.hasPrefix(start) == true
    }
  }

  @Test func readsCSVByItsNames() throws {
    let bytes = Array(
      "\u{FEFF}id,Title,Body,Status,Copyright,Memo\n7,Ferry,\"<p>The férry.</p>\",draft,(c) nw,\"Not for print\"\n\n8,Two\n"
        .utf8)
    let all = try read(bytes, as: "stories.csv")
    let document = try #require(all.first)
    #expect(all.count == 2 && document.id == "7" && document.headline == "Ferry")
    #expect(document.body.strings == ["The férry."] && document.status?.value == .draft)
    #expect(document.statements == ["notice: (c) nw"] && document.texts(.other) == ["Not for print"])
    expectPlaces(document, in: bytes)
    #expect(all[1].codes.contains("mapping-path"))
    let open = try read("body\n\"not closed\nmore", as: "a.csv")
    #expect(open.first?.problems.first { $0.code == "csv-quote" }?.losesText == true)
    #expect(open.first?.body.isEmpty == false)
    let wide = try read("note\nthe ferry,is back now", as: "a.csv")
    #expect(
      wide.first?.body.strings == ["the ferry", "is back now"]
        && wide.first?.codes.contains("csv-width") == true)
  }

  /// Exports of site and newsletter builders name with each column what it is a column of.
  @Test func readsCSVOfSiteBuilders() throws {
    let posts = try read(
      "ID,post_title,post_content,post_status,post_date\n7,Ferry,<p>The ferry.</p>,draft,2026-11-20 10:00:00\n",
      as: "posts.csv")
    #expect(posts.first?.headline == "Ferry" && posts.first?.body.strings == ["The ferry."])
    #expect(posts.first?.status?.value == .draft && posts.first?.time(.published) != nil)
    let letters = try read(
      "id,web_title,web_subtitle,content_html\n7,Ferry,Back at last,<p>The ferry.</p>\n", as: "letters.csv")
    #expect(letters.first?.headline == "Ferry" && letters.first?.texts(.subhead) == ["Back at last"])
    #expect(letters.first?.body.strings == ["The ferry."])
    let pages = try read(
      "Title,Plain Content,Rich Content\nFerry,The ferry.,\"{\"\"nodes\"\":[]}\"\n", as: "pages.csv")
    #expect(pages.first?.body.strings == ["The ferry."] && pages.first?.type == .text)
  }

  @Test(arguments: [
    ("a\tb\n1\t2", "tab"), ("a;b;\"c,d,e\"\n1;2;3", "semicolon"), ("sep=|\na|b\n1|2", "bar"),
    ("sep=|\ra|b\r1|2", "bar"),
    ("a\n1", "comma"),
  ])
  func tellsTheDelimiter(_ text: String, _ name: String) throws {
    #expect(try read(text, as: "a.csv").first?.origin.dialect == name)
  }

  /// A line break in a cell is not the one that ends the line of the delimiter.
  @Test(arguments: ["\n", "\r", "\r\n"]) func aDelimiterInALineOfItsOwnHidesNoRow(_ end: String) throws {
    let lines = [
      "sep=;", "id;title;text", "1;One;\"First line\nsecond line\"", "2;Two;Words", "3;Three;\"x\"y",
    ]
    let documents = try read(lines.joined(separator: end), as: "a.csv")
    #expect(documents.map(\.id) == ["1", "2", "3"] && documents.map(\.headline) == ["One", "Two", "Three"])
    #expect(documents.first?.body.strings == ["First line second line"])
    #expect(documents.last?.problems.compactMap(\.line) == [6])
  }
}
