import Testing
import WireDocuments

@testable import Wirecheck

/// Notes to editors beside an item whose use a contract permits with a credit; agencies and stories are invented.
struct EditorsNoteTests {
  private static func outline(note: String) throws -> Set<String> {
    let scene = try Scene(
      Story.contract(", duties: [{credit: [Northwire]}]"),
      wire: [Scene.item("NW-7", Story.text, ["ednote": note])])
    return Set(try scene.run("\(Story.own)\n\(Story.text)").outline)
  }

  @Test(arguments: [
    "Third and last section new", "Eds: With photos.", "Kolmas ja viimeinen osio uutta", "* * * *",
    "## Note to editors", "Med kommentar från ministern. Ny rubrik.", "nwx pre abc n1 deg",
  ])
  func aNoteWithoutTermsChangesNothing(_ note: String) throws {
    #expect(try Self.outline(note: note) == ["WC201 error"])
  }

  @Test(arguments: [
    "Det er ikke anledning til å omarrangere innhold i saken.",
    "Usage is limited to members of the consortium only.",
  ])
  func termsThatAreNotUnderstoodExcuseNoCredit(_ note: String) throws {
    #expect(try Self.outline(note: note) == ["WC201 error", "WC801 warning"])
  }
}
