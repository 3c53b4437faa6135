import Testing
import WireText

@testable import WireDocuments

/// What in an editor's tree is a piece of a sentence, what is a block, and what is a record of its own.
@Suite struct EditorTreeSentenceTests {
  struct Body: Sendable, CustomTestStringConvertible {
    var testDescription: String { value }
    var value: String
    var body: [String]
    var fields: [String]

    init(_ value: String, _ body: [String], fields: [String] = []) {
      self.value = value
      self.body = body
      self.fields = fields
    }
  }

  private func expect(_ expected: Body) throws {
    let line = #"{"id":"1","body":\#(expected.value)}"#
    let document = try #require(try read(line, as: "a.ndjson").first)
    #expect(document.body.strings == expected.body)
    #expect(document.fields.map { "\($0.name) \($0.key): \($0.text)" } == expected.fields)
    #expect(document.rights.isEmpty && document.codes.isEmpty)
    expectPlaces(document, in: Array(line.utf8))
  }

  @Test("pieces without a kind stay in their sentence", arguments: pieces) func isOneSentence(_ body: Body)
    throws
  {
    try expect(body)
  }

  @Test("blocks stay apart", arguments: blocks) func isABlock(_ body: Body) throws { try expect(body) }

  @Test("records keep all words", arguments: records) func isARecord(_ body: Body) throws { try expect(body) }

  @Test("what has no text leaf stays in its sentence", arguments: phrases) func isAPhrase(_ body: Body) throws
  {
    try expect(body)
  }

  @Test func manyRecordsAreReadOnce() throws {
    let record = #"{"text":"The ferry sails.","html":"<p>The ferry sails.</p>","author":"Bo Ek"}"#
    let line = #"{"id":"1","body":[\#(Array(repeating: record, count: 2_000).joined(separator: ","))]}"#
    let document = try #require(try read(line, as: "a.ndjson").first)
    #expect(document.body.strings.count == 2_000 && document.fields.count == 2_000)
  }

