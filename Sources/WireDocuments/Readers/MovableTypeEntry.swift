import WireText

/// An entry of a Movable Type export during its conversion to a document.
struct MovableTypeEntry {
  private let decoded: Decoded
  private let limits: Limits
  private var document: Document
  private var breaks = "1"
  private var customTexts: [(name: String, text: BodyText)] = []

  init(decoded: Decoded, limits: Limits, document: Document) {
    self.decoded = decoded
    self.limits = limits
    self.document = document
  }

  /// Reads the lines of an entry.
  mutating func read(_ lines: [Range<Int>]) -> Document {
    let parts = lines.split(omittingEmptySubsequences: false) {
      MovableTypeReader.isDashes(decoded.utf8[$0], 5)
    }
    for line in parts.first ?? [] { readKey(line) }
    for part in parts.dropFirst() { readPart(part) }
    var further = AlternativeTexts()
    for custom in customTexts {
      further.attach(custom.text, name: custom.name, to: &document, limits: limits)
    }
    if document.body.isEmpty { document.problems.append(Problem("no-text", "the entry has no body")) }
    return document
  }

  private func text(_ range: Range<Int>) -> String {
    oneLine(String(decoding: decoded.utf8[range], as: UTF8.self))
  }

  private mutating func readKey(_ line: Range<Int>) {
    guard let colon = decoded.utf8[line].firstIndex(of: UInt8(ascii: ":")) else {
      if !text(line).isEmpty { append(.other, line, key: "head") }
      return
    }
    let value = colon + 1..<line.upperBound
    let words = text(value)
    guard !words.isEmpty else { return }
    switch text(line.lowerBound..<colon) {
    case "TITLE": document.headline = HTMLText.line(words)
    case "AUTHOR": append(.author, value, key: "AUTHOR")
    case "BASENAME": append(.slug, value, key: "BASENAME")
    case "CATEGORY", "PRIMARY CATEGORY", "TAGS": append(.keyword, value, key: "CATEGORY")
    case "STATUS":
      let state: Status.Value = words.lowercased() == "review" ? .draft : StatusWords.value(words)
      document.setStatus(Status(state, raw: words))
    case "CONVERT BREAKS": breaks = words.lowercased()
    case "UNIQUE URL":
      document.id = words
      document.urls.append(Field(.permalink, words, key: "UNIQUE URL", place: decoded.fileRange(value)))
    case "DATE": readTime(words)
    case let key: append(.other, value, key: key)
    }
  }

  /// Dates have the month first and no time zone: they are in that of the blog, which the export does not state.
  private mutating func readTime(_ words: String) {
    document.add(TimeField(.published, reading: Self.yearFirst(words)), named: "`DATE`")
  }

  /// A date of which either number may be the month, in the order of ISO 8601.
  private static func yearFirst(_ words: String) -> String {
    let parts = words.split(separator: " ", maxSplits: 1)
    guard CivilTime(field: words)?.isOrderUnclear == true, let numbers = parts.first?.split(separator: "/"),
      numbers.count == 3
    else { return words }
    return (["\(numbers[2])/\(numbers[0])/\(numbers[1])"] + parts.dropFirst()).joined(separator: " ")
  }

  private mutating func append(_ name: Field.Name, _ range: Range<Int>, key: String) {
    let words = HTMLText.line(text(range))
    guard !words.isEmpty else { return }
    document.fields.append(Field(name, words, key: key, place: decoded.fileRange(range)))
  }

  private mutating func readPart(_ lines: ArraySlice<Range<Int>>) {
    let filled = lines.drop { $0.isEmpty }
    guard let first = filled.first, let last = filled.last else { return }
    let name = text(first)
    let content = filled.count > 1 ? filled[filled.startIndex + 1].lowerBound..<last.upperBound : 0..<0
    switch name {
    case "BODY:", "EXTENDED BODY:": readBody(content)
    case "EXCERPT:": append(.summary, content, key: "EXCERPT")
    case "KEYWORDS:": append(.keyword, content, key: "KEYWORDS")
    case let key where Self.isCustomField(key): customTexts.append((String(key.dropLast()), body(content)))
    case "COMMENT:", "PING:": append(.other, content, key: String(name.dropLast()))
    default:
      // A line of dashes by the author: what follows it is still text.
      readBody(first.lowerBound..<last.upperBound)
      document.problems.append(Problem("unknown-part", "a part without a name was read as text"))
    }
  }

  /// Whether the first line of a part is the name of a custom field, as written by plugins: `CF50_STANDFIRST:`.
  private static func isCustomField(_ line: String) -> Bool {
    line.hasSuffix(":") && line.contains("_")
      && line.utf8.dropLast().allSatisfy {
        (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
      }
  }

  private mutating func readBody(_ range: Range<Int>) {
    document.body.append(contentsOf: body(range), limits: limits)
  }

  private mutating func body(_ range: Range<Int>) -> BodyText {
    guard !range.isEmpty else { return BodyText() }
    let map = decoded.fileMap(of: SourceMap(identity: range.count, at: range.lowerBound))
    let utf8 = Array(decoded.utf8[range])
    let read: HTMLText.Reading
    if breaks.hasPrefix("markdown") {
      read = MarkdownText.read(utf8, map: map, limits: limits)
    } else if ["0", "richtext", "none"].contains(breaks) {
      read = HTMLText.read(utf8, map: map, limits: limits)
    } else {
      let made = WXRContent.prepare(utf8)
      read = HTMLText.read(made.text.utf8, map: made.text.map.composed(with: map), limits: limits)
    }
    document.problems += read.problems
    document.rights += read.rights
    return read.body
  }
}
