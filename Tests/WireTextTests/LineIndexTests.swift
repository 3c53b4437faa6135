import Testing
import WireText

struct LineIndexTests {
  private static let text = "Zürich\r\nsays 𝄞 “no”\rlast\n\nend"

  @Test("every scalar has the place that counting from the start gives")
  func positions() {
    // Lines of all lengths, so that each kind of break stands at each place of the eight bytes that are looked at together.
    let lines = (0..<20).map { String(repeating: "a", count: $0) }
    let broken = ["\n", "\r\n", "\r"].map { lines.joined(separator: $0) }
    for text in [Self.text, String(repeating: "Zürich 𝄞 ", count: 300), "plain\nascii", ""] + broken {
      let bytes = Array(text.utf8)
      let index = LineIndex(bytes)
      var line = 1
      var place = (byte: 0, scalar: 0, utf16: 0)
      var start = place
      var before: Unicode.Scalar = " "
      for scalar in text.unicodeScalars {
        if before == "\n" || (before == "\r" && scalar != "\n") {
          line += 1
          start = place
        }
        let position = index.position(ofByte: place.byte)
        #expect(position.line == line)
        #expect(position.column == place.scalar - start.scalar + 1)
        #expect(position.utf8Column == place.byte - start.byte + 1)
        #expect(index.scalarOffset(ofByte: place.byte) == place.scalar)
        #expect(index.utf16Offset(ofByte: place.byte) == place.utf16)
        before = scalar
        place = (
          place.byte + scalar.utf8.count, place.scalar + 1, place.utf16 + scalar.utf16.count
        )
      }
      #expect(index.scalarOffset(ofByte: bytes.count + 5) == place.scalar)
    }
  }

  @Test("an offset inside a scalar counts as its first byte")
  func inside() {
    let index = LineIndex(Array("a𝄞b".utf8))
    #expect(index.position(ofByte: 3) == index.position(ofByte: 1))
    #expect(index.utf16Offset(ofByte: 3) == 1)
  }
}
