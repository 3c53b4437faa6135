import Testing
import WireText

@testable import WireDocuments

/// Keys of a site's own in front matter: only what is about the story with every word is stated of the story.
@Suite struct FrontMatterKeyTests {
  private func page(_ line: String) throws -> Document {
    try #require(try read("---\ntitle: F\n\(line)\n---\nThe ferry.\n", as: "a.md").first)
  }

  @Test(arguments: [
    ("licence_text: No reuse", ["terms: No reuse"]), ("reprint_rights: No reprint", ["notice: No reprint"]),
    ("content_license: https://l.example/by", ["link: https://l.example/by"]),
    ("image_copyright: (c) Ek", ["notice: (c) Ek [image_copyright, picture]"]),
    ("photo_license: Free to use", ["terms: Free to use [photo_license, picture]"]),
    ("code_license: MIT", []), ("software_license: Free to use", []), ("human_rights: A right", []),
    ("rights_managed: true", []), ("data_rights: Free to use", []), ("image_credit: Ek", []),
  ]) func stateRights(line: String, rights: [String]) throws {
    #expect(try page(line).scopedStatements == rights)
  }

  @Test func sayWhatElseStandsThere() throws {
    let document = try page("image_credit: Ek\ncode_license: MIT\nsyndicated_from: Nordwind")
    #expect(document.texts(.other) == ["Ek", "MIT", "Nordwind"])
    #expect(document.texts(.credit).isEmpty && document.texts(.source).isEmpty)
  }

  /// Lists of objects say whom a story is from, and whose its pictures are.
  @Test(arguments: [
    ("sources:\n  - name: Nordwind\n    url: https://n.example/1", ["Nordwind"], []),
    ("agencies: [Nordwind, Meridian]", ["Nordwind", "Meridian"], []),
    (
      "images:\n  - src: a.jpg\n    copyright: (c) Ek\n    caption: At the quay", ["At the quay"],
      ["notice: (c) Ek [images, picture]"]
    ),
    ("related:\n  - title: Quay\n    copyright: (c) Ek", ["(c) Ek"], []),
    ("menu:\n  - name: Quay\n    weight: 3", [], []),
  ]) func ofLists(lines: String, others: [String], rights: [String]) throws {
    let document = try page(lines)
    #expect(document.texts(.other) == others)
    #expect(document.scopedStatements == rights)
    let toml = try #require(
      try read("+++\n[[sources]]\nname = \"Nordwind\"\n+++\nThe ferry.\n", as: "a.md").first)
    #expect(toml.texts(.other) == ["Nordwind"])
  }

  /// A state may be one of a country.
  @Test(arguments: [
    ("state: Texas\nstatus: published", Status.Value.published), ("state: Texas", nil),
    ("status: published\nstate: killed", .canceled),
  ]) func nameAState(lines: String, status: Status.Value?) throws {
    #expect(try page(lines).status?.value == status)
  }

  @Test func nameWhatItIsAbout() throws {
    #expect(
      try page("tags: [ferry, harbour]\nkeywords: crew").texts(.keyword) == ["ferry", "harbour", "crew"])
  }

  @Test func ofAnEmbargoNeedATime() throws {
    #expect(
      try page("news_embargo: 2026-11-24T10:00:00Z").embargo?.instant?.iso8601 == "2026-11-24T10:00:00Z")
    #expect(try page("news_embargo: on embargoes in general").embargo == nil)
    #expect(try page("embargo_until: when the ship sails").embargo?.raw == "when the ship sails")
  }
}
