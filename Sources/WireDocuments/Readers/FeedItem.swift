import WireText

/// An RSS item or Atom entry during its conversion to a document.
struct FeedItem {
  var item: MarkupItem
  var markup: Markup { item.markup }

  init(_ item: MarkupItem) { self.item = item }

  mutating func read(_ channel: FeedChannel) -> Document {
    item.document.language = markup.line(item.node, attribute: "lang") ?? channel.language
    item.document.fields = channel.fields
    readHeadline()
    for child in markup.children(item.node) where markup.isElement(child) {
      readName(child)
      item.readFeedTime(child)
      item.readFeedStatus(child)
      FeedRights.read(child, key: "", into: &item)
    }
    if item.document.field(.author) == nil { item.document.fields += channel.authors }
    item.document.id = item.document.id ?? markup.line(item.node, attribute: "about")
    // The item's own statements precede the feed's.
    item.document.rights += channel.rights
    readBody()
    return item.document
  }

  /// A child of the format itself, not one of a module with the same local name.
  func own(_ local: String) -> Markup.Index? {
    let namespace = markup.qualifiedName(item.node).namespace
    let all = markup.children(item.node, local)
    return all.first { markup.qualifiedName($0).namespace == namespace }
      ?? all.first { ["dc", "media"].contains(markup.qualifiedName($0).prefix) }
  }

  /// `body` in the XHTML namespace, with any prefix.
  var xhtmlBody: Markup.Index? {
    markup.children(item.node, "body").first {
      markup.qualifiedName($0).namespace == "http://www.w3.org/1999/xhtml"
    }
  }

  func module(_ prefix: String, _ local: String) -> Markup.Index? {
    markup.children(item.node, local).first { markup.qualifiedName($0).prefix == prefix }
  }

  /// The item's own title; if there is none, a nested one, as in feed readers.
  private var title: Markup.Index? {
    if let own = own("title") { return own }
    let namespace = markup.qualifiedName(item.node).namespace
    return markup.all(item.node, "title").first {
      let name = markup.qualifiedName($0)
      guard name.namespace == namespace || name.prefix == "media" else { return false }
      // The source feed of an entry has a title of its own.
      return !markup.isInside($0, "source")
    }
  }

  private mutating func readHeadline() {
    guard let title else { return }
    let type = markup.line(title, attribute: "type")?.lowercased() ?? ""
    let packed = isPacked(title) ? markup.packedText(title) : nil
    let words = packed.map { String(decoding: $0.utf8, as: UTF8.self) } ?? markup.words(title)
    // Atom's plain titles contain no markup, but some blogs put it there, and it is displayed as such.
    let isPlain =
      markup.name(item.node) == "entry" && (type.isEmpty || type == "text" || type == "text/plain")
      && !NewsMLG2Body.holdsHTML(Array(words.utf8))
    let line = isPlain || type.contains("xhtml") ? words : HTMLText.line(words)
    item.document.headline = line.isEmpty ? nil : line
  }

  private mutating func readName(_ node: Markup.Index) {
    let name = markup.qualifiedName(node)
    switch (name.prefix, name.local) {
    case ("media", "credit"): item.field(.credit, node, key: "media:credit")
    case ("media", "group"), ("media", "content"): readMedia(node)
    case ("media", "description"): item.field(.other, node, key: "media:description")
    case ("media", _), ("itunes", _): break
    case ("apnm", "NewsManagement"), ("apcm", "ContentMetadata"): APFeedEntry.read(node, into: &item)
    case ("blogger", "type"), ("blogger", "status"), ("blogger", "filename"):
      item.field(.other, node, key: "blogger:\(name.local)")
    case ("blogger", "metaDescription"): item.field(.summary, node, key: "blogger:metaDescription")
    case (_, "guid"), (_, "id"):
      item.document.id = item.document.id ?? markup.nonempty(node)
      if name.local == "guid" { readPermalink(node) }
    case (_, "link"): readLink(node)
    case ("feedburner", "origLink"): item.url(.original, node, key: "feedburner:origLink")
    case (_, "author"), (_, "contributor"):
      if let inner = markup.child(node, "name") {
        item.field(.author, inner, key: "\(name.local)/name")
      } else {
        item.field(.author, node, key: name.local)
      }
    case (_, "creator"): item.field(.byline, node, key: "dc:creator")
    case (_, "publisher"): item.field(.provider, node, key: "dc:publisher")
    case (_, "source"): readSource(node)
    case (_, "category"), (_, "subject"):
      item.field(.keyword, node, key: name.local)
      item.field(.keyword, node, attribute: "term", key: "category@term")
    case (_, "control"):
      if markup.nonempty(markup.child(node, "draft"))?.lowercased() == "yes" {
        item.document.setStatus(Status(.draft, raw: "draft"))
      }
    default: readOwn(node)
    }
  }

