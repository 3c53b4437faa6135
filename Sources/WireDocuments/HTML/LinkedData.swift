import WireText
import WireTrees

/// JSON-LD in a page: the objects that describe its article.
struct LinkedData {
  /// An object with the JSON source that contains it.
  struct Item {
    var value: JSONValue
    var source: Int
  }

  /// The JSON of each script.
  private(set) var sources: [JSONSource] = []
  /// The objects that describe an article, best first.
  private(set) var articles: [Item] = []
  /// The nodes that the articles refer to.
  private var graph = LinkedDataGraph()
  /// The problems of scripts that could not be read.
  private(set) var problems: [Problem] = []

  /// The JSON of scripts that contain an ODRL policy.
  var policies: [JSONSource] {
    sources.filter { source in
      HTMLScanner.find("w3.org/ns/odrl", in: source.bytes, from: 0) != nil
        || HTMLScanner.find("\"odrl:", in: source.bytes, from: 0) != nil
    }
  }

  /// The most objects of a page that are examined.
  private static let maximumObjects = 2000

  /// Reads scripts.
  ///
  /// - Parameters:
  ///   - scripts: the elements.
  ///   - markup: the page.
  ///   - map: the map from the input of `markup`'s parser to the file.
  ///   - limits: the bounds to work within.
  init(_ scripts: [Markup.Index], in markup: Markup, map: SourceMap?, limits: Limits) {
    for script in scripts {
      guard let text = markup.children(script).first(where: { !markup.isElement($0) }) else { continue }
      read(Script(markup, markup.bytes(text), map), limits: limits)
    }
  }

  /// The articles in JSON-LD that is part of other JSON.
  init(_ value: JSONValue, in source: JSONSource) {
    sources = [source]
    graph.add(value, source: 0, bytes: source.bytes)
    collect(value, source: 0)
  }

  private mutating func read(_ script: Script, limits: Limits) {
    guard script.bytes.contains(where: { $0 > 0x20 }) else { return }
    do {
      let value = try script.value(maximumDepth: limits.depth)
      sources.append(JSONSource(value.bytes, map: script.map))
      if value.isRepaired {
        problems.append(
          Problem("json-ld", "JSON-LD with bare line ends or character references was repaired"))
      }
      graph.add(value.value, source: sources.count - 1, bytes: value.bytes)
      collect(value.value, source: sources.count - 1)
    } catch {
      problems.append(Problem("json-ld", "JSON-LD of the page is not read: \(error.message)"))
    }
  }

  /// Collects articles from arrays and graphs.
  private mutating func collect(_ value: JSONValue, source: Int) {
    var waiting = [value]
    var seen = 0
    var found: [Item] = []
    while let next = waiting.popLast(), seen < Self.maximumObjects {
      seen += 1
      if case .array(let elements) = next.content {
        waiting += elements.reversed()
        continue
      }
      guard case .object(let members) = next.content else { continue }
      if isArticle(next, source) { found.append(Item(value: next, source: source)) }
      for member in members
      where ["@graph", "mainentity", "@set"].contains(member.key.lowercased()) {
        waiting.append(member.value)
      }
    }
    articles += found
  }

  private func isArticle(_ value: JSONValue, _ source: Int) -> Bool {
    let types = (value.member("@type")?.elements ?? []).compactMap { $0.text(in: sources[source].bytes) }
    return types.contains { type in
      ["Article", "Posting", "Report", "NewsStory", "Review"].contains { type.hasSuffix($0) }
    } || value.member("articlebody") != nil
  }

  /// The parts of the articles that are not free to read: `hasPart` with `cssSelector`.
  var selectors: [PartSelector] {
    articles.flatMap { item in
      (item.value.member("haspart")?.elements ?? []).flatMap { part in
        (part.member("cssselector")?.elements ?? []).compactMap { $0.text(in: sources[item.source].bytes) }
      }
    }.flatMap(PartSelector.list)
  }

  /// The first text of the articles under one of the keys.
  func text(_ keys: [String]) -> String? {
    for item in articles {
      for key in keys {
        if let text = texts(item.value.member(key), item.source).first { return text.text }
      }
    }
    return nil
  }

  /// All texts of the articles under a key, with their file ranges.
  ///
  /// - Parameter withAddress: whether the address of an object that has a name is wanted as well.
  func all(_ key: String, withAddress: Bool = false) -> [(text: String, place: FileRange?)] {
    articles.flatMap { texts($0.value.member(key), $0.source, withAddress: withAddress) }
  }

  /// The pictures, films and recordings of the page with their texts under a key.
  func ofMedia(
    _ key: String, withAddress: Bool = false
  ) -> [(type: ItemType, text: String, place: FileRange?)] {
    graph.media.flatMap { item, type in
      texts(item.value.member(key), item.source, withAddress: withAddress).map { (type, $0.text, $0.place) }
    }
  }

  /// The texts of a value; for an object its name, text or address, or those of the node that it refers to.
  func texts(
    _ value: JSONValue?, _ source: Int, withAddress: Bool = false
  ) -> [(text: String, place: FileRange?)] {
    (value?.elements ?? []).flatMap { element in
      guard case .object = element.content else { return [line(element, source)].compactMap { $0 } }
      let node = graph.node(element, bytes: sources[source].bytes) ?? Item(value: element, source: source)
      let names = ["name", "text", "@value", "url", "@id"].filter { node.value.member($0) != nil }
      let wanted = names.prefix(1) + (withAddress ? names.dropFirst().filter { $0 == "url" } : [])
      return wanted.compactMap { line(node.value.member($0), node.source) }
    }
  }

  /// The text of a string or number, or of the first in a list.
  private func line(_ value: JSONValue?, _ source: Int) -> (text: String, place: FileRange?)? {
    guard let scalar = value?.elements.first, let text = scalar.text(in: sources[source].bytes) else {
      return nil
    }
    let line = HTMLText.line(oneLine(text))
    return line.isEmpty ? nil : (line, sources[source].place(scalar.range))
  }

  /// The longest text of an article, with its positions; a live blog is its text and that of its updates.
  func body(limits: Limits) -> (body: BodyText, problems: [Problem])? {
    var best: (body: BodyText, problems: [Problem])?
    for item in articles {
      var (body, problems) = text(item.value.member("articlebody"), item.source, limits: limits)
      for update in item.value.member("liveblogupdate")?.elements ?? [] {
        for key in ["headline", "articlebody"] {
          let part = text(update.member(key), item.source, limits: limits)
          body.append(contentsOf: part.body, limits: limits)
          problems += part.problems
        }
      }
      if body.utf8.count > best?.body.utf8.count ?? 0 { best = (body, problems) }
    }
    return best
  }

  /// The copy in a string, plain or HTML, with the repairs that may have lost text; empty for other values.
  private func text(
    _ value: JSONValue?, _ number: Int, limits: Limits
  ) -> (body: BodyText, problems: [Problem]) {
    guard case .string(let string)? = value?.content else { return (BodyText(), []) }
    var source = sources[number]
    let (utf8, map) = source.decode(string)
    let isMarkup =
      HTMLScanner.find("</", in: utf8, from: 0) != nil
      || HTMLScanner.find("&", in: utf8, from: 0).map { at in
        HTMLEntities.reference(in: utf8, at: at, end: utf8.count) != nil
      } ?? false
    guard isMarkup else { return (BodyText(plain: utf8, map: map, limits: limits), []) }
    let read = HTMLText.read(utf8, map: map, limits: limits)
    return (read.body, read.problems)
  }
}
