import Testing
import WireYAML

/// What a build packs of a file says what its YAML says, and nothing that is no packed tree does harm.
@Suite struct PackedYAMLTests {
  private static let text = """
    name: Kestrel Wire  # not packed
    empty: ""
    list: [one, "two: three", 'NO', häuser, 三月]
    nested:
      - {deep: [[a], []], none: {}}
      - |
        A line.
        Another, with a "quote" and a \\ stroke.
    cases:
      - text: last

    """

  private func tree(_ text: String = text) throws -> YAMLValue {
    try YAMLValue(parsing: text, name: "a.yaml")
  }

  @Test func unpackingGivesBackTheTreeWithItsPlaces() throws {
    #expect(PackedYAML.unpack(PackedYAML.pack(try tree())) == (try tree()))
  }

  @Test(arguments: ["word", "", "[]", "{}", "- [x]\n- y\n", String(repeating: "\n", count: 9000) + "a: b\n"])
  func anyTreeIsPacked(_ text: String) throws {
    #expect(PackedYAML.unpack(PackedYAML.pack(try tree(text))) == (try tree(text)))
  }

  @Test(arguments: ["name", "list", "cases", "absent", "deep"]) func aHeadEndsBeforeItsKey(_ key: String)
    throws
  {
    let head = try YAMLValue(parsingHead: Self.text, before: key, name: "a.yaml")
    #expect(PackedYAML.unpack(PackedYAML.pack(try tree()), before: key) == head)
  }

  @Test func whatIsCutOffIsNoTree() throws {
    let packed = PackedYAML.pack(try tree())
    for count in 0..<packed.unicodeScalars.count {
      #expect(PackedYAML.unpack(String(packed.unicodeScalars.prefix(count))) == nil)
    }
  }

  /// A count that no text can hold, and lists in lists without end.
  @Test(arguments: [
    "\u{7F}\u{7F}\u{7F}\u{7F}\u{1}\u{1}\u{1}", String(repeating: "\u{4}\u{0}\u{1}", count: 100_000),
  ])
  func hostileTextIsNoTree(_ packed: String) {
    #expect(PackedYAML.unpack(packed) == nil)
  }
}
