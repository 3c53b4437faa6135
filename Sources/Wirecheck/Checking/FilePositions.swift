internal import WireText

extension Finding {
  /// The finding with lines and columns of its places in the input, and the same in other units.
  ///
  /// - Parameter lines: the input's bytes, to which the places refer.
  func located(by lines: LineIndex) -> Finding {
    var result = self
    result.places = places.map { place in
      var place = place
      if let bytes = place.bytes, bytes.count == 2 { place.file = FileSpan(bytes[0], bytes[1], in: lines) }
      return place
    }
    return result
  }
}

extension FileSpan {
  /// A span of bytes of an input.
  init(_ lower: Int, _ upper: Int, in lines: LineIndex) {
    let start = lines.position(ofByte: lower)
    // A span that ends with its line ends on that line, not before the first character of the next one.
    let last = lines.position(ofByte: max(lower, upper - 1))
    let end = lines.position(ofByte: upper)
    let isOnNextLine = end.line > last.line
    self.init(
      scalars: [lines.scalarOffset(ofByte: lower), lines.scalarOffset(ofByte: upper)],
      utf16: [lines.utf16Offset(ofByte: lower), lines.utf16Offset(ofByte: upper)], line: start.line,
      column: start.column, endLine: last.line, endColumn: isOnNextLine ? last.column + 1 : end.column,
      byteColumn: start.utf8Column, endByteColumn: isOnNextLine ? last.utf8Column + 1 : end.utf8Column)
  }
}
