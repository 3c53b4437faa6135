/// A character encoding.
enum TextEncoding: Hashable, CustomStringConvertible {
  case utf8
  case utf16(bigEndian: Bool)
  case utf32(bigEndian: Bool)
  case windows1252
  /// Chinese between `~{` and `~}` (RFC 1843).
  case hz
  /// Another encoding, by the name that iconv knows.
  case named(String)

  /// The encoding that a label means (a MIME charset, an XML encoding name); nil for an unknown label.
  ///
  /// ISO-8859-1 and US-ASCII mean windows-1252, as in browsers, since files with these labels contain curly quotes.
  /// UTF-7 is not supported: it hides markup from anything that inspects the bytes. A label that says UTF-16 or UTF-32
  /// was itself read as ASCII, so it must be wrong: it means UTF-8 (WHATWG, "prescan").
  init?(label: String) {
    let name = label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
    switch name {
    case "utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8": self = .utf8
    case "iso-8859-1", "iso8859-1", "iso_8859-1", "iso88591", "latin1", "latin-1", "l1", "us-ascii", "ascii",
      "ansi_x3.4-1968", "cp819", "windows-1252", "cp1252", "cp-1252", "x-cp1252", "ansi":
      self = .windows1252
    case "shift_jis", "shift-jis", "sjis", "x-sjis", "csshiftjis", "windows-31j", "ms932", "ms_kanji":
      self = .named("CP932")
    // With the characters of NEC and IBM beside those of the standard, as in browsers: `①`, `㈱`.
    case "euc-jp", "eucjp", "x-euc-jp", "cseucpkdfmtjapanese": self = .named("EUC-JP-MS")
    case "gb2312", "gbk", "x-gbk", "gb_2312-80", "chinese", "cp936", "windows-936": self = .named("GB18030")
    case "hz-gb-2312", "hz-gb2312", "hz": self = .hz
    case "cn-big5", "x-x-big5": self = .named("BIG5")
    case "ks_c_5601-1987", "ks_c_5601-1989", "euc-kr", "ksc5601", "ksc_5601", "korean", "windows-949":
      self = .named("CP949")
    case "tis-620", "iso-8859-11", "windows-874": self = .named("CP874")
    case "x-mac-roman", "macintosh", "macroman": self = .named("MACINTOSH")
    case "x-mac-cyrillic", "x-mac-ukrainian": self = .named("MAC-CYRILLIC")
    case "x-mac-ce": self = .named("MAC-CENTRALEUROPE")
    case "iso-8859-8-i", "iso-8859-8-e", "logical", "visual": self = .named("ISO-8859-8")
    case "iso-8859-9", "latin5": self = .named("CP1254")
    case _ where name.hasPrefix("utf-16") || name.hasPrefix("utf-32") || name.hasPrefix("ucs-"): self = .utf8
    case _ where name.hasPrefix("utf-7") || name.hasPrefix("utf7"): return nil
    case _ where Iconv.knows(name): self = .named(name.uppercased())
    default: return nil
    }
  }

  /// Whether other scripts are encoded as ASCII bytes between shift sequences, so that the bytes do not reveal them.
  var isShifted: Bool {
    switch self {
    case .hz: true
    case .named(let name): name.hasPrefix("ISO-2022")
    default: false
    }
  }

  /// Whether bytes hold the shift sequences of an unsupported encoding that uses only ASCII bytes: UTF-7, ISO-2022-CN.
  static func isShifted(_ bytes: [UInt8], as label: String) -> Bool {
    let name = label.lowercased()
    if name.hasPrefix("utf-7") || name.hasPrefix("utf7") {
      return bytes.indices.dropLast().contains { at in
        bytes[at] == UInt8(ascii: "+") && HTMLScanner.isLetter(bytes[at + 1])
      }
    }
    return name.hasPrefix("iso-2022") && (bytes.contains(0x1B) || bytes.contains(0x0E))
  }

