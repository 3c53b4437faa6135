/// An element of markup with its place, as it stands: what readers of XML hand over.
package struct Element: Sendable {
  /// The name's part after the colon.
  package var name: String
  /// The part before the colon; empty where there is none.
  package var prefix: String
  /// The namespace; empty where it has none or its prefix is not declared.
  package var namespace: String
  /// Local names with values, in order.
  package var attributes: [(name: String, value: String)]
  /// The elements in it, in order.
  package var children: [Element]
  /// All text in it that stands in no other element, on one line.
  package var text: String
  /// The bytes of the input that it stands on.
  package var range: Range<Int>

  /// An element of the given parts.
  package init(
    name: String, prefix: String = "", namespace: String = "",
    attributes: [(name: String, value: String)] = [],
    children: [Element] = [], text: String = "", range: Range<Int> = 0..<0
  ) {
    self.name = name
    self.prefix = prefix
    self.namespace = namespace
    self.attributes = attributes
    self.children = children
    self.text = text
    self.range = range
  }

  /// The value of an attribute.
  package subscript(attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }

  /// The children of a name.
  package func children(_ name: String) -> [Element] { children.filter { $0.name == name } }

  /// The element and all below it, in document order.
  package var all: [Element] {
    var found: [Element] = []
    var waiting = [self]
    while let next = waiting.popLast() {
      found.append(next)
      waiting += next.children.reversed()
    }
    return found
  }
}
