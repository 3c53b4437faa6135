import WireText
import WireTrees

/// A whole page during its conversion to a document.
struct HTMLPage {
  let markup: Markup
  let decoded: Decoded
  let limits: Limits
  let metadata: HTMLMetadata
  let linked: LinkedData

  /// A parsed page.
  init(_ markup: Markup, decoded: Decoded, limits: Limits) {
    self.markup = markup
    self.decoded = decoded
    self.limits = limits
    metadata = HTMLMetadata(markup)
    linked = LinkedData(metadata.scripts, in: markup, map: decoded.map, limits: limits)
  }

  /// Reads the page.
  func read(into document: inout Document) {
    document.problems += linked.problems
    let tree = ArticleTree(markup, selectors: linked.selectors)
    document.headline = headline(tree)
    document.language = metadata.language ?? linked.text(["inlanguage"])
    let article = readBody(tree, into: &document)
    readFields(tree, into: &document)
    if let byline = article.byline { readByline(byline, tree, into: &document) }
    readLines(tree, beside: article, into: &document)
    readTimes(tree, into: &document)
    readStatus(into: &document)
    readRights(tree, article: article.parts, into: &document)
  }

  private func headline(_ tree: ArticleTree) -> String? {
    let named = metadata.first(["dc:title", "dcterm:title", "dcterms.title", "dc.title"])?.text
    if let text = linked.text(["headline"]) ?? named { return text }
    if let text = metadata.first(["og:title", "parsely-title", "sailthru.title", "twitter:title"])?.text {
      return text
    }
    if let text = metadata.first(["headline"])?.text { return text }
    if let node = tree.first(ofClass: "entry-title", where: { (1..<300).contains(tree.counts[$0].text) }) {
      return tree.line(node)
    }
    let headings = markup.nodes.indices.filter { markup.name($0) == "h1" && !tree.isInDropped($0) }
    let lines = headings.map { tree.line($0, limit: 500) }.filter { !$0.isEmpty }
    // The heading is cleaner than the title, which often ends with the site's name.
    if let title = metadata.title, !title.isEmpty {
      return lines.first { Self.isTitle(title, of: $0) } ?? title
    }
    return lines.first ?? metadata.first(["title"])?.text
  }

  /// Whether a title is a heading, or starts like one that it shortens, with the site's name behind it: “Ferry sails –
  /// Harbour Post” for “Ferry sails again after two years”.
  private static func isTitle(_ title: String, of heading: String) -> Bool {
    if heading.utf8.count > shortestTitle, title.contains(heading) { return true }
    return [" – ", " — ", " | ", " - ", " · "].contains { separator in
      guard let end = title.ranges(of: separator).last?.lowerBound else { return false }
      return title[..<end].utf8.count > shortestTitle && heading.hasPrefix(title[..<end])
    }
  }

  /// The most bytes of a heading that may be anything.
  private static let shortestTitle = 10

  /// The range of a metadata value in the file.
  func place(_ value: HTMLMetadata.Value) -> FileRange? {
    (value.attribute.flatMap(markup.place) ?? markup.place(value.element))
      .flatMap { decoded.fileRange($0.indices) }
  }
}

extension HTMLPage {
  private func readFields(_ tree: ArticleTree, into document: inout Document) {
    document.fields += linked.fields("JSON-LD")
    var known = Set(document.fields.map(\.text))
    for (key, name) in Self.metaFields {
      for value in metadata.meta[key] ?? [] where !value.text.hasPrefix("http") {
        // Pages say what they are about several times.
        let isNew = known.insert(value.text).inserted
        if key.hasSuffix("description"), !isNew { continue }
        document.fields.append(Field(name, value.text, key: "meta: \(key)", place: place(value)))
      }
    }
    for (relation, name) in [("canonical", Field.Name.canonical)] {
      for value in metadata.links[relation] ?? [] {
        document.urls.append(Field(name, value.text, key: "link: \(relation)", place: place(value)))
      }
    }
    for value in metadata.links["copyright"] ?? [] where isTermsOfSite(value, "copyright") {
      document.fields.append(Field(.other, value.text, key: "link: copyright", place: place(value)))
    }
    for (key, name) in Self.metaURLs {
      for value in metadata.meta[key] ?? [] {
        document.urls.append(Field(name, value.text, key: "meta: \(key)", place: place(value)))
      }
    }
    document.urls += linked.originals("JSON-LD")
    readMicroformat(tree, into: &document)
  }