  private static let pieces = [
    Body(
      #"[{"type":"paragraph","runs":[{"text":"The ri"},{"text":"ver"},{"text":" rose on Monday."}]}]"#,
      ["The river rose on Monday."]),
    Body(
      #"[{"type":"paragraph","inlines":[{"text":"The ri"},{"text":"ver","bold":true},{"text":" rose."}]}]"#,
      ["The river rose."]),
    Body(
      #"[{"type":"paragraph","elements":[{"text":"The ri"},{"text":"ver","marks":["b"]},{"text":" rose."}]}]"#,
      ["The river rose."]),
    Body(#"{"paragraphs":[{"runs":[{"text":"The ri"},{"text":"ver rose."}]}]}"#, ["The river rose."]),
    Body(#"[{"text":"The ri"},{"text":"ver"},{"text":" rose."}]"#, ["The river rose."]),
    Body(
      #"{"paragraphs":[{"runs":[{"text":"Kell"},{"text":"Sund","title":"A title of it"}]}]}"#, ["KellSund"],
      fields: ["other title: A title of it"]),
    Body(#"{"text":[{"text":"The ri"},{"text":"ver rose."}]}"#, ["The river rose."]),
    Body(
      #"[{"text":"The ri"},{"text":"ver","author":"Bo Ek said"},{"text":" rose."}]"#, ["The river rose."],
      fields: ["other author: Bo Ek said"]),
    Body(
      #"[{"type":"p","children":[{"text":"Up"},{"text":"Down","author":"Bo Ek said"}]}]"#, ["UpDown"],
      fields: ["other author: Bo Ek said"]),
    Body(
      #"[{"type":"p","children":[{"text":"One "},{"text":"two","title":"A title of it"},{"text":" three."}]}]"#,
      ["One two three."], fields: ["other title: A title of it"]),
    Body(
      #"[{"type":"p","children":[{"text":"A ","fontFamily":"Times New Roman"},{"text":"b","color":"dark blue"}]}]"#,
      ["A b"]),
    Body(
      #"[{"text":"市长"},{"text":"王伟","title":"市长 简介"},{"text":"表示同意关闭旧桥。"}]"#, ["市长王伟表示同意关闭旧桥。"],
      fields: ["other title: 市长 简介"]),
    Body(
      #"[{"text":"The pilot ("},{"text":"Bo Ek","title":"Profile"},{"text":") spoke."}]"#,
      ["The pilot (Bo Ek) spoke."], fields: ["other title: Profile"]),
    Body(
      #"[{"text":"One "},{"text":"two","description":"Words of it","color":"dark blue"},{"text":" three."}]"#,
      ["One two three."], fields: ["other description: Words of it"]),
    Body(#"[{"text":"H"},{"type":"sub","children":[{"text":"2"}]},{"text":"O"}]"#, ["H2O"]),
    Body(
      #"[{"text":"The "},{"type":"em","children":[{"text":"old"}]},{"text":" quay."}]"#, ["The old quay."]),
  ]

  private static let blocks = [
    Body(
      #"[{"text":"He"},{"type":"text","text":""},{"text":"re and now."}]"#, ["Here and now."]),
    Body(
      #"[{"type":"date","value":"10:30 today"},{"type":"text","text":"The board met."},{"type":"date","value":"11:00 today"},{"type":"text","text":"The vote passed."}]"#,
      ["10:30 today", "The board met.", "11:00 today", "The vote passed."]),
    Body(
      #"{"type":"doc","content":[{"type":"status","text":"Open"},{"type":"text","text":"The board met."},{"type":"s","text":"Gone."},{"type":"i","text":"Note."}]}"#,
      ["Open", "The board met.", "Gone.", "Note."]),
    Body(
      #"[{"type":"two_columns","value":{"left":[{"type":"text","value":"One column."}],"right":[{"type":"text","value":"The other."}]}}]"#,
      ["One column.", "The other."]),
    Body(
      #"[{"type":"text","content":"First words."},{"type":"text","content":"Second words."}]"#,
      ["First words.", "Second words."]),
    Body(
      #"{"type":"doc","content":[{"type":"text","text":"Lead line."},{"type":"panel","content":[{"type":"text","text":"A panel."}]},{"type":"text","text":"More text."}]}"#,
      ["Lead line.", "A panel.", "More text."]),
    Body(
      #"[{"type":"paragraph","children":[{"text":"Lead."},{"type":"details","children":[{"text":"Inner one."}]}]}]"#,
      ["Lead.", "Inner one."]),
    Body(
      #"[{"type":"listItem","children":[{"text":"Point one"},{"type":"p","children":[{"text":"More of it"}]}]}]"#,
      ["Point one", "More of it"]),
    Body(
      #"{"type":"doc","content":[{"type":"text","text":"Lead line."},{"type":"quiz","headline":"Which river is it","description":"A question for all"},{"type":"text","text":"More text."}]}"#,
      ["Lead line.", "Which river is it", "A question for all", "More text."]),
    Body(
      #"[{"type":"p","children":[{"text":"One."},{"type":"tweet","title":"A tweet by someone","text":"Tweet text here"},{"text":"Two."}]}]"#,
      ["One.", "A tweet by someone", "Tweet text here", "Two."]),
    Body(
      #"[{"type":"code","children":[{"type":"code-line","children":[{"text":"let a"}]}]},{"type":"p","children":[{"text":"After."}]}]"#,
      ["let a", "After."]),
    Body(
      #"[{"type":"status","text":"In progress"},{"type":"emoji","text":"Smile"},{"type":"p","text":"After."}]"#,
      ["In progress", "Smile", "After."]),
    Body(
      #"[{"type":"p","children":[{"text":"Lead."},{"type":"equation","equation":"a + b","inline":false},{"text":"End."}]}]"#,
      ["Lead.", "a + b", "End."]),
    Body(
      #"[{"type":"p","children":[{"text":"Lead."},{"type":"em","children":[{"type":"p","children":[{"text":"Inner."}]}]},{"text":"End."}]}]"#,
      ["Lead.", "Inner.", "End."]),
  ]

  private static let records = [
    Body(
      #"[{"text":"He *said* so to us.","html":"<p>He <em>said</em> so to us.</p>"}]"#,
      ["He said so to us."]),
    Body(
      #"[{"raw":"He **said** so.","text":"He said so.","html":"<p>He <em>said</em> so.</p>"}]"#,
      ["He said so."]),
    Body(#"[{"text":"He said “so” to us.","html":"<p>He said 'so' to us.</p>"}]"#, ["He said 'so' to us."]),
    Body(
      #"[{"text":"The board met on Monday...","html":"<p>The board met on Monday. It voted.</p>"}]"#,
      ["The board met on Monday. It voted."]),
    Body(
      #"[{"text":"”Vi kommer”, säger han.","author":"Bo"},{"text":"”Ja”, säger hon.","author":"Ek"}]"#,
      ["”Vi kommer”, säger han.", "”Ja”, säger hon."], fields: ["other author: Bo", "other author: Ek"]),
    Body(
      #"{"title":"Ferry","text":"It is back.","caption":"The quay","html":"<p>Day two.</p>","author":"Bo Ek","license":"CC BY 4.0","note":"Words of it"}"#,
      ["It is back.", "Day two."],
      fields: [
        "title title: Ferry", "other caption: The quay", "other author: Bo Ek",
        "other license: CC BY 4.0", "other note: Words of it",
      ]),
    Body(
      #"{"html":"<p>It is back.</p><p>Monday.</p>","text":"It is back.\n\nMonday."}"#,
      ["It is back.", "Monday."]),
    Body(
      #"[{"text":"First words here","author":"Bo Ek said this"},{"text":"Second words here"}]"#,
      ["First words here", "Second words here"], fields: ["other author: Bo Ek said this"]),
    Body(
      #"[{"text":"First words","license":{"name":"CC BY"}},{"text":"Second words"}]"#,
      ["First words", "Second words"], fields: ["other license: CC BY"]),
    Body(
      #"{"sections":[{"heading":"Head one","text":"Text one"},{"heading":"Head two","text":"Text two"}]}"#,
      ["Text one", "Text two"], fields: ["other heading: Head one", "other heading: Head two"]),
    Body(
      #"[{"type":"cards","items":[{"title":"Head","text":"Text one"},{"text":"Text two"}]}]"#,
      ["Text one", "Text two"], fields: ["other title: Head"]),
    Body(
      #"[{"text":"First words","title":"Head"},{"type":"p","text":"Second words"},"Third"]"#,
      ["First words", "Second words", "Third"], fields: ["other title: Head"]),
  ]

  private static let phrases =
    [
      phrase(#"{"type":"strong","children":["is not closed"]}"#, "is not closed"),
      phrase(#"{"type":"strong","content":"closed"}"#, "closed"),
      phrase(#"{"type":"strong","content":"is not closed"}"#, "is not closed"),
      phrase(#"{"type":"strong","nodes":["closed"]}"#, "closed"),
      phrase(#"{"type":"link","href":"u","content":"closed"}"#, "closed"),
      phrase(#"{"type":"strong","text":"a","content":"closed"}"#, "a", fields: ["other content: closed"]),
      phrase(
        #"{"type":"a","text":"two","title":"Not shown","description":"Words of it"}"#, "two",
        fields: ["other description: Words of it"]),
      phrase(
        #"{"type":"b","text":"two","note":["Words of it"]}"#, "two", fields: ["other note: Words of it"]),
      phrase(#"{"type":"math","latex":"","value":"x squared"}"#, "x squared"),
      phrase(
        #"{"type":"formula","latex":"x","caption":"Of the quay"}"#, "x",
        fields: ["other caption: Of the quay"]),
      phrase(
        #"{"type":"formula","latex":"x","text":"Ferry","children":[{"type":"text","text":"Quay"}]}"#, "x",
        fields: ["other text: Ferry", "other children: Quay"]),
      Body(#"[{"type":"p","children":[{"type":"strong","children":["closed"]}]}]"#, ["closed"]),
    ]
    + ["break", "br", "linebreak", "tab"].map { kind in
      Body(
        #"[{"type":"p","children":[{"text":"He said"},{"type":"\#(kind)","children":[{"text":""}]},{"text":"is here."}]}]"#,
        ["He said is here."])
    } + moreOfPhrases

  /// A phrase in a sentence.
  private static func phrase(_ node: String, _ text: String, fields: [String] = []) -> Body {
    Body(
      #"[{"type":"p","children":[{"text":"So "},\#(node),{"text":" today."}]}]"#, ["So \(text) today."],
      fields: fields)
  }

  private static let moreOfPhrases = [
    Body(
      #"{"ops":[{"insert":"He is "},{"insert":{"emoji":"smile"}},{"insert":"here.\n"}]}"#, ["He is here."]),
    Body(
      #"[{"type":"p","children":[{"text":"He said"},{"type":"br","children":[{"text":"and so"}]},{"text":" on."}]}]"#,
      ["He said and so on."]),
    Body(
      #"{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"Up "},{"type":"emoji","attrs":{"shortName":":up:","text":"^"}},{"type":"text","text":" today, "},{"type":"mention","attrs":{"id":"1","text":"@Bo Ek"}},{"type":"hardBreak"},{"type":"inlineMath","attrs":{"latex":"a + b"}},{"type":"text","text":" is "},{"type":"status","attrs":{"text":"In progress"}},{"type":"text","text":"."}]}]}"#,
      ["Up ^ today, @Bo Ek a + b is In progress."]),
    Body(
      #"[{"type":"p","children":[{"text":"H"},{"type":"sub","children":[{"text":"2"}]},{"text":"O "},{"type":"abbr","title":"Not shown here","children":[{"text":"EU"}]},{"text":" of "},{"type":"a","title":"Nor this","children":[{"text":"it"}]},{"text":"."}]}]"#,
      ["H2O EU of it."], fields: ["other title: Not shown here"]),
    Body(
      #"[{"type":"p","children":[{"text":"Now "},{"type":"status","text":"late","reason":"Ice on the quay"},{"text":" again."}]}]"#,
      ["Now late again."], fields: ["other reason: Ice on the quay"]),
    Body(
      #"[{"type":"p","children":[{"text":"So "},{"type":"inline_equation","texExpression":"a+b","children":[{"text":""}]},{"text":" end"}]}]"#,
      ["So a+b end"]),
    Body(
      #"{"root":{"type":"root","children":[{"type":"paragraph","children":[{"type":"text","text":"Up "},{"type":"emoji","text":"^","className":"emoji up"},{"type":"text","text":" and "},{"type":"equation","equation":"a + b","inline":true},{"type":"tab","text":"\t"},{"type":"text","text":"end."}]}]}}"#,
      ["Up ^ and a + b end."]),
    Body(
      #"{"nodeType":"document","data":{},"content":[{"nodeType":"paragraph","data":{},"content":[{"nodeType":"text","value":"A","marks":[],"data":{}},{"nodeType":"embedded-entry-inline","data":{"target":{"sys":{"id":"x"}}},"content":[]},{"nodeType":"text","value":" end","marks":[],"data":{}}]}]}"#,
      ["A end"]),
    Body(
      #"[{"_type":"block","children":[{"_type":"span","text":"Ask "},{"_type":"emoji","text":"^"},{"_type":"inlineMath","formula":"a + b"},{"_type":"span","text":" end"}]}]"#,
      ["Ask ^a + b end"]),
    Body(
      #"{"ops":[{"insert":{"mention":{"id":"7","value":"Bo Ek","denotationChar":"@"}}},{"insert":" sees "},{"insert":{"formula":"a + b"}},{"insert":".\n"},{"insert":{"image":"https://n.example/q.jpg"}},{"insert":"Monday\n"}]}"#,
      ["Bo Ek sees a + b.", "Monday"]),
    Body(
      #"[{"object":"block","type":"paragraph","paragraph":{"rich_text":[{"type":"text","text":{"content":"Ask ","link":null},"plain_text":"Ask "},{"type":"mention","mention":{"user":{"name":"Bo Ek"}},"plain_text":"@Bo Ek"},{"type":"equation","equation":{"expression":"a + b"},"plain_text":" a + b"},{"type":"text","text":{"content":" now."},"plain_text":" now."}]}},{"object":"block","type":"heading_2","heading_2":{"rich_text":[{"type":"text","text":{"content":"Back"},"plain_text":"Back"}]}}]"#,
      ["Ask @Bo Ek a + b now.", "Back"]),
  ]
}
