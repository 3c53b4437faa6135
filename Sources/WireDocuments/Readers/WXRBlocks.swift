/// The WordPress blocks in a post's content with attributes that are long enough to hold copy.
///
/// A block is a comment, `<!-- wp:name {"key": "value"} -->`, and ends with `/-->` if it has no content.
struct WXRBlocks: Sequence, IteratorProtocol {
  /// The name of a block and its attributes as JSON.
  struct Block {
    let name: String
    let attributes: [UInt8]
  }

  private let content: [UInt8]
  private var at = 0

  /// The blocks of a post's content.
  init(in content: [UInt8]) { self.content = content }

  mutating func next() -> Block? {
    while let found = HTMLScanner.find("<!-- wp:", in: content, from: at) {
      let start = found + 8
      let end = HTMLScanner.find("-->", in: content, from: start) ?? content.count
      at = end
      // Most blocks have no attributes or only attributes for their appearance.
      guard end - start >= WXRTexts.fewestBytes,
        let open = content[start..<end].firstIndex(of: UInt8(ascii: "{")),
        let close = content[open..<end].lastIndex(of: UInt8(ascii: "}"))
      else { continue }
      let name = content[start..<open].prefix { $0 > 0x20 }
      return Block(name: String(decoding: name, as: UTF8.self), attributes: Array(content[open...close]))
    }
    return nil
  }
}
