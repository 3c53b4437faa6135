import Foundation
import Testing
import WireDocuments
import WireMatching
import WireText

@testable import Wirecheck

/// Advisories find the items that they name, in whatever order both come.
struct AttachmentTests {
  /// A folder for an index, gone after the test.
  private final class Folder {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path

    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  /// Adds items to an index and commits, as one call of `index add`.
  @discardableResult
  private func add(_ documents: [Document], to folder: Folder) throws -> Ingest.Tally {
    let writer = try IndexWriter(at: folder.path, vocabulary: Scene.vocabulary.get())
    var ingest = Ingest(ItemReader(try Scene.newsroom(Scene.head()), agency: nil), into: writer)
    for document in documents { try ingest.add(document) }
    _ = try ingest.commit()
    return ingest.tally
  }

  private func document(
    _ id: String, _ text: String, slug: String? = nil, headline: String? = nil, at hour: Int = 8,
    follows: String? = nil, agency: String = "Northwire"
  ) throws -> Document {
    var fields = ["agency": agency, "published": "2026-11-19T\(hour < 10 ? "0" : "")\(hour):00:00Z"]
    fields["slug"] = slug
    fields["headline"] = headline
    var document = try #require(try Scene.documents([Scene.item(id, text, fields)]).first)
    document.version = nil
    if let follows { document.links = [ItemLink(.replaces, id: follows)] }
    return document
  }

  /// The states of items, by what stands beside them in the index.
  private func states(_ ids: [String], in folder: Folder) throws -> [String] {
    let index = try WireIndex(opening: folder.path)
    return try ids.map { id in
      let items = try index.entries(withID: id).compactMap { WireItem(payload: $0.payload) }
      let states = Set(items.filter(\.isForeign).map(\.status.rawValue))
      return states.isEmpty ? "usable" : states.sorted().joined(separator: " ")
    }
  }

  /// How an advisory names the item `NW-7`, slugged BEES-HIVES, headlined “Bees leave the old harbour”.
  private static let namings: [(headline: String?, slug: String?, text: String)] = [
    (nil, "bees-hives", "KILL. Editors: please kill this story, it is wrong."),
    (nil, nil, "KILL. Editors: please kill the story slugged BEES-HIVES. It is wrong."),
    (nil, nil, "Kill is mandatory. Kill the item NW-7. It is wrong."),
    (nil, nil, "Kindly ignore our earlier story BEES-HIVES, which contains errors."),
    (nil, nil, "Merci de supprimer BEES-HIVES de vos archives."),
    (nil, nil, "Prosimy usunąć materiał BEES-HIVES."),
    (nil, nil, "KILL. Editors: please kill the story headlined \u{201C}Bees leave the old harbour\u{201D}."),
    (nil, nil, "KILL. Editors: please kill the story headlined 'Bees Leave the Old Harbour', it is wrong."),
    ("KILL: Bees leave the old harbour", nil, "The story is wrong."),
    ("PHOTO KILL \u{2013} bees", "BEES-HIVES", "The caption is wrong."),
  ]

  @Test(arguments: namings.indices)
  func killFindsItsItemInAnyOrder(_ number: Int) throws {
    let naming = Self.namings[number]
    let kill = try document("NW-20", naming.text, slug: naming.slug, headline: naming.headline, at: 10)
    let item = try document("NW-7", Story.text, slug: "BEES-HIVES", headline: "Bees leave the old harbour")
    let other = try document("NW-8", Story.own, slug: "WASPS", headline: "Wasps come to the new harbour")
    let foreign = try document("ME-1", Story.own, slug: "BEES-HIVES", agency: "Meridian News Service")
    for order in [
      [[item, other, foreign, kill]], [[item, other, foreign], [kill]], [[kill], [other, foreign, item]],
    ] {
      let folder = Folder()
      for documents in order { try add(documents, to: folder) }
      #expect(try states(["NW-7", "NW-8", "ME-1"], in: folder) == ["canceled", "usable", "usable"])
    }
  }

