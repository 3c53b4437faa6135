/// A JSON value with its position, not interpreted: duplicate keys are kept, strings are not decoded yet.
package struct JSONValue {
  /// The kinds of values.
  package enum Content {
    case string(JSONString)
    case number
    case bool(Bool)
    case null
    case array([JSONValue])
    case object([Member])
  }

  /// A key with its value.
  package struct Member {
    package var key: String
    package var value: JSONValue
    /// The range of the key between its quotes, in bytes.
    package var keyRange: Range<Int>
    /// The range of key and value including quotes, in bytes.
    package var range: Range<Int> {
      let end = value.isString ? value.range.upperBound + 1 : value.range.upperBound
      return keyRange.lowerBound - 1..<max(end, keyRange.upperBound + 1)
    }
  }

  /// The kind and contents of the value.
  package var content: Content
  /// Its range in bytes; for a string without the quotes.
  package var range: Range<Int>

  /// A value of the given parts.
  package init(content: Content, range: Range<Int>) {
    self.content = content
    self.range = range
  }

  /// A container that is being read.
  private struct Open {
    var start: Int
    var isObject: Bool
    var members: [Member] = []
    var elements: [JSONValue] = []
    var key = ""
    var keyRange = 0..<0

    /// Adds a value: under the last key, or as the next element.
    mutating func add(_ value: JSONValue) {
      if isObject {
        members.append(Member(key: key, value: value, keyRange: keyRange))
      } else {
        elements.append(value)
      }
    }

    /// The container so far, as if it ended before a byte.
    func value(to end: Int) -> JSONValue {
      JSONValue(content: isObject ? .object(members) : .array(elements), range: start..<end)
    }
  }

  /// Reads the value that starts with an event, with all its contents.
  ///
  /// The reader limits the depth and the number of values; this function does not recurse.
  ///
  /// - Parameters:
  ///   - event: the value's first event, taken from the reader.
  ///   - reader: positioned after that event; after the value when this returns.
  package static func read(_ event: JSONReader.Event, from reader: inout JSONReader) throws(JSONFault)
    -> JSONValue
  {
    var whole: JSONValue?
    return try read(event, from: &reader, whole: &whole)
  }

  /// Reads a value like `read(_:from:)`, and keeps the complete part if the JSON breaks off.
  ///
  /// - Parameter whole: receives the complete part of the value; containers still open end where the input does.
  package static func read(
    _ event: JSONReader.Event, from reader: inout JSONReader, whole: inout JSONValue?
  ) throws(JSONFault) -> JSONValue {
    var open: [Open] = []
    var event = event
    var count = 0
    while true {
      count += 1
      guard count <= reader.maximumEvents else { throw reader.tooManyValues }
      var done: JSONValue?
      switch event {
      case .beginObject, .beginArray:
        open.append(Open(start: reader.at - 1, isObject: event == .beginObject))
      case .endObject, .endArray:
        done = open.popLast()?.value(to: reader.at)
      case .key(let key):
        open[open.count - 1].key = key.text(in: reader.bytes)
        open[open.count - 1].keyRange = key.range
      case .string(let string): done = JSONValue(content: .string(string), range: string.range)
      case .number(let range): done = JSONValue(content: .number, range: range)
      case .bool(let value):
        done = JSONValue(content: .bool(value), range: reader.at - (value ? 4 : 5)..<reader.at)
      case .null: done = JSONValue(content: .null, range: reader.at - 4..<reader.at)
      case .end: done = JSONValue(content: .null, range: reader.at..<reader.at)
      }
      if let done {
        guard let last = open.indices.last else { return done }
        open[last].add(done)
      }
      do throws(JSONFault) { event = try reader.next() } catch {
        whole = closed(open, at: reader.bytes.count)
        throw error
      }
    }
  }

  /// Closes open containers as if they ended here, innermost first; nil if there are none.
  private static func closed(_ open: [Open], at end: Int) -> JSONValue? {
    var open = open
    var value: JSONValue?
    while var last = open.popLast() {
      if let value { last.add(value) }
      value = last.value(to: end)
    }
    return value
  }

  /// Parses bytes that contain exactly one value.
  package static func parse(
    _ bytes: [UInt8], maximumDepth: Int, maximumEvents: Int = 2_000_000
  ) throws(JSONFault) -> JSONValue {
    var reader = JSONReader(bytes, maximumDepth: maximumDepth, maximumEvents: maximumEvents)
    let value = try read(try reader.next(), from: &reader)
    while try reader.next() != .end {}
    return value
  }

  /// The members of an object; empty for any other value.
  package var members: [Member] {
    if case .object(let members) = content { return members }
    return []
  }
  /// The elements of an array; any other value counts as its own single element, null as none.
  package var elements: [JSONValue] {
    switch content {
    case .array(let elements): return elements
    case .null: return []
    default: return [self]
    }
  }
  /// The value of a key, ignoring case; the first that is not null.
  package func member(_ lowercased: String) -> JSONValue? {
    members.first { Self.isSame($0.key, lowercased) && !$0.value.isNull }?.value
  }

  /// Whether a key equals a lower-case name, ignoring case; fast for ASCII keys, which nearly all are.
  private static func isSame(_ key: String, _ lowercased: String) -> Bool {
    if key.utf8.contains(where: { $0 >= 0x80 }) { return key.lowercased() == lowercased }
    return key.utf8.elementsEqual(lowercased.utf8) { own, other in
      own == other || (0x41...0x5A).contains(own) && own | 0x20 == other
    }
  }

  /// Whether the value is a string.
  package var isString: Bool {
    if case .string = content { return true }
    return false
  }
  /// Whether the value is null.
  package var isNull: Bool {
    if case .null = content { return true }
    return false
  }

  /// A string, a number or a Boolean as text; nil for other values.
  package func text(in bytes: [UInt8]) -> String? {
    switch content {
    case .string(let string): return string.text(in: bytes)
    case .number: return String(decoding: bytes[range], as: UTF8.self)
    case .bool(let value): return value ? "true" : "false"
    default: return nil
    }
  }
}
