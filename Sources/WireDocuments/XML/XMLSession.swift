internal import CLibXML2
import WireText

/// One run of libxml2 over markup: handles its events and builds a `Markup`.
///
/// libxml2 finds the tags, checks that the markup is well-formed and resolves namespaces. Text and attribute values
/// are read from the input itself, between the offsets of two events, so that each byte keeps its position.
final class XMLSession {
  /// The markup.
  let bytes: [UInt8]
  /// The part to parse.
  let range: Range<Int>
  /// Added to an offset in `bytes` to get its offset in the map.
  let base: Int
  let limits: Limits
  /// The builder of the tree.
  var builder: MarkupBuilder
  /// The number of open elements, including those that do not fit into the tree.
  private var depth = 0
  var entities: XMLEntities
  /// The fault that stopped parsing.
  private(set) var fault: XMLFault?
  /// The number of recoverable namespace errors: undeclared prefixes.
  private(set) var namespaceErrors = 0
  /// The number of references to HTML's named characters without a declaration.
  var undeclared = 0
  /// The number of references whose text is unknown.
  var dropped = 0

  /// The start of the text that was not yet taken: after the last tag.
  private(set) var textStart: Int

  private let prefixLength: Int
  private var context: xmlParserCtxtPtr?
  private var keys: [XMLNames.Key: Int32]
  private var references: Set<UnsafePointer<xmlChar>?> = []
  private var attributeRanges: [(name: Range<Int>, value: Range<Int>)] = []
  private var isEmptyElement = false

  /// The most different names in a document; libxml2's table of names becomes slow with many.
  static let maximumNames = 20_000

  init(
    _ bytes: [UInt8], in range: Range<Int>, base: Int, prefixLength: Int, entities: XMLEntities,
    limits: Limits, names: XMLNames = XMLNames()
  ) {
    self.bytes = bytes
    self.range = range
    self.base = base
    self.prefixLength = prefixLength
    self.entities = entities
    self.limits = limits
    self.builder = MarkupBuilder(limits: limits, names: names)
    self.keys = names.keys
    self.textStart = range.lowerBound
  }

  /// Attaches the context that sends events to this session.
  func attach(_ context: xmlParserCtxtPtr?) {
    self.context = context
    // Without a handler on this thread, libxml2 prints errors that have no context to standard error.
    if context != nil { xmlSetStructuredErrorFunc(nil) { _, _ in } }
  }

  /// The parser's position, as an index of `bytes`.
  var cursor: Int {
    guard let context else { return range.lowerBound }
    return range.lowerBound - prefixLength + Int(xmlByteConsumed(context))
  }

  /// Stops with a fault of our own.
  func stop(_ code: String, _ message: String, at offset: Int? = nil) {
    if fault == nil { fault = XMLFault(code, message, at: offset ?? cursor) }
    if let context { xmlStopParser(context) }
  }

  /// The names seen so far, including those from earlier runs.
  var names: XMLNames {
    var names = builder.names
    names.keys = keys
    return names
  }

  /// Records a reference, whose name libxml2 has interned.
  func refer(to name: UnsafePointer<xmlChar>?) {
    guard references.insert(name).inserted, references.count > Self.maximumNames else { return }
    stop("limit-names", "more than \(Self.maximumNames) different names of entities")
  }

  /// Replaces the parser's fault with a more specific one.
  func rename(_ code: String, _ message: String) {
    guard let fault else { return }
    self.fault = XMLFault(code, message, at: fault.offset)
  }

  /// Handles an error of the parser.
  func take(_ error: xmlError) {
    if error.level == XML_ERR_FATAL {
      guard fault == nil else { return }
      let native = UInt32(bitPattern: error.code)
      var found = XMLFault(native: native, at: cursor)
      // A construct that breaks off at the last byte was truncated, unless it is a complete but mismatched end tag.
      if cursor >= range.upperBound, native != XML_ERR_TAG_NAME_MISMATCH.rawValue { found.isEarlyEnd = true }
      fault = found
    } else if error.level == XML_ERR_ERROR, error.domain == Int32(XML_FROM_NAMESPACE.rawValue) {
      namespaceErrors += 1
    }
  }
}

