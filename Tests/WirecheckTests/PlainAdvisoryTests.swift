import Foundation
import Testing
import WireDocuments
import WireMatching
import WireText

@testable import WireRights
@testable import Wirecheck

/// Sentences that take no form of an advisory are one where they name an item, and only there.
struct PlainAdvisoryTests {
  private static let slug = ["slug": "BEES-HIVES", "headline": "Bees leave the old harbour"]

  /// Rules and levels for a draft that takes the story, with the lines of each group added in a call of its own.
  ///
  /// - Parameter unmatched: the items that are reported as advisories whose story is not there, in any of the calls.
  private func outline(_ groups: [[String]], unmatched: [String] = []) throws -> [String] {
    var reported: [String] = []
    let folder = try IngestTests.Folder()
    for lines in groups {
      let writer = try IndexWriter(at: folder.path, vocabulary: Scene.vocabulary.get())
      var ingest = Ingest(ItemReader(try Scene.newsroom(Scene.head()), agency: nil), into: writer)
      for document in try Scene.documents(lines) { try ingest.add(document) }
      _ = try ingest.commit()
      reported += ingest.tally.unmatched.map(\.name)
      #expect(ingest.tally.withdrawals == 0)
    }
    #expect(reported == unmatched, "\(groups)")
    let newsroom = try Scene.newsroom(Scene.head() + Story.contract())
    let checker = try Checker(
      newsroom, index: WireIndex(opening: folder.path), vocabulary: Scene.vocabulary.get())
    let document = try #require(try Scene.documents([Scene.json(["id": "d", "text": Story.text])]).first)
    let now = try #require(Instant(reading: "2026-11-20T12:00:00Z"))
    return try checker.check(document, on: Occasion(now: now), excerpts: .full).findings
      .map { "\($0.rule) \($0.level.rawValue)" }
  }

  @Test(arguments: [
    (
      "Northwire has withdrawn its story BEES-HIVES, sent on Thursday, since the papers were not genuine.",
      "WC303 error"
    ),
    ("We are removing BEES-HIVES from our services. Please delete it from your archives.", "WC303 error"),
    ("Our lawyers ask that you take BEES-HIVES off all platforms and stop using it.", "WC303 error"),
    ("Please do not use BEES-HIVES.", "WC303 error"),
    ("Wir bitten, BEES-HIVES zu löschen.", "WC303 error"),
    ("No web use of BEES-HIVES.", "WC402 error"),
    ("The embargo on BEES-HIVES has been extended to 0600 GMT on 28 November 2026.", "WC301 error"),
    ("Bees leave the old harbour: this item should be disregarded", "WC303 error"),
    (
      "Please note that in BEES-HIVES, the number is forty. The error appeared in the first paragraph.",
      "WC304 warning"
    ),
    ("The headline of BEES-HIVES should read: Bees leave the new harbour", "WC304 warning"),
    ("In „Bees leave the old harbour“ muss es richtig heißen: vierzig Stöcke.", "WC304 warning"),
    ("Legal: please do not name the keeper in BEES-HIVES.", "WC801 warning"),
    (
      "Please note that our story „Bees leave the old harbour“ is embargoed until 12:00 GMT on 21 November 2026.",
      "WC301 error"
    ),
  ])
  func aSentenceThatNamesAnItemIsAboutIt(_ text: String, _ finding: String) throws {
    let story = try Scene.item("NW-7", Story.text, Self.slug)
    let sentence = try Scene.item("NW-20", text, ["published": "2026-11-20T10:00:00Z"])
    for groups in [[[story, sentence]], [[sentence, story]], [[story], [sentence]]] {
      #expect(try outline(groups) == [finding], "\(groups.count)")
    }
    // What withdraws an item by its slug is reported as long as nobody knows the item.
    let isOpen = finding.hasPrefix("WC303") && text.contains("BEES-HIVES")
    #expect(try outline([[sentence], [story]], unmatched: isOpen ? ["NW-20"] : []) == [finding])
  }

  /// Parts of an identifier, such as `com`, are words of some language, and say nothing of that of the advisory.
  @Test(arguments: [
    "Kill urn:newsml:northwire.com:20261119:TX-ORM-QRX41", "Please do not use TX-ORM-QRX41.",
  ])
  func anIdentifierNamesTheItem(_ text: String) throws {
    let story = try Scene.item("urn:newsml:northwire.com:20261119:TX-ORM-QRX41", Story.text, Self.slug)
    let order = try Scene.item("NW-20", text, ["published": "2026-11-20T10:00:00Z"])
    #expect(try outline([[story], [order]]) == ["WC303 error"])
  }

  /// An item answers to all its identifiers, and to the last part of one where that is no date and no common word.
  @Test func itemsAnswerToTheirOtherIdentifiers() throws {
    func names(_ id: String, others: [String]? = nil) -> Set<String> {
      var item = WireItem(agency: "northwire")
      item.otherIDs = others
      return Set(AdvisoryNames.names(of: item, id: id).map(\.text))
    }
    let urn = "urn:newsml:northwire.example:20261119:TX-ORM-QRX41"
    #expect(names(urn, others: ["nw-guid-7781"]) == [urn, "TX-ORM-QRX41", "nw-guid-7781"])
    #expect(names("https://northwire.example/items/20261119") == ["https://northwire.example/items/20261119"])
    #expect(names("tag:northwire.example:harbour") == ["tag:northwire.example:harbour"])
  }

  /// News in the same words, also under the slug of the story, is news.
  @Test(arguments: [
    "The harbour board has withdrawn its plan for the hives, sent on Thursday.",
    "BEES left the hives, and the board should disregard the error in its report.",
    "The keeper was wrongly accused. The charge has been withdrawn.",
    "Two keepers were killed. Do not go near the old harbour.",
  ])
  func newsIsAboutNoItem(_ text: String) throws {
    let story = try Scene.item("NW-7", Story.text, Self.slug)
    let news = try Scene.item(
      "NW-20", text, ["slug": "BEES-HIVES", "headline": "Bees", "published": "2026-11-20T10:00:00Z"])
    #expect(try outline([[story], [news]]) == [])
  }

  /// “Thursday 13:00” is the first one after the item was sent.
  @Test(arguments: [
    ("EMBARGO: not for publication before Friday 1300 GMT", "2026-11-20T12:59:00Z", true),
    ("EMBARGO: not for publication before Friday 1300 GMT", "2026-11-20T13:00:00Z", false),
    ("Sperrfrist bis Samstag 9.00 Uhr MEZ", "2026-11-21T07:59:00Z", true),
    ("Sperrfrist bis Samstag 9.00 Uhr MEZ", "2026-11-21T08:00:00Z", false),
  ])
  func aDayOfTheWeekIsTheFirstAfterTheItemWasSent(_ text: String, _ time: String, _ isClosed: Bool) throws {
    let statement = NoticeParser(try NoticePolicies()).parse(text)
    var item = ItemTerms(agency: "northwire")
    item.published = Instant(reading: "2026-11-19T10:00:00Z")
    let end = try #require(statement.embargo(on: item))
    guard case .until(let end) = end else {
      Issue.record("\(text): no end")
      return
    }
    #expect((try #require(Instant(reading: time)) < end) == isClosed)
  }
}
