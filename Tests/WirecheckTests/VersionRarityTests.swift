import Testing

@testable import Wirecheck

/// Versions of an item are one source: how many there are does not make its words common.
struct VersionRarityTests {
  @Test(arguments: 1...4) func aShortCopyIsFoundInItemsOfManyVersions(_ versions: Int) throws {
    let wire = try (1...versions).map { number in
      let text = "\(Story.text) Update \(number) of the story follows at noon."
      return try Scene.item(
        "NW-7", text, ["version": "\(number)", "published": "2026-11-19T0\(number):00:00Z"])
    }
    let copied = Story.second.split(separator: " ").prefix(17).joined(separator: " ")
    let record = try Scene(wire: wire).run("\(Story.own) \(copied).\n\n\(Story.own)\n")
    #expect(record.outline == ["WC103 error"], "\(record.findings.map(\.message))")
  }
}