  /// Reads the hNews and hEntry microformats: byline, source, dateline.
  private func readMicroformat(_ tree: ArticleTree, into document: inout Document) {
    var classes: [(String, Field.Name)] = [
      ("source-org", .source), ("dateline", .dateline), ("byline", .byline), ("p-author", .author),
    ]
    // hAtom's `author` is a word that other pages use for anything.
    let isEntry = ["hentry", "hnews"].contains { tree.first(ofClass: $0, where: { _ in true }) != nil }
    if isEntry { classes.append(("author", .author)) }
    for (wanted, name) in classes {
      guard let node = tree.first(ofClass: wanted, where: { (1..<200).contains(tree.counts[$0].text) }) else {
        continue
      }
      let place = markup.place(node).flatMap { decoded.fileRange($0.indices) }
      document.fields.append(Field(name, tree.line(node), key: "class: \(wanted)", place: place))
    }
  }

  private func readTimes(_ tree: ArticleTree, into document: inout Document) {
    document.times += linked.times
    for (key, role) in Self.metaTimes where document.time(role) == nil {
      if let value = metadata.meta[key]?.first { document.times.append(TimeField(role, reading: value.text)) }
    }
    for node in markup.nodes.indices where markup.name(node) == "time" || markup.name(node) == "abbr" {
      let names = "\(markup.value(node, "itemprop") ?? "") \(markup.value(node, "class") ?? "")".lowercased()
      guard let raw = markup.value(node, "datetime") ?? markup.value(node, "title") else { continue }
      let role: TimeField.Role? =
        names.contains("publish")
        ? .published : names.contains("modified") || names.contains("updated") ? .updated : nil
      if let role, document.time(role) == nil {
        document.times.append(TimeField(role, reading: oneLine(raw)))
      }
    }
    readWrittenTimes(tree, into: &document)
  }

  /// Reads times that microformats state in their text: whole, or in parts of the class `value`.
  private func readWrittenTimes(_ tree: ArticleTree, into document: inout Document) {
    guard tree.hasClass(Self.writtenTimes.map { String($0.0) }) else { return }
    // Pages repeat a few classes thousands of times.
    var known: [String: [TimeField.Role]] = ["": []]
    func roles(of classes: String) -> [TimeField.Role] {
      if let roles = known[classes] { return roles }
      let words = classes.split(whereSeparator: \.isWhitespace)
      let roles = Self.writtenTimes.filter { words.contains($0.0) }.map(\.1)
      known[classes] = roles
      return roles
    }
    for node in markup.nodes.indices where markup.end(node) - node <= Self.longestTime {
      guard let role = roles(of: tree.classes[node]).first(where: { document.time($0) == nil }) else {
        continue
      }
      let parts = markup.descendants(node).filter { tree.classes[$0] == "value" }
      let raw = parts.isEmpty ? markup.line(node) : parts.map(markup.line).joined(separator: " ")
      if CivilTime(field: raw) != nil { document.times.append(TimeField(role, reading: raw)) }
    }
  }

  /// The most nodes of an element that is a time.
  private static let longestTime = 20
  private static let writtenTimes: [(Substring, TimeField.Role)] = [
    ("published", .published), ("dt-published", .published), ("updated", .updated), ("dt-updated", .updated),
  ]

  private static let metaFields: [(String, Field.Name)] = [
    ("author", .author), ("article:author", .author), ("dc.creator", .author), ("dc:creator", .author),
    ("dcterms.creator", .author), ("creator", .author), ("publisher", .provider),
    ("sourceorganization", .source),
    ("dateline", .dateline), ("alternativeheadline", .title), ("parsely-author", .author),
    ("sailthru.author", .author), ("byl", .byline),
    ("og:site_name", .provider), ("dc.publisher", .provider), ("dcterms.publisher", .provider),
    ("dc.source", .source), ("source", .source), ("news_source", .source), ("robots", .other),
    ("description", .other), ("og:description", .other),
  ]
  private static let metaURLs: [(String, Field.Name)] = [
    ("og:url", .permalink), ("original-source", .original), ("syndication-source", .original),
    ("isbasedon", .original),
  ]
  private static let metaTimes: [(String, TimeField.Role)] = [
    ("article:published_time", .published), ("datepublished", .published), ("parsely-pub-date", .published),
    ("dcterms.issued", .published), ("dc.date.issued", .published), ("dc.date", .published),
    ("date", .published),
    ("pubdate", .published), ("sailthru.date", .published), ("article:modified_time", .updated),
    ("datemodified", .updated), ("dcterms.modified", .updated), ("last-modified", .updated),
    ("dcterms.created", .created), ("article:expiration_time", .expiry), ("unavailable_after", .expiry),
  ]
}
