import WireText
import WireTrees

/// The story of a page that is rendered by a script, taken from the data in the page.
///
/// Data are `__NEXT_DATA__`, `__NUXT_DATA__`, `window.__INITIAL_STATE__ = {…}` and the like, React server components, or
/// an attribute such as `data-page` with JSON or HTML. No script is run. What is the story in the data `ScriptTexts`
/// tells.
struct ScriptStory {
  /// The fewest words of a story, in the page itself or in a script.
  static let fewestWords = 50
  /// The fewest words of a story in a script where the page itself shows none.
  static let fewestOfEmptyPage = 12
  /// The most positions in a script that are tried as the start of its data.
  private static let maximumTries = 8

  /// The text that was found; nil if there is none.
  private(set) var body: BodyText?
  /// The repairs that may have lost text, and whether a script holds text that was not read.
  private(set) var problems: [Problem] = []
  /// What the data say of the story beside its text; nil if nothing.
  private(set) var said: Document?

  /// Looks for the story.
  ///
  /// - Parameters:
  ///   - scripts: the script elements, except JSON-LD.
  ///   - markup: the page.
  ///   - map: the map from the input of `markup`'s parser to the file.
  ///   - headline: the page's headline.
  ///   - fewest: the fewest words of a story.
  ///   - limits: the bounds to work within.
  init(
    _ scripts: [Markup.Index], in markup: Markup, map: SourceMap?, headline: String?, fewest: Int,
    limits: Limits
  ) {
    var isUnread = false
    var words = 0
    let texts = scripts.compactMap { script in
      markup.children(script).first { !markup.isElement($0) }.map(markup.bytes)
    }
    let all = (texts + Self.attributes(of: markup)).map { LinkedData.Script(markup, $0, map) }
    let components = ServerComponents(all, limits: limits)
    if let found = components?.story(headline: headline, fewest: fewest) {
      (body, problems, words, said) = found
    }
    for data in all where components == nil || !ServerComponents.isPiece(data) {
      if let found = Self.story(of: data, headline: headline, fewest: fewest, limits: limits) {
        if found.words > words { (body, problems, words, said) = found }
      } else {
        isUnread = isUnread || Self.holdsProse(data.bytes)
      }
    }
    if body == nil, isUnread {
      problems = [
        Problem(
          "text-in-script", "the page shows no story, and a script holds a text that was not read",
          losesText: true)
      ]
    }
  }

  /// The values of attributes that may hold a story, as JSON or HTML.
  private static func attributes(of markup: Markup) -> [Range<Int>] {
    markup.attributes.compactMap { attribute in
      let range = Int(attribute.lower)..<Int(attribute.upper)
      guard range.count >= shortestAttribute, openings.contains(markup.text[range.lowerBound]),
        markup.names[Int(attribute.name)].local != "srcdoc"
      else { return nil }
      return range
    }
  }

  private static let openings = Set("{[<".utf8)
  /// The fewest bytes of an attribute with a story.
  private static let shortestAttribute = 2 * fewestWords

  /// A text, its problems, the number of its words, and what is said of it.
  typealias Found = (body: BodyText, problems: [Problem], words: Int, said: Document?)

  /// The story in the data of a script.
  private static func story(
    of script: LinkedData.Script, headline: String?, fewest: Int, limits: Limits
  ) -> Found? {
    if script.bytes.first == UInt8(ascii: "<") {
      let read = HTMLText.read(script.bytes, map: script.map, limits: limits)
      let words = read.body.wordCount
      return words >= fewest ? (read.body, read.problems, words, nil) : nil
    }
    guard let item = item(of: script, limits: limits) else { return nil }
    return story(of: item, headline: headline, fewest: fewest)
  }

  /// The story in data: its longest text under a key that sites use for one.
  static func story(of item: JSONItem, headline: String?, fewest: Int) -> Found? {
    let texts = ScriptTexts(in: item, headline: headline)
    var item = item
    var body = BodyText()
    for value in texts.story { body.append(contentsOf: item.copy(value), limits: item.limits) }
    let words = body.wordCount
    guard words >= fewest else { return nil }
    item.takeRecord(texts.record)
    let said = item.finished()
    return (body, said.problems + texts.problems(beside: words), words, said)
  }

  /// The parsed data of a script.
  private static func item(of script: LinkedData.Script, limits: Limits) -> JSONItem? {
    for start in starts(script.bytes) {
      var reader = JSONReader(
        script.bytes, range: start..<script.bytes.count, maximumDepth: limits.depth,
        maximumEvents: limits.nodes)
      guard let event = try? reader.next(), let value = try? JSONValue.read(event, from: &reader) else {
        if let item = ScriptLiteral.item(at: start, of: script, limits: limits) { return item }
        continue
      }
      var source = JSONSource(script.bytes, map: script.map)
      if let list = FlattenedJSON(value, of: script, limits: limits) { return list.expanded() }
      guard case .string(let string) = value.content else { return item(value, source, limits) }
      // `JSON.parse("…")`
      let (utf8, map) = source.decode(string)
      guard let inner = try? JSONValue.parse(utf8, maximumDepth: limits.depth, maximumEvents: limits.nodes)
      else { continue }
      return item(inner, JSONSource(utf8, map: map), limits)
    }
    return nil
  }

  static func item(_ value: JSONValue, _ source: JSONSource, _ limits: Limits) -> JSONItem {
    JSONItem(
      source: source, object: value, root: value, limits: limits,
      document: Document(origin: Origin(path: "", format: HTMLReader.format.name)))
  }

  /// Where data may start: at the start of the script, or where a value is assigned or passed to `JSON.parse`.
  private static func starts(_ bytes: [UInt8]) -> [Int] {
    let opening = Set("{[".utf8)
    let function = Array("(function(".utf8)
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }) else { return [] }
    if opening.contains(bytes[first]) { return [first] }
    var starts: [Int] = []
    var at = first
    while starts.count < maximumTries, at < bytes.count {
      at = HTMLScanner.find(UInt8(ascii: "="), in: bytes, from: at) + 1
      guard var value = bytes[min(at, bytes.count)...].firstIndex(where: { $0 > 0x20 }) else { break }
      let parse = Array("JSON.parse(".utf8)
      if bytes[value...].starts(with: parse) { value += parse.count }
      guard value < bytes.count else { break }
      let isFunction = bytes[value...].starts(with: function)
      if opening.contains(bytes[value]) || bytes[value] == UInt8(ascii: "\"") || isFunction {
        starts.append(value)
      }
    }
    return starts
  }

  /// Whether a script holds a string that is prose, not code.
  private static func holdsProse(_ bytes: [UInt8]) -> Bool {
    let code = Set(";{}()=<>".utf8)
    var quote: UInt8 = 0
    var words = 0
    var signs = 0
    var isEscaped = false
    for byte in bytes {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if quote == 0 {
        guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`") else {
          continue
        }
        (quote, words, signs) = (byte, 0, 0)
      } else if byte == quote || byte == 0x0A && quote != UInt8(ascii: "`") {
        if words >= fewestWords, signs * 5 < words { return true }
        quote = 0
      } else if byte == 0x20 {
        words += 1
      } else if code.contains(byte) {
        signs += 1
      }
    }
    return false
  }
}
