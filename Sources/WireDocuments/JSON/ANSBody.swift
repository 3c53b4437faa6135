import WireText
import WireTrees

/// The copy of an ANS document: the text of its content elements in order.
enum ANSBody {
  /// A part that is still to be read.
  private enum Part {
    /// HTML with its role.
    case text(JSONValue, BodyText.Role)
    /// An element, with the inherited role and its nesting depth.
    case element(JSONValue, BodyText.Role, depth: Int)
    /// The source of a quotation.
    case citation(JSONValue)
  }

  /// How deep quotes, lists and groups may nest; no editor nests deeper.
  private static let maximumDepth = 100

  /// Reads all elements; elements of unknown types by their content.
  ///
  /// - Parameters:
  ///   - item: the document; receives the text, and nested stories as attachments.
  ///   - isInner: whether it is a nested story itself; stories nested in it are reported, not read.
  static func read(into item: inout JSONItem, isInner: Bool = false) {
    guard let elements = item.value("content_elements") else {
      item.document.problems.append(Problem("no-text", "the document has no content elements"))
      return
    }
    var stack: [Part] = elements.elements.reversed().map { .element($0, .paragraph, depth: 0) }
    var isReported = false
    var stories: [JSONValue] = []
    while let part = stack.popLast() {
      switch part {
      case .text(let value, let role):
        let text = item.text(value)
        item.document.body.append(contentsOf: text, role: role, limits: item.limits)
      case .citation(let value):
        item.field(.other, value, key: "citation", of: ["content", "text"])
      case .element(let element, let role, let depth) where depth < maximumDepth:
        let kind = item.plain(element.member("type")) ?? ""
        if kind == "story", element.member("content_elements") != nil { stories.append(element) }
        readAside(element, kind: kind, into: &item)
        stack += parts(of: element, kind: kind, role: role, depth: depth + 1, in: item).reversed()
      case .element(let element, _, _):
        if !isReported {
          item.report(
            "limit-depth", "elements nested deeper than \(maximumDepth) levels were left out", element,
            losesText: true)
        }
        isReported = true
      }
    }
    // Corrections of the whole story are about its words and none of them.
    for correction in item.value("corrections")?.elements ?? [] {
      item.field(.other, correction.member("text"), key: "corrections.text")
    }
    attach(stories, to: &item, isInner: isInner)
    if item.document.body.isEmpty {
      item.document.problems.append(Problem("no-text", "the content elements have no text"))
    }
  }

  private static func attach(_ stories: [JSONValue], to item: inout JSONItem, isInner: Bool) {
    guard !stories.isEmpty else { return }
    guard !isInner else {
      return item.report(
        "further-body", "\(stories.count) stories within a story of a collection are not read", stories[0],
        losesText: true)
    }
    var further = AlternativeTexts()
    for (index, story) in stories.enumerated() {
      var inner = item.inside(story)
      inner.document.headline = inner.line(inner.value("headlines", "basic"))
      ANSReader.readStatements(&inner)
      // They stand in the text of the document, and are none about the whole of it.
      for index in inner.document.rights.indices { inner.document.rights[index].place = .body }
      read(into: &inner, isInner: true)
      item.source = inner.source
      further.attach(inner.document, name: "story \(index + 1)", to: &item.document, limits: item.limits)
    }
  }

  /// Keeps the text of an element that is not copy: captions with their credits, and embedded content.
  ///
  /// - Parameter key: the key of the resulting fields; nil for the element's type.
  static func readAside(
    _ element: JSONValue, key: String? = nil, kind: String? = nil, into item: inout JSONItem
  ) {
    let kind = kind ?? item.plain(element.member("type")) ?? ""
    let key = key ?? kind
    for path in asides[kind] ?? [] {
      let value = path.reduce(Optional(element)) { $0?.member($1) }
      if path == ["copyright"] {
        item.takeMedia(value, key: path[0], name: key, medium: .picture)
        continue
      }
      item.field(
        .other, value, key: "\(key).\(path.joined(separator: "."))", of: ["content", "byline", "name"])
    }
    if kind == "gallery" {
      for picture in element.member("content_elements")?.elements ?? [] where picture.member("type") != nil {
        if item.plain(picture.member("type")) == "image" {
          readAside(picture, key: "gallery.image", kind: "image", into: &item)
        }
      }
    }
    if kind == "custom_embed" { item.keepWords(of: element.member("embed"), key: "\(key).embed") }
    guard !isKnown(kind) else { return }
    for member in element.members where !(textKeys + ["content_elements"]).contains(member.key.lowercased()) {
      item.keepWords(of: member.value, key: "\(key).\(member.key)")
    }
  }

