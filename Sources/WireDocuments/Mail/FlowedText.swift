import WireText

/// Flowed text (RFC 3676): a line that ends with a space goes on in the next one, also in a quotation, whose marks are
/// no part of the text.
enum FlowedText {
  /// The text without soft line breaks, mapped to the input bytes.
  ///
  /// - Parameter deletesSpace: whether the space before a soft line break is not part of the text (`DelSp=yes`).
  static func joined(_ utf8: [UInt8], deletesSpace: Bool) -> MappedText {
    var text = MappedText()
    var outer = depth(at: 0, of: utf8)
    for (line, next) in LineBreaks.lines(of: utf8) {
      let depth = depth(at: line.lowerBound, of: utf8)
      // A quotation is a paragraph of its own.
      if depth != outer { text.insert("\n") }
      outer = depth
      var start = line.lowerBound + depth
      // A line that starts with a space was space-stuffed.
      if start < line.upperBound, utf8[start] == 0x20 { start += 1 }
      let content = utf8[start..<line.upperBound]
      let isSoft =
        content.last == 0x20 && next < utf8.count && !content.elementsEqual("-- ".utf8)
        && self.depth(at: next, of: utf8) == depth
      if isSoft {
        text.copy(start..<line.upperBound - (deletesSpace ? 1 : 0), of: utf8)
      } else {
        text.copy(start..<line.upperBound, of: utf8)
        text.copy(line.upperBound..<next, of: utf8)
      }
    }
    return text
  }

  /// The number of marks of quotations at the start of a line.
  private static func depth(at start: Int, of utf8: [UInt8]) -> Int {
    utf8[min(start, utf8.count)...].prefix { $0 == UInt8(ascii: ">") }.count
  }
}
