import WireText

/// Sitemaps with or without the news extension: one document per address.
///
/// A sitemap has headlines and addresses but no text; to compare text, read the pages themselves.
struct NewsSitemapReader: DocumentReader {
  static let format = Format(name: "newssitemap", title: "news sitemap: addresses with headlines and dates")

  static func recognises(_ probe: Probe) -> Bool {
    probe.xml?.isAny(of: ["urlset", "sitemapindex"]) ?? false
  }

  private var queue: XMLItemQueue

  init(_ input: ByteInput, origin: Origin, limits: Limits) {
    queue = XMLItemQueue(input, origin: origin, limits: limits, items: ["url", "sitemap"])
  }

  mutating func next() throws(ReadingFault) -> Document? {
    guard var item = try queue.next() else { return nil }
    Self.read(&item)
    return item.document
  }

  private static func read(_ item: inout MarkupItem) {
    let markup = item.markup
    item.document.type = .navigation
    item.url(.permalink, markup.child(item.node, "loc"), key: "loc")
    item.document.id = item.document.urls.first?.text
    item.time(.updated, markup.nonempty(markup.child(item.node, "lastmod")))
    for image in markup.children(item.node, "image") { readMedia(image, .picture, into: &item) }
    for video in markup.children(item.node, "video") { readMedia(video, .video, into: &item) }
    guard let news = markup.child(item.node, "news") else { return }
    item.document.type = .text
    item.document.headline = markup.nonempty(markup.child(news, "title"))
    item.document.language = markup.nonempty(markup.child(news, path: ["publication", "language"]))
    item.field(
      .provider, markup.child(news, path: ["publication", "name"]), key: "news:publication/news:name")
    item.field(.keyword, markup.child(news, "keywords"), key: "news:keywords")
    item.field(.other, markup.child(news, "genres"), key: "news:genres")
    item.field(.other, markup.child(news, "access"), key: "news:access")
    item.time(.published, markup.nonempty(markup.child(news, "publication_date")))
    item.document.problems.append(
      Problem("body-remote", "the text is not in the file, only its address", losesText: true))
  }

  /// Reads what Google's sitemaps for pictures and films say of one; its rights are not those of the page.
  private static func readMedia(_ medium: Markup.Index, _ type: ItemType, into item: inout MarkupItem) {
    let markup = item.markup
    let name = markup.name(medium)
    let scope = "\(name):\(name)"
    for member in ["caption", "title", "description"] {
      item.field(.other, markup.child(medium, member), key: "\(scope)/\(name):\(member)")
    }
    for (member, kind) in [("license", RightsField.Kind.link), ("restriction", .terms)] {
      guard let node = markup.child(medium, member), let text = markup.nonempty(node) else { continue }
      let relation = markup.line(node, attribute: "relationship").map { "\($0): " } ?? ""
      item.document.rights.append(
        RightsField(
          kind, relation + text, key: "\(scope)/\(name):\(member)", scope: scope, medium: type,
          range: markup.place(node)))
    }
  }
}