  /// Whether 7-bit bytes hold Japanese between the escape sequences of ISO-2022-JP (RFC 1468), as mail and old wires do
  /// without saying so.
  ///
  /// - Parameter isLast: whether nothing follows the bytes, which may end within a sequence otherwise.
  static func isJapanese(_ bytes: [UInt8], isLast: Bool) -> Bool {
    var at = 0
    while let escape = bytes[at...].firstIndex(of: 0x1B) {
      at = escape + 1
      guard bytes[at...].starts(with: "$B".utf8) || bytes[at...].starts(with: "$@".utf8) else { continue }
      let text = bytes[(at + 2)...].prefix { (0x21...0x7E).contains($0) }
      guard text.count > 1 else { continue }
      let rest = bytes[text.endIndex...]
      let isEnded = rest.first == 0x1B || isLast && rest.isEmpty
      if isEnded ? text.count % 2 == 0 : rest.isEmpty && text.count + 3 > longestHeld { return true }
    }
    return false
  }

  /// The number of bytes at the end that may be the start of such a sequence.
  static func cutEscape(in bytes: [UInt8]) -> Int {
    guard let escape = bytes.suffix(longestHeld).lastIndex(of: 0x1B) else { return 0 }
    let rest = bytes[(escape + 1)...]
    let isOpen = rest.prefix(2).elementsEqual("$B".utf8.prefix(rest.count)) || rest.starts(with: "$@".utf8)
    return isOpen && rest.allSatisfy { (0x21...0x7E).contains($0) } ? rest.count + 1 : 0
  }

  /// The most bytes that are held back until their end shows what they are; so many letters are Japanese.
  private static let longestHeld = 64

  /// The name as a report prints it.
  var description: String {
    switch self {
    case .utf8: return "UTF-8"
    case .utf16(let big): return big ? "UTF-16BE" : "UTF-16LE"
    case .utf32(let big): return big ? "UTF-32BE" : "UTF-32LE"
    case .windows1252: return "windows-1252"
    case .hz: return "HZ"
    case .named(let name): return name == "EUC-JP-MS" ? "EUC-JP" : name
    }
  }

  /// The encoding that a byte order mark or a pattern of zero bytes indicates, and the length of the mark.
  static func marked(_ bytes: [UInt8]) -> (encoding: TextEncoding, mark: Int)? {
    let b = bytes.prefix(4) + Array(repeating: 0xFF, count: max(0, 4 - bytes.count))
    switch (b[0], b[1], b[2], b[3]) {
    case (0xEF, 0xBB, 0xBF, _): return (.utf8, 3)
    case (0, 0, 0xFE, 0xFF) where bytes.count >= 4: return (.utf32(bigEndian: true), 4)
    case (0xFF, 0xFE, 0, 0) where bytes.count >= 4: return (.utf32(bigEndian: false), 4)
    case (0xFE, 0xFF, _, _) where bytes.count >= 2: return (.utf16(bigEndian: true), 2)
    case (0xFF, 0xFE, _, _) where bytes.count >= 2: return (.utf16(bigEndian: false), 2)
    case (0, 0, 0, 1...0x7F) where isUnit(bytes, 4...7): return (.utf32(bigEndian: true), 0)
    case (1...0x7F, 0, 0, 0) where isUnit(bytes, (4...7).reversed()): return (.utf32(bigEndian: false), 0)
    case (0, 1...0x7F, 0, 1...0x7F): return (.utf16(bigEndian: true), 0)
    case (1...0x7F, 0, 1...0x7F, 0): return (.utf16(bigEndian: false), 0)
    default: return nil
    }
  }

  /// Whether the second four bytes, in the order given, are a character of UTF-32, too, if there are that many: a line
  /// that was idle before a message leaves zero bytes only in front of it.
  private static func isUnit(_ bytes: [UInt8], _ order: some Collection<Int>) -> Bool {
    guard bytes.count >= 8 else { return true }
    let value = order.reduce(0 as UInt32) { $0 << 8 | UInt32(bytes[$1]) }
    return Unicode.Scalar(value) != nil
  }
}
