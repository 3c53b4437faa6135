import WireText

/// Metadata without a fence: `Title: …` lines up to the first blank one, as MultiMarkdown and Pelican have them, and
/// `.. title: …` lines in a comment, as Nikola has them.
enum FrontMatterLines {
  /// The block at the start of a file; nil where there is none.
  static func read(_ utf8: [UInt8]) -> FrontMatter? { comment(utf8) ?? block(utf8) }

  /// Words that open a text have colons too: a block needs a title, or two keys that sites use.
  private static let keys: Set<String> = [
    "author", "authors", "category", "date", "lang", "modified", "slug", "status", "summary", "tags",
  ]

  private static func block(_ utf8: [UInt8]) -> FrontMatter? {
    var matter = FrontMatter(syntax: .lines, bodyStart: utf8.count)
    var at = 0
    while at < utf8.count, matter.bodyStart == utf8.count {
      let line = LineBreaks.end(utf8, at)
      if utf8[at..<line.end].allSatisfy({ $0 <= 0x20 }) {
        matter.bodyStart = line.next
      } else if !take(at..<line.end, of: utf8, into: &matter) {
        return nil
      }
      at = line.next
    }
    let names = matter.entries.map { $0.key.lowercased() }
    return names.contains("title") || names.filter(keys.contains).count > 1 ? matter : nil
  }

  private static func comment(_ utf8: [UInt8]) -> FrontMatter? {
    let open = "<!--".utf8
    guard let start = utf8.firstIndex(where: { $0 > 0x20 }), utf8[start...].starts(with: open),
      let end = HTMLScanner.find("-->", in: utf8, from: start)
    else { return nil }
    var matter = FrontMatter(syntax: .comment, bodyStart: end + 3)
    var at = start + open.count
    while at < end {
      let line = LineBreaks.end(utf8, at, limit: end)
      if utf8[at..<line.end].starts(with: ".. ".utf8) {
        guard take(at + 3..<line.end, of: utf8, into: &matter) else { return nil }
      } else if utf8[at..<line.end].contains(where: { $0 > 0x20 }) {
        return nil
      }
      at = line.next
    }
    return matter.entries.isEmpty ? nil : matter
  }

  /// Takes a line as a key with its value, or, set in, as more of the value before; false where it is neither.
  private static func take(_ line: Range<Int>, of utf8: [UInt8], into matter: inout FrontMatter) -> Bool {
    func text(_ part: Range<Int>) -> String { oneLine(String(decoding: utf8[part], as: UTF8.self)) }
    if utf8[line.lowerBound] <= 0x20 {
      guard let last = matter.entries.indices.last, case .text(let before) = matter.entries[last].value else {
        return false
      }
      matter.entries[last].value = .text(oneLine("\(before) \(text(line))"))
      matter.entries[last].range = matter.entries[last].range.lowerBound..<line.upperBound
      return true
    }
    let key = utf8[line].prefix(60).prefix {
      HTMLScanner.isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x20 || $0 == 0x2D || $0 == 0x5F
    }
    let colon = key.endIndex
    guard !key.isEmpty, colon < line.upperBound, utf8[colon] == UInt8(ascii: ":"),
      colon + 1 == line.upperBound || utf8[colon + 1] <= 0x20
    else { return false }
    matter.entries.append(
      FrontMatter.Entry(
        key: text(line.lowerBound..<colon), value: .text(text(colon + 1..<line.upperBound)), range: line))
    return true
  }
}
