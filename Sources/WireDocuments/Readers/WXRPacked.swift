import WireText

/// HTML that page builders keep in base64 between the tags of a shortcode: `[vc_raw_html]…[/vc_raw_html]`.
enum WXRPacked {
  /// The base64 behind a shortcode's tag; nil for the tag of any other shortcode, and for text as it stands.
  static func content(_ bytes: [UInt8], behind tag: Range<Int>) -> Range<Int>? {
    for (open, close) in tags where bytes[tag].starts(with: open) {
      guard let end = HTMLScanner.find(close, in: bytes, from: tag.upperBound) else { return nil }
      let packed = tag.upperBound..<end
      let letters = bytes[packed].lazy.filter { $0 > 0x20 }
      let isPacked = bytes[packed].allSatisfy { isLetter($0) || $0 == 0x0A || $0 == 0x0D }
      return isPacked && letters.count >= 8 && letters.count % 4 == 0 ? packed : nil
    }
    return nil
  }

  /// The HTML that is packed in a range, which may be in another encoding than the export.
  static func html(_ bytes: [UInt8], _ packed: Range<Int>) -> Decoded {
    let html = TransferDecoding.base64(bytes, packed).bytes
    // WPBakery escapes it as in an address before it packs it.
    let isEscaped = html.starts(with: "%3C".utf8) || !html.contains(UInt8(ascii: "<"))
    return Decoded(isEscaped ? TransferDecoding.percent(html) : html)
  }

  private static let tags: [(open: [UInt8], close: StaticString)] = [
    (Array("[vc_raw_html".utf8), "[/vc_raw_html]"), (Array("[vc_raw_js".utf8), "[/vc_raw_js]"),
    (Array("[fusion_code".utf8), "[/fusion_code]"),
  ]

  private static func isLetter(_ byte: UInt8) -> Bool {
    HTMLScanner.isLetter(byte) || (0x30...0x39).contains(byte) || "+/=".utf8.contains(byte)
  }
}
