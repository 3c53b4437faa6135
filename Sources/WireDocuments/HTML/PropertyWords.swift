import WireText

/// The words of elements as values of the properties that microdata and RDFa give them.
///
/// A property has the words of an element once: those of the elements in it are part of them. Elements that are nested
/// as deep as the limit would otherwise repeat all that stands in them.
struct PropertyWords {
  private let markup: Markup
  /// The elements that are the name of a thing, by the attribute that says so, in document order.
  private var names: [String: [Markup.Index]] = [:]
  /// For each property, the end of the last element whose words it has.
  private var ends: [String: Markup.Index] = [:]

  /// The words of a page's elements.
  init(_ markup: Markup) {
    self.markup = markup
    for attribute in ["itemprop", "property"] where markup.names.contains(where: { $0.local == attribute }) {
      names[attribute] = markup.nodes.indices.filter {
        markup.value($0, attribute).map { HTMLMetadata.local($0) == "name" } ?? false
      }
    }
  }

  /// The words of an element as the value of a property; nil if they are part of what the property has.
  ///
  /// Elements are asked for in document order.
  mutating func value(of node: Markup.Index, for property: String) -> HTMLMetadata.Value? {
    guard isNew(node, for: property) else { return nil }
    return HTMLMetadata.Value(text: markup.line(node), element: node)
  }

  /// The element with the name of a person or an organization that an element describes.
  func name(of node: Markup.Index) -> Markup.Index? {
    let isItem = markup.attribute(node, "itemscope") != nil
    guard isItem || markup.attribute(node, "typeof") != nil,
      let names = names[isItem ? "itemprop" : "property"]
    else { return nil }
    let next = names.partitioningIndex { $0 > node }
    return next < names.count && names[next] < markup.end(node) ? names[next] : nil
  }

  /// The name that an element states, as the value of a property; nil if the property has it.
  mutating func value(of name: Markup.Index, namingFor property: String) -> HTMLMetadata.Value? {
    let kind = markup.attribute(name, "itemprop") == nil ? "property" : "itemprop"
    guard isNew(name, for: "\(kind) naming \(property)") else { return nil }
    guard let content = markup.attribute(name, "content") else {
      return HTMLMetadata.Value(text: markup.line(name), element: name)
    }
    return HTMLMetadata.Value(text: oneLine(markup.string(content)), attribute: content, element: name)
  }

  private mutating func isNew(_ node: Markup.Index, for property: String) -> Bool {
    guard node >= ends[property, default: 0] else { return false }
    ends[property] = markup.end(node)
    return true
  }
}
