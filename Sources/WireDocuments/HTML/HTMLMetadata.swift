import WireText

/// What a page says about itself outside its text: title, meta elements, links, linked data.
struct HTMLMetadata {
  /// A value with its position in the markup's text, if it has one.
  struct Value {
    var text: String
    /// The attribute that holds it; nil if it is an element's text.
    var attribute: Markup.Attribute?
    /// The element that states it.
    var element: Markup.Index
  }

  /// The values of `meta` elements by their names in lower case.
  private(set) var meta: [String: [Value]] = [:]
  /// The targets of links by their relation.
  private(set) var links: [String: [Value]] = [:]
  /// The text of `title`.
  private(set) var title: String?
  /// The `lang` of the page.
  private(set) var language: String?
  /// The elements that hold JSON-LD.
  private(set) var scripts: [Markup.Index] = []
  /// The other inline scripts.
  private(set) var otherScripts: [Markup.Index] = []
  /// RSL licences: addresses, and elements that hold one.
  private(set) var machineLicences: [Value] = []
  /// Properties of the Creative Commons vocabulary, by local name in lower case: texts and link targets.
  private(set) var creativeCommons: [(property: String, value: Value)] = []

  /// The first element that microdata marks as an article.
  private var article: Markup.Index?
  /// The words of elements that the properties have so far.
  private var words: PropertyWords

  /// The metadata of a page.
  init(_ markup: Markup) {
    article = markup.nodes.indices.first { Self.isArticle(markup, $0) }
    words = PropertyWords(markup)
    // Most pages have no properties of these kinds, and most elements none.
    let hasMicrodata = markup.names.contains { $0.local == "itemprop" }
    let hasRelations = markup.names.contains { $0.local == "property" || $0.local == "rel" }
    for node in markup.nodes.indices where markup.isElement(node) {
      switch markup.name(node) {
      case "meta": takeMeta(markup, node)
      case "link", "a": takeLink(markup, node)
      case "title" where title == nil && !markup.isInside(node, "svg"): title = markup.line(node)
      case "html": language = markup.value(node, "lang")
      case "script":
        let type = markup.value(node, "type")?.lowercased() ?? ""
        if type.contains("ld+json") {
          scripts.append(node)
        } else if markup.attribute(node, "src") == nil {
          otherScripts.append(node)
        }
        if type.contains("rsl+xml"), !markup.string(node).isEmpty {
          machineLicences.append(Value(text: oneLine(markup.string(node)), element: node))
        }
      default: break
      }
      if hasRelations { takeCreativeCommons(markup, node) }
      if hasMicrodata, markup.name(node) != "meta" { takeMicrodata(markup, node) }
    }
  }

