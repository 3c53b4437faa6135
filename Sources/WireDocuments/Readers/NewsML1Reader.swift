import WireText

/// NewsML 1.0 to 1.2: one document per `NewsItem`.
struct NewsML1Reader: DocumentReader {
  static let format = Format(name: "newsml12", title: "NewsML 1.0 to 1.2, one item or a bundle")

  static func recognises(_ probe: Probe) -> Bool {
    guard let root = probe.xml else { return false }
    return root.localName == "NewsML" || root.localName == "NewsItem"
  }

  private var queue: XMLItemQueue

  init(_ input: ByteInput, origin: Origin, limits: Limits) {
    queue = XMLItemQueue(input, origin: origin, limits: limits, items: ["NewsItem"], takesInner: true)
  }

  mutating func next() throws(ReadingFault) -> Document? {
    guard let item = try queue.next() else { return nil }
    var story = NewsML1Item(item)
    return story.read()
  }
}

/// One `NewsItem` during its conversion to a document.
///
/// Components nest to any depth, and inner statements override outer ones: the story is the component with the role of
/// body, together with all enclosing components.
struct NewsML1Item {
  var item: MarkupItem
  var markup: Markup { item.markup }
  /// Whether it is under an embargo, whose end is stated elsewhere or not at all.
  var isHeld = false
  private let components: [NewsML1Component]
  /// The component that is the story, followed by its enclosing components, innermost first.
  private var chain: [Markup.Index] = []
  /// The contents that were attached together with all statements about them.
  private var attached: Set<Markup.Index> = []

  init(_ item: MarkupItem) {
    self.item = item
    components = NewsML1Component.all(in: item.markup, of: item.node)
  }

  mutating func read() -> Document {
    readIdentity()
    readManagement()
    readBody()
    readLines()
    readOthers()
    readRights()
    readEmbedded()
    readTopics()
    if !markup.children(item.node, "Update").isEmpty {
      item.document.problems.append(
        Problem(
          "update-only", "the item changes parts of an earlier one; the changes are not read", losesText: true
        ))
    }
    return item.document
  }

  private mutating func readIdentity() {
    let root = markup.root ?? item.node
    item.document.origin.dialect = markup.line(root, attribute: "Version")
    guard let identification = markup.child(item.node, "Identification") else { return }
    let identifier = markup.child(identification, "NewsIdentifier")
    func part(_ name: String) -> String? { markup.nonempty(identifier.flatMap { markup.child($0, name) }) }
    let parts = ["ProviderId", "DateId", "NewsItemId"].compactMap(part)
    // A provider alone does not identify an item, nor does a name with fewer parts than
    // `urn:newsml:provider:date:item`: some agencies use the same one for all their items.
    let given = part("PublicIdentifier").flatMap { name in
      name.lowercased().hasPrefix("urn:newsml:") && name.split(separator: ":").count < 5 ? nil : name
    }
    item.document.id = given ?? (parts.count > 1 ? parts.joined(separator: ":") : nil)
    item.document.version = part("RevisionId")
    // "N" for no update, "A" for an addition to the item, "U" for a replacement.
    let revision = identifier.flatMap { markup.child($0, "RevisionId") }
    for attribute in ["Update", "PreviousRevision"] {
      item.field(.other, revision, attribute: attribute, key: "NewsIdentifier/RevisionId@\(attribute)")
    }
    if let previous = NewsML1Revision.previous(revision, of: item.document, in: markup) {
      item.document.links.append(previous)
    }
    item.field(.slug, markup.child(identification, "NameLabel"), key: "Identification/NameLabel")
  }
}

extension NewsML1Item {
  /// Keeps the names in an item that is a list of topics and no news.
  private mutating func readTopics() {
    guard components.isEmpty, let topics = markup.child(item.node, "TopicSet") else { return }
    item.document.type = .other
    for name in markup.all(topics, "Description") {
      item.field(.other, name, key: "TopicSet/Topic/Description")
    }
  }

  /// Reads the text of the component with the role of body, or of the first without a role.
  private mutating func readBody() {
    let parts = components.flatMap { component in component.contents.map { (component: component, node: $0) }
    }
    let texts = parts.filter { media.isText($0.node) }
    let known = texts.filter { $0.component.role == .body } + texts.filter { $0.component.role == .unsaid }
    let beside = texts.filter { $0.component.role == .beside }
    var chosen: (component: NewsML1Component, node: Markup.Index)?
    // A short item may consist only of its lead.
    for part in known + beside where chosen == nil {
      let body = NewsML1Body.text(of: part.node, in: markup, problems: &item.document.problems)
      guard !body.isEmpty else { continue }
      let isLead = part.component.isLead
      for lead in beside
      where !isLead && lead.component.isLead && lead.component.outer == part.component.outer {
        let text = NewsML1Body.text(of: lead.node, in: markup, problems: &item.document.problems)
        item.document.body.append(contentsOf: text, limits: markup.limits)
      }
      item.document.body.append(contentsOf: body, limits: markup.limits)
      chosen = part
    }
    let story = chosen?.component ?? known.first?.component ?? components.first
    var next = story
    while let component = next {
      chain.append(component.node)
      next = component.outer.map { components[$0] }
    }
    let headlines = components.flatMap { NewsML1Lines.headlines(of: $0.node, in: markup) }
    let isNews = headlines.contains { markup.nonempty($0) != nil }
    item.document.type = media.type(of: parts.map(\.node), texts: texts.map(\.component), isNews: isNews)
    if let chosen {
      attachOthers(known + beside, chosen: chosen.node)
    } else {
      reportRemote(known + beside)
    }
    readReferences(parts.map(\.node))
    for part in texts where part.component.role == .other {
      let word = part.component.word
      item.field(
        Self.summaries.contains(word.lowercased()) ? .summary : .other,
        NewsML1Body.data(of: part.node, in: markup), key: "ContentItem role=\(word)")
    }
  }

