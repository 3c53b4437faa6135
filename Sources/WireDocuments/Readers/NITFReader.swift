import WireText

/// NITF 2.5 to 3.x, with or without a namespace, possibly several documents in one file.
struct NITFReader: DocumentReader {
  static let format = Format(name: "nitf", title: "NITF 2.5 to 3.x, one document or several")

  static func recognises(_ probe: Probe) -> Bool {
    guard let root = probe.xml else { return false }
    if root.name == "nitf" { return true }
    // An element around several documents may have any name except that of a format with NITF bodies, or of a part of
    // one: then the rights and the status of its content were cut off with the rest.
    return (root.contains("<nitf") || root.containsPrefixed(":nitf")) && !isCarrier(root)
      && !HTMLTag.isKnown(root.name) && !NewsMLG2Reader.parts.contains(root.localName)
  }

  /// Whether the root element is that of a format with NITF bodies, not one of a vendor's own with the same name.
  private static func isCarrier(_ root: XMLProbe) -> Bool {
    let isForeign =
      root.isPrefixed && ["feed", "entry"].contains(root.name) && !root.contains("w3.org/2005/Atom")
      && !root.contains("purl.org/atom")
    return root.isAny(of: carriers) && !isForeign
  }

  private static let carriers: Set<String> = [
    "newsml", "newsmessage", "newsitem", "packageitem", "rss", "feed", "rdf", "html", "entry",
  ]

  private var queue: XMLItemQueue

  init(_ input: ByteInput, origin: Origin, limits: Limits) {
    queue = XMLItemQueue(input, origin: origin, limits: limits, items: ["nitf"])
  }

  mutating func next() throws(ReadingFault) -> Document? {
    guard let item = try queue.next() else { return nil }
    var nitf = NITFItem(item.node, in: item.markup, item.document)
    return nitf.read()
  }
}
