/// Reads the items of an XML input that is read in one piece, one after the other.
struct XMLItemQueue {
  private let input: ByteInput
  private let origin: Origin
  private let limits: Limits
  private let names: Set<String>
  private let late: Set<String>
  private let takesInner: Bool
  private let around: [String]
  private var documents: [XMLDocument] = []
  private var items: [(document: Int, node: Markup.Index)] = []
  /// The items in the order in which they are returned.
  private var order: [Int] = []
  private var fault: ReadingFault?
  private var isRead = false
  private var count = 0
  /// The number of the document that contained the last item, from 0.
  private(set) var documentNumber = 0

  /// A queue of the outermost elements with the given local names.
  ///
  /// - Parameters:
  ///   - input: the XML.
  ///   - origin: where it was found.
  ///   - limits: the bounds to work within.
  ///   - items: the names.
  ///   - late: those of them that come after all others, wherever they are in the input.
  ///   - takesInner: whether nested elements with these names are separate items.
  ///   - around: the names of the elements around an item, from the outside; where no element stands in them, all
  ///     with its name count.
  init(
    _ input: ByteInput, origin: Origin, limits: Limits, items: Set<String>, late: Set<String> = [],
    takesInner: Bool = false, within around: [String] = []
  ) {
    self.around = around.map { $0.lowercased() }
    self.input = input
    self.origin = origin
    self.limits = limits
    self.names = items
    self.late = late
    self.takesInner = takesInner
  }

  /// The next item; nil at the end.
  ///
  /// - Throws: `ReadingFault` after the items before it. An item that a fault truncates is not returned.
  mutating func next() throws(ReadingFault) -> MarkupItem? {
    if !isRead {
      isRead = true
      let read = try XMLDocument.all(in: input, path: origin.path, limits: limits)
      documents = read.documents
      fault = read.fault
      for number in documents.indices { find(in: number, within: around) }
      if items.isEmpty, !around.isEmpty { for number in documents.indices { find(in: number, within: []) } }
      let isLate = items.map { late.contains(documents[$0.document].markup.name($0.node)) }
      order = items.indices.filter { !isLate[$0] } + items.indices.filter { isLate[$0] }
    }
    guard count < order.count else {
      if let fault { throw fault }
      // If the input was cut before the first item, there is none.
      if order.isEmpty, let loss = documents.lazy.flatMap(\.problems).first(where: \.losesText) {
        throw ReadingFault(
          loss.code, path: origin.path, loss.message, line: loss.line,
          next: "raise the limit, or check the file")
      }
      return nil
    }
    let (number, node) = items[order[count]]
    documentNumber = number
    let markup = documents[number].markup
    var document = Document(origin: origin)
    document.origin.item = order[count] + 1
    document.problems = documents[number].problems
    count += 1
    let other = SwallowedItem(markup.name(node))
    if (node..<markup.end(node)).contains(where: { other.isHeld(in: markup.text, markup.bytes($0)) }) {
      document.problems.append(.itemInText)
    }
    return MarkupItem(markup: markup, node: node, document: document)
  }

  private mutating func find(in number: Int, within around: [String]) {
    let document = documents[number]
    var at = 0
    while at < document.markup.nodes.count {
      guard names.contains(document.markup.name(at)), document.markup.isItem(at, within: around) else {
        at += 1
        continue
      }
      if !document.open.contains(at) { items.append((number, at)) }
      at = takesInner ? at + 1 : document.markup.end(at)
    }
  }
}

extension Markup {
  /// Whether the elements around a node have the names, given in lower case from the outside.
  fileprivate func isItem(_ node: Index, within names: [String]) -> Bool {
    names.isEmpty
      || ancestors(node).lazy.prefix(names.count).map { name($0).lowercased() }.elementsEqual(
        names.reversed())
  }
}

/// What the start of an input reveals about its XML.
struct XMLProbe {
  /// The root element's local name.
  let localName: String
  /// The root element's local name in lower case.
  var name: String { localName.lowercased() }
  /// Whether the root element has a prefix.
  let isPrefixed: Bool
  private let text: [UInt8]

  /// Nil if the input does not start like XML.
  init?(_ utf8: [UInt8]) {
    let start = XMLPreamble.end(utf8).offset
    text = start > 0 ? Array(utf8[start...]) : utf8
    guard let root = UnknownFormat.rootElement(text) else { return nil }
    isPrefixed = root.contains(":")
    localName = root.split(separator: ":").last.map(String.init) ?? ""
  }

  /// Whether the start contains some markup.
  func contains(_ markup: StaticString) -> Bool {
    HTMLScanner.find(markup, in: text, from: 0) != nil
  }

  /// Whether the start contains an element with a prefix before a name, which is given with its colon.
  func containsPrefixed(_ name: StaticString) -> Bool {
    var at = 0
    while let found = HTMLScanner.find(name, in: text, from: at) {
      at = found + name.utf8CodeUnitCount
      let prefix = text[max(0, found - Self.longestPrefix)..<found]
      guard let open = prefix.lastIndex(of: UInt8(ascii: "<")), open + 1 < found, at < text.count else {
        continue
      }
      let isName = text[(open + 1)..<found].allSatisfy {
        $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
      }
      if isName, text[at] <= 0x20 || text[at] == UInt8(ascii: ">") || text[at] == UInt8(ascii: "/") {
        return true
      }
    }
    return false
  }

  private static let longestPrefix = 40

  /// Whether the root element has one of the names, given in lower case.
  func isAny(of names: Set<String>) -> Bool { names.contains(name) }
}
