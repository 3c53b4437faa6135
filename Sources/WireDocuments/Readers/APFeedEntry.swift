import WireText

/// The Associated Press's additions to the entries of its Atom feeds: elements in two namespaces of its own, named as
/// in NewsML 1, with NITF as the content.
enum APFeedEntry {
  /// Reads `apnm:NewsManagement` or `apcm:ContentMetadata`.
  static func read(_ metadata: Markup.Index, into item: inout MarkupItem) {
    let markup = item.markup
    for child in markup.children(metadata) where markup.isElement(child) {
      let (name, prefix) = (markup.name(child), markup.qualifiedName(child).prefix)
      let key = "\(prefix):\(name)"
      switch name {
      case "ManagementSequenceNumber": item.document.version = markup.nonempty(child)
      case "PublishingStatus": if let word = markup.nonempty(child) { item.document.setStatus(word) }
      case "HeadLine": readHeadline(child, key: key, into: &item)
      case "ExtendedHeadLine", "OriginalHeadLine": item.field(.title, child, key: key)
      case "SpecialInstructions": item.field(.editorsNote, child, key: key)
      case "Copyright", "CopyrightLine": item.rights(.notice, child, key: key)
      case "RightsLine", "UsageRights": item.rights(.terms, child, key: key)
      default: if let field = fields[name] { item.field(field, child, key: key) }
      }
    }
    readRelease(in: metadata, into: &item)
  }

  private static let fields: [String: Field.Name] = [
    "ByLine": .byline, "DateLine": .dateline, "SlugLine": .slug, "CreditLine": .credit, "Keywords": .keyword,
    "Provider": .provider, "Source": .source, "ManagementId": .identifier, "ManagementType": .other,
  ]

  /// The title of an entry is its slug; the published headline is in this element.
  private static func readHeadline(_ node: Markup.Index, key: String, into item: inout MarkupItem) {
    guard let headline = item.markup.nonempty(node), headline != item.document.headline else { return }
    if let slug = item.document.headline { item.document.fields.append(Field(.slug, slug, key: "title")) }
    item.document.headline = headline
  }

  /// The release time is an embargo if it is later than the time of the entry.
  private static func readRelease(in metadata: Markup.Index, into item: inout MarkupItem) {
    let markup = item.markup
    let release = ["ReleaseDateTime", "PublishingReleaseDateTime"].lazy.compactMap {
      markup.nonempty(markup.child(metadata, $0))
    }.first
    let isEmbargoed = item.document.status?.raw.lowercased() == "embargoed"
    guard let raw = release else {
      if isEmbargoed, item.document.embargo == nil { item.embargo(until: nil) }
      return
    }
    let time = TimeField(.embargo, reading: raw)
    let issued = markup.child(item.node, "updated") ?? markup.child(item.node, "published")
    let issue = markup.nonempty(issued).flatMap { Instant(field: $0) }
    let isLater = time.instant.flatMap { release in issue.map { release > $0 } } ?? true
    guard isEmbargoed || isLater else { return }
    item.embargo(until: raw)
  }

  /// The copy of NITF, or of content that holds it, with its other statements; nil for other content.
  static func text(in content: Markup.Index, into item: inout MarkupItem) -> BodyText? {
    let markup = item.markup
    guard let nitf = markup.name(content) == "nitf" ? content : markup.child(content, "nitf") else {
      return nil
    }
    NITFBody.complete(&item.document, with: nitf, in: markup)
    return NITFBody.text(of: nitf, in: markup, problems: &item.document.problems)
  }
}