  private static let summaries: Set<String> = ["summary", "abstract", "teaser", "lead", "synopsis"]

  /// Records the addresses of content outside the file, and the other items that components refer to.
  private mutating func readReferences(_ contents: [Markup.Index]) {
    for content in contents { NewsML1Lines.read(content: content, into: &item) }
    for reference in components.flatMap({ markup.children($0.node, "NewsItemRef") }) {
      item.link(.other, markup.line(reference, attribute: "NewsItem"))
    }
  }

  private var media: NewsML1Media { NewsML1Media(markup: markup) }

  /// Reports that the text is elsewhere; remote content without a stated medium may be the text.
  private mutating func reportRemote(_ parts: [(component: NewsML1Component, node: Markup.Index)]) {
    let unsaid = components.flatMap(\.contents).filter { markup.child($0, "MediaType") == nil }
    if (parts.map(\.node) + unsaid).contains(where: { markup.line($0, attribute: "Href") != nil }) {
      item.document.problems.append(.bodyRemote)
    }
  }

  /// Attaches further text in other parts: other languages, other stories of the same item.
  private mutating func attachOthers(
    _ parts: [(component: NewsML1Component, node: Markup.Index)], chosen: Markup.Index
  ) {
    guard parts.count > 1 else { return }
    var further = AlternativeTexts()
    var ignored: [Problem] = []
    for (index, part) in parts.enumerated() where part.node != chosen {
      let component = part.component.node
      let language = markup.line(component, attribute: "lang").map { " (\($0))" } ?? ""
      var story = MarkupItem(
        markup: markup, node: component, document: Document(origin: item.document.origin))
      story.document.body = NewsML1Body.text(of: part.node, in: markup, problems: &ignored)
      if !chain.contains(component) { NewsML1Lines.read(component, into: &story) }
      NewsML1Body.nitf(of: part.node, in: markup)?.complete(&story.document)
      let before = item.document.attachments.count
      further.attach(
        story.document, name: "part \(index + 1)\(language)", to: &item.document, limits: markup.limits)
      if item.document.attachments.count > before { attached.insert(part.node) }
    }
  }

  /// Reads the lines of the story, innermost first, and its creators.
  private mutating func readLines() {
    for component in chain {
      NewsML1Lines.read(component, into: &item)
    }
    for metadata in chain.flatMap({ markup.children($0, "DescriptiveMetadata") }) {
      for genre in markup.children(metadata, "Genre") {
        item.field(.other, genre, attribute: "FormalName", key: "DescriptiveMetadata/Genre")
      }
      item.document.language =
        item.document.language ?? markup.line(markup.child(metadata, "Language"), attribute: "FormalName")
    }
    let marked = (chain + [item.node]).compactMap { markup.line($0, attribute: "lang") }
    item.document.language = item.document.language ?? marked.first
  }

  /// Reads all statements: first those of the story, then those of the other components with their role as scope.
  ///
  /// The statements around a nested item apply to it, too.
  private mutating func readRights() {
    for component in chain + around { NewsML1Rights.read(component, scope: nil, into: &item) }
    let story = Set(chain)
    let media = media.media(of: components)
    for (component, medium) in zip(components, media) where !story.contains(component.node) {
      let before = item.document.rights.count
      NewsML1Rights.read(component.node, scope: "component \(component.word)", into: &item)
      for index in item.document.rights.indices.dropFirst(before) {
        item.document.rights[index].medium = item.document.type == .text ? medium : nil
      }
    }
  }

  /// Reads the statements outside the copy of NITF contents, and captions of fragments.
  private mutating func readEmbedded() {
    for content in components.flatMap(\.contents) where !attached.contains(content) {
      NewsML1Body.nitf(of: content, in: markup)?.complete(&item.document)
      for caption in markup.all(content, "media-caption") where markup.first(content, "body.content") == nil {
        item.field(.other, caption, key: "media/media-caption")
      }
    }
  }

  /// The components that enclose the item, innermost first.
  private var around: [Markup.Index] {
    markup.ancestors(item.node).filter { markup.name($0) == "NewsComponent" }
  }

  /// Reads the lines of components without a text of their own, such as those of pictures.
  private mutating func readOthers() {
    for component in components where !chain.contains(component.node) {
      if component.contents.contains(where: attached.contains) { continue }
      var other = MarkupItem(
        markup: markup, node: component.node, document: Document(origin: item.document.origin))
      NewsML1Lines.read(component.node, into: &other)
      let headline = NewsML1Lines.headlines(of: component.node, in: markup).first
      let key = "component \(component.word): "
      item.field(.other, headline, key: "\(key)NewsLines/HeadLine")
      item.document.fields += other.document.fields.map {
        Field(.other, $0.text, key: key + $0.key, place: $0.place)
      }
    }
  }
}
