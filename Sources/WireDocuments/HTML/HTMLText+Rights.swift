import WireText

extension HTMLText {
  /// The licences that links state in HTML that is not a page of its own, by the rules for pages: next to a picture or
  /// in readers' comments they do not apply to the text.
  static func rights(of page: HTMLPage) -> [RightsField] {
    var document = Document(origin: Origin(path: "", format: HTMLReader.format.name))
    page.readRights(ArticleTree(page.markup), article: Array(page.markup.roots), into: &document)
    return document.rights.filter(\.isLink)
  }

  /// Whether an element has a licence relation: most texts have none and need not be searched.
  static func hasLicenceLink(_ markup: Markup) -> Bool {
    guard let name = markup.names.firstIndex(where: { $0.local == "rel" && $0.prefix.isEmpty }) else {
      return false
    }
    return markup.attributes.contains {
      Int($0.name) == name && markup.string($0).lowercased().contains("license")
    }
  }
}
