import Testing

@testable import Wirecheck

struct FingerprintTests {
  private static let text = "\(Story.own)\n\(Story.first) \(Story.second)\n\(Story.own)"

  private func fingerprint(
    _ text: String, id: String? = "d-1", path: String = "a.jsonl", version: String = "1"
  ) throws
    -> String
  {
    let scene = try Scene(wire: [
      Scene.item("NW-7", Story.text, Story.reserved.merging(["version": version]) { $1 })
    ])
    var fields = ["text": text]
    fields["id"] = id
    let record = try scene.run(Scene.json(fields), path: path)
    #expect(record.outline == ["WC103 error"])
    return try #require(record.findings.first).fingerprint
  }

  @Test func hasItsForm() throws {
    #expect(try /wc1:[0-9a-f]{20}/.wholeMatch(in: fingerprint(Self.text)) != nil)
  }

  @Test(arguments: [
    text.uppercased(), text.replacing(" ", with: "  "), text.replacing(" ", with: "\n"),
    text.replacing(" ", with: "\r\n"), text.replacing("\n", with: "\n\n\n"), text.replacing(",", with: " –"),
    text.replacing("Dravin", with: "“Dravin”"), text.replacing("poplars", with: "pop\u{AD}lars"),
    text.replacing("hundred", with: "hùndred"), "A line of our own before it.\n\(text)",
    text.replacing(Story.own, with: ""),
  ])
  func staysWithTheWords(_ text: String) throws {
    #expect(try fingerprint(text) == fingerprint(Self.text))
  }

  @Test func staysWhereTheFileIsRenamedOrTheItemHasANewVersion() throws {
    #expect(try fingerprint(Self.text, path: "b/c.jsonl") == fingerprint(Self.text))
    #expect(try fingerprint(Self.text, version: "12") == fingerprint(Self.text))
  }

  @Test func changesWithWordsAndDocuments() throws {
    let usual = try fingerprint(Self.text)
    #expect(try fingerprint(Self.text.replacing("council", with: "mayor")) != usual)
    #expect(try fingerprint(Self.text.replacing(Story.second, with: "")) != usual)
    #expect(try fingerprint(Self.text, id: "d-2") != usual)
    #expect(
      try fingerprint(Self.text, id: nil, path: "a.jsonl") != fingerprint(Self.text, id: nil, path: "b.jsonl")
    )
  }

  @Test(arguments: ["./drafts/a.jsonl", "drafts/x/../a.jsonl", "drafts//a.jsonl"])
  func staysHoweverThePathIsTyped(_ path: String) throws {
    #expect(
      try fingerprint(Self.text, id: nil, path: path)
        == fingerprint(Self.text, id: nil, path: "drafts/a.jsonl"))
  }

  @Test func textsOnStandardInputAreDocumentsOfTheirOwn() throws {
    let names = try [Self.text, Self.text, Story.own].map { text in
      try Draft(
        #require(Scene.documents([Scene.json(["text": text])], path: "-").first), Scene.newsroom(Scene.head())
      )
      .record.identity
    }
    #expect(names[0] == names[1] && names[0] != names[2] && names[0].hasPrefix("sha256:"))
  }

  @Test func equalOnesOfADocumentAreNumbered() throws {
    let notice = "© 2026 Northwire. All rights reserved."
    let other = "© 2025 Northwire. All rights reserved."
    let record = try Scene().run(
      Scene.json([
        "id": "d", "text": "\(notice)\n\(Story.own)\n\(other)\n\(Story.own)\n\(notice.uppercased())",
      ]))
    let found = record.findings.map(\.fingerprint)
    #expect(found.count == 3 && found[2] == found[0] + ".2")
    // A notice in other words is another finding.
    #expect(found[1].prefix(24) != found[0].prefix(24))
  }
}