extension XMLSession {
  /// Handles a start tag; the parser is before its `>` or `/>`.
  func start(
    _ local: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?,
    count: Int, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard fault == nil else { return }
    let here = min(cursor, range.upperBound)
    guard depth < limits.depth else {
      return stop("limit-depth", "elements are nested deeper than \(limits.depth) levels")
    }
    depth += 1
    guard here > range.lowerBound else {
      // A tag of the surroundings, outside the range.
      builder.start(number(XMLNames.Key(local: local, prefix: prefix, namespace: namespace)))
      return
    }
    let open = last(UInt8(ascii: "<"), before: here)
    takeText(upTo: open)
    guard here - open <= limits.startTagBytes else {
      return stop("limit-start-tag", "a start tag is longer than \(limits.startTagBytes) bytes", at: open)
    }
    builder.start(number(XMLNames.Key(local: local, prefix: prefix, namespace: namespace)))
    if count > 0, !builder.isFull, let attributes { takeAttributes(count, attributes, in: open..<here) }
    isEmptyElement = here < range.upperBound && bytes[here] == UInt8(ascii: "/")
    textStart = min(range.upperBound, here + (isEmptyElement ? 2 : 1))
  }

  /// Handles an end tag; the parser is after it.
  func end() {
    guard fault == nil else { return }
    if isEmptyElement {
      isEmptyElement = false
    } else {
      let here = cursor
      takeText(upTo: here > range.upperBound ? range.upperBound : last(UInt8(ascii: "<"), before: here))
      textStart = min(range.upperBound, max(range.lowerBound, here))
    }
    depth -= 1
    builder.end()
  }

  private func takeAttributes(
    _ count: Int, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>, in tag: Range<Int>
  ) {
    scanAttributes(in: tag)
    for index in 0..<count {
      let name = XMLNames.Key(
        local: attributes[index * 5], prefix: attributes[index * 5 + 1], namespace: attributes[index * 5 + 2])
      let before = builder.markup.text.count
      if index < attributeRanges.count {
        appendText(attributeRanges[index].value, isAttribute: true)
      } else if let value = attributes[index * 5 + 3], let end = attributes[index * 5 + 4] {
        // A default value from the document type: it is not in the tag.
        builder.append(UnsafeBufferPointer(start: value, count: end - value), from: nil, isExact: false)
      }
      builder.attribute(number(name), before..<builder.markup.text.count)
    }
  }

  /// The ranges of a tag's attributes, without namespace declarations; the tag is known to be well-formed.
  private func scanAttributes(in tag: Range<Int>) {
    attributeRanges.removeAll(keepingCapacity: true)
    var at = tag.lowerBound + 1
    func skip(while condition: (UInt8) -> Bool) {
      while at < tag.upperBound, condition(bytes[at]) { at += 1 }
    }
    skip { $0 > 0x20 }
    while true {
      skip { $0 <= 0x20 }
      let start = at
      skip { $0 > 0x20 && $0 != UInt8(ascii: "=") }
      let name = start..<at
      skip { $0 <= 0x20 || $0 == UInt8(ascii: "=") }
      guard at < tag.upperBound, !name.isEmpty else { return }
      let quote = bytes[at]
      at += 1
      let value = at
      skip { $0 != quote }
      if !isNamespaceDeclaration(name) { attributeRanges.append((name, value..<at)) }
      at = min(tag.upperBound, at + 1)
    }
  }

  private func isNamespaceDeclaration(_ name: Range<Int>) -> Bool {
    bytes[name].starts(with: "xmlns".utf8)
      && (name.count == 5 || bytes[name.lowerBound + 5] == UInt8(ascii: ":"))
  }

  private func takeText(upTo end: Int) {
    guard textStart < end, !builder.open.isEmpty else { return }
    let run = textStart..<end
    textStart = end
    guard !builder.isFull else { return }
    guard run.count <= limits.textRunBytes else {
      return stop(
        "limit-text-run", "a run of text is longer than \(limits.textRunBytes) bytes", at: run.lowerBound)
    }
    let before = builder.markup.text.count
    appendText(run, isAttribute: false)
    builder.text(since: before)
  }

  private func last(_ byte: UInt8, before end: Int) -> Int {
    bytes.withUnsafeBufferPointer { buffer in
      var at = max(range.lowerBound, min(end, range.upperBound) - 1)
      while at > range.lowerBound, buffer[at] != byte { at -= 1 }
      return at
    }
  }

  private func number(_ key: XMLNames.Key) -> Int32 {
    if let known = keys[key] { return known }
    func string(_ pointer: UnsafePointer<xmlChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }
    let namespace = string(key.namespace)
    let prefix = UsualPrefixes.prefix(of: namespace) ?? string(key.prefix)
    let number = builder.number(
      of: Markup.Name(local: string(key.local), prefix: prefix, namespace: namespace))
    keys[key] = number
    if keys.count > Self.maximumNames {
      stop("limit-names", "more than \(Self.maximumNames) different names of elements and attributes")
    }
    return number
  }
}
