import Testing
import WireText

@testable import WireDocuments

struct TextDecoderTests {
  @Test("valid UTF-8 is taken as it is, without a copy of its places")
  func identity() {
    let decoded = Decoded(Array("Zwölf “x”".utf8), label: nil)
    #expect(decoded.map == nil && decoded.problems.isEmpty && decoded.encoding == .utf8)
  }

  @Test(
    "the ladder chooses by mark, pattern, label and bytes",
    arguments: [
      ([0xEF, 0xBB, 0xBF, 0x61], nil, "a", "UTF-8"),
      ([0xFF, 0xFE, 0x61, 0, 0x3D, 0xD8, 0, 0xDE], nil, "a\u{1F600}", "UTF-16LE"),
      ([0xFE, 0xFF, 0, 0x61], "utf-8", "a", "UTF-16BE"),
      ([0x61, 0, 0x62, 0], nil, "ab", "UTF-16LE"),
      ([0, 0, 0, 0x61, 0, 1, 0xF6, 0], nil, "a\u{1F600}", "UTF-32BE"),
      // Zero bytes in front of ASCII are the filling of an idle line.
      ([0, 0, 0, 0x61, 0x62, 0x63, 0x64, 0x65], nil, "\u{FFFD}\u{FFFD}\u{FFFD}abcde", "UTF-8"),
      ([0x93, 0x61, 0xE9, 0x94, 0x81], nil, "“aé”\u{81}", "windows-1252"),
      ([0x80, 0x61], "ISO-8859-1", "€a", "windows-1252"),
      ([0xFE], nil, "þ", "windows-1252"), ([0xFF], nil, "ÿ", "windows-1252"),
      ([0xC3, 0xA9], "iso-8859-1", "é", "UTF-8"),
      ([0xE1, 0xE9], "windows-1251", "бй", "WINDOWS-1251"),
      ([0x82, 0xA0, 0x41], "Shift_JIS", "あA", "CP932"),
      ([0x1B, 0x24, 0x42, 0x24, 0x22, 0x1B, 0x28, 0x42, 0x41], "iso-2022-jp", "あA", "ISO-2022-JP"),
      // Characters of NEC and IBM that the standard does not have.
      ([0xAD, 0xA1, 0xAD, 0xEA, 0xB9, 0xC1, 0x41], "EUC-JP", "①㈱港A", "EUC-JP"),
      ([0x2B, 0x41], "utf-7", "+A", "UTF-8"),
      (Array("a~~~{8[?Z~}b~\nc~d".utf8), "hz-gb-2312", "a~港口bc~d", "HZ"),
      // A line break ends the Chinese; bytes that are no letters are told one by one.
      (Array("~{8[\n8[~{xx~".utf8) + [0xE9], "HZ", "港\n8[\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}", "HZ"),
    ] as [([UInt8], String?, String, String)])
  func ladder(bytes: [UInt8], label: String?, text: String, name: String) {
    let decoded = Decoded(bytes, label: label)
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == text)
    #expect(decoded.encoding.description == name)
  }

  /// “港 is a port”, as mail without a header field for it has it.
  private static let japanese = Array("A \u{1B}$B9A\u{1B}(B is a port.".utf8)

  @Test(
    "Japanese between escape sequences needs no label",
    arguments: [
      (japanese, nil, "A 港 is a port.", "ISO-2022-JP"),
      (japanese, "us-ascii", "A 港 is a port.", "ISO-2022-JP"),
      (Array("\u{1B}$@9A9A\u{1B}(J.".utf8), nil, "港港.", "ISO-2022-JP"),
      (
        Array("\u{1B}$B\(String(repeating: "9A", count: 90))".utf8), nil, String(repeating: "港", count: 90),
        "ISO-2022-JP"
      ),
      // A colour of a terminal, an odd number of bytes, a sequence that nothing ends, and text that has other letters.
      (Array("\u{1B}[1mA\u{1B}[0m".utf8), nil, "\u{1B}[1mA\u{1B}[0m", "UTF-8"),
      (Array("\u{1B}$B9A9\u{1B}(B".utf8), nil, "\u{1B}$B9A9\u{1B}(B", "UTF-8"),
      (Array("\u{1B}$B9A cost".utf8), nil, "\u{1B}$B9A cost", "UTF-8"),
      (japanese + Array("é".utf8), nil, "A \u{1B}$B9A\u{1B}(B is a port.é", "UTF-8"),
    ] as [([UInt8], String?, String, String)])
  func japaneseWithoutLabel(bytes: [UInt8], label: String?, text: String, name: String) {
    let decoded = Decoded(bytes, label: label)
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == text)
    #expect(decoded.encoding.description == name)
    #expect(decoded.problems.map(\.code) == (name == "UTF-8" ? [] : ["encoding-guessed"]))
    guard name != "UTF-8" else { return }
    for size in 1..<12 {
      var decoder = TextDecoder(label: label)
      var read: [UInt8] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        let end = min(bytes.count, start + size)
        read += decoder.decode(Array(bytes[start..<end]), isLast: end == bytes.count).utf8
      }
      #expect(String(decoding: read, as: UTF8.self) == text, "in chunks of \(size)")
    }
  }

  @Test("Japanese without a label has its places")
  func placesOfJapanese() {
    let decoded = Decoded(Self.japanese)
    #expect(decoded.fileRange(2..<5) == FileRange(2, 7) && decoded.fileRange(6..<8) == FileRange(11, 13))
  }

  @Test(
    "letters that a conversion holds back stay in their words",
    arguments: [
      ("windows-1255", [0xF8, 0xF9, 0xE5, 0xFA, 0x20, 0xE4, 0xF0, 0xEE, 0xEC, 0x2E], "רשות הנמל."),
      ("windows-1258", [0x68, 0xF4, 0x6D, 0x20, 0x74, 0x68, 0xFD, 0xEC], "hôm thứ"),
    ] as [(String, [UInt8], String)])
  func heldBack(label: String, bytes: [UInt8], text: String) {
    #expect(String(decoding: Decoded(bytes, label: label).utf8, as: UTF8.self) == text)
  }

  @Test("a byte beyond ASCII is seen among any others, which are looked at by eights")
  func bytesAmongLetters() {
    for byte in UInt8(0x80)...0xFF {
      for place in 0..<16 {
        var bytes = Array("sixteen letters!".utf8)
        bytes[place] = byte
        let decoded = Decoded(bytes, label: "windows-1252")
        let letter = String(Character(Windows1252.scalar(byte)))
        let text = String(decoding: bytes[..<place], as: UTF8.self) + letter
        #expect(String(decoding: decoded.utf8, as: UTF8.self).hasPrefix(text))
      }
    }
  }

  @Test("what cannot be decoded is replaced, counted and mapped")
  func replaces() {
    let decoded = Decoded([0xC3, 0xA9, 0x20, 0xC3, 0xA8, 0xFF, 0, 0x61])
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == "é è\u{FFFD}\u{FFFD}a")
    #expect(decoded.problems.map(\.code) == ["bytes-replaced", "nul-replaced"])
    #expect(decoded.fileRange(11..<12) == FileRange(7, 8))
  }

  @Test("chunks give the same text as the whole, wherever they are cut", arguments: 1..<30)
  func chunks(size: Int) {
    let inputs: [([UInt8], String?)] = [
      (Array("\u{FEFF}Zwölf “Bälle” 🎈🎈 und 日本".utf8), nil),
      ([0xFF, 0xFE] + "Zwölf 🎈 Bälle".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, nil),
      ([0x61, 0x82, 0xA0, 0x82, 0xA2, 0x41, 0x0A, 0x82, 0xA4, 0x82, 0xA6], "shift_jis"),
      (Array("~{8[?Z9\\@m~} a ~~ ~{>V~}".utf8), "hz-gb-2312"),
    ]
    for (bytes, label) in inputs {
      var decoder = TextDecoder(label: label)
      var text: [UInt8] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        text += decoder.decode(Array(bytes[start..<min(start + size, bytes.count)]), isLast: false).utf8
      }
      text += decoder.decode([], isLast: true).utf8
      #expect(text == Decoded(bytes, label: label).utf8)
    }
  }

  @Test(
    "declared labels are found",
    arguments: [
      ("<?xml version='1.0' encoding='ISO-8859-1'?>", "iso-8859-1", nil),
      ("<html><meta name=a><META http-equiv=x content=\"text/html; charset=KOI8-R\">", nil, "koi8-r"),
      ("<meta charset=utf-8>", nil, "utf-8"), ("charset=utf-8", nil, nil), ("<?xml encoding=", nil, nil),
    ] as [(String, String?, String?)])
  func labels(text: String, xml: String?, html: String?) {
    #expect(DeclaredEncoding.inXML(Array(text.utf8)) == xml)
    #expect(DeclaredEncoding.inHTML(Array(text.utf8)) == html)
  }

  @Test("maps compose through a decoding")
  func composes() {
    let decoded = Decoded([0x61, 0xE9, 0x62, 0x63, 0x20, 0xE9])
    var map = SourceMap()
    map.append(TextRange(0, 4), from: FileRange(1, 5), isExact: true)
    let file = decoded.fileMap(of: map)
    #expect(file.fileRange(of: TextRange(0, 2)) == FileRange(1, 2))
    #expect(file.fileRange(of: TextRange(2, 4)) == FileRange(2, 4))
  }
}
