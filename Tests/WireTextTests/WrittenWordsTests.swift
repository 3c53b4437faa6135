import Testing
import WireText

/// Words as people count them.
struct WrittenWordsTests {
  @Test(arguments: [
    ("", 0), ("one two  three", 3), ("state-of-the-art", 1), ("O'Neill-Smith’s vote", 2), ("$1,212.76", 1),
    ("U.S.-backed forces won 46–22", 5), ("word—word", 2), ("in\u{A0}2026", 2), ("one\ntwo", 2),
    ("http://a.b/c-d x", 2),
    ("港は閉鎖", 4), ("AP通信", 3), ("… — !", 0),
  ])
  func counts(_ text: String, _ count: Int) {
    let bytes = Array(text.utf8)
    #expect(Tokenizer().words(in: bytes).writtenCount(in: bytes) == count)
  }
}
