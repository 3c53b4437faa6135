import WireText

/// Handles markup in a post's content that is specific to WordPress and not HTML.
///
/// Shortcode tags are removed and their inner text is kept: WordPress's own shortcodes, and others that have
/// attributes or a closing tag. A word in brackets is text. Blank lines end paragraphs, as when WordPress displays a
/// post of its old editor.
enum WXRContent {
  /// A content as HTML.
  struct Prepared {
    /// The HTML, with its map to the content.
    let text: MappedText
    /// The shortcode tags that were removed, in the content.
    let shortcodes: [Range<Int>]
  }

  /// The content as HTML with its map to the content.
  static func prepare(_ utf8: [UInt8]) -> Prepared {
    var shortcodes: [Range<Int>] = []
    var text = MappedText()
    var at = 0
    var from = 0
    var closed: Set<[UInt8]>?
    var captions = WXRCaptions(utf8)
    while true {
      let stop = HTMLScanner.find(oneOf: UInt8(ascii: "<"), UInt8(ascii: "["), 0x0A, in: utf8, from: from)
      guard stop < utf8.count else { break }
      switch utf8[stop] {
      case UInt8(ascii: "<"):
        from = endOfTag(utf8, from: stop)
        // The mark ends a page, and so a paragraph.
        guard utf8[stop..<from].elementsEqual("<!--nextpage-->".utf8) else { continue }
        text.copy(at..<stop, of: utf8)
        text.put("<br><br>", for: stop..<from)
        at = from
      case UInt8(ascii: "["):
        let known = closed ?? closedNames(in: utf8)
        closed = known
        guard let end = endOfShortcode(utf8, from: stop, closed: known) else {
          from = stop + 1
          continue
        }
        text.copy(at..<stop, of: utf8)
        shortcodes.append(stop..<end)
        if let tag = captions.tag(at: stop..<end) {
          text.put(tag, for: stop..<end)
        } else if isBlock(utf8[stop..<end]) {
          text.put(" ", for: stop..<end)
        }
        at = WXRPacked.content(utf8, behind: stop..<end)?.upperBound ?? end
        from = at
      default:
        let end = utf8[stop...].firstIndex { $0 > 0x20 } ?? utf8.count
        from = end
        guard isBreak(utf8, stop..<end) else { continue }
        text.copy(at..<stop, of: utf8)
        text.put("<br><br>", for: stop..<end)
        at = end
      }
    }
    text.copy(at..<utf8.count, of: utf8)
    return Prepared(text: text, shortcodes: shortcodes)
  }

  /// Whether white space that starts with a line feed is a blank line between two words, not between two tags.
  private static func isBreak(_ bytes: [UInt8], _ space: Range<Int>) -> Bool {
    guard bytes[space].reduce(0, { $0 + ($1 == 0x0A ? 1 : 0) }) > 1, space.upperBound < bytes.count else {
      return false
    }
    let before = bytes[..<space.lowerBound].last { $0 > 0x20 } ?? UInt8(ascii: ">")
    return before != UInt8(ascii: ">") || bytes[space.upperBound] != UInt8(ascii: "<")
  }

  /// The end of a tag, of a comment, or of an element in which line breaks and brackets have no special meaning.
  static func endOfTag(_ bytes: [UInt8], from open: Int) -> Int {
    func end(_ mark: StaticString) -> Int {
      HTMLScanner.find(mark, in: bytes, from: open + 1).map { $0 + mark.utf8CodeUnitCount } ?? bytes.count
    }
    func starts(_ mark: StaticString) -> Bool {
      mark.withUTF8Buffer { mark in
        open + mark.count <= bytes.count
          && mark.indices.allSatisfy { HTMLScanner.lowercased(bytes[open + $0]) == mark[$0] }
      }
    }
    if starts("<!--") { return end("-->") }
    if starts("<pre") { return end("</pre") }
    if starts("<script") { return end("</script") }
    if starts("<style") { return end("</style") }
    guard open + 1 < bytes.count,
      HTMLScanner.isLetter(bytes[open + 1]) || bytes[open + 1] == UInt8(ascii: "/")
    else { return open + 1 }
    return end(">")
  }

  private static let shortcodes = [
    "caption", "wp_caption", "gallery", "embed", "audio", "video", "playlist",
  ].map { Array($0.utf8) }

  /// Whether a shortcode tag is one of WordPress's own, which stand for a block and so separate words.
  private static func isBlock(_ tag: ArraySlice<UInt8>) -> Bool {
    let name = tag.dropFirst().drop { $0 == UInt8(ascii: "/") }.prefix(while: isNameByte)
    return shortcodes.contains { name.elementsEqual($0) }
  }

  /// The names of shortcodes with a closing tag anywhere.
  private static func closedNames(in bytes: [UInt8]) -> Set<[UInt8]> {
    var names: Set<[UInt8]> = []
    var at = 0
    while let found = HTMLScanner.find("[/", in: bytes, from: at) {
      at = found + 2
      let name = bytes[at...].prefix(while: isNameByte)
      if !name.isEmpty, name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: "]") {
        names.insert(Array(name))
      }
    }
    return names
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    HTMLScanner.isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-")
  }

  /// Whether a tag has an attribute with a value: `[row width="1/2"]`.
  private static func hasAttribute(_ tag: ArraySlice<UInt8>) -> Bool {
    guard let equals = tag.firstIndex(of: UInt8(ascii: "=")), equals > tag.startIndex else { return false }
    let name = tag[..<equals].reversed().prefix(while: isNameByte)
    let next = equals + 1 < tag.endIndex ? tag[equals + 1] : 0x20
    return !name.isEmpty && next > 0x20
  }

  /// The end of a shortcode tag; nil for anything else in brackets.
  ///
  /// - Parameter closed: the names of shortcodes with a closing tag anywhere.
  private static func endOfShortcode(_ bytes: [UInt8], from open: Int, closed: Set<[UInt8]>) -> Int? {
    var at = open + 1
    // `[[gallery]]` displays a shortcode instead of invoking it.
    if open > 0, bytes[open - 1] == UInt8(ascii: "[") { return nil }
    if at < bytes.count, bytes[at] == UInt8(ascii: "/") { at += 1 }
    let name = bytes[at...].prefix(while: isNameByte)
    guard let first = name.first, HTMLScanner.isLetter(first) else { return nil }
    let isKnown = closed.contains(Array(name)) || shortcodes.contains { name.elementsEqual($0) }
    let start = name.endIndex
    at = start
    guard at < bytes.count,
      bytes[at] <= 0x20 || bytes[at] == UInt8(ascii: "]") || bytes[at] == UInt8(ascii: "/")
    else { return nil }
    var quote: UInt8 = 0
    let limit = min(bytes.count, at + 4096)
    while at < limit {
      let byte = bytes[at]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "]") {
        return isKnown || hasAttribute(bytes[start..<at]) ? at + 1 : nil
      } else if byte == UInt8(ascii: "[") {
        return nil
      }
      at += 1
    }
    return nil
  }
}
