import WireText
import WireTrees

/// Reads JSON, CSV or XML of any structure through a mapping file.
struct MappedReader: DocumentReader {
  static let format = Format(name: "mapping", title: "JSON, CSV or XML of any shape, by `--mapping`")

  /// A mapping is never guessed.
  static func recognises(_ probe: Probe) -> Bool { false }

  private enum Source {
    case json(JSONItemQueue)
    case csv(CSVReader)
    case xml(XMLItemQueue)
  }

  private var source: Source
  private var isFirst = true
  private let path: String
  private let mapping: FieldMapping
  private let limits: Limits

  init(_ input: ByteInput, origin: Origin, limits: Limits) {
    self.init(input, origin: origin, limits: limits, mapping: FieldMapping())
  }

  /// A reader with a mapping; the first byte of the input determines what it is.
  init(_ input: ByteInput, origin: Origin, limits: Limits, mapping: FieldMapping) {
    self.mapping = mapping
    self.limits = limits
    path = origin.path
    let probe = Probe(path: origin.path, bytes: (try? input.peek()) ?? [])
    var origin = origin
    switch probe.firstByte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      origin.dialect = "json"
      source = .json(
        JSONItemQueue(input, origin: origin, limits: limits) { value, _ in
          mapping.items.isEmpty ? [value] : MappedObject.values(mapping.items, in: value)
        })
    case UInt8(ascii: "<"):
      origin.dialect = "xml"
      let root = probe.xml?.localName ?? ""
      let path = mapping.items.split(separator: ".").map(String.init)
      source = .xml(
        XMLItemQueue(
          input, origin: origin, limits: limits, items: [path.last ?? root], within: path.dropLast()))
    default: source = .csv(CSVReader(input, origin: origin, limits: limits, mapping: mapping))
    }
  }

  private var noItems: ReadingFault {
    ReadingFault(
      "no-items", path: path, "no element has the name that the mapping states as `items`",
      next: "state the name of the element, or a path of names with dots, as in `records.story`")
  }

  mutating func next() throws(ReadingFault) -> Document? {
    switch source {
    case .json(var queue):
      defer { source = .json(queue) }
      guard var item = try queue.next() else { return nil }
      guard case .object = item.object.content else { return item.finished() }
      var object = MappedObject(item)
      _ = object.read(by: mapping, limits: limits)
      return object.finished()
    case .csv(var reader):
      defer { source = .csv(reader) }
      return try reader.next()
    case .xml(var queue):
      defer { source = .xml(queue) }
      guard let item = try queue.next() else {
        if isFirst, !mapping.items.isEmpty { throw noItems }
        return nil
      }
      isFirst = false
      var element = MappedElement(markup: item.markup, node: item.node, document: item.document)
      return element.read(by: mapping, limits: limits)
    }
  }
}
