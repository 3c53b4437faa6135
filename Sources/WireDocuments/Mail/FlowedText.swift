import WireText

/// Flowed text (RFC 3676) with `DelSp=yes`: the space before a soft line break is not part of the text.
enum FlowedText {
  /// The text without soft line breaks, mapped to the input bytes.
  static func joined(_ utf8: [UInt8]) -> MappedText {
    var text = MappedText()
    for (line, next) in LineBreaks.lines(of: utf8) {
      let isSoft = utf8[line].last == 0x20 && next < utf8.count && !utf8[line].elementsEqual("-- ".utf8)
      // A line that starts with a space was space-stuffed.
      let start = line.lowerBound + (utf8[line].first == 0x20 ? 1 : 0)
      let upper = max(start, isSoft ? line.upperBound - 1 : next)
      text.copy(start..<upper, of: utf8)
    }
    return text
  }
}
