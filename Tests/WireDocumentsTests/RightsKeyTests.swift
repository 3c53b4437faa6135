import Testing
import WireText

@testable import WireDocuments

/// What a record says about rights is the same in every format whose keys people choose.
@Suite struct RightsKeyTests {
  private static let record = [
    ("copyright_notice", "(c) 2026 Nordwind"), ("rightsOwner", "Nordwind"), ("usage-terms", "No archive."),
    ("terms", "May not be published in Norway."), ("restrictions", "Not in print."),
    ("usage", "Online only."),
    ("license", "No use on TV."), ("licence_url", "https://l.example/by"),
    ("reprint_rights", "Ask Nordwind."),
    ("tdm_reservation", "1"),
  ]
  private static let stated: Set = [
    "notice: (c) 2026 Nordwind", "holder: Nordwind", "terms: No archive.",
    "terms: May not be published in Norway.", "terms: Not in print.", "terms: Online only.",
    "terms: No use on TV.", "link: https://l.example/by", "notice: Ask Nordwind.", "data-mining: 1",
  ]

  /// A file with the record in a format.
  struct File: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let path: String
    let text: String
    /// Whether it keeps no keys of a site's own.
    var isFixed = false

    init(_ name: String, _ path: String, _ text: String, isFixed: Bool = false) {
      (testDescription, self.path, self.text, self.isFixed) = (name, path, text, isFixed)
    }
  }

  private static func lines(_ write: (String, String) -> String) -> String {
    record.map { write($0.0, $0.1) }.joined(separator: "\n")
  }

  private static let members = record.map { #""\#($0.0)":"\#($0.1)""# }.joined(separator: ",")
  private static let body = #""<p>The ferry is back.</p>""#

  private static let files = [
    File("YAML", "a.md", "---\ntitle: F\n\(lines { "\($0): \"\($1)\"" })\n---\nThe ferry is back.\n"),
    File("TOML", "a.md", "+++\ntitle = \"F\"\n\(lines { "\($0) = \"\($1)\"" })\n+++\nThe ferry is back.\n"),
    File("JSON before a text", "a.md", "{\"title\":\"F\",\(members)}\n\nThe ferry is back.\n"),
    File(
      "CSV", "a.csv",
      "title,body,\(record.map(\.0).joined(separator: ","))\nF,The ferry is back.,\(record.map(\.1).joined(separator: ","))\n"
    ),
    File("JSON Lines", "a.jsonl", "{\"title\":\"F\",\"body\":\(body),\(members)}\n"),
    File(
      "JSON Lines with a number", "a.jsonl",
      "{\"title\":\"F\",\"body\":\(body),\(members.replacing("\"1\"", with: "1"))}\n"),
    File(
      "Sanity", "a.ndjson", "{\"_id\":\"1\",\"_type\":\"post\",\"title\":\"F\",\"body\":\(body),\(members)}\n"
    ),
    File(
      "Strapi", "a.json",
      "{\"data\":[{\"id\":1,\"documentId\":\"d\",\"title\":\"F\",\"content\":\(body),\(members)}],\"meta\":{}}"
    ),
    File(
      "Drupal", "a.json",
      "{\"jsonapi\":{},\"data\":[{\"type\":\"node--article\",\"id\":\"1\",\"attributes\":{\"title\":\"F\",\"body\":{\"value\":\(body)},\(members)}}]}"
    ),
    File(
      "Wagtail", "a.json",
      "[{\"model\":\"blog.blogpage\",\"pk\":1,\"fields\":{\"title\":\"F\",\"body\":\(body),\(members)}}]"),
    File(
      "Contentful", "a.json",
      "{\"sys\":{\"id\":\"1\"},\"fields\":{\"title\":{\"en\":\"F\"},\"body\":{\"en\":\(body)},\(record.map { "\"\($0.0)\":{\"en\":\"\($0.1)\"}" }.joined(separator: ","))}}"
    ),
    File(
      "ninjs", "a.json", "{\"uri\":\"u\",\"headline\":\"F\",\"body_html\":\(body),\(members)}", isFixed: true),
    File(
      "AFP", "a.json", "{\"uno\":\"u\",\"headline\":\"F\",\"news\":[\(body)],\(members)}", isFixed: true),
    File(
      "AP", "a.json",
      "{\"data\":{\"item\":{\"altids\":{\"itemid\":\"1\"},\"type\":\"text\",\"headline\":\"F\",\"body_html\":\(body),\(members)}}}",
      isFixed: true),
  ]

  @Test(arguments: files) func oneRecordStatesTheSameInEveryFormat(_ file: File) throws {
    let document = try #require(try read(file.text, as: file.path).first)
    #expect(document.body.strings == ["The ferry is back."])
    #expect(
      Set(document.statements) == Self.stated.filter { !file.isFixed || !$0.hasSuffix("Ask Nordwind.") })
  }

  @Test(arguments: ["Story_Usage_Terms", "article_copyright"]) func columnsMayNameTheStory(_ column: String)
    throws
  {
    let document = try #require(
      try read("title,body,\(column)\nF,The ferry.,No archive\n", as: "a.csv").first)
    #expect(document.statements.map { $0.suffix(10) } == ["No archive"])
  }

  @Test func aPolicyInAnObjectStaysWhole() throws {
    let policy = #"{"@type":"Offer","permission":[]}"#
    let document = try ferryLine(#""rights_expression":\#(policy),"tdmReservation":true"#)
    #expect(Set(document.statements) == ["expression: \(policy)", "data-mining: true"])
  }

  @Test(arguments: ["reprint_rights: off", "published: yes", "article_license: 0"])
  func aFlagStatesNothing(_ line: String) throws {
    let document = try ferryPage(line)
    #expect(document.statements.isEmpty && document.codes.isEmpty && document.times.isEmpty)
  }

  @Test(arguments: ["heroALT", "hero_alt", "heroAlt"]) func wordsOfAKeyAreFoundInAnySpelling(_ key: String)
    throws
  {
    let words = "The ferry in the fog of the morning at the pier"
    let document = try ferryPage("\(key): \(words)")
    #expect(document.texts(.other) == [words] && document.body.strings == ["The ferry."])
  }

  @Test(arguments: [
    "Juin", "MEI", "mrt", "maj", "Fevrier", "AOUT", "fév", "mär", "Mrz", "out", "Sept.", "des",
  ])
  func theTimeOfATransmissionMayNameItsMonthInAnyLanguage(_ month: String) {
    #expect(Transmission("181200 GMT \(month) 26")?.instant != nil)
  }

  @Test(arguments: ["Jui", "Ma", "Ferry", "use"]) func otherWordsAreNoMonth(_ word: String) {
    #expect(Transmission("181200 GMT \(word) 26") == nil)
  }
}
