import WireText

/// Accumulates the text of an RTF file, with the position of each byte, divided into paragraphs.
struct RTFText {
  /// A paragraph with its role.
  struct Paragraph {
    var range: Range<Int>
    var role: BodyText.Role
  }

  /// The text so far, valid UTF-8.
  private(set) var utf8: [UInt8] = []
  private(set) var map = SourceMap()
  private(set) var paragraphs: [Paragraph] = []
  /// The number of bytes that are invalid in their code page.
  private(set) var replaced = 0
  /// Pending bytes in the current code page: a character may take two.
  private var waiting = MappedText()
  private var start = 0

  /// Adds bytes in the current code page.
  mutating func add(_ bytes: ArraySlice<UInt8>, from file: Range<Int>) {
    waiting.append(bytes, from: file, isExact: bytes.count == file.count)
  }

  /// Adds a character, after decoding pending bytes.
  mutating func add(_ scalar: Unicode.Scalar, from file: Range<Int>, codePage: RTFCodePage) {
    flush(codePage)
    let before = utf8.count
    utf8 += Array(String(Character(scalar)).utf8)
    map.append(
      TextRange(before, utf8.count), from: FileRange(file), isExact: false)
  }

  /// Decodes pending bytes.
  mutating func flush(_ codePage: RTFCodePage) {
    guard !waiting.utf8.isEmpty else { return }
    var decoder = TextDecoder(encoding: codePage.encoding)
    let piece = decoder.decode(waiting.utf8, isLast: true)
    let inner = piece.map ?? SourceMap(identity: piece.utf8.count)
    map.append(contentsOf: inner.composed(with: waiting.map), at: utf8.count)
    utf8 += piece.utf8
    replaced += decoder.replacedBytes
    waiting = MappedText()
  }

  /// Ends a paragraph.
  mutating func endParagraph(_ role: BodyText.Role, _ codePage: RTFCodePage) {
    flush(codePage)
    paragraphs.append(Paragraph(range: start..<utf8.count, role: role))
    start = utf8.count
  }

  /// The paragraphs as a body.
  func body(limits: Limits) -> BodyText {
    var lines = WireLines(Decoded(utf8: utf8, map: map), limits: limits)
    for paragraph in paragraphs { lines.add([withoutLastBar(paragraph)], role: paragraph.role) }
    return lines.text
  }

  /// The range of a paragraph, excluding the bar after the last cell of a table row, since bars separate cells.
  private func withoutLastBar(_ paragraph: Paragraph) -> Range<Int> {
    guard paragraph.role == .table else { return paragraph.range }
    let words = utf8[paragraph.range].lastIndex { $0 > 0x20 && $0 != UInt8(ascii: "|") }
    return paragraph.range.lowerBound..<(words ?? paragraph.range.lowerBound - 1) + 1
  }
}

/// The code pages of RTF.
struct RTFCodePage: Hashable {
  /// The encoding of its bytes.
  var encoding: TextEncoding

  /// A code page by its Windows number; nil if the system does not support it.
  init?(number: Int) {
    switch number {
    case 1252: encoding = .windows1252
    case 65001: encoding = .utf8
    case 936: encoding = .named("GB18030")
    case 10000: encoding = .named("MACINTOSH")
    case 10007: encoding = .named("MAC-CYRILLIC")
    case 10029: encoding = .named("MAC-CENTRALEUROPE")
    case 1361: encoding = .named("JOHAB")
    case 437...1258 where Iconv.knows("cp\(number)"): encoding = .named("CP\(number)")
    default: return nil
    }
  }

  /// The code page of a font's character set; nil if the system does not support it.
  init?(characterSet: Int) {
    let number: [Int: Int] = [
      77: 10000, 78: 932, 79: 949, 80: 936, 81: 950, 88: 10029, 89: 10007, 128: 932, 129: 949, 130: 1361,
      134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258,
      177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250, 254: 437, 255: 850,
    ]
    guard let number = number[characterSet] else { return nil }
    self.init(number: number)
  }

  /// The code page of files that declare none.
  static let usual = RTFCodePage(encoding: .windows1252)

  private init(encoding: TextEncoding) { self.encoding = encoding }
}
