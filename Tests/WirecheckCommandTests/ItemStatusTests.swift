import Testing

/// What the status of an item says about a use that its terms permit.
struct ItemStatusTests {
  private static func item(_ status: String) -> String {
    #"""
    {"uri": "urn:nw:2", "type": "text", "versioncreated": "2026-11-20T08:00:00Z", "pubstatus": "\#(status)",
     "usageterms": "Publication is permitted.", "headline": "Port reopens",
     "body_text": "The port opens again on Monday, officials said."}
    """#
  }

  /// What nobody has released is for a person, whatever its terms permit.
  @Test(arguments: [
    ("usable", "allow"), ("published", "allow"), ("pending", "needs-review"),
    ("pending review", "needs-review"), ("under review", "needs-review"), ("draft", "needs-review"),
    ("withheld", "violation"),
  ])
  func onlyAReleasedItemIsAllowed(_ status: String, _ outcome: String) throws {
    let newsroom = try Newsroom(wire: nil)
    try newsroom.folder.write(Self.item(status), to: "state.json")
    let answer = try newsroom.tool.run(
      "policy", "ask", "state.json", "--use", "publish", "--at", Newsroom.now)
    #expect(answer.output.hasPrefix("\(outcome): "), "\(answer.output)")
  }
}
