import WireText

/// Builds a `Markup` from the events of a parser.
struct MarkupBuilder {
  /// What was built so far.
  private(set) var markup = Markup()
  /// The open elements, outermost first.
  private(set) var open: [Int32] = []
  /// Whether nodes were left out because the limit was reached; what was built remains valid.
  private(set) var isFull = false
  private var numbers: [Markup.Name: Int32] = [:]
  /// The number of open elements that were left out.
  private var leftOut = 0

  /// A builder that works within bounds.
  ///
  /// - Parameters:
  ///   - limits: the bounds.
  ///   - names: names that are numbered before the first element.
  init(limits: Limits, names: XMLNames = XMLNames()) {
    markup.limits = limits
    markup.names = names.names
    numbers = names.numbers
  }

  /// All numbered names.
  var names: XMLNames { XMLNames(names: markup.names, numbers: numbers) }

  /// The problem to report if the tree reached its limit.
  var problem: Problem? {
    guard isFull else { return nil }
    return Problem(
      "limit-nodes",
      "more than \(markup.limits.nodes) elements, runs of text and attributes; what follows was not read",
      losesText: true)
  }

  private var hasRoom: Bool { markup.nodes.count + markup.attributes.count < markup.limits.nodes }

  /// The number of a name.
  mutating func number(of name: Markup.Name) -> Int32 {
    if let known = numbers[name] { return known }
    let number = Int32(truncatingIfNeeded: markup.names.count)
    markup.names.append(name)
    numbers[name] = number
    return number
  }

  /// Opens an element; its attributes follow.
  mutating func start(_ name: Int32) {
    guard hasRoom, leftOut == 0 else {
      isFull = true
      leftOut += 1
      return
    }
    let attributes = Int32(truncatingIfNeeded: markup.attributes.count)
    let node = Markup.Node(
      name: name, parent: open.last ?? -1, end: next + 1, lower: attributes, upper: attributes)
    open.append(next)
    markup.nodes.append(node)
  }

  /// Adds an attribute to the element that was opened last; its value has already been appended to the text.
  mutating func attribute(_ name: Int32, _ value: Range<Int>) {
    guard leftOut == 0, hasRoom else {
      isFull = true
      return
    }
    markup.attributes.append(
      Markup.Attribute(
        name: name, lower: Int32(truncatingIfNeeded: value.lowerBound),
        upper: Int32(truncatingIfNeeded: value.upperBound)))
    guard let element = open.last else { return }
    markup.nodes[Int(element)].upper = Int32(truncatingIfNeeded: markup.attributes.count)
  }

  /// Closes the innermost element.
  mutating func end() {
    guard leftOut == 0 else {
      leftOut -= 1
      return
    }
    guard let element = open.popLast() else { return }
    markup.nodes[Int(element)].end = next
  }

  /// Closes all elements.
  mutating func finish() -> Markup {
    leftOut = 0
    while !open.isEmpty { end() }
    return markup
  }

  /// Appends bytes to the text that do not belong to a node yet.
  ///
  /// - Parameters:
  ///   - bytes: valid UTF-8.
  ///   - file: where they are in the file.
  ///   - isExact: whether the input has the same bytes there.
  mutating func append(_ bytes: some Collection<UInt8>, from file: FileRange?, isExact: Bool) {
    let start = markup.text.count
    markup.text.append(contentsOf: bytes)
    if let file { markup.map.append(TextRange(start, markup.text.count), from: file, isExact: isExact) }
  }

  /// Appends bytes to the text that do not belong to a node yet, with their places in the file.
  mutating func append(_ bytes: some Collection<UInt8>, map: SourceMap) {
    markup.map.append(contentsOf: map, at: markup.text.count)
    markup.text.append(contentsOf: bytes)
  }

  /// Adds the text appended since `start` as a text node of the innermost element.
  mutating func text(since start: Int) {
    let upper = Int32(truncatingIfNeeded: markup.text.count)
    guard start < markup.text.count else { return }
    guard hasRoom, !isFull else {
      isFull = true
      return
    }
    let parent = open.last ?? -1
    if let last = markup.nodes.last, last.name < 0, last.parent == parent, Int(last.upper) == start {
      markup.nodes[markup.nodes.count - 1].upper = upper
      return
    }
    markup.nodes.append(
      Markup.Node(
        name: -1, parent: parent, end: next + 1, lower: Int32(truncatingIfNeeded: start), upper: upper))
  }

  private var next: Int32 { Int32(truncatingIfNeeded: markup.nodes.count) }
}
