import WireText

/// NewsML-G2: a message of many items or a single item of any kind, one document per item.
///
/// Packages come after the items that they bundle, so that the copy comes first.
struct NewsMLG2Reader: DocumentReader {
  static let format = Format(name: "newsmlg2", title: "NewsML-G2 2.x, one item or a message of several")

  static func recognises(_ probe: Probe) -> Bool {
    guard let root = probe.xml else { return false }
    // NewsML 1 also has a `NewsItem`: case matters.
    return items.contains(root.localName) || root.localName == "newsMessage" || isEnvelope(root)
  }

  /// Whether an item stands in an element of another format, such as an envelope of SOAP.
  private static func isEnvelope(_ root: XMLProbe) -> Bool {
    !root.isAny(of: formatsWithItems) && root.contains("iptc.org/std/nar/")
      && (root.contains("<newsItem") || root.contains("<packageItem"))
  }

  /// The roots of formats that may hold items among other things.
  private static let formatsWithItems: Set<String> = [
    "rss", "feed", "rdf", "entry", "nitf", "newsml", "html",
  ]

  /// The item below an element, if there is one: an entry of Atom may hold it as its content.
  static func item(in node: Markup.Index, of markup: Markup) -> Markup.Index? {
    markup.children(node).first { markup.isElement($0) && items.contains(markup.name($0)) }
  }

  /// Reads an item that stands in an element of another format.
  static func read(_ node: Markup.Index, in markup: Markup, _ document: Document) -> Document {
    var item = NewsMLG2Item(node, in: markup, document)
    return item.read()
  }

  private static let items: Set<String> = [
    "newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem",
  ]

  /// Elements that occur only in items: a file that starts with one was cut out of an item.
  static let parts: Set<String> = [
    "itemMeta", "contentMeta", "partMeta", "rightsInfo", "contentSet", "groupSet", "conceptSet", "itemSet",
    "newsCoverageSet", "newsCoverage", "eventDetails", "derivedFromValue", "inlineRef", "inlineXML",
    "inlineData", "remoteContent", "hopHistory", "pubHistory", "schemeMeta",
  ]

  private var queue: XMLItemQueue

  init(_ input: ByteInput, origin: Origin, limits: Limits) {
    queue = XMLItemQueue(
      input, origin: origin, limits: limits, items: Self.items, late: ["packageItem"])
  }

  mutating func next() throws(ReadingFault) -> Document? {
    guard let item = try queue.next() else { return nil }
    return Self.read(item.node, in: item.markup, item.document)
  }
}

/// One item of NewsML-G2 during its conversion to a document.
private struct NewsMLG2Item {
  private var item: MarkupItem
  private var markup: Markup { item.markup }
  private let itemMeta: Markup.Index?
  private let contentMeta: Markup.Index?

  init(_ node: Markup.Index, in markup: Markup, _ document: Document) {
    item = MarkupItem(markup: markup, node: node, document: document)
    itemMeta = markup.child(node, "itemMeta")
    contentMeta = markup.child(node, "contentMeta")
  }

  mutating func read() -> Document {
    item.document.origin.dialect = markup.line(item.node, attribute: "standardversion")
    item.document.id = markup.line(item.node, attribute: "guid")
    item.document.version = markup.line(item.node, attribute: "version")
    item.document.type = type
    readHeadlines()
    readItemMeta()
    readContentMeta()
    NewsMLG2Rights.read(into: &item)
    readParts()
    readBody()
    return item.document
  }

  /// The item's type; an item without a class is text.
  private var type: ItemType {
    switch markup.name(item.node) {
    case "packageItem": return .package
    case "newsItem": break
    default: return .other
    }
    guard let itemMeta, let meant = markup.child(itemMeta, "itemClass"), let code = markup.code(meant) else {
      return .text
    }
    switch code.split(whereSeparator: { $0 == ":" || $0 == "/" }).last.map({ $0.lowercased() }) {
    case "text", "composite": return .text
    case "picture", "photo", "still-picture": return .picture
    case "video", "animation": return .video
    case "audio": return .audio
    case "graphic": return .graphic
    default: return .other
    }
  }

