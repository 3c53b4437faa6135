import Testing
import WireText

struct PlaceScanTests {
  @Test(
    "every byte has the place that the whole text gives it, however it is cut into pieces",
    arguments: [
      "Zürich\r\nsays 𝄞 “no”\rlast\n\nend", String(repeating: "Zürich 𝄞 ", count: 40) + "\r\n",
      String(repeating: "plain words of ASCII\nand more of them\r", count: 9), "\n\r", "",
    ])
  func places(_ text: String) {
    let bytes = Array(text.utf8)
    let index = LineIndex(bytes)
    for size in [1, 2, 7, 64, 1 << 20] {
      var scan = PlaceScan(for: (0...bytes.count + 3).reversed())
      for start in stride(from: 0, to: bytes.count, by: size) {
        scan.take(Array(bytes[start..<min(start + size, bytes.count)]))
      }
      for place in scan.finish() {
        let position = index.position(ofByte: place.byte)
        #expect(place.line == position.line && place.column == position.column, "byte \(place.byte)")
        #expect(place.byteColumn == position.utf8Column)
        #expect(place.scalarOffset == index.scalarOffset(ofByte: place.byte))
        #expect(place.utf16Offset == index.utf16Offset(ofByte: place.byte))
      }
    }
  }

  @Test("far bytes of a long text are found")
  func farBytes() {
    let bytes = Array(
      String(repeating: "The ferry to the island stops at noon – again.\r\n", count: 3000).utf8)
    let wanted = stride(from: 17, to: bytes.count, by: 9973).map(\.self)
    var scan = PlaceScan(for: wanted)
    scan.take(bytes)
    let index = LineIndex(bytes)
    #expect(scan.isComplete)
    #expect(scan.finish().map(\.line) == wanted.map { index.position(ofByte: $0).line })
  }
}
