import WireText

/// A `NewsComponent` with its direct content.
struct NewsML1Component {
  /// The role of a component.
  enum Role {
    case body, unsaid
    /// A further story, such as a sidebar or a translation.
    case beside
    /// Not a story: a caption, a preview, a note.
    case other
  }

  var node: Markup.Index
  /// The index of the enclosing component.
  var outer: Int?
  /// Its role, or that of the nearest enclosing component that has one.
  var role: Role
  /// The word for the role; empty if there is none.
  var word: String
  /// Its own content items.
  var contents: [Markup.Index]

  /// All components of an item in document order.
  static func all(in markup: Markup, of item: Markup.Index) -> [NewsML1Component] {
    var all: [NewsML1Component] = []
    var open: [Int] = []
    var inner = item
    for node in markup.descendants(item) where markup.isElement(node) {
      // A nested item is read separately.
      if node < inner { continue }
      if markup.name(node) == "NewsItem" {
        inner = markup.end(node)
        continue
      }
      while let last = open.last, markup.end(all[last].node) <= node { open.removeLast() }
      switch markup.name(node) {
      case "NewsComponent":
        let outer = open.last.map { all[$0] }
        let word = markup.line(markup.child(node, "Role"), attribute: "FormalName")
        let role = word.map(role(of:)) ?? outer?.role ?? .unsaid
        all.append(
          NewsML1Component(
            node: node, outer: open.last, role: role, word: word ?? outer?.word ?? "", contents: []))
        open.append(all.count - 1)
      case "ContentItem":
        if let last = open.last { all[last].contents.append(node) }
      default: break
      }
    }
    return all
  }

  /// Substrings of the role words of parts that are not stories.
  private static let notes = [
    "caption", "photo", "picture", "image", "graphic", "video", "audio", "thumb", "preview", "icon", "logo",
    "advis",
    "note", "metadata", "keyword", "rights", "headline", "title", "byline", "credit", "abstract", "summary",
    "teaser",
  ]

  /// Whether it is the beginning of the text, which a sibling component continues.
  var isLead: Bool { ["lead", "lede", "intro", "introduction"].contains(word.lowercased()) }

  private static func role(of word: String) -> Role {
    switch word.lowercased() {
    case "body", "main", "text", "maintext", "main text", "story", "article": .body
    case "composite", "package", "equivalents": .unsaid
    case let word where notes.contains(where: word.contains): .other
    default: .beside
    }
  }
}

/// Finds the revisions of an item.
enum NewsML1Revision {
  /// A link to the previous revision, if the identifier ends with the revision number and update of its own, as
  /// `…:3U`.
  static func previous(_ revision: Markup.Index?, of document: Document, in markup: Markup) -> ItemLink? {
    let update = markup.line(revision, attribute: "Update") ?? "N"
    guard let id = document.id, let version = document.version, id.hasSuffix(":\(version)\(update)"),
      let previous = markup.line(revision, attribute: "PreviousRevision").flatMap({ Int($0) }), previous > 0
    else { return nil }
    let stem = id.dropLast(version.count + update.count)
    // The first revision is not an update, so its name ends with `N`.
    let name = "\(stem)\(previous)\(previous == 1 ? "N" : update)"
    return ItemLink(update == "A" ? .updates : .replaces, id: name)
  }
}

/// The text of a `ContentItem`.
enum NewsML1Body {
  /// The element that holds the content, inside all elements that describe its encoding.
  static func data(of content: Markup.Index, in markup: Markup) -> Markup.Index? {
    markup.first(content, "DataContent")
  }

  /// Its paragraphs, including all parts in order.
  static func text(of content: Markup.Index, in markup: Markup, problems: inout [Problem]) -> BodyText {
    var text = BodyText()
    for data in markup.all(content, "DataContent") {
      text.append(
        contentsOf: self.text(of: data, content, in: markup, problems: &problems), limits: markup.limits)
    }
    return text
  }

  /// The NITF that a content consists of; nil if it is something else.
  static func nitf(of content: Markup.Index, in markup: Markup) -> InnerNITF? {
    if let data = data(of: content, in: markup) {
      return InnerNITF(in: data, of: markup, isPacked: isPacked(data, content, in: markup))
    }
    return InnerNITF(in: content, of: markup)
  }

  /// Whether the data of a content is base64.
  private static func isPacked(_ data: Markup.Index, _ content: Markup.Index, in markup: Markup) -> Bool {
    markup.first(content, "Encoding").map { markup.descendants($0).contains(data) } ?? false
  }

