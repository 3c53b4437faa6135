import WireText

extension HTMLPage {
  /// Reads the statements of rights about the page and about things in it.
  ///
  /// - Parameters:
  ///   - tree: the page, with its complete article.
  ///   - article: the roots of the story.
  func readRights(_ tree: ArticleTree, article: [Markup.Index], into document: inout Document) {
    let addresses = document.urls.filter { $0.name != .original }.map(\.text)
    // Not `lazy`, which would copy what it knows at each use.
    var subject: StatementSubject?
    func field(
      _ kind: RightsField.Kind, _ text: String, key: String, _ value: HTMLMetadata.Value
    ) -> RightsField {
      if subject == nil { subject = StatementSubject(tree, article: article, addresses: addresses) }
      var other = subject?.other(of: value.element)
      // A copyright owner in a sidebar may apply to the page; a permission must be close to the story.
      if other?.medium == .other, [.notice, .holder, .dataMining].contains(kind) { other = nil }
      return RightsField(
        kind, text, key: key, scope: other?.scope, medium: other?.medium, range: place(value))
    }
    var rights = linked.rights("JSON-LD")
    for (key, kind) in Self.metaRights {
      for value in metadata.meta[key] ?? [] {
        rights.append(
          field(value.text.isAddress ? .link : kind, value.text, key: "meta: \(key)", value))
      }
    }
    for value in metadata.meta["robots"] ?? []
    where ["noai", "noimageai"].contains(where: value.text.lowercased().contains) {
      rights.append(field(.dataMining, value.text, key: "meta: robots", value))
    }
    // `copyright` is an old keyword for `license` (HTML Standard, link type `license`).
    for relation in ["license", "item-license", "copyright"] {
      for value in metadata.links[relation] ?? [] where !isTermsOfSite(value, relation) {
        let words = words(around: value.element, leadingTo: value.text, in: tree)
        rights.append(
          field(words == nil ? .link : .terms, words ?? value.text, key: "rel: \(relation)", value))
      }
    }
    for value in metadata.machineLicences {
      rights.append(field(.dataMining, value.text, key: "rel: license rsl+xml", value))
    }
    for (property, value) in metadata.creativeCommons {
      let kind: RightsField.Kind = property.lowercased().hasSuffix("name") ? .credit : .link
      rights.append(field(kind, value.text, key: "RDFa: \(property)", value))
    }
    for source in linked.policies {
      let whole = String(decoding: source.bytes, as: UTF8.self)
      rights.append(
        RightsField(.expression, whole, key: "JSON-LD: policy", range: source.place(source.bytes.indices)))
    }
    document.rights = rights + document.rights
  }

  /// Whether a link in the head leads to what a site says about itself: many name their imprint or the terms of the
  /// site so, which are kept as a field.
  func isTermsOfSite(_ value: HTMLMetadata.Value, _ relation: String) -> Bool {
    relation == "copyright" && markup.name(value.element) == "link"
      && !["licen", "creativecommons", "rightsstatements"].contains(where: value.text.lowercased().contains)
  }

  /// The line that contains a link, with the link's address inserted after its text; nil if there is no other text.
  ///
  /// The text next to the link may say what the licence covers: "Map: Nordkarte, CC BY".
  private func words(around link: Markup.Index, leadingTo address: String, in tree: ArticleTree) -> String? {
    guard markup.name(link) == "a" else { return nil }
    let block = blockAround(link, tree)
    func isOfLine(_ node: Markup.Index) -> Bool {
      let element = markup.isElement(node) ? node : markup.parent(node) ?? node
      return !tree.kind(node).contains(.block) && !tree.kind(element).contains(.hidden)
        && blockAround(node, tree) == block
    }
    let first = (max(0, link - Self.nearNodes)..<link).reversed().prefix(while: isOfLine).last ?? link
    let last =
      (link..<min(markup.nodes.count, markup.end(link) + Self.nearNodes)).prefix(while: isOfLine).last ?? link
    func text(_ nodes: Range<Markup.Index>) -> String {
      String(decoding: nodes.flatMap { markup.text[markup.bytes($0)] }, as: UTF8.self)
    }
    let before = String(text(first..<link).suffix(Self.nearLetters))
    let after = text(markup.end(link)..<max(last + 1, markup.end(link))).prefix(Self.nearLetters)
    guard "\(before)\(after)".contains(where: \.isLetter) else { return nil }
    return oneLine("\(before)\(text(link..<markup.end(link))) (\(address))\(after)")
  }

  /// How much text around a link counts as its context: nodes and characters on each side.
  private static let (nearNodes, nearLetters) = (64, 300)

  private func blockAround(_ node: Markup.Index, _ tree: ArticleTree) -> Markup.Index? {
    markup.ancestors(node).first { tree.kind($0).contains(.block) }
  }

  private static let metaRights: [(String, RightsField.Kind)] = [
    ("copyrightnotice", .notice), ("credittext", .credit), ("usageinfo", .terms),
    ("conditionsofaccess", .terms),
    ("acquirelicensepage", .link),
    ("copyright", .notice), ("dcterms.rights", .notice), ("dc.rights", .notice), ("rights", .notice),
    ("copyrightholder", .holder), ("dcterms.rightsholder", .holder), ("dc.rights.copyright", .notice),
    ("dcterms.license", .terms), ("license", .terms), ("tdm-reservation", .dataMining),
    ("tdm-policy", .dataMining),
  ]
}