  /// Reads a picture or film that comes with the text: statements about it do not apply to the story.
  ///
  /// Statements in a group without contents apply to the item.
  private mutating func readMedia(_ media: Markup.Index) {
    let name = "media:\(markup.name(media))"
    let before = item.document.rights.count
    for child in markup.children(media) where markup.isElement(child) {
      let own = markup.qualifiedName(child)
      switch (own.prefix, own.local) {
      case ("media", "content"), ("media", "group"): readMedia(child)
      case ("media", "credit"), ("media", "title"), ("media", "description"), ("media", "text"):
        item.field(.other, child, key: "\(name)/media:\(own.local)")
      default: FeedRights.read(child, key: "\(name)/", into: &item)
      }
    }
    guard let medium = medium(of: media) else { return }
    for index in item.document.rights.indices.dropFirst(before)
    where item.document.rights[index].medium == nil {
      item.document.rights[index].scope = name
      item.document.rights[index].medium = medium
    }
  }

  /// The type of a `media:content` as stated; for a group, that of its first content, nil if it has none.
  private func medium(of media: Markup.Index) -> ItemType? {
    guard let content = markup.name(media) == "content" ? media : markup.child(media, "content") else {
      return nil
    }
    let word = ["medium", "type"].lazy.compactMap { markup.line(content, attribute: $0) }.first ?? ""
    switch word.lowercased().split(separator: "/").first {
    case "image": return .picture
    case "video": return .video
    case "audio": return .audio
    default: return .other
    }
  }

  /// Without a link, an identifier that is an address is where the item stands, unless it denies that.
  private mutating func readPermalink(_ guid: Markup.Index) {
    guard own("link") == nil, markup.line(guid, attribute: "isPermaLink")?.lowercased() != "false",
      markup.nonempty(guid)?.hasPrefix("http") == true
    else { return }
    item.url(.permalink, guid, key: "guid")
  }

  private mutating func readLink(_ node: Markup.Index) {
    let relation = markup.line(node, attribute: "rel")?.lowercased() ?? "alternate"
    if let href = markup.attribute(node, "href") {
      let name: Field.Name
      switch relation {
      case "alternate": name = .permalink
      case "canonical": name = .canonical
      case "via", "related": name = .original
      default: return
      }
      let address = oneLine(markup.string(href)).resolved(at: base(of: node))
      item.document.urls.append(
        Field(name, address, key: "link rel=\(relation)", place: markup.place(href)))
    } else if let text = markup.nonempty(node) {
      let address = text.resolved(at: base(of: node))
      item.document.urls.append(Field(.permalink, address, key: "link", place: markup.place(node)))
    }
  }

  /// The address to which those in an element are relative, by `xml:base` of it and of the elements around it; empty if
  /// there is none.
  private func base(of node: Markup.Index) -> String {
    markup.outward(from: node).compactMap { markup.line($0, attribute: "base") }.reversed()
      .reduce("") { $1.resolved(at: $0) }
  }

  /// Reads the source of an item: a feed with a title and statements of its own.
  private mutating func readSource(_ node: Markup.Index) {
    if let title = markup.child(node, "title") {
      item.field(.source, title, key: "source/title")
      for child in markup.children(node) where markup.isElement(child) {
        FeedRights.read(child, key: "source/", into: &item)
      }
    } else {
      item.field(.source, node, key: "source")
      item.field(.original, node, attribute: "url", key: "source@url")
    }
  }
}
