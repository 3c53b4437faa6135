import WireText

extension Markup {
  /// The text of an element whose content is packed as base64, with its place; nil where what is packed is no text.
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
  /// What is said of a text that is packed in a way that is not read.
  static let bodyEncoded = Problem(
    "body-encoded", "the text is encoded and was not read: it is not base64, or no text", losesText: true)

  /// What is said of an item whose text lies elsewhere; its address is a field.
  static let bodyRemote = Problem(
    "body-remote", "the text is not in the file, only its address", losesText: true)
}
