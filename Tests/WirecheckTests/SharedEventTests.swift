import Foundation
import Testing
import WireText

@testable import Wirecheck

/// One event in several sources: who reports on it in words of their own, who has a statement that all were given, and who
/// had a release first.
struct SharedEventTests {
  private static let statement =
    "\"The crane was inspected in spring and carried less than half of the load that its plate allows,\" harbour master"
    + " Odile Marsh told the crowd at the gate."
  private static let northwire = """
    A dockside crane fell across two moored trawlers at Sorrel quay shortly before dawn, and a night watchman who had just \
    left its cabin was unhurt. Divers searched both hulls until noon while fish buyers waited behind a rope. \(statement) \
    Insurers estimate that raising the jib will take a fortnight.
    """
  private static let meridian = """
    Two fishing boats were crushed on Thursday when the oldest crane of Sorrel collapsed in light wind. Nobody died, police \
    said, though the man on duty had climbed down only minutes earlier. \(statement) The auction hall opened four hours \
    late, and ice was handed out to skippers for nothing.
    """
  private static let release = """
    The Port of Sorrel regrets that crane number three gave way during maintenance of its slewing ring this morning. All \
    berths north of the customs shed stay closed until surveyors have measured the quay wall for cracks and settlement.
    """
  private static let own = """
    Our photographer was drinking coffee at the kiosk when she heard the noise. She says it was like a piano pushed down the \
    stairs, only longer. By the time the sun was up the whole street stood in slippers on the pavement and counted gulls.
    """

  private static func scene(northwire: String, meridian: String, release: String? = nil) throws -> Scene {
    var wire = [
      try Scene.item(
        "NW-20", northwire, Story.reserved.merging(["published": "2026-11-19T09:30:00Z"]) { $1 }),
      try Scene.json([
        "id": "MN-20", "agency": "Meridian News Service", "published": "2026-11-19T08:45:00Z",
        "text": meridian,
      ]),
    ]
    if let release {
      wire.append(
        try Scene.json([
          "id": "PORT-1", "agency": "Port of Sorrel", "published": "2026-11-19T07:15:00Z", "text": release,
        ]))
    }
    return try Scene(wire: wire)
  }

  @Test(
    "who reports in words of its own on an event that others report on too is the only source of these words")
  func independent() throws {
    let scene = try Self.scene(northwire: Self.northwire, meridian: Self.meridian)
    let copied = Self.northwire.split(separator: "\"")[0]
    let findings = try scene.run("\(copied)\n\n\(Self.own)\n").findings
    #expect(findings.contains { $0.rule == "WC103" })
    #expect(
      findings.allSatisfy { $0.rule != "WC108" && $0.source?.item == "NW-20" && $0.source?.alsoIn == [] })
    // The same event in a third one's words is nobody's.
    let third = """
      Sorrel woke to a fallen crane on Thursday. The trawlers under it are scrap, their owners fear, yet the watchman lives. \
      Odile Marsh, who runs the harbour, was shouted at by people who could not reach the auction.
      """
    #expect(try scene.run("\(third) \(Self.own)").findings.isEmpty)
  }

  @Test("a statement that two agencies were given is told of with both, the earlier one first")
  func statement() throws {
    let scene = try Self.scene(northwire: Self.northwire, meridian: Self.meridian)
    let findings = try scene.run("\(Self.own)\n\n\(Self.statement)\n").findings
    let finding = try #require(findings.first { $0.rule == "WC108" })
    try expect(finding.message, names: ["MN-20", "NW-20"])
  }

  @Test("a release that two agencies sent on is told of first")
  func pressRelease() throws {
    let scene = try Self.scene(
      northwire: "\(Self.northwire) \(Self.release)", meridian: "\(Self.release) \(Self.meridian)",
      release: Self.release)
    let findings = try scene.run("\(Self.release)\n\n\(Self.own)\n").findings
    let finding = try #require(findings.first { $0.rule == "WC108" })
    try expect(finding.message, names: ["PORT-1", "MN-20", "NW-20"])
    #expect(finding.fact?.contains("2026-11-19T07:15:00Z") == true)
  }

  @Test("a quotation is the source's that has the rest as well, also where the rest stands before it")
  func quotationBehindTheRest() throws {
    let quotation = "A million pears mean a million choices which nobody had to make on a ladder in November"
    let scene = try Self.scene(
      northwire: """
        Tallis Robotics announced that its Mantis picker has gathered one million pears in the orchards around Corrie. \
        "\(quotation)," founder Ingrid Solberg said. The company will also open a repair workshop in Lower Brindle \
        during spring, hiring eighty mechanics. The Mantis picker combines four cameras and a padded gripper weighing \
        less than nine hundred grams.
        """,
      meridian: """
        Growers near Corrie remain cautious about the machines of Tallis Robotics. "\(quotation)," said its founder. \
        Prices start at forty thousand crowns, and hired hands fear for their work.
        """)
    let draft = """
      Tallis Robotics will open a repair workshop in Lower Brindle during spring, hiring eighty mechanics, the company \
      announced. Its Mantis picker combines four cameras and a padded gripper weighing less than nine hundred grams. \
      "\(quotation)," founder Ingrid Solberg said.

      \(Self.own)
      """
    let findings = try scene.run(draft).findings
    #expect(!findings.isEmpty)
    #expect(findings.allSatisfy { $0.source?.item == "NW-20" && $0.source?.alsoIn == ["MN-20"] })
  }

  private func expect(_ message: String, names: [String]) throws {
    let places = try names.map { try #require(message.range(of: $0)).lowerBound }
    #expect(places == places.sorted())
  }
}
