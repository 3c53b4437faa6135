import WireText

/// RSS 0.9x to 2.0, RSS 1.0 and Atom: one document per item or entry.
///
/// A feed of usual size is read in one piece, since statements about the feed may occur anywhere in it. A larger one
/// is an archive and is read item by item, in constant memory.
struct FeedReader: DocumentReader {
  static let format = Format(name: "feed", title: "RSS 0.9 to 2.0, Atom and JSON Feed")

  static func recognises(_ probe: Probe) -> Bool {
    if let json = probe.json { return JSONFeed.recognises(json) }
    guard let root = probe.xml else { return false }
    switch root.name {
    case "rss", "feed": return true
    // An entry may be the root element (RFC 4287, 2).
    case "entry": return root.contains("w3.org/2005/Atom")
    case "rdf": return root.contains("purl.org/rss") || root.contains("<channel") || root.contains("<item")
    default: return false
    }
  }

  /// The largest feed, in bytes, that is read in one piece.
  private static let usualBytes = 1 << 20

  // One of the three is used; an enumeration of them would be copied with each item.
  private var json: JSONFeed?
  private var archive: ExportItems?
  private var queue: XMLItemQueue?
  private let path: String
  /// The feed's own statements, with their document and element.
  private var channel: (document: Int, node: Markup.Index, value: FeedChannel)?
  /// Whether an archive withdraws entries before its first item.
  private var withdraws = false

  init(_ input: ByteInput, origin: Origin, limits: Limits) {
    path = origin.path
    let start = (try? input.peek()) ?? []
    if start.first(where: { $0 > 0x20 && $0 < 0x80 }) == UInt8(ascii: "{") {
      // JSON Feed starts with a brace, which XML never does.
      json = JSONFeed(input, origin: origin, limits: limits)
    } else if let layout = Self.layout(Probe(path: path, bytes: start)),
      !input.isAtMost(min(Self.usualBytes, limits.wholeInputBytes))
    {
      archive = ExportItems(input, origin: origin, limits: limits, layout: layout)
    } else {
      queue = XMLItemQueue(
        input, origin: origin, limits: limits, items: ["item", "entry", FeedTombstone.element],
        late: [FeedTombstone.element])
    }
  }

  /// The names of a feed's elements; nil if they have prefixes of the feed's own.
  private static func layout(_ probe: Probe) -> ExportItems.Layout? {
    guard let root = probe.xml else { return nil }
    switch root.localName {
    case "rss" where root.contains("<rss"):
      return ExportItems.Layout(item: "item", around: ["rss", "channel"])
    case "feed" where root.contains("<feed"): return ExportItems.Layout(item: "entry", around: ["feed"])
    // In RSS 1.0 the items are siblings of the channel.
    case "RDF" where root.contains("<rdf:RDF"): return ExportItems.Layout(item: "item", around: ["rdf:RDF"])
    default: return nil
    }
  }

  mutating func next() throws(ReadingFault) -> Document? {
    if json != nil { return try json?.next() }
    if archive != nil { return try nextOfArchive() }
    guard let item = try queue?.next() else { return nil }
    return read(item.document, (item.markup, item.node), channel(of: item))
  }

  private mutating func nextOfArchive() throws(ReadingFault) -> Document? {
    if channel == nil, let head = try archive?.head() {
      guard let root = head.root else {
        throw fault(
          "bad-channel", "what stands before the first item is no feed",
          next: "put what concerns all items before the first one")
      }
      withdraws = head.child(root, FeedTombstone.element) != nil
      channel = (0, root, FeedChannel(head, root: root, node: head.child(root, "channel") ?? root))
    }
    guard let channel, let (document, tree) = try archive?.next() else {
      let late = archive?.namesOutside ?? []
      guard late.isDisjoint(with: FeedRights.names) else {
        throw fault(
          "late-rights", "the feed states rights behind its first item; the items were read without them",
          next: "put what concerns all items before the first one")
      }
      guard !withdraws, !late.contains(FeedTombstone.element) else {
        throw fault(
          "deletions-unread", "the feed withdraws entries, and is too large for these to be read",
          next: "read the feed in parts of at most \(Self.usualBytes >> 20) MiB")
      }
      return nil
    }
    return read(document, tree, channel.value)
  }

  private func fault(_ code: String, _ message: String, next: String) -> ReadingFault {
    ReadingFault(code, path: path, message, next: next)
  }

  private func read(
    _ document: Document, _ tree: (markup: Markup, node: Markup.Index)?, _ channel: FeedChannel
  ) -> Document {
    var document = document
    document.origin.dialect = channel.dialect
    guard let tree else { return document }
    if tree.markup.name(tree.node) == FeedTombstone.element {
      return FeedTombstone.read(MarkupItem(markup: tree.markup, node: tree.node, document: document))
    }
    if let item = tree.markup.children(tree.node, "content").lazy
      .compactMap({ NewsMLG2Reader.item(in: $0, of: tree.markup) }).first
    {
      // An entry around a whole item of an agency says nothing that the item does not say itself.
      document = NewsMLG2Reader.read(item, in: tree.markup, document)
      document.rights += channel.rights
      return document
    }
    var item = FeedItem(MarkupItem(markup: tree.markup, node: tree.node, document: document))
    return item.read(channel)
  }

  private mutating func channel(of item: MarkupItem) -> FeedChannel {
    let markup = item.markup
    let number = queue?.documentNumber ?? 0
    let parent = markup.parent(item.node) ?? item.node
    if let channel, channel.document == number, channel.node == parent { return channel.value }
    // In RSS 1.0 the channel is a sibling of the items.
    let node = markup.child(parent, "channel") ?? parent
    let value = FeedChannel(markup, root: markup.root ?? parent, node: node)
    channel = (number, parent, value)
    return value
  }
}

/// The statements of a feed about all its entries.
struct FeedChannel {
  var dialect: String?
  var language: String?
  var fields: [Field] = []
  /// The authors of entries that name none (RFC 4287, 4.2.1).
  var authors: [Field] = []
  var rights: [RightsField] = []

  /// Reads the elements next to the entries.
  init(_ markup: Markup, root: Markup.Index, node: Markup.Index) {
    let name = markup.name(root)
    let version = markup.line(root, attribute: "version")
    let isAtom = ["feed", "entry"].contains(name)
    dialect = name == "RDF" ? "rss 1.0" : "\(isAtom ? "atom" : name)\(version.map { " \($0)" } ?? "")"
    language = markup.line(root, attribute: "lang")
    // An entry as the root element has no feed that states anything about it.
    if name == "entry" { return }
    var item = MarkupItem(
      markup: markup, node: node, document: Document(origin: Origin(path: "", format: "")))
    for child in markup.children(node) where markup.isElement(child) {
      switch markup.name(child) {
      case "item", "entry", FeedTombstone.element: continue
      case "language": language = markup.nonempty(child) ?? language
      case "credit" where markup.qualifiedName(child).prefix == "media":
        item.field(.credit, child, key: "channel/media:credit")
      case "author" where markup.child(child, "name") != nil:
        item.field(.author, markup.child(child, "name"), key: "channel/author/name")
      case "title" where item.document.field(.channel) == nil:
        item.field(.channel, child, key: "channel/title")
      default: FeedRights.read(child, key: "channel/", into: &item)
      }
    }
    fields = item.document.fields.filter { $0.name != .author }
    authors = item.document.fields.filter { $0.name == .author }
    rights = item.document.rightsOfFile
  }
}
