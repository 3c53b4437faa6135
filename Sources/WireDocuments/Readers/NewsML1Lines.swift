import WireText

/// The lines of a `NewsComponent` and its creators.
enum NewsML1Lines {
  /// Reads them into an item; the first headline is the item's.
  static func read(_ component: Markup.Index, into item: inout MarkupItem) {
    let markup = item.markup
    for lines in markup.children(component, "NewsLines") {
      for line in markup.children(lines) where markup.isElement(line) { read(line: line, into: &item) }
    }
    for metadata in markup.children(component, "AdministrativeMetadata") {
      for child in markup.children(metadata) where markup.isElement(child) { read(party: child, into: &item) }
    }
    for metadata in ["DescriptiveMetadata", "Metadata"].flatMap({ markup.children(component, $0) }) {
      for property in markup.children(metadata, "Property") { read(property: property, into: &item) }
    }
  }

  /// The headline elements of a component.
  static func headlines(of component: Markup.Index, in markup: Markup) -> [Markup.Index] {
    markup.children(component, "NewsLines").flatMap { markup.children($0) }
      .filter { ["HeadLine", "Headline"].contains(markup.name($0)) }
  }

  private static func read(line: Markup.Index, into item: inout MarkupItem) {
    let markup = item.markup
    let key = "NewsLines/\(markup.name(line))"
    switch markup.name(line) {
    case "HeadLine", "Headline":
      if item.document.headline == nil {
        item.document.headline = markup.nonempty(line)
      } else {
        item.field(.title, line, key: key)
      }
    case "Title", "ExtendedHeadLine", "OriginalHeadLine": item.field(.title, line, key: key)
    case "SubHeadLine": item.field(.subhead, line, key: key)
    case "ByLine", "ByLineTitle": item.field(.byline, line, key: key)
    case "CreditLine": item.field(.credit, line, key: key)
    case "DateLine": item.field(.dateline, line, key: key)
    case "SlugLine": item.field(.slug, line, key: key)
    case "KeywordLine": item.field(.keyword, line, key: key)
    case "SeriesLine": item.field(.other, line, key: key)
    case "NewsLine":
      let type = markup.line(markup.child(line, "NewsLineType"), attribute: "FormalName") ?? ""
      for text in markup.children(line, "NewsLineText") {
        item.field(isNote(type) ? .editorsNote : .other, text, key: "\(key) \(type)")
      }
    case "CopyrightLine", "RightsLine": break
    // Agencies add lines of their own.
    default: item.field(.other, line, key: key)
    }
  }

  private static func read(party node: Markup.Index, into item: inout MarkupItem) {
    let name: Field.Name
    switch item.markup.name(node) {
    case "Provider": name = .provider
    case "Source": name = .source
    case "Creator", "Contributor": name = .author
    case "Property": return read(property: node, into: &item)
    default: return
    }
    let key = "AdministrativeMetadata/\(item.markup.name(node))"
    let parties = item.markup.children(node, "Party")
    for party in parties { item.field(name, party, attribute: "FormalName", key: "\(key)/Party") }
    if parties.isEmpty { item.field(name, node, key: key) }
  }

  /// Whether a name is that of a note to editors.
  private static func isNote(_ name: String) -> Bool {
    ["editorial", "note", "instruction", "advis"].contains(where: name.lowercased().contains)
  }

  /// Reads an agency's properties for data without an element in the format: authors, notes to editors, a status, an
  /// embargo.
  static func read(property node: Markup.Index, into item: inout MarkupItem) {
    let name = item.markup.line(node, attribute: "FormalName") ?? ""
    let value = item.markup.line(node, attribute: "Value") ?? ""
    if let status = StatusWords.held(name, value) { return item.document.setStatus(status) }
    if MetaKey(name, text: "") == .embargo, !KeyWords(name).remarksOnEmbargo {
      if let time = TimeField.embargo(stating: value) {
        item.document.add(time, named: "`\(name.prefix(40))`")
      }
      return
    }
    let word = name.lowercased()
    let isNote = isNote(name)
    guard isNote || word == "author" else { return }
    item.field(
      isNote ? .editorsNote : .author, node, attribute: "Value",
      key: "\(item.markup.parent(node).map(item.markup.name) ?? "")/Property \(name)")
  }

  /// Reads the address of a content item, and its properties with text, such as the caption of a picture.
  static func read(content: Markup.Index, into item: inout MarkupItem) {
    item.field(.other, content, attribute: "Href", key: "ContentItem@Href")
    for property in item.markup.children(content, "Property") {
      let name = item.markup.line(property, attribute: "FormalName") ?? ""
      for attribute in ["Value", "value"] {
        guard item.markup.line(property, attribute: attribute)?.contains(" ") == true else { continue }
        item.field(.other, property, attribute: attribute, key: "ContentItem/Property \(name)")
      }
    }
  }
}
