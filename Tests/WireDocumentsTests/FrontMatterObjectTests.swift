import Testing
import WireText

@testable import WireDocuments

/// Rights that front matter states as an object: all of its members count.
@Suite struct FrontMatterObjectTests {
  private func page(_ lines: String) throws -> Document {
    try #require(try read("---\ntitle: F\n\(lines)\n---\nThe ferry sails.\n", as: "a.md").first)
  }

  @Test(arguments: [
    (
      "license:\n  name: CC\n  url: https://l.example/by", ["terms: CC", "link: https://l.example/by"]
    ),
    (
      "copyright:\n  holder: Nordwind\n  terms: No web use\n  url: https://l.example/by",
      ["holder: Nordwind", "terms: No web use", "link: https://l.example/by"]
    ),
    (
      "licenses:\n  - name: CC BY\n    link: https://l.example/by",
      ["terms: CC BY", "link: https://l.example/by"]
    ),
    (
      "extra:\n  license: {name: CC, url: 'https://l.example/by'}",
      ["terms: CC", "link: https://l.example/by"]
    ),
    ("legal:\n  copyright: © Nordwind\n  terms: No web use", ["notice: © Nordwind", "terms: No web use"]),
    ("license:\n  name: CC BY\n  revoked: true", ["limited: CC BY"]),
    ("license:\n  name: CC BY\n  revoked: false", ["terms: CC BY"]),
    ("usage: [No web use, No TV]", ["terms: No web use", "terms: No TV"]),
  ])
  func areReadByTheirKeys(lines: String, rights: [String]) throws {
    let document = try page(lines)
    #expect(document.statements == rights && document.attachments.isEmpty)
  }

  @Test func haveTheirPlaces() throws {
    let file = Array("---\nlicense:\n  name: CC\n  url: https://l.example/by\n---\nThe ferry.\n".utf8)
    let document = try #require(try read(file, as: "a.md").first)
    let ranges = document.rights.compactMap(\.range)
    #expect(
      ranges.map { String(decoding: file[$0.indices], as: UTF8.self) } == ["CC", "https://l.example/by"])
  }

  @Test(arguments: ["license:\n  name: CC BY", "rights:\n  - notice: © N", "legal:\n  notice: © N"])
  func mayHoldAnEmbargo(lines: String) throws {
    let indent = lines.contains("- ") ? "    " : "  "
    let document = try page("\(lines)\n\(indent)embargo: 2031-01-01T00:00:00Z")
    #expect(document.embargo?.instant?.iso8601 == "2031-01-01T00:00:00Z")
    #expect(document.times.count == 1)
  }

  @Test func ofOtherThingsAreNotOfTheStory() throws {
    #expect(try page("code_license:\n  name: MIT\n  terms: None").statements == [])
    #expect(try page("photo:\n  license: {name: CC BY}").statements == [])
  }
}
