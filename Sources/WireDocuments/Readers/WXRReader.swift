import WireText

/// WXR, the export of WordPress, 1.0 to 1.2: read item by item, in constant memory.
struct WXRReader: DocumentReader {
  static let format = Format(name: "wxr", title: "WordPress export (WXR 1.0 to 1.2)")

  static let readsOn = true

  static func recognises(_ probe: Probe) -> Bool {
    guard let root = probe.xml, root.name == "rss" else { return false }
    return root.contains("wordpress.org/export") || root.contains("<wp:wxr_version")
      || root.contains("<wp:post_type")
  }

  private let limits: Limits
  private var items: ExportItems
  private var channel: WXRChannel?

  init(_ input: ByteInput, origin: Origin, limits: Limits) {
    self.limits = limits
    items = ExportItems(
      input, origin: origin, limits: limits,
      layout: ExportItems.Layout(item: "item", around: ["rss", "channel"]))
  }

  mutating func next() throws(ReadingFault) -> Document? {
    if channel == nil { channel = WXRChannel(try items.head()) }
    guard let channel, case (var document, let tree)? = try items.next() else { return nil }
    document.origin.dialect = channel.version
    guard let tree else { return document }
    var item = WXRItem(
      MarkupItem(markup: tree.markup, node: tree.node, document: document), limits: limits)
    return item.read(channel)
  }
}

/// The data before the first item of an export.
struct WXRChannel {
  /// The version of WXR.
  var version: String?
  var language: String?
  /// The channel's title and its statements of rights.
  var title: Field?
  var rights: [RightsField] = []
  /// The display names of authors, by login name.
  var writers: [String: String] = [:]

  /// Reads the head of an export.
  init(_ markup: Markup) {
    if let channel = markup.nodes.indices.first(where: { markup.name($0) == "channel" }) {
      read(
        MarkupItem(markup: markup, node: channel, document: Document(origin: Origin(path: "", format: ""))))
    }
  }

  private mutating func read(_ item: MarkupItem) {
    var item = item
    let markup = item.markup
    for child in markup.children(item.node) {
      let name = markup.qualifiedName(child)
      switch (name.prefix, name.local) {
      case ("wp", "wxr_version"): version = markup.nonempty(child)
      case ("wp", "author"):
        guard let login = markup.nonempty(markup.child(child, "author_login")) else { continue }
        writers[login] = markup.nonempty(markup.child(child, "author_display_name"))
      case ("", "language"): language = markup.nonempty(child)
      case ("", "title"): item.field(.channel, child, key: "channel/title")
      case ("", "copyright"), (_, "rights"), (_, "license"):
        item.rights(.notice, child, key: "channel/\(name.local)")
      default: break
      }
    }
    title = item.document.fields.first
    rights = item.document.rightsOfFile
  }
}
