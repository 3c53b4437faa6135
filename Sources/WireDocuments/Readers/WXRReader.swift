import WireText

/// WXR, the export of WordPress, 1.0 to 1.2: read item by item, so that any size takes constant memory.
struct WXRReader: DocumentReader {
  static let format = Format(name: "wxr", title: "WordPress export (WXR 1.0 to 1.2)")

  static let readsOn = true

  static func recognises(_ probe: Probe) -> Bool {
    guard let root = XMLProbe(probe), root.name == "rss" else { return false }
    return root.contains("wordpress.org/export") || root.contains("<wp:wxr_version")
      || root.contains("<wp:post_type")
  }

  private let origin: Origin
  private let limits: Limits
  private var stream: XMLItemStream
  private var channel: WXRChannel?
  private let context = XMLContext()
  private var count = 0

  init(_ input: ByteInput, origin: Origin, limits: Limits) {
    self.origin = origin
    self.limits = limits
    stream = XMLItemStream(
      input, path: origin.path, item: "item", within: ["channel", "rss"], limits: limits)
  }

  mutating func next() throws(ReadingFault) -> Document? {
    if channel == nil { channel = try readChannel() }
    guard let channel, let item = try stream.next() else { return nil }
    count += 1
    var document = Document(origin: origin)
    document.origin.item = count
    document.origin.dialect = channel.version
    document.problems = stream.problems + (count == 1 ? channel.problems : [])
    if let problem = limits.leftOut[count] { return Document(origin: document.origin, lost: problem) }
    if item.isTooLarge {
      document.type = .other
      document.problems.append(
        Problem(
          "limit-item", "the item is larger than \(limits.itemBytes) bytes and was not read", line: item.line,
          losesText: true))
      return document
    }
    return try read(item, of: channel, into: document)
  }

  private mutating func readChannel() throws(ReadingFault) -> WXRChannel {
    let head = try stream.head()
    let channel = WXRChannel(stream.buffer, head: head, base: stream.base, map: stream.map, limits: limits)
    if let fault = channel.fault, fault.code.hasPrefix("limit-") {
      throw stream.fault(fault.code, fault.message, at: fault.offset)
    }
    return channel
  }

  private mutating func read(
    _ item: XMLItemStream.Item, of channel: WXRChannel, into document: Document
  ) throws(ReadingFault) -> Document {
    var document = document
    let controls = XMLRepair.replaceControls(&stream.buffer, in: item.range)
    if controls > 0 {
      document.problems.append(
        Problem("controls-replaced", "\(controls) characters that XML forbids were replaced", line: item.line)
      )
    }
    var outcome = XMLItemParser.parse(
      stream.buffer, in: item.range, surroundings: channel.surroundings, limits: limits, shared: context)
    if let fault = outcome.fault, fault.code == "limit-entities" {
      throw stream.fault(fault.code, fault.message, at: fault.offset)
    }
    let buffer = SourceMap(identity: stream.buffer.count, at: stream.base)
    outcome.markup.map = outcome.markup.map.composed(with: buffer).composed(with: stream.map)
    document.problems += outcome.problems
    if let fault = outcome.fault {
      document.problems.append(
        Problem(
          "bad-item", "the item was not read to its end: \(fault.message)",
          line: stream.line(at: fault.offset), losesText: true))
    } else if XMLItemParser.holdsItemEnd(stream.buffer, in: item.range) {
      document.problems.append(
        Problem(
          "item-in-text", "the item's text holds the end of an item: another one may be lost in it",
          line: item.line, losesText: true))
    }
    guard let node = outcome.markup.nodes.indices.first(where: { outcome.markup.name($0) == "item" }) else {
      document.type = .other
      return document
    }
    var reading = WXRItem(MarkupItem(markup: outcome.markup, node: node, document: document), limits: limits)
    return reading.read(channel)
  }
}

/// What an export says before its first item.
struct WXRChannel {
  /// The version of WXR.
  var version: String?
  var language: String?
  /// The channel's title and its statements of rights.
  var title: Field?
  var rights: [RightsField] = []
  var problems: [Problem] = []
  /// Why the head was not read to its end.
  var fault: XMLFault?
  /// The open elements around every item.
  var surroundings = XMLParser.Surroundings()

  /// Reads the head of an export.
  init(_ bytes: [UInt8], head: Range<Int>, base: Int, map: SourceMap, limits: Limits) {
    var bytes = bytes
    let controls = XMLRepair.replaceControls(&bytes, in: head)
    if controls > 0 {
      problems.append(Problem("controls-replaced", "\(controls) characters that XML forbids were replaced"))
    }
    let preamble = XMLPreamble.end(Array(bytes[head]))
    if preamble.isOdd { problems.append(Problem("leading-text", "text before the XML was left out")) }
    let range = head.lowerBound + preamble.offset..<head.upperBound
    for name in ["rss", "channel"] {
      guard let tag = Self.startTag(name, in: bytes[range]) else { continue }
      surroundings.prefix += tag
      surroundings.suffix = Array("</\(name)>".utf8) + surroundings.suffix
    }
    let around = XMLParser.Surroundings(suffix: surroundings.suffix)
    let outcome = XMLItemParser.parse(bytes, in: range, surroundings: around, limits: limits)
    surroundings.entities = outcome.entities
    problems += outcome.problems
    // Without items the end tags are in the head themselves.
    if let fault = outcome.fault, fault.code != "trailing-content" {
      self.fault = fault
      problems.append(
        Problem("bad-channel", "the head of the export was not read to its end: \(fault.message)"))
    }
    var markup = outcome.markup
    markup.map = markup.map.composed(with: SourceMap(identity: bytes.count, at: base)).composed(with: map)
    if let channel = markup.nodes.indices.first(where: { markup.name($0) == "channel" }) {
      read(
        MarkupItem(markup: markup, node: channel, document: Document(origin: Origin(path: "", format: ""))))
    }
  }

  private mutating func read(_ item: MarkupItem) {
    var item = item
    let markup = item.markup
    for child in markup.children(item.node) {
      let name = markup.qualifiedName(child)
      switch (name.prefix, name.local) {
      case ("wp", "wxr_version"): version = markup.nonempty(child)
      case ("", "language"): language = markup.nonempty(child)
      case ("", "title"): item.field(.channel, child, key: "channel/title")
      case ("", "copyright"), (_, "rights"), (_, "license"):
        item.rights(.notice, child, key: "channel/\(name.local)")
      default: break
      }
    }
    title = item.document.fields.first
    rights = item.document.rights.map { field in
      var field = field
      field.place = .file
      return field
    }
  }

  /// The first start tag of a name as it is written.
  private static func startTag(_ name: String, in head: ArraySlice<UInt8>) -> [UInt8]? {
    let bytes = Array(head)
    let mark = Array("<\(name)".utf8)
    var at = 0
    while let open = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
      at = open + 1
      guard bytes[open...].starts(with: mark), open + mark.count < bytes.count else { continue }
      let next = bytes[open + mark.count]
      guard next <= 0x20 || next == UInt8(ascii: ">") else { continue }
      var quote: UInt8 = 0
      for end in open..<bytes.count {
        let byte = bytes[end]
        if quote != 0 {
          if byte == quote { quote = 0 }
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          quote = byte
        } else if byte == UInt8(ascii: ">") {
          return bytes[end - 1] == UInt8(ascii: "/") ? nil : Array(bytes[open...end])
        }
      }
    }
    return nil
  }
}
