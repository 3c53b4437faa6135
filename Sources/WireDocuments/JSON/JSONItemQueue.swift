import WireTrees

/// Reads the items in the values of a JSON input, one after the other.
struct JSONItemQueue {
  /// Finds the items in a top-level value that was read from the given bytes; nil if the format has no such value.
  typealias Items = (_ value: JSONValue, _ bytes: [UInt8]) -> [JSONValue]?

  private let origin: Origin
  private let limits: Limits
  private let items: Items
  private var values: JSONValues
  private var root: JSONValue?
  private var pending: [JSONValue] = []
  /// The last item of the current top-level value, which may hold all of them; nil before the first.
  private var last: (offset: Int, line: Int)?
  private var count = 0
  /// The number of the top-level value that contained the last item, from 1.
  private(set) var rootNumber = 0

  /// A queue of the items that `items` finds in each top-level value; if the input is an array, or `list` names one in
  /// the outermost object, in each of its elements.
  init(
    _ input: ByteInput, origin: Origin, limits: Limits, elementsOf list: String? = nil,
    items: @escaping Items = { value, _ in [value] }
  ) {
    self.origin = origin
    self.limits = limits
    self.items = items
    values = JSONValues(input, path: origin.path, limits: limits, elementsOf: list)
  }

  /// The next item, or a placeholder for one that cannot be read; nil at the end.
  ///
  /// - Throws: `ReadingFault` if the JSON breaks off; items already returned remain valid.
  mutating func next() throws(ReadingFault) -> JSONItem? {
    while pending.isEmpty {
      last = nil
      switch try values.next() {
      case .value(let value):
        guard let found = items(value, values.source.bytes) else {
          guard count > 0 else { throw nothing(at: value) }
          return unreadable(Problem("not-an-item", "a value that is no item was left out", losesText: true))
        }
        root = value
        rootNumber += 1
        pending = found.reversed()
      case .cut(let value):
        root = value
        rootNumber += 1
        // Items that are still open are truncated and not returned.
        let end = values.source.bytes.count
        pending = (items(value, values.source.bytes) ?? []).filter { $0.range.upperBound < end }.reversed()
      case .badLine(let problem): return unreadable(problem)
      case nil: return nil
      }
    }
    guard let object = pending.popLast() else { return nil }
    var item = item(object)
    if case .object = object.content {
      item.reportDuplicates()
    } else {
      item.document.type = .other
      item.report("not-an-object", "a value that is no object was left out", object, losesText: true)
    }
    return item
  }

  private mutating func item(_ object: JSONValue) -> JSONItem {
    var source = values.source
    source.startItem(at: object.range.lowerBound, after: last)
    last = source.item
    count += 1
    var document = Document(origin: origin)
    document.origin.item = count
    document.problems = values.takeProblems()
    return JSONItem(source: source, object: object, root: root ?? object, limits: limits, document: document)
  }

  private mutating func unreadable(_ problem: Problem) -> JSONItem {
    var item = item(JSONValue(content: .null, range: 0..<0))
    item.document.type = .other
    item.document.problems.append(problem)
    return item
  }

  private func nothing(at value: JSONValue) -> ReadingFault {
    ReadingFault(
      "no-items", path: origin.path, "there are no items of `\(origin.format)` in it",
      line: values.source.line(of: value.range.lowerBound), column: 1, next: "check how it was exported")
  }
}

/// A reader of a format whose items are JSON objects.
protocol JSONItemReader: DocumentReader {
  /// The items still to be read.
  var queue: JSONItemQueue { get set }
  /// A reader of the items of a queue.
  init(queue: JSONItemQueue)
  /// The items in a top-level value, by default the value itself; nil if the format has no such value.
  static func items(of value: JSONValue, in bytes: [UInt8]) -> [JSONValue]?
  /// Converts an item to its document.
  static func read(_ item: inout JSONItem)
  /// Adds what other values of the input say about an item that was read; by default nothing.
  mutating func complete(_ item: inout JSONItem)
}

extension JSONItemReader {
  init(_ input: ByteInput, origin: Origin, limits: Limits) {
    self.init(queue: JSONItemQueue(input, origin: origin, limits: limits, items: Self.items))
  }

  mutating func next() throws(ReadingFault) -> Document? {
    guard var item = try queue.next() else { return nil }
    if case .object = item.object.content {
      Self.read(&item)
      complete(&item)
    }
    return item.finished()
  }

  mutating func complete(_ item: inout JSONItem) {}

  static func items(of value: JSONValue, in bytes: [UInt8]) -> [JSONValue]? { [value] }
}

/// What the start of an input reveals about its JSON.
struct JSONProbe {
  /// The keys of the first object, in lower case.
  let keys: Set<String>
  /// The keys of the first object in each list in the first object, in lower case, by the list's own key.
  private let lists: [(list: String, keys: Set<String>)]
  private let text: [UInt8]

  /// Nil if the input does not start like JSON.
  init?(_ text: [UInt8]) {
    guard let first = text.first(where: { $0 > 0x20 }), first == 0x7B || first == 0x5B else { return nil }
    let text = JSONShape.record(in: text, text.indices).map { Array(text[$0]) } ?? text
    self.text = text
    keys = Set(JSONShape.topLevelKeys(text).map { $0.lowercased() })
    lists = JSONShape.listedKeys(text).map { ($0.list, Set($0.keys.map { $0.lowercased() })) }
  }

  /// Peeks at the start of an input; nil if it does not start like JSON or cannot be read.
  init?(startOf input: ByteInput) {
    guard let start = try? input.peek() else { return nil }
    self.init(Array(start.prefix(Probe.size)))
  }

  /// Whether the start contains the bytes.
  func contains(_ bytes: StaticString) -> Bool { HTMLScanner.find(bytes, in: text, from: 0) != nil }

  /// The key of the first list whose objects are items by their keys, as in the answer of an interface; nil for none.
  func list(ofItems areItems: (_ keys: Set<String>) -> Bool) -> String? {
    lists.first { areItems($0.keys) }?.list
  }

  /// Whether all of the names are among the keys.
  func has(_ names: String...) -> Bool { names.allSatisfy(keys.contains) }
}
