import WireText

/// Metadata without a fence: `Title: …` lines up to the first blank line, as in MultiMarkdown and Pelican, and
/// `.. title: …` lines in a comment, as in Nikola.
struct FrontMatterLines {
  /// The block at the start of a file; nil if there is none.
  static func read(_ utf8: [UInt8]) -> FrontMatter? {
    var comment = FrontMatterLines(utf8)
    if let matter = comment.readComment() { return matter }
    var block = FrontMatterLines(utf8)
    return block.readBlock()
  }

  /// Ordinary opening lines contain colons, too: a block needs a title, or two of these keys.
  private static let keys: Set<String> = [
    "author", "authors", "category", "date", "lang", "modified", "slug", "status", "summary", "tags",
  ]

  private let utf8: [UInt8]
  /// Keys with the ranges of their values and of their lines.
  private var entries: [(key: String, value: Range<Int>, lines: Range<Int>)] = []

  private init(_ utf8: [UInt8]) { self.utf8 = utf8 }

  private mutating func readBlock() -> FrontMatter? {
    var bodyStart = utf8.count
    for (line, next) in LineBreaks.lines(of: utf8) {
      if utf8[line].allSatisfy({ $0 <= 0x20 }) {
        bodyStart = next
        break
      }
      guard take(line) else { return nil }
    }
    let names = entries.map { $0.key.lowercased() }
    guard names.contains("title") || names.filter(Self.keys.contains).count > 1 else { return nil }
    return matter(.lines, bodyStart: bodyStart)
  }

  private mutating func readComment() -> FrontMatter? {
    let open = "<!--".utf8
    guard let start = utf8.firstIndex(where: { $0 > 0x20 }), utf8[start...].starts(with: open),
      let end = HTMLScanner.find("-->", in: utf8, from: start + open.count)
    else { return nil }
    for (line, _) in LineBreaks.lines(of: utf8, in: start + open.count..<end) {
      if utf8[line].starts(with: ".. ".utf8) {
        guard take(line.dropFirst(3)) else { return nil }
      } else if utf8[line].contains(where: { $0 > 0x20 }) {
        return nil
      }
    }
    return entries.isEmpty ? nil : matter(.comment, bodyStart: end + 3)
  }

  private func matter(_ syntax: FrontMatter.Syntax, bodyStart: Int) -> FrontMatter {
    let entries = entries.map {
      FrontMatter.Entry(key: $0.key, value: .text(text($0.value)), range: $0.lines)
    }
    return FrontMatter(syntax: syntax, entries: entries, bodyStart: bodyStart)
  }

  private func text(_ part: Range<Int>) -> String {
    oneLine(String(decoding: utf8[part], as: UTF8.self))
  }

  /// Takes a line as a key with its value or, if indented, as a continuation of the last value; false if it is
  /// neither.
  private mutating func take(_ line: Range<Int>) -> Bool {
    guard let first = utf8[line].first else { return false }
    if first <= 0x20 {
      guard let last = entries.indices.last else { return false }
      entries[last].value = entries[last].value.lowerBound..<line.upperBound
      entries[last].lines = entries[last].lines.lowerBound..<line.upperBound
      return true
    }
    let key = utf8[line].prefix(60).prefix {
      HTMLScanner.isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x20 || $0 == 0x2D || $0 == 0x5F
    }
    let colon = key.endIndex
    guard !key.isEmpty, colon < line.upperBound, utf8[colon] == UInt8(ascii: ":"),
      colon + 1 == line.upperBound || utf8[colon + 1] <= 0x20
    else { return false }
    entries.append((text(line.lowerBound..<colon), colon + 1..<line.upperBound, line))
    return true
  }
}
