import WireText

/// An RSS item or Atom entry during its conversion to a document.
struct FeedItem {
  private var item: MarkupItem
  private var markup: Markup { item.markup }

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
  private func own(_ local: String) -> Markup.Index? {
    let namespace = markup.qualifiedName(item.node).namespace
    let all = markup.children(item.node, local)
    return all.first { markup.qualifiedName($0).namespace == namespace }
      ?? all.first { ["dc", "media"].contains(markup.qualifiedName($0).prefix) }
  }

  /// `body` in the XHTML namespace, with any prefix.
  private var xhtmlBody: Markup.Index? {
    markup.children(item.node, "body").first {
      markup.qualifiedName($0).namespace == "http://www.w3.org/1999/xhtml"
    }
  }

  private func module(_ prefix: String, _ local: String) -> Markup.Index? {
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
    case ("feedburner", "origLink"): address(.original, node, key: "feedburner:origLink")
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
    default: break
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
      case ("media", "credit"), ("media", "title"), ("media", "description"):
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
    address(.permalink, guid, key: "guid")
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
      item.document.urls.append(
        Field(name, oneLine(markup.string(href)), key: "link rel=\(relation)", place: markup.place(href)))
    } else {
      address(.permalink, node, key: "link")
    }
  }

  private mutating func address(_ name: Field.Name, _ node: Markup.Index, key: String) {
    guard let text = markup.nonempty(node) else { return }
    item.document.urls.append(Field(name, text, key: key, place: markup.place(node)))
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

extension FeedItem {
  /// Reads the full content; a summary is read only if there is nothing else, and is reported.
  ///
  /// Text that occurs only in further elements is attached.
  private mutating func readBody() {
    var further = AlternativeTexts()
    for node in wholeTexts {
      // `content` of the media module describes a picture; it is read as text only if there is no other.
      let name = markup.qualifiedName(node)
      if !item.document.body.isEmpty, name.prefix == "media", name.local == "content" { continue }
      let body = text(of: node)
      if body.isEmpty, markup.line(node, attribute: "src") != nil {
        item.document.problems.append(
          Problem("body-remote", "the text is not in the file, only its address", losesText: true))
      }
      if item.document.body.isEmpty {
        item.document.body = body
      } else if !body.isEmpty {
        further.attach(body, name: markup.name(node), to: &item.document, limits: markup.limits)
      }
    }
    let hasWhole = !item.document.body.isEmpty
    for node in summaries {
      let body = text(of: node)
      if item.document.body.isEmpty {
        item.document.body = body
      } else {
        let words = oneLine(body.strings.joined(separator: " "))
        guard !words.isEmpty else { continue }
        item.document.fields.append(
          Field(.summary, words, key: markup.name(node), place: markup.place(node)))
      }
    }
    if item.document.body.isEmpty {
      item.document.problems.append(Problem("no-text", "the entry has no text"))
    } else if !hasWhole {
      item.document.problems.append(Problem("summary-only", "the feed has only a summary of the text"))
    }
  }

  /// The elements that hold the full text, the most common ones first.
  private var wholeTexts: [Markup.Index] {
    let usual = [
      module("content", "encoded"), own("content"), module("xhtml", "body"), xhtmlBody, own("body"),
      own("fullitem"), contentItem, module("media", "text"),
    ].compactMap { $0 }
    let others = markup.children(item.node).filter { node in
      guard markup.isElement(node), !usual.contains(node) else { return false }
      let name = markup.qualifiedName(node)
      return usual.contains { markup.qualifiedName($0) == name }
        || name.prefix != "media" && Self.wholeNames.contains(name.local.lowercased())
    }
    return usual + others
  }

  /// The text in the older form of RSS 1.0's content module: `content:items/rdf:Bag/rdf:li/content:item/rdf:value`.
  private var contentItem: Markup.Index? {
    module("content", "items").flatMap { items in
      markup.descendants(items).first { markup.isElement($0) && markup.name($0) == "value" }
    }
  }

  /// The names that publishers and aggregators use for the full text, as in `yandex:full-text` and `turbo:content`.
  private static let wholeNames: Set<String> = [
    "full-text", "fulltext", "full_text", "fullitem", "content", "body", "articlebody",
  ]

  private var summaries: [Markup.Index] {
    let names: Set<String> = ["description", "summary", "tagline"]
    let first = [own("description"), own("summary"), own("tagline")].compactMap { $0 }
    return first
      + markup.children(item.node).filter { node in
        markup.isElement(node) && names.contains(markup.name(node)) && !first.contains(node)
          && ["", "dc", "itunes", "atom"].contains(markup.qualifiedName(node).prefix)
      }
  }

  private mutating func text(of node: Markup.Index) -> BodyText {
    let isMarkup = markup.children(node).contains { markup.isElement($0) }
    if isMarkup {
      return APFeedEntry.text(in: node, into: &item)
        ?? ParagraphWalker.body(of: markup.children(node), in: markup, .html)
    }
    let isPacked = isPacked(node)
    guard let (utf8, map) = isPacked ? markup.packedText(node) : markup.content(node) else {
      item.document.problems.append(.bodyEncoded)
      return BodyText()
    }
    let type = isPacked ? "" : markup.line(node, attribute: "type")?.lowercased() ?? ""
    let isEntry = markup.name(item.node) == "entry"
    if type == "text/plain" || isEntry && (type == "text" || type.isEmpty && !NewsMLG2Body.holdsHTML(utf8)) {
      return BodyText(plain: utf8, map: map, limits: markup.limits)
    }
    let read = HTMLText.readEscaped(utf8, map: map, limits: markup.limits)
    item.document.problems += read.problems
    item.document.addRights(read.rights)
    return read.body
  }

  /// Whether an Atom element holds base64: Atom 0.3 states it, in 1.0 (RFC 4287, 4.1.3.3) it follows from a media type
  /// that is neither text nor XML.
  private func isPacked(_ node: Markup.Index) -> Bool {
    guard markup.name(item.node) == "entry" else { return false }
    if let mode = markup.line(node, attribute: "mode") { return mode.lowercased() == "base64" }
    let type = markup.line(node, attribute: "type")?.lowercased() ?? ""
    return type.contains("/") && !type.hasPrefix("text/") && !type.hasSuffix("xml")
  }
}
