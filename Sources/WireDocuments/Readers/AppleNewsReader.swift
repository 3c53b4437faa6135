import WireText
import WireTrees

/// Apple News Format: the `article.json` of an article, alone or in the answer of Apple's interface.
struct AppleNewsReader: JSONItemReader {
  static let format = Format(name: "applenews", title: "Apple News Format: article.json")

  static func recognises(_ probe: Probe) -> Bool {
    guard let json = probe.json else { return false }
    let isArticle = json.contains("\"components\"") && json.contains("\"role\"")
    if json.has("components") {
      return isArticle && json.has("identifier")
        && !json.keys.isDisjoint(with: ["layout", "documentstyle", "componenttextstyles"])
    }
    return isArticle && json.has("data") && json.contains("\"document\"")
      && json.contains("\"componentTextStyles\"")
  }

  var queue: JSONItemQueue

  /// The articles: Apple's interface puts one, or a list of them, under `data`, each with its state.
  static func items(of value: JSONValue, in bytes: [UInt8]) -> [JSONValue]? {
    if value.member("components") != nil { return [value] }
    return value.member("data")?.elements
  }

  static func read(_ item: inout JSONItem) {
    guard let article = item.value("document") else { return readArticle(&item) }
    readState(&item)
    var inner = item.inside(article)
    inner.document = item.document
    readArticle(&inner)
    item.source = inner.source
    item.document = inner.document
  }

  /// Reads what Apple's interface says about the article: a preview is shown to nobody but its channel.
  private static func readState(_ item: inout JSONItem) {
    if let word = item.plain(item.value("state")) {
      switch word.lowercased() {
      case "taken_down": item.document.setStatus(Status(.trashed, raw: word))
      // The interface checks the article, or did not take it.
      case "live", "processing", "processing_update": item.document.setStatus(Status(.published, raw: word))
      default: item.document.setStatus(word)
      }
    }
    if item.plain(item.value("ispreview")) == "true" {
      item.document.setStatus(Status(.draft, raw: "isPreview: true"))
    }
    item.url(.permalink, item.value("shareurl"), key: "shareUrl")
  }

  private static func readArticle(_ item: inout JSONItem) {
    item.document.origin.dialect = item.plain(item.value("version"))
    item.document.id = item.plain(item.value("identifier"))
    item.document.language = item.plain(item.value("language"))
    item.document.headline = item.line(item.value("title"))
    item.field(.subhead, item.value("subtitle"), key: "subtitle")
    item.field(.author, item.value("metadata", "authors"), key: "metadata.authors")
    item.field(.summary, item.value("metadata", "excerpt"), key: "metadata.excerpt")
    item.field(.keyword, item.value("metadata", "keywords"), key: "metadata.keywords")
    item.field(
      .other, item.value("metadata", "contentgenerationtype"), key: "metadata.contentGenerationType")
    item.url(.canonical, item.value("metadata", "canonicalurl"), key: "metadata.canonicalURL")
    item.time(.created, item.value("metadata", "datecreated"), key: "metadata.dateCreated")
    item.time(.published, item.value("metadata", "datepublished"), key: "metadata.datePublished")
    item.time(.updated, item.value("metadata", "datemodified"), key: "metadata.dateModified")
    var waiting = (item.value("components")?.elements ?? []).reversed() as [JSONValue]
    while let component = waiting.popLast() {
      read(component, &item)
      waiting += (component.member("components")?.elements ?? []).reversed()
    }
    if item.document.body.isEmpty {
      item.document.problems.append(Problem("no-text", "the components have no text"))
    }
  }

  /// Reads one component by its role; a component of an unknown role with text is copy.
  private static func read(_ component: JSONValue, _ item: inout JSONItem) {
    let role = item.plain(component.member("role"))?.lowercased() ?? ""
    let text = component.member("text")
    switch role {
    case "title":
      if let line = text.flatMap({ item.line($0) }), line != item.document.headline {
        if item.document.headline == nil { item.document.headline = line }
        item.field(.title, text, key: role)
      }
    case "intro": addField(.subhead, component, key: role, &item)
    case "byline", "author": addField(.byline, component, key: role, &item)
    case "illustrator", "photographer", "link_button": addField(.other, component, key: role, &item)
    case "quote", "pullquote": add(component, role: .quote, &item)
    case "caption": add(component, role: .caption, &item)
    case _ where role.hasPrefix("heading"): add(component, role: .subhead, &item)
    default: add(component, role: .paragraph, &item)
    }
    if let table = component.member("html") {
      item.document.body.append(contentsOf: item.text(table), role: .table, limits: item.limits)
    }
    if let data = component.member("data") { item.keepWords(of: data, key: role) }
    for shown in [component] + (component.member("items")?.elements ?? []) {
      guard let caption = shown.member("caption") else { continue }
      // A caption is a text, or an object with a text and its format.
      add(
        caption.isString ? shown : caption, key: caption.isString ? "caption" : "text", role: .caption, &item)
    }
  }

  private static func addField(
    _ name: Field.Name, _ component: JSONValue, key: String, _ item: inout JSONItem
  ) {
    let line = copy(component, key: "text", &item).strings.joined(separator: " ")
    guard !line.isEmpty, let text = component.member("text") else { return }
    item.document.fields.append(Field(name, oneLine(line), key: key, place: item.source.place(text.range)))
  }

  private static func add(
    _ component: JSONValue, key: String = "text", role: BodyText.Role, _ item: inout JSONItem
  ) {
    let text = copy(component, key: key, &item)
    item.document.body.append(contentsOf: text, role: role, limits: item.limits)
  }

  /// The text of a component in the format that it names, without one plain text.
  private static func copy(_ component: JSONValue, key: String, _ item: inout JSONItem) -> BodyText {
    guard let value = component.member(key), case .string(let string) = value.content else {
      return BodyText()
    }
    switch item.plain(component.member("format"))?.lowercased() {
    case "html": return item.text(value)
    case "markdown": return item.markdown(string)
    default: return item.text(value, isHTML: false)
    }
  }
}
