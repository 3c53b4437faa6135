/// The encoding of an input's text.
public enum InputEncoding {
  /// The name of the encoding that the detection shared by all readers finds, for instance `UTF-8`; `ASCII` if all
  /// encodings agree.
  ///
  /// - Parameter bytes: the whole input, decompressed.
  public static func name(of bytes: [UInt8]) -> String {
    if bytes.allSatisfy({ (1..<0x80).contains($0) && $0 != 0x1B }) { return "ASCII" }
    let label = DeclaredEncoding.inXML(bytes) ?? DeclaredEncoding.inHTML(bytes)
    return Decoded(bytes, label: label).encoding.description
  }
}
