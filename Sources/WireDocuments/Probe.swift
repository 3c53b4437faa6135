/// The start of an input, from which its format is detected.
///
/// Every reader is asked in turn, so what several of them check is computed once.
struct Probe {
  /// The path as given; its extension breaks ties between formats that look alike.
  let path: String
  /// The path's extension in lower case, ignoring a final `.gz`.
  let pathExtension: String
  /// The first bytes (at most 64 KiB), decompressed.
  let bytes: [UInt8]
  /// The same bytes, decoded to UTF-8.
  let utf8: [UInt8]
  /// Whether the input is text, in whatever format.
  let isText: Bool
  /// What the start reveals about its JSON; nil if it does not start like JSON.
  let json: JSONProbe?
  /// What the start reveals about its XML; nil if it does not start like XML.
  let xml: XMLProbe?

  /// The most bytes that are examined.
  static let size = 64 << 10

  /// The start of an input that begins with the given bytes.
  init(path: String, bytes: [UInt8]) {
    self.path = path
    pathExtension = Self.pathExtension(of: path)
    self.bytes = bytes.count <= Self.size ? bytes : Array(bytes[..<Self.size])
    let label = DeclaredEncoding.inXML(self.bytes) ?? DeclaredEncoding.inHTML(self.bytes)
    var decoder = TextDecoder(label: label)
    let isWhole = bytes.count < Self.size
    utf8 = decoder.decode(self.bytes, isLast: isWhole).utf8
    isText = Self.isText(utf8)
    json = JSONProbe(utf8)
    // Strings in JSON may contain markup.
    xml = UnknownFormat.looksLikeJSON(utf8, pathExtension) ? nil : XMLProbe(utf8)
  }

  /// The first byte of the decoded text that is not white space.
  var firstByte: UInt8? { utf8.first { $0 > 0x20 } }

  /// The extension of a path in lower case, ignoring a final `.gz`; empty if there is none.
  static func pathExtension(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    var parts = name.lowercased().split(separator: ".", omittingEmptySubsequences: false)
    if parts.count > 1, parts.last == "gz" { parts.removeLast() }
    return parts.count > 1 ? String(parts[parts.count - 1]) : ""
  }

  /// Whether decoded bytes are text.
  private static func isText(_ utf8: [UInt8]) -> Bool {
    guard !utf8.isEmpty else { return false }
    var (scalars, controls, replaced, accented) = (0, 0, 0, 0)
    for (at, byte) in utf8.enumerated() {
      if byte & 0xC0 != 0x80 { scalars += 1 }
      if byte < 0x20 {
        if !(0x08...0x0D).contains(byte) { controls += 1 }
      } else if byte == 0xC2 || byte == 0xC3 {
        accented += 1
      } else if byte == 0xEF, utf8[at...].starts(with: [0xEF, 0xBF, 0xBD]) {
        replaced += 1
      }
    }
    // Bytes in an unknown encoding decode to accented letters, far more of them than in any language.
    guard accented * 5 <= scalars * 2 else { return false }
    // A few invalid bytes occur in pasted text, even in a short one; more of them mean that the input is binary,
    // unless it has no control characters.
    if controls == 0, replaced * 20 <= scalars { return true }
    return controls + replaced <= max(utf8.count / 200, min(utf8.count / 32, fewStrays))
  }

  /// The most control characters and invalid bytes that a short text may contain.
  private static let fewStrays = 4
}
