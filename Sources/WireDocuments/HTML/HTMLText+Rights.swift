import WireText

extension HTMLText {
  /// What links to licences say in HTML that is no page of its own, by the rules for pages: beside a picture, or in
  /// readers' comments, they are none of the text's.
  static func rights(of page: HTMLPage) -> [RightsField] {
    var document = Document(origin: Origin(path: "", format: HTMLReader.format.name))
    page.readRights(ArticleTree(page.markup), article: Array(page.markup.roots), into: &document)
    return document.rights.filter { $0.key.hasPrefix("rel: ") }
  }

  /// Whether an element has a relation that is called a licence: most text has none, and need not be read for it.
  static func hasLicenceLink(_ markup: Markup) -> Bool {
    guard let name = markup.names.firstIndex(where: { $0.local == "rel" && $0.prefix.isEmpty }) else {
      return false
    }
    return markup.attributes.contains {
      Int($0.name) == name && markup.string($0).lowercased().contains("license")
    }
  }
}

extension Document {
  /// Adds what HTML in a field says of rights, each statement once.
  mutating func addRights(_ fields: [RightsField]) {
    for field in fields where !rights.contains(field) { rights.append(field) }
  }
}
