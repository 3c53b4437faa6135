import Testing
import WireDocuments

@testable import Wirecheck

/// Items as the index keeps them.
struct RecordTests {
  /// An item with a value in fields of every kind.
  private static var item: WireItem {
    var item = WireItem(agency: "northwire", status: .canceled)
    item.advisory = "Please kill “Bridge opens” 🚢"
    item.title = ""
    item.changed = -1
    item.embargoUntil = .max
    item.follows = ["a", "", "c"]
    item.isStory = false
    item.rights = [
      .init(kind: .terms, text: "No archives.", key: "rights"), .init(kind: nil, text: "", key: ""),
    ]
    item.notices = [[0, 12], [], [40, 41]]
    return item
  }

  @Test("an item is read as it was written, and one of which nothing is known too")
  func bothWays() {
    for item in [Self.item, WireItem(agency: "")] { #expect(WireItem(payload: item.payload) == item) }
  }

  @Test("bytes that end early are no item, and hostile lengths are refused")
  func damage() {
    let bytes = Self.item.payload
    for count in 0..<bytes.count { #expect(WireItem(payload: Array(bytes.prefix(count))) == nil) }
    for at in bytes.indices {
      var changed = bytes
      changed[at] ^= 0xFF
      #expect(WireItem(payload: changed) != Self.item)
    }
    #expect(WireItem(payload: [3, 0xFF, 0xFF, 0xFF, 0xFF, 0x61, 0]) == nil)
    // Fields come in the order of their numbers, and each once.
    #expect(WireItem(payload: [6, 1, 0, 0, 0, 0x62, 3, 1, 0, 0, 0, 0x61, 0]) == nil)
    #expect(WireItem(payload: [3, 1, 0, 0, 0, 0x61, 3, 1, 0, 0, 0, 0x61, 0]) == nil)
    #expect(WireItem(payload: [9, 1, 0, 0, 0, 1, 0]) == nil)
  }
}
