import Testing
import WireText

@testable import WireDocuments

/// A key means the same in all formats whose keys people choose.
@Suite struct StoryKeyTests {
  private static let body = "The ferry to Ormsby was late again because of the fog over the sound."

  /// The keys of a whole story in languages of newsrooms.
  @Test(arguments: [
    (#"{"titre":"Ferry","corps":"TEXT","auteur":"Ada","statut":"brouillon"}"#, Status.Value.draft),
    (#"{"Titel":"Ferry","Inhalt":"TEXT","Autorin":"Ada","status":"Entwurf"}"#, .draft),
    (#"{"titulo":"Ferry","cuerpo":"TEXT","autor":"Ada","status":"borrador"}"#, .draft),
    (
      #"{"name":"x","htmlTitle":"Ferry","postBody":"<p>TEXT</p>","authorName":"Ada","state":"SCHEDULED"}"#,
      .scheduled
    ),
  ])
  func languages(_ story: String, _ status: Status.Value) throws {
    let text = #"{"site":"x","articles":[\#(story.replacing("TEXT", with: Self.body))]}"#
    let document = try #require(try read(text, as: "a.json").first)
    #expect(document.headline == "Ferry" && document.body.strings == [Self.body])
    #expect(document.texts(.author) == ["Ada"] && document.status?.value == status)
  }

  private static let keys: [(key: String, field: Field.Name)] = [
    ("dek", .subhead), ("Deck", .subhead), ("sub_headline", .subhead), ("standfirst", .subhead),
    ("strapline", .subhead), ("kicker", .title), ("eyebrow", .title), ("lede", .summary),
    ("intro", .summary), ("lead-text", .summary), ("teaser", .summary), ("byline", .byline),
    ("by", .byline), ("writer", .author), ("reporters", .author), ("creditLine", .credit),
    ("credits", .credit), ("wire_service", .provider), ("publisher", .provider), ("wire source", .source),
    ("placeline", .dateline), ("slugline", .slug), ("note_to_editors", .editorsNote),
    ("territory", .territory),
  ]

  /// A story with a field, in each format.
  private static func files(_ key: String, _ value: String) -> [(path: String, text: String)] {
    [
      ("a.jsonl", #"{"id":"1","text":"\#(body)","\#(key)":"\#(value)"}"#),
      ("a.jsonl", #"{"id":"1","text":"\#(body)","\#(key)":["\#(value)"]}"#),
      ("a.jsonl", #"{"id":"1","text":"\#(body)","\#(key)":{"name":"\#(value)"}}"#),
      ("a.csv", "id,headline,body,date,\(key)\n1,Ferry,\(body),2026-11-01,\(value)\n"),
      ("a.md", "---\ntitle: Ferry\n\(key): \(value)\n---\n\(body)\n"),
      (
        "a.json",
        #"{"data":[{"id":1,"attributes":{"title":"Ferry","publishedAt":"2026-11-01T08:00:00Z","body":"\#(body)","\#(key)":"\#(value)"}}],"meta":{"pagination":{"page":1}}}"#
      ),
      ("a.json", #"{"uri":"u","headline":"Ferry","body_text":"\#(body)","\#(key)":"\#(value)"}"#),
    ]
  }

  @Test(arguments: keys.indices) func meansTheSameInAllFormats(_ index: Int) throws {
    let (key, field) = Self.keys[index]
    let value = field == .slug ? "ferry-fog" : "Gull Press"
    for (number, file) in Self.files(key, value).enumerated() {
      let document = try #require(try read(file.text, as: file.path).first)
      let texts = document.texts(field)
      #expect(texts.contains(value), "\(key) in file \(number), \(file.path)")
      #expect(document.body.strings == [Self.body], "\(key) in file \(number), \(file.path)")
    }
  }

  /// What stands above the text is published with it.
  @Test(arguments: ["dek", "deck", "standfirst", "lede", "intro", "subheadline", "article_subtitle"])
  func standfirstsOfJSONLinesAreText(_ key: String) throws {
    let words = "The last ferry of the winter left Ormsby with forty passengers and one goat on board"
    let line = #"{"id":"1","text":"\#(Self.body)","\#(key)":"<p>\#(words)</p>"}"#
    let document = try #require(try read(line, as: "a.jsonl").first)
    let attached = try #require(document.attachments.first)
    #expect(document.body.string(attached.range) == words && document.attachments.count == 1)
  }

  @Test(arguments: [
    (#""title":"On the site","headline":"In print""#, "In print", ["On the site"]),
    (#""headline":"In print","title":"On the site""#, "In print", ["On the site"]),
    (#""headline":"Gulls &amp; goats","title":"Gulls &amp; goats""#, "Gulls & goats", []),
    (#""headline":{"main":"In print","kicker":"At sea today"}"#, "In print", []),
    (#""article_title":"Ferry","lang":"fr""#, "Ferry", []),
  ]) func headlinesOfJSONLines(_ members: String, _ headline: String, _ titles: [String]) throws {
    let document = try #require(try read(#"{"text":"\#(Self.body)",\#(members)}"#, as: "a.jsonl").first)
    #expect(document.headline == headline && document.texts(.title) == titles)
    #expect(!members.contains("lang") || document.language == "fr")
    #expect(!members.contains("kicker") || document.texts(.other) == ["At sea today"])
  }

  @Test func keepsTheSecondHeadlineOfFrontMatter() throws {
    let text = "---\ntitle: Ferry late | The Tern\nheadline: Ferry late again\n---\n\(Self.body)\n"
    let document = try #require(try read(text, as: "a.md").first)
    #expect(document.headline == "Ferry late | The Tern" && document.texts(.title) == ["Ferry late again"])
  }

  @Test(arguments: [
    (#""draft":true"#, Status.Value.draft), (#""published":false"#, .draft),
    (#""published":true"#, .published),
    (#""live":true,"status":"withheld""#, .withheld), (#""isDraft":true,"published":true"#, .draft),
    (#""workflow_state":"withheld""#, .withheld),
    (#""state":"New Wexford","status":"published""#, .published),
    (#""killed":true"#, .canceled),
  ]) func statesOfJSONLines(_ members: String, _ status: Status.Value) throws {
    let document = try #require(try read(#"{"text":"\#(Self.body)",\#(members)}"#, as: "a.jsonl").first)
    #expect(document.status?.value == status)
    #expect(!members.contains("Wexford") || document.texts(.other) == ["New Wexford"])
  }

  /// A credit in an object is a statement like one in a text.
  @Test(arguments: [
    #""Gull Press""#, #"["Gull Press"]"#, #"{"name":"Gull Press"}"#, #"[{"name":"Gull Press"}]"#,
  ])
  func creditsOfJSONLinesAreStatements(_ value: String) throws {
    let document = try #require(
      try read(#"{"text":"\#(Self.body)","credit":\#(value)}"#, as: "a.jsonl").first)
    #expect(document.texts(.credit) == ["Gull Press"] && document.statements == ["credit: Gull Press"])
  }

  /// Plugins keep what stands above a post in its custom fields, too short to be copy.
  @Test(arguments: [
    ("_dek", Field.Name.subhead), ("subtitle", .subhead), ("kicker", .title), ("post_subtitle", .subhead),
  ]) func headingsInCustomFields(_ key: String, _ field: Field.Name) throws {
    let post =
      #"{"id":1,"date_gmt":"2026-11-01T08:00:00","title":{"rendered":"F"},"content":{"rendered":"<p>\#(Self.body)</p>"},"meta":{"\#(key)":"At sea"}}"#
    let export = """
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
      <channel><wp:wxr_version>1.2</wp:wxr_version><item><title>F</title><content:encoded><![CDATA[\(Self.body)]]></content:encoded>
      <wp:post_type>post</wp:post_type><wp:status>publish</wp:status><wp:postmeta><wp:meta_key>\(key)</wp:meta_key>
      <wp:meta_value><![CDATA[At sea]]></wp:meta_value></wp:postmeta></item></channel></rss>
      """
    let wire = #"{"uri":"u","headline":"F","body_text":"\#(Self.body)","extra":{"\#(key)":"At sea"}}"#
    for (text, path) in [(post, "a.json"), (export, "a.xml"), (wire, "a.json")] {
      let document = try #require(try read(text, as: path).first)
      #expect(document.texts(field).contains("At sea") && document.body.strings == [Self.body])
    }
  }

  /// Where a page's data hold the story, they also say whose it is.
  @Test(arguments: [
    #"{"props":{"story":{"headline":"Ferry late","dek":"At sea","byline":"By Ada Vale","copyright":"© 2026 Gull Press","source":{"name":"Kestrel Wire"},"embargo":"2026-11-02T06:00:00Z","body":"BODY"},"promo":{"title":"Other","dek":"No","copyright":"© Tern"}}}"#,
    #"{"headline":"Ferry late","dek":"At sea","byline":"By Ada Vale","copyright":"© 2026 Gull Press","source":"Kestrel Wire","embargo":"2026-11-02T06:00:00Z","data":{"paragraphs":[{"text":"BODY"}]},"site":{"copyright":"© Tern"}}"#,
  ]) func namesInPageData(_ data: String) throws {
    let body = Array(repeating: Self.body, count: 5).joined(separator: " ")
    let json = data.replacing("BODY", with: body)
    let page =
      "<!doctype html><html><head><title>Ferry late | Tern</title></head><body><div id=app></div>"
      + "<script id=__NEXT_DATA__ type=application/json>\(json)</script></body></html>"
    let document = try #require(try read(page, as: "a.html").first)
    #expect(document.body.strings == [body] && document.texts(.subhead) == ["At sea"])
    #expect(document.texts(.byline) == ["By Ada Vale"] && document.texts(.source) == ["Kestrel Wire"])
    #expect(document.rights.map(\.text).contains("© 2026 Gull Press"))
    #expect(!document.rights.contains { $0.text.contains("Tern") })
    #expect(document.embargo?.instant?.iso8601 == "2026-11-02T06:00:00Z")
  }

  @Test func creditsOfTablesAreNamesAndStatements() throws {
    let table = "id,title,body,date,credit_line\n1,Ferry,\(Self.body),2026-11-01,Gull Press\n"
    let document = try #require(try read(table, as: "a.csv").first)
    #expect(document.texts(.credit) == ["Gull Press"] && document.statements == ["credit: Gull Press"])
  }

  /// The markup of a machine-readable policy is what it says.
  @Test(arguments: [
    ("a.jsonl", #"{"text":"BODY","encoded_rights":"POLICY"}"#),
    ("a.jsonl", #"{"text":"BODY","rights":{"encodedRights":"POLICY"}}"#),
    ("a.json", #"{"uri":"u","headline":"F","body_text":"BODY","encodedrights":"POLICY"}"#),
    (
      "a.json",
      #"{"data":[{"id":1,"attributes":{"title":"F","publishedAt":"2026-11-01T08:00:00Z","body":"BODY","rightsExpression":"POLICY"}}],"meta":{"pagination":{"page":1}}}"#
    ),
    ("a.csv", "id,title,body,rights_expression\n1,F,BODY,POLICY\n"),
    ("a.md", "---\ntitle: F\nencodedRights: POLICY\n---\nBODY\n"),
  ]) func expressionsKeepTheirMarkup(_ path: String, _ shape: String) throws {
    let policy = "<o:Policy xmlns:o='http://www.w3.org/ns/odrl/2/'><o:prohibition/></o:Policy>"
    let text = shape.replacing("BODY", with: Self.body).replacing("POLICY", with: policy)
    let document = try #require(try read(text, as: path).first)
    #expect(document.statements == ["expression: \(policy)"])
  }

  /// Corpora and sites keep what they know of a story in a group of its own, as an object or as pairs.
  @Test(arguments: [
    #""metadata":{"copyright":"© 2026 Gull Press","source":"Gull Press","draft":true,"mood":"rather gloomy"}"#,
    #""meta":[{"key":"copyright","value":"© 2026 Gull Press"},{"key":"source","value":"Gull Press"},{"key":"draft","value":true},{"key":"mood","value":"rather gloomy"}]"#,
    #""custom_fields":[{"name":"copyright","value":"© 2026 Gull Press"},{"name":"source","value":"Gull Press"},{"name":"draft","value":true},{"name":"mood","value":"rather gloomy"}]"#,
  ]) func groupsOfFields(_ group: String) throws {
    let line = #"{"id":"1","title":"Ferry","text":"\#(Self.body)",\#(group)}"#
    let record =
      #"{"data":[{"id":1,"attributes":{"title":"Ferry","createdAt":"2026-11-01T08:00:00Z","body":"\#(Self.body)",\#(group)}}],"meta":{"pagination":{"page":1}}}"#
    let isObject = group.contains("metadata")
    for (text, path) in [(line, "a.jsonl")] + (isObject ? [] : [(record, "a.json")]) {
      let document = try #require(try read(text, as: path).first)
      #expect(document.statements == ["notice: © 2026 Gull Press", "credit: Gull Press"])
      #expect(document.texts(.source) == ["Gull Press"] && document.texts(.other) == ["rather gloomy"])
      #expect(document.status?.value == .draft && document.headline == "Ferry")
      #expect(document.body.strings == [Self.body])
    }
  }

  /// What a page's metadata say of rights, they say of the story.
  @Test func rightsInTheMetadataOfAPage() throws {
    let record =
      #"{"data":[{"id":1,"attributes":{"title":"Ferry","publishedAt":"2026-11-01T08:00:00Z","body":"\#(Self.body)","seo":{"title":"T","copyright":"© 2026 Gull Press"}}}],"meta":{"pagination":{"page":1}}}"#
    let document = try #require(try read(record, as: "a.json").first)
    #expect(document.statements == ["notice: © 2026 Gull Press"] && document.body.strings == [Self.body])
  }

  @Test(arguments: [
    ("Draft", "true", Status.Value.draft), ("is_draft", "0", .published), ("Published", "no", .draft),
    ("live", "yes", .published),
  ]) func flagsOfTables(_ column: String, _ word: String, _ status: Status.Value) throws {
    let table = "id,title,body,author,\(column)\n1,Ferry,\(Self.body),Ada,\(word)\n"
    let document = try #require(try read(table, as: "a.csv").first)
    #expect(document.status?.value == status && document.codes.isEmpty)
  }
}
