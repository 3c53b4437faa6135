/// A text that is made from pieces of another one, with the place of each piece.
package struct MappedText: Sendable {
  package private(set) var utf8: [UInt8] = []
  /// Where the pieces are in the source.
  package var map = SourceMap()

  /// An empty text.
  package init() {}

  /// Copies bytes of the source.
  package mutating func copy(_ range: Range<Int>, of source: [UInt8]) {
    append(source[range], from: range, isExact: true)
  }

  /// Puts a text in the place of bytes of the source.
  package mutating func put(_ text: StaticString, for range: Range<Int>) {
    let start = utf8.count
    insert(text)
    map.append(TextRange(start, utf8.count), from: FileRange(range), isExact: false)
  }

  /// Puts in a text that stands nowhere in the source.
  package mutating func insert(_ text: StaticString) {
    text.withUTF8Buffer { utf8 += $0 }
  }

  /// Puts in a byte that stands nowhere in the source.
  package mutating func insert(_ byte: UInt8) { utf8.append(byte) }

  /// Appends bytes, and where they come from.
  ///
  /// - Parameter isExact: whether the source has the same bytes there.
  package mutating func append(_ bytes: ArraySlice<UInt8>, from range: Range<Int>, isExact: Bool) {
    let start = utf8.count
    utf8 += bytes
    map.append(TextRange(start, utf8.count), from: FileRange(range), isExact: isExact)
  }

  /// Removes everything from an offset of the text on.
  package mutating func removeAll(from offset: Int) {
    utf8.removeSubrange(offset...)
    map.removeSegments(from: offset)
  }
}
