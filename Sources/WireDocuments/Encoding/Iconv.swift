#if canImport(Glibc)
  import Glibc
#endif

/// A converter of the C library to UTF-8, used one character at a time so that each one's source bytes are known.
final class Iconv {
  private let handle: iconv_t
  private var output = [UInt8](repeating: 0, count: 32)
  /// Whether the encoding has shift sequences, which produce no character of their own.
  private let hasShifts: Bool

  /// A converter from the named encoding; nil if the system does not support it.
  init?(_ name: String) {
    guard let handle = iconv_open("UTF-8", name), handle != iconv_t(bitPattern: -1) else { return nil }
    self.handle = handle
    hasShifts = ["ISO-2022", "HZ", "UTF-7"].contains(where: name.uppercased().hasPrefix)
  }

  deinit { iconv_close(handle) }

  /// Whether the system supports the encoding; only plain names are accepted, no `//` options.
  static func knows(_ name: String) -> Bool {
    let isPlain = name.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D || $0 == 0x5F || $0 == 0x2E
    }
    return isPlain && !name.isEmpty && name.utf8.count < 40 && Iconv(name) != nil
  }

  /// Converts the character that starts at `at` and appends its UTF-8.
  ///
  /// - Returns: the number of bytes read, including shift sequences before the character; nil if the bytes are invalid
  ///   or the character is incomplete.
  func character(in bytes: [UInt8], at: Int, into text: inout [UInt8]) -> Int? {
    for length in 1...8 where at + length <= bytes.count {
      var inputLeft = length
      var outputLeft = output.count
      let result = bytes.withUnsafeBufferPointer { source in
        output.withUnsafeMutableBytes { target in
          var from = source.baseAddress.map {
            UnsafeMutableRawPointer(mutating: $0 + at).assumingMemoryBound(to: CChar.self)
          }
          var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
          return iconv(handle, &from, &inputLeft, &to, &outputLeft)
        }
      }
      if result == -1, errno == EILSEQ { return nil }
      // iconv holds back a letter that a combining mark may follow (windows-1255, windows-1258): flush it.
      if result != -1, outputLeft == output.count, !hasShifts { outputLeft = flush() }
      let written = output.count - outputLeft
      if result != -1, written > 0 {
        text += output[..<written]
        return length
      }
    }
    return nil
  }

  /// Writes what iconv holds back, and returns how much room is left.
  private func flush() -> Int {
    var left = output.count
    output.withUnsafeMutableBytes { target in
      var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
      _ = iconv(handle, nil, nil, &to, &left)
    }
    return left
  }
}

/// The converters of the C library that texts may need.
package enum TextConversions {
  /// Character sets in use in news archives, apart from those that this program decodes itself.
  private static let names = [
    "CP932", "EUC-JP-MS", "ISO-2022-JP", "GB18030", "BIG5", "BIG5-HKSCS", "CP949", "ISO-2022-KR", "CP874",
    "MACINTOSH", "MAC-CYRILLIC", "MAC-CENTRALEUROPE", "JOHAB", "EUC-TW",
    "CP437", "CP737", "CP775", "CP850", "CP852", "CP855", "CP857", "CP858", "CP860", "CP861", "CP862",
    "CP863",
    "CP864", "CP865", "CP866", "CP869", "CP1250", "CP1251", "CP1253", "CP1254", "CP1255", "CP1256", "CP1257",
    "CP1258",
    "KOI8-R", "KOI8-U", "ISO-8859-2", "ISO-8859-3", "ISO-8859-4", "ISO-8859-5", "ISO-8859-6", "ISO-8859-7",
    "ISO-8859-8", "ISO-8859-10", "ISO-8859-13", "ISO-8859-14", "ISO-8859-15", "ISO-8859-16", "VISCII",
    "UTF-7",
  ]

  /// Loads them, for a process that will later be unable to open files.
  ///
  /// The converters stay open, since the C library unloads converters that are not in use.
  package static func preload() { for name in names { _ = iconv_open("UTF-8", name) } }
}
