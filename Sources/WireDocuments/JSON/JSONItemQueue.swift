import WireTrees

/// The items of the values of a JSON input, one after the other.
struct JSONItemQueue {
  /// Finds the items in a value of the outermost level.
  typealias Items = (JSONValue) -> [JSONValue]

  private let input: ByteInput
  private let origin: Origin
  private let limits: Limits
  private let items: Items
  private var values: JSONValues?
  private var source: JSONSource?
  private var pending: [JSONValue] = []
  private var count = 0

  /// A queue of what `items` finds in each value; in each element where the input is an array.
  init(_ input: ByteInput, origin: Origin, limits: Limits, items: @escaping Items = { [$0] }) {
    self.input = input
    self.origin = origin
    self.limits = limits
    self.items = items
  }

  /// The next item; nil at the end.
  ///
  /// - Throws: `ReadingFault` where the JSON breaks off; items before stand.
  mutating func next() throws(ReadingFault) -> JSONItem? {
    var values: JSONValues
    if let opened = self.values {
      values = opened
    } else {
      values = try JSONValues(input, path: origin.path, limits: limits)
    }
    defer { self.values = values }
    while pending.isEmpty {
      let value: JSONValue?
      do { value = try values.next() } catch { throw error.readingFault(path: origin.path) }
      guard let value else { return nil }
      pending = items(value).reversed()
    }
    guard let object = pending.popLast() else { return nil }
    var source = self.source ?? values.source
    source.startItem(at: object.range.lowerBound)
    self.source = source
    count += 1
    var document = Document(origin: origin)
    document.origin.item = count
    if count == 1 { document.problems = values.problems }
    var item = JSONItem(source: source, object: object, limits: limits, document: document)
    if case .object = object.content {
      item.reportDuplicates()
    } else {
      item.document.type = .other
      item.report("not-an-object", "a value that is no object was left out", object, losesText: true)
    }
    return item
  }
}

/// What the start of an input says about its JSON.
struct JSONProbe {
  /// The keys of the first object, in lower case.
  let keys: Set<String>
  private let text: [UInt8]

  /// Nil where the input does not start like JSON.
  init?(_ probe: Probe) {
    guard probe.firstByte == 0x7B || probe.firstByte == 0x5B else { return nil }
    text = Array(probe.text.utf8)
    keys = Set(JSONShape.topLevelKeys(text).map { $0.lowercased() })
  }

  /// Whether the start holds some bytes.
  func contains(_ bytes: StaticString) -> Bool { HTMLScanner.find(bytes, in: text, from: 0) != nil }

  /// Whether there are all of some keys.
  func has(_ names: String...) -> Bool { names.allSatisfy(keys.contains) }
}