  /// Reads schema.org properties of any element: its text and its target.
  ///
  /// A licence is identified by its address; a notice, a name or a credit by its text, to which the address may add
  /// something.
  private mutating func takeMicrodata(_ markup: Markup, _ node: Int) {
    guard let value = markup.value(node, "itemprop") else { return }
    for name in Set(value.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)) {
      guard
        Self.rights.contains(name)
          || (Self.properties.contains(name) || Self.statuses.contains(name)) && isOfArticle(markup, node)
      else { continue }
      let hasContent = markup.attribute(node, "content") != nil
      var values = ["content", "href"].compactMap { markup.attribute(node, $0) }
        .map { Value(text: oneLine(markup.string($0)), attribute: $0, element: node) }
      if let inner = words.name(of: node) {
        values = [words.value(of: inner, namingFor: name)].compactMap(\.self)
      } else if values.isEmpty || !Self.addresses.contains(name) && !hasContent,
        let words = words.value(of: node, for: name), !words.text.isEmpty
      {
        values = Self.statuses.contains(name) ? [words] : [words] + values
      }
      meta[name, default: []] += values.filter { !$0.text.isEmpty && !$0.text.hasPrefix("#") }
    }
  }

  private static func isArticle(_ markup: Markup, _ node: Int) -> Bool {
    guard let type = markup.value(node, "itemtype") else { return false }
    return ["Article", "Posting", "Report"].contains { type.hasSuffix($0) }
  }

  /// Whether a property belongs to the page's article, not to a comment or a teaser in it.
  private func isOfArticle(_ markup: Markup, _ node: Int) -> Bool {
    item(around: node, in: markup) == article
  }

  /// The item of microdata that a property belongs to.
  private func item(around node: Int, in markup: Markup) -> Markup.Index? {
    markup.ancestors(node).first { markup.attribute($0, "itemscope") != nil }
  }

  /// Whether a property belongs to the page's article, or to no item at all.
  func isOfStory(_ markup: Markup, _ node: Int) -> Bool {
    let item = item(around: node, in: markup)
    return item == nil || item == article
  }

  /// Whether a property describes a picture or film in the page, not the page itself.
  private func isOfMedia(_ markup: Markup, _ node: Int) -> Bool {
    for outer in markup.ancestors(node) {
      if markup.name(outer) == "figure" { return true }
      if let type = markup.value(outer, "itemtype") {
        return ["Image", "Video", "Audio", "Media"].contains { type.contains($0) }
      }
    }
    return false
  }

  private static let rights: Set<String> = ["copyrightnotice", "copyrightholder", "license", "credittext"]
  private static let properties: Set<String> = [
    "headline", "alternativeheadline", "author", "creator", "publisher", "sourceorganization", "dateline",
    "isbasedon",
    "usageinfo", "conditionsofaccess", "acquirelicensepage",
  ]
  /// Properties whose value is a word for the status.
  private static let statuses: Set<String> = ["creativeworkstatus"]
  /// Properties whose value is an address, whatever the link text.
  private static let addresses: Set<String> = ["license", "isbasedon", "usageinfo", "acquirelicensepage"]

  private mutating func takeMeta(_ markup: Markup, _ node: Int) {
    guard let content = markup.attribute(node, "content") else { return }
    let text = HTMLText.line(oneLine(markup.string(content)))
    guard !text.isEmpty else { return }
    let isOfMedia = isOfMedia(markup, node)
    for key in ["name", "property", "itemprop", "http-equiv"] {
      for name in (markup.value(node, key) ?? "").lowercased().split(whereSeparator: \.isWhitespace)
      where key != "itemprop" || !isOfMedia || Self.rights.contains(String(name)) {
        meta[String(name), default: []].append(Value(text: text, attribute: content, element: node))
      }
    }
  }

  private mutating func takeLink(_ markup: Markup, _ node: Int) {
    guard let target = markup.attribute(node, "href") else { return }
    var relation = markup.value(node, "rel") ?? ""
    // Some pages write hNews's relation as a class.
    if markup.value(node, "class")?.lowercased().contains("item-license") == true {
      relation += " item-license"
    }
    guard !relation.isEmpty else { return }
    let text = oneLine(markup.string(target))
    // A link within the page identifies no licence; the text that it leads to is read with the page.
    guard !text.isEmpty, !text.hasPrefix("#") else { return }
    if markup.value(node, "type")?.lowercased().contains("rsl+xml") == true {
      machineLicences.append(Value(text: text, attribute: target, element: node))
      return
    }
    for name in Set(relation.lowercased().split(whereSeparator: \.isWhitespace)).sorted() {
      if markup.name(node) == "a", !["license", "item-license", "copyright"].contains(name) { continue }
      links[String(name), default: []].append(Value(text: text, attribute: target, element: node))
    }
  }

  /// RDFa: a status or an embargo in the content or the text of any element: `property="schema:creativeWorkStatus"`.
  private mutating func takeStatus(_ property: String, _ markup: Markup, _ node: Int) {
    let name = property.lowercased()
    guard PageStatus.isName(property) || name.contains("embargo") else { return }
    let values = ["content", "datetime"].compactMap { markup.attribute(node, $0) }
    let text =
      values.first.map { oneLine(markup.string($0)) } ?? markup.line(node, upTo: Self.longestStatus * 4) ?? ""
    guard !text.isEmpty, text.utf8.count <= Self.longestStatus else { return }
    meta[property, default: []].append(Value(text: text, attribute: values.first, element: node))
  }

  /// The longest text of a status or embargo, in bytes.
  private static let longestStatus = 200

  /// Whether a property of RDFa belongs to an article, or to no thing at all.
  static func isOfStory(inRDFa markup: Markup, _ node: Int) -> Bool {
    guard markup.attribute(node, "about") == nil else { return false }
    for here in markup.outward(from: node) {
      guard let type = markup.value(here, "typeof") else { continue }
      return ["Article", "Posting", "Report", "CreativeWork"].contains { type.hasSuffix($0) }
    }
    return true
  }

  /// RDFa: a statement of rights in the content, the target, the name or the text of any element:
  /// `property="dct:rights"`.
  private mutating func takeRights(_ key: String, _ markup: Markup, _ node: Int) {
    let names = Self.addresses.contains(key) ? ["content", "href", "resource"] : ["content"]
    let value: Value?
    if let stated = names.lazy.compactMap({ markup.attribute(node, $0) }).first {
      value = Value(text: oneLine(markup.string(stated)), attribute: stated, element: node)
    } else if let inner = words.name(of: node) {
      value = words.value(of: inner, namingFor: key)
    } else {
      value = words.value(of: node, for: key)
    }
    guard let value, !value.text.isEmpty, !value.text.hasPrefix("#") else { return }
    meta[key, default: []].append(value)
  }

  /// Statements of rights by the local names of their properties, and the names that `meta` elements have for them.
  private static let rightsInRDFa = [
    "license": "license", "copyrightnotice": "copyrightnotice", "copyrightholder": "copyrightholder",
    "credittext": "credittext", "usageinfo": "usageinfo", "conditionsofaccess": "conditionsofaccess",
    "acquirelicensepage": "acquirelicensepage", "rights": "dcterms.rights",
    "rightsholder": "dcterms.rightsholder",
  ]

  /// A property in lower case without its prefix or vocabulary.
  static func local(_ property: String) -> String {
    let lowered = property.lowercased()
    return lowered.split { ":/#".contains($0) }.last.map(String.init) ?? lowered
  }

  /// RDFa: the value of `rel="cc:attributionURL"` is the link target, that of `property="cc:attributionName"` the
  /// text.
  private mutating func takeCreativeCommons(_ markup: Markup, _ node: Int) {
    for name in ["rel", "property"] {
      guard let attribute = markup.attribute(node, name) else { continue }
      let properties = Set(
        markup.string(attribute).split(whereSeparator: \.isWhitespace).map(String.init)
      ).sorted()
      if name == "property", markup.name(node) != "meta" {
        for property in properties { takeStatus(property, markup, node) }
        for key in Set(properties.compactMap(Self.rightsKey)) { takeRights(key, markup, node) }
      }
      let target = markup.attribute(node, name == "rel" ? "href" : "content")
      let stated = target.map { Value(text: oneLine(markup.string($0)), attribute: $0, element: node) }
      for property in properties where property.lowercased().hasPrefix("cc:") {
        let known = Self.attributions.contains(property.lowercased()) ? property.lowercased() : "cc:"
        guard let value = stated ?? words.value(of: node, for: known), !value.text.isEmpty else { continue }
        creativeCommons.append((property, value))
      }
    }
  }

  /// The properties of Creative Commons whose words say something.
  private static let attributions: Set<String> = ["cc:attributionname", "cc:attributionurl"]

  /// The name that `meta` elements have for a property of RDFa that states rights; nil for other properties.
  private static func rightsKey(_ property: String) -> String? {
    property.lowercased().hasPrefix("cc:") ? nil : rightsInRDFa[local(property)]
  }

  /// The first value of the first of several names that has one.
  func first(_ names: [String]) -> Value? {
    for name in names { if let value = meta[name]?.first { return value } }
    return nil
  }
}