  /// Reads the main headline, which has no role or the role `main`; all others become fields.
  private mutating func readHeadlines() {
    let all = contentMeta.map { markup.children($0, "headline") } ?? []
    let full = all.filter { markup.nonempty($0) != nil }
    let language = markup.line(item.node, attribute: "lang")
    func isMain(_ node: Markup.Index) -> Bool {
      guard let role = markup.line(node, attribute: "role")?.lowercased() else { return true }
      return role.hasSuffix("main") || role.hasSuffix("headline") && !role.hasSuffix("subheadline")
    }
    let main = full.filter(isMain)
    let chosen =
      main.first { markup.line($0, attribute: "lang") == language } ?? main.first ?? full.first
    item.document.headline = markup.nonempty(chosen)
    for headline in full where headline != chosen {
      let role = markup.line(headline, attribute: "role")
      item.field(
        role.map { $0.lowercased().contains("sub") } ?? false ? .subhead : .title, headline,
        key: "contentMeta/headline" + (role.map { " role=\($0)" } ?? ""))
    }
  }

  private mutating func readItemMeta() {
    guard let itemMeta else { return }
    // An item without a status is usable (NewsML-G2, `pubStatus`).
    item.document.status = Status(.usable, raw: "")
    for child in markup.children(itemMeta) {
      switch markup.name(child) {
      case "provider": item.party(.provider, child, key: "itemMeta/provider")
      case "versionCreated": item.time(.updated, markup.nonempty(child))
      case "firstCreated": item.time(.created, markup.nonempty(child))
      case "embargoed": readEmbargo(child)
      case "expires": item.time(.expiry, markup.nonempty(child))
      case "pubStatus":
        if let code = markup.code(child) { item.document.setStatus(code) }
      case "edNote", "ednote": item.field(.editorsNote, child, key: "itemMeta/edNote")
      case "title": item.field(.title, child, key: "itemMeta/title")
      case "signal":
        item.party(.other, child, key: "itemMeta/signal")
        if let code = markup.code(child), StatusWords.value(code) == .canceled {
          item.document.setStatus(Status(.canceled, raw: code))
        }
      case "service": item.party(.service, child, key: "itemMeta/service")
      case "link": readLink(child)
      case "links": readLinks(child)
      default: break
      }
    }
  }

  /// Reads an embargo: an empty one applies until further notice; one that cannot be parsed applies, too.
  private mutating func readEmbargo(_ node: Markup.Index) {
    item.embargo(until: markup.line(node))
  }

  /// Reads links to other items according to their relation; links to pages are not items.
  private mutating func readLink(_ link: Markup.Index) {
    for name in ["title", "description"] {
      for words in markup.children(link, name) { item.field(.other, words, key: "itemMeta/link/\(name)") }
    }
    guard let id = markup.line(link, attribute: "residref") ?? markup.line(link, attribute: "guidref") else {
      return
    }
    let relation = (markup.line(link, attribute: "rel") ?? markup.line(link, attribute: "reluri") ?? "")
      .lowercased()
    let known = Self.relations.first { relation.contains($0.word) }
    item.link(known?.relation ?? .other, id)
  }

  /// Reads the authors among the links of Infomaker, which are to concepts and not to items.
  private mutating func readLinks(_ links: Markup.Index) {
    for link in markup.children(links, "link") where markup.line(link, attribute: "rel") == "author" {
      item.field(.author, link, attribute: "title", key: "itemMeta/links/link rel=author")
    }
  }

  private static let relations: [(word: String, relation: ItemLink.Relation)] = [
    ("translat", .translates), ("evolved", .evolvedFrom), ("derived", .evolvedFrom), ("kill", .kills),
    ("cancel", .kills), ("withdraw", .kills), ("retract", .kills), ("supersede", .replaces),
    ("replace", .replaces), ("previous", .replaces), ("update", .updates), ("correct", .updates),
  ]

  private mutating func readContentMeta() {
    guard let contentMeta else {
      item.document.language = markup.line(item.node, attribute: "lang")
      return
    }
    for child in markup.children(contentMeta) {
      switch markup.name(child) {
      case "by": item.field(.byline, child, key: "contentMeta/by")
      case "creditline": item.field(.credit, child, key: "contentMeta/creditline")
      case "dateline": item.field(.dateline, child, key: "contentMeta/dateline")
      case "slugline": item.field(.slug, child, key: "contentMeta/slugline")
      case "altId": item.field(.identifier, child, key: "contentMeta/altId")
      case "keyword": item.field(.keyword, child, key: "contentMeta/keyword")
      case "description": item.field(.summary, child, key: "contentMeta/description")
      case "genre": item.party(.other, child, key: "contentMeta/genre")
      case "infoSource": item.party(.source, child, key: "contentMeta/infoSource")
      case "creator": item.party(.author, child, key: "contentMeta/creator")
      case "contributor": item.party(.author, child, key: "contentMeta/contributor")
      case "contentCreated": item.time(.created, markup.nonempty(child))
      case "expires": item.time(.expiry, markup.nonempty(child))
      case "contentModified": item.time(.updated, markup.nonempty(child))
      default: break
      }
    }
    item.document.language =
      markup.child(contentMeta, "language").flatMap { markup.line($0, attribute: "tag") }
      ?? markup.line(item.node, attribute: "lang")
  }
}

