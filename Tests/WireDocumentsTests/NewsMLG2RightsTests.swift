import Testing

@testable import WireDocuments

/// What the rights of an item of NewsML-G2 are limited to.
@Suite struct NewsMLG2RightsTests {
  private func document(_ rights: String) throws -> Document {
    let content = """
      <inlineXML id="story"><html><body><p>The ferry was late again.</p></body></html></inlineXML>\
      <remoteContent id="photo" contenttype="image/jpeg" href="ferry.jpg"/>\
      <remoteContent id="film" contenttype="video/mp4" href="ferry.mp4"/>
      """
    return try NewsMLG2ReaderTests.first(NewsMLG2ReaderTests.item(content, rights: rights)).1
  }

  private func fields(_ rights: String) throws -> [String] {
    try document(rights).textRights.map { "\($0.kind.rawValue) \($0.key): \($0.text)" }
  }

  @Test(arguments: [("photo", ItemType.picture), ("film", .video), ("photo film", .picture)])
  func rightsOfOtherPartsAreNotTheTexts(_ parts: String, _ medium: ItemType) throws {
    let found = try document("<rightsInfo idrefs='\(parts)'><usageTerms>Free use</usageTerms></rightsInfo>")
    #expect(found.textRights.isEmpty)
    #expect(found.rights.map(\.medium) == [medium])
  }

  @Test(arguments: ["story", "story photo"])
  func rightsOfTheTextAreItsOwn(_ parts: String) throws {
    #expect(
      try fields("<rightsInfo idrefs='\(parts)'><usageTerms>Free use</usageTerms></rightsInfo>")
        == ["terms rightsInfo/usageTerms: Free use"])
  }

  /// Limits of which nobody can tell whether they reach the text.
  @Test(arguments: [
    ("idrefs", "nowhere"), ("idrefs", "story nowhere"), ("scope", "rs:metadata"), ("aspect", "ra:licence"),
  ])
  func otherLimitsAreForAPerson(_ name: String, _ value: String) throws {
    #expect(
      try fields("<rightsInfo \(name)='\(value)'><usageTerms>Free use</usageTerms></rightsInfo>")
        == ["terms rightsInfo/usageTerms: Free use", "expression rightsInfo@\(name): \(value)"])
  }

  @Test func theTimeOfTheRightsIsRead() throws {
    #expect(
      try fields(
        "<rightsInfo validfrom='2026-11-01' validto='2026-11-20T00:00:00Z'><usageTerms>Free use</usageTerms>"
          + "</rightsInfo>")
        == [
          "terms rightsInfo/usageTerms: Free use", "begins rightsInfo@validfrom: 2026-11-01",
          "ends rightsInfo@validto: 2026-11-20T00:00:00Z",
        ])
  }

  @Test func timesThatDifferBetweenStatementsAreForAPerson() throws {
    #expect(
      try fields(
        "<rightsInfo validto='2026-11-20'><usageTerms>Free use</usageTerms></rightsInfo>"
          + "<rightsInfo><usageTerms>By contract</usageTerms></rightsInfo>"
      ).filter { $0.contains("valid") } == ["expression rightsInfo@validto: 2026-11-20"])
  }

  @Test func theTimeOfAPicturesRightsIsNotTheTexts() throws {
    #expect(
      try fields("<rightsInfo idrefs='photo' validto='2026-11-20'><usageTerms>Free</usageTerms></rightsInfo>")
        .isEmpty)
  }
}
