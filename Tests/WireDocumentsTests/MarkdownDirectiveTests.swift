import Testing
import WireText

@testable import WireDocuments

/// Blocks with a name in Markdown: their content and titles are copy, their marks are not.
@Suite struct MarkdownDirectiveTests {
  @Test(arguments: [
    (":::tip\nThe ferry.\n:::", ["The ferry."]),
    (":::tip Good to know\n\nThe ferry.\n\n:::", ["Good to know", "The ferry."]),
    (":::note[Read **this**]\nThe ferry.\n:::", ["Read this", "The ferry."]),
    ("Before.\n:::info\nThe ferry.\n:::\nAfter.", ["Before.", "The ferry.", "After."]),
    ("::::danger\nOuter.\n:::info\nInner.\n:::\nMore.\n::::", ["Outer.", "Inner.", "More."]),
    ("::: {.callout #a}\nThe ferry.\n:::", ["The ferry."]),
    ("::::: sidebar :::::\nThe ferry.\n:::::::", ["The ferry."]),
    (":::{admonition} Title\n:class: tip\n:name: a\nThe ferry.\n:::", ["Title", "The ferry."]),
    ("```{note} Title\nThe *ferry*.\n\n- One\n```\n\nAfter.", ["Title", "The ferry.", "One", "After."]),
    (
      "!!! note \"Title\"\n    The *ferry*.\n\n    More.\n\nAfter.",
      ["Title", "The ferry.", "More.", "After."]
    ),
    ("??? tip inline end\n    The ferry.", ["The ferry."]),
    ("> [!NOTE]\n> The ferry.", ["The ferry."]), ("> [!tip]- Title\n> The ferry.", ["Title", "The ferry."]),
    ("- One\n\n  :::tip\n  Two.\n  :::\n- Three", ["One", "Two.", "Three"]),
    (":::note[Read] Kept [words]\nThe ferry.\n:::", ["Read Kept [words]", "The ferry."]),
    (":::note\n:Embargo: until Friday noon\n:::", [":Embargo: until Friday noon"]),
    // No such blocks.
    ("::: Not for publication :::", ["::: Not for publication :::"]),
    (":::NOT for sale", [":::NOT for sale"]),
    ("::: Ana Petrova reports\nThe ferry.\n:::", ["::: Ana Petrova reports The ferry."]),
    ("::: embargoed until noon", ["::: embargoed until noon"]), ("::: Urgent", ["::: Urgent"]),
    (
      "!!! Not for publication before noon\n    The ferry.",
      ["!!! Not for publication before noon The ferry."]
    ),
    ("!!! not for publication\n    The ferry.", ["!!! not for publication The ferry."]),
    ("!!! wichtig\nThe ferry.", ["!!! wichtig The ferry."]),
    ("The ferry ::: is back.", ["The ferry ::: is back."]),
    ("[!NOTE]\nThe ferry.", ["[!NOTE] The ferry."]),
  ])
  func readsTheContent(_ markdown: String, _ expected: [String]) throws {
    #expect(try read(markdown, as: "a.md").first?.body.strings == expected)
  }

  /// In R Markdown the marks enclose a program.
  @Test func keepsProgramsAsSuch() throws {
    let document = try #require(try read("```{r}\nx <- *1*\n```\n\nAfter.", as: "a.md").first)
    #expect(document.body.paragraphs.map(\.role) == [.preformatted, .paragraph])
  }

  @Test func manyMarksTakeLinearTime() throws {
    let text = String(repeating: ":::tip\n", count: 20_000) + "The ferry.\n"
    #expect(try read(text, as: "a.md").first?.body.strings == ["The ferry."])
  }

  @Test(arguments: ["unlisted: true", "visibility: unlisted", "status: unlisted"])
  func anUnlistedPageIsPrivate(_ line: String) throws {
    #expect(try ferryPage(line).status?.value == .private)
  }

  @Test func aListedPageIsNot() throws { #expect(try ferryPage("unlisted: false").status == nil) }
}
