#if canImport(Glibc)
  import Glibc
#endif

/// Paths as text, for systems where a file name can be any bytes: those that are not valid UTF-8 are written as
/// `\xHH`.
package enum PathText {
  /// The bytes of a path or file name as text.
  package static func text(_ bytes: some Collection<UInt8>) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var text = ""
    var rest = bytes[...]
    while let byte = rest.first {
      // The character that starts here, if any.
      let scalar = (1...4).lazy.compactMap { String(validating: rest.prefix($0), as: UTF8.self) }.first
      text += scalar ?? "\\x" + String(byte, radix: 16)
      rest = rest.dropFirst(scalar?.utf8.count ?? 1)
    }
    return text
  }

  /// The path to pass to the system: as written if such a file exists, otherwise with `\xHH` turned back into bytes.
  package static func systemPath(_ path: String) -> [CChar] {
    let written = Array(path.utf8CString)
    var status = stat()
    guard path.contains("\\x"), lstat(written, &status) != 0 else { return written }
    var bytes: [CChar] = []
    var rest = written[...]
    while let byte = rest.first {
      if let escaped = escapedByte(rest) {
        bytes.append(CChar(bitPattern: escaped))
        rest = rest.dropFirst(4)
      } else {
        bytes.append(byte)
        rest = rest.dropFirst()
      }
    }
    return bytes
  }

  /// The byte for `\xHH` at the start of a text; only non-ASCII bytes are written so.
  private static func escapedByte(_ text: ArraySlice<CChar>) -> UInt8? {
    let four = text.prefix(4).map { UInt8(bitPattern: $0) }
    guard four.count == 4, four.starts(with: "\\x".utf8), !four.contains(UInt8(ascii: "+")) else {
      return nil
    }
    return UInt8(String(decoding: four[2...], as: UTF8.self), radix: 16).flatMap { $0 < 0x80 ? nil : $0 }
  }
}
