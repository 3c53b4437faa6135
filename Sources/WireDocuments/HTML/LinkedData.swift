import WireText
import WireTrees

/// JSON-LD in a page, or of one article in a file: the objects that describe the article.
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
  private(set) var graph = LinkedDataGraph()
  /// The problems of scripts that could not be read.
  private(set) var problems: [Problem] = []

  /// The JSON of scripts that contain an ODRL policy.
  var policies: [JSONSource] {
    sources.filter { LinkedPolicies.areNamed(in: $0.bytes) }
  }

  /// The most objects of a page that are examined for articles.
  private static let maximumObjects = 2000
  /// The properties of pages and graphs whose values may be the article.
  private static let containers: Set<String> = ["@graph", "mainentity", "@set"]

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
    add(value, in: source)
  }

  /// One article of a file.
  ///
  /// - Parameters:
  ///   - nodes: the objects that describe it.
  ///   - source: the file.
  ///   - graph: the nodes that it may refer to, with the pictures, films and recordings that belong to it.
  init(article nodes: [Item], in source: JSONSource, graph: LinkedDataGraph) {
    articles = nodes
    sources = [source]
    self.graph = graph
  }

  private mutating func read(_ script: Script, limits: Limits) {
    guard script.bytes.contains(where: { $0 > 0x20 }) else { return }
    let reading = script.read(maximumDepth: limits.depth)
    if reading.isRepaired { problems.append(Script.repair) }
    if let value = reading.value { add(value, in: reading.source) }
    guard let fault = reading.fault else { return }
    let bytes = reading.source.bytes
    let rest = bytes[min(fault.offset, bytes.count)...].map(HTMLScanner.lowercased)
    problems.append(
      Problem(
        "json-ld",
        "JSON-LD of the page is not read\(reading.value == nil ? "" : " to its end"): \(fault.message)",
        losesText: Self.losses.contains { HTMLScanner.find($0, in: rest, from: 0) != nil }))
  }

  /// Words in lower case that tell that JSON-LD states rights, a status or a text.
  private static let losses: [StaticString] = [
    "\"license", "copyright", "usageinfo", "credittext", "conditionsofaccess", "creativeworkstatus",
    "embargo",
    "articlebody", "acquirelicense", "policy",
  ]

  private mutating func add(_ value: JSONValue, in source: JSONSource) {
    let number = sources.count
    sources.append(source)
    let isWhole = graph.add(value, source: number, bytes: source.bytes)
    let found = Self.articles(
      in: value, source: number, bytes: source.bytes, through: Self.containers, most: Self.maximumObjects)
    articles += found.articles
    guard !isWhole || found.isCut else { return }
    problems.append(
      Problem("json-ld", "JSON-LD of the page has too many objects; not all are read", losesText: true))
  }

  /// The articles in a value, in arrays, graphs and the values of some properties, in document order.
  ///
  /// - Parameters:
  ///   - containers: the properties, in lower case.
  ///   - most: the most values that are examined.
  /// - Returns: the articles, and whether there were more values.
  static func articles(
    in value: JSONValue, source: Int, bytes: [UInt8], through containers: Set<String>, most: Int
  ) -> (articles: [Item], isCut: Bool) {
    let found = value.objects(through: containers, most: most) { isArticle($0, bytes) }
    return (found.objects.map { Item(value: $0, source: source) }, found.isCut)
  }

  private static func isArticle(_ value: JSONValue, _ bytes: [UInt8]) -> Bool {
    let types = (value.term("@type")?.elements ?? []).compactMap { $0.text(in: bytes) }
    return types.contains { type in
      ["Article", "Posting", "Report", "NewsStory", "Review"].contains { type.hasSuffix($0) }
    } || value.term("articlebody") != nil
  }

  /// The parts of the articles that are not free to read: `hasPart` with `cssSelector`.
  var selectors: [PartSelector] {
    articles.flatMap { item in
      (item.value.term("haspart")?.elements ?? []).flatMap { part in
        (part.term("cssselector")?.elements ?? []).compactMap { $0.text(in: sources[item.source].bytes) }
      }
    }.flatMap(PartSelector.list)
  }

  /// The first text of the articles under one of the keys.
  func text(_ keys: [String]) -> String? {
    for item in articles {
      for key in keys {
        if let text = texts(item.value.term(key), item.source).first { return text.text }
      }
    }
    return nil
  }

  /// All texts of the articles under a key, with their file ranges.
  ///
  /// - Parameter withAddress: whether the address of an object that has a name is wanted as well.
  func all(_ key: String, withAddress: Bool = false) -> [(text: String, place: FileRange?)] {
    articles.flatMap { texts($0.value.term(key), $0.source, withAddress: withAddress) }
  }

  /// The pictures, films and recordings of the page with their texts under a key.
  func ofMedia(
    _ key: String, withAddress: Bool = false
  ) -> [(type: ItemType, text: String, place: FileRange?)] {
    graph.media.flatMap { medium in
      texts(medium.item.value.term(key), medium.item.source, withAddress: withAddress).map {
        (medium.type, $0.text, $0.place)
      }
    }
  }

  /// The texts of a value; for an object its name, text or address, or those of the node that it refers to.
  func texts(
    _ value: JSONValue?, _ source: Int, withAddress: Bool = false
  ) -> [(text: String, place: FileRange?)] {
    (value?.elements ?? []).flatMap { element in
      guard case .object = element.content else { return [line(element, source)].compactMap { $0 } }
      let node = graph.node(element, bytes: sources[source].bytes) ?? Item(value: element, source: source)
      let names = ["name", "text", "@value", "url", "@id"].filter { node.value.term($0) != nil }
      let wanted = names.prefix(1) + (withAddress ? names.dropFirst().filter { $0 == "url" } : [])
      return wanted.compactMap { line(node.value.term($0), node.source) }
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
  ///
  /// - Parameter keys: the properties that may hold the text; the first that does counts.
  func body(
    _ keys: [String] = ["articlebody"], limits: Limits
  ) -> (body: BodyText, problems: [Problem])? {
    var best: (body: BodyText, problems: [Problem])?
    for item in articles {
      var body = BodyText()
      var problems: [Problem] = []
      func add(_ value: JSONValue?) {
        for element in value?.elements ?? [] {
          let part = text(element.term("@value") ?? element, item.source, limits: limits)
          body.append(contentsOf: part.body, limits: limits)
          problems += part.problems
        }
      }
      for key in keys where body.isEmpty { add(item.value.term(key)) }
      for update in item.value.term("liveblogupdate")?.elements ?? [] {
        add(update.term("headline"))
        add(update.term("articlebody"))
      }
      if body.utf8.count > best?.body.utf8.count ?? 0 { best = (body, problems) }
    }
    return best
  }

  /// The copy in a string, plain or HTML, with the repairs that may have lost text; empty for other values.
  private func text(
    _ value: JSONValue, _ number: Int, limits: Limits
  ) -> (body: BodyText, problems: [Problem]) {
    guard case .string(let string) = value.content else { return (BodyText(), []) }
    var source = sources[number]
    let (utf8, map) = source.decode(string)
    let isMarkup =
      HTMLScanner.find("</", in: utf8, from: 0) != nil
      || HTMLScanner.find("&", in: utf8, from: 0).map { at in
        HTMLEntities.reference(in: utf8, at: at, end: utf8.count) != nil
      } ?? false
    guard isMarkup else {
      return (BodyText(plain: utf8, map: map, limits: limits), source.takeProblems())
    }
    let read = HTMLText.read(utf8, map: map, limits: limits)
    return (read.body, read.problems + source.takeProblems())
  }
}
