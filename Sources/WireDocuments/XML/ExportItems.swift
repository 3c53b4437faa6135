import WireText

/// The items of an XML export of any size, each parsed separately inside the elements that enclose it.
struct ExportItems {
  /// The element names of a kind of export.
  struct Layout {
    /// The name of an item, without prefix.
    var item: String
    /// The qualified names of the enclosing elements, outermost first.
    var around: [String]
  }

  /// An item: its document as far as it is known, and its tree if it could be read.
  typealias Item = (document: Document, tree: (markup: Markup, node: Markup.Index)?)

  private let layout: Layout
  private let origin: Origin
  private let limits: Limits
  private var stream: XMLItemStream
  /// The open elements that enclose every item.
  private var surroundings = XMLParser.Surroundings()
  private let context = XMLContext()
  /// Problems of the head, which are attached to the first item.
  private var headProblems: [Problem] = []
  private var count = 0

  /// The items of an input that has not been read yet.
  init(_ input: ByteInput, origin: Origin, limits: Limits, layout: Layout) {
    self.layout = layout
    self.origin = origin
    self.limits = limits
    stream = XMLItemStream(
      input, path: origin.path, item: layout.item, within: layout.around.reversed(), limits: limits)
  }

  /// The local names of the elements seen between and after the items so far.
  var namesOutside: Set<String> { stream.namesOutside }

  /// Reads the part before the first item and closes its elements; must be called before `next`.
  mutating func head() throws(ReadingFault) -> Markup {
    let range = try stream.head()
    var bytes = stream.buffer
    let controls = XMLRepair.replaceControls(&bytes, in: range)
    if controls > 0 {
      headProblems.append(
        Problem("controls-replaced", "\(controls) characters that XML forbids were replaced"))
    }
    let preamble = XMLPreamble.end(Array(bytes[range]))
    if preamble.isOdd { headProblems.append(Problem("leading-text", "text before the XML was left out")) }
    let head = range.lowerBound + preamble.offset..<range.upperBound
    for name in layout.around {
      guard let tag = Self.startTag(name, in: bytes[head]) else { continue }
      surroundings.prefix += tag
      surroundings.suffix = Array("</\(name)>".utf8) + surroundings.suffix
    }
    let around = XMLParser.Surroundings(suffix: surroundings.suffix)
    let outcome = XMLItemParser.parse(bytes, in: head, surroundings: around, limits: limits)
    surroundings.entities = outcome.entities
    headProblems += outcome.problems
    // Without items the head itself contains the end tags.
    if let fault = outcome.fault, fault.code != "trailing-content" {
      guard !fault.code.hasPrefix("limit-") else {
        throw stream.fault(fault.code, fault.message, at: fault.offset)
      }
      headProblems.append(
        Problem("bad-channel", "the head of the export was not read to its end: \(fault.message)"))
    }
    return placed(outcome.markup)
  }

  /// The next item; nil at the end.
  ///
  /// - Throws: `ReadingFault` if the export ends early or what follows it is not XML.
  mutating func next() throws(ReadingFault) -> Item? {
    guard let item = try stream.next() else { return nil }
    count += 1
    var document = Document(origin: origin)
    document.origin.item = count
    if let problem = limits.leftOut[count] { return (Document(origin: document.origin, lost: problem), nil) }
    document.problems = stream.problems + (count == 1 ? headProblems : [])
    if item.isTooLarge {
      document.type = .other
      document.problems.append(
        Problem(
          "limit-item",
          "the item is larger than \(limits.itemBytes) bytes and was not read: raise the limit `item-bytes`",
          line: item.line, losesText: true))
      return (document, nil)
    }
    return try read(item, into: document)
  }

  private mutating func read(_ item: XMLItemStream.Item, into document: Document) throws(ReadingFault) -> Item
  {
    var document = document
    let controls = XMLRepair.replaceControls(&stream.buffer, in: item.range)
    if controls > 0 {
      document.problems.append(
        Problem("controls-replaced", "\(controls) characters that XML forbids were replaced", line: item.line)
      )
    }
    let outcome = XMLItemParser.parse(
      stream.buffer, in: item.range, surroundings: surroundings, limits: limits, shared: context)
    if let fault = outcome.fault, fault.code == "limit-entities" {
      throw stream.fault(fault.code, fault.message, at: fault.offset)
    }
    document.problems += outcome.problems
    if let fault = outcome.fault {
      document.problems.append(
        Problem(
          "bad-item", "the item was not read to its end: \(fault.message)",
          line: stream.line(at: fault.offset), losesText: true))
    } else if SwallowedItem(layout.item).isHeld(in: stream.buffer, item.range) {
      var problem = Problem.itemInText
      problem.line = item.line
      document.problems.append(problem)
    }
    let markup = placed(outcome.markup)
    guard let node = markup.nodes.indices.first(where: { markup.name($0) == layout.item }) else {
      document.type = .other
      return (document, nil)
    }
    return (document, (markup, node))
  }

  /// A tree of the buffer with its map extended to the file.
  private func placed(_ markup: Markup) -> Markup {
    var markup = markup
    let buffer = SourceMap(identity: stream.buffer.count, at: stream.base)
    markup.map = markup.map.composed(with: buffer).composed(with: stream.map)
    return markup
  }

  /// The first start tag with a name, as written.
  private static func startTag(_ name: String, in head: ArraySlice<UInt8>) -> [UInt8]? {
    let bytes = Array(head)
    let mark = Array("<\(name)".utf8)
    var at = 0
    while let open = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
      at = open + 1
      guard bytes[open...].starts(with: mark), open + mark.count < bytes.count else { continue }
      let next = bytes[open + mark.count]
      guard next <= 0x20 || next == UInt8(ascii: ">") else { continue }
      if let close = XMLOutline.close(ofTag: bytes, from: open + mark.count) {
        return bytes[close - 1] == UInt8(ascii: "/") ? nil : Array(bytes[open...close])
      }
    }
    return nil
  }
}
