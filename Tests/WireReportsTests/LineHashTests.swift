import Testing

@testable import WireReports

@Suite struct LineHashTests {
  /// Published in github/codeql-action, `src/fingerprints.test.ts`.
  static let vectors: [(String, [String])] = [
    ("", ["c129715d7a2bc9a3:1"]),
    (
      " a\nb\n  \t\tc\n d",
      ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"]
    ),
  ]

  @Test("The published hashes", arguments: vectors)
  func published(text: String, hashes: [String]) {
    #expect(LineHash.all(in: Array(text.utf8)) == hashes)
  }

  @Test("Kinds of line ends, spaces and tabs make no difference", arguments: ["\r\n", "\r"])
  func lineEnds(end: String) {
    let lines = ["one", "two and more", "", "three"]
    let reference = LineHash.all(in: Array(lines.joined(separator: "\n").utf8))
    #expect(LineHash.all(in: Array(lines.joined(separator: end).utf8)) == reference)
    #expect(LineHash.all(in: Array(lines.map { "\t \($0) " }.joined(separator: "\n").utf8)) == reference)
  }

  @Test("Equal lines are numbered, and every line has a hash")
  func repeats() {
    let text = Array(String(repeating: "same words in every line of this text\n", count: 50).utf8)
    let hashes = LineHash.all(in: text)
    #expect(hashes.count == 51)
    #expect(Set(hashes).count == 51)
    #expect(hashes[1].hasSuffix(":2"))
  }
}