extension NewsMLG2Item {
  /// Reads the text of concepts, coverages, parts of the content, assertions and package references: the desk's words,
  /// not copy.
  private mutating func readParts() {
    for part in markup.children(item.node) where Self.parts.contains(markup.name(part)) {
      for node in markup.descendants(part) where markup.isElement(node) {
        let name = markup.name(node)
        let outer = markup.parent(node).map { markup.name($0) } ?? ""
        guard Self.words[name] != nil || name == "name" && Self.named.contains(outer) else { continue }
        item.field(Self.words[name] ?? .other, node, key: "\(outer)/\(name)")
      }
      for reference in markup.all(part, "itemRef") { readReference(reference) }
    }
  }

  /// Reads an item that a package bundles: its identifier, and a status other than usable.
  private mutating func readReference(_ reference: Markup.Index) {
    item.link(.other, markup.line(reference, attribute: "residref"))
    item.field(.other, reference, attribute: "href", key: "itemRef@href")
    guard let status = markup.child(reference, "pubStatus"), let code = markup.code(status),
      StatusWords.value(code) != .usable
    else { return }
    let id = markup.line(reference, attribute: "residref") ?? ""
    item.document.fields.append(Field(.other, oneLine("\(id) \(code)"), key: "itemRef/pubStatus"))
  }

  private static let parts: Set<String> = [
    "concept", "conceptSet", "groupSet", "newsCoverage", "newsCoverageSet", "partMeta", "assert",
  ]
  private static let words: [String: Field.Name] = [
    "headline": .other, "title": .other, "description": .other, "definition": .other, "note": .other,
    "edNote": .editorsNote, "slugline": .slug, "by": .byline, "dateline": .dateline, "creditline": .credit,
    "keyword": .keyword,
  ]
  /// What is told by its name: a concept, the desk that is to cover an event, whether it will.
  private static let named: Set<String> = ["concept", "assignedTo", "newsCoverageStatus"]

  /// Reads the first rendition with text; renditions are alternatives, and one with different text is attached.
  private mutating func readBody() {
    let sets = markup.children(item.node, "contentSet")
    let inline = sets.flatMap { set in
      markup.children(set).filter { ["inlineXML", "inlineData"].contains(markup.name($0)) }
    }
    var further = AlternativeTexts()
    for (index, rendition) in inline.enumerated() {
      let body = NewsMLG2Body.text(of: rendition, in: markup, problems: &item.document.problems)
      guard !body.isEmpty else { continue }
      guard item.document.body.isEmpty else {
        further.attach(body, name: "rendition \(index + 1)", to: &item.document, limits: markup.limits)
        continue
      }
      item.document.body = body
    }
    for rendition in inline { readBeside(rendition) }
    let remote = sets.flatMap { markup.children($0, "remoteContent") }
    for content in remote { readRemote(content) }
    if item.document.body.isEmpty, !remote.isEmpty, item.document.type == .text {
      item.document.problems.append(.bodyRemote)
    }
  }

  /// Reads the statements of a rendition outside its copy.
  private mutating func readBeside(_ rendition: Markup.Index) {
    let isPacked = NewsMLG2Body.isPacked(rendition, in: markup)
    InnerNITF(in: rendition, of: markup, isPacked: isPacked)?.complete(&item.document)
    IDFText(in: rendition, of: markup)?.complete(&item)
    for section in MainSection.asides(in: markup.descendants(rendition), of: markup) {
      item.field(section.name, section.node, key: "\(markup.name(rendition))/\(section.key)")
    }
  }

  /// Records the addresses of a rendition that is not in the file.
  private mutating func readRemote(_ content: Markup.Index) {
    for attribute in ["href", "residref"] {
      item.field(.other, content, attribute: attribute, key: "contentSet/remoteContent@\(attribute)")
    }
    for place in markup.children(content, "altLoc") {
      item.field(.other, place, key: "contentSet/remoteContent/altLoc")
    }
  }
}
