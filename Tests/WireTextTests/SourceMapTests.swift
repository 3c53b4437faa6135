import Testing
import WireText

struct SourceMapTests {
  @Test("an entity stands for its file bytes as a whole, exact text byte by byte")
  func mapsRanges() {
    var map = SourceMap()
    map.append(TextRange(0, 4), from: FileRange(10, 14), isExact: true)
    map.append(TextRange(4, 6), from: FileRange(14, 22), isExact: false)
    map.append(TextRange(6, 9), from: FileRange(22, 25), isExact: true)
    #expect(map.fileRange(of: TextRange(1, 3)) == FileRange(11, 13))
    #expect(map.fileRange(of: TextRange(3, 5)) == FileRange(13, 22))
    #expect(map.fileRange(of: TextRange(5, 8)) == FileRange(14, 24))
    #expect(map.fileRange(of: TextRange(9, 12)) == nil)
  }

  @Test("adjacent exact segments become one")
  func joins() {
    var map = SourceMap()
    map.append(TextRange(0, 2), from: FileRange(5, 7), isExact: true)
    map.append(TextRange(2, 4), from: FileRange(7, 9), isExact: true)
    #expect(
      map
        == {
          var m = SourceMap(); m.append(TextRange(0, 4), from: FileRange(5, 9), isExact: true); return m
        }())
  }

  @Test("the map of a stream grows at its end and forgets its start")
  func streams() {
    var map = SourceMap(identity: 4, at: 100)
    var piece = SourceMap()
    piece.append(TextRange(0, 1), from: FileRange(104, 110), isExact: false)
    piece.append(TextRange(1, 3), from: FileRange(110, 112), isExact: true)
    map.append(contentsOf: piece, at: 4)
    #expect(map.fileRange(of: TextRange(3, 6)) == FileRange(103, 111))
    map.removeSegments(before: 5)
    #expect(map.fileRange(of: TextRange(0, 5)) == nil)
    #expect(map.fileRange(of: TextRange(4, 7)) == FileRange(110, 112))
  }
}
