import Testing

@testable import WireDocuments

/// Prose beside the body, in footnotes and under a site's own keys, counts as the story's words, once.
@Suite struct NoteTextTests {
  static let prose = "The last ferry of the winter left Ormsby with forty passengers and one goat on board."

  private func docx(_ notes: [String]) throws -> Document {
    let parts = notes.enumerated().map { index, note in
      ZIPWriter.Member(
        "word/footnotes.xml",
        "<w:footnotes \(OfficeReaderTests.word)><w:footnote w:id='\(index)'>\(OfficeReaderTests.paragraph(note))</w:footnote></w:footnotes>"
      )
    }
    return try OfficeReaderTests.document(OfficeReaderTests.paragraph("The ferry is back."), parts: parts)
  }

  @Test func aFootnoteOfWordIsText() throws {
    let document = try docx([Self.prose])
    #expect(document.body.strings == ["The ferry is back.", Self.prose])
    #expect(document.attachments.map(\.name) == ["footnote"])
    #expect(document.texts(.footnote) == [Self.prose])
  }

  @Test func aShortFootnoteIsNone() throws {
    let document = try docx(["See page nine."])
    #expect(document.body.strings == ["The ferry is back."])
    #expect(document.texts(.footnote) == ["See page nine."])
  }

  @Test(arguments: [
    "{\\rtf1\\ansi The ferry is back.{\\footnote PROSE}\\par}",
    "{\\rtf1\\ansi The ferry is back.{\\footnote\\ftnalt PROSE}\\par}",
  ])
  func aFootnoteOfRTFIsText(_ text: String) throws {
    let file = text.replacing("PROSE", with: Self.prose)
    let document = try #require(try read(file, as: "a.rtf").first)
    #expect(document.body.strings == ["The ferry is back.", Self.prose])
  }

  @Test func aCommentIsNoText() throws {
    let file = "{\\rtf1\\ansi The ferry is back.{\\*\\annotation \(Self.prose)}\\par}"
    let document = try #require(try read(file, as: "a.rtf").first)
    #expect(document.body.strings == ["The ferry is back."])
    #expect(document.texts(.editorsNote) == [Self.prose])
  }

  @Test(arguments: ["body_copy", "pullquote", "hero_text", "x"]) func proseUnderAnyKeyIsText(_ key: String)
    throws
  {
    let text = "---\ntitle: Ferry\n\(key): \(Self.prose)\n---\nThe ferry is back.\n"
    let document = try #require(try read(text, as: "a.md").first)
    #expect(document.body.strings == ["The ferry is back.", Self.prose])
    #expect(document.attachments.map(\.name) == ["front matter: \(key)"])
  }

  @Test(arguments: ["image_caption", "cover-alt", "seo_text", "desk_note", "imageCaption"])
  func proseForOthersIsAField(_ key: String) throws {
    let text = "---\ntitle: Ferry\n\(key): \(Self.prose)\n---\nThe ferry is back.\n"
    let document = try #require(try read(text, as: "a.md").first)
    #expect(document.body.strings == ["The ferry is back."])
    #expect(document.fields.map(\.text) == [Self.prose])
  }

  @Test(arguments: [
    "1. One\n2. Two\n10. Ten\n", "1) One\n2) Two\n3) Ten\n", "> 1. One\n> 2. Two\n> 3. Ten\n",
  ])
  func numberedItemsAreOnesOfTheirOwn(_ list: String) throws {
    #expect(try read(list, as: "a.md").first?.body.strings == ["One", "Two", "Ten"])
  }

  @Test func aNumberAtTheStartOfALineIsNoItem() throws {
    #expect(
      try read("It sank in\n1998. Nobody died.\n", as: "a.md").first?.body.strings == [
        "It sank in 1998. Nobody died."
      ])
  }

  @Test(arguments: [
    "{{< pull text=\"PROSE\" >}}", "{{% pull \"PROSE\" %}}", "{% include pull.html text='PROSE' by=\"Bo\" %}",
  ])
  func proseInATagIsText(_ tag: String) throws {
    let text = "The ferry is back.\n\n\(tag.replacing("PROSE", with: Self.prose))\n"
    #expect(try read(text, as: "a.md").first?.body.strings == ["The ferry is back.", Self.prose])
  }

  @Test(arguments: [
    "{# PROSE \"PROSE\" #}", "{{/* \"PROSE\" */}}", "{{!-- \"PROSE\" --}}", "{% assign ferry = 'PROSE' %}",
    "{{ figure(alt=\"PROSE\") }}",
  ])
  func proseThatNoReaderSeesIsNoText(_ tag: String) throws {
    let text = "The ferry is back.\n\n\(tag.replacing("PROSE", with: Self.prose))\n"
    #expect(try read(text, as: "a.md").first?.body.strings == ["The ferry is back."])
  }

  @Test(arguments: ["{{ figure(caption=\"The quay\") }}", "{{< figure\r\ncaption=\"The quay\" >}}"])
  func aShortCaptionIsText(_ tag: String) throws {
    #expect(try read("The ferry is back.\n\n\(tag)\n", as: "a.md").first?.body.strings.last == "The quay")
  }

  @Test func aTagWithoutProseIsMarkup() throws {
    let text = "The ferry {{< ref \"posts/ferry.md\" >}}is{{< note by=\"Bo Hale\" >}} back.\n"
    #expect(try read(text, as: "a.md").first?.body.strings == ["The ferry is back."])
  }

  @Test func twoTextsInATagAreNotOneWord() throws {
    let text = "{{< pull a=\"\(Self.prose)\" b=\"\(Self.prose)\" >}}\n"
    #expect(try read(text, as: "a.md").first?.body.strings == ["\(Self.prose) \(Self.prose)"])
  }

  @Test(arguments: ["template", "noscript"]) func aFragmentKeepsWhatIsHidden(_ name: String) throws {
    let html = "<p>The ferry is back.</p><\(name)><p>\(Self.prose)</p></\(name)>"
    let document = try readPage(html)
    #expect(document.body.strings == ["The ferry is back.", Self.prose])
    #expect(document.attachments.map(\.name) == [name])
  }

  @Test func textBesideTheContentOfNITFIsCopy() throws {
    let text =
      "<nitf><body><p>First.</p><body.content><p>Second.</p></body.content><body.end><p>No.</p></body.end></body></nitf>"
    #expect(try read(text, as: "a.xml").first?.body.strings == ["First.", "Second."])
  }

  @Test(arguments: ["Summary", "Abstract"]) func aSummaryOfNewsMLIsText(_ role: String) throws {
    let text = """
      <NewsML><NewsItem><NewsManagement><Status FormalName="Usable"/></NewsManagement><NewsComponent>
      <NewsComponent><Role FormalName="Main"/><ContentItem><DataContent><p>The ferry is back.</p></DataContent></ContentItem></NewsComponent>
      <NewsComponent><Role FormalName="\(role)"/><ContentItem><DataContent><p>\(Self.prose)</p></DataContent></ContentItem></NewsComponent>
      </NewsComponent></NewsItem></NewsML>
      """
    #expect(try read(text, as: "a.xml").first?.body.strings == ["The ferry is back.", Self.prose])
  }

  @Test(arguments: ["body", "html", "text"]) func anUnknownElementOfArcIsCopy(_ key: String) throws {
    let text = """
      {"type": "story", "version": "0.10.9", "content_elements": [{"type": "text", "content": "The ferry is back."},
       {"type": "harbour_box", "\(key)": "<p>Nine weeks.</p>"}]}
      """
    #expect(try read(text, as: "a.json").first?.body.strings == ["The ferry is back.", "Nine weeks."])
  }
}
