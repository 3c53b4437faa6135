/// The encoding that a file declares in its own first bytes.
enum DeclaredEncoding {
  /// The number of first bytes that must contain a declaration, as in HTML.
  private static let window = 1024

  /// The `encoding` of an XML declaration.
  static func inXML(_ bytes: [UInt8]) -> String? {
    let head = lowercased(bytes)
    let mark = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard head.dropFirst(mark).starts(with: "<?xml".utf8), let end = find("?>", in: head, from: mark) else {
      return nil
    }
    return value(of: "encoding", in: head[mark..<end])
  }

  /// The charset of a `meta` element.
  static func inHTML(_ bytes: [UInt8]) -> String? {
    let head = lowercased(bytes)
    var at = 0
    while let tag = find("<meta", in: head, from: at) {
      at = tag + 5
      let end = head[at...].firstIndex(of: 0x3E) ?? head.endIndex
      if let label = value(of: "charset", in: head[at..<end]) { return label }
    }
    return nil
  }

  private static func lowercased(_ bytes: [UInt8]) -> [UInt8] {
    bytes.prefix(window).map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
  }

  private static func find(_ word: String, in bytes: [UInt8], from: Int) -> Int? {
    let word = Array(word.utf8)
    guard from + word.count <= bytes.count else { return nil }
    return (from...bytes.count - word.count).first { bytes[$0..<$0 + word.count].elementsEqual(word) }
  }

  /// The word after `name=`, with or without quotes.
  private static func value(of name: String, in bytes: ArraySlice<UInt8>) -> String? {
    let bytes = Array(bytes)
    guard let found = find(name, in: bytes, from: 0) else { return nil }
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    var rest = bytes[(found + name.utf8.count)...].drop(while: isSpace)
    guard rest.first == 0x3D else { return nil }
    rest = rest.dropFirst().drop { isSpace($0) || $0 == 0x22 || $0 == 0x27 }
    let label = rest.prefix { !isSpace($0) && !"\"';?/>".utf8.contains($0) }
    return label.isEmpty ? nil : String(decoding: label, as: UTF8.self)
  }
}
