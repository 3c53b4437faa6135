internal import CLibXML2
import WireText

/// One run of libxml2 over markup: takes its events and builds a `Markup`.
///
/// libxml2 finds the tags, checks that the markup is well-formed and resolves namespaces. Text and attribute values
/// are read from the input itself between the places of two events, so that each byte keeps its place.
final class XMLSession {
  /// The markup.
  let bytes: [UInt8]
  /// The part of it that is parsed.
  let range: Range<Int>
  /// Added to a byte's number in `bytes` to give its place in the map.
  let base: Int
  let limits: Limits
  /// What is built.
  var builder: MarkupBuilder
  /// How many elements are open, those included for which the tree has no room.
  private var depth = 0
  var entities: XMLEntities
  /// Why parsing stopped.
  private(set) var fault: XMLFault?
  /// Recoverable errors of namespaces: prefixes that are not declared.
  private(set) var namespaceErrors = 0
  /// References to HTML's characters without a declaration.
  var undeclared = 0
  /// References whose text is not known.
  var dropped = 0

  /// Where the text starts that was not yet taken: after the last tag.
  private(set) var textStart: Int

  private let prefixLength: Int
  private var context: xmlParserCtxtPtr?
  private var keys: [XMLNames.Key: Int32]
  private var references: Set<UnsafePointer<xmlChar>?> = []
  private var attributeRanges: [(name: Range<Int>, value: Range<Int>)] = []
  private var isEmptyElement = false

  /// How many different names a document may use; libxml2's table of names gets slow with many.
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

  /// The context whose events arrive here.
  func attach(_ context: xmlParserCtxtPtr?) {
    self.context = context
    // What libxml2 says without a context goes to standard error, unless this thread has someone who listens.
    if context != nil { xmlSetStructuredErrorFunc(nil) { _, _ in } }
  }

  /// The byte at which the parser stands, as an index of `bytes`.
  var cursor: Int {
    guard let context else { return range.lowerBound }
    return range.lowerBound - prefixLength + Int(xmlByteConsumed(context))
  }

  /// Stops with a fault of our own.
  func stop(_ code: String, _ message: String, at offset: Int? = nil) {
    if fault == nil { fault = XMLFault(code, message, at: offset ?? cursor) }
    if let context { xmlStopParser(context) }
  }

  /// The names that were met, also before this run.
  var names: XMLNames {
    var names = builder.names
    names.keys = keys
    return names
  }

  /// Takes note of a reference, whose name libxml2 has interned.
  func refer(to name: UnsafePointer<xmlChar>?) {
    guard references.insert(name).inserted, references.count > Self.maximumNames else { return }
    stop("limit-names", "more than \(Self.maximumNames) different names of entities")
  }

  /// Says more exactly what the fault is.
  func rename(_ code: String, _ message: String) {
    guard let fault else { return }
    self.fault = XMLFault(code, message, at: fault.offset)
  }

  /// Takes an error of the parser.
  func take(_ error: xmlError) {
    if error.level == XML_ERR_FATAL {
      guard fault == nil else { return }
      let native = UInt32(bitPattern: error.code)
      var found = XMLFault(native: native, at: cursor)
      // What breaks off at the last byte was cut, unless it is a whole end tag that does not fit.
      if cursor >= range.upperBound, native != XML_ERR_TAG_NAME_MISMATCH.rawValue { found.isEarlyEnd = true }
      fault = found
    } else if error.level == XML_ERR_ERROR, error.domain == Int32(XML_FROM_NAMESPACE.rawValue) {
      namespaceErrors += 1
    }
  }
}

extension XMLSession {
  /// Takes a start tag; the parser stands before its `>` or `/>`.
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
      // A tag of the context around the range.
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

  /// Takes an end tag; the parser stands behind it.
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
        // A default from the document type: it stands nowhere in the tag.
        builder.append(UnsafeBufferPointer(start: value, count: end - value), from: nil, isExact: false)
      }
      builder.attribute(number(name), before..<builder.markup.text.count)
    }
  }

  /// The places of a tag's attributes, declarations of namespaces apart; the tag is known to be well-formed.
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
    let number = builder.number(
      of: Markup.Name(
        local: string(key.local), prefix: string(key.prefix), namespace: string(key.namespace)))
    keys[key] = number
    if keys.count > Self.maximumNames {
      stop("limit-names", "more than \(Self.maximumNames) different names of elements and attributes")
    }
    return number
  }
}
