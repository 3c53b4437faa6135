import WireText

/// A document's elements and text as a flat list in document order: the lightweight tree that the readers of XML and
/// HTML use.
///
/// A node's descendants follow it directly, up to `end`, so that a subtree is a range, and neither walking nor freeing
/// it needs recursion. All text and all attribute values are in one array of UTF-8 with one map back to the input.
/// input.
struct Markup {
  /// A node's number in document order.
  typealias Index = Int

  /// An element's or attribute's name.
  struct Name: Hashable {
    /// The part after the colon; lower case in HTML.
    var local: String
    /// The part before the colon, as written or as in `UsualPrefixes`; empty if there is none.
    var prefix = ""
    /// The namespace URI; empty if there is none or the prefix is undeclared.
    var namespace = ""
  }

  /// An element or a run of text.
  struct Node {
    /// The number of the element's name; −1 for text.
    var name: Int32
    /// The parent element; −1 for the outermost nodes.
    var parent: Int32
    /// The node after the last descendant.
    var end: Int32
    /// For text, its range in `text`; for an element, its range in `attributes`.
    var lower: Int32
    var upper: Int32
  }

  /// An attribute with the range of its value in `text`.
  struct Attribute {
    var name: Int32
    var lower: Int32
    var upper: Int32
  }

  /// The nodes in document order.
  var nodes: [Node] = []
  /// The attributes of all elements in order.
  var attributes: [Attribute] = []
  /// The distinct names.
  var names: [Name] = []
  /// All text and attribute values, decoded; valid UTF-8.
  var text: [UInt8] = []
  /// Where the text is in the parsed input.
  var map = SourceMap()
  /// The numbers of the names of elements that are blocks although their names do not tell, unless the vocabulary does.
  var standalone: Set<Int32> = []
  /// The limits for building the tree and for what is derived from it.
  var limits = Limits()

  /// The outermost nodes.
  var roots: Children { Children(nodes: nodes, at: 0, end: nodes.count) }
  /// The first outermost element.
  var root: Index? { nodes.firstIndex { $0.parent < 0 && $0.name >= 0 } }

  /// Whether a node is an element.
  func isElement(_ node: Index) -> Bool { nodes[node].name >= 0 }
  /// The local name of an element; empty for text.
  func name(_ node: Index) -> String { isElement(node) ? names[Int(nodes[node].name)].local : "" }
  /// The whole name of an element.
  func qualifiedName(_ node: Index) -> Name {
    isElement(node) ? names[Int(nodes[node].name)] : Name(local: "")
  }
  /// The parent element of a node.
  func parent(_ node: Index) -> Index? { nodes[node].parent < 0 ? nil : Int(nodes[node].parent) }
  /// The node after the last descendant.
  func end(_ node: Index) -> Index { Int(nodes[node].end) }
  /// All descendants in document order, including text.
  func descendants(_ node: Index) -> Range<Index> { node + 1..<end(node) }
  /// The range of a text node; empty for an element.
  func bytes(_ node: Index) -> Range<Int> {
    isElement(node) ? 0..<0 : Int(nodes[node].lower)..<Int(nodes[node].upper)
  }
}

extension Markup {
  /// The children of a node, one after the other.
  struct Children: Sequence, IteratorProtocol {
    fileprivate let nodes: [Node]
    fileprivate var at: Int
    fileprivate let end: Int

    mutating func next() -> Index? {
      guard at < end else { return nil }
      defer { at = Int(nodes[at].end) }
      return at
    }
  }

  /// The elements around a node, from the inside.
  struct Ancestors: Sequence, IteratorProtocol {
    fileprivate let nodes: [Node]
    fileprivate var at: Int

    mutating func next() -> Index? {
      guard at >= 0 else { return nil }
      defer { at = Int(nodes[at].parent) }
      return at
    }
  }

