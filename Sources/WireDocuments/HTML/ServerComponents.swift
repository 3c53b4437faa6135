import WireText
import WireTrees

/// What a page of React server components sends to show, as rows of JSON in pieces:
/// `self.__next_f.push([1,"3:[\"$\",\"p\",null,{\"children\":\"…\"}]\n"])`.
///
/// A row is `ID:JSON` up to a line feed, `ID:T` with a length in hexadecimal digits, a comma and a text, or one of other
/// kinds, which hold no text. `"$ID"` and `"$LID"` in a row stand for another one. Source of the format:
/// facebook/react, ReactFlightClient.js, and vercel/next.js, use-flight-response.tsx.
struct ServerComponents {
  private static let opening: StaticString = "__next_f.push("
  private let limits: Limits
  /// The stream of all pieces, with its places in the file.
  private let stream: JSONSource
  /// The texts that are rows of their own.
  private var texts: [[UInt8]: Range<Int>] = [:]
  /// The rows of JSON as one list, with these texts in their places, and the number of each row by its ID.
  private var list = MappedText()
  private var numbers: [[UInt8]: Int] = [:]

  /// Whether a script holds a piece of them.
  static func isPiece(_ script: LinkedData.Script) -> Bool {
    HTMLScanner.find(opening, in: script.bytes, from: 0) != nil
  }

  /// The components in the scripts of a page; nil if there are none.
  init?(_ scripts: [LinkedData.Script], limits: Limits) {
    var stream: [UInt8] = []
    var map = SourceMap()
    for script in scripts {
      var at = 0
      while let found = HTMLScanner.find(Self.opening, in: script.bytes, from: at) {
        at = found + Self.opening.utf8CodeUnitCount
        var reader = JSONReader(script.bytes, range: at..<script.bytes.count, maximumDepth: 8)
        guard let event = try? reader.next(), event == .beginArray,
          case .number? = try? reader.next(), case .string(let string)? = try? reader.next()
        else { continue }
        at = string.range.upperBound
        var piece = JSONSource(script.bytes, map: script.map)
        let (utf8, inner) = piece.decode(string)
        map.append(contentsOf: inner, at: stream.count)
        stream += utf8
      }
    }
    guard !stream.isEmpty else { return nil }
    self.stream = JSONSource(stream, map: map)
    self.limits = limits
    list.insert("[")
    for row in readRows() { write(row) }
    list.insert("]")
  }

  private struct Row {
    var id: [UInt8]
    var range: Range<Int>
  }

  /// Finds the rows; notes the texts, and returns those of JSON.
  private mutating func readRows() -> [Row] {
    let bytes = stream.bytes
    var rows: [Row] = []
    var at = 0
    while at < bytes.count {
      let colon = HTMLScanner.find(UInt8(ascii: ":"), in: bytes, from: at, to: min(at + 16, bytes.count))
      let id = Array(bytes[at..<colon])
      let line = HTMLScanner.find(0x0A, in: bytes, from: at)
      guard colon < line else {
        at = line + 1
        continue
      }
      let start = colon + 1
      let comma = HTMLScanner.find(
        UInt8(ascii: ","), in: bytes, from: start, to: min(start + 12, bytes.count))
      if start < comma, bytes[start] == UInt8(ascii: "T"),
        let count = Int(String(decoding: bytes[(start + 1)..<comma], as: UTF8.self), radix: 16), count >= 0
      {
        let lower = min(comma + 1, bytes.count)
        var upper = lower + min(count, bytes.count - lower)
        // A length that ends within a character is wrong.
        while upper < bytes.count, bytes[upper] & 0xC0 == 0x80 { upper += 1 }
        texts[id] = lower..<upper
        at = upper
        continue
      }
      if start < line, bytes[start] == UInt8(ascii: "[") || bytes[start] == UInt8(ascii: "{") {
        rows.append(Row(id: id, range: start..<line))
      }
      at = line + 1
    }
    return rows
  }

  /// Adds a row to the list; one that is no JSON adds nothing.
  private mutating func write(_ row: Row) {
    let before = list.utf8.count
    if before > 1 { list.insert(",") }
    var reader = JSONReader(
      stream.bytes, range: row.range, maximumDepth: limits.depth, maximumEvents: limits.nodes)
    var copied = row.range.lowerBound
    do {
      while true {
        let event = try reader.next()
        if event == .end { break }
        guard case .string(let string) = event, let text = text(of: string) else { continue }
        list.copy(copied..<string.range.lowerBound, of: stream.bytes)
        write(text: text)
        copied = string.range.upperBound
      }
      list.copy(copied..<row.range.upperBound, of: stream.bytes)
      numbers[row.id] = numbers.count
    } catch {
      list.removeAll(from: before)
    }
  }

  /// The text that a string stands for; each is put in as long as the whole does not grow many times larger.
  private func text(of string: JSONString) -> Range<Int>? {
    guard (2..<16).contains(string.range.count), stream.bytes[string.range.lowerBound] == 0x24,
      list.utf8.count < 4 * stream.bytes.count
    else { return nil }
    return texts[Array(stream.bytes[string.range].dropFirst())]
  }

  /// Writes a text with the escapes of JSON.
  private mutating func write(text: Range<Int>) {
    var start = text.lowerBound
    for at in text {
      let byte = stream.bytes[at]
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
      list.copy(start..<at, of: stream.bytes)
      start = at + 1
      if byte < 0x20 {
        list.insert(byte == 0x0A ? "\\n" : " ")
      } else {
        list.insert(byte == UInt8(ascii: "\"") ? "\\\"" : "\\\\")
      }
    }
    list.copy(start..<text.upperBound, of: stream.bytes)
  }

  /// The story: a text under a key that sites use for one, otherwise the article of the page that the rows show.
  ///
  /// - Parameters:
  ///   - headline: the page's headline.
  ///   - fewest: the fewest words of a story.
  func story(headline: String?, fewest: Int) -> ScriptStory.Found? {
    guard
      let root = try? JSONValue.parse(list.utf8, maximumDepth: limits.depth + 1, maximumEvents: limits.nodes),
      let outer = stream.map
    else { return nil }
    let source = JSONSource(list.utf8, map: list.map.composed(with: outer))
    let item = ScriptStory.item(root, source, limits)
    if let found = ScriptStory.story(of: item, headline: headline, fewest: fewest) { return found }
    var page = ComponentPage(rows: root.elements, numbers: numbers, source: source, limits: limits)
    let markup = page.markup()
    let article = ArticleExtractor.article(of: ArticleTree(markup), headline: headline)
    let body = ParagraphWalker.body(of: article.parts, in: markup, .html, excluding: article.leftOut)
    let words = body.wordCount
    return words >= fewest ? (body, page.problems, words, nil) : nil
  }
}
