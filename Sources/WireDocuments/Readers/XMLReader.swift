import WireText

/// XML of unknown format: all its text, one paragraph per element, so that no text is silently ignored.
struct XMLReader: DocumentReader {
  static let format = Format(
    name: "xml", title: "XML of any other kind: all text; `--mapping` says what is what")

  static func recognises(_ probe: Probe) -> Bool {
    // Prose with a tag in it is not XML.
    guard probe.firstByte == UInt8(ascii: "<") || probe.pathExtension == "xml",
      UnknownFormat.signature(probe) == nil, let root = probe.xml
    else { return false }
    // A page that a server sent instead of an export is not a story.
    return !root.name.isEmpty && root.name != "html" && probe.isText
      && reasonToMap(probe) == nil
  }

  /// The reason why XML of unknown kind is not read as one text; nil if it is.
  ///
  /// In a single text, what one record states would be applied to all the others.
  static func reasonToMap(_ probe: Probe) -> String? {
    guard let root = probe.xml else { return nil }
    if NewsMLG2Reader.parts.contains(root.localName) {
      return "a part of NewsML-G2 without the item that it belongs to"
    }
    return XMLOutline(probe.utf8).recordName.map { "a list of records <\(UnknownFormat.safe($0))>" }
  }

  private var queue: XMLItemQueue

  init(_ input: ByteInput, origin: Origin, limits: Limits) {
    let probe = Probe(path: origin.path, bytes: (try? input.peek()) ?? [])
    let root = probe.xml?.localName ?? ""
    var origin = origin
    origin.dialect = root
    queue = XMLItemQueue(input, origin: origin, limits: limits, items: [root])
  }

  mutating func next() throws(ReadingFault) -> Document? {
    guard let item = try queue.next() else { return nil }
    var document = item.document
    document.type = .other
    document.problems.append(
      Problem("format-guessed", "XML of a kind that is not known; all its text is read as it stands"))
    document.body = ParagraphWalker.body(of: [item.node], in: item.markup, .anyXML)
    return document
  }
}
