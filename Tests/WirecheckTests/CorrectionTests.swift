import Testing
import WireMatching
import WireText

@testable import Wirecheck

/// WC304: words that a later version of their item, or a correction of it, took back.
struct CorrectionTests {
  private static let right = Story.text.replacing("four hundred", with: "fourteen")
  private static let later = ["version": "2", "published": "2026-11-19T10:00:00Z"]

  private func check(_ wire: [String], draft: String = Story.text) throws -> RunRecord {
    try Scene(Story.contract(), wire: wire).run(draft)
  }

  @Test func draftOfAnEarlierVersionShowsTheCorrectedWords() throws {
    let record = try check([Scene.item(), Scene.item("NW-7", Self.right, Self.later)])
    #expect(record.outline == ["WC304 warning"])
    let finding = try #require(record.findings.first)
    #expect(finding.places.map { $0.excerpt?.head } == ["four hundred"])
    #expect(finding.source?.version == "2")
    #expect(finding.source?.passages.map { $0.excerpt.head } == ["moved fourteen hives"])
    #expect(
      finding.message
        == "2 words of Northwire item NW-7 version 1 stand otherwise in Northwire item NW-7 version 2")
  }

  @Test(arguments: [
    // The draft has the corrected words, or none of those that were corrected.
    right, Story.text.replacing("four hundred", with: "fourteen"), Story.second + " " + Story.third,
  ])
  func whatIsRightIsPassedOver(_ draft: String) throws {
    let wire = [try Scene.item(), try Scene.item("NW-7", Self.right, Self.later)]
    #expect(try check(wire, draft: draft).outline == [])
  }

  @Test func replacementThatIsOrderedIsAnError() throws {
    let order = Self.later.merging(["ednote": "CORRECTS number of hives. Please use the corrected version."])
    { $1 }
    let record = try check([Scene.item(), Scene.item("NW-7", Self.right, order)])
    #expect(record.outline == ["WC304 error"])
    #expect(record.findings.first?.term?.words.lowercased().contains("corrected version") == true)
  }

  @Test func anUpdateTakesNothingFromACorrection() throws {
    let order = ["ednote": "CORRECTS number of hives. Please use the corrected version."]
    let update = [
      "version": "3", "published": "2026-11-19T11:00:00Z", "ednote": "UPDATE: adds who counted.",
    ]
    let updated = "\(Self.right) \(Story.own)"
    let wire = [
      try Scene.item(), try Scene.item("NW-7", Self.right, Self.later.merging(order) { $1 }),
      try Scene.item("NW-7", updated, update),
    ]
    #expect(try check(wire).outline == ["WC304 error"])
    // Whose words only the update changed were corrected by nobody.
    let changed = updated.replacing("no lamps", with: "red lamps")
    let last = [wire[0], wire[1], try Scene.item("NW-7", changed, update)]
    #expect(try check(last, draft: Self.right).outline == ["WC304 warning"])
    #expect(try check(last, draft: "\(Story.second) \(Story.third)").outline == ["WC304 warning"])
    #expect(try check(last).outline == ["WC304 error"])
  }

  @Test func wordsOfAKilledVersionStayKilled() throws {
    let kill = try Scene.json([
      "id": "NW-7", "version": "2", "agency": "Northwire", "status": "killed", "text": "",
    ])
    let again = ["version": "3", "published": "2026-11-19T11:00:00Z"]
    let wire = [try Scene.item(), kill, try Scene.item("NW-7", Self.right, again)]
    let record = try check(wire)
    #expect(record.outline == ["WC304 error"])
    #expect(record.findings.first?.fact?.contains("withdrawn by NW-7 version 2") == true)
    #expect(try check(wire, draft: Self.right).outline == [])
    #expect(try check(wire, draft: "\(Story.second) \(Story.third)").outline == [])
  }

  @Test func killedItemIsNotCorrectedToo() throws {
    let kill = try Scene.json([
      "id": "NW-7", "version": "3", "agency": "Northwire", "status": "killed", "text": "",
    ])
    let record = try check([Scene.item(), Scene.item("NW-7", Self.right, Self.later), kill])
    #expect(record.outline == ["WC303 error"])
  }

  /// A long draft with one word of the earlier version is closest to the later one, which has all its other words.
  @Test(
    arguments: [
      ("four hundred", "fourteen"), ("Monday", "Sunday"), ("by barge", "by two barges"),
      ("lock keepers", "farmers"),
      ("carried no lamps", "carried lamps and no lamps"), ("from its boardroom", "from its kitchen"),
      ("opened their gates", "seldom opened their gates"),
    ])
  func aWordThatWasLeftInALongDraftIsFound(_ before: String, _ after: String) throws {
    let more = Story.own + " The council will meet again in spring, and its gardeners are to be asked too."
    let text = "\(Story.text) \(more)"
    let later = ["ednote": "CORRECTS first paragraph. Please use the corrected version."].merging(Self.later)
    { $1 }
    let wire = [
      try Scene.item("NW-7", text), try Scene.item("NW-7", text.replacing(before, with: after), later),
    ]
    let record = try check(wire, draft: text)
    #expect(record.outline == ["WC304 error"], "\(record.findings.map(\.message))")
    let finding = try #require(record.findings.first)
    #expect(
      finding.message.contains(/item NW-7 version 1 stands? otherwise in Northwire item NW-7 version 2/))
    #expect(try check(wire, draft: text.replacing(before, with: after)).outline == [])
  }

  @Test func aParagraphThatIsNewChangesNoWords() throws {
    let more = "\(Story.first) \(Story.own) \(Story.second) \(Story.third)"
    let wire = [try Scene.item(), try Scene.item("NW-7", more, Self.later)]
    #expect(try check(wire).outline == [])
  }

  // MARK: Corrections under an identifier of their own

  private func check(_ item: String, correctedBy correction: String, draft: String = Story.text) throws
    -> RunRecord
  {
    let folder = try IngestTests.Folder()
    let newsroom = try Scene.newsroom(Scene.head() + Story.contract())
    let writer = try IndexWriter(at: folder.path, vocabulary: Scene.vocabulary.get())
    var ingest = Ingest(ItemReader(newsroom, agency: nil), into: writer)
    for document in try Scene.documents([item, correction]) { try ingest.add(document) }
    let index = try ingest.commit()
    let checker = try Checker(newsroom, index: index, vocabulary: Scene.vocabulary.get())
    return try Scene(newsroom: newsroom, checker: checker).run(draft)
  }

  private static let slug = ["slug": "BEES-HIVES"]

  private func correction(_ text: String) throws -> String {
    try Scene.item("NW-20", text, Self.slug.merging(["published": "2026-11-19T12:00:00Z"]) { $1 })
  }

  @Test(
    arguments: [
      (
        "CORRECTION: In the story slugged BEES-HIVES please read \u{201C}fourteen hives\u{201D} instead of \u{201C}four hundred hives\u{201D}.",
        Story.text, ["four hundred hives"]
      ),
      (
        "CORRECTION: In the story slugged BEES-HIVES please read \"fourteen hives\" instead of \"four hundred hives\".",
        Story.third, []
      ),
      (
        "CORRECTION: In the story slugged BEES-HIVES please read \"fourteen hives\" instead of \"four hundred hives\".",
        right, []
      ),
    ] as [(String, String, [String])])
  func quotedWordsAreFound(_ text: String, _ draft: String, _ found: [String]) throws {
    let record = try check(
      Scene.item("NW-7", Story.text, Self.slug), correctedBy: correction(text), draft: draft)
    #expect(record.outline == (found.isEmpty ? [] : ["WC304 warning"]), "\(record.findings.map(\.message))")
    #expect(record.findings.flatMap(\.places).map { $0.excerpt?.head } == found)
    if !found.isEmpty { #expect(record.findings.first?.term?.words.contains("fourteen hives") == true) }
  }

  @Test func correctionThatQuotesNothingIsToldForTheWholeReuse() throws {
    let text = "CORRECTION: The story slugged BEES-HIVES gave a wrong number of hives in its first paragraph."
    let record = try check(Scene.item("NW-7", Story.text, Self.slug), correctedBy: correction(text))
    #expect(record.outline == ["WC304 warning"])
    #expect(record.findings.first?.message.contains("was corrected by NW-20") == true)
  }
}
