/// The structure of the elements directly below an XML root, as far as the start of an input shows it.
struct XMLOutline {
  /// The name of the elements that occur repeatedly below the root, each with child elements; nil if there are none.
  private(set) var recordName: String?

  /// Examines the start of an input, which may be truncated anywhere.
  init(_ text: some Sequence<UInt8>) {
    let bytes = Array(text)
    var depth = 0
    var child: ArraySlice<UInt8> = []
    var hasElements = false
    var counts: [String: Int] = [:]
    var at = 0
    while let open = bytes[at...].firstIndex(of: UInt8(ascii: "<")), open + 1 < bytes.count {
      switch bytes[open + 1] {
      case UInt8(ascii: "!"):
        at = Self.end(ofDeclaration: bytes, at: open)
      case UInt8(ascii: "?"):
        at = (HTMLScanner.find("?>", in: bytes, from: open) ?? bytes.count - 2) + 2
      case UInt8(ascii: "/"):
        depth -= 1
        if depth == 1, hasElements {
          let name = String(decoding: child, as: UTF8.self)
          counts[name, default: 0] += 1
          if counts[name] == 2 { recordName = recordName ?? name }
        }
        at = open + 2
      default:
        guard let tag = Self.tag(bytes, at: open) else { return }
        if depth == 1 { (child, hasElements) = (tag.name, false) }
        if depth == 2 { hasElements = true }
        if !tag.isEmpty { depth += 1 }
        at = tag.end
      }
    }
  }

  /// A start tag's name and end; nil if the input ends inside it.
  private static func tag(
    _ bytes: [UInt8], at open: Int
  ) -> (name: ArraySlice<UInt8>, end: Int, isEmpty: Bool)? {
    let name = bytes[(open + 1)...].prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
    guard let close = close(ofTag: bytes, from: name.endIndex) else { return nil }
    return (name, close + 1, bytes[close - 1] == UInt8(ascii: "/"))
  }

  /// The `>` that ends a start tag, searched after its name; nil if the input ends inside the tag.
  static func close(ofTag bytes: [UInt8], from start: Int) -> Int? {
    var quote: UInt8 = 0
    for at in start..<bytes.count {
      let byte = bytes[at]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return at
      }
    }
    return nil
  }

  /// The end of a comment, a CDATA section or a document type declaration.
  private static func end(ofDeclaration bytes: [UInt8], at open: Int) -> Int {
    guard bytes[open...].starts(with: "<![CDATA[".utf8) else {
      return UnknownFormat.endOfDeclaration(bytes, from: open)
    }
    return (HTMLScanner.find("]]>", in: bytes, from: open) ?? bytes.count - 3) + 3
  }
}
