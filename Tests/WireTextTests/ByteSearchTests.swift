import Testing

@testable import WireText

@Suite struct ByteSearchTests {
  @Test(arguments: [
    ("abcab", "ab", 0), ("aab", "ab", 1), ("aaaab", "aab", 2), ("ababac", "abac", 2), ("abc", "abcd", nil),
    ("abababd", "ababd", 2), ("", "a", nil), ("ab", "", 0), ("aabaabaaab", "aabaaab", 3), ("abab", "b", 1),
  ]) func findsTheFirst(_ text: String, _ wanted: String, _ expected: Int?) {
    #expect(Array(text.utf8).offset(of: Array(wanted.utf8)) == expected)
  }

  @Test func staysWithinItsBounds() {
    let bytes = Array("abcabc".utf8)
    #expect(bytes.offset(of: Array("abc".utf8), from: 1) == 3)
    #expect(bytes.offset(of: Array("abc".utf8), from: 1, to: 5) == nil)
    #expect(bytes.offset(of: Array("c".utf8), from: 6) == nil)
    #expect(bytes.holds("cab") && !bytes.holds("cb"))
  }
}