  /// Whether an element's type is of the schema, so that its members are known.
  private static func isKnown(_ kind: String) -> Bool {
    asides[kind] != nil
      || [
        "text", "raw_html", "code", "interstitial_link", "header", "blockquote", "quote", "list",
        "list_element", "element_group", "correction", "table", "reference", "oembed", "custom_embed",
        "divider", "numeric_rating",
      ].contains(kind)
  }

  private static let asides: [String: [[String]]] = [
    "image": [
      ["caption"], ["subtitle"], ["alt_text"], ["copyright"], ["credits", "by"], ["credits", "affiliation"],
    ],
    "graphic": [["caption"]], "endorsement": [["endorsement"], ["content"]],
    "video": [["headlines", "basic"], ["description", "basic"], ["credits", "by"], ["transcript"]],
    "audio": [["headlines", "basic"], ["description", "basic"], ["title"], ["transcript"]],
    "gallery": [["headlines", "basic"], ["description", "basic"]],
    "story": [["headlines", "basic"], ["description", "basic"]],
    "oembed_response": [["raw_oembed", "html"], ["raw_oembed", "title"]],
    "link_list": [["title"], ["items"]],
  ]

  /// The content of an element, in order; empty for elements that are not copy.
  private static func parts(
    of element: JSONValue, kind: String, role: BodyText.Role, depth: Int, in item: JSONItem
  ) -> [Part] {
    func text(_ key: String, _ role: BodyText.Role) -> [Part] {
      // Old versions and imports keep the text under another key, beside an empty one.
      let keys = [key] + textKeys.filter { $0 != key }
      let values = keys.compactMap { element.member($0) }
      let first = values.count > 1 ? values.first { item.holdsText($0) } : nil
      return (first ?? values.first).map { [.text($0, role)] } ?? []
    }
    func inner(_ key: String, _ role: BodyText.Role) -> [Part] {
      element.member(key)?.elements.map { .element($0, role, depth: depth) } ?? []
    }
    switch kind {
    case "text", "raw_html", "code": return text("content", role)
    case "interstitial_link": return text("content", .apparatus)
    case "header": return text("content", .subhead)
    case "blockquote": return text("content", .quote) + inner("content_elements", .quote)
    case "quote":
      let citation = element.member("citation").map { [Part.citation($0)] } ?? []
      return text("content", .quote) + inner("content_elements", .quote) + citation
    case "list": return inner("items", .list)
    case "list_element": return text("content", .list) + inner("items", .list)
    case "element_group": return inner("content_elements", role)
    case "correction": return text("text", .apparatus)
    case "table":
      let rows = element.member("rows")?.elements.flatMap(\.elements) ?? []
      return inner("header", .table) + rows.map { .element($0, .table, depth: depth) }
    case "story", "reference", "image", "video", "audio", "gallery", "oembed", "oembed_response",
      "custom_embed", "divider", "link_list", "numeric_rating", "endorsement", "graphic":
      return []
    default: return text("content", role) + inner("content_elements", role)
    }
  }

  /// The keys under which elements keep their text, the usual one first.
  private static let textKeys = ["content", "text", "body", "html"]
}

extension JSONItem {
  /// Whether a value is a string with more than tags and white space.
  fileprivate func holdsText(_ value: JSONValue) -> Bool {
    guard value.isString else { return false }
    // Decoding notes repairs, which the reader of the text notes again.
    var copy = self
    return copy.line(value) != nil
  }
}
