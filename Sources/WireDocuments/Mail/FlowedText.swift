import WireText

/// Flowed text (RFC 3676) with `DelSp=yes`: the space before a soft line break is not part of the text.
enum FlowedText {
  /// The text without soft line breaks, mapped to the input bytes.
  static func joined(_ utf8: [UInt8]) -> MappedText {
    var text = MappedText()
    var at = 0
    while at < utf8.count {
      let (end, next) = LineBreaks.end(utf8, at, limit: utf8.count)
      let isSoft =
        end > at && utf8[end - 1] == 0x20 && next < utf8.count && !utf8[at..<end].elementsEqual("-- ".utf8)
      // A line that starts with a space was space-stuffed.
      let start = at < end && utf8[at] == 0x20 ? at + 1 : at
      let upper = max(start, isSoft ? end - 1 : next)
      text.copy(start..<upper, of: utf8)
      at = next
    }
    return text
  }
}
