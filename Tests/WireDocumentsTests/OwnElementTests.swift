import Testing

@testable import WireDocuments

/// Elements of a writer's own in the copy of formats that others define.
@Suite struct OwnElementTests {
  private static func nitf(_ content: String) -> String {
    "<nitf><body><body.content>\(content)</body.content></body></nitf>"
  }

  private static func newsML1(_ content: String) -> String {
    "<NewsML><NewsItem><NewsComponent><ContentItem><DataContent>\(content)</DataContent></ContentItem>"
      + "</NewsComponent></NewsItem></NewsML>"
  }

  private static func atom(_ content: String) -> String {
    #"<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><title>F</title>"#
      + "<content type=\"application/xml\">\(content)</content></entry></feed>"
  }

  private static let story =
    "<story xmlns=\"\"><par>The ferry is back.</par><par>The crew is <x>not</x>.</par></story>"

  @Test(arguments: [nitf(story), newsML1(story), atom(story)])
  func standingByThemselvesAreParagraphs(_ file: String) throws {
    let document = try #require(try read(file, as: "a.xml").first)
    #expect(document.body.strings == ["The ferry is back.", "The crew is not."])
    expectPlaces(document, in: Array(file.utf8))
  }

  /// What stands in a line, or beside its words, is part of the line.
  @Test(arguments: [
    "<p>The <ship>Nord</ship> is back.</p>", "<p><ship>The Nord is</ship><when> back.</when></p>",
    "<p>In <place><town>Oslo</town><land>Norway</land></place>.</p>",
    "<block><p><place><town>Oslo</town></place> is quiet.</p></block>",
  ])
  func partsOfALineStayInIt(_ paragraph: String) throws {
    for file in [Self.nitf(paragraph), Self.newsML1(paragraph), Self.atom(paragraph)] {
      #expect(try read(file, as: "a.xml").first?.body.paragraphs.count == 1, "\(file)")
    }
  }

  /// The names of the format keep their meaning.
  @Test func namesOfTheFormatGoFirst() throws {
    let document = try #require(
      try read(Self.nitf("<hl2>Crew</hl2><bq><credit>A</credit></bq><p>The ferry.</p>"), as: "a.xml").first)
    #expect(document.outline == ["su: Crew", "qu: A", "pa: The ferry."])
  }
}
