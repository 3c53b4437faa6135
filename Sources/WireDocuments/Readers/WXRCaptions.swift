import WireText

/// The captions that WordPress's old editor writes around a picture: `[caption width="300"]<img …> The harbour[/caption]`.
///
/// They become captions of HTML, which are no part of the paragraph behind them.
struct WXRCaptions {
  private let utf8: [UInt8]
  /// The end tag that belongs to the caption that is open; nil if none is.
  private var close: Int?

  init(_ utf8: [UInt8]) { self.utf8 = utf8 }

  /// The HTML for the tag of a shortcode; nil if it opens and closes no caption.
  ///
  /// Tags come in order.
  mutating func tag(at range: Range<Int>) -> StaticString? {
    if range.lowerBound == close {
      close = nil
      return "</figcaption></figure>"
    }
    guard let name = Self.names.first(where: { opens($0, at: range.lowerBound) }),
      utf8[range.upperBound - 2] != 0x2F,
      let end = end(of: name, from: range.upperBound)
    else { return nil }
    close = end
    return "<figure><figcaption>"
  }

  private static let names = ["[caption", "[wp_caption"]

  private func opens(_ name: String, at index: Int) -> Bool {
    let rest = utf8[index...]
    guard rest.starts(with: name.utf8), let next = rest.dropFirst(name.utf8.count).first else { return false }
    return next <= 0x20 || next == UInt8(ascii: "]")
  }

  /// The end tag of a caption, before the next one opens.
  private func end(of name: String, from start: Int) -> Int? {
    var at = start
    while at < utf8.count {
      at = HTMLScanner.find(oneOf: UInt8(ascii: "<"), UInt8(ascii: "["), in: utf8, from: at)
      guard at < utf8.count, at - start <= Self.longest else { return nil }
      if utf8[at] == UInt8(ascii: "<") {
        // What stands in a tag, such as the description of the picture, ends nothing.
        at = WXRContent.endOfTag(utf8, from: at)
        continue
      }
      if utf8[at...].starts(with: "[/\(name.dropFirst())]".utf8) { return at }
      if Self.names.contains(where: { opens($0, at: at) }) { return nil }
      at += 1
    }
    return nil
  }

  /// The most bytes of a caption with its picture.
  private static let longest = 8192
}
