import WireText

extension Markup {
  /// The text of an element with base64 content, with its map; nil if the decoded content is not text.
  func packedText(_ node: Index) -> (utf8: [UInt8], map: SourceMap)? {
    let (utf8, map) = content(node)
    let packed = TransferDecoding.base64(utf8, utf8.indices)
    guard packed.faults == 0, Probe(path: "", bytes: packed.bytes).isText else { return nil }
    let decoded = Decoded(packed.bytes)
    let whole = decoded.fileMap(of: SourceMap(identity: decoded.utf8.count))
    return (decoded.utf8, whole.composed(with: packed.map).composed(with: map))
  }
}

extension Problem {
  /// The problem of a text with an unsupported encoding.
  static let bodyEncoded = Problem(
    "body-encoded", "the text is encoded and was not read: it is not base64, or no text", losesText: true)

  /// The problem of an item whose text is stored elsewhere; its address is a field.
  static let bodyRemote = Problem(
    "body-remote", "the text is not in the file, only its address", losesText: true)
}
