/// How the text of an input is written.
public enum InputEncoding {
  /// The name of the encoding that a reader finds by the ladder that all share, for instance `UTF-8`; `ASCII` where
  /// all encodings say the same.
  ///
  /// - Parameter bytes: the whole input, unpacked.
  public static func name(of bytes: [UInt8]) -> String {
    if bytes.allSatisfy({ (1..<0x80).contains($0) && $0 != 0x1B }) { return "ASCII" }
    let label = DeclaredEncoding.inXML(bytes) ?? DeclaredEncoding.inHTML(bytes)
    return Decoded(bytes, label: label).encoding.description
  }
}
