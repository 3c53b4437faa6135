import Testing
import WireText

@testable import WireDocuments

/// Words in the properties of MDX components.
@Suite struct MDXPropTests {
  private func page(_ text: String) throws -> Document {
    let file = "---\ntitle: F\n---\nThe ferry is back.\n\n\(text)\n"
    let document = try #require(try read(file, as: "a.mdx").first)
    expectPlaces(document, in: Array(file.utf8))
    return document
  }

  private static func attached(_ document: Document) -> [String] { document.attachments.map(\.name) }

  @Test(arguments: [
    (#"<Figure src="q.jpg" caption="Quay" />"#, "Figure.caption", "Quay"),
    (#"<Figure\n  caption={'The old quay'}\n/>"#, "Figure.caption", "The old quay"),
    (#"<Card text={`It opens at nine.`}>x</Card>"#, "Card.text", "It opens at nine."),
    (
      #"<Tabs note="The harbour office opens again at nine on Monday" />"#, "Tabs.note",
      "The harbour office opens again at nine on Monday"
    ),
  ])
  func copyIsAttached(tag: String, key: String, words: String) throws {
    let document = try page(tag.replacing("\\n", with: "\n"))
    #expect(Self.attached(document) == [key])
    #expect(document.body.strings.last == words)
  }

  @Test(arguments: [
    (#"<Callout title="Tickets">Twelve crowns.</Callout>"#, ["Callout.title: Tickets"]),
    (#"Words of <Abbr title="Harbour Office">HO</Abbr>."#, ["Abbr.title: Harbour Office"]),
    (
      #"<Tabs items={["First tab", {label: "Second tab"}]} open />"#,
      ["Tabs.items: First tab", "Tabs.items: Second tab"]
    ),
    (
      #"<Photo {...rest} credit="Ada Fenn" className="wide left" alt="A ferry" src="https://n.example/a b" />"#,
      ["Photo.credit: Ada Fenn", "photo@alt: A ferry"]
    ),
  ])
  func labelsAreFields(text: String, fields: [String]) throws {
    #expect(try page(text).fields.map { "\($0.key): \($0.text)" } == fields)
  }

  @Test(arguments: [
    #"`<Figure caption="Quay words" />`"#, "```\n<Figure caption=\"Quay words\" />\n```",
    #"<figure caption="Quay words"></figure>"#, #"<Figure caption="Quay words"#, #"a <B and C="d e""#,
    #"<Box width={12} d="M 0 0" href="a b" />"#,
  ]) func otherWordsAreNone(text: String) throws {
    let document = try page(text)
    #expect(document.attachments.isEmpty && document.fields.isEmpty)
  }

  @Test func onlyMDXHasComponents() throws {
    let document = try read(#"The ferry. <Figure caption="Quay words" />"#, as: "a.md").first
    #expect(document?.attachments.isEmpty == true)
  }

  /// Tags that never end are read in time that grows with the text.
  @Test(.timeLimit(.minutes(60))) func openTagsCostNoMoreThanTheirText() throws {
    for part in ["<A x={", "<A x=\"", "<A ", "`<A "] {
      #expect(try read(String(repeating: part, count: 100_000), as: "a.mdx").count == 1)
    }
  }
}
