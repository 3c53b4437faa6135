import Testing
import WireText

@testable import WireDocuments

/// The trees of editors in JSON Lines: every word that a reader sees, and nothing that says how it looks.
@Suite struct EditorTreeTests {
  struct Tree: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var line: String
    var body: [String]
    var fields: [String] = []

    init(_ name: String, _ line: String, _ body: [String], fields: [String] = []) {
      testDescription = name
      self.line = line
      self.body = body
      self.fields = fields
    }
  }

  @Test(arguments: trees) func isReadWordByWord(_ tree: Tree) throws {
    let document = try #require(try read(tree.line, as: "a.ndjson").first)
    #expect(document.origin.format == "jsonl")
    #expect(document.body.strings == tree.body)
    #expect(document.fields.map { "\($0.key): \($0.text)" } == tree.fields)
    #expect(document.codes.isEmpty)
  }

  @Test(arguments: trees.filter { !$0.line.contains("&amp;") }) func leadsBackToTheFile(_ tree: Tree) throws {
    let lines = #"{"id":"0","text":"One."}"# + "\n" + tree.line
    let document = try #require(try read(lines, as: "a.ndjson").last)
    expectPlaces(document, in: Array(lines.utf8))
  }

  @Test func aTreeWithoutTextIsTold() throws {
    let line =
      #"{"id":"1","body":[{"type":"image","src":"https://n.example/q.jpg"},{"type":"stat","n":"Ferry"}]}"#
    let document = try #require(try read(line, as: "a.ndjson").first)
    #expect(document.body.isEmpty && document.codes == ["no-text"])
  }

  @Test(arguments: [
    #"{\"ferry\": \"late\"} is what the board of Sandvik showed."#, #"[{\"n\": 1}]"#,
    #"{\"type\": \"stat\"}"#,
  ]) func whatIsNoTreeIsReadAsItIs(_ text: String) throws {
    let document = try #require(try read(#"{"id":"1","body":"\#(text)"}"#, as: "a.ndjson").first)
    #expect(document.body.strings == [text.replacing("\\", with: "")])
    #expect(document.codes.isEmpty)
  }

  @Test func linesAreCountedInTheFile() throws {
    let lines =
      #"{"id":"0","text":"One."}"# + "\n\n" + #"{"id":"1","body":[{"type":"p","text":"\ud800 Two."}]}"#
    let document = try #require(try read(lines, as: "a.ndjson").last)
    #expect(document.codes == ["lone-surrogate"])
    let faulty = lines.replacing(#""text":"\ud800 Two.""#, with: #""blocks":[{"type":"html","html":3}]"#)
    #expect(try read(faulty, as: "a.ndjson").last?.problems.map(\.line) == [3])
  }

  @Test func manySpellingsOfAKeyOfText() throws {
    let gaps = (0..<28).map { String(repeating: "_", count: $0) }
    let keys = gaps.flatMap { first in gaps.map { "t\(first)e\($0)xt" } }
    let line = "{" + keys.map { "\"\($0)\":\"\"" }.joined(separator: ",") + #","body":[{"text":"Ferry"}]}"#
    #expect(try read(line, as: "a.ndjson").first?.body.strings == ["Ferry"])
  }

  private static let trees = [
    Tree(
      "Portable Text",
      #"{"id":"1","body":[{"_type":"block","style":"normal","markDefs":[{"_key":"l","_type":"link","href":"https://n.example/x"}],"children":[{"_type":"span","marks":[],"text":"The "},{"_type":"span","marks":["strong"],"text":"ferry"},{"_type":"span","marks":["l"],"text":" sails."}]},{"_type":"block","style":"h2","children":[{"_type":"span","text":"Back"}]},{"_type":"block","listItem":"bullet","level":1,"children":[{"_type":"span","text":"Monday"}]},{"_type":"image","asset":{"_ref":"image-abc"},"caption":"Quay","alt":"The quay"}]}"#,
      ["The ferry sails.", "Back", "Monday", "Quay"], fields: ["alt: The quay"]),
    Tree(
      "Portable Text: a mention in a sentence",
      #"{"id":"1","body":[{"_type":"block","children":[{"_type":"span","text":"Ask "},{"_type":"mention","name":"Bo Ek"},{"_type":"span","text":"him."}]}]}"#,
      ["Ask him."], fields: ["mention: Bo Ek"]),
    Tree(
      "Slate",
      #"{"id":"1","body":[{"type":"paragraph","children":[{"text":"The "},{"text":"ferry","bold":true,"fontFamily":"Times New Roman"},{"text":" of "},{"type":"link","url":"https://n.example","title":"Not this one","children":[{"text":"Sandvik"}]},{"text":""}]},{"type":"heading-one","children":[{"text":"Back"}]},{"type":"bulleted-list","children":[{"type":"list-item","children":[{"text":"Monday"}]}]},{"children":[{"text":"Plain"}]}]}"#,
      ["The ferry of Sandvik", "Back", "Monday", "Plain"], fields: ["link@title: Not this one"]),
    Tree(
      "Lexical",
      ##"{"id":"1","content":{"root":{"children":[{"type":"heading","tag":"h1","children":[{"type":"text","text":"Back","format":0,"mode":"normal","detail":0,"style":"color: dark blue"}]},{"type":"paragraph","children":[{"type":"text","text":"The"},{"type":"linebreak"},{"type":"text","text":"ferry ","format":1},{"type":"hashtag","text":"#sails"},{"type":"autolink","url":"https://n.example","children":[{"type":"text","text":" Monday"}]}]},{"type":"list","listType":"bullet","children":[{"type":"listitem","value":1,"children":[{"type":"text","text":"One"}]}]}],"direction":"ltr","format":"","indent":0,"type":"root","version":1}}}"##,
      ["Back", "The ferry #sails Monday", "One"]),
    Tree(
      "ProseMirror",
      #"{"id":"1","body":{"type":"doc","content":[{"type":"heading","attrs":{"level":2,"textAlign":"left","fontFamily":"Times"},"content":[{"type":"text","text":"Back"}]},{"type":"paragraph","content":[{"type":"text","text":"The "},{"type":"text","marks":[{"type":"bold"},{"type":"textStyle","attrs":{"fontFamily":"Times New Roman"}}],"text":"ferry"},{"type":"text","text":" of "},{"type":"mention","attrs":{"id":"7","label":"Bo Ek"}},{"type":"hardBreak"},{"type":"text","text":"sails"}]},{"type":"image","attrs":{"src":"https://n.example/q.jpg","alt":"The quay","title":"Quay"}},{"type":"callout","attrs":{"type":"info","text":"It sails on Monday."}}]}}"#,
      ["Back", "The ferry of Bo Ek sails", "Quay", "It sails on Monday."], fields: ["alt: The quay"]),
    Tree(
      "Draft.js, whose texts hold no markup",
      #"{"id":"1","body":{"blocks":[{"key":"a","text":"The ferry <of> Sandvik & co","type":"unstyled","depth":0,"inlineStyleRanges":[{"offset":4,"length":5,"style":"BOLD"}],"entityRanges":[{"offset":0,"length":3,"key":0}],"data":{}},{"key":"b","text":"Back","type":"header-two","inlineStyleRanges":[]},{"key":"c","text":" ","type":"atomic","entityRanges":[]}],"entityMap":{"0":{"type":"LINK","mutability":"MUTABLE","data":{"url":"https://n.example"}},"1":{"type":"IMAGE","mutability":"IMMUTABLE","data":{"src":"https://n.example/q.jpg","caption":"Quay"}}}}}"#,
      ["The ferry <of> Sandvik & co", "Back", "Quay"]),
    Tree(
      "Draft.js in a string",
      #"{"id":"1","body":"{\"blocks\":[{\"key\":\"a\",\"text\":\"Ferry\",\"type\":\"unstyled\"},{\"text\":\"Back\",\"type\":\"header-two\"}],\"entityMap\":{}}"}"#,
      ["Ferry", "Back"]),
    Tree(
      "Editor.js",
      #"{"id":"1","content":{"time":1,"blocks":[{"id":"a","type":"paragraph","data":{"text":"The <b>ferry</b> &amp; co"}},{"type":"header","data":{"text":"Back","level":2}},{"type":"list","data":{"style":"unordered","items":["One",{"content":"Two","items":[{"content":"Three"}]}]}},{"type":"table","data":{"withHeadings":true,"content":[["Day","Time"],["Monday","nine"]]}},{"type":"quote","data":{"text":"Ahoy","caption":"Ek","alignment":"left"}}],"version":"2.22"}}"#,
      ["The ferry & co", "Back", "One", "Two", "Three", "Day", "Time", "Monday", "nine", "Ahoy", "Ek"]),
    Tree(
      "BlockNote, whose cells are lists of nodes",
      #"{"id":"1","body":[{"id":"1","type":"paragraph","props":{"textColor":"default","textAlignment":"left"},"content":[{"type":"text","text":"The ","styles":{}},{"type":"text","text":"ferry","styles":{"bold":true}}],"children":[]},{"type":"table","content":{"type":"tableContent","rows":[{"cells":[[{"type":"text","text":"Day","styles":{}}],[{"type":"text","text":"Time"}]]}]}}]}"#,
      ["The ferry", "Day", "Time"]),
    Tree(
      "Quill",
      #"{"id":"1","body":{"ops":[{"insert":"The "},{"attributes":{"bold":true,"font":"Times New Roman"},"insert":"ferry"},{"insert":" sails.\nBack"},{"attributes":{"header":2},"insert":"\n"},{"insert":{"image":"https://n.example/q.jpg"}},{"insert":"Monday\n"}]}}"#,
      ["The ferry sails.", "Back", "Monday"]),
    Tree(
      "strings and nodes in one list",
      #"{"id":"1","body":["The ferry.",{"type":"p","text":"Back"},"Monday"]}"#,
      ["The ferry.", "Back", "Monday"]),
    Tree(
      "nodes under keys of an editor's own",
      #"{"id":"1","body":[{"text":"The "},{"type":"em","nodes":[{"text":"old"}]},{"text":" ferry "},{"type":"sub","items":[{"text":"sails."}]}]}"#,
      ["The old ferry sails."]),
    Tree(
      "a tab with nodes",
      #"{"id":"1","body":[{"type":"p","text":"Ferry"},{"type":"tab","items":[{"text":"Quay"}]}]}"#,
      ["Ferry", "Quay"]),
    Tree(
      "a text with its rendering", #"{"id":"1","content":{"rendered":"<p>Ferry</p>","protected":false}}"#,
      ["Ferry"]),
  ]
}
