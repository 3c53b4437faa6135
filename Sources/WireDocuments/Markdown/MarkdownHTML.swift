import WireText

/// HTML generated from Markdown, with the position of every byte that was copied.
///
/// Text is copied and tags are inserted, so that a single walker reads Markdown, HTML inside Markdown, and HTML.
struct MarkdownHTML {
  /// The byte that replaces the bytes of template tags; it is not copied.
  static let filler: UInt8 = 0
  /// The byte that replaces template tags which insert content; it does not occur in UTF-8.
  ///
  /// Between words it becomes an ellipsis, so that the words on both sides of the missing content do not become
  /// neighbours.
  static let omission: UInt8 = 0xFF

  /// How bytes must be escaped so that the HTML parser returns them unchanged.
  enum Mode {
    /// Text: character references are decoded, tags are escaped.
    case text
    /// Code: everything is escaped.
    case code
    /// HTML, unchanged.
    case html
  }

  /// The HTML, and where its text is in the Markdown.
  private(set) var text = MappedText()

  /// Whether omissions are between words and therefore shown.
  var showsOmissions = false

  /// Whether lines were left out because there were more than the limit.
  var isCut = false

  /// Inserts a tag.
  mutating func tag(_ tag: StaticString) { text.insert(tag) }

  /// Inserts a link without text to the web address in the bytes, if there is one, with its title; a parenthesis at
  /// their end is not part of it.
  mutating func link(in bytes: ArraySlice<UInt8>) {
    let bytes = Array(bytes)
    let title = Self.title(in: bytes)
    let isInParentheses = title == nil && bytes.last == UInt8(ascii: ")")
    let target = Array(bytes[..<(title?.lowerBound ?? bytes.count - (isInParentheses ? 1 : 0))])
    let scheme = HTMLScanner.find("://", in: target, from: 0)
    guard scheme != nil || title != nil else { return }
    tag("<a")
    if let scheme {
      let start = (target[..<scheme].lastIndex { !HTMLScanner.isLetter($0) } ?? -1) + 1
      tag(" href=\"")
      put(target[start...].prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != Self.omission })
      tag("\"")
    }
    if let title {
      words(bytes[title], of: " title=")
    }
    tag("></a>")
  }

  /// Inserts a picture with its description.
  mutating func picture(_ description: ArraySlice<UInt8>) {
    words(description, of: "<img alt=")
    tag(">")
  }

  /// Inserts a picture with the title after its address, if there is one.
  mutating func picture(titleIn target: ArraySlice<UInt8>) {
    let bytes = Array(target)
    guard let title = Self.title(in: bytes) else { return }
    words(bytes[title], of: "<img title=")
    tag(">")
  }

  /// Inserts an attribute with the words in the bytes.
  private mutating func words(_ bytes: ArraySlice<UInt8>, of attribute: StaticString) {
    tag(attribute)
    tag("\"")
    put(bytes.filter { $0 != Self.omission && $0 != Self.filler })
    tag("\"")
  }

  /// Inserts the value of an attribute.
  private mutating func put(_ value: some Sequence<UInt8>) {
    for byte in value {
      switch byte {
      case UInt8(ascii: "&"): tag("&amp;")
      case UInt8(ascii: "\""): tag("&quot;")
      case UInt8(ascii: "<"): tag("&lt;")
      default: text.insert(byte)
      }
    }
  }

  /// The title that ends a link's target, without its quotes: `https://a.example "A ferry"`.
  private static func title(in bytes: [UInt8]) -> Range<Int>? {
    var at = 0
    while at + 1 < bytes.count {
      at = bytes[at...].firstIndex { $0 <= 0x20 && $0 != filler } ?? bytes.count
      at = bytes[at...].firstIndex { $0 > 0x20 || $0 == filler } ?? bytes.count
      if at < bytes.count, let end = MarkdownTag.titleEnd(bytes, at) {
        return bytes[end...].allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: ")") } ? at + 1..<end - 1 : nil
      }
    }
    return nil
  }

  /// Inserts bytes that replace others.
  mutating func put(_ other: StaticString, for range: Range<Int>) { text.put(other, for: range) }

  /// Copies bytes of the Markdown.
  mutating func copy(_ source: [UInt8], _ range: Range<Int>, as mode: Mode) {
    var at = range.lowerBound
    while at < range.upperBound {
      let start = at
      while at < range.upperBound, !Self.isSpecial(source[at], mode) { at += 1 }
      text.copy(start..<at, of: source)
      guard at < range.upperBound else { return }
      switch source[at] {
      case UInt8(ascii: "<"): put("&lt;", for: at..<at + 1)
      case UInt8(ascii: "&"): put("&amp;", for: at..<at + 1)
      case Self.omission:
        let start = at
        while at + 1 < range.upperBound, source[at + 1] == Self.omission { at += 1 }
        if showsOmissions, mode == .text { put("[\u{2026}]", for: start..<at + 1) }
      default: break
      }
      at += 1
    }
  }

  @inline(__always)
  private static func isSpecial(_ byte: UInt8, _ mode: Mode) -> Bool {
    switch byte {
    case filler, omission: return true
    case UInt8(ascii: "<"): return mode != .html
    case UInt8(ascii: "&"): return mode == .code
    default: return false
    }
  }
}
