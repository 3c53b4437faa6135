/// A markup element with its position, not interpreted: the output of XML readers.
package struct Element: Sendable {
  /// The local name, after the colon.
  package var name: String
  /// The prefix, before the colon; empty if there is none.
  package var prefix: String
  /// The namespace; empty if there is none or the prefix is not declared.
  package var namespace: String
  /// Local names with values, in document order.
  package var attributes: [(name: String, value: String)]
  /// The child elements, in document order.
  package var children: [Element]
  /// The text directly in the element, outside its children, on one line.
  package var text: String
  /// The element's range of bytes in the input.
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

  /// The children with a name.
  package func children(_ name: String) -> [Element] { children.filter { $0.name == name } }

  /// The element and its descendants, in document order.
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
