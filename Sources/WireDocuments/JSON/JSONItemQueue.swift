/// The items of a JSON input that is read in one piece, one after the other.
///
/// An input may be one value, an array, or several values one after the other, as in JSON Lines.
struct JSONItemQueue {
  /// Finds the items in a value of the outermost level.
  typealias Items = (JSONValue) -> [JSONValue]

  private let input: ByteInput
  private let origin: Origin
  private let limits: Limits
  private let items: Items
  private var source: JSONSource?
  private var reader = JSONReader([])
  /// What decoding the bytes guessed; told with the first document.
  private var problems: [Problem] = []
  private var isInArray = false
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
    if source == nil { try open() }
    while pending.isEmpty {
      let value: JSONValue?
      do { value = try nextValue() } catch { throw error.readingFault(path: origin.path) }
      guard let value else { return nil }
      pending = items(value).reversed()
    }
    guard var source, let object = pending.popLast() else { return nil }
    source.startItem(at: object.range.lowerBound)
    self.source = source
    count += 1
    var document = Document(origin: origin)
    document.origin.item = count
    document.problems = problems
    problems = []
    var item = JSONItem(source: source, object: object, limits: limits, document: document)
    if case .object = object.content {
      item.reportDuplicates()
    } else {
      item.document.type = .other
      item.report("not-an-object", "a value that is no object was left out", object, losesText: true)
    }
    return item
  }

  private mutating func open() throws(ReadingFault) {
    let bytes = try input.readAll(limit: limits.wholeInputBytes, path: origin.path)
    let decoded = Decoded(bytes)
    source = JSONSource(decoded.utf8, map: decoded.map)
    problems = decoded.problems
    if decoded.encoding != .utf8 {
      problems.append(Problem("encoding-guessed", "JSON is UTF-8; this is read as \(decoded.encoding)"))
    }
    reader = JSONReader(
      decoded.utf8, maximumDepth: limits.depth, takesMany: true, maximumEvents: limits.nodes)
  }

  private mutating func nextValue() throws(JSONFault) -> JSONValue? {
    while true {
      let event = try reader.next()
      switch event {
      case .end: return nil
      case .beginArray where !isInArray && reader.depth == 1: isInArray = true
      case .endArray where isInArray && reader.depth == 0: isInArray = false
      default: return try JSONValue.read(event, from: &reader)
      }
    }
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
