import Testing
import WireText

@testable import WireDocuments

/// Instructions, statuses and their changes in NewsML 1.
@Suite struct NewsML1ManagementTests {
  private static let usable = NewsML1ReaderTests.status

  private func item(_ management: String) throws -> Document {
    try #require(try read(NewsML1ReaderTests.file(management, "<NewsComponent/>"), as: "-").first)
  }

  private static func instruction(_ word: String, _ inner: String = "") -> String {
    "<Instruction FormalName=\"\(word)\">\(inner)</Instruction>"
  }

  private static func change(_ word: String, _ time: String = "20261125T060000Z") -> String {
    "<StatusWillChange><FutureStatus FormalName=\"\(word)\"/><DateAndTime>\(time)</DateAndTime></StatusWillChange>"
  }

  @Test(arguments: [
    (instruction("Kill"), Status.Value.canceled), (instruction("Delete"), .canceled),
    (instruction("Cancel"), .canceled), (instruction("Withdraw"), .canceled),
    (instruction("Hold"), .withheld),
    (instruction("Embargo"), .withheld), (instruction("Update"), .usable),
    (instruction("Correction"), .usable),
  ])
  func anInstructionMayRestrictTheItem(instruction: String, status: Status.Value) throws {
    #expect(try item(instruction + Self.usable).status?.value == status)
    let document = try item(Self.usable + instruction)
    #expect(document.status?.value == status && !document.codes.contains("status-unknown"))
    #expect(!document.texts(.editorsNote).isEmpty)
  }

  @Test func aRevisionsStatusIsTheItemsOnlyForItsOwn() throws {
    let status = { (revision: Int) in
      "<RevisionStatus Revision=\"\(revision)\"><Status FormalName=\"Canceled\"/></RevisionStatus>"
    }
    #expect(try item(Self.usable + Self.instruction("Update", status(1))).status?.value == .usable)
    #expect(try item(Self.usable + Self.instruction("Update", status(2))).status?.value == .canceled)
  }

  @Test(arguments: [
    (usable + instruction("Embargo"), String?.some("")),
    (instruction("Embargo") + change("Usable"), "20261125T060000Z"),
    (change("Published"), "20261125T060000Z"), (change("Open"), "20261125T060000Z"),
    ("<Status FormalName=\"Withheld\"/>" + change("Open"), "20261125T060000Z"),
    (change("Usable", ""), ""), (change("Usable") + change("Usable", "20261126T060000Z"), "20261126T060000Z"),
    (usable + change("Open"), nil), (usable + change("Canceled"), nil),
  ])
  func aChangeToUsableEndsAnEmbargo(management: String, end: String?) throws {
    let document = try item(management)
    #expect(document.embargo?.raw == end)
    if end == nil { #expect(document.time(.expiry)?.raw == "20261125T060000Z") }
  }

  /// An item in an item that was killed is killed with it.
  @Test func anItemInAnotherSharesItsStatus() throws {
    let inner = """
      <NewsComponent><NewsItem><Identification><NewsIdentifier><NewsItemId>F2</NewsItemId></NewsIdentifier></Identification>
      <NewsManagement>\(Self.usable)</NewsManagement><NewsComponent><ContentItem><DataContent><p>The ferry.</p></DataContent>
      </ContentItem></NewsComponent></NewsItem></NewsComponent>
      """
    for (management, status) in [
      ("<Status FormalName=\"Canceled\"/>", Status.Value.canceled), (Self.usable, .usable),
    ] {
      let all = try read(NewsML1ReaderTests.file(management, inner), as: "-")
      let document = try #require(all.first { $0.body.strings == ["The ferry."] })
      #expect(document.status?.value == status)
    }
  }
}
