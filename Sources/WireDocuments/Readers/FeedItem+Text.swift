import WireText

/// The text of an entry: what stands in its elements for the whole text, and its summaries.
extension FeedItem {
  /// Reads the full content; a summary is read only if there is nothing else, and is reported.
  ///
  /// Text that occurs only in further elements is attached.
  mutating func readBody() {
    var further = AlternativeTexts()
    for node in wholeTexts {
      if isOfPicture(node) { continue }
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
    if item.document.body.isEmpty, let picture = wholeTexts.first(where: isOfPicture) {
      item.document.body = text(of: picture)
    }
    keepOwn(except: wholeTexts + summaries, beside: &further)
    if item.document.body.isEmpty {
      item.document.problems.append(Problem("no-text", "the entry has no text"))
    } else if !hasWhole {
      item.document.problems.append(Problem("summary-only", "the feed has only a summary of the text"))
    }
  }

  /// Whether an element is the media module's `content`, which describes a picture: it is read as text only if there is
  /// no other, and no summary.
  private func isOfPicture(_ node: Markup.Index) -> Bool {
    let name = markup.qualifiedName(node)
    return name.prefix == "media" && name.local == "content"
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
        || name.prefix != "media"
          && (Self.wholeNames.contains(name.local.lowercased())
            || StoryKeys.bodies.contains(StoryKeys.name(of: name.local)))
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
    "nitf",
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

  mutating func text(of node: Markup.Index) -> BodyText {
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
    if let nitf = InnerNITF.found(in: utf8, map: map, limits: markup.limits) {
      nitf.complete(&item.document)
      return nitf.text(problems: &item.document.problems)
    }
    let type = isPacked ? "" : markup.line(node, attribute: "type")?.lowercased() ?? ""
    let isEntry = markup.name(item.node) == "entry"
    if type == "text/plain" || isEntry && (type == "text" || type.isEmpty && !NewsMLG2Body.holdsHTML(utf8)) {
      return BodyText(plain: utf8, map: map, limits: markup.limits)
    }
    let read = HTMLText.readEscaped(utf8, map: map, limits: markup.limits)
    item.document.problems += read.problems
    item.document.rights += read.rights
    return read.body
  }

  /// Whether an Atom element holds base64: Atom 0.3 states it, in 1.0 (RFC 4287, 4.1.3.3) it follows from a media type
  /// that is neither text nor XML.
  func isPacked(_ node: Markup.Index) -> Bool {
    guard markup.name(item.node) == "entry" else { return false }
    if let mode = markup.line(node, attribute: "mode") { return mode.lowercased() == "base64" }
    let type = markup.line(node, attribute: "type")?.lowercased() ?? ""
    return type.contains("/") && !type.hasPrefix("text/") && !type.hasSuffix("xml")
  }
}
