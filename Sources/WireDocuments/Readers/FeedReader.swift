import WireText

/// RSS 0.9x to 2.0, RSS 1.0 and Atom: one document an item or entry.
struct FeedReader: DocumentReader {
  static let format = Format(name: "feed", title: "RSS 0.9 to 2.0, Atom and JSON Feed")

  static func recognises(_ probe: Probe) -> Bool {
    if let json = JSONProbe(probe) { return JSONFeed.recognises(json) }
    guard let root = XMLProbe(probe) else { return false }
    switch root.name {
    case "rss", "feed": return true
    case "rdf": return root.contains("purl.org/rss") || root.contains("<channel") || root.contains("<item")
    default: return false
    }
  }

  private enum Source {
    case xml(XMLItemQueue)
    case json(JSONFeed)
  }

  private var source: Source
  /// The feed's own statements, by its document and element.
  private var channel: (document: Int, node: Markup.Index, value: FeedChannel)?

  init(_ input: ByteInput, origin: Origin, limits: Limits) {
    // JSON Feed starts with a brace, as no XML does.
    let start = (try? input.peek()) ?? []
    let first = start.first { $0 > 0x20 && $0 < 0x80 }
    source =
      first == UInt8(ascii: "{")
      ? .json(JSONFeed(input, origin: origin, limits: limits))
      : .xml(XMLItemQueue(input, origin: origin, limits: limits, items: ["item", "entry"]))
  }

  mutating func next() throws(ReadingFault) -> Document? {
    switch source {
    case .json(var feed):
      defer { source = .json(feed) }
      return try feed.next()
    case .xml(var queue):
      defer { source = .xml(queue) }
      guard let (part, origin) = try queue.next() else { return nil }
      let channel = channel(of: part)
      var document = Document(origin: origin)
      document.origin.dialect = channel.dialect
      document.problems = part.document.problems
      var item = FeedItem(MarkupItem(markup: part.document.markup, node: part.node, document: document))
      return item.read(channel)
    }
  }

  private mutating func channel(of part: XMLItemQueue.Item) -> FeedChannel {
    let markup = part.document.markup
    let parent = markup.parent(part.node) ?? part.node
    if let channel, channel.document == part.number, channel.node == parent { return channel.value }
    // In RSS 1.0 the channel stands beside the items.
    let node = markup.child(parent, "channel") ?? parent
    let value = FeedChannel(markup, root: markup.root ?? parent, node: node)
    channel = (part.number, parent, value)
    return value
  }
}

/// What a feed says of all its entries.
struct FeedChannel {
  var dialect: String?
  var language: String?
  var fields: [Field] = []
  var rights: [RightsField] = []

  /// Reads the elements beside the entries.
  init(_ markup: Markup, root: Markup.Index, node: Markup.Index) {
    let name = markup.name(root)
    let version = markup.line(root, attribute: "version")
    dialect = name == "RDF" ? "rss 1.0" : "\(name == "feed" ? "atom" : name)\(version.map { " \($0)" } ?? "")"
    language = markup.line(root, attribute: "lang")
    var item = MarkupItem(
      markup: markup, node: node, document: Document(origin: Origin(path: "", format: "")))
    for child in markup.children(node) where markup.isElement(child) {
      switch markup.name(child) {
      case "item", "entry": continue
      case "language": language = markup.nonempty(child) ?? language
      case "title" where item.document.fields.isEmpty: item.field(.channel, child, key: "channel/title")
      default: FeedRights.read(child, key: "channel/", into: &item)
      }
    }
    fields = item.document.fields.filter { $0.name == .channel }
    rights = item.document.rights.map { field in
      var field = field
      field.place = .file
      return field
    }
  }
}

/// The elements that speak of rights in feeds of all kinds.
enum FeedRights {
  /// Adds an element's statement; nothing where it makes none.
  static func read(_ node: Markup.Index, key: String, into item: inout MarkupItem) {
    let markup = item.markup
    let name = markup.qualifiedName(node)
    let key = key + (name.prefix.isEmpty ? name.local : "\(name.prefix):\(name.local)")
    switch name.local {
    case "content" where name.isRSL, "license" where name.isRSL:
      let text = markup.outerSource(of: node)
      item.document.rights.append(RightsField(.dataMining, text, key: key, range: markup.place(node)))
    case "copyright":
      item.rights(.notice, node, key: key)
      item.rights(.link, node, attribute: "url", key: "\(key)@url")
    case "rights": item.rights(.notice, node, key: key)
    case "rightsHolder": item.rights(.holder, node, key: key)
    case "license":
      let text = markup.nonempty(node) ?? ""
      item.rights(text.hasPrefix("http") ? .link : .terms, node, key: key)
      item.rights(.link, node, attribute: "resource", key: "\(key)@resource")
      item.rights(.link, node, attribute: "href", key: "\(key)@href")
    case "link" where markup.line(node, attribute: "rel")?.lowercased() == "license":
      item.rights(.link, node, attribute: "href", key: "\(key) rel=license")
    default: break
    }
  }
}

extension Markup.Name {
  /// Whether the name is one of Really Simple Licensing.
  fileprivate var isRSL: Bool {
    namespace.contains("rslstandard.org") || (namespace.isEmpty && prefix == "rsl")
  }
}