  /// The paragraphs of one part: NITF with or without its root, XHTML, escaped HTML, or plain text.
  private static func text(
    of data: Markup.Index, _ content: Markup.Index, in markup: Markup, problems: inout [Problem]
  ) -> BodyText {
    let isPacked = isPacked(data, content, in: markup)
    if let nitf = InnerNITF(in: data, of: markup, isPacked: isPacked) {
      return nitf.text(problems: &problems)
    }
    if isPacked {
      guard let (utf8, map) = markup.packedText(data) else {
        problems.append(.bodyEncoded)
        return BodyText()
      }
      return NewsMLG2Body.plainOrHTML(utf8, map: map, limits: markup.limits, problems: &problems)
    }
    guard markup.children(data).contains(where: { markup.isElement($0) }) else {
      return NewsMLG2Body.data(of: data, in: markup, problems: &problems)
    }
    if let body = markup.first(data, "body") { return ParagraphWalker.body(of: [body], in: markup, .html) }
    return ParagraphWalker.body(of: markup.children(data), in: markup, .nitf)
  }
}

/// Reads the rights that a component itself states.
enum NewsML1Rights {
  /// Adds all statements in order.
  static func read(_ component: Markup.Index, scope: String?, into item: inout MarkupItem) {
    let markup = item.markup
    for lines in markup.children(component, "NewsLines") {
      for line in markup.children(lines, "CopyrightLine") {
        item.rights(
          .notice, line, key: "NewsLines/CopyrightLine", language: markup.line(line, attribute: "lang"),
          scope: scope)
      }
      for line in markup.children(lines, "RightsLine") {
        item.rights(
          .terms, line, key: "NewsLines/RightsLine", language: markup.line(line, attribute: "lang"),
          scope: scope)
      }
    }
    for metadata in markup.children(component, "RightsMetadata") {
      for child in markup.children(metadata) where markup.isElement(child) {
        readMetadata(child, scope: scope, into: &item)
      }
    }
    for name in ["AdministrativeMetadata", "DescriptiveMetadata", "Metadata"] {
      for property in markup.children(component, name).flatMap({ markup.children($0, "Property") }) {
        read(property: property, key: name, scope: scope, into: &item)
      }
    }
  }

  /// Reads an agency's own property, if its name is that of a right.
  private static func read(
    property node: Markup.Index, key: String, scope: String?, into item: inout MarkupItem
  ) {
    guard let name = item.markup.line(node, attribute: "FormalName"),
      case .rights(let kind)? = MetaKey(name, text: item.markup.line(node, attribute: "Value") ?? ""),
      kind != .note
    else { return }
    item.rights(kind, node, attribute: "Value", key: "\(key)/Property \(name)", scope: scope)
  }

  private static func readMetadata(_ node: Markup.Index, scope: String?, into item: inout MarkupItem) {
    let markup = item.markup
    let name = markup.name(node)
    let key = "RightsMetadata/\(name)"
    switch name {
    case "Copyright":
      item.rights(.holder, node, attribute: "Holder", key: "\(key)@Holder", scope: scope)
      for holder in markup.children(node, "CopyrightHolder") {
        party(holder, key: key, scope: scope, into: &item)
      }
      item.field(.other, markup.child(node, "CopyrightDate"), key: "\(key)/CopyrightDate")
    case "UsageRights":
      for child in markup.children(node) where markup.isElement(child) {
        if markup.name(child) == "RightsHolder" {
          party(child, key: key, scope: scope, into: &item)
        } else {
          item.rights(
            usage[markup.name(child)] ?? .terms, child, key: "\(key)/\(markup.name(child))", scope: scope)
        }
      }
    case "Property": read(property: node, key: "RightsMetadata", scope: scope, into: &item)
    default: item.rights(.terms, node, key: key, scope: scope)
    }
  }

  /// The parts of usage rights that limit them; the others are text.
  private static let usage: [String: RightsField.Kind] = [
    "Geography": .area, "StartDate": .begins, "EndDate": .ends,
  ]

  /// Adds a holder by the text of the element, or by the name of the party in it.
  private static func party(_ node: Markup.Index, key: String, scope: String?, into item: inout MarkupItem) {
    let key = "\(key)/\(item.markup.name(node))"
    let before = item.document.rights.count
    item.rights(.holder, node, key: key, scope: scope)
    guard item.document.rights.count == before else { return }
    for party in item.markup.children(node, "Party") {
      item.rights(.holder, party, attribute: "FormalName", key: "\(key)/Party", scope: scope)
    }
  }
}