  @Test func holdAttachesAsHold() throws {
    let folder = Folder()
    let hold = try document("NW-20", "HOLD: Please withhold the story slugged BEES-HIVES.", at: 10)
    try add([try document("NW-7", Story.text, slug: "bees-hives"), hold], to: folder)
    #expect(try states(["NW-7"], in: folder) == ["withheld"])
  }

  /// A kill reaches all versions of a story that are not known to be newer, under whatever identifiers.
  @Test(arguments: [true, false])
  func killReachesTheChainOfVersions(_ isFirst: Bool) throws {
    let folder = Folder()
    let kill = try document("NW-20", "KILL. Kill the item NW-8. It is wrong.", at: 12)
    let chain = [
      try document("NW-7", Story.text, at: 8),
      try document("NW-8", Story.text + " More.", at: 9, follows: "NW-7"),
      try document("NW-9", Story.text + " Still more.", at: 10, follows: "NW-8"),
    ]
    if isFirst {
      try add(chain + [kill], to: folder)
      #expect(try states(["NW-7", "NW-8", "NW-9"], in: folder) == ["canceled", "canceled", "canceled"])
    } else {
      try add([chain[1], kill], to: folder)
      try add([chain[2], try document("NW-10", Story.own, at: 14, follows: "NW-8")], to: folder)
      #expect(try states(["NW-8", "NW-9", "NW-10"], in: folder) == ["canceled", "canceled", "usable"])
    }
  }

  @Test func whatNamesNothingIsReportedAndAttachesLater() throws {
    let folder = Folder()
    let kill = try document("NW-20", "KILL. Please kill this story.", slug: "BEES", at: 10)
    #expect(try add([kill], to: folder).unmatched.map(\.name) == ["BEES"])
    #expect(try add([kill], to: folder).unmatched.map(\.name) == ["BEES"])
    #expect(try add([try document("NW-7", Story.text, slug: "Bees")], to: folder).unmatched.isEmpty)
    #expect(try states(["NW-7"], in: folder) == ["canceled"])
  }

  @Test func versionOfAnItemWithdrawsNoOtherWithItsSlug() throws {
    let folder = Folder()
    var kill = try document("NW-7", "", slug: "BEES", at: 10)
    kill.status = Status(.canceled, raw: "stat:canceled")
    let tally = try add(
      [try document("NW-7", Story.text, slug: "BEES"), try document("NW-8", Story.own, slug: "BEES"), kill],
      to: folder)
    #expect(try states(["NW-8"], in: folder) == ["usable"])
    #expect(tally.unmatched.isEmpty)
  }

  /// Words in lower case, as prose has them, name no item.
  @Test func wordsOfProseAreNoNames() throws {
    let item = WireItem(agency: "northwire")
    var advisory = item
    advisory.advisory = "Please kill the story on bees of today, it is wrong"
    let names = AdvisoryNames(advisory).names
    var story = item
    story.slug = "BEES"
    #expect(AdvisoryNames.names(of: story, id: "bees").allSatisfy { !names.contains($0) })
  }

  /// Advisories in fields count as those in the text do.
  @Test(arguments: [
    ("ednote", "KILL: please kill this story.", "WC303 error"),
    ("usageterms", "MANDATORY KILL", "WC303 error"),
    ("special_instructions", "Embargoed until 0600 GMT, 30 November 2026", "WC301 error"),
    ("headline", "EMBARGOED UNTIL 0600 GMT 30 NOVEMBER 2026: Bees leave the harbour", "WC301 error"),
    ("headline", "WITHHOLD: Bees leave the harbour", "WC303 error"),
    ("headline", "Mayor to kill the plan for the harbour", ""),
    ("headline", "Kill: a film of bees in the harbour", ""),
  ])
  func advisoriesInFieldsCount(_ key: String, _ text: String, _ finding: String) throws {
    let scene = try Scene(Story.contract(), wire: [Scene.item("NW-7", Story.text, [key: text])])
    let rules = try scene.run(Story.text).findings.map { "\($0.rule) \($0.level.rawValue)" }
    #expect(rules.filter { $0.hasPrefix("WC30") } == (finding.isEmpty ? [] : [finding]))
  }
}
