import WireText

/// The lines of a text-only wire format, and the paragraphs built from them.
///
/// Each run of white space and control characters, which control printers and tables, becomes one space.
struct WireLines {
  /// The file, decoded.
  let decoded: Decoded
  let limits: Limits
  /// The paragraphs so far, mapped to `decoded`.
  private var body = BodyText()

  init(_ decoded: Decoded, limits: Limits) {
    self.decoded = decoded
    self.limits = limits
  }

  /// The paragraphs, mapped to the file.
  var text: BodyText {
    var text = body
    text.map = decoded.fileMap(of: body.map)
    return text
  }

  /// The lines of a part, without carriage returns and line feeds.
  func lines(_ part: Range<Int>) -> [Range<Int>] {
    LineBreaks.lines(of: decoded.utf8, in: part).map(\.line)
  }

  /// A part on one line.
  func line(_ part: Range<Int>) -> String {
    let visible = decoded.utf8[part].map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }
    return oneLine(String(decoding: visible, as: UTF8.self))
  }

  /// A part as a field; nil if it is blank.
  func field(_ name: Field.Name, _ part: Range<Int>, key: String) -> Field? {
    let text = line(part)
    return text.isEmpty ? nil : Field(name, text, key: key, place: decoded.fileRange(part))
  }

  /// Whether a line is blank.
  func isBlank(_ part: Range<Int>) -> Bool { decoded.utf8[part].allSatisfy { $0 <= 0x20 || $0 == 0x7F } }

  /// The number of headlines at the start: up to three short lines before the first indented one; 0 if the lines do
  /// not have this form.
  func headlines(of lines: ArraySlice<Range<Int>>) -> Int {
    let heads = lines.prefix { !isBlank($0) && !isSetIn($0) }
    guard (1...3).contains(heads.count), heads.endIndex < lines.endIndex, isSetIn(lines[heads.endIndex]),
      heads.allSatisfy({ $0.count <= Self.longestHeadline && decoded.utf8[$0].last { $0 > 0x20 } != 0x2E })
    else { return 0 }
    return heads.count
  }

  private func isSetIn(_ line: Range<Int>) -> Bool { !isBlank(line) && decoded.utf8[line.lowerBound] == 0x20 }

  /// The longest headline, in bytes.
  static let longestHeadline = 120

  /// Whether a line holds the marks of those who wrote and edited, and nothing else: `ab/cd`, `YXY-DEF`, `Ge1/Abc`;
  /// the sign for the end, `./.`, alone or before one; or the number that a wire has as a publication.
  static func isSignOff(_ text: String) -> Bool {
    if text.hasPrefix("./.") { return text.utf8.count <= 8 }
    if text.hasPrefix("ISSN ") { return text.utf8.count <= 18 && !text.contains(where: \.isLowercase) }
    let marks = text.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "-" }
    return marks.count > 1
      && marks.allSatisfy { mark in
        (2...4).contains(mark.count) && mark.first?.isLetter == true
          && mark.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      }
  }

  /// Adds lines as paragraphs: a blank line, an indented line or a line with an asterisk starts a new one, and a long
  /// line is one by itself.
  mutating func addParagraphs(_ lines: some Sequence<Range<Int>>) {
    var paragraph: [Range<Int>] = []
    let depth = depth(of: lines)
    for line in lines {
      let isSetIn = decoded.utf8[line].prefix(depth).allSatisfy { $0 == 0x20 } && line.count > depth
      let isLong = line.count > Self.longestLine
      let isItem = decoded.utf8[line].starts(with: "* ".utf8)
      if isBlank(line) || isSetIn || isLong || isItem {
        add(paragraph)
        paragraph = []
      }
      guard !isBlank(line) else { continue }
      if isLong { add([line]) } else { paragraph.append(line) }
    }
    add(paragraph)
  }

  /// The indentation of paragraphs in spaces: that of the first line if later lines have none, otherwise three.
  private func depth(of lines: some Sequence<Range<Int>>) -> Int {
    var first: Int?
    for line in lines where !isBlank(line) {
      let spaces = decoded.utf8[line].prefix { $0 == 0x20 }.count
      if let first, spaces == 0 { return (1...2).contains(first) ? first : 3 }
      first = first ?? spaces
    }
    return 3
  }

  /// The longest line, in bytes, that a teleprinter or a program emulating one would not have broken.
  private static let longestLine = 160

  /// Adds lines as one paragraph; does nothing if they are blank.
  mutating func add(_ lines: [Range<Int>], role: BodyText.Role = .paragraph) {
    guard !body.isCut else { return }
    var text: [UInt8] = []
    var pieces: [(count: Int, file: FileRange, isExact: Bool)] = []
    for line in lines {
      var at = line.lowerBound
      while at < line.upperBound {
        let start = at
        while at < line.upperBound, !Self.isSpace(decoded.utf8[at]) { at += 1 }
        if start < at {
          if let last = pieces.last {
            let space = FileRange(last.file.upper, max(last.file.upper, start))
            text.append(0x20)
            pieces.append((1, space, space.count == 1 && decoded.utf8[space.lower] == 0x20))
          }
          text += decoded.utf8[start..<at]
          pieces.append((at - start, FileRange(start, at), true))
        }
        while at < line.upperBound, Self.isSpace(decoded.utf8[at]) { at += 1 }
      }
    }
    guard !text.isEmpty else { return }
    guard body.paragraphs.count < limits.paragraphs else {
      body.isCut = true
      return
    }
    body.append(text, from: pieces, role: role)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == 0x7F }
}

/// The control characters of the text-only wire formats.
enum WireControl {
  static let startOfHeader: UInt8 = 0x01
  static let startOfText: UInt8 = 0x02
  static let endOfText: UInt8 = 0x03
  static let endOfTransmission: UInt8 = 0x04
  static let synchronous: UInt8 = 0x16

  /// Whether a decoded byte is of what an idle line sends before a message: NUL, which is decoded to U+FFFD, SYN, DEL.
  static func isFiller(_ byte: UInt8) -> Bool {
    [synchronous, 0x7F].contains(byte) || "\u{FFFD}".utf8.contains(byte)
  }

  /// The messages of a spool: each starts at a start of header; without one there is a single message.
  static func messages(_ utf8: [UInt8]) -> [Range<Int>] {
    let starts = utf8.indices.filter { utf8[$0] == startOfHeader }
    guard let first = starts.first else { return [utf8.indices] }
    var all: [Range<Int>] = []
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1] : utf8.count
      // Text before the first header is assigned to the first message, so that it is reported and not lost.
      all.append((index == 0 && hasWords(utf8[..<first]) ? 0 : start)..<end)
    }
    return all
  }

  private static func hasWords(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.contains { $0 > 0x20 && $0 < 0x7F }
  }

  /// The mark that ends the text of a part of a message; nil if there is none.
  static func end(of utf8: [UInt8], _ part: Range<Int>) -> Int? {
    utf8[part].firstIndex { $0 == endOfText || $0 == endOfTransmission }
  }

  /// The problem of a message whose text has no end mark.
  static let openText = Problem(
    "truncated", "no mark ends the text: the message may have been cut", losesText: true)
}
