internal import WireText

extension Finding {
  /// The byte offsets whose positions `located(by:)` needs.
  var placedBytes: [Int] {
    places.compactMap(\.bytes).filter { $0.count == 2 }.flatMap { FileSpan.ends($0[0], $0[1]) }
  }

  /// The finding with the lines and columns of its places in the input, in all column units.
  ///
  /// - Parameter known: the positions of byte offsets of the input, in ascending order.
  func located(by known: [BytePlace]) -> Finding {
    var result = self
    result.places = places.map { place in
      var place = place
      if let bytes = place.bytes, bytes.count == 2 { place.file = FileSpan(bytes[0], bytes[1], in: known) }
      return place
    }
    return result
  }
}

extension FileSpan {
  /// The byte offsets whose positions give the start and the end of a span.
  ///
  /// A span that ends with its line ends on that line, not before the first character of the next one.
  static func ends(_ lower: Int, _ upper: Int) -> [Int] { [lower, max(lower, upper - 1), upper] }

  /// A span of bytes of an input; nil if their positions are not known.
  init?(_ lower: Int, _ upper: Int, in known: [BytePlace]) {
    let places = Self.ends(lower, upper).compactMap { byte in
      let index = known.partitioningIndex { $0.byte >= byte }
      return index < known.count && known[index].byte == byte ? known[index] : nil
    }
    guard places.count == 3 else { return nil }
    let (start, last, end) = (places[0], places[1], places[2])
    let isOnNextLine = end.line > last.line
    self.init(
      scalars: [start.scalarOffset, end.scalarOffset], utf16: [start.utf16Offset, end.utf16Offset],
      line: start.line, column: start.column, endLine: last.line,
      endColumn: isOnNextLine ? last.column + 1 : end.column, byteColumn: start.byteColumn,
      endByteColumn: isOnNextLine ? last.byteColumn + 1 : end.byteColumn)
  }
}