  /// The elements around a node, from the inside.
  func ancestors(_ node: Index) -> Ancestors { Ancestors(nodes: nodes, at: Int(nodes[node].parent)) }
  /// A node, and the elements around it from the inside.
  func outward(from node: Index) -> Ancestors { Ancestors(nodes: nodes, at: node) }
  /// The children of a node, including text.
  func children(_ node: Index) -> Children { Children(nodes: nodes, at: node + 1, end: end(node)) }
  /// The child elements with a local name.
  func children(_ node: Index, _ local: String) -> [Index] { children(node).filter { name($0) == local } }
  /// The first child element with a local name.
  func child(_ node: Index, _ local: String) -> Index? { children(node).first { name($0) == local } }
  /// The first element at the end of a path of local names.
  func child(_ node: Index, path: [String]) -> Index? {
    var node = node
    for name in path {
      guard let next = child(node, name) else { return nil }
      node = next
    }
    return node
  }
  /// All descendant elements with a local name.
  func all(_ node: Index, _ local: String) -> [Index] { descendants(node).filter { name($0) == local } }
  /// The first descendant element with a local name.
  func first(_ node: Index, _ local: String) -> Index? { descendants(node).first { name($0) == local } }
  /// Whether a node is an element with a local name, or is inside one.
  func isInside(_ node: Index, _ local: String) -> Bool {
    outward(from: node).contains { name($0) == local }
  }
}

extension Markup {
  /// The attribute with a local name.
  func attribute(_ node: Index, _ local: String) -> Attribute? {
    guard isElement(node) else { return nil }
    return attributes[Int(nodes[node].lower)..<Int(nodes[node].upper)].first {
      names[Int($0.name)].local == local
    }
  }
  /// The value of the attribute with a local name, as written.
  func value(_ node: Index, _ local: String) -> String? { attribute(node, local).map(string) }
  /// The value of an attribute.
  func string(_ attribute: Attribute) -> String {
    String(decoding: text[Int(attribute.lower)..<Int(attribute.upper)], as: UTF8.self)
  }
  /// The range of an attribute's value in the input.
  func place(_ attribute: Attribute) -> FileRange? {
    map.fileRange(of: TextRange(Int(attribute.lower), Int(attribute.upper)))
  }

  /// All text of a node, unchanged.
  func string(_ node: Index) -> String {
    guard isElement(node) else { return String(decoding: text[bytes(node)], as: UTF8.self) }
    var all: [UInt8] = []
    for index in descendants(node) { all += text[bytes(index)] }
    return String(decoding: all, as: UTF8.self)
  }
  /// All text of a node on one line, white space collapsed.
  func line(_ node: Index) -> String { oneLine(string(node)) }
  /// All text of a node on one line; nil if it is more than `limit` bytes or nodes, which are not read.
  func line(_ node: Index, upTo limit: Int) -> String? {
    guard end(node) - node <= limit else { return nil }
    var all: [UInt8] = []
    for index in node..<end(node) {
      all += text[bytes(index)].prefix(limit + 1)
      guard all.count <= limit else { return nil }
    }
    return oneLine(String(decoding: all, as: UTF8.self))
  }
  /// The text of an element on one line without that of scripts and styles in it, its elements separated by spaces.
  func shownLine(_ node: Index) -> String {
    var shown: [UInt8] = []
    var at = node + 1
    while at < end(node) {
      if isElement(at), ["script", "style"].contains(name(at)) {
        at = end(at)
      } else {
        shown.append(0x20)
        if !isElement(at) { shown += text[bytes(at)] }
        at += 1
      }
    }
    return oneLine(String(decoding: shown, as: UTF8.self))
  }
  /// The range of a node's text in the input.
  func place(_ node: Index) -> FileRange? {
    let nodes = node..<end(node)
    guard let first = nodes.first(where: { !isElement($0) }), let last = nodes.last(where: { !isElement($0) })
    else { return nil }
    return map.fileRange(of: TextRange(bytes(first).lowerBound, bytes(last).upperBound))
  }
}
